/**
 * Gives a grid back the ground, the fields and the lock that it had in another tiling: what the plan began with. Ground that it has
 * gained since goes to whoever had it then, else to the neighbour that touches it most; a grid that was made since and of which
 * nothing is left goes. A lock of its own is no hindrance here, those of others are.
 */
import { Draft } from '../model/draft.ts';
import { joinPatches } from '../model/patch.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import { flatRing, ringBox } from '../model/ring-measures.ts';
import type { Face, FaceId, MmPoint, Patch, Side } from '../model/rows.ts';
import { shapeContains } from '../model/shape.ts';
import { Tiling } from '../model/tiling.ts';
import { makeOverlay, type Overlay } from '../planar/overlay.ts';
import { relabel } from '../planar/relabel.ts';
import { heirOf } from '../planar/settle.ts';
import { setFace } from './fields.ts';
import { checkOptions, finish, nameOf, type OperationOptions } from './options.ts';
import { cellsInRings, laidRings, sidesInBox } from './region.ts';
import { placeOfCell } from './split.ts';

export interface RestoreFaces {
  readonly base: Tiling;
  readonly faceIds: readonly FaceId[];
}

const ringsOf = (base: Tiling, id: FaceId): MmPoint[][] =>
  base
    .shape(id)
    .parts.flat()
    .map(({ vertexIds }) => vertexIds.flatMap((vertexId) => base.vertex(vertexId) ?? []));

const ownerIn = (base: Tiling, { x, y }: MmPoint): FaceId | null => {
  for (const id of base.faces.keys()) if (shapeContains(base.shape(id), x, y)) return id;
  return null;
};

/** Whom each cell goes to: the grid what was its own, others what they had. */
const labelsOf = (tiling: Tiling, base: Tiling, faceId: FaceId, overlay: Overlay): (Side | undefined)[] => {
  const inside = cellsInRings(overlay, laidRings(overlay));
  const labels = overlay.sideOf.map((side, cell) => (inside.has(cell) && side !== null ? faceId : side));
  for (const [cell, side] of labels.entries()) {
    if (side !== faceId || inside.has(cell)) continue;
    const owner = ownerIn(base, placeOfCell(overlay, cell));
    const had = owner !== faceId && owner !== null && tiling.face(owner) !== undefined ? owner : null;
    const piece = { face: faceId, cells: [cell], areaMm2: 0, rows: [] };
    labels[cell] = had ?? heirOf(overlay, labels, piece, (id) => id !== faceId) ?? faceId;
  }
  return labels;
};

const restoreOne = (
  tiling: Tiling,
  base: Tiling,
  faceId: FaceId,
  options: OperationOptions,
): Outcome<Patch> => {
  const face = base.face(faceId);
  if (face === undefined) return refuse('unknown', [nameOf(tiling, faceId)], null, [faceId]);
  const rings = ringsOf(base, faceId);
  const sides = new Set<Side>(rings.flatMap((ring) => [...sidesInBox(tiling, ringBox(flatRing(ring)))]));
  if (tiling.face(faceId) !== undefined) {
    sides.add(faceId);
    for (const id of sidesInBox(tiling, tiling.shape(faceId).box)) sides.add(id);
  }
  const draft = new Draft(tiling);
  const overlay = makeOverlay(
    draft,
    sides,
    rings.map((points) => ({ points: [...points, points[0] as MmPoint], closed: true })),
    checkOptions(options).limits.clearanceMm,
  );
  if ('refused' in overlay) return overlay;
  const labels = labelsOf(tiling, base, faceId, overlay);
  relabel(overlay, (cell) => labels[cell] as Side);
  const left = new Set(labels);
  for (const side of sides)
    if (side !== null && side !== faceId && !left.has(side) && base.face(side) === undefined)
      draft.deleteFace(side);
  draft.putFace(face);
  return finish(draft, options);
};

export const restoreFaces = (
  tiling: Tiling,
  { base, faceIds }: RestoreFaces,
  options: OperationOptions = {},
): Outcome<Patch> => {
  const copy = Tiling.of(tiling.toData());
  const patches: Patch[] = [];
  const take = (outcome: Outcome<Patch>): Outcome<Patch> => {
    if ('ok' in outcome) {
      copy.apply(outcome.ok);
      patches.push(outcome.ok);
    }
    return outcome;
  };
  for (const faceId of faceIds) {
    const face: Face | undefined = copy.face(faceId);
    if (face?.locked === true) take(setFace(copy, { faceId, fields: { locked: false } }));
    const outcome = take(restoreOne(copy, base, faceId, options));
    if ('refused' in outcome && outcome.refused.code !== 'nothing') return outcome;
  }
  const [first, ...rest] = patches;
  if (first === undefined) return refuse('nothing', [], null);
  const joined = joinPatches([first, ...rest]);
  const { put, del, prev } = joined;
  const isSame =
    JSON.stringify([put.vertices, put.arcs, put.faces]) ===
    JSON.stringify([prev.vertices, prev.arcs, prev.faces]);
  const deletes = del.vertices.length + del.arcs.length + del.faces.length > 0;
  // Unlocked, looked at and locked again: nothing has changed.
  return isSame && !deletes ? refuse('nothing', [], null) : { ok: joined };
};
