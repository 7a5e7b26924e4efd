/**
 * One drag, from press to release. The tiling does not change before `end()`: each `move` answers where things would be, which
 * buildings change hands and what the grids then count. A position that cannot be is answered with the reason, and the drag stays
 * at the last one that can: the border bounces back.
 *
 *     const drag = beginDrag(tiling, hit, { assignment });
 *     const frame = drag.move(pointer);     // on every pointer move, outside of any store
 *     const outcome = drag.end();           // one patch, one undo step; or drag.cancel() on Esc
 */
import { Draft } from '../model/draft.ts';
import { roundPoint } from '../model/exact.ts';
import { type Outcome, type Refusal, refuse } from '../model/refusal.ts';
import type { Arc, FaceId, MmPoint, Patch, Side, Vertex } from '../model/rows.ts';
import { type FaceShape, shapeOf } from '../model/shape.ts';
import type { Tiling } from '../model/tiling.ts';
import { addRow, type Assignment, type BuildingMove, locate } from '../ground/assignment.ts';
import { insertVertex } from '../operations/insert-vertex.ts';
import { moveArc } from '../operations/move-arc.ts';
import { moveVertex } from '../operations/move-vertex.ts';
import { isOnOutline, lockedBeside, type OperationOptions } from '../operations/options.ts';
import { slideJunction, slidingAt } from '../operations/slide-junction.ts';

/** What is dragged: a vertex (a junction of the outline slides along it), a point pulled out of an edge, a whole border. */
export type DragTarget =
  | { readonly kind: 'vertex'; readonly vertexId: number }
  | { readonly kind: 'edge'; readonly arcId: number; readonly edge: number }
  | {
      readonly kind: 'arc';
      readonly arcId: number;
      readonly from: MmPoint;
      readonly ends?: 'follow' | 'stay';
    };

export interface DragFrame {
  /** Null: the position holds. Otherwise why not; what follows is then the last one that did. */
  readonly refusal: Refusal | null;
  /** Vertices moved or new, and arcs that run anew, against the tiling as it is. */
  readonly vertices: readonly Vertex[];
  readonly arcs: readonly Arc[];
  /** Buildings that change hands, against the tiling as it is. */
  readonly moved: readonly BuildingMove[];
  /** Buildings that changed hands since the last frame: what has to be coloured anew. */
  readonly changed: readonly BuildingMove[];
  /** Grids whose counts are not what they were in the last frame: one number a metric, then buildings. */
  readonly counts: ReadonlyMap<FaceId, Float64Array>;
}

export interface DragSession {
  /** Grids that the drag can change. */
  readonly faceIds: readonly FaceId[];
  move(to: MmPoint): DragFrame;
  end(): Outcome<Patch>;
  /** Back to where it began, as a last frame to show. */
  cancel(): DragFrame;
}

export interface DragOptions extends OperationOptions {
  readonly assignment?: Assignment;
}

const operationOf = (
  tiling: Tiling,
  target: DragTarget,
  options: OperationOptions,
): ((to: MmPoint) => Outcome<Patch>) => {
  switch (target.kind) {
    case 'edge':
      return (at) =>
        insertVertex(tiling, { arcId: target.arcId, edge: target.edge, at, place: 'free' }, options);
    case 'arc': {
      const { arcId, from, ends = 'follow' } = target;
      return (to) => moveArc(tiling, { arcId, by: { x: to.x - from.x, y: to.y - from.y }, ends }, options);
    }
    case 'vertex': {
      const { vertexId } = target;
      const isBound =
        (isOnOutline(tiling, vertexId) && options.outline !== 'change') ||
        tiling.arcsAt(vertexId).some((id) => lockedBeside(tiling, tiling.arc(id) as Arc) !== null);
      return isBound && slidingAt(tiling, vertexId) !== null
        ? (to) => slideJunction(tiling, { vertexId, to }, options)
        : (to) => moveVertex(tiling, { vertexId, to }, options);
    }
  }
};

const arcsOfTarget = (tiling: Tiling, target: DragTarget): Arc[] => {
  const first = target.kind === 'vertex' ? tiling.arcsAt(target.vertexId) : [target.arcId];
  const ends =
    target.kind === 'arc'
      ? (tiling.arc(target.arcId)?.vertexIds ?? []).flatMap((id) => tiling.arcsAt(id))
      : [];
  return [...new Set([...first, ...ends])].flatMap((id) => tiling.arc(id) ?? []);
};

/** The patch as a view of what would be. */
const draftOf = (tiling: Tiling, patch: Patch): Draft => {
  const draft = new Draft(tiling);
  for (const vertex of patch.put.vertices) draft.putVertex(vertex);
  for (const id of patch.del.vertices) draft.deleteVertex(id);
  for (const arc of patch.put.arcs) draft.putArc(arc);
  for (const id of patch.del.arcs) draft.deleteArc(id);
  return draft;
};

