/**
 * Footprints drawn twice: the same shape within a few centimetres. A copy hides behind its twin in the picture and is linked to the wrong
 * households, so it must be told.
 */
import type { Point, PointRing } from '../polygon.ts';
import { type FootprintPolygon, footprintAreaMetres, type MetresPerUnit } from './footprint.ts';

export interface MaybeTwin {
  readonly polygons: readonly FootprintPolygon[];
  /** Only what has the same stands for the same thing: `part` and `building`, another height, another floor. */
  readonly kind: string;
}

/** Copies that went through another program differ by its rounding: seven decimals of a degree are 11 mm. */
const TOLERANCE_METRES = 0.05;

/** For longer borders the same box and the same area are proof enough. */
const MOST_COMPARED_POINTS = 1_000;
/** Of shapes with the same corner so many are remembered. */
const MOST_IN_A_CELL = 32;

const pointCount = (item: MaybeTwin): number =>
  item.polygons.reduce((sum, polygon) => sum + polygon.reduce((n, ring) => n + ring.length, 0), 0);

interface Shape {
  /** West, south, east, north in metres. */
  readonly box: readonly [number, number, number, number];
  readonly areaSquareMetres: number;
}

const shapeOf = (polygons: readonly FootprintPolygon[], metresPerUnit: MetresPerUnit): Shape => {
  const [mx, my] = metresPerUnit;
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
  return {
    box: [west * mx, south * my, east * mx, north * my],
    areaSquareMetres: footprintAreaMetres(polygons, metresPerUnit),
  };
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
  a: MaybeTwin,
  b: MaybeTwin,
  shapeA: Shape,
  shapeB: Shape,
  metresPerUnit: MetresPerUnit,
): boolean => {
  if (a.kind !== b.kind) return false;
  for (let i = 0; i < 4; i++)
    if (Math.abs((shapeA.box[i] as number) - (shapeB.box[i] as number)) > TOLERANCE_METRES) return false;
  // The way along the border times the tolerance: so much area may differ.
  const reach =
    2 * (shapeA.box[2] - shapeA.box[0] + (shapeA.box[3] - shapeA.box[1])) * TOLERANCE_METRES + 1e-6;
  if (Math.abs(shapeA.areaSquareMetres - shapeB.areaSquareMetres) > reach) return false;
  if (pointCount(a) + pointCount(b) > MOST_COMPARED_POINTS) return true;
  return (
    liesOn(a.polygons, b.polygons.flat(), metresPerUnit) &&
    liesOn(b.polygons, a.polygons.flat(), metresPerUnit)
  );
};

/** Cells far apart may share a key where it passes 2^53: they are only compared for nothing. */
const cellKey = (x: number, y: number): number => x * 134_217_728 + y;

/** `[copy, original]` by number, the original being the first of them; each copy once. */
export const findDuplicates = (
  items: readonly MaybeTwin[],
  metresPerUnit: MetresPerUnit,
): [copy: number, original: number][] => {
  // Lower left corners fall into cells; equal within the tolerance means the same cell or a neighbour.
  const cell = TOLERANCE_METRES * 4;
  const seen = new Map<number, number[]>();
  const shapes = items.map((item) => shapeOf(item.polygons, metresPerUnit));
  const found: [number, number][] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i] as MaybeTwin;
    const shape = shapes[i] as Shape;
    if (!Number.isFinite(shape.box[0])) continue;
    const cx = shape.box[0] / cell;
    const cy = shape.box[1] / cell;
    let twin: number | undefined;
    // The cell itself and those that a quarter of a cell to each side reaches.
    for (let x = Math.floor(cx - 0.25); x <= cx + 0.25 && twin === undefined; x++)
      for (let y = Math.floor(cy - 0.25); y <= cy + 0.25 && twin === undefined; y++)
        twin = seen
          .get(cellKey(x, y))
          ?.find((k) => areTwins(items[k] as MaybeTwin, item, shapes[k] as Shape, shape, metresPerUnit));
    if (twin !== undefined) {
      found.push([i, twin]);
      continue;
    }
    const key = cellKey(Math.floor(cx), Math.floor(cy));
    const list = seen.get(key);
    if (list === undefined) seen.set(key, [i]);
    else if (list.length < MOST_IN_A_CELL) list.push(i);
  }
  return found;
};
