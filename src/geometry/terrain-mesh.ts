/** The terrain as one indexed mesh: the triangles of its tree, and the apron around them at the height of the rim. */
import { APRON_METRES, middleOf, rootTriangles, type Terrain, type TreeTriangle } from './terrain.ts';

export interface TerrainMesh {
  readonly positions: Float32Array;
  /** Unit normals as signed bytes, 4 a vertex (the last is padding). */
  readonly normals: Int8Array;
  readonly indices: Uint16Array | Uint32Array;
}

/** The triangles that are drawn whole. */
const leavesOf = (terrain: Terrain): TreeTriangle[] => {
  const leaves: TreeTriangle[] = [];
  const stack: TreeTriangle[] = [...rootTriangles(terrain.side)];
  for (let triangle = stack.pop(); triangle; triangle = stack.pop()) {
    const middle = middleOf(terrain, triangle);
    if (middle < 0) {
      leaves.push(triangle);
      continue;
    }
    const [ax, ay, bx, by, cx, cy] = triangle;
    const mx = middle % (terrain.side + 1);
    const my = (middle - mx) / (terrain.side + 1);
    stack.push([cx, cy, ax, ay, mx, my], [bx, by, cx, cy, mx, my]);
  }
  return leaves;
};

/** Points beyond the square, clamped to it, take height and slope of its rim. */
const clampTo = (side: number, v: number): number => Math.min(Math.max(v, 0), side);

/** `reach`: how many times as wide as usual the apron is. */
export const terrainMesh = (terrain: Terrain, reach = 1): TerrainMesh => {
  const { side, cellMetres, origin, heights } = terrain;
  const width = side + 1;
  const at = (i: number, j: number): number => heights[clampTo(side, j) * width + clampTo(side, i)] as number;
  const positions: number[] = [];
  const normals: number[] = [];
  const indices: number[] = [];
  const known = new Int32Array(width * width).fill(-1);
  /** A vertex at a grid point, or so many metres outside it. */
  const write = (i: number, j: number, outX = 0, outY = 0): number => {
    positions.push(origin[0] + i * cellMetres + outX, origin[1] + j * cellMetres + outY, at(i, j));
    const nx = (at(i - 1, j) - at(i + 1, j)) / (2 * cellMetres);
    const ny = (at(i, j - 1) - at(i, j + 1)) / (2 * cellMetres);
    const length = Math.hypot(nx, ny, 1);
    normals.push(
      Math.round((nx / length) * 127),
      Math.round((ny / length) * 127),
      Math.round((1 / length) * 127),
      0,
    );
    return positions.length / 3 - 1;
  };
  const vertex = (i: number, j: number, outX = 0, outY = 0): number => {
    if (outX !== 0 || outY !== 0) return write(i, j, outX, outY);
    const seen = known[j * width + i] as number;
    if (seen >= 0) return seen;
    const made = write(i, j);
    known[j * width + i] = made;
    return made;
  };
  const rim: { south: number[]; north: number[]; west: number[]; east: number[] } = {
    south: [],
    north: [],
    west: [],
    east: [],
  };
  for (const [ax, ay, bx, by, cx, cy] of leavesOf(terrain)) {
    // The tree's triangles turn clockwise, what is drawn the other way.
    indices.push(vertex(ax, ay), vertex(cx, cy), vertex(bx, by));
    for (const [i, j] of [
      [ax, ay],
      [bx, by],
      [cx, cy],
    ] as const) {
      if (j === 0) rim.south.push(i);
      if (j === side) rim.north.push(i);
      if (i === 0) rim.west.push(j);
      if (i === side) rim.east.push(j);
    }
  }
  const quad = (a: number, b: number, c: number, d: number): void => void indices.push(a, b, c, a, c, d);
  const stepsOf = (points: readonly number[]): [number, number][] => {
    const sorted = [...new Set(points)].sort((a, b) => a - b);
    return sorted.slice(1).map((to, k) => [sorted[k] as number, to]);
  };
  const far = APRON_METRES * reach;
  for (const [i, k] of stepsOf(rim.south))
    quad(vertex(i, 0, 0, -far), vertex(k, 0, 0, -far), vertex(k, 0), vertex(i, 0));
  for (const [i, k] of stepsOf(rim.north))
    quad(vertex(i, side), vertex(k, side), vertex(k, side, 0, far), vertex(i, side, 0, far));
  for (const [j, k] of stepsOf(rim.west))
    quad(vertex(0, j, -far), vertex(0, j), vertex(0, k), vertex(0, k, -far));
  for (const [j, k] of stepsOf(rim.east))
    quad(vertex(side, j), vertex(side, j, far), vertex(side, k, far), vertex(side, k));
  for (const i of [0, side])
    for (const j of [0, side]) {
      const [x, y] = [i === 0 ? -far : far, j === 0 ? -far : far];
      const corners = [vertex(i, j), vertex(i, j, x), vertex(i, j, x, y), vertex(i, j, 0, y)] as const;
      const [a, b, c, d] = x * y > 0 ? corners : ([...corners].reverse() as [number, number, number, number]);
      quad(a, b, c, d);
    }
  return {
    positions: Float32Array.from(positions),
    normals: Int8Array.from(normals),
    indices: positions.length / 3 > 65_536 ? Uint32Array.from(indices) : Uint16Array.from(indices),
  };
};
