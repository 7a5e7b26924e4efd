/** Deletes a vertex between two edges; a junction stays, and so does the third corner of a triangle. */
import { Draft } from '../model/draft.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import type { Arc, Patch } from '../model/rows.ts';
import type { Tiling } from '../model/tiling.ts';
import { finish, isRing, type OperationOptions } from './options.ts';

export const deleteVertex = (
  tiling: Tiling,
  { vertexId }: { readonly vertexId: number },
  options: OperationOptions = {},
): Outcome<Patch> => {
  const vertex = tiling.vertex(vertexId);
  if (vertex === undefined) return refuse('unknown', [`#${vertexId}`], null);
  const arcIds = tiling.arcsAt(vertexId);
  const arc = tiling.arc(arcIds[0] ?? -1) as Arc;
  const { vertexIds: ids, left, right } = arc;
  const isEnd = ids[0] === vertexId || ids[ids.length - 1] === vertexId;
  if (arcIds.length > 1 || (isEnd && !isRing(arc))) return refuse('junction', [], vertex, [left, right]);
  if (isRing(arc) && ids.length <= 4) return refuse('triangle', [], vertex, [left, right]);
  const draft = new Draft(tiling);
  const rest = ids.filter((id) => id !== vertexId);
  draft.putArc({ ...arc, vertexIds: isEnd ? [...rest, rest[0] as number] : rest });
  draft.deleteVertex(vertexId);
  return finish(draft, options);
};
