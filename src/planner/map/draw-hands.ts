/** What one holds in the hand: handles of vertices, the edge under the pointer, the line being drawn, the keyboard's crosshair. */
import type { Tiling } from '../../geometry/tiling/index.ts';
import { isLineTool } from '../session/planner-store.ts';
import type { MapView } from './map-view.ts';
import { isOutlineVertex } from './vertices.ts';
import { type MapPicture, toGround, toScreen } from './picture.ts';
import { arcInto, facePath, placesOf } from './rings.ts';

/** Below this scale (pixels a metre) handles of single vertices would hide the border. */
const HANDLES_FROM = 0.12;
const MARK_PIXELS = 18;

/** Handles of one border nearer to each other than this run into one another. */
const LEAST_APART = 11;

/** Of a border with many vertices every second, third … has a handle; the others are taken hold of all the same. */
const hasRoom = (tiling: Tiling, view: MapView, id: number): boolean => {
  const arc = tiling.arc(tiling.arcsAt(id)[0] ?? -1);
  const ids = arc?.vertexIds ?? [];
  const [first, last] = [tiling.vertex(ids[0] ?? -1), tiling.vertex(ids[ids.length - 1] ?? -1)];
  if (first === undefined || last === undefined) return true;
  const [minX, minY, maxX, maxY] = ids.reduce(
    ([west, south, east, north], at) => {
      const { x, y } = tiling.vertex(at) ?? first;
      return [Math.min(west, x), Math.min(south, y), Math.max(east, x), Math.max(north, y)] as const;
    },
    [first.x, first.y, first.x, first.y] as const,
  );
  // As long as the diagonal of its box, at least: what bends has more room.
  const apart = (Math.hypot(maxX - minX, maxY - minY) * view.scale) / Math.max(1, ids.length - 1);
  return ids.indexOf(id) % Math.ceil(LEAST_APART / Math.max(apart, 0.1)) === 0;
};

/** Vertices that may have a handle: of 5,000 only those that are asked for, and from afar only where borders meet. */
const handlesOf = ({ view, session, state, moment, region }: MapPicture): Set<number> => {
  const { tiling } = session;
  const ids = new Set<number>(moment.drag?.vertices.map(({ id }) => id));
  for (const id of [state.vertexId, moment.hover?.kind === 'vertex' ? moment.hover.vertexId : null])
    if (id !== null) ids.add(id);
  if (region === null && view.scale * 1000 < HANDLES_FROM) {
    for (const { vertexIds } of tiling.arcs.values())
      for (const id of [vertexIds[0], vertexIds[vertexIds.length - 1]]) if (id !== undefined) ids.add(id);
    return ids;
  }
  const [west, north] = [view.toWorld({ x: -10, y: -10 }).x, view.toWorld({ x: 0, y: -10 }).y];
  const { x: east, y: south } = view.toWorld({ x: view.width + 10, y: view.height + 10 });
  for (const { a, b } of tiling.search(region ?? { minX: west, minY: south, maxX: east, maxY: north }))
    ids.add(a).add(b);
  return ids;
};

const drawHandles = (picture: MapPicture): void => {
  const { context, ink, view, session, state, moment } = picture;
  const { tiling } = session;
  const place = placesOf(tiling, moment.drag);
  const hovered = moment.hover?.kind === 'vertex' ? moment.hover.vertexId : null;
  // A fingertip covers what a mouse pointer leaves in sight.
  const more = moment.isTouch ? 4 : 0;
  // In the same order whichever part of the map is drawn: they may lie on one another.
  for (const id of [...handlesOf(picture)].sort((a, b) => a - b)) {
    const at = place(id);
    if (at === undefined) continue;
    const point = view.toScreen(at);
    if (!view.sees(point, 10)) continue;
    const isChosen = id === state.vertexId;
    const isHot = isChosen || id === hovered;
    const isJunction = tiling.arcsAt(id).length > 2;
    if (!isHot && !isJunction && view.scale * 1000 < HANDLES_FROM) continue;
    // The outline of the community stays: what cannot be moved has no handle.
    const isFixed = isOutlineVertex(tiling, id);
    const isHeld = isHot || moment.drag?.vertices.some((vertex) => vertex.id === id) === true;
    if (!isHeld && !isJunction && (isFixed || !hasRoom(tiling, view, id))) continue;
    const radius = (isHot ? 7 : isJunction ? 5 : 4) + more;
    context.beginPath();
    if (isJunction) context.rect(point.x - radius, point.y - radius, 2 * radius, 2 * radius);
    else context.arc(point.x, point.y, radius, 0, 2 * Math.PI);
    context.fillStyle = isChosen ? ink.brand : ink.panel;
    context.fill();
    context.lineWidth = 2;
    context.strokeStyle = isHot ? ink.brand : isFixed ? ink.inkSoft : ink.ink;
    context.stroke();
  }
};

/** The edge that would be taken, with the point that would be pulled out of it. */
const drawHoveredEdge = (picture: MapPicture): void => {
  const { context, ink, view, session, moment } = picture;
  if (moment.hover?.kind !== 'edge' || moment.drag !== null) return;
  const arc = session.tiling.arc(moment.hover.arcId);
  if (arc === undefined) return;
  const path = new Path2D();
  arcInto(path, arc, (id) => session.tiling.vertex(id));
  toGround(picture);
  context.lineWidth = view.mm(4);
  context.strokeStyle = ink.brand;
  context.stroke(path);
  toScreen(picture);
  const at = view.toScreen(moment.hover.at);
  context.beginPath();
  context.arc(at.x, at.y, 5, 0, 2 * Math.PI);
  context.fillStyle = ink.panel;
  context.fill();
  context.lineWidth = 2;
  context.stroke();
};

