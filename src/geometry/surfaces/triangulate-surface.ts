/**
 * A flat polygon in space, with holes, to triangles that face where it faces.
 *
 * The plane is Newell's: the mean of all corners' turns, so that a surface that is a little bent, or begins with three points in a row,
 * still has one. Earcut sees the polygon along the axis that the plane faces most: which triangles a flat polygon falls into does not
 * change by that, and the coordinates stay the given numbers.
 */
import earcut from 'earcut';

export interface Triangulated {
  /** Three numbers of corners for each triangle, as given. */
  readonly triangles: readonly number[];
  /** Of length 1, outward for a surface that is counter-clockwise seen from outside. */
  readonly normal: readonly [x: number, y: number, z: number];
  /** Of the outside less the holes. */
  readonly area: number;
}

/** Smaller than a square millimetre: an edge, not a surface. */
const LEAST_AREA = 1e-6;

/** Twice the area as a vector. */
const newell = (xyz: ArrayLike<number>, from: number, to: number): [number, number, number] => {
  let nx = 0;
  let ny = 0;
  let nz = 0;
  // About the first point, or far coordinates would eat the digits.
  const ox = xyz[from * 3] as number;
  const oy = xyz[from * 3 + 1] as number;
  const oz = xyz[from * 3 + 2] as number;
  let ax = (xyz[to * 3 - 3] as number) - ox;
  let ay = (xyz[to * 3 - 2] as number) - oy;
  let az = (xyz[to * 3 - 1] as number) - oz;
  for (let i = from; i < to; i++) {
    const bx = (xyz[i * 3] as number) - ox;
    const by = (xyz[i * 3 + 1] as number) - oy;
    const bz = (xyz[i * 3 + 2] as number) - oz;
    nx += (ay - by) * (az + bz);
    ny += (az - bz) * (ax + bx);
    nz += (ax - bx) * (ay + by);
    ax = bx;
    ay = by;
    az = bz;
  }
  return [nx, ny, nz];
};

/**
 * `xyz` holds the corners of all rings, the outside first; `ends` tells behind which corner each ring ends. Null where the surface has
 * no area, or nothing is left of it.
 */
export const triangulateSurface = (xyz: ArrayLike<number>, ends: readonly number[]): Triangulated | null => {
  const count = ends[0] ?? 0;
  if (count < 3) return null;
  const [nx, ny, nz] = newell(xyz, 0, count);
  const length = Math.hypot(nx, ny, nz);
  if (!(length > 2 * LEAST_AREA)) return null;
  const normal = [nx / length, ny / length, nz / length] as const;
  if (count === 3 && ends.length === 1) return { triangles: [0, 1, 2], normal, area: length / 2 };

  const ax = Math.abs(nx);
  const ay = Math.abs(ny);
  const az = Math.abs(nz);
  // The two other axes, in the order in which the outside is counter-clockwise.
  let u = 0;
  let v = 1;
  let facing = nz;
  if (ax >= ay && ax >= az) {
    u = 1;
    v = 2;
    facing = nx;
  } else if (ay >= az) {
    u = 2;
    v = 0;
    facing = ny;
  }
  if (facing < 0) [u, v] = [v, u];
  const all = ends[ends.length - 1] as number;
  const flat = new Array<number>(all * 2);
  const ou = xyz[u] as number;
  const ov = xyz[v] as number;
  for (let i = 0; i < all; i++) {
    flat[i * 2] = (xyz[i * 3 + u] as number) - ou;
    flat[i * 2 + 1] = (xyz[i * 3 + v] as number) - ov;
  }
  const turn = (a: number, b: number, c: number): number => {
    const x = flat[a * 2] as number;
    const y = flat[a * 2 + 1] as number;
    return (
      ((flat[b * 2] as number) - x) * ((flat[c * 2 + 1] as number) - y) -
      ((flat[b * 2 + 1] as number) - y) * ((flat[c * 2] as number) - x)
    );
  };
  // Most walls: cut along a diagonal that lies inside.
  if (all === 4 && ends.length === 1) {
    if (turn(0, 1, 2) > 0 && turn(0, 2, 3) > 0)
      return { triangles: [0, 1, 2, 0, 2, 3], normal, area: length / 2 };
    if (turn(1, 2, 3) > 0 && turn(1, 3, 0) > 0)
      return { triangles: [1, 2, 3, 1, 3, 0], normal, area: length / 2 };
  }
  const found = earcut(flat, ends.slice(0, -1));
  const triangles: number[] = [];
  for (let i = 0; i < found.length; i += 3) {
    const a = found[i] as number;
    const b = found[i + 1] as number;
    const c = found[i + 2] as number;
    const side = turn(a, b, c);
    if (side > 0) triangles.push(a, b, c);
    else if (side < 0) triangles.push(a, c, b);
  }
  if (triangles.length === 0) return null;
  let area = length / 2;
  for (let ring = 1; ring < ends.length; ring++)
    area -= Math.hypot(...newell(xyz, ends[ring - 1] as number, ends[ring] as number)) / 2;
  return { triangles, normal, area };
};
