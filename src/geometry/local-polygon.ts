/**
 * Polygons in local metres (x east, y north). A polygon is rings without the repeated last point: the outside
 * counter-clockwise, then holes clockwise. The measures that picking, rooms and labels share.
 */
export type Point2 = readonly [x: number, y: number];
export type LocalRing = readonly Point2[];
export type LocalPolygon = readonly LocalRing[];
export interface Bounds2 {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** Twice-signed shoelace halved: positive when counter-clockwise, square metres. */
export const ringArea = (ring: LocalRing): number => {
  let sum = 0;
  const n = ring.length;
  for (let i = 0, j = n - 1; i < n; j = i++) {
    const a = ring[j] as Point2;
    const b = ring[i] as Point2;
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return sum / 2;
};

/** Area of the polygon less its holes, square metres. */
export const polygonArea = (polygon: LocalPolygon): number =>
  polygon.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * Math.abs(ringArea(ring)), 0);

/** The same polygon with the outside counter-clockwise and the holes clockwise, repeated points dropped. */
export const orientPolygon = (polygon: LocalPolygon): LocalPolygon =>
  polygon
    .map((ring, i) => {
      const clean = dropRepeats(ring);
      return ringArea(clean) > 0 === (i === 0) ? clean : [...clean].reverse();
    })
    .filter((ring) => ring.length >= 3);

const SAME_METRES = 1e-6;
/** A ring without neighbours that are the same point. */
export const dropRepeats = (ring: LocalRing): LocalRing =>
  ring.filter((p, i) => {
    const q = ring[(i + 1) % ring.length] as Point2;
    return Math.abs(p[0] - q[0]) > SAME_METRES || Math.abs(p[1] - q[1]) > SAME_METRES;
  });

export const ringContains = (ring: LocalRing, x: number, y: number): boolean => {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[i] as Point2;
    const [bx, by] = ring[j] as Point2;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
};

/** Even-odd over all rings, so holes count themselves out. */
export const polygonContains = (polygon: LocalPolygon, x: number, y: number): boolean =>
  polygon.reduce((inside, ring) => (ringContains(ring, x, y) ? !inside : inside), false);

export const boundsOf = (rings: Iterable<LocalRing>): Bounds2 => {
  let minX = Infinity;
  let minY = Infinity;
  let maxX = -Infinity;
  let maxY = -Infinity;
  for (const ring of rings) {
    for (const [x, y] of ring) {
      minX = Math.min(minX, x);
      minY = Math.min(minY, y);
      maxX = Math.max(maxX, x);
      maxY = Math.max(maxY, y);
    }
  }
  return { minX, minY, maxX, maxY };
};

/** Centre of area of the outside ring; of its points when it has no area. */
export const centroidOf = (ring: LocalRing): Point2 => {
  const [ox, oy] = ring[0] ?? [0, 0];
  let area = 0;
  let x = 0;
  let y = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j] as Point2;
    const b = ring[i] as Point2;
    const cross = (a[0] - ox) * (b[1] - oy) - (b[0] - ox) * (a[1] - oy);
    area += cross;
    x += (a[0] + b[0] - 2 * ox) * cross;
    y += (a[1] + b[1] - 2 * oy) * cross;
  }
  if (Math.abs(area) > 1e-9) return [ox + x / (3 * area), oy + y / (3 * area)];
  const n = Math.max(1, ring.length);
  return [ring.reduce((s, p) => s + p[0], 0) / n, ring.reduce((s, p) => s + p[1], 0) / n];
};

/** Square of the distance from a point to a segment, metres². */
export const segmentDistanceSquared = (px: number, py: number, a: Point2, b: Point2): number => {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length2 = dx * dx + dy * dy;
  const t = length2 > 0 ? Math.max(0, Math.min(1, ((px - a[0]) * dx + (py - a[1]) * dy) / length2)) : 0;
  const ex = px - a[0] - t * dx;
  const ey = py - a[1] - t * dy;
  return ex * ex + ey * ey;
};
