/**
 * Rows from edges that know both their sides. Everything is numbered by place, so the same borders always give the same bytes,
 * whatever ids they had before: that is what makes export → import give back the same file.
 */
import {
  edgeKey,
  type Arc,
  type Face,
  type MmPoint,
  type Side,
  type TilingData,
  type Vertex,
} from '../model/rows.ts';
import type { Tiling } from '../model/tiling.ts';

export interface SidedEdge {
  readonly a: number;
  readonly b: number;
  readonly left: Side;
  readonly right: Side;
}

/** Edges numbered anew by place: vertices from west to east (then south to north), arcs by their vertices. */
export const buildTiling = (
  edges: readonly SidedEdge[],
  at: (id: number) => MmPoint,
  faces: readonly Face[],
): TilingData => {
  const used = new Set<number>();
  for (const { a, b } of edges) used.add(a).add(b);
  const order = [...used].sort((a, b) => at(a).x - at(b).x || at(a).y - at(b).y);
  const idOf = new Map(order.map((id, i) => [id, i + 1]));
  const vertices = order.map((id, i): Vertex => ({ id: i + 1, x: at(id).x, y: at(id).y }));
  const around = new Map<number, SidedEdge[]>();
  const numbered = edges.map(({ a, b, left, right }): SidedEdge => {
    const [p, q] = [idOf.get(a) as number, idOf.get(b) as number];
    return p < q ? { a: p, b: q, left, right } : { a: q, b: p, left: right, right: left };
  });
  numbered.sort((x, y) => x.a - y.a || x.b - y.b);
  for (const edge of numbered)
    for (const id of [edge.a, edge.b]) {
      const list = around.get(id);
      if (list === undefined) around.set(id, [edge]);
      else list.push(edge);
    }
  const edgesAt = (id: number): readonly SidedEdge[] => around.get(id) as SidedEdge[];
  const taken = new Set<number>();
  const trace = (start: number, first: SidedEdge): Omit<Arc, 'id'> => {
    const ids = [start];
    let edge = first;
    let here = start;
    for (;;) {
      taken.add(edgeKey(edge.a, edge.b));
      here = edge.a === here ? edge.b : edge.a;
      ids.push(here);
      const [one, two, more] = edgesAt(here);
      if (more !== undefined || here === start || one === undefined || two === undefined) break;
      edge = one === edge ? two : one;
    }
    const forward = first.a === start;
    return {
      vertexIds: ids,
      left: forward ? first.left : first.right,
      right: forward ? first.right : first.left,
    };
  };
  const arcs: Omit<Arc, 'id'>[] = [];
  const traceAll = (isStart: (id: number) => boolean): void => {
    for (const { id } of vertices) {
      if (!isStart(id)) continue;
      for (const edge of edgesAt(id)) if (!taken.has(edgeKey(edge.a, edge.b))) arcs.push(trace(id, edge));
    }
  };
  // Junctions first, from the one that is farthest west; what is left over are rings without a junction.
  traceAll((id) => edgesAt(id).length !== 2);
  traceAll(() => true);
  const n = vertices.length;
  return {
    vertices,
    arcs: arcs.map((arc, i) => ({ id: n + 1 + i, ...arc })),
    faces: [...faces].sort((a, b) => (a.id < b.id ? -1 : 1)),
    nextId: n + arcs.length + 1,
  };
};

/** The tiling renumbered by place: equal for equal borders, whatever was done to get there. */
export const canonicalData = (tiling: Tiling): TilingData => {
  const edges: SidedEdge[] = [];
  for (const { vertexIds, left, right } of tiling.arcs.values())
    for (let i = 1; i < vertexIds.length; i++)
      edges.push({ a: vertexIds[i - 1] as number, b: vertexIds[i] as number, left, right });
  return buildTiling(edges, (id) => tiling.vertex(id) as MmPoint, [...tiling.faces.values()]);
};
