/** Solids and surfaces over one list of vertices in whole millimetres, as CityJSON has them. */
import { oriented, type Point } from '../../geometry/polygon.ts';

/** A ring of vertex numbers. */
type RingIndices = number[];
/** Outside ring, then holes. */
export type SurfaceIndices = RingIndices[];

/** Whole millimetres from the translation. Equal points are one vertex. */
export class Vertices {
  readonly list: [x: number, y: number, z: number][] = [];
  readonly #found = new Map<string, number>();
  readonly #translate: readonly [number, number, number];
  constructor(translate: readonly [number, number, number]) {
    this.#translate = translate;
  }
  add(x: number, y: number, z: number): number {
    const [tx, ty, tz] = this.#translate;
    const vertex: [number, number, number] = [
      Math.round((x - tx) * 1000),
      Math.round((y - ty) * 1000),
      Math.round((z - tz) * 1000),
    ];
    const key = vertex.join(',');
    const known = this.#found.get(key);
    if (known !== undefined) return known;
    this.list.push(vertex);
    this.#found.set(key, this.list.length - 1);
    return this.list.length - 1;
  }
}

/** Without vertices that became one; empty where less than a triangle is left. */
const cleaned = (ring: RingIndices): RingIndices => {
  const out = ring.filter((vertex, i) => vertex !== ring[(i + ring.length - 1) % ring.length]);
  return out.length < 3 ? [] : out;
};

/** `kinds` names the surface of each: 0 ground, 1 roof, 2 wall. */
export interface SolidSurfaces {
  readonly surfaces: readonly SurfaceIndices[];
  readonly kinds: readonly number[];
}

/** A prism over a polygon (east, north in metres), seen from outside counter-clockwise. Null where nothing is left of it in millimetres. */
export const prismSurfaces = (
  rings: readonly (readonly Point[])[],
  bottomMetres: number,
  topMetres: number,
  vertices: Vertices,
): SolidSurfaces | null => {
  const turned = rings.map((ring, i) => oriented(ring, i === 0));
  const level = (z: number): RingIndices[] =>
    turned.map((ring) => cleaned(ring.map(([x, y]) => vertices.add(x, y, z))));
  const top = level(topMetres);
  const bottom = level(bottomMetres);
  if ((top[0]?.length ?? 0) < 3 || Math.round(topMetres * 1000) <= Math.round(bottomMetres * 1000))
    return null;
  const roof = top.filter((ring) => ring.length > 0);
  const floor = bottom.filter((ring) => ring.length > 0).map((ring) => ring.toReversed());
  const surfaces: SurfaceIndices[] = [floor, roof];
  const kinds = [0, 1];
  // Cleaning depends on x and y alone, so that both levels have the same corners.
  top.forEach((ring, k) => {
    const below = bottom[k] ?? [];
    ring.forEach((vertex, i) => {
      const next = (i + 1) % ring.length;
      surfaces.push([[below[i] as number, below[next] as number, ring[next] as number, vertex]]);
      kinds.push(2);
    });
  });
  return { surfaces, kinds };
};

/** Does every edge meet its neighbour exactly once, in the other direction? Then the triangles enclose a volume. */
export const isClosed = (triangles: readonly SurfaceIndices[]): boolean => {
  const edges = new Map<string, number>();
  for (const [ring = []] of triangles)
    ring.forEach((from, i) => {
      const key = `${from},${ring[(i + 1) % ring.length]}`;
      edges.set(key, (edges.get(key) ?? 0) + 1);
    });
  for (const [key, count] of edges) {
    const [from, to] = key.split(',');
    if (count !== 1 || edges.get(`${to},${from}`) !== 1) return false;
  }
  return edges.size > 0;
};