interface Swept {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

/** Only within this box can a building have changed hands: around everything that moved, before and after. */
const sweptBox = (tiling: Tiling, draft: Draft, patch: Patch): Swept => {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  const see = (vertex: Vertex | undefined): void => {
    if (vertex === undefined) return;
    box.minX = Math.min(box.minX, vertex.x);
    box.minY = Math.min(box.minY, vertex.y);
    box.maxX = Math.max(box.maxX, vertex.x);
    box.maxY = Math.max(box.maxY, vertex.y);
  };
  const around = (arc: Arc | undefined, touches: (id: number) => boolean): void => {
    const ids = arc?.vertexIds ?? [];
    for (let i = 0; i < ids.length; i++) {
      if (!touches(ids[i] as number)) continue;
      for (const id of [ids[i - 1], ids[i], ids[i + 1]])
        if (id !== undefined) {
          see(tiling.vertex(id));
          see(draft.vertex(id));
        }
    }
    // A ring's first vertex has its other neighbour at the far end.
    if (ids.length > 3 && ids[0] === ids[ids.length - 1] && touches(ids[0] as number))
      for (const id of [ids[1], ids[ids.length - 2]] as number[]) see(draft.vertex(id) ?? tiling.vertex(id));
  };
  const moved = new Set([...patch.put.vertices.map(({ id }) => id), ...patch.del.vertices]);
  for (const id of moved)
    for (const arcId of tiling.arcsAt(id)) around(tiling.arc(arcId), (v) => moved.has(v));
  for (const arc of patch.put.arcs) around(arc, (id) => moved.has(id) || tiling.vertex(id) === undefined);
  // A slide hands a stretch of the rail from one arc to the other: look at both whole.
  if (patch.put.arcs.length > 1)
    for (const arc of [...patch.put.arcs, ...patch.prev.arcs]) around(arc, () => true);
  return box;
};

const NOTHING: ReadonlyMap<FaceId, Float64Array> = new Map();

export const beginDrag = (tiling: Tiling, target: DragTarget, options: DragOptions = {}): DragSession => {
  const { assignment } = options;
  const operation = operationOf(tiling, target, options);
  const faceIds = [
    ...new Set(arcsOfTarget(tiling, target).flatMap(({ left, right }) => [left, right])),
  ].filter((side): side is FaceId => side !== null);
  let last: Patch | null = null;
  /** Buildings away from home at the last frame: row → where. */
  let away = new Map<number, Side>();

  const movesFor = (patch: Patch | null): Map<number, Side> => {
    const out = new Map<number, Side>();
    if (patch === null || assignment === undefined) return out;
    const { buildings, faceOf } = assignment;
    const draft = draftOf(tiling, patch);
    const { minX, minY, maxX, maxY } = sweptBox(tiling, draft, patch);
    const rows = buildings.inBox([minX, minY, maxX, maxY]);
    if (rows.length === 0) return out;
    const shapes = faceIds.map((id): [FaceId, FaceShape] => [id, shapeOf(draft, id)]);
    for (const row of rows) {
      const home = faceOf[row] as Side;
      if (home !== null && !faceIds.includes(home)) continue;
      const now = locate(shapes, buildings, row);
      if (now !== home) out.set(row, now);
    }
    return out;
  };

  const countsOf = (changed: readonly BuildingMove[]): ReadonlyMap<FaceId, Float64Array> => {
    if (assignment === undefined || changed.length === 0) return NOTHING;
    const touched = new Set(changed.flatMap(({ from, to }) => [from, to]));
    const counts = new Map<FaceId, Float64Array>();
    for (const side of touched) if (side !== null) counts.set(side, assignment.sums(side).slice());
    for (const [row, to] of away) {
      const from = assignment.faceOf[row] as Side;
      const [minus, plus] = [counts.get(from ?? ''), counts.get(to ?? '')];
      if (minus !== undefined) addRow(minus, assignment.buildings, row, -1);
      if (plus !== undefined) addRow(plus, assignment.buildings, row, 1);
    }
    return counts;
  };

  const frame = (refusal: Refusal | null, next: Map<number, Side>): DragFrame => {
    const home = (row: number): Side => assignment?.faceOf[row] as Side;
    const changed: BuildingMove[] = [];
    for (const [row, to] of next) {
      const from = away.has(row) ? (away.get(row) as Side) : home(row);
      if (from !== to) changed.push({ row, from, to });
    }
    for (const [row, from] of away) if (!next.has(row)) changed.push({ row, from, to: home(row) });
    away = next;
    return {
      refusal,
      vertices: last?.put.vertices ?? [],
      arcs: last?.put.arcs ?? [],
      moved: [...next].map(([row, to]) => ({ row, from: home(row), to })),
      changed,
      counts: countsOf(changed),
    };
  };

  return {
    faceIds,
    move: (to) => {
      const outcome = operation(roundPoint(to));
      if ('ok' in outcome) {
        last = outcome.ok;
        return frame(null, movesFor(last));
      }
      // Back on the very spot where it began is a position that holds.
      if (outcome.refused.code !== 'nothing') return frame(outcome.refused, away);
      last = null;
      return frame(null, new Map());
    },
    end: () => (last === null ? refuse('nothing', [], null) : { ok: last }),
    cancel: () => {
      last = null;
      return frame(null, new Map());
    },
  };
};
