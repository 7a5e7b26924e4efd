/**
 * A line that is drawn and not yet taken: what it would make is shown, with its counts, until Enter takes it or Esc gives it up.
 * Meanwhile one chooses which part of a split keeps id, branch and workers, or what becomes of a ring.
 */
import { newId } from '../../domain/ids.ts';
import {
  addEnclave,
  assignBuildings,
  assignRegion,
  type BuildingMove,
  type FaceId,
  type MmPoint,
  type Outcome,
  type Patch,
  sidesOfPatch,
  splitFace,
  Tiling,
} from '../../geometry/tiling/index.ts';
import { take, tell, withSession } from './actions.ts';
import type { PlanSession } from './plan-session.ts';
import { usePlanner } from './planner-store.ts';

/** What becomes of the ground in a ring: a grid of its own, or more of one that there is. */
export type RingUse = 'dedicated' | 'basic' | { readonly to: FaceId };

export type Wish =
  | { readonly kind: 'split'; readonly faceId: FaceId; readonly keep: 'heaviest' | 'lightest' }
  | { readonly kind: 'ring'; readonly use: RingUse };

export interface Pending {
  readonly wish: Wish;
  readonly line: readonly MmPoint[];
  readonly name: string;
  readonly patch: Patch;
  /** The grids as they would be. */
  readonly after: Tiling;
  /** Grids that it would make. */
  readonly made: readonly FaceId[];
  readonly moved: readonly BuildingMove[];
  readonly version: number;
}

const weightsOf = ({ town, assignment }: PlanSession, faceId: FaceId) => {
  const { x, y, values, metrics } = town.buildings;
  return [...assignment.rows(faceId)].map((row) => ({
    x: x[row] as number,
    y: y[row] as number,
    weight: values[row * metrics.length] as number,
  }));
};

const MOST_PARTS = 6;

const operation = (
  session: PlanSession,
  wish: Wish,
  line: readonly MmPoint[],
  name: string,
): Outcome<Patch> => {
  const { tiling } = session;
  if (wish.kind === 'split') {
    const { faceId, keep } = wish;
    const created = Array.from({ length: MOST_PARTS }, () => ({ id: newId(), name }));
    return splitFace(tiling, { faceId, line, keep, created, weights: weightsOf(session, faceId) });
  }
  if (typeof wish.use === 'object') return assignRegion(tiling, { rings: [line], to: wish.use.to });
  return addEnclave(tiling, { ring: line, id: newId(), fields: { kind: wish.use, name } });
};

const propose = (wish: Wish, line: readonly MmPoint[], name: string, at: MmPoint | null): void =>
  withSession((session) => {
    const { tiling, town, assignment } = session;
    const outcome = operation(session, wish, line, name);
    if ('refused' in outcome) {
      const { zh, en } = outcome.refused;
      return tell({ kind: 'refused', zh, en, at: at ?? outcome.refused.at });
    }
    const patch = outcome.ok;
    const after = Tiling.of(tiling.toData());
    after.apply(patch);
    const next = assignBuildings(after, town.buildings);
    const moved = next.faceOf.flatMap((to, row): BuildingMove[] => {
      const from = assignment.faceOf[row] ?? null;
      return from === to ? [] : [{ row, from, to }];
    });
    const concerned = [...sidesOfPatch(tiling, patch), ...sidesOfPatch(after, patch)].filter(
      (id): id is FaceId => id !== null && after.face(id) !== undefined,
    );
    const changed = new Set(moved.flatMap(({ from, to }) => [from, to]));
    const made = [...after.faces.keys()].filter((id) => tiling.face(id) === undefined);
    const shown = new Set(concerned.filter((id) => changed.has(id) || made.includes(id)));
    tell(null);
    usePlanner.setState(({ version }) => ({
      pending: { wish, line, name, patch, after, made, moved, version },
      live: new Map([...shown].map((id) => [id, next.sums(id).slice()])),
    }));
  });

export const proposeSplit = (faceId: FaceId, line: readonly MmPoint[], name: string): void =>
  propose({ kind: 'split', faceId, keep: 'heaviest' }, line, name, line[line.length - 1] ?? null);

export const proposeRing = (line: readonly MmPoint[], name: string): void =>
  propose({ kind: 'ring', use: 'dedicated' }, line, name, line[0] ?? null);

/** The same line with another wish: the other part keeps the id; another use of the ring. */
export const wishElse = (wish: Wish): void => {
  const { pending } = usePlanner.getState();
  if (pending !== null) propose(wish, pending.line, pending.name, null);
};

export const swapPending = (): boolean => {
  const { pending } = usePlanner.getState();
  if (pending?.wish.kind !== 'split') return false;
  const { wish } = pending;
  wishElse({ ...wish, keep: wish.keep === 'heaviest' ? 'lightest' : 'heaviest' });
  return true;
};

export const dropPending = (): boolean => {
  if (usePlanner.getState().pending === null) return false;
  usePlanner.setState({ pending: null, live: null });
  return true;
};

export const acceptPending = (): boolean => {
  const { pending, version } = usePlanner.getState();
  if (pending === null) return false;
  const { wish, patch, made } = pending;
  dropPending();
  // Something else was done meanwhile: the line was drawn on borders that are no more.
  if (pending.version !== version) return true;
  const label = wish.kind === 'split' ? 'split' : made.length > 0 ? 'enclave' : 'region';
  if (take({ ok: patch }, label) && made[0] !== undefined) usePlanner.setState({ faceId: made[0] });
  return true;
};
