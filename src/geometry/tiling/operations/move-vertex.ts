/** Moves a vertex; every border through it follows. A junction on the outline moves along it with `slideJunction`. */
import { Draft } from '../model/draft.ts';
import { roundPoint } from '../model/exact.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import type { MmPoint, Patch } from '../model/rows.ts';
import type { Tiling } from '../model/tiling.ts';
import { finish, type OperationOptions, unusable } from './options.ts';

export interface MoveVertex {
  readonly vertexId: number;
  readonly to: MmPoint;
}

export const moveVertex = (
  tiling: Tiling,
  { vertexId, to }: MoveVertex,
  options: OperationOptions = {},
): Outcome<Patch> => {
  if (tiling.vertex(vertexId) === undefined) return refuse('unknown', [`#${vertexId}`], null);
  if (unusable([to])) return refuse('notNumber', [], null);
  const draft = new Draft(tiling);
  draft.putVertex({ id: vertexId, ...roundPoint(to) });
  return finish(draft, options);
};
