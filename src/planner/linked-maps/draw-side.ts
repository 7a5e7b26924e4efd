/** Draws a state of the grids that is only looked at: the planner's own map, and on top of it what a comparison has to show. */
import type { Community } from '../../domain/records/index.ts';
import { type MmPoint, placeIn, type PlanDifference, type Side } from '../../geometry/tiling/index.ts';
import type { Backdrop } from '../map/backdrop.ts';
import type { GridColours } from '../map/colours.ts';
import { drawMap } from '../map/draw.ts';
import { noMoment } from '../map/moment.ts';
import { type MapInk, type MapPicture, toGround, toScreen } from '../map/picture.ts';
import type { PlanSession } from '../session/plan-session.ts';
import { NO_PLAN } from '../session/planner-store.ts';
import type { Frame } from './start-pane.ts';

export interface MapLook {
  readonly ink: MapInk;
  readonly backdrop: Backdrop;
  readonly colours: GridColours;
  readonly band: Community['settings']['gridBand'];
}

export interface MapSide {
  readonly session: PlanSession;
  /** Borders of another state that this one has not: drawn dashed and pale. */
  readonly ghosts: PlanDifference['bordersGone'];
  /** The grid that is singled out. */
  readonly faceId: string | null;
}

const NO_DIFFERENCE: PlanDifference = {
  moves: [],
  flows: [],
  created: [],
  gone: [],
  reshaped: [],
  bordersGone: [],
  bordersNew: [],
  borderNewMm: 0,
};

const pictureOf = ({ context, ratio, view, link }: Frame, look: MapLook, side: MapSide): MapPicture => ({
  ...look,
  context,
  ratio,
  view,
  session: side.session,
  state: { ...NO_PLAN, tool: 'select', faceId: side.faceId },
  moment: { ...noMoment(), hoverRow: link.hoverRow },
  difference: { ...NO_DIFFERENCE, bordersGone: side.ghosts },
  region: null,
});

/** Light around buildings that were asked for, and a firm line around those that change hands. */
const drawMarks = (picture: MapPicture, moved: Iterable<number>, glow: ReadonlySet<number>): void => {
  const { context, ink, view, ratio, backdrop } = picture;
  toGround(picture);
  context.lineWidth = view.mm(1.8);
  context.strokeStyle = ink.night ? '#ffffff' : '#17323a';
  for (const row of moved) context.stroke(backdrop.buildings[row] ?? new Path2D());
  if (glow.size === 0) return;
  context.save();
  context.shadowColor = ink.night ? '#ffd479' : '#f0a020';
  context.shadowBlur = 14 * ratio;
  context.lineWidth = view.mm(3.2);
  context.strokeStyle = ink.night ? '#ffe3a8' : '#e08a00';
  for (const row of glow) context.stroke(backdrop.buildings[row] ?? new Path2D());
  context.restore();
};

const CROSS_PIXELS = 13;

const drawCrosshair = (picture: MapPicture, at: MmPoint): void => {
  const { context, ink, view } = picture;
  toScreen(picture);
  const { x, y } = view.toScreen(at);
  const cross = new Path2D(
    `M${x - CROSS_PIXELS} ${y}h${CROSS_PIXELS - 4}m8 0h${CROSS_PIXELS - 4}` +
      `M${x} ${y - CROSS_PIXELS}v${CROSS_PIXELS - 4}m0 8v${CROSS_PIXELS - 4}`,
  );
  context.lineCap = 'round';
  for (const [width, colour] of [
    [5, ink.panel],
    [2, ink.brand],
  ] as const) {
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke(cross);
  }
};

export interface SideMarks {
  /** Buildings that change hands between the two states. */
  readonly moved: readonly number[];
}

export const drawSide = (frame: Frame, look: MapLook, side: MapSide, { moved }: SideMarks): void => {
  const picture = pictureOf(frame, look, side);
  drawMap(picture);
  drawMarks(picture, moved, frame.link.glow);
  if (frame.crosshair !== null) drawCrosshair(picture, frame.crosshair);
};

