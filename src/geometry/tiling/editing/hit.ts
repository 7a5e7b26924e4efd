/** What is under the pointer: a vertex, an edge, a face; within a radius that the screen turns into millimetres. */
import { distance2, nearestOnSegment } from '../model/exact.ts';
import type { FaceId, MmPoint, Side, Vertex } from '../model/rows.ts';
import { shapeContains } from '../model/shape.ts';
import type { Tiling } from '../model/tiling.ts';
import { endsAt } from '../operations/options.ts';

export interface VertexHit {
  readonly kind: 'vertex';
  readonly vertexId: number;
  /** Three or more borders meet: it can be moved, not deleted. */
  readonly junction: boolean;
  readonly at: MmPoint;
  readonly distanceMm: number;
}

export interface EdgeHit {
  readonly kind: 'edge';
  readonly arcId: number;
  /** Between vertices `edge` and `edge + 1` of the arc. */
  readonly edge: number;
  readonly left: Side;
  readonly right: Side;
  /** The nearest place of the edge, not rounded. */
  readonly at: MmPoint;
  readonly distanceMm: number;
}

export interface FaceHit {
  readonly kind: 'face';
  readonly faceId: FaceId;
  readonly at: MmPoint;
}

export type Hit = VertexHit | EdgeHit | FaceHit;

const boxAround = ({ x, y }: MmPoint, radiusMm: number) => ({
  minX: x - radiusMm,
  minY: y - radiusMm,
  maxX: x + radiusMm,
  maxY: y + radiusMm,
});

export const nearestVertex = (tiling: Tiling, p: MmPoint, radiusMm: number): VertexHit | null => {
  let best: Vertex | null = null;
  let least = radiusMm * radiusMm;
  for (const { a, b } of tiling.search(boxAround(p, radiusMm)))
    for (const id of [a, b]) {
      const vertex = tiling.vertex(id) as Vertex;
      const d2 = distance2(p, vertex);
      if (d2 > least || (d2 === least && best !== null)) continue;
      [best, least] = [vertex, d2];
    }
  if (best === null) return null;
  const { id, x, y } = best;
  return {
    kind: 'vertex',
    vertexId: id,
    junction: endsAt(tiling, id) > 2,
    at: { x, y },
    distanceMm: Math.sqrt(least),
  };
};

export const nearestEdge = (tiling: Tiling, p: MmPoint, radiusMm: number): EdgeHit | null => {
  let best: { a: number; b: number; arcId: number; at: MmPoint } | null = null;
  let least = radiusMm * radiusMm;
  for (const { a, b, arcId } of tiling.search(boxAround(p, radiusMm))) {
    const at = nearestOnSegment(p, tiling.vertex(a) as Vertex, tiling.vertex(b) as Vertex);
    const d2 = distance2(p, at);
    if (d2 > least || (d2 === least && best !== null)) continue;
    [best, least] = [{ a, b, arcId, at }, d2];
  }
  const arc = best === null ? undefined : tiling.arc(best.arcId);
  if (best === null || arc === undefined) return null;
  const { a, b, arcId, at } = best;
  const edge = arc.vertexIds.findIndex((id, i) => {
    const next = arc.vertexIds[i + 1];
    return (id === a && next === b) || (id === b && next === a);
  });
  return { kind: 'edge', arcId, edge, left: arc.left, right: arc.right, at, distanceMm: Math.sqrt(least) };
};

export const faceAt = (tiling: Tiling, p: MmPoint): FaceHit | null => {
  for (const faceId of tiling.faces.keys())
    if (shapeContains(tiling.shape(faceId), p.x, p.y)) return { kind: 'face', faceId, at: p };
  return null;
};

/** A vertex before an edge before a face. */
export const hitTest = (tiling: Tiling, p: MmPoint, radiusMm: number): Hit | null =>
  nearestVertex(tiling, p, radiusMm) ?? nearestEdge(tiling, p, radiusMm) ?? faceAt(tiling, p);
