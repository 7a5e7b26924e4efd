/**
 * Two grids change places: each keeps its id, name, branch and workers, and has the other's ground. What one wants after a split,
 * when the wrong part has stayed with the branch.
 */
import { Draft } from '../model/draft.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import type { Arc, FaceId, Patch, Side } from '../model/rows.ts';
import { placeIn } from '../model/shape.ts';
import type { Tiling } from '../model/tiling.ts';
import { finish, nameOf, type OperationOptions } from './options.ts';

export const swapGround = (
  tiling: Tiling,
  { faceIds: [a, b] }: { readonly faceIds: readonly [FaceId, FaceId] },
  options: OperationOptions = {},
): Outcome<Patch> => {
  if (a === b) return refuse('sameFace', [], null, [a]);
  for (const id of [a, b]) {
    const face = tiling.face(id);
    if (face === undefined) return refuse('unknown', [id], null);
    if (face.locked) return refuse('locked', [nameOf(tiling, id)], placeIn(tiling.shape(id)), [id]);
  }
  const other = (side: Side): Side => (side === a ? b : side === b ? a : side);
  const draft = new Draft(tiling);
  for (const id of new Set([...tiling.arcsOf(a), ...tiling.arcsOf(b)])) {
    const arc = tiling.arc(id) as Arc;
    draft.putArc({ ...arc, left: other(arc.left), right: other(arc.right) });
  }
  return finish(draft, options);
};
