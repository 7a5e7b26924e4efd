/**
 * Paints buildings into a grid, the border following: their ground moves over, and the new border is straightened through the
 * free space between footprints. Strips without a building that would be left behind come along. When buildings would be cut off
 * from their grid, the refusal names them: taken too, the stroke succeeds.
 */
import { Draft } from '../model/draft.ts';
import { distance2, nearestOnSegment } from '../model/exact.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import type { FaceId, MmPoint, Patch, Side, Vertex } from '../model/rows.ts';
import { placeIn } from '../model/shape.ts';
import type { Tiling } from '../model/tiling.ts';
import { makeOverlay, type Overlay } from '../planar/overlay.ts';
import { relabel } from '../planar/relabel.ts';
import { heirOf, piecesOf, type PlacedBuildings } from '../planar/settle.ts';
import type { Assignment } from '../ground/assignment.ts';
import type { FreeSpace } from '../ground/free-space.ts';
import type { GroundCells } from '../ground/ground-cells.ts';
import { regionLoops, straightenRing } from '../ground/region-of.ts';
import { checkOptions, finish, nameOf, type OperationOptions } from './options.ts';
import { cellsInRings, laidRings } from './region.ts';

export interface Paint {
  /** Rows of the building set. */
  readonly rows: readonly number[];
  readonly to: FaceId;
  readonly ground: GroundCells;
  readonly space: FreeSpace;
  readonly assignment: Assignment;
}

/** The new border may leave the middle between buildings by this much where that makes it straighter. */
const STRAIGHTEN_MM = 6000;
/** A new border this near to an old one takes its place. */
const ADOPT_MM = 3000;

/** Points near an existing border of the grids concerned are put on it: no strips between the old border and the new one. */
const adopted = (tiling: Tiling, sides: ReadonlySet<Side>, p: MmPoint): MmPoint => {
  let best = p;
  let least = ADOPT_MM * ADOPT_MM;
  const box = { minX: p.x - ADOPT_MM, minY: p.y - ADOPT_MM, maxX: p.x + ADOPT_MM, maxY: p.y + ADOPT_MM };
  for (const edge of tiling.search(box)) {
    const arc = tiling.arc(edge.arcId);
    if (arc === undefined || (!sides.has(arc.left) && !sides.has(arc.right))) continue;
    const [a, b] = [tiling.vertex(edge.a) as Vertex, tiling.vertex(edge.b) as Vertex];
    // Corners first: a border led past a corner by a hand's breadth is a spike.
    for (const end of [a, b]) if (distance2(p, end) <= least) [best, least] = [end, distance2(p, end)];
    const on = nearestOnSegment(p, a, b);
    if (distance2(p, on) * 4 < least) [best, least] = [on, distance2(p, on) * 4];
  }
  return best;
};

const linesOf = (
  tiling: Tiling,
  { ground, space }: Paint,
  rows: ReadonlySet<number>,
  sides: ReadonlySet<Side>,
) =>
  regionLoops(ground, rows).flatMap((loop) => {
    const raw = loop.map((node) => ground.node(node));
    const ring = straightenRing(raw, space, STRAIGHTEN_MM).map((p) => adopted(tiling, sides, p));
    const points = ring.filter((p, i) => {
      const before = ring[(i + ring.length - 1) % ring.length] as MmPoint;
      return p.x !== before.x || p.y !== before.y;
    });
    return points.length < 3 ? [] : [{ points: [...points, points[0] as MmPoint], closed: true }];
  });

export const paint = (tiling: Tiling, args: Paint, options: OperationOptions = {}): Outcome<Patch> => {
  const { to, assignment } = args;
  const { buildings, faceOf } = assignment;
  if (tiling.face(to) === undefined) return refuse('unknown', [to], null);
  const rows = new Set(args.rows.filter((row) => faceOf[row] !== to && faceOf[row] !== null));
  if (rows.size === 0) return refuse('noBuilding', [], null, [to]);
  const pointOf = (row: number): MmPoint => ({
    x: buildings.x[row] as number,
    y: buildings.y[row] as number,
  });
  const donors = new Set<FaceId>([...rows].map((row) => faceOf[row] as FaceId));
  for (const id of [to, ...donors])
    if (tiling.face(id)?.locked === true)
      return refuse('locked', [nameOf(tiling, id)], pointOf([...rows][0] as number), [id]);
  const sides = new Set<Side>([to, ...donors]);
  const lines = linesOf(tiling, args, rows, sides);
  const draft = new Draft(tiling);
  const { clearanceMm } = checkOptions(options).limits;
  const overlay = makeOverlay(draft, sides, lines, clearanceMm);
  if ('refused' in overlay) return overlay;
  const inside = cellsInRings(overlay, laidRings(overlay));
  const labels = overlay.sideOf.map((side, cell) => (inside.has(cell) ? to : side));
  const placed: PlacedBuildings = {
    rows: [...sides].flatMap((side) => [...assignment.rows(side)]),
    pointOf,
  };
  const cutOff = settle(tiling, overlay, labels, placed, to, donors);
  if (cutOff !== null) return cutOff;
  relabel(overlay, (cell) => labels[cell] as Side);
  return finish(draft, options);
};

/** Gives strips away; a refusal where buildings would be cut off. Changes `labels`. */
const settle = (
  tiling: Tiling,
  overlay: Overlay,
  labels: (Side | undefined)[],
  placed: PlacedBuildings,
  to: FaceId,
  donors: ReadonlySet<FaceId>,
): ReturnType<typeof refuse> | null => {
  const partsBefore = (id: FaceId): number => tiling.shape(id).parts.length;
  const give = (cells: readonly number[], heir: FaceId): void => {
    for (const cell of cells) labels[cell] = heir;
  };
  for (const id of donors) {
    const pieces = piecesOf(overlay, labels, placed).get(id) ?? [];
    const keeps = tiling.face(id)?.apart === true ? pieces.length : partsBefore(id);
    const rest = pieces.slice(Math.max(1, keeps));
    for (const piece of rest.filter(({ rows }) => rows.length === 0)) {
      const heir = heirOf(overlay, labels, piece, (side) => side === to || donors.has(side));
      if (heir !== null) give(piece.cells, heir);
    }
    const cut = rest.flatMap(({ rows }) => rows);
    if (cut.length === 0) continue;
    const { refused } = refuse(
      'takeToo',
      [nameOf(tiling, id), cut.length],
      placed.pointOf(cut[0] as number),
      [id, to],
    );
    return { refused: { ...refused, takeToo: cut } };
  }
  const own = piecesOf(overlay, labels, placed).get(to) ?? [];
  const keeps = tiling.face(to)?.apart === true ? own.length : Math.max(1, partsBefore(to));
  for (const piece of own.slice(keeps)) {
    const heir = piece.rows.length > 0 ? null : heirOf(overlay, labels, piece, (side) => donors.has(side));
    if (heir !== null) give(piece.cells, heir);
    else {
      const row = piece.rows[0];
      const at = row === undefined ? placeIn(tiling.shape(to)) : placed.pointOf(row);
      return refuse('notNext', [nameOf(tiling, to)], at, [to]);
    }
  }
  return null;
};
