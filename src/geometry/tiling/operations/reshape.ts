/**
 * Redraws a border by a new line between two of its points: the stretch of the grid's border between them is replaced. Ground on
 * the far side comes to the grid from whoever has it; ground cut off goes to the neighbour with which it shares most of the old
 * border. Of the two stretches between the points the one is replaced that moves less ground.
 */
import { Draft } from '../model/draft.ts';
import { nearestOnSegment, distance2 } from '../model/exact.ts';
import { type Outcome, refuse } from '../model/refusal.ts';
import {
  flatRing,
  type RingCoordinates,
  ringBox,
  ringLength,
  twiceArea,
  windingOf,
} from '../model/ring-measures.ts';
import type { FaceId, MmPoint, Patch, Side } from '../model/rows.ts';
import { placeIn } from '../model/shape.ts';
import type { Tiling } from '../model/tiling.ts';
import { makeOverlay, type Overlay } from '../planar/overlay.ts';
import { relabel } from '../planar/relabel.ts';
import { checkOptions, finish, nameOf, type OperationOptions } from './options.ts';
import { sidesInBox } from './region.ts';
import { placeOfCell, usableLine } from './split.ts';

export interface Reshape {
  /** The grid whose border it is. */
  readonly faceId: FaceId;
  readonly line: readonly MmPoint[];
  /** How far an end may lie from the border and still count as on it. */
  readonly reachMm?: number;
}

const REACH_MM = 500;

interface Hit {
  readonly ring: number;
  readonly at: MmPoint;
}

/** The place of a grid's border nearest to a point. */
const onBorder = (tiling: Tiling, faceId: FaceId, p: MmPoint, reachMm: number): Hit | null => {
  let best: Hit | null = null;
  let least = reachMm * reachMm;
  for (const [ring, { coordinates: c }] of tiling.shape(faceId).parts.flat().entries())
    for (let i = 0, j = c.length - 2; i < c.length; j = i, i += 2) {
      const a = { x: c[j] as number, y: c[j + 1] as number };
      const b = { x: c[i] as number, y: c[i + 1] as number };
      const at = nearestOnSegment(p, a, b);
      const d2 = distance2(p, at);
      if (d2 <= least) [best, least] = [{ ring, at }, d2];
    }
  return best;
};

/** The face's rings as they run in the overlay, from its half-edges. */
const ringThrough = (overlay: Overlay, faceId: FaceId, a: number, b: number): number[] | null => {
  const next = new Map<number, number[]>();
  for (const { arc, vertexIds } of overlay.chains) {
    if (arc === null) continue;
    for (const [side, ids] of [
      [arc.left, vertexIds],
      [arc.right, vertexIds.toReversed()],
    ] as const)
      if (side === faceId)
        for (let i = 1; i < ids.length; i++) {
          const from = ids[i - 1] as number;
          next.set(from, [...(next.get(from) ?? []), ids[i] as number]);
        }
  }
  const ring: number[] = [];
  for (
    let walk: number | undefined = a;
    walk !== undefined && !ring.includes(walk);
    walk = next.get(walk)?.[0]
  )
    ring.push(walk);
  return ring.includes(b) ? ring : null;
};

const coordinatesOf = (overlay: Overlay, ids: readonly number[]): RingCoordinates =>
  flatRing(ids.map((id) => overlay.at(id)));

/** Rings of the grid's part with one stretch replaced by the path, one for each of the two stretches. */
const candidates = (
  overlay: Overlay,
  ring: readonly number[],
  path: readonly number[],
): RingCoordinates[] => {
  const end = ring.indexOf(path[path.length - 1] as number);
  const inner = path.slice(1, -1);
  const forward = ring.slice(0, end + 1);
  const onward = [...ring.slice(end), ring[0] as number];
  return [
    coordinatesOf(overlay, [...forward, ...inner.toReversed()]),
    coordinatesOf(overlay, [...onward, ...inner]),
  ];
};

const covers = (ring: RingCoordinates, { x, y }: MmPoint): boolean => windingOf(ring, x, y) !== 0;

