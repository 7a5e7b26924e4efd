/** Takes away an enclave, a grid or a hole: its ground goes to a neighbour. */
import { Draft } from '../model/draft.ts';
import { arcLength, bordersOf } from '../model/measures.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import { type RingCoordinates, windingOf } from '../model/ring-measures.ts';
import {
  type Arc,
  type FaceId,
  type MmPoint,
  newFace,
  type Patch,
  type Side,
  type Face,
} from '../model/rows.ts';
import { placeIn } from '../model/shape.ts';
import type { Tiling } from '../model/tiling.ts';
import { makeOverlay } from '../planar/overlay.ts';
import { relabel } from '../planar/relabel.ts';
import { checkOptions, finish, nameOf, type OperationOptions } from './options.ts';

export interface DissolveFace {
  readonly faceId: FaceId;
  /** Who gets the ground; the neighbour with the longest shared border when not given. */
  readonly into?: FaceId;
}

export const dissolveFace = (
  tiling: Tiling,
  { faceId, into }: DissolveFace,
  options: OperationOptions = {},
): Outcome<Patch> => {
  const face = tiling.face(faceId);
  if (face === undefined) return refuse('unknown', [faceId], null);
  const place = placeIn(tiling.shape(faceId));
  if (face.locked) return refuse('locked', [nameOf(tiling, faceId)], place, [faceId]);
  const borders = [...bordersOf(tiling, faceId)].filter(
    (entry): entry is [FaceId, number] => entry[0] !== null && tiling.face(entry[0])?.locked !== true,
  );
  const longest = borders.sort((a, b) => b[1] - a[1])[0]?.[0];
  const heir = into ?? longest;
  if (heir === undefined) return refuse('notInside', [nameOf(tiling, faceId)], place, [faceId]);
  const keeper = tiling.face(heir);
  if (keeper === undefined) return refuse('unknown', [heir], place);
  if (keeper.locked) return refuse('locked', [nameOf(tiling, heir)], place, [heir]);
  if (!borders.some(([id]) => id === heir) && !keeper.apart)
    return refuse('notAdjacent', [nameOf(tiling, faceId), nameOf(tiling, heir)], place, [faceId, heir]);
  const draft = new Draft(tiling);
  const overlay = makeOverlay(
    draft,
    new Set<Side>([faceId, heir]),
    [],
    checkOptions(options).limits.clearanceMm,
  );
  if ('refused' in overlay) return overlay;
  relabel(overlay, () => heir);
  draft.deleteFace(faceId);
  draft.putFace({ ...keeper, parents: [...new Set([...keeper.parents, faceId])] });
  return finish(draft, options);
};

/** Takes an enclave away; its surroundings get the ground. A grid that is not surrounded by one other is no enclave. */
export const removeEnclave = (
  tiling: Tiling,
  { faceId }: { readonly faceId: FaceId },
  options: OperationOptions = {},
): Outcome<Patch> => {
  if (tiling.face(faceId) === undefined) return refuse('unknown', [faceId], null);
  const [around, ...others] = [...bordersOf(tiling, faceId).keys()];
  return around === undefined || around === null || others.length > 0
    ? refuse('notInside', [nameOf(tiling, faceId)], placeIn(tiling.shape(faceId)), [faceId])
    : dissolveFace(tiling, { faceId, into: around }, options);
};

const contains = (ring: RingCoordinates, { x, y }: MmPoint): boolean => windingOf(ring, x, y) !== 0;

export interface FillHole {
  /** A point in the hole. */
  readonly at: MmPoint;
  /** The grid that gets it, or a new one with these fields; the neighbour with the longest border when not given. */
  readonly to?: FaceId;
  readonly created?: Partial<Omit<Face, 'id'>>;
}

/** Fills a hole of the community. */
export const fillHole = (
  tiling: Tiling,
  { at, to, created }: FillHole,
  options: OperationOptions = {},
): Outcome<Patch> => {
  const draft = new Draft(tiling);
  const isNew = to !== undefined && tiling.face(to) === undefined;
  if (isNew && created === undefined) return refuse('unknown', [to], at);
  const sides = new Set<Side>([null]);
  if (to !== undefined && !isNew) sides.add(to);
  const holes = tiling.shape(null).parts;
  const hole = holes.find(([outside]) => outside !== undefined && contains(outside.coordinates, at));
  if (hole === undefined) return refuse('noHole', [], at);
  const corners = new Set(hole.flatMap(({ vertexIds }) => vertexIds));
  const lengths = new Map<FaceId, number>();
  for (const id of tiling.arcsOf(null)) {
    const arc = tiling.arc(id) as Arc;
    const side = arc.left ?? arc.right;
    if (side === null || !arc.vertexIds.every((vertexId) => corners.has(vertexId))) continue;
    lengths.set(side, (lengths.get(side) ?? 0) + arcLength(tiling, arc));
  }
  const heir = to ?? [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0];
  if (heir === undefined) return refuse('noHole', [], at);
  sides.add(heir);
  const overlay = makeOverlay(draft, sides, [], checkOptions(options).limits.clearanceMm);
  if ('refused' in overlay) return overlay;
  const filled = overlay.cells.cells.findIndex(
    (_, cell) =>
      cell > 0 &&
      overlay.sideOf[cell] === null &&
      contains(overlay.cells.rings(cell)[0] as RingCoordinates, at),
  );
  relabel(overlay, (cell) => (cell === filled ? heir : (overlay.sideOf[cell] as Side)));
  if (isNew) draft.putFace(newFace(heir, created));
  return finish(draft, { ...options, outline: 'change' });
};
