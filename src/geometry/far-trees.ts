/**
 * All trees as one plain mesh of a few triangles each, for the distance: instances of so small a shape cost a software rasteriser
 * more than their vertices do (4,000 trees: 85 ms instanced at 48 triangles, 9 ms as one mesh at 8 to 16).
 */
import type { TreeShape } from './tree-shapes.ts';
import { TREE_STRIDE } from './trees-placement.ts';

export interface FarTrees {
  /** x and y in crown radii, z in heights, as `TreeShape`. */
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** How deep in the crown, and the kind. */
  readonly leafAndKind: Float32Array;
  /** The tree's `TREE_STRIDE` floats, at each of its vertices. */
  readonly rows: Float32Array;
  readonly indices: Uint32Array;
}

/** The index alone, for a shape that leaves out some of the triangles: its vertices are those of the whole. */
export const farTreeIndices = (
  rowsOfKinds: readonly Float32Array[],
  shapeOf: (kind: number) => TreeShape,
): Uint32Array => {
  const shapes = rowsOfKinds.map((_, kind) => shapeOf(kind));
  const counts = rowsOfKinds.map((rows) => rows.length / TREE_STRIDE);
  const out = new Uint32Array(
    shapes.reduce((sum, { indices }, kind) => sum + indices.length * (counts[kind] as number), 0),
  );
  let vertex = 0;
  let index = 0;
  shapes.forEach(({ indices, leaf }, kind) => {
    for (let tree = 0; tree < (counts[kind] as number); tree++, vertex += leaf.length)
      for (const i of indices) out[index++] = vertex + i;
  });
  return out;
};

/** From the rows of `placeTrees`, kind by kind. */
export const farTrees = (
  rowsOfKinds: readonly Float32Array[],
  shapeOf: (kind: number) => TreeShape,
): FarTrees => {
  const shapes = rowsOfKinds.map((_, kind) => shapeOf(kind));
  const counts = rowsOfKinds.map((rows) => rows.length / TREE_STRIDE);
  const total = (size: (k: number) => number): number =>
    counts.reduce((sum, count, kind) => sum + count * size(kind), 0);
  const vertices = total((k) => shapes[k]?.leaf.length ?? 0);
  const made = {
    positions: new Float32Array(vertices * 3),
    normals: new Float32Array(vertices * 3),
    leafAndKind: new Float32Array(vertices * 2),
    rows: new Float32Array(vertices * TREE_STRIDE),
    indices: farTreeIndices(rowsOfKinds, shapeOf),
  };
  let vertex = 0;
  rowsOfKinds.forEach((rows, kind) => {
    const { positions, normals, leaf } = shapes[kind] as TreeShape;
    for (let at = 0; at < rows.length; at += TREE_STRIDE) {
      made.positions.set(positions, vertex * 3);
      made.normals.set(normals, vertex * 3);
      for (const depth of leaf) {
        made.leafAndKind[vertex * 2] = depth;
        made.leafAndKind[vertex * 2 + 1] = kind;
        made.rows.set(rows.subarray(at, at + TREE_STRIDE), vertex * TREE_STRIDE);
        vertex++;
      }
    }
  });
  return made;
};

/** Copies the rows within a distance (metres) of a point to the front of `into`; returns how many trees they are. */
export const treesWithin = (
  rows: Float32Array,
  [x, y, z]: readonly [number, number, number],
  reachMetres: number,
  into: Float32Array,
): number => {
  // Runs while the picture moves: nothing is allocated.
  const reachSquared = reachMetres * reachMetres;
  let to = 0;
  for (let at = 0; at < rows.length; at += TREE_STRIDE) {
    const dx = (rows[at] as number) - x;
    const dy = (rows[at + 1] as number) - y;
    const dz = (rows[at + 2] as number) - z;
    if (dx * dx + dy * dy + dz * dz >= reachSquared) continue;
    for (let k = 0; k < TREE_STRIDE; k++) into[to++] = rows[at + k] as number;
  }
  return to / TREE_STRIDE;
};
