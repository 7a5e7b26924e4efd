/**
 * Plane geometry in metres. Town coordinates are `[u, v]`: u along the streets that run east, v along those that run north;
 * `frame.ts` turns them into the local frame and into degrees.
 */
export type Point = readonly [u: number, v: number];
export type Line = readonly Point[];

export const rect = (u0: number, v0: number, u1: number, v1: number): Point[] => [
  [u0, v0],
  [u1, v0],
  [u1, v1],
  [u0, v1],
];

export const shift = (line: Line, du: number, dv: number): Point[] => line.map(([u, v]) => [u + du, v + dv]);

/** Turned counter-clockwise about the origin. */
export const turn = (line: Line, degrees: number): Point[] => {
  const c = Math.cos((degrees * Math.PI) / 180);
  const s = Math.sin((degrees * Math.PI) / 180);
  return line.map(([u, v]) => [u * c - v * s, u * s + v * c]);
};

export const distance = (a: Point, b: Point): number => Math.hypot(a[0] - b[0], a[1] - b[1]);

export const lerp = (a: Point, b: Point, t: number): Point => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
];

/** Positive when counter-clockwise. */
export const signedArea = (ring: Line): number => {
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const [u0, v0] = ring[i] as Point;
    const [u1, v1] = ring[(i + 1) % ring.length] as Point;
    twice += u0 * v1 - u1 * v0;
  }
  return twice / 2;
};

export const counterClockwise = (ring: Line): Point[] =>
  signedArea(ring) < 0 ? [...ring].reverse() : [...ring];

export const contains = (ring: Line, [u, v]: Point): boolean => {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ui, vi] = ring[i] as Point;
    const [uj, vj] = ring[j] as Point;
    if (vi > v !== vj > v && u < ((uj - ui) * (v - vi)) / (vj - vi) + ui) inside = !inside;
  }
  return inside;
};

export const distanceToSegment = (p: Point, a: Point, b: Point): number => {
  const du = b[0] - a[0];
  const dv = b[1] - a[1];
  const length2 = du * du + dv * dv;
  const t = length2 === 0 ? 0 : ((p[0] - a[0]) * du + (p[1] - a[1]) * dv) / length2;
  const k = Math.min(1, Math.max(0, t));
  return Math.hypot(p[0] - a[0] - du * k, p[1] - a[1] - dv * k);
};

export const distanceToLine = (p: Point, line: Line): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 1; i < line.length; i++) {
    best = Math.min(best, distanceToSegment(p, line[i - 1] as Point, line[i] as Point));
  }
  return best;
};

export const closed = (ring: Line): Point[] => [...ring, ring[0] as Point];

/** Distance to a polygon's edge; 0 inside. */
export const distanceToRing = (p: Point, ring: Line): number =>
  contains(ring, p) ? 0 : distanceToLine(p, closed(ring));

const side = (a: Point, b: Point, p: Point): number =>
  (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);

export const segmentsCross = (a: Point, b: Point, c: Point, d: Point): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** The least distance between two lines; 0 when they cross. */
export const distanceOfLines = (one: Line, two: Line): number => {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 1; i < one.length; i++) {
    const a = one[i - 1] as Point;
    const b = one[i] as Point;
    for (let j = 1; j < two.length; j++) {
      const c = two[j - 1] as Point;
      const d = two[j] as Point;
      if (segmentsCross(a, b, c, d)) return 0;
      best = Math.min(
        best,
        distanceToSegment(a, c, d),
        distanceToSegment(b, c, d),
        distanceToSegment(c, a, b),
        distanceToSegment(d, a, b),
      );
    }
  }
  return best;
};

export const distanceOfRings = (one: Line, two: Line): number =>
  contains(one, two[0] as Point) || contains(two, one[0] as Point)
    ? 0
    : distanceOfLines(closed(one), closed(two));

/** Points every `step` metres along a line, from `start`, with the direction of travel. */
export const along = (line: Line, step: number, start = step / 2): { at: Point; direction: Point }[] => {
  const out: { at: Point; direction: Point }[] = [];
  let next = start;
  let done = 0;
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as Point;
    const b = line[i] as Point;
    const length = distance(a, b);
    while (next <= done + length && length > 0) {
      out.push({
        at: lerp(a, b, (next - done) / length),
        direction: [(b[0] - a[0]) / length, (b[1] - a[1]) / length],
      });
      next += step;
    }
    done += length;
  }
  return out;
};

/** A parallel line to the left of the direction of travel (to the right when negative). */
export const parallel = (line: Line, offset: number): Point[] =>
  line.map((p, i) => {
    const before = line[Math.max(0, i - 1)] as Point;
    const after = line[Math.min(line.length - 1, i + 1)] as Point;
    const length = distance(before, after);
    return [
      p[0] - ((after[1] - before[1]) / length) * offset,
      p[1] + ((after[0] - before[0]) / length) * offset,
    ];
  });

/** A smooth line through the points (centripetal enough for streets and rims), with `pieces` pieces between each two. */
export const smooth = (points: Line, pieces: number): Point[] => {
  const out: Point[] = [];
  const at = (i: number): Point => points[Math.min(points.length - 1, Math.max(0, i))] as Point;
  for (let i = 0; i + 1 < points.length; i++) {
    const [p0, p1, p2, p3] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let k = 0; k < pieces; k++) {
      const t = k / pieces;
      const blend = (a: number, b: number, c: number, d: number): number =>
        b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
      out.push([blend(p0[0], p1[0], p2[0], p3[0]), blend(p0[1], p1[1], p2[1], p3[1])]);
    }
  }
  out.push(at(points.length - 1));
  return out;
};

/** An ellipse of `count` points, counter-clockwise. */
export const ellipse = (u: number, v: number, ru: number, rv: number, count = 28): Point[] =>
  Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI;
    return [u + ru * Math.cos(angle), v + rv * Math.sin(angle)];
  });

/** u at the given v of a line that only ever runs up or down in v. */
export const uAt = (line: Line, v: number): number => {
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1] as Point;
    const b = line[i] as Point;
    if ((a[1] - v) * (b[1] - v) <= 0 && a[1] !== b[1]) return lerp(a, b, (v - a[1]) / (b[1] - a[1]))[0];
  }
  throw new RangeError(`the line does not reach v = ${v}`);
};
