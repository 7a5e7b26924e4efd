/** Grids as paths, with what a drag under way would make of them. */
import type {
  Arc,
  DragFrame,
  FaceId,
  FaceShape,
  MmPoint,
  Side,
  Tiling,
} from '../../geometry/tiling/index.ts';

/** Where a vertex is while a drag is under way. */
export const placesOf = (tiling: Tiling, drag: DragFrame | null): ((id: number) => MmPoint | undefined) => {
  const moved = new Map(drag?.vertices.map((vertex) => [vertex.id, vertex]));
  return (id) => moved.get(id) ?? tiling.vertex(id);
};

/** Arcs that a drag under way lets run otherwise, as they run now. */
export const draggedArcs = (tiling: Tiling, drag: DragFrame | null): Map<number, Arc> => {
  const arcs = new Map<number, Arc>();
  for (const { id } of drag?.vertices ?? [])
    for (const arcId of tiling.arcsAt(id)) {
      const arc = tiling.arc(arcId);
      if (arc !== undefined) arcs.set(arcId, arc);
    }
  for (const arc of drag?.arcs ?? []) arcs.set(arc.id, arc);
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

/** Grids whose rings a drag under way changes. */
export const touchedSides = (tiling: Tiling, drag: DragFrame | null): ReadonlySet<Side> => {
  const sides = new Set<Side>();
  if (drag === null) return sides;
  const add = (arc: Arc | undefined): void => {
    if (arc !== undefined) sides.add(arc.left).add(arc.right);
  };
  for (const arc of drag.arcs) {
    add(arc);
    add(tiling.arc(arc.id));
  }
  for (const { id } of drag.vertices) for (const arcId of tiling.arcsAt(id)) add(tiling.arc(arcId));
  return sides;
};

/** A shape is another object as soon as it changes: its path is kept as long as it is. */
const kept = new WeakMap<FaceShape, Path2D>();

const pathOf = (tiling: Tiling, id: FaceId, drag: DragFrame | null): Path2D => {
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

/** The drag is null, or the grid is one that it changes. */
export const facePath = (tiling: Tiling, id: FaceId, drag: DragFrame | null): Path2D => {
  if (drag !== null) return pathOf(tiling, id, drag);
  const shape = tiling.shape(id);
  let path = kept.get(shape);
  if (path === undefined) {
    path = pathOf(tiling, id, null);
    kept.set(shape, path);
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
