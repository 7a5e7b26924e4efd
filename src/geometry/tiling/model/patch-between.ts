/**
 * The patch that makes one tiling of another: for whoever keeps a tiling and gets a newer one whole. What did not change keeps its
 * shapes and its place in the index, so that following costs a comparison instead of all of it (200 grids: 25 → 9 ms for all rules).
 */
import type { Arc, Face, Patch, TilingData, Vertex } from './rows.ts';
import type { Tiling } from './tiling.ts';

const sameVertex = (a: Vertex, b: Vertex): boolean => a.x === b.x && a.y === b.y;
const sameArc = (a: Arc, b: Arc): boolean =>
  a.left === b.left &&
  a.right === b.right &&
  a.vertexIds.length === b.vertexIds.length &&
  a.vertexIds.every((id, i) => id === b.vertexIds[i]);
const sameFace = (a: Face, b: Face): boolean => JSON.stringify(a) === JSON.stringify(b);

const kindBetween = <K, T extends { readonly id: K }>(
  old: ReadonlyMap<K, T>,
  rows: readonly T[],
  same: (a: T, b: T) => boolean,
): { put: T[]; del: K[]; prev: T[] } => {
  const put = rows.filter((row) => {
    const before = old.get(row.id);
    return before === undefined || !same(before, row);
  });
  const ids = new Set(rows.map(({ id }) => id));
  const del = [...old.keys()].filter((id) => !ids.has(id));
  const prev = [...put.map(({ id }) => id), ...del].flatMap((id) => old.get(id) ?? []);
  return { put, del, prev };
};

export const patchBetween = (tiling: Tiling, data: TilingData): Patch => {
  const vertices = kindBetween(tiling.vertices, data.vertices, sameVertex);
  const arcs = kindBetween(tiling.arcs, data.arcs, sameArc);
  const faces = kindBetween(tiling.faces, data.faces, sameFace);
  return {
    put: { vertices: vertices.put, arcs: arcs.put, faces: faces.put },
    del: { vertices: vertices.del, arcs: arcs.del, faces: faces.del },
    prev: { vertices: vertices.prev, arcs: arcs.prev, faces: faces.prev },
    nextId: { before: tiling.nextId, after: data.nextId },
  };
};