const bordersPath = (borders: PlanDifference['bordersGone']): Path2D => {
  const path = new Path2D();
  for (const [ax, ay, bx, by] of borders) {
    path.moveTo(ax, ay);
    path.lineTo(bx, by);
  }
  return path;
};

/** Both colours of a building that changes hands: the grid it goes to, striped with the one it comes from. */
const drawStriped = (picture: MapPicture, row: number, from: Side, to: Side): void => {
  const { context, ink, view, backdrop, colours, session } = picture;
  const path = backdrop.buildings[row];
  const box = session.town.buildings.boxes[row];
  if (path === undefined || box === undefined) return;
  const [minX, minY, maxX, maxY] = box;
  context.fillStyle = colours.solid(to, ink.night);
  context.fill(path, 'evenodd');
  context.save();
  context.clip(path, 'evenodd');
  const gap = view.mm(9);
  const height = maxY - minY;
  const stripes = new Path2D();
  for (let x = minX - height; x < maxX; x += gap) {
    stripes.moveTo(x, minY);
    stripes.lineTo(x + height, maxY);
  }
  context.lineCap = 'butt';
  context.lineWidth = view.mm(3.4);
  context.strokeStyle = colours.solid(from, ink.night);
  context.stroke(stripes);
  context.restore();
  context.lineWidth = view.mm(1.8);
  context.strokeStyle = ink.night ? '#ffffff' : '#17323a';
  context.stroke(path);
};

const drawNamesOf = (picture: MapPicture, names: ReadonlyMap<string, MmPoint>): void => {
  const { context, ink, view } = picture;
  toScreen(picture);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.font = `600 14px ${ink.font}`;
  context.lineWidth = 4;
  context.strokeStyle = ink.night ? 'rgb(13 26 31 / 85%)' : 'rgb(253 252 249 / 90%)';
  context.fillStyle = ink.ink;
  for (const [name, at] of names) {
    const { x, y } = view.toScreen(at);
    // Where the map itself writes it.
    context.strokeText(name, x, y - 8);
    context.fillText(name, x, y - 8);
  }
};

/** Only what changes hands is lit; everything else lies under a veil. */
export const drawChanges = (
  frame: Frame,
  look: MapLook,
  side: MapSide,
  { difference, left }: { readonly difference: PlanDifference; readonly left: PlanSession },
): void => {
  const picture = pictureOf(frame, look, { ...side, ghosts: [] });
  const { context, ink, view } = picture;
  drawMap(picture);
  toScreen(picture);
  context.globalAlpha = ink.night ? 0.8 : 0.82;
  context.fillStyle = ink.paper;
  context.fillRect(0, 0, view.width, view.height);
  context.globalAlpha = 1;
  toGround(picture);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.setLineDash([view.mm(6), view.mm(5)]);
  context.lineWidth = view.mm(1.8);
  context.strokeStyle = ink.inkSoft;
  context.stroke(bordersPath(difference.bordersGone));
  context.setLineDash([]);
  context.lineWidth = view.mm(3);
  context.strokeStyle = ink.brand;
  context.stroke(bordersPath(difference.bordersNew));
  for (const { row, from, to } of difference.moves) drawStriped(picture, row, from, to);
  if (frame.link.hoverRow !== null) {
    context.lineWidth = view.mm(2);
    context.strokeStyle = ink.brand;
    context.stroke(picture.backdrop.buildings[frame.link.hoverRow] ?? new Path2D());
  }
  drawMarks(picture, [], frame.link.glow);
  const names = new Map<string, MmPoint>();
  for (const id of new Set(difference.flows.flatMap(({ from, to }) => [from, to]))) {
    const owner = id === null ? null : side.session.tiling.face(id) ? side.session : left;
    if (id !== null && owner !== null) names.set(owner.faceName(id), placeIn(owner.tiling.shape(id)));
  }
  drawNamesOf(picture, names);
  if (frame.crosshair !== null) drawCrosshair(picture, frame.crosshair);
};
