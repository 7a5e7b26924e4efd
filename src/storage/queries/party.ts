/** The Party's tree: bodies under bodies, with the members each branch has. */
import type { PartyBody } from '../../domain/records/index.ts';
import type { Store } from '../store.ts';
import { listOf } from './list-cache.ts';

export interface PartyNode {
  readonly body: PartyBody;
  /** Active members of this body itself, and those of them whose relation is here (not `shared`). */
  readonly members: number;
  readonly ownMembers: number;
  readonly children: readonly PartyNode[];
}

/** The roots, usually one. Cost: the bodies, and the memberships in memory (one scan of homes the first time). */
export const partyTreeIn = async (store: Store): Promise<PartyNode[]> => {
  const bodies = [...(await listOf(store, 'partyBodies')).values()];
  const members = new Map<string, { all: number; own: number }>();
  for (const { state, branchId, mode } of (await listOf(store, 'memberships')).values()) {
    if (state !== 'active' || branchId === null) continue;
    const count = members.get(branchId) ?? { all: 0, own: 0 };
    count.all += 1;
    if (mode !== 'shared') count.own += 1;
    members.set(branchId, count);
  }
  const known = new Set(bodies.map(({ id }) => id));
  const under = Map.groupBy
    ? Map.groupBy(bodies, ({ parentId }) => parentId)
    : bodies.reduce(
        (groups, body) => groups.set(body.parentId, [...(groups.get(body.parentId) ?? []), body]),
        new Map<string | null, PartyBody[]>(),
      );
  const nodeOf = (body: PartyBody): PartyNode => ({
    body,
    members: members.get(body.id)?.all ?? 0,
    ownMembers: members.get(body.id)?.own ?? 0,
    children: (under.get(body.id) ?? []).map(nodeOf),
  });
  return bodies.filter(({ parentId }) => parentId === null || !known.has(parentId)).map(nodeOf);
};
