/**
 * Splits a grid by a line from border to border (what lies outside of the grid is ignored), or by a closed line inside of it.
 * Id, branch and workers stay with the part that weighs most (households, or area where none are given); `keep` swaps.
 */
import { Draft } from '../model/draft.ts';
import { segmentsCross } from '../model/exact.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import { insidePoint, type RingCoordinates, twiceArea, windingOf } from '../model/ring-measures.ts';
import { type Face, type FaceId, type MmPoint, newFace, type Patch, type Side } from '../model/rows.ts';
import { placeIn } from '../model/shape.ts';
import type { Tiling } from '../model/tiling.ts';
import { makeOverlay, type Overlay } from '../planar/overlay.ts';
import { relabel } from '../planar/relabel.ts';
import { checkOptions, distinctPoints, finish, nameOf, type OperationOptions, unusable } from './options.ts';

export interface SplitFace {
  readonly faceId: FaceId;
  readonly line: readonly MmPoint[];
  /** The line is a ring: what it encloses becomes the new grid. */
  readonly closed?: boolean;
  /** Fields of the new grids, the heaviest part first. A line that enters twice makes more parts and needs more ids. */
  readonly created: readonly (Partial<Omit<Face, 'parents'>> & { readonly id: FaceId })[];
  /** Weight of a place (households of a building there); without them parts weigh by area. */
  readonly weights?: readonly (MmPoint & { readonly weight: number })[];
  /** Which part keeps the id: the heaviest, or the lightest (swapped). */
  readonly keep?: 'heaviest' | 'lightest';
}

const crossesItself = (points: readonly MmPoint[]): MmPoint | null => {
  for (let i = 0; i + 1 < points.length; i++)
    for (let j = i + 2; j + 1 < points.length; j++) {
      const [a, b] = [points[i] as MmPoint, points[i + 1] as MmPoint];
      const [c, d] = [points[j] as MmPoint, points[j + 1] as MmPoint];
      if (segmentsCross(a, b, c, d)) return c;
    }
  return null;
};

/** A line as operations take it: cleaned, or what is wrong with it. */
export const usableLine = (line: readonly MmPoint[], closed: boolean): Outcome<readonly MmPoint[]> => {
  if (unusable(line)) return refuse('notNumber', [], null);
  const points = distinctPoints(line);
  const first = points[0];
  if (first !== undefined && closed) {
    const last = points[points.length - 1] as MmPoint;
    if (first.x !== last.x || first.y !== last.y) points.push(first);
  }
  if (points.length < (closed ? 4 : 2)) return refuse('shortLine', [], first ?? null);
  const at = crossesItself(points);
  return at === null ? { ok: points } : refuse('lineCrossesItself', [], at);
};

interface Part {
  readonly cell: number;
  readonly area: number;
  readonly weight: number;
}

const contains = (rings: readonly RingCoordinates[], { x, y }: MmPoint): boolean =>
  rings.reduce((sum, ring) => sum + windingOf(ring, x, y), 0) !== 0;

/** Pieces of the face that the line made, the heaviest first. */
const partsOf = (overlay: Overlay, { faceId, weights }: SplitFace): Part[] => {
  const { cells, chains, sideOf } = overlay;
  const beside = new Set<number>();
  for (const [i, { arc }] of chains.entries())
    if (arc === null) beside.add(cells.cellOf[2 * i] as number).add(cells.cellOf[2 * i + 1] as number);
  return [...beside]
    .filter((cell) => sideOf[cell] === faceId)
    .map((cell) => {
      const rings = cells.rings(cell);
      const area = rings.reduce((sum, ring) => sum + twiceArea(ring), 0) / 2;
      const weight = (weights ?? []).reduce((sum, w) => (contains(rings, w) ? sum + w.weight : sum), 0);
      return { cell, area, weight };
    })
    .sort((a, b) => b.weight - a.weight || b.area - a.area);
};

export const splitFace = (
  tiling: Tiling,
  args: SplitFace,
  options: OperationOptions = {},
): Outcome<Patch> => {
  const { faceId, created, closed = false, keep = 'heaviest' } = args;
  const face = tiling.face(faceId);
  if (face === undefined) return refuse('unknown', [faceId], null);
  const name = nameOf(tiling, faceId);
  if (face.locked) return refuse('locked', [name], placeIn(tiling.shape(faceId)), [faceId]);
  const taken = created.find(({ id }) => tiling.face(id) !== undefined);
  if (taken !== undefined) return refuse('taken', [taken.id], null);
  const line = usableLine(args.line, closed);
  if ('refused' in line) return line;
  const draft = new Draft(tiling);
  const { clearanceMm } = checkOptions(options).limits;
  const overlay = makeOverlay(draft, new Set<Side>([faceId]), [{ points: line.ok, closed }], clearanceMm);
  if ('refused' in overlay) return overlay;
  const parts = partsOf(overlay, args);
  const middle = line.ok[line.ok.length >> 1] as MmPoint;
  if (parts.length < 2) return refuse('misses', [name], middle, [faceId]);
  if (parts.length - 1 > created.length)
    return refuse('pieces', [parts.length - 1, created.length], middle, [faceId]);
  const ordered = keep === 'heaviest' ? parts : parts.toReversed();
  const ids = new Map<number, FaceId>();
  for (const [i, { cell }] of ordered.entries())
    ids.set(cell, i === 0 ? faceId : (created[i - 1]?.id as FaceId));
  for (const fields of created.slice(0, parts.length - 1))
    draft.putFace(
      newFace(fields.id, { kind: face.kind, validFrom: face.validFrom, ...fields, parents: [faceId] }),
    );
  relabel(overlay, (cell) => ids.get(cell) ?? (overlay.sideOf[cell] as Side));
  return finish(draft, options);
};

/** A place inside a cell. */
export const placeOfCell = (overlay: Overlay, cell: number): MmPoint =>
  insidePoint(overlay.cells.rings(cell));
