/**
 * Moves a junction along the outline (or along a locked border): the inner border that ends there gets another end, the line it
 * slides on stays what it is. The old point goes, unless the line bends there.
 */
import { Draft } from '../model/draft.ts';
import { distance2, nearestOnSegment, roundPoint, segmentDistance2 } from '../model/exact.ts';
import { ROUNDING_MM } from '../model/limits.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import type { Arc, MmPoint, Patch, Vertex } from '../model/rows.ts';
import type { Tiling } from '../model/tiling.ts';
import { checkOptions, finish, isRing, lockedBeside, type OperationOptions, unusable } from './options.ts';

interface Rail {
  /** The arc that ends at the junction, and the one that begins there, as one line; the junction's place in it. */
  readonly ids: readonly number[];
  readonly middle: number;
  readonly first: Arc;
  readonly second: Arc;
}

const directedTo = (arc: Arc, vertexId: number): readonly number[] =>
  arc.vertexIds[arc.vertexIds.length - 1] === vertexId ? arc.vertexIds : arc.vertexIds.toReversed();

export interface Sliding {
  readonly branch: Arc;
  readonly rail: Rail;
}

const isFixed = (tiling: Tiling, arc: Arc): boolean =>
  arc.left === null || arc.right === null || lockedBeside(tiling, arc) !== null;

/** The border that ends at a junction of the outline, and the line it slides on; null where the junction cannot slide. */
export const slidingAt = (tiling: Tiling, vertexId: number): Sliding | null => {
  const arcs = tiling.arcsAt(vertexId).map((id) => tiling.arc(id) as Arc);
  const fixed = arcs.filter((arc) => isFixed(tiling, arc));
  const [branch, ...more] = arcs.filter((arc) => !isFixed(tiling, arc));
  const [first, second] = fixed;
  if (
    branch === undefined ||
    more.length > 0 ||
    fixed.length !== 2 ||
    first === undefined ||
    second === undefined
  )
    return null;
  if (isRing(branch) || isRing(first) || isRing(second)) return null;
  const toHere = directedTo(first, vertexId);
  const onward = directedTo(second, vertexId).toReversed();
  return {
    branch,
    rail: { ids: [...toHere, ...onward.slice(1)], middle: toHere.length - 1, first, second },
  };
};

interface Stop {
  /** The segment of the rail after vertex `index`. */
  readonly index: number;
  readonly at: MmPoint;
}

/** The place of the rail that is nearest to a point, not counting the junction itself where it is only a point on a line. */
const nearestStop = (points: readonly MmPoint[], to: MmPoint): Stop => {
  let best: Stop = { index: 0, at: points[0] as MmPoint };
  let least = Infinity;
  for (let index = 0; index + 1 < points.length; index++) {
    const [a, b] = [points[index] as MmPoint, points[index + 1] as MmPoint];
    const at = nearestOnSegment(to, a, b);
    const d2 = distance2(to, at);
    if (d2 < least) [best, least] = [{ index, at }, d2];
  }
  return best;
};

export const slideJunction = (
  tiling: Tiling,
  { vertexId, to }: { readonly vertexId: number; readonly to: MmPoint },
  options: OperationOptions = {},
): Outcome<Patch> => {
  const junction = tiling.vertex(vertexId);
  if (junction === undefined) return refuse('unknown', [`#${vertexId}`], null);
  if (unusable([to])) return refuse('notNumber', [], null);
  const sliding = slidingAt(tiling, vertexId);
  if (sliding === null) return refuse('junction', [], junction);
  const { branch, rail } = sliding;
  const at = (id: number): Vertex => tiling.vertex(id) as Vertex;
  const before = at(rail.ids[rail.middle - 1] as number);
  const after = at(rail.ids[rail.middle + 1] as number);
  const bends = segmentDistance2(junction, before, after) > ROUNDING_MM * ROUNDING_MM;
  const line = bends ? rail.ids : rail.ids.filter((id) => id !== vertexId);
  const points = line.map(at);
  const stop = nearestStop(points, to);
  const { clearanceMm } = checkOptions(options).limits;
  const draft = new Draft(tiling);

  // The new end: a corner of the rail that is near enough, or the junction's own vertex (where the line does not need it), or a new one.
  const near = [stop.index, stop.index + 1].find(
    (i) => distance2(stop.at, points[i] as MmPoint) <= clearanceMm * clearanceMm,
  );
  if (near === 0 || near === line.length - 1)
    return refuse('tooClose', [0], points[near] as MmPoint, [branch.left, branch.right]);
  const place = roundPoint(stop.at);
  let id: number;
  if (near !== undefined) id = line[near] as number;
  else if (bends) id = draft.addVertex(place);
  else {
    id = vertexId;
    draft.putVertex({ id, ...place });
  }
  if (near !== undefined && !bends) draft.deleteVertex(vertexId);
  const position = near ?? stop.index + 1;
  const whole = near !== undefined ? line : line.toSpliced(position, 0, id);
  const put = (arc: Arc, vertexIds: readonly number[], isToward: boolean): void => {
    // Keeps the arc's own direction, and with it its left and right.
    const same = (arc.vertexIds[arc.vertexIds.length - 1] === vertexId) === isToward;
    draft.putArc({ ...arc, vertexIds: same ? vertexIds : vertexIds.toReversed() });
  };
  put(rail.first, whole.slice(0, position + 1), true);
  put(rail.second, whole.slice(position), false);
  const inner = directedTo(branch, vertexId);
  put(branch, [...inner.slice(0, -1), id], true);
  return finish(draft, options);
};

/** The rail of a junction as points, for a guide on screen. */
export const railOf = (tiling: Tiling, vertexId: number): MmPoint[] =>
  slidingAt(tiling, vertexId)?.rail.ids.map((id) => tiling.vertex(id) as Vertex) ?? [];
