/** A polygon pulled up between two heights: the triangles of its walls, roof and underside. */
import earcut from 'earcut';
import { oriented, type Point } from './polygon.ts';

export interface Extruded {
  /** x, y, z per vertex, metres. */
  readonly positions: number[];
  readonly indices: number[];
  /** 1 wall, 2 roof, 3 ground, per triangle. */
  readonly surfaces: number[];
}

/** Appends to `into`. Rings in local metres: the outside first, then holes, however wound. */
export const extrude = (
  rings: readonly (readonly Point[])[],
  bottomMetres: number,
  topMetres: number,
  into: Extruded = { positions: [], indices: [], surfaces: [] },
): Extruded => {
  const { positions, indices, surfaces } = into;
  const turned = rings.map((ring, i) => oriented(ring, i === 0));
  const flat = turned.flat();
  const holes: number[] = [];
  let count = 0;
  for (const ring of turned) {
    if (count > 0) holes.push(count);
    count += ring.length;
  }
  const first = positions.length / 3;
  for (const z of [bottomMetres, topMetres]) for (const [x, y] of flat) positions.push(x, y, z);
  const triangles = earcut(flat.flat(), holes);
  for (let i = 0; i + 2 < triangles.length; i += 3) {
    const [a, b, c] = triangles.slice(i, i + 3) as [number, number, number];
    const [p, q, r] = [flat[a], flat[b], flat[c]] as [Point, Point, Point];
    const left = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]) > 0;
    const [u, v] = left ? [b, c] : [c, b];
    indices.push(first + count + a, first + count + u, first + count + v, first + a, first + v, first + u);
    surfaces.push(2, 3);
  }
  let start = 0;
  for (const ring of turned) {
    for (let i = 0; i < ring.length; i++) {
      const a = first + start + i;
      const b = first + start + ((i + 1) % ring.length);
      indices.push(a, b, b + count, a, b + count, a + count);
      surfaces.push(1, 1);
    }
    start += ring.length;
  }
  return into;
};
