/**
 * Gives a drawn region to a grid, whatever lies there: the common way of carving a dedicated grid out of basic ones, of adding
 * an enclave, of cutting a hole, of adding a part to the community. Grids of which nothing is left would be a refusal, unless
 * `absorb` says that they may go.
 */
import { Draft } from '../model/draft.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import { type Box, flatRing, type RingCoordinates, ringBox, windingOf } from '../model/ring-measures.ts';
import { type Face, type FaceId, type MmPoint, newFace, type Patch, type Side } from '../model/rows.ts';
import type { Tiling } from '../model/tiling.ts';
import { makeOverlay, type Overlay } from '../planar/overlay.ts';
import { relabel } from '../planar/relabel.ts';
import { checkOptions, finish, nameOf, type OperationOptions } from './options.ts';
import { placeOfCell, usableLine } from './split.ts';

export interface AssignRegion {
  /** Rings in any direction; what lies in an odd number of them is the region. */
  readonly rings: readonly (readonly MmPoint[])[];
  /** The grid that gets it; null makes it outside, a hole of the community. */
  readonly to: Side;
  /** Fields, where `to` is a new grid. */
  readonly created?: Partial<Omit<Face, 'id'>>;
  /** May grids vanish that the region covers wholly? */
  readonly absorb?: boolean;
  /** Only what belongs to these grids is taken (null: outside). Every grid when not given. */
  readonly from?: readonly Side[];
}

const overlaps = (a: Box, b: Box): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** Faces that a box may touch. */
export const sidesInBox = (tiling: Tiling, box: Box): Set<Side> => {
  const sides = new Set<Side>();
  for (const id of tiling.faces.keys()) if (overlaps(tiling.shape(id).box, box)) sides.add(id);
  return sides;
};

/** Which cells lie in the rings, by even-odd. */
export const cellsInRings = (overlay: Overlay, rings: readonly RingCoordinates[]): Set<number> => {
  const inside = new Set<number>();
  for (let cell = 1; cell < overlay.cells.cells.length; cell++) {
    if (overlay.sideOf[cell] === undefined) continue;
    const { x, y } = placeOfCell(overlay, cell);
    const count = rings.reduce((sum, ring) => sum + (windingOf(ring, x, y) & 1), 0);
    if (count & 1) inside.add(cell);
  }
  return inside;
};

/** The rings as they were laid, snapped and led through vertices. */
export const laidRings = (overlay: Overlay): RingCoordinates[] =>
  overlay.paths.map((path) => flatRing(path.slice(0, -1).map((id) => overlay.at(id))));

export const assignRegion = (
  tiling: Tiling,
  args: AssignRegion,
  options: OperationOptions = {},
): Outcome<Patch> => {
  const { to, created, absorb = false, from } = args;
  const isNew = to !== null && tiling.face(to) === undefined;
  if (isNew && created === undefined) return refuse('unknown', [to], null);
  if (!isNew && created !== undefined) return refuse('taken', [to ?? ''], null);
  const lines: { points: readonly MmPoint[]; closed: boolean }[] = [];
  for (const ring of args.rings) {
    const line = usableLine(ring, true);
    if ('refused' in line) return line;
    lines.push({ points: line.ok, closed: true });
  }
  const boxes = lines.map(({ points }) => ringBox(flatRing(points)));
  const sides = new Set<Side>(boxes.flatMap((box) => [...sidesInBox(tiling, box)]));
  const mayChangeOutline = options.outline === 'change';
  if (!isNew && to !== null) sides.add(to);
  if (mayChangeOutline) sides.add(null);
  if (to === null && !mayChangeOutline) return refuse('outline', [], lines[0]?.points[0] ?? null);

  const draft = new Draft(tiling);
  const overlay = makeOverlay(draft, sides, lines, checkOptions(options).limits.clearanceMm);
  if ('refused' in overlay) return overlay;
  const inside = cellsInRings(overlay, laidRings(overlay));
  const takes = (cell: number): boolean => {
    const old = overlay.sideOf[cell];
    return inside.has(cell) && old !== undefined && (from === undefined || from.includes(old));
  };
  const taken = [...inside].filter(takes);
  if (taken.length === 0) return refuse('outside', [], lines[0]?.points[0] ?? null);
  if (isNew) {
    const parents = [...new Set(taken.map((cell) => overlay.sideOf[cell]))].filter(
      (side): side is FaceId => typeof side === 'string',
    );
    draft.putFace(newFace(to, { kind: 'dedicated', ...created, parents: created?.parents ?? parents }));
  }
  const newSide = (cell: number): Side => (takes(cell) ? to : (overlay.sideOf[cell] as Side));
  relabel(overlay, newSide);
  const left = new Set<Side>(
    overlay.cells.cells.map((_, cell) => (overlay.sideOf[cell] === undefined ? null : newSide(cell))),
  );
  for (const side of sides) {
    if (side === null || left.has(side) || side === to) continue;
    const face = tiling.face(side);
    if (face?.locked) return refuse('locked', [nameOf(tiling, side)], null, [side]);
    if (absorb) draft.deleteFace(side);
  }
  return finish(draft, options);
};

export interface AddEnclave {
  readonly ring: readonly MmPoint[];
  readonly id: FaceId;
  readonly fields?: Partial<Omit<Face, 'id'>>;
}

/** Carves a new grid out of what lies there: a dedicated grid in a basic one, or across several. */
export const addEnclave = (
  tiling: Tiling,
  { ring, id, fields }: AddEnclave,
  options: OperationOptions = {},
): Outcome<Patch> =>
  tiling.face(id) === undefined
    ? assignRegion(tiling, { rings: [ring], to: id, created: fields ?? {} }, options)
    : refuse('taken', [id], null);

/** Cuts a hole: ground within the community that does not belong to it. */
export const cutHole = (
  tiling: Tiling,
  { ring }: { readonly ring: readonly MmPoint[] },
  options: OperationOptions = {},
): Outcome<Patch> => assignRegion(tiling, { rings: [ring], to: null }, { ...options, outline: 'change' });

/** Adds ground to the community: a part of its own where `id` is new, or more of an existing grid. Takes from no other grid. */
export const addGround = (
  tiling: Tiling,
  { ring, id, fields }: AddEnclave,
  options: OperationOptions = {},
): Outcome<Patch> =>
  assignRegion(
    tiling,
    tiling.face(id) === undefined
      ? { rings: [ring], to: id, created: { kind: 'basic', ...fields }, from: [null] }
      : { rings: [ring], to: id, from: [null] },
    { ...options, outline: 'change' },
  );
