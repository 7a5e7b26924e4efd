/**
 * Moves every edge of a polygon inwards by a small distance, so that neighbouring homes leave a joint between them. For small
 * distances only: a part narrower than twice the distance would turn inside out, and then the ring is given back as it was.
 */
import { type LocalPolygon, type LocalRing, type Point2, ringArea } from './local-polygon.ts';

/** A sharp corner is cut off at this many times the distance. */
const MITRE_LIMIT = 2.5;

/** Inwards for a counter-clockwise ring, outwards (a growing hole) for a clockwise one. Same number of points. */
export const insetRing = (ring: LocalRing, metres: number): LocalRing => {
  const n = ring.length;
  const out = ring.map((p, i): Point2 => {
    const a = ring[(i + n - 1) % n] as Point2;
    const b = ring[(i + 1) % n] as Point2;
    const la = Math.hypot(p[0] - a[0], p[1] - a[1]) || 1;
    const lb = Math.hypot(b[0] - p[0], b[1] - p[1]) || 1;
    // Left normals of the two edges: inside.
    const ax = -(p[1] - a[1]) / la;
    const ay = (p[0] - a[0]) / la;
    const bx = -(b[1] - p[1]) / lb;
    const by = (b[0] - p[0]) / lb;
    const k = 1 + ax * bx + ay * by;
    if (k < 0.05) return [p[0] + metres * ax, p[1] + metres * ay];
    const scale = Math.min(1 / k, MITRE_LIMIT / Math.sqrt(2 * k));
    return [p[0] + metres * (ax + bx) * scale, p[1] + metres * (ay + by) * scale];
  });
  return keepsDirections(ring, out) ? out : ring;
};

/** No edge turned round and the ring still winds the same way. */
const keepsDirections = (before: LocalRing, after: LocalRing): boolean =>
  ringArea(before) * ringArea(after) > 0 &&
  before.every((p, i) => {
    const q = before[(i + 1) % before.length] as Point2;
    const s = after[i] as Point2;
    const t = after[(i + 1) % after.length] as Point2;
    return (q[0] - p[0]) * (t[0] - s[0]) + (q[1] - p[1]) * (t[1] - s[1]) >= 0;
  });

export const insetPolygon = (polygon: LocalPolygon, metres: number): LocalPolygon =>
  polygon.map((ring) => insetRing(ring, metres));
