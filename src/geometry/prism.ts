/**
 * Where a ray first meets an upright prism: a footprint between two heights. Walls, flat top and flat bottom; even-odd, so a
 * courtyard in the footprint stays open. Numbers only, no allocation: the one inner loop of all picking.
 */

/** A ray in local metres; the direction need not have length 1, distances count in its lengths. */
export interface Ray3 {
  readonly ox: number;
  readonly oy: number;
  readonly oz: number;
  readonly dx: number;
  readonly dy: number;
  readonly dz: number;
}

/** Rings in one array of x, y pairs; ring r is points ringStart[r] … ringStart[r + 1]. */
export interface FlatRings {
  readonly xy: Float64Array | Float32Array;
  readonly ringStart: Uint32Array;
}

const inside = (rings: FlatRings, firstRing: number, endRing: number, x: number, y: number): boolean => {
  const { xy, ringStart } = rings;
  let odd = false;
  for (let r = firstRing; r < endRing; r++) {
    const start = ringStart[r] as number;
    const end = ringStart[r + 1] as number;
    for (let i = start, j = end - 1; i < end; j = i++) {
      const ay = xy[2 * i + 1] as number;
      const by = xy[2 * j + 1] as number;
      if (ay > y === by > y) continue;
      const ax = xy[2 * i] as number;
      if (x < (((xy[2 * j] as number) - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
    }
  }
  return odd;
};

/** Distance along the ray to rings[firstRing…endRing) between the heights, or Infinity. A ray that starts inside meets it at 0. */
export const rayToPrism = (
  ray: Ray3,
  rings: FlatRings,
  firstRing: number,
  endRing: number,
  bottom: number,
  top: number,
): number => {
  const { ox, oy, oz, dx, dy, dz } = ray;
  let near = 0;
  let far = Infinity;
  if (dz === 0) {
    if (oz < bottom || oz > top) return Infinity;
  } else {
    const a = (bottom - oz) / dz;
    const b = (top - oz) / dz;
    near = Math.max(0, Math.min(a, b));
    far = Math.max(a, b);
    if (far < near) return Infinity;
  }
  if (inside(rings, firstRing, endRing, ox + near * dx, oy + near * dy)) return near;
  if (dx === 0 && dy === 0) return Infinity;
  const { xy, ringStart } = rings;
  let best = Infinity;
  for (let r = firstRing; r < endRing; r++) {
    const start = ringStart[r] as number;
    const end = ringStart[r + 1] as number;
    for (let i = start, j = end - 1; i < end; j = i++) {
      const ax = xy[2 * j] as number;
      const ay = xy[2 * j + 1] as number;
      const ex = (xy[2 * i] as number) - ax;
      const ey = (xy[2 * i + 1] as number) - ay;
      const det = ex * dy - ey * dx;
      if (det === 0) continue;
      const px = ax - ox;
      const py = ay - oy;
      const t = (ex * py - ey * px) / det;
      if (t < near || t >= best || t > far) continue;
      const s = (dx * py - dy * px) / det;
      if (s >= 0 && s <= 1) best = t;
    }
  }
  return best;
};
