/**
 * The point of a polygon farthest from its border: where a name looks centred, also in a bent grid whose centre of area lies
 * outside of it. The quadtree search of polylabel, to half a metre.
 */
import { type LocalPolygon, ringsContain } from './local-polygon.ts';
import { boundsOf, centroidOf, type Point } from './polygon.ts';

interface Square {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  /** Signed distance to the border, positive inside. */
  readonly distance: number;
}

const segmentDistanceSquared = (x: number, y: number, a: Point, b: Point): number => {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length2 = dx * dx + dy * dy;
  const t = length2 > 0 ? Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / length2)) : 0;
  return (x - a[0] - t * dx) ** 2 + (y - a[1] - t * dy) ** 2;
};

const borderDistance = (polygon: LocalPolygon, x: number, y: number): number => {
  let best = Infinity;
  for (const ring of polygon)
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++)
      best = Math.min(best, segmentDistanceSquared(x, y, ring[j] as Point, ring[i] as Point));
  return Math.sqrt(best) * (ringsContain(polygon, x, y) ? 1 : -1);
};

export interface VisualCentre {
  readonly point: Point;
  /** Radius of the largest circle about the point, metres. */
  readonly radiusMetres: number;
}

export const visualCentre = (polygon: LocalPolygon, precisionMetres = 0.5): VisualCentre => {
  const outside = polygon[0] ?? [];
  const [minX, minY, maxX, maxY] = boundsOf(outside);
  const size = Math.min(maxX - minX, maxY - minY);
  const [cx, cy] = centroidOf(outside);
  if (!(size > 0)) return { point: [cx, cy], radiusMetres: 0 };
  const at = (x: number, y: number, half: number): Square => ({
    x,
    y,
    half,
    distance: borderDistance(polygon, x, y),
  });
  let best = at(cx, cy, 0);
  const half = size / 2;
  const queue: Square[] = [];
  for (let x = minX; x < maxX; x += size)
    for (let y = minY; y < maxY; y += size) queue.push(at(x + half, y + half, half));
  while (queue.length > 0) {
    const square = queue.pop() as Square;
    if (square.distance > best.distance) best = square;
    if (square.distance + square.half * Math.SQRT2 - best.distance <= precisionMetres) continue;
    const h = square.half / 2;
    const children = [
      at(square.x - h, square.y - h, h),
      at(square.x + h, square.y - h, h),
      at(square.x - h, square.y + h, h),
      at(square.x + h, square.y + h, h),
    ].sort((a, b) => a.distance - b.distance);
    queue.push(...children);
  }
  return { point: [best.x, best.y], radiusMetres: Math.max(0, best.distance) };
};
