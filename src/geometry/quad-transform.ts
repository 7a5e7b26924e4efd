/**
 * Where in a picture a point of the ground lies, from the four corners of the picture on the ground. Corners that came through a change
 * of coordinate system are no exact rectangle; the map that takes four points to four points keeps straight lines straight.
 *
 *      ground                                   picture (v downwards, as rows of pixels run)
 *        1 ────── 2                               0,0 ────── 1,0
 *       ╱          ╲          ───────►             │          │
 *      4 ─────────── 3                            0,1 ────── 1,1
 */
type Point = readonly [x: number, y: number];
export type Quad = readonly [upperLeft: Point, upperRight: Point, lowerRight: Point, lowerLeft: Point];

/** Row by row: u = (a·x + b·y + c) / w, v = (d·x + e·y + f) / w with w = g·x + h·y + i. */
export type Homography = readonly [
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
  i: number,
];

/** From the unit square to the quad, by Heckbert's closed form. */
const fromUnit = ([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Quad): Homography | null => {
  const [dx1, dx2, sx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3];
  const [dy1, dy2, sy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3];
  const det = dx1 * dy2 - dx2 * dy1;
  if (det === 0) return null;
  const g = (sx * dy2 - dx2 * sy) / det;
  const h = (dx1 * sy - sx * dy1) / det;
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1];
};

/** Is it a convex quad with an area? Then every point within it has one place in the picture. */
const isConvex = (quad: Quad): boolean => {
  const turns = quad.map((b, k) => {
    const a = quad[(k + 3) % 4] as Point;
    const c = quad[(k + 1) % 4] as Point;
    return Math.sign((b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]));
  });
  return turns[0] !== 0 && turns.every((turn) => turn === turns[0]);
};

/** The map from ground to picture; null where the corners make no picture. */
export const quadToPicture = (quad: Quad): Homography | null => {
  const m = isConvex(quad) ? fromUnit(quad) : null;
  if (!m) return null;
  const [a, b, c, d, e, f, g, h, i] = m;
  const inverse = [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ] as const;
  const det = a * inverse[0] + b * inverse[3] + c * inverse[6];
  return Number.isFinite(det) && det !== 0
    ? (inverse.map((value) => value / det) as unknown as Homography)
    : null;
};
