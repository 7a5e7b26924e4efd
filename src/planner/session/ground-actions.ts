/** What is done with the ground of a whole grid: a new course of its border, another grid's ground, its old ground, none at all. */
import {
  dissolveFace,
  type FaceId,
  faceAt,
  type MmPoint,
  type Outcome,
  type Patch,
  reshape,
  restoreFaces,
  swapGround,
  type Tiling,
} from '../../geometry/tiling/index.ts';
import { take, withSession } from './actions.ts';
import type { PlanSession } from './plan-session.ts';
import { usePlanner } from './planner-store.ts';

/**
 * A new path between two places of a border. It is the chosen grid's border where both ends lie on it; otherwise that of the grids
 * around the line, whichever takes it first.
 */
export const reshapeBorder = (line: readonly MmPoint[], reachMm: number): boolean => {
  let done = false;
  withSession(({ tiling }) => {
    const { faceId } = usePlanner.getState();
    const around = new Set<FaceId>(faceId === null ? [] : [faceId]);
    for (const point of line)
      for (const [dx, dy] of [
        [0, 0],
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const) {
        const hit = faceAt(tiling, { x: point.x + dx * reachMm, y: point.y + dy * reachMm });
        if (hit !== null) around.add(hit.faceId);
      }
    let first: Outcome<Patch> | null = null;
    for (const id of around) {
      const outcome = reshape(tiling, { faceId: id, line, reachMm });
      first ??= outcome;
      if ('refused' in outcome) continue;
      first = outcome;
      break;
    }
    if (first !== null) done = take(first, 'reshape', line[line.length - 1] ?? null);
  });
  return done;
};

/** The grid goes; its ground goes to the neighbour it touches most. An enclave so goes back to the grid around it. */
export const dissolve = (faceId: FaceId): void =>
  withSession(({ tiling }) => void take(dissolveFace(tiling, { faceId }), 'dissolve'));

/** Two grids change places: id, branch and workers of each go to the other's ground. */
export const swapWith = (a: FaceId, b: FaceId): void =>
  withSession(({ tiling }) => void take(swapGround(tiling, { faceIds: [a, b] }), 'swap'));

/** The two grids of the last step, where it was a split (or a swap of these) and both still stand. */
export const lastSplit = ({ plan, tiling }: PlanSession): readonly [FaceId, FaceId] | null => {
  const step = plan.steps[plan.cursor - 1];
  if (step?.label === 'swap') {
    const sides = [...new Set(step.patch.put.arcs.flatMap(({ left, right }) => [left, right]))];
    const before = plan.steps.slice(0, plan.cursor - 1).findLast(({ label }) => label !== 'swap');
    const pair = before?.label === 'split' ? pairOf(before.patch) : null;
    return pair?.every((id) => sides.includes(id) && tiling.face(id) !== undefined) === true ? pair : null;
  }
  const pair = step?.label === 'split' ? pairOf(step.patch) : null;
  return pair?.every((id) => tiling.face(id) !== undefined) === true ? pair : null;
};

/** Where a line made more than two parts there is no telling which is meant. */
const pairOf = ({ put, prev }: Patch): readonly [FaceId, FaceId] | null => {
  const known = new Set(prev.faces.map(({ id }) => id));
  const made = put.faces.filter(({ id }) => !known.has(id));
  const parent = made[0]?.parents[0];
  return made.length === 1 && made[0] !== undefined && parent !== undefined ? [parent, made[0].id] : null;
};

export const swapLastSplit = (): void =>
  withSession((session) => {
    const pair = lastSplit(session);
    if (pair !== null) swapWith(...pair);
  });

const pointsOf = (tiling: Tiling, faceId: FaceId): string =>
  tiling
    .shape(faceId)
    .parts.flat(2)
    .flatMap(({ vertexIds }) => vertexIds.map((id) => tiling.vertex(id)))
    .map((vertex) => `${vertex?.x} ${vertex?.y}`)
    .sort()
    .join();

/** Does the grid differ from what it was when the plan began? Only a grid of then can be given back. */
export const isChanged = ({ base, tiling }: PlanSession, faceId: FaceId): boolean => {
  const [was, is] = [base.face(faceId), tiling.face(faceId)];
  if (was === undefined || is === undefined) return false;
  return JSON.stringify(was) !== JSON.stringify(is) || pointsOf(base, faceId) !== pointsOf(tiling, faceId);
};

export const restore = (faceId: FaceId): void =>
  withSession(({ tiling, base }) => void take(restoreFaces(tiling, { base, faceIds: [faceId] }), 'restore'));
