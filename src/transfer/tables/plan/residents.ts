/**
 * The plan of a roster of residents. All rows are read before the first is planned: members of a household may stand anywhere in the
 * file, and a person twice. Then homes that share a person are planned together, in batches whose records no other batch touches.
 */
import type { Resident } from '../../../domain/records/index.ts';
import type { PlanContext } from './context.ts';
import { type Group, groupRows } from './groups.ts';
import { planGroup } from './households.ts';
import { createMatcher } from './matching.ts';
import type { Resolved } from './new-people.ts';
import type { RowValues } from './row-reader.ts';

/** IDs that are looked up with one question. */
const IDS_AT_ONCE = 2_000;
const ROWS_OF_A_BATCH = 500;

export const recordedById = async (
  ids: readonly string[],
  context: PlanContext,
): Promise<Map<string, Resident[]>> => {
  const found = new Map<string, Resident[]>();
  const distinct = [...new Set(ids)];
  for (let at = 0; at < distinct.length; at += IDS_AT_ONCE) {
    for (const resident of await context.existing.residentsById(distinct.slice(at, at + IDS_AT_ONCE))) {
      const id = resident.personal.citizenId ?? '';
      const list = found.get(id);
      if (list) list.push(resident);
      else found.set(id, [resident]);
    }
  }
  return found;
};

/** Homes joined where one person concerns both (union-find with path halving). */
const createJoiner = () => {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      const above = parent.get(up) ?? up;
      parent.set(at, above);
      at = above;
    }
    return at;
  };
  const join = (a: string, b: string): void => {
    const [one, other] = [rootOf(a), rootOf(b)];
    if (one !== other) parent.set(other, one);
  };
  return { rootOf, join };
};

interface Cluster {
  readonly groups: Group[];
  readonly homes: Set<string>;
}

/** Clusters in the order of their first row. */
const clustersOf = (
  groups: readonly Group[],
  recorded: ReadonlyMap<string, readonly Resident[]>,
): Cluster[] => {
  const { rootOf, join } = createJoiner();
  const firstHomeOf = new Map<string, string>();
  const homesOf = ({ citizenId }: { citizenId: string | null }): string[] =>
    (citizenId === null ? [] : (recorded.get(citizenId) ?? [])).map((r) => r.dwellingId);
  for (const group of groups)
    for (const { facts } of group.persons) {
      for (const home of homesOf(facts)) join(group.dwellingId, home);
      if (facts.citizenId === null) continue;
      const first = firstHomeOf.get(facts.citizenId);
      if (first === undefined) firstHomeOf.set(facts.citizenId, group.dwellingId);
      else join(first, group.dwellingId);
    }
  const clusters = new Map<string, Cluster>();
  for (const group of groups) {
    const root = rootOf(group.dwellingId);
    const cluster = clusters.get(root) ?? { groups: [], homes: new Set<string>() };
    clusters.set(root, cluster);
    cluster.groups.push(group);
    cluster.homes.add(group.dwellingId);
    for (const { facts } of group.persons) for (const home of homesOf(facts)) cluster.homes.add(home);
  }
  return [...clusters.values()];
};

/** Takes the rows out of their list: once they are in groups, nothing else may hold them. */
const clustersOfRows = async (
  rows: RowValues[],
  context: PlanContext,
): Promise<{
  readonly clusters: (Cluster | null)[];
  readonly recorded: ReadonlyMap<string, readonly Resident[]>;
}> => {
  const groups = groupRows(rows, context);
  rows.length = 0;
  const ids = groups.flatMap(({ persons }) =>
    persons.flatMap(({ facts }) => (facts.citizenId === null ? [] : [facts.citizenId])),
  );
  const recorded = await recordedById(ids, context);
  return { clusters: clustersOf(groups, recorded), recorded };
};

/**
 * Pauses after each batch, when its changes are complete. What a batch was made of is let go with it, so that a large roster is not held
 * beside what it becomes; `rows` is empty afterwards.
 */
export async function* planResidents(rows: RowValues[], context: PlanContext): AsyncGenerator<void> {
  const { clusters, recorded } = await clustersOfRows(rows, context);
  for (let at = 0; at < clusters.length; ) {
    // Clusters share neither homes nor people, so each batch has its own memory of who has had a row.
    const matchOf = createMatcher(context, recorded);
    const resolved: Resolved = new Map();
    const batch: Cluster[] = [];
    for (let count = 0; at < clusters.length && count < ROWS_OF_A_BATCH; at++) {
      const cluster = clusters[at];
      if (!cluster) break;
      clusters[at] = null;
      batch.push(cluster);
      count += cluster.groups.reduce((sum, { persons }) => sum + persons.length, 0);
    }
    await context.working.load(batch.flatMap(({ homes }) => [...homes]));
    for (const { groups: ofCluster } of batch)
      for (const group of ofCluster) planGroup(group, matchOf, resolved, context);
    yield;
    context.working.forget();
  }
}
