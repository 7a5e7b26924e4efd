/** Gives an arc a new course between its ends: straight, along a guide (a road, a wall), or as drawn. The ends stay. */
import { Draft } from '../model/draft.ts';
import { distance2, nearestOnSegment, nearestParameter, roundPoint } from '../model/exact.ts';
import { DEFAULT_LIMITS } from '../model/limits.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import type { MmPoint, Patch, Vertex } from '../model/rows.ts';
import type { Tiling } from '../model/tiling.ts';
import { finish, type OperationOptions, unusable } from './options.ts';

export interface CourseOfArc {
  readonly arcId: number;
  /** Points between the ends, in the arc's direction; none for a straight line. */
  readonly through: readonly MmPoint[];
  /** Only between these two vertices of the arc (positions); the whole arc when not given. */
  readonly from?: number;
  readonly to?: number;
}

/** Replaces the vertices between two of the arc's; those that lie where an old one lay keep its id. */
export const setCourse = (
  tiling: Tiling,
  { arcId, through, from, to }: CourseOfArc,
  options: OperationOptions = {},
): Outcome<Patch> => {
  const arc = tiling.arc(arcId);
  if (arc === undefined) return refuse('unknown', [`#${arcId}`], null);
  if (unusable(through)) return refuse('notNumber', [], null);
  const ids = arc.vertexIds;
  const first = Math.max(0, from ?? 0);
  const last = Math.min(ids.length - 1, to ?? ids.length - 1);
  const [a, b] = [tiling.vertex(ids[first] ?? -1), tiling.vertex(ids[last] ?? -1)];
  if (a === undefined || b === undefined || first >= last) return refuse('unknown', [`#${arcId}`], null);
  const draft = new Draft(tiling);
  const old = ids.slice(first + 1, last).map((id) => tiling.vertex(id) as Vertex);
  const near2 = (options.limits ?? DEFAULT_LIMITS).clearanceMm ** 2;
  const inner: number[] = [];
  let before: MmPoint = a;
  for (const point of through) {
    const p = roundPoint(point);
    if (distance2(p, before) <= near2 || distance2(p, b) <= near2) continue;
    const same = old.find(({ x, y }) => x === p.x && y === p.y);
    inner.push(same !== undefined && !inner.includes(same.id) ? same.id : draft.addVertex(p));
    before = p;
  }
  for (const { id } of old) if (!inner.includes(id)) draft.deleteVertex(id);
  draft.putArc({ ...arc, vertexIds: [...ids.slice(0, first + 1), ...inner, ...ids.slice(last)] });
  return finish(draft, options);
};

export const straightenArc = (
  tiling: Tiling,
  args: Omit<CourseOfArc, 'through'>,
  options: OperationOptions = {},
): Outcome<Patch> => setCourse(tiling, { ...args, through: [] }, options);

interface OnGuide {
  readonly at: MmPoint;
  readonly segment: number;
  readonly distance2: number;
  readonly along: number;
}

const nearestOnLine = (line: readonly MmPoint[], p: MmPoint): OnGuide | null => {
  let best: OnGuide | null = null;
  for (let i = 0; i + 1 < line.length; i++) {
    const [a, b] = [line[i] as MmPoint, line[i + 1] as MmPoint];
    const at = nearestOnSegment(p, a, b);
    const d2 = distance2(p, at);
    if (best === null || d2 < best.distance2)
      best = { at, segment: i, distance2: d2, along: nearestParameter(at, a, b) };
  }
  return best;
};

/** The part of a line between the places nearest to two points, in the order from a to b. */
export const partOfLine = (line: readonly MmPoint[], a: MmPoint, b: MmPoint): MmPoint[] => {
  const [from, to] = [nearestOnLine(line, a), nearestOnLine(line, b)];
  if (from === null || to === null) return [];
  const forward = from.segment < to.segment || (from.segment === to.segment && from.along <= to.along);
  const [low, high] = forward ? [from, to] : [to, from];
  const part = [low.at, ...line.slice(low.segment + 1, high.segment + 1), high.at];
  return forward ? part : part.toReversed();
};

/** Lays an arc along a guide: from its start to the nearest place of the guide, along it, and back to its end. */
export const followGuide = (
  tiling: Tiling,
  { arcId, guide }: { readonly arcId: number; readonly guide: readonly MmPoint[] },
  options: OperationOptions = {},
): Outcome<Patch> => {
  const arc = tiling.arc(arcId);
  if (arc === undefined) return refuse('unknown', [`#${arcId}`], null);
  if (guide.length < 2 || unusable(guide)) return refuse('shortLine', [], guide[0] ?? null);
  const a = tiling.vertex(arc.vertexIds[0] as number) as Vertex;
  const b = tiling.vertex(arc.vertexIds[arc.vertexIds.length - 1] as number) as Vertex;
  return setCourse(tiling, { arcId, through: partOfLine(guide, a, b) }, options);
};
