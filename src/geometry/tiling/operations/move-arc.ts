/**
 * Moves a whole arc by a distance. Its inner vertices all move; an end moves along unless it is on the outline or on a locked
 * grid's border, where it stays, as it does with `ends: 'stay'`.
 */
import { Draft } from '../model/draft.ts';
import { roundPoint } from '../model/exact.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import type { Arc, MmPoint, Patch, Vertex } from '../model/rows.ts';
import type { Tiling } from '../model/tiling.ts';
import { finish, isOnOutline, isRing, lockedBeside, type OperationOptions, unusable } from './options.ts';

export interface MoveArc {
  readonly arcId: number;
  /** Millimetres. */
  readonly by: MmPoint;
  readonly ends?: 'follow' | 'stay';
}

/** Vertices of the arc that move with it. */
export const movingVertices = (
  tiling: Tiling,
  arc: Arc,
  ends: 'follow' | 'stay',
  outline: 'keep' | 'change',
): number[] => {
  const isFixed = (id: number): boolean =>
    (outline === 'keep' && isOnOutline(tiling, id)) ||
    tiling.arcsAt(id).some((arcId) => {
      const other = tiling.arc(arcId);
      return other !== undefined && lockedBeside(tiling, other) !== null;
    });
  const ids = [...new Set(arc.vertexIds)];
  if (isRing(arc) && tiling.arcsAt(arc.vertexIds[0] as number).length === 1) return ids;
  const last = arc.vertexIds[arc.vertexIds.length - 1];
  return ids.filter((id) => (id !== arc.vertexIds[0] && id !== last) || (ends === 'follow' && !isFixed(id)));
};

export const moveArc = (
  tiling: Tiling,
  { arcId, by, ends = 'follow' }: MoveArc,
  options: OperationOptions = {},
): Outcome<Patch> => {
  const arc = tiling.arc(arcId);
  if (arc === undefined) return refuse('unknown', [`#${arcId}`], null);
  if (unusable([by])) return refuse('notNumber', [], null);
  const first = tiling.vertex(arc.vertexIds[0] as number) as Vertex;
  const ids = movingVertices(tiling, arc, ends, options.outline ?? 'keep');
  if (ids.length === 0) return refuse('fixedArc', [], first, [arc.left, arc.right]);
  const draft = new Draft(tiling);
  for (const id of ids) {
    const { x, y } = tiling.vertex(id) as Vertex;
    draft.putVertex({ id, ...roundPoint({ x: x + by.x, y: y + by.y }) });
  }
  return finish(draft, options);
};
