/** Makes one grid of several that touch. The kept one keeps its id, branch and workers, and remembers the others as parents. */
import { Draft } from '../model/draft.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import type { Arc, Face, FaceId, Patch, Side } from '../model/rows.ts';
import { placeIn } from '../model/shape.ts';
import type { Tiling } from '../model/tiling.ts';
import { makeOverlay } from '../planar/overlay.ts';
import { relabel } from '../planar/relabel.ts';
import { checkOptions, finish, nameOf, type OperationOptions } from './options.ts';

export interface MergeFaces {
  readonly faceIds: readonly FaceId[];
  /** One of them; the first when not given. */
  readonly keepId?: FaceId;
}

/** Faces reachable from one of them over shared borders. */
const reachable = (tiling: Tiling, from: FaceId, faceIds: readonly FaceId[]): Set<FaceId> => {
  const wanted = new Set<Side>(faceIds);
  const seen = new Set<FaceId>([from]);
  for (const id of seen)
    for (const arcId of tiling.arcsOf(id)) {
      const { left, right } = tiling.arc(arcId) as Arc;
      for (const side of [left, right]) if (side !== null && wanted.has(side)) seen.add(side);
    }
  return seen;
};

export const mergeFaces = (
  tiling: Tiling,
  { faceIds, keepId }: MergeFaces,
  options: OperationOptions = {},
): Outcome<Patch> => {
  const ids = [...new Set(faceIds)];
  const kept = keepId ?? ids[0];
  for (const id of [...ids, kept ?? ''])
    if (tiling.face(id) === undefined) return refuse('unknown', [id], null);
  if (ids.length < 2 || kept === undefined || !ids.includes(kept)) return refuse('sameFace', [], null, ids);
  const locked = ids.find((id) => tiling.face(id)?.locked);
  if (locked !== undefined)
    return refuse('locked', [nameOf(tiling, locked)], placeIn(tiling.shape(locked)), [locked]);
  const keeper = tiling.face(kept) as Face;
  const reached = reachable(tiling, kept, ids);
  const stranger = ids.find((id) => !reached.has(id));
  if (stranger !== undefined && !keeper.apart)
    return refuse(
      'notAdjacent',
      [nameOf(tiling, kept), nameOf(tiling, stranger)],
      placeIn(tiling.shape(stranger)),
      [kept, stranger],
    );
  const draft = new Draft(tiling);
  const overlay = makeOverlay(draft, new Set<Side>(ids), [], checkOptions(options).limits.clearanceMm);
  if ('refused' in overlay) return overlay;
  relabel(overlay, () => kept);
  for (const id of ids) if (id !== kept) draft.deleteFace(id);
  const gone = ids.filter((id) => id !== kept);
  draft.putFace({ ...keeper, parents: [...new Set([...keeper.parents, ...gone])] });
  return finish(draft, options);
};