const drawRefused = ({ context, ink, view, moment }: MapPicture): void => {
  if (moment.drag?.refusal == null || moment.pointer === null) return;
  const { x, y } = moment.pointer.screen;
  context.strokeStyle = ink.danger;
  context.lineWidth = 2.5;
  context.beginPath();
  context.arc(x, y, 9, 0, 2 * Math.PI);
  context.moveTo(x - 6, y - 6);
  context.lineTo(x + 6, y + 6);
  context.stroke();
  const at = moment.drag.refusal.at;
  if (at === null) return;
  const there = view.toScreen(at);
  context.setLineDash([4, 4]);
  context.beginPath();
  context.arc(there.x, there.y, 12, 0, 2 * Math.PI);
  context.stroke();
  context.setLineDash([]);
};

const drawLine = ({ context, ink, view, moment }: MapPicture): void => {
  const next = moment.crosshair ?? moment.snap?.at ?? moment.pointer?.at;
  if (moment.line.length === 0) return;
  context.beginPath();
  for (const [i, point] of [...moment.line, ...(next ? [next] : [])].entries()) {
    const { x, y } = view.toScreen(point);
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.lineWidth = 2.5;
  context.strokeStyle = ink.danger;
  context.setLineDash([8, 5]);
  context.stroke();
  context.setLineDash([]);
  for (const point of moment.line) {
    const { x, y } = view.toScreen(point);
    context.beginPath();
    context.arc(x, y, 4, 0, 2 * Math.PI);
    context.fillStyle = ink.panel;
    context.fill();
    context.stroke();
  }
};

/** The road or wall that attracts, as the line that it is; nothing of it stays when the hand is lifted. */
const drawGuide = (picture: MapPicture): void => {
  const { context, ink, view, session, moment } = picture;
  const { snap } = moment;
  if (snap === null || snap.target === null || (snap.to !== 'guide' && snap.to !== 'corner')) return;
  const path = new Path2D();
  for (const [i, { x, y }] of (session.town.guides[snap.target]?.line ?? []).entries())
    if (i === 0) path.moveTo(x, y);
    else path.lineTo(x, y);
  toGround(picture);
  context.lineWidth = view.mm(2);
  context.strokeStyle = ink.brand;
  context.setLineDash([view.mm(3), view.mm(5)]);
  context.stroke(path);
  context.setLineDash([]);
  toScreen(picture);
};

const drawSnap = (picture: MapPicture): void => {
  const { context, ink, view, moment } = picture;
  if (moment.snap === null || moment.snap.to === 'nothing') return;
  drawGuide(picture);
  const { x, y } = view.toScreen(moment.snap.at);
  context.beginPath();
  context.arc(x, y, 10, 0, 2 * Math.PI);
  context.lineWidth = 1.5;
  context.strokeStyle = ink.brand;
  context.stroke();
};

const drawCrosshair = ({ context, ink, view, moment }: MapPicture): void => {
  if (moment.crosshair === null) return;
  const { x, y } = view.toScreen(moment.crosshair);
  for (const [width, colour] of [
    [4, ink.panel],
    [1.8, ink.brand],
  ] as const) {
    context.beginPath();
    for (const [dx, dy] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
    ] as const) {
      context.moveTo(x + dx * 4, y + dy * 4);
      context.lineTo(x + dx * 15, y + dy * 15);
    }
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
};

/** The neighbour that a click would merge, the grid that a line would split. */
const drawTarget = (picture: MapPicture): void => {
  const { context, ink, view, session, state, moment } = picture;
  if (state.tool !== 'merge' || state.faceId === null || moment.hover?.kind !== 'face') return;
  const { faceId } = moment.hover;
  if (faceId === state.faceId || session.tiling.face(faceId) === undefined) return;
  toGround(picture);
  context.lineWidth = view.mm(4);
  context.setLineDash([view.mm(9), view.mm(6)]);
  context.strokeStyle = ink.brand;
  context.stroke(facePath(session.tiling, faceId, null));
  context.setLineDash([]);
};

/** What a problem is about: its buildings framed, or a ring around its place. */
const drawMark = (picture: MapPicture): void => {
  const { context, ink, view, state, backdrop } = picture;
  if (state.mark === null) return;
  const { rows, at } = state.mark;
  context.strokeStyle = ink.danger;
  context.lineJoin = 'round';
  if (rows.length > 0) {
    toGround(picture);
    context.lineWidth = view.mm(3);
    for (const row of rows) context.stroke(backdrop.buildings[row] ?? new Path2D());
  } else if (at !== null) {
    toScreen(picture);
    const { x, y } = view.toScreen(at);
    context.lineWidth = 3;
    context.beginPath();
    context.arc(x, y, MARK_PIXELS, 0, 2 * Math.PI);
    context.stroke();
  }
};

export const drawHands = (picture: MapPicture): void => {
  const { state, moment } = picture;
  drawMark(picture);
  drawTarget(picture);
  toScreen(picture);
  if (state.tool === 'edge' && state.editable) {
    drawHoveredEdge(picture);
    drawHandles(picture);
  }
  if (moment.drag !== null || isLineTool(state.tool)) drawSnap(picture);
  drawRefused(picture);
  drawLine(picture);
  drawCrosshair(picture);
};
