/** The terrain as one indexed mesh: positions, smooth normals and triangles. */
import type { Terrain } from './terrain.ts';

export interface TerrainMesh {
  readonly positions: Float32Array;
  /** Unit normals as signed bytes, 4 a vertex (the last is padding). */
  readonly normals: Int8Array;
  readonly indices: Uint16Array | Uint32Array;
}

export const terrainMesh = (terrain: Terrain): TerrainMesh => {
  const { xs, ys, heights } = terrain;
  const columns = xs.length;
  const rows = ys.length;
  const positions = new Float32Array(columns * rows * 3);
  const normals = new Int8Array(columns * rows * 4);
  const at = (i: number, j: number): number => heights[j * columns + i] as number;
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const v = j * columns + i;
      positions[v * 3] = xs[i] as number;
      positions[v * 3 + 1] = ys[j] as number;
      positions[v * 3 + 2] = at(i, j);
      const west = Math.max(i - 1, 0);
      const east = Math.min(i + 1, columns - 1);
      const south = Math.max(j - 1, 0);
      const north = Math.min(j + 1, rows - 1);
      const nx = (at(west, j) - at(east, j)) / ((xs[east] as number) - (xs[west] as number));
      const ny = (at(i, south) - at(i, north)) / ((ys[north] as number) - (ys[south] as number));
      const length = Math.hypot(nx, ny, 1);
      normals[v * 4] = Math.round((nx / length) * 127);
      normals[v * 4 + 1] = Math.round((ny / length) * 127);
      normals[v * 4 + 2] = Math.round((1 / length) * 127);
    }
  }
  const cells = (columns - 1) * (rows - 1);
  const indices = columns * rows > 65_536 ? new Uint32Array(cells * 6) : new Uint16Array(cells * 6);
  let k = 0;
  for (let j = 0; j < rows - 1; j++) {
    for (let i = 0; i < columns - 1; i++) {
      const sw = j * columns + i;
      const nw = sw + columns;
      indices.set([sw, sw + 1, nw + 1, sw, nw + 1, nw], k);
      k += 6;
    }
  }
  return { positions, normals, indices };
};
