/** Grids as paths, with what a drag under way would make of them. */
import type { Arc, DragFrame, FaceId, MmPoint, Tiling } from '../../geometry/tiling/index.ts';

/** Where a vertex is while a drag is under way. */
export const placesOf = (tiling: Tiling, drag: DragFrame | null): ((id: number) => MmPoint | undefined) => {
  const moved = new Map(drag?.vertices.map((vertex) => [vertex.id, vertex]));
  return (id) => moved.get(id) ?? tiling.vertex(id);
};

/** Arcs as they run now: those of the drag take the place of the old ones. */
export const arcsNow = (tiling: Tiling, drag: DragFrame | null): Arc[] => {
  const anew = new Map(drag?.arcs.map((arc) => [arc.id, arc]));
  const arcs = [...tiling.arcs.values()].map((arc) => anew.get(arc.id) ?? arc);
  for (const arc of anew.values()) if (tiling.arc(arc.id) === undefined) arcs.push(arc);
  return arcs;
};

/** New vertices between two old ones, by the pair: `a b` in the direction of the ring. */
const insertions = (tiling: Tiling, drag: DragFrame | null): Map<string, number[]> => {
  const between = new Map<string, number[]>();
  for (const { vertexIds } of drag?.arcs ?? []) {
    let last: number | null = null;
    let fresh: number[] = [];
    for (const id of vertexIds) {
      if (tiling.vertex(id) === undefined) {
        fresh.push(id);
        continue;
      }
      if (last !== null && fresh.length > 0) {
        between.set(`${last} ${id}`, fresh);
        between.set(`${id} ${last}`, fresh.toReversed());
      }
      [last, fresh] = [id, []];
    }
  }
  return between;
};

export const facePath = (tiling: Tiling, id: FaceId, drag: DragFrame | null): Path2D => {
  const path = new Path2D();
  const place = placesOf(tiling, drag);
  const between = insertions(tiling, drag);
  for (const { vertexIds } of tiling.shape(id).parts.flat()) {
    let isFirst = true;
    const line = (vertexId: number): void => {
      const at = place(vertexId);
      if (at === undefined) return;
      if (isFirst) path.moveTo(at.x, at.y);
      else path.lineTo(at.x, at.y);
      isFirst = false;
    };
    for (const [i, vertexId] of vertexIds.entries()) {
      line(vertexId);
      const next = vertexIds[(i + 1) % vertexIds.length] as number;
      for (const fresh of between.get(`${vertexId} ${next}`) ?? []) line(fresh);
    }
    path.closePath();
  }
  return path;
};

export const arcInto = (
  path: Path2D,
  { vertexIds }: Arc,
  place: (id: number) => MmPoint | undefined,
): void => {
  for (const [i, id] of vertexIds.entries()) {
    const at = place(id);
    if (at === undefined) continue;
    if (i === 0) path.moveTo(at.x, at.y);
    else path.lineTo(at.x, at.y);
  }
};
