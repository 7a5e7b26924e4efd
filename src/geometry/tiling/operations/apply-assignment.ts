/**
 * From which building is to be in which grid to one patch, with as little change of borders as may be. The grids that gain or lose
 * buildings are drawn anew; where few buildings move they are painted over instead, unless that makes grids of worse shape.
 */
import { measuresOf } from '../model/measures.ts';
import { joinPatches, sidesOfPatch } from '../model/patch.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import type { FaceId, Patch, Side } from '../model/rows.ts';
import { Tiling } from '../model/tiling.ts';
import { assignBuildings, type Assignment } from '../ground/assignment.ts';
import { paint } from './paint.ts';
import { type Redraw, redraw } from './redraw.ts';
import type { OperationOptions } from './options.ts';

export interface ApplyAssignment extends Omit<Redraw, 'faceIds'> {
  readonly assignment: Assignment;
}

/** From this share of buildings that move on, borders are drawn anew without trying anything else. */
const PAINT_SHARE = 0.15;
/** Painting keeps more of the old borders; that is worth this much of compactness. */
const KEEPING_IS_WORTH = 0.05;

/** Paints every building that moves, by the grid it goes to; null where a stroke is refused. */
const painted = (tiling: Tiling, args: ApplyAssignment, options: OperationOptions): Patch | null => {
  const { faceOf, ground, space } = args;
  const copy = Tiling.of(tiling.toData());
  const assignment = assignBuildings(copy, args.assignment.buildings);
  const patches: Patch[] = [];
  const pending = new Map<FaceId, number[]>();
  for (const [row, to] of faceOf.entries()) {
    if (to === null || to === assignment.faceOf[row]) continue;
    pending.set(to, [...(pending.get(to) ?? []), row]);
  }
  // A building may only be reachable after others have gone over: go round until nothing moves any more.
  for (let progress = true; progress && pending.size > 0; ) {
    progress = false;
    for (const [to, rows] of [...pending]) {
      const outcome = paint(copy, { rows, to, ground, space, assignment }, options);
      if ('refused' in outcome) continue;
      const sides = new Set<Side>(sidesOfPatch(copy, outcome.ok));
      copy.apply(outcome.ok);
      for (const side of sidesOfPatch(copy, outcome.ok)) sides.add(side);
      assignment.update(copy, sides);
      patches.push(outcome.ok);
      pending.delete(to);
      progress = true;
    }
  }
  const [first, ...rest] = patches;
  const isDone = faceOf.every((side, row) => side === assignment.faceOf[row]);
  return first === undefined || !isDone ? null : joinPatches([first, ...rest]);
};

export const applyAssignment = (
  tiling: Tiling,
  args: ApplyAssignment,
  options: OperationOptions = {},
): Outcome<Patch> => {
  const { faceOf, assignment, created } = args;
  const moved = [...faceOf.keys()].filter((row) => faceOf[row] !== assignment.faceOf[row]);
  if (moved.length === 0) return refuse('nothing', [], null);
  const touched = new Set<Side>(
    moved.flatMap((row) => [assignment.faceOf[row] as Side, faceOf[row] as Side]),
  );
  const faceIds = [...tiling.faces.keys()].filter((id) => touched.has(id));
  const drawn = redraw(tiling, { ...args, faceIds, ...(created === undefined ? {} : { created }) }, options);
  const known = faceOf.every((side) => side === null || tiling.face(side) !== undefined);
  if (!known || moved.length > faceOf.length * PAINT_SHARE) return drawn;
  const patch = painted(tiling, args, options);
  if (patch === null) return drawn;
  if ('refused' in drawn) return { ok: patch };
  const isBetter =
    meanCompactness(tiling, patch, faceIds) + KEEPING_IS_WORTH >= meanCompactness(tiling, drawn.ok, faceIds);
  return isBetter ? { ok: patch } : drawn;
};

const meanCompactness = (tiling: Tiling, patch: Patch, faceIds: readonly FaceId[]): number => {
  const after = Tiling.of(tiling.toData());
  after.apply(patch);
  const left = faceIds.filter((id) => after.face(id) !== undefined);
  return left.reduce((sum, id) => sum + measuresOf(after, id).compactness, 0) / Math.max(1, left.length);
};
