/**
 * Inserts a vertex into an edge, never into one ring: both neighbours have it. `at` may lie beside the edge, so that a handle in
 * the middle of an edge can be dragged away in one step.
 */
import { Draft } from '../model/draft.ts';
import { nearestOnSegment, roundPoint, segmentDistance2 } from '../model/exact.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import type { MmPoint, Patch, Vertex } from '../model/rows.ts';
import type { Tiling } from '../model/tiling.ts';
import { finish, type OperationOptions, unusable } from './options.ts';

export interface InsertVertex {
  readonly arcId: number;
  readonly at: MmPoint;
  /** The edge between vertices `edge` and `edge + 1` of the arc; the nearest one when not given. */
  readonly edge?: number;
  /** Put exactly on the edge (default), or where `at` says. */
  readonly place?: 'onEdge' | 'free';
}

export const nearestEdgeOf = (tiling: Tiling, vertexIds: readonly number[], at: MmPoint): number => {
  let best = 0;
  let least = Infinity;
  for (let i = 0; i + 1 < vertexIds.length; i++) {
    const a = tiling.vertex(vertexIds[i] as number) as Vertex;
    const b = tiling.vertex(vertexIds[i + 1] as number) as Vertex;
    const d2 = segmentDistance2(at, a, b);
    if (d2 < least) [best, least] = [i, d2];
  }
  return best;
};

export const insertVertex = (
  tiling: Tiling,
  { arcId, at, edge, place = 'onEdge' }: InsertVertex,
  options: OperationOptions = {},
): Outcome<Patch> => {
  const arc = tiling.arc(arcId);
  if (arc === undefined) return refuse('unknown', [`#${arcId}`], null);
  if (unusable([at])) return refuse('notNumber', [], null);
  const i = edge ?? nearestEdgeOf(tiling, arc.vertexIds, at);
  const a = tiling.vertex(arc.vertexIds[i] ?? -1);
  const b = tiling.vertex(arc.vertexIds[i + 1] ?? -1);
  if (a === undefined || b === undefined) return refuse('unknown', [`#${arcId}/${i}`], at);
  const draft = new Draft(tiling);
  const id = draft.addVertex(roundPoint(place === 'onEdge' ? nearestOnSegment(at, a, b) : at));
  draft.putArc({ ...arc, vertexIds: arc.vertexIds.toSpliced(i + 1, 0, id) });
  return finish(draft, options);
};