/** The neighbours of a cell across old borders, with the length shared. */
const heirOf = (overlay: Overlay, cell: number, faceId: FaceId): Side | undefined => {
  const { cells, chains } = overlay;
  const lengths = new Map<Side, number>();
  const { outside, holes } = cells.cells[cell] as (typeof cells.cells)[number];
  for (const h of [outside, ...holes].flat()) {
    const { arc, vertexIds } = chains[h >> 1] as Overlay['chains'][number];
    if (arc === null) continue;
    const other = arc.left === faceId ? arc.right : arc.left;
    if (other === null) continue;
    const length = ringLength(coordinatesOf(overlay, vertexIds));
    lengths.set(other, (lengths.get(other) ?? 0) + length);
  }
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0];
};

export const reshape = (tiling: Tiling, args: Reshape, options: OperationOptions = {}): Outcome<Patch> => {
  const { faceId, reachMm = REACH_MM } = args;
  const face = tiling.face(faceId);
  if (face === undefined) return refuse('unknown', [faceId], null);
  const name = nameOf(tiling, faceId);
  if (face.locked) return refuse('locked', [name], placeIn(tiling.shape(faceId)), [faceId]);
  const line = usableLine(args.line, false);
  if ('refused' in line) return line;
  const points = [...line.ok];
  const last = points.length - 1;
  const [from, to] = [points[0] as MmPoint, points[last] as MmPoint];
  const start = onBorder(tiling, faceId, from, reachMm);
  if (start === null) return refuse('notOnBorder', [], from, [faceId]);
  const end = onBorder(tiling, faceId, to, reachMm);
  if (end === null || end.ring !== start.ring) return refuse('notOnBorder', [], to, [faceId]);
  [points[0], points[last]] = [start.at, end.at];

  const draft = new Draft(tiling);
  const sides = sidesInBox(tiling, ringBox(flatRing(points)));
  sides.add(faceId);
  for (const id of tiling.arcsOf(faceId)) {
    const arc = tiling.arc(id);
    for (const side of [arc?.left ?? null, arc?.right ?? null]) if (side !== null) sides.add(side);
  }
  const overlay = makeOverlay(
    draft,
    sides,
    [{ points, closed: false }],
    checkOptions(options).limits.clearanceMm,
  );
  if ('refused' in overlay) return overlay;
  const path = overlay.paths[0] ?? [];
  const ring = ringThrough(overlay, faceId, path[0] ?? -1, path[path.length - 1] ?? -1);
  if (ring === null || path.length < 2 || path[0] === path[path.length - 1])
    return refuse('misses', [name], points[last >> 1] as MmPoint, [faceId]);

  const old = coordinatesOf(overlay, ring);
  const oldArea = twiceArea(old);
  const makes = candidates(overlay, ring, path).map((rings) => {
    const same = twiceArea(rings) > 0 === oldArea > 0;
    const changes = new Map<number, Side>();
    let movedArea = 0;
    let blocked = false;
    for (let cell = 1; cell < overlay.cells.cells.length; cell++) {
      const side = overlay.sideOf[cell];
      if (side === undefined) continue;
      const place = placeOfCell(overlay, cell);
      const [was, is] = [covers(old, place), covers(rings, place)];
      if (was === is || (side === faceId) === is) continue;
      const heir = is ? faceId : heirOf(overlay, cell, faceId);
      if (heir === undefined) blocked = true;
      else changes.set(cell, heir);
      movedArea += Math.abs(overlay.cells.rings(cell).reduce((sum, r) => sum + twiceArea(r), 0));
    }
    return { changes, movedArea, possible: same && !blocked && changes.size > 0 };
  });
  const best = makes.filter(({ possible }) => possible).sort((a, b) => a.movedArea - b.movedArea)[0];
  if (best === undefined) return refuse('misses', [name], points[last >> 1] as MmPoint, [faceId]);
  relabel(overlay, (cell) => best.changes.get(cell) ?? (overlay.sideOf[cell] as Side));
  return finish(draft, options);
};
