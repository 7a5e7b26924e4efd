/** A point surely inside a polygon: the middle of its widest stretch at half its height, away from corners. */
import type { Point } from '../polygon.ts';
import type { FootprintPolygon } from './footprint.ts';

/** Null where the polygon has no height. */
export const interiorPoint = (polygon: FootprintPolygon): Point | null => {
  const ys = [...new Set((polygon[0] ?? []).map((p) => p[1]))].sort((a, b) => a - b);
  if (ys.length < 2) return null;
  // Between two corners that follow each other in height, so that no edge begins or ends at the line.
  const middle = ((ys[0] as number) + (ys[ys.length - 1] as number)) / 2;
  const above = Math.max(
    1,
    ys.findIndex((y) => y > middle),
  );
  const y = ((ys[above - 1] as number) + (ys[above] as number)) / 2;
  const xs: number[] = [];
  for (const ring of polygon)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const a = ring[j] as Point;
      const b = ring[i] as Point;
      if (a[1] > y !== b[1] > y) xs.push(a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0]));
    }
  xs.sort((a, b) => a - b);
  let best: Point | null = null;
  let widest = 0;
  for (let i = 0; i + 1 < xs.length; i += 2) {
    const width = (xs[i + 1] as number) - (xs[i] as number);
    if (width <= widest) continue;
    widest = width;
    best = [((xs[i] as number) + (xs[i + 1] as number)) / 2, y];
  }
  return best;
};
