/**
 * The long axis of a footprint: of all rectangles along one of the hull's edges, the smallest one. Houses are built along their
 * walls, so this is the direction a person would call its length; a principal axis is off wherever a wing sticks out.
 */
import type { LocalRing, Point2 } from './local-polygon.ts';

export interface OrientedBox {
  readonly centre: Point2;
  /** Unit vector along the longer side. */
  readonly axis: Point2;
  readonly lengthMetres: number;
  readonly depthMetres: number;
}

/** Convex hull, counter-clockwise (Andrew's monotone chain). */
export const convexHull = (points: LocalRing): LocalRing => {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly Point2[]): Point2[] => {
    const out: Point2[] = [];
    for (const p of list) {
      while (out.length >= 2) {
        const a = out[out.length - 2] as Point2;
        const b = out[out.length - 1] as Point2;
        if ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0) break;
        out.pop();
      }
      out.push(p);
    }
    out.pop();
    return out;
  };
  return [...half(sorted), ...half(sorted.reverse())];
};

export const orientedBox = (ring: LocalRing): OrientedBox => {
  const hull = convexHull(ring);
  let best: OrientedBox | null = null;
  let bestArea = Infinity;
  hull.forEach((a, i) => {
    const b = hull[(i + 1) % hull.length] as Point2;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length < 1e-6) return;
    const ux = (b[0] - a[0]) / length;
    const uy = (b[1] - a[1]) / length;
    let [u0, u1, v0, v1] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const [x, y] of hull) {
      const u = x * ux + y * uy;
      const v = -x * uy + y * ux;
      u0 = Math.min(u0, u);
      u1 = Math.max(u1, u);
      v0 = Math.min(v0, v);
      v1 = Math.max(v1, v);
    }
    const area = (u1 - u0) * (v1 - v0);
    if (area >= bestArea - 1e-9) return;
    bestArea = area;
    const cu = (u0 + u1) / 2;
    const cv = (v0 + v1) / 2;
    const long = u1 - u0 >= v1 - v0;
    best = {
      centre: [cu * ux - cv * uy, cu * uy + cv * ux],
      axis: long ? [ux, uy] : [-uy, ux],
      lengthMetres: Math.max(u1 - u0, v1 - v0),
      depthMetres: Math.min(u1 - u0, v1 - v0),
    };
  });
  return best ?? { centre: ring[0] ?? [0, 0], axis: [1, 0], lengthMetres: 0, depthMetres: 0 };
};
