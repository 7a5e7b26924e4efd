/**
 * What a press of the pointer begins, by tool: pulling a border, painting a stroke, moving the map. A gesture is previewed in the
 * moment and ends as one step, or leaves no trace.
 */
import {
  beginDrag,
  type DragTarget,
  type FaceId,
  hitTest,
  type MmPoint,
  type Side,
} from '../../geometry/tiling/index.ts';
import { paintRows, take, tell } from '../session/actions.ts';
import type { PlanSession } from '../session/plan-session.ts';
import { usePlanner } from '../session/planner-store.ts';
import { snapperFor } from '../session/snappers.ts';
import type { MapView } from './map-view.ts';
import type { Moment } from './moment.ts';
import { buildingAt } from './under-pointer.ts';

export interface Pressed {
  readonly at: MmPoint;
  readonly isTouch: boolean;
  /** Alt or Ctrl: no snapping. Shift: the whole border instead of one point. */
  readonly free: boolean;
  readonly shift: boolean;
}

export interface Gesture {
  move(now: Pressed): void;
  end(): void;
  cancel(): void;
}

/** Pixels: how near the pointer must be to what it takes. */
export const reachOf = (isTouch: boolean): number => (isTouch ? 24 : 12);
const SNAP_PIXELS = 9;

const publishLive = (live: ReadonlyMap<FaceId, Float64Array> | null): void => usePlanner.setState({ live });

/** Pulls a vertex, a new point out of an edge, or a whole border; the neighbour follows, because it is the same border. */
export const pullBorder = (
  session: PlanSession,
  view: MapView,
  moment: Moment,
  target: DragTarget,
): Gesture => {
  const { tiling, assignment } = session;
  const drag = beginDrag(tiling, target, { assignment });
  const counts = new Map<FaceId, Float64Array>();
  const show = (frame: NonNullable<Moment['drag']>): void => {
    moment.drag = frame;
    for (const [id, sums] of frame.counts) counts.set(id, sums);
    for (const id of drag.faceIds) if (!counts.has(id)) counts.set(id, assignment.sums(id).slice());
    if (frame.counts.size > 0 || usePlanner.getState().live === null) publishLive(new Map(counts));
    const { refusal } = frame;
    const told = usePlanner.getState().told;
    if (refusal !== null) {
      if (told?.zh !== refusal.zh) tell({ kind: 'refused', zh: refusal.zh, en: refusal.en, at: null });
    } else if (told !== null) tell(null);
  };
  const clear = (): void => {
    moment.drag = null;
    moment.snap = null;
    publishLive(null);
  };
  return {
    move: ({ at, free }) => {
      const radiusMm = view.mm(SNAP_PIXELS);
      // Roads and walls only: on another border there is no place for a point of this one.
      moment.snap = free
        ? null
        : snapperFor(session.town.guides).snap(tiling, at, { radiusMm, to: 'guides' });
      show(drag.move(moment.snap?.at ?? at));
    },
    end: () => {
      const isRefused = moment.drag?.refusal != null;
      const outcome = drag.end();
      clear();
      const told = usePlanner.getState().told;
      take(outcome, target.kind === 'edge' ? 'insert' : 'move');
      // Where the pointer was last it could not be: the border is where it could, and why stays on the screen.
      if (isRefused && told !== null) tell({ ...told, at: null });
    },
    cancel: () => {
      drag.cancel();
      clear();
      tell(null);
    },
  };
};

/** What the grids would count with the stroke. */
const countsOfStroke = (session: PlanSession, rows: Iterable<number>, to: FaceId) => {
  const { assignment } = session;
  const { values, metrics } = session.town.buildings;
  const width = metrics.length;
  const counts = new Map<FaceId, Float64Array>([[to, assignment.sums(to).slice()]]);
  const add = (id: Side, row: number, sign: 1 | -1): void => {
    if (id === null) return;
    const sums = counts.get(id) ?? assignment.sums(id).slice();
    counts.set(id, sums);
    for (let m = 0; m < width; m++)
      sums[m] = (sums[m] as number) + sign * (values[row * width + m] as number);
    sums[width] = (sums[width] as number) + sign;
  };
  for (const row of rows) {
    add(assignment.faceOf[row] ?? null, row, -1);
    add(to, row, 1);
  }
  return counts;
};

/** Goes over buildings of other grids and gives them to this one. */
export const paintStroke = (session: PlanSession, moment: Moment, to: FaceId, start: MmPoint): Gesture => {
  const rows = new Set<number>();
  moment.stroke = { rows, to };
  let last = start;
  const touch = (at: MmPoint): void => {
    const row = buildingAt(session, at);
    if (row === null || rows.has(row)) return;
    const from = session.assignment.faceOf[row];
    if (from === to || from == null) return;
    rows.add(row);
    publishLive(countsOfStroke(session, rows, to));
  };
  touch(start);
  /** The worker may answer when the next stroke has begun. */
  const clear = (): void => {
    if (moment.stroke?.rows !== rows) return;
    moment.stroke = null;
    publishLive(null);
  };
  return {
    move: ({ at }) => {
      // A quick stroke goes over buildings between two events of the pointer.
      const steps = Math.min(40, Math.max(1, Math.round(Math.hypot(at.x - last.x, at.y - last.y) / 3000)));
      for (let i = 1; i <= steps; i++)
        touch({ x: last.x + ((at.x - last.x) * i) / steps, y: last.y + ((at.y - last.y) * i) / steps });
      last = at;
    },
    end: () => {
      const taken = [...rows];
      if (taken.length === 0) return clear();
      void paintRows(taken, to, last).finally(clear);
    },
    cancel: clear,
  };
};

/** What the Edge tool takes hold of under a pointer; null where there is only ground. */
export const targetUnder = (
  session: PlanSession,
  view: MapView,
  { at, isTouch, shift }: Pressed,
): DragTarget | null => {
  const hit = hitTest(session.tiling, at, view.mm(reachOf(isTouch)));
  if (hit?.kind === 'vertex') return { kind: 'vertex', vertexId: hit.vertexId };
  if (hit?.kind !== 'edge') return null;
  // A finger has no Shift: a border that is chosen is moved as a whole.
  const isWhole = shift || (isTouch && usePlanner.getState().arcId === hit.arcId);
  return isWhole
    ? { kind: 'arc', arcId: hit.arcId, from: at }
    : { kind: 'edge', arcId: hit.arcId, edge: hit.edge };
};
