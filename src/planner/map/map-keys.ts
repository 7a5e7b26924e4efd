/**
 * The map by keyboard. With a vertex chosen the arrows move it, a metre at a time and ten with Shift; otherwise they move a
 * crosshair, and Enter does there what a click would. The brackets go from vertex to vertex along the border of the chosen grid,
 * comma and full stop from border to border; a border that is chosen is moved by the arrows as a whole.
 */
import type { KeyboardEvent, RefObject } from 'react';
import { nearestEdge } from '../../geometry/tiling/index.ts';
import { addVertex, nudge, paintRows, removeVertex, shiftArc } from '../session/actions.ts';
import { acceptPending } from '../session/pending.ts';
import { isLineTool, usePlanner } from '../session/planner-store.ts';
import type { StartedMap } from './start-map.ts';
import { buildingAt } from './under-pointer.ts';
import { arcAfter, middleOf, vertexAfter } from './vertices.ts';

const ARROWS: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const [STEP_MM, LONG_STEP_MM] = [1000, 10_000];
const [STEP_PIXELS, LONG_STEP_PIXELS] = [10, 50];

const moveCrosshair = (
  { view, moment, controller, redraw }: StartedMap,
  dx: number,
  dy: number,
  long: boolean,
) => {
  const by = view.mm(long ? LONG_STEP_PIXELS : STEP_PIXELS);
  const from = moment.crosshair ?? view.centre;
  const at = { x: from.x + dx * by, y: from.y + dy * by };
  moment.crosshair = at;
  moment.pointer = { at, screen: view.toScreen(at) };
  if (!view.sees(view.toScreen(at), -30))
    view.centre = { x: view.centre.x + dx * by, y: view.centre.y + dy * by };
  controller.hover({ at, isTouch: true, free: false, shift: false });
  redraw();
};

/** Enter: what a click does; while painting, the building under the crosshair goes over. */
const enter = ({ moment, controller, redraw }: StartedMap): void => {
  if (acceptPending()) return;
  const { session, tool, faceId } = usePlanner.getState();
  const at = moment.crosshair;
  const last = moment.line.at(-1);
  // Without a crosshair the line was drawn with the mouse; Enter twice at one place ends it as a double click does.
  const isEnd = at === null || (last !== undefined && Math.hypot(last.x - at.x, last.y - at.y) < 100);
  if (isLineTool(tool) && last !== undefined && isEnd) return controller.finishLine();
  if (session === null || at === null) return;
  const row = tool === 'paint' && faceId !== null ? buildingAt(session, at) : null;
  if (row !== null && faceId !== null && session.assignment.faceOf[row] !== faceId)
    void paintRows([row], faceId, at);
  else controller.click({ at, isTouch: true, free: false, shift: false });
  redraw();
};

const step = (by: 1 | -1, { view, redraw }: StartedMap): void => {
  const { session, faceId, vertexId } = usePlanner.getState();
  if (session === null || faceId === null) return;
  const next = vertexAfter(session.tiling, faceId, vertexId, by);
  usePlanner.setState({ vertexId: next, arcId: null });
  const at = session.tiling.vertex(next ?? -1);
  if (at && !view.sees(view.toScreen(at), -20)) view.centre = { x: at.x, y: at.y };
  redraw();
};

const stepArc = (by: 1 | -1, { redraw }: StartedMap): void => {
  const { session, faceId, arcId } = usePlanner.getState();
  if (session === null || faceId === null) return;
  usePlanner.setState({ arcId: arcAfter(session.tiling, faceId, arcId, by), vertexId: null });
  redraw();
};

/** A point in the middle of the edge that follows the chosen vertex, or of the chosen border. */
const insertAfter = (): void => {
  const { session, faceId, vertexId, arcId } = usePlanner.getState();
  if (session === null) return;
  const { tiling } = session;
  const middleOfArc = arcId === null ? null : middleOf(tiling, arcId);
  if (arcId !== null && middleOfArc !== null) return addVertex(arcId, middleOfArc);
  if (faceId === null || vertexId === null) return;
  const [a, b] = [tiling.vertex(vertexId), tiling.vertex(vertexAfter(tiling, faceId, vertexId, 1) ?? -1)];
  if (a === undefined || b === undefined) return;
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const edge = nearestEdge(tiling, middle, 1000);
  if (edge !== null) addVertex(edge.arcId, middle);
};

export const useMapKeys =
  (map: RefObject<StartedMap | null>) =>
  (event: KeyboardEvent): void => {
    const started = map.current;
    if (started === null || event.ctrlKey || event.metaKey || event.altKey) return;
    // Dissolves the grid: a key of the editor, not of the map.
    if (event.key === 'Delete' && event.shiftKey) return;
    const { vertexId, arcId, tool, editable } = usePlanner.getState();
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) {
      const [dx, dy] = arrow;
      if (tool === 'edge' && editable && vertexId !== null) {
        const by = event.shiftKey ? LONG_STEP_MM : STEP_MM;
        nudge(vertexId, dx * by, dy * by);
      } else if (tool === 'edge' && editable && arcId !== null) {
        const by = event.shiftKey ? LONG_STEP_MM : STEP_MM;
        shiftArc(arcId, dx * by, dy * by);
      } else moveCrosshair(started, dx, dy, event.shiftKey);
    } else if (event.key === 'Enter') {
      if (event.shiftKey && isLineTool(tool)) started.controller.finishLine();
      else enter(started);
    } else if (event.key === 'Escape') {
      if (!started.controller.cancel()) {
        started.moment.crosshair = null;
        return;
      }
    } else if (event.key === '+' || event.key === '=' || event.key === '-') {
      const { width, height } = started.view;
      started.view.zoomAt({ x: width / 2, y: height / 2 }, event.key === '-' ? 1 / 1.25 : 1.25);
      started.redraw();
    } else if (event.key === '[' || event.key === ']') step(event.key === ']' ? 1 : -1, started);
    else if (event.key === ',' || event.key === '.') stepArc(event.key === '.' ? 1 : -1, started);
    else if (event.key === 'Insert') insertAfter();
    else if ((event.key === 'Delete' || event.key === 'Backspace') && isLineTool(tool))
      started.controller.takeBackPoint();
    else if ((event.key === 'Delete' || event.key === 'Backspace') && vertexId !== null)
      removeVertex(vertexId);
    else if (event.key === 'Home') started.fly('all');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
