/** Small polygon arithmetic in local metres: area, bounds, containment, mitred inset. Rings are not closed. */

export type Point = readonly [number, number];
export type PointRing = readonly Point[];

/** Signed area in square metres; counter-clockwise is positive. */
export const signedArea = (ring: PointRing): number => {
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j] as Point;
    const b = ring[i] as Point;
    twice += a[0] * b[1] - b[0] * a[1];
  }
  return twice / 2;
};

/** The ring turned counter-clockwise (or clockwise for `ccw = false`). */
export const oriented = (ring: PointRing, ccw: boolean): Point[] =>
  signedArea(ring) > 0 === ccw ? [...ring] : [...ring].reverse();

/** Area of the outside less the holes, square metres. */
export const polygonArea = (rings: readonly PointRing[]): number =>
  rings.reduce((sum, ring, i) => sum + (i === 0 ? 1 : -1) * Math.abs(signedArea(ring)), 0);

/** West, south, east, north. */
export type Bounds = readonly [number, number, number, number];

export const boundsOf = (points: Iterable<Point>): [number, number, number, number] => {
  const box: [number, number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (const [x, y] of points) {
    if (x < box[0]) box[0] = x;
    if (y < box[1]) box[1] = y;
    if (x > box[2]) box[2] = x;
    if (y > box[3]) box[3] = y;
  }
  return box;
};

/** Area centroid of a ring; the mean of its points where it has no area. */
export const centroidOf = (ring: PointRing): [number, number] => {
  let x = 0;
  let y = 0;
  let twice = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j] as Point;
    const b = ring[i] as Point;
    const cross = a[0] * b[1] - b[0] * a[1];
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
    twice += cross;
  }
  if (Math.abs(twice) > 1e-9) return [x / (3 * twice), y / (3 * twice)];
  const n = Math.max(ring.length, 1);
  return [ring.reduce((s, p) => s + p[0], 0) / n, ring.reduce((s, p) => s + p[1], 0) / n];
};

/** Is the point inside the ring (even-odd)? */
export const ringContains = (ring: PointRing, x: number, y: number): boolean => {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[i] as Point;
    const b = ring[j] as Point;
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) inside = !inside;
  }
  return inside;
};

export const polygonContains = (rings: readonly PointRing[], x: number, y: number): boolean =>
  rings.length > 0 &&
  ringContains(rings[0] as PointRing, x, y) &&
  !rings.slice(1).some((hole) => ringContains(hole, x, y));

/** The ring without repeated and nearly repeated points (closer than `tolerance` metres). */
export const cleanRing = (ring: PointRing, tolerance = 0.01): Point[] => {
  const out: Point[] = [];
  for (const p of ring) {
    const last = out[out.length - 1];
    if (!last || Math.hypot(p[0] - last[0], p[1] - last[1]) > tolerance) out.push(p);
  }
  const first = out[0];
  const last = out[out.length - 1];
  if (first && last && out.length > 1 && Math.hypot(first[0] - last[0], first[1] - last[1]) <= tolerance)
    out.pop();
  return out;
};

/** The sharpest mitre, as a multiple of the distance: keeps acute corners from shooting off. */
const MITRE_LIMIT = 3;

/**
 * Every edge moved to its left by `distance` metres (into a counter-clockwise ring, out of it when negative), with mitred corners:
 * point i of the answer belongs to point i of the ring. Null where the ring is too narrow and would turn over.
 */
export const insetRing = (ring: PointRing, distance: number): Point[] | null => {
  const n = ring.length;
  const out: Point[] = [];
  for (let i = 0; i < n; i++) {
    const before = ring[(i + n - 1) % n] as Point;
    const here = ring[i] as Point;
    const after = ring[(i + 1) % n] as Point;
    const inLength = Math.hypot(here[0] - before[0], here[1] - before[1]) || 1;
    const outLength = Math.hypot(after[0] - here[0], after[1] - here[1]) || 1;
    const ax = -(here[1] - before[1]) / inLength;
    const ay = (here[0] - before[0]) / inLength;
    const bx = -(after[1] - here[1]) / outLength;
    const by = (after[0] - here[0]) / outLength;
    const scale = Math.min(1 / Math.max(1 + ax * bx + ay * by, 1e-6), MITRE_LIMIT);
    out.push([here[0] + (ax + bx) * scale * distance, here[1] + (ay + by) * scale * distance]);
  }
  for (let i = 0; i < n; i++) {
    const a = ring[i] as Point;
    const b = ring[(i + 1) % n] as Point;
    const p = out[i] as Point;
    const q = out[(i + 1) % n] as Point;
    if ((b[0] - a[0]) * (q[0] - p[0]) + (b[1] - a[1]) * (q[1] - p[1]) <= 0) return null;
  }
  return out;
};
