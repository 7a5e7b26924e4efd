/** Rings as flat coordinates `[x0, y0, x1, y1, …]` in millimetres, not closed: area, length, and what is inside. */
import { orient2d } from 'robust-predicates';
import type { MmPoint } from './rows.ts';

export type RingCoordinates = Float64Array;

/** Twice the signed area in square millimetres, counter-clockwise positive. Summed about the first point: far origins cost digits. */
export const twiceArea = (ring: RingCoordinates): number => {
  const x0 = ring[0] ?? 0;
  const y0 = ring[1] ?? 0;
  let sum = 0;
  for (let i = 2; i + 3 < ring.length; i += 2)
    sum +=
      ((ring[i] as number) - x0) * ((ring[i + 3] as number) - y0) -
      ((ring[i + 2] as number) - x0) * ((ring[i + 1] as number) - y0);
  return sum;
};

export const ringLength = (ring: RingCoordinates): number => {
  let sum = 0;
  const n = ring.length;
  for (let i = 0, j = n - 2; i < n; j = i, i += 2)
    sum += Math.hypot(
      (ring[i] as number) - (ring[j] as number),
      (ring[i + 1] as number) - (ring[j + 1] as number),
    );
  return sum;
};

/**
 * How often the ring turns about a point, counter-clockwise positive. Exact for whole millimetres, also on the border: of two
 * rings that share an edge exactly one contains a point on it, so no building is ever in two grids or in none.
 */
export const windingOf = (ring: RingCoordinates, x: number, y: number): number => {
  let winding = 0;
  const n = ring.length;
  let ax = ring[n - 2] as number;
  let ay = ring[n - 1] as number;
  for (let i = 0; i < n; i += 2) {
    const bx = ring[i] as number;
    const by = ring[i + 1] as number;
    if (ay <= y) {
      if (by > y && (ax > x || bx > x) && orient2d(ax, ay, bx, by, x, y) < 0) winding++;
    } else if (by <= y && (ax > x || bx > x) && orient2d(ax, ay, bx, by, x, y) > 0) winding--;
    ax = bx;
    ay = by;
  }
  return winding;
};

export type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

export const ringBox = (ring: RingCoordinates): Box => {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < ring.length; i += 2) {
    const x = ring[i] as number;
    const y = ring[i + 1] as number;
    if (x < minX) minX = x;
    if (x > maxX) maxX = x;
    if (y < minY) minY = y;
    if (y > maxY) maxY = y;
  }
  return [minX, minY, maxX, maxY];
};

export const joinBoxes = (a: Box, b: Box): Box => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];

export const flatRing = (points: readonly MmPoint[]): RingCoordinates => {
  const out = new Float64Array(points.length * 2);
  for (const [i, p] of points.entries()) {
    out[2 * i] = p.x;
    out[2 * i + 1] = p.y;
  }
  return out;
};

/** A point well inside: the middle of the widest stretch along some horizontal lines. Rings by even-odd. */
export const insidePoint = (rings: readonly RingCoordinates[]): MmPoint => {
  const ys: number[] = [];
  for (const ring of rings) for (let i = 1; i < ring.length; i += 2) ys.push(ring[i] as number);
  ys.sort((a, b) => a - b);
  const levels: number[] = [];
  let widest = 0;
  for (let i = 1; i < ys.length; i++) {
    const gap = (ys[i] as number) - (ys[i - 1] as number);
    if (gap > widest) {
      widest = gap;
      levels[0] = ((ys[i] as number) + (ys[i - 1] as number)) / 2;
    }
  }
  // Besides the widest free band: fifths of the height, for a centre that looks like one.
  const low = ys[0] ?? 0;
  const high = ys[ys.length - 1] ?? 0;
  for (const share of [0.5, 0.3, 0.7, 0.4, 0.6]) levels.push(low + (high - low) * share + 0.25);
  let best = { x: rings[0]?.[0] ?? 0, y: rings[0]?.[1] ?? 0, width: 0 };
  for (const y of levels) {
    const xs: number[] = [];
    for (const ring of rings) {
      for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
        const ay = ring[j + 1] as number;
        const by = ring[i + 1] as number;
        if (ay > y === by > y) continue;
        const ax = ring[j] as number;
        xs.push(ax + (((ring[i] as number) - ax) * (y - ay)) / (by - ay));
      }
    }
    xs.sort((a, b) => a - b);
    for (let i = 1; i < xs.length; i += 2) {
      const width = (xs[i] as number) - (xs[i - 1] as number);
      if (width > best.width) best = { x: ((xs[i] as number) + (xs[i - 1] as number)) / 2, y, width };
    }
  }
  return { x: best.x, y: best.y };
};
