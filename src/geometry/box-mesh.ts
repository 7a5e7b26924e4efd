/**
 * Many upright boxes with bevelled tops and bottoms in one set of arrays: the homes, stair cores and floor plates of an opened
 * building. Every vertex carries which home and which floor it belongs to, so that colour and movement are the shader's work and
 * the arrays are written once.
 *
 *      ┌─────────────┐   top face, inset by the bevel
 *     ╱               ╲  bevel
 *     │     wall      │  edge = signed metres from the middle of the wall, across and up
 *     ╲_______________╱
 */
import earcut from 'earcut';
import { type LocalPolygon, type LocalRing, orientPolygon } from './local-polygon.ts';
import { insetRing, type Point } from './polygon.ts';

export interface BoxMesh {
  /** x, y, z relative to the mesh's origin, metres. */
  readonly position: Float32Array;
  readonly normal: Float32Array;
  /** Box (index into the paint texture), floor ordinal, and the way it slides out: x, y of a unit vector. */
  readonly owner: Float32Array;
  /**
   * Where on its wall: metres across from the nearer end and up from the nearer edge are `size − |edge|`; four numbers, signed
   * offset from the middle (across, up) and half the size. Faces without lines have a size out of reach.
   */
  readonly edge: Float32Array;
  readonly index: Uint32Array;
}

export interface BoxPart {
  readonly polygon: LocalPolygon;
  readonly bottom: number;
  readonly top: number;
  readonly bevelMetres: number;
  readonly box: number;
  readonly floor: number;
  readonly slide: Point;
}

/** Far enough that no line is drawn. */
const NO_EDGE = 100;

export const meshBoxes = (parts: readonly BoxPart[], origin: readonly [number, number, number]): BoxMesh => {
  const position: number[] = [];
  const normal: number[] = [];
  const owner: number[] = [];
  const edge: number[] = [];
  const index: number[] = [];
  let vertices = 0;

  const vertex = (
    part: BoxPart,
    x: number,
    y: number,
    z: number,
    nx: number,
    ny: number,
    nz: number,
    across: number,
    up: number,
    halfAcross: number,
    halfUp: number,
  ): number => {
    position.push(x - origin[0], y - origin[1], z - origin[2]);
    normal.push(nx, ny, nz);
    owner.push(part.box, part.floor, part.slide[0], part.slide[1]);
    edge.push(across, up, halfAcross, halfUp);
    return vertices++;
  };
  /** A quad a b c d, counter-clockwise from outside. */
  const quad = (a: number, b: number, c: number, d: number): void => void index.push(a, b, c, a, c, d);

  /** A band between two rings of the same number of points, lower and upper. */
  const band = (
    part: BoxPart,
    low: LocalRing,
    lowZ: number,
    high: LocalRing,
    highZ: number,
    tilt: number,
  ): void => {
    for (let i = 0; i < low.length; i++) {
      const j = (i + 1) % low.length;
      const a = low[i] as Point;
      const b = low[j] as Point;
      const c = high[j] as Point;
      const d = high[i] as Point;
      const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
      const flat = Math.sqrt(1 - tilt * tilt);
      const nx = ((b[1] - a[1]) / length) * flat;
      const ny = (-(b[0] - a[0]) / length) * flat;
      const height = highZ - lowZ;
      const wall = tilt === 0;
      const half = length / 2;
      const rise = height / 2;
      const halfAcross = wall ? half : NO_EDGE;
      const halfUp = wall ? rise : NO_EDGE;
      quad(
        vertex(part, a[0], a[1], lowZ, nx, ny, tilt, -half, -rise, halfAcross, halfUp),
        vertex(part, b[0], b[1], lowZ, nx, ny, tilt, half, -rise, halfAcross, halfUp),
        vertex(part, c[0], c[1], highZ, nx, ny, tilt, half, rise, halfAcross, halfUp),
        vertex(part, d[0], d[1], highZ, nx, ny, tilt, -half, rise, halfAcross, halfUp),
      );
    }
  };
  const cap = (part: BoxPart, rings: readonly LocalRing[], z: number, up: 1 | -1): void => {
    const flat: number[] = [];
    const holes: number[] = [];
    rings.forEach((ring, r) => {
      if (r > 0) holes.push(flat.length / 2);
      for (const [x, y] of ring) flat.push(x, y);
    });
    const first = vertices;
    for (let i = 0; i < flat.length; i += 2)
      vertex(part, flat[i] as number, flat[i + 1] as number, z, 0, 0, up, 0, 0, NO_EDGE, NO_EDGE);
    const triangles = earcut(flat, holes, 2);
    for (let i = 0; i < triangles.length; i += 3) {
      const [a, b, c] = [triangles[i] as number, triangles[i + 1] as number, triangles[i + 2] as number];
      if (up > 0) index.push(first + a, first + b, first + c);
      else index.push(first + a, first + c, first + b);
    }
  };

  for (const part of parts) {
    const rings = orientPolygon(part.polygon);
    const { bottom, top } = part;
    const bevel = Math.min(part.bevelMetres, (top - bottom) / 3);
    const inner = bevel > 0 ? rings.map((ring) => insetRing(ring, bevel) ?? ring) : rings;
    rings.forEach((ring, r) => {
      const small = inner[r] as LocalRing;
      if (bevel > 0) {
        band(part, small, bottom, ring, bottom + bevel, -Math.SQRT1_2);
        band(part, ring, top - bevel, small, top, Math.SQRT1_2);
      }
      band(part, ring, bottom + bevel, ring, top - bevel, 0);
    });
    cap(part, inner, top, 1);
    cap(part, inner, bottom, -1);
  }
  return {
    position: Float32Array.from(position),
    normal: Float32Array.from(normal),
    owner: Float32Array.from(owner),
    edge: Float32Array.from(edge),
    index: Uint32Array.from(index),
  };
};
