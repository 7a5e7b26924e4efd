/**
 * Footprints drawn twice: the same shape within a few centimetres. A copy hides behind its twin in the picture and is linked to the wrong
 * households, so it must be told.
 */
import type { Point, PointRing } from '../polygon.ts';
import { type FootprintPolygon, footprintAreaMetres, type MetresPerUnit } from './footprint.ts';

/** Footprints by number, without a list of them having to be made. */
export interface FootprintSet {
  readonly count: number;
  polygonsOf(index: number): readonly FootprintPolygon[];
  /** Only what is of one kind and height stands for the same thing: a part and a building of one shape are no copies. */
  areAlike(a: number, b: number): boolean;
}

/** Copies that went through another program differ by its rounding: seven decimals of a degree are 11 mm. */
const TOLERANCE_METRES = 0.05;

/** For longer borders the same box and the same area are proof enough. */
const MOST_COMPARED_POINTS = 1_000;
/** Of shapes with the same corner so many are looked at. */
const MOST_IN_A_CELL = 32;

const pointCount = (polygons: readonly FootprintPolygon[]): number =>
  polygons.reduce((sum, polygon) => sum + polygon.reduce((n, ring) => n + ring.length, 0), 0);

/** West, south, east, north in metres and square metres of each: five numbers, or a city's worth of small objects. */
const SHAPE_NUMBERS = 5;

const shapesOf = (set: FootprintSet, metresPerUnit: MetresPerUnit): Float64Array => {
  const [mx, my] = metresPerUnit;
  const shapes = new Float64Array(set.count * SHAPE_NUMBERS);
  for (let i = 0; i < set.count; i++) {
    const polygons = set.polygonsOf(i);
    let west = Infinity;
    let south = Infinity;
    let east = -Infinity;
    let north = -Infinity;
    for (const polygon of polygons)
      for (const point of polygon[0] ?? []) {
        const x = point[0];
        const y = point[1];
        if (x < west) west = x;
        if (x > east) east = x;
        if (y < south) south = y;
        if (y > north) north = y;
      }
    const k = i * SHAPE_NUMBERS;
    shapes[k] = west * mx;
    shapes[k + 1] = south * my;
    shapes[k + 2] = east * mx;
    shapes[k + 3] = north * my;
    shapes[k + 4] = footprintAreaMetres(polygons, metresPerUnit);
  }
  return shapes;
};

const edgeDistanceSquared = (p: Point, a: Point, b: Point, [mx, my]: MetresPerUnit): number => {
  const dx = (b[0] - a[0]) * mx;
  const dy = (b[1] - a[1]) * my;
  const px = (p[0] - a[0]) * mx;
  const py = (p[1] - a[1]) * my;
  const length2 = dx * dx + dy * dy;
  const t = length2 > 0 ? Math.max(0, Math.min(1, (px * dx + py * dy) / length2)) : 0;
  return (px - t * dx) ** 2 + (py - t * dy) ** 2;
};

const liesOn = (
  points: readonly FootprintPolygon[],
  lines: readonly PointRing[],
  metresPerUnit: MetresPerUnit,
): boolean => {
  const limit = TOLERANCE_METRES * TOLERANCE_METRES;
  return points.every((polygon) =>
    polygon.every((ring) =>
      ring.every((p) =>
        lines.some((line) =>
          line.some((b, i) => edgeDistanceSquared(p, line.at(i - 1) as Point, b, metresPerUnit) <= limit),
        ),
      ),
    ),
  );
};

const areTwins = (
  set: FootprintSet,
  shapes: Float64Array,
  a: number,
  b: number,
  metresPerUnit: MetresPerUnit,
): boolean => {
  const at = (i: number, k: number): number => shapes[i * SHAPE_NUMBERS + k] as number;
  for (let k = 0; k < 4; k++) if (Math.abs(at(a, k) - at(b, k)) > TOLERANCE_METRES) return false;
  // The way along the border times the tolerance: so much area may differ.
  const reach = 2 * (at(a, 2) - at(a, 0) + (at(a, 3) - at(a, 1))) * TOLERANCE_METRES + 1e-6;
  if (Math.abs(at(a, 4) - at(b, 4)) > reach || !set.areAlike(a, b)) return false;
  const first = set.polygonsOf(a);
  const second = set.polygonsOf(b);
  if (pointCount(first) + pointCount(second) > MOST_COMPARED_POINTS) return true;
  return liesOn(first, second.flat(), metresPerUnit) && liesOn(second, first.flat(), metresPerUnit);
};

/** Cells far apart may share a key where it passes 2^53: they are only compared for nothing. */
const cellKey = (x: number, y: number): number => x * 134_217_728 + y;

/** `[copy, original]` by number, the original being the first of them; each copy once. */
export const findDuplicates = (
  set: FootprintSet,
  metresPerUnit: MetresPerUnit,
): [copy: number, original: number][] => {
  // Lower left corners fall into cells; equal within the tolerance means the same cell or a neighbour.
  const cell = TOLERANCE_METRES * 4;
  const shapes = shapesOf(set, metresPerUnit);
  /** The last original of a cell, and of each original the one before it in its cell. */
  const last = new Map<number, number>();
  const before = new Int32Array(set.count).fill(-1);
  const found: [number, number][] = [];
  for (let i = 0; i < set.count; i++) {
    const west = shapes[i * SHAPE_NUMBERS] as number;
    if (!Number.isFinite(west)) continue;
    const cx = west / cell;
    const cy = (shapes[i * SHAPE_NUMBERS + 1] as number) / cell;
    let twin = -1;
    // The cell itself and those that a quarter of a cell to each side reaches.
    for (let x = Math.floor(cx - 0.25); x <= cx + 0.25 && twin < 0; x++)
      for (let y = Math.floor(cy - 0.25); y <= cy + 0.25 && twin < 0; y++) {
        let k = last.get(cellKey(x, y)) ?? -1;
        for (let n = 0; k >= 0 && n < MOST_IN_A_CELL && twin < 0; n++) {
          if (areTwins(set, shapes, k, i, metresPerUnit)) twin = k;
          k = before[k] as number;
        }
      }
    if (twin >= 0) {
      found.push([i, twin]);
      continue;
    }
    const key = cellKey(Math.floor(cx), Math.floor(cy));
    before[i] = last.get(key) ?? -1;
    last.set(key, i);
  }
  return found;
};
