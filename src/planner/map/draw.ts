/**
 * Draws the map, whole, from the ground up: green and roads, the grids' tint, buildings in the colour of their grid, borders. What
 * one holds in the hand is drawn on top by `draw-hands`. A frame of 100 buildings takes about a millisecond, so nothing is kept
 * between two of them but paths.
 */
import { placeIn, type PlanDifference, type Side } from '../../geometry/tiling/index.ts';
import type { PlanSession } from '../session/plan-session.ts';
import type { PlannerState } from '../session/planner-store.ts';
import type { Backdrop } from './backdrop.ts';
import type { GridColours } from './colours.ts';
import type { MapView } from './map-view.ts';
import type { Moment } from './moment.ts';
import { arcInto, arcsNow, facePath, placesOf } from './rings.ts';

export interface MapInk {
  readonly night: boolean;
  readonly paper: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly panel: string;
  readonly brand: string;
  readonly danger: string;
  readonly warning: string;
  readonly font: string;
}

export interface MapPicture {
  readonly context: CanvasRenderingContext2D;
  readonly ratio: number;
  readonly view: MapView;
  readonly ink: MapInk;
  readonly colours: GridColours;
  readonly backdrop: Backdrop;
  readonly session: PlanSession;
  readonly state: PlannerState;
  readonly moment: Moment;
  /** Borders that the plan has moved, as they were. */
  readonly difference: PlanDifference | null;
  readonly band: { readonly min: number; readonly max: number } | null;
}

const AREA_COLOURS: Readonly<Record<string, readonly [day: string, night: string]>> = {
  water: ['#cfe0e6', '#17333d'],
  plaza: ['#e9e5da', '#1b2a2f'],
  courtyard: ['#ece9e0', '#1a292e'],
  parking: ['#e6e4dd', '#1b282d'],
  bare: ['#ece6d8', '#1e2a2c'],
  sports: ['#dfe6da', '#1a3030'],
};
const GREEN = ['#e0e8d8', '#182e2b'] as const;

/** The grid of a building as it is shown: the stroke, the preview and the drag come before the plan. */
export const shownFace = ({ session, state, moment }: MapPicture): ((row: number) => Side) => {
  const { faceOf } = session.assignment;
  const dragged = new Map(moment.drag?.moved.map(({ row, to }) => [row, to]));
  const { preview } = state;
  return (row) => {
    if (moment.stroke?.rows.has(row)) return moment.stroke.to;
    const away = dragged.get(row);
    if (away !== undefined) return away;
    return (preview ? preview[row] : faceOf[row]) ?? null;
  };
};

/** From here on coordinates are millimetres. */
export const toGround = ({ context, ratio, view }: MapPicture): void => {
  const k = view.scale * ratio;
  context.setTransform(
    k,
    0,
    0,
    -k,
    (view.width / 2) * ratio - view.centre.x * k,
    (view.height / 2) * ratio + view.centre.y * k,
  );
};
export const toScreen = ({ context, ratio }: MapPicture): void =>
  context.setTransform(ratio, 0, 0, ratio, 0, 0);

const drawGround = ({ context, ink, view, backdrop }: MapPicture): void => {
  const at = ink.night ? 1 : 0;
  for (const { kind, path } of backdrop.areas) {
    context.fillStyle = (AREA_COLOURS[kind] ?? GREEN)[at];
    context.fill(path, 'evenodd');
  }
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const casing of [true, false])
    for (const { kind, widthMm, path } of backdrop.roads) {
      if (casing && kind === 'path') continue;
      const least = view.mm(kind === 'main' ? 3 : 1.2);
      context.lineWidth = Math.max(widthMm, least) + (casing ? view.mm(1.6) : 0);
      context.strokeStyle = casing
        ? ink.night
          ? '#30454c'
          : '#d3d1c7'
        : ink.night
          ? kind === 'main'
            ? '#2a3c43'
            : '#22343a'
          : kind === 'path'
            ? '#efece3'
            : '#ffffff';
      context.stroke(path);
    }
  context.lineWidth = view.mm(1);
  context.strokeStyle = ink.night ? '#3c4c50' : '#c9c3b4';
  context.stroke(backdrop.walls);
};

const drawFaces = ({ context, ink, colours, session, state, moment }: MapPicture): void => {
  const { tiling } = session;
  for (const id of tiling.faces.keys()) {
    context.fillStyle = colours.tint(id, ink.night, id === state.faceId);
    context.fill(facePath(tiling, id, moment.drag), 'evenodd');
  }
};

const drawBuildings = (picture: MapPicture): void => {
  const { context, ink, view, colours, session, backdrop, moment, state } = picture;
  const faceOf = shownFace(picture);
  const changing: number[] = [];
  context.lineWidth = view.mm(0.7);
  context.strokeStyle = ink.night ? 'rgb(255 255 255 / 22%)' : 'rgb(23 50 58 / 35%)';
  for (const [row, path] of backdrop.buildings.entries()) {
    const to = faceOf(row);
    context.fillStyle = colours.solid(to, ink.night);
    context.fill(path, 'evenodd');
    context.stroke(path);
    if (to !== session.assignment.faceOf[row]) changing.push(row);
  }
  // What changes hands glows.
  context.strokeStyle = ink.night ? '#ffffff' : '#17323a';
  context.lineWidth = view.mm(2.2);
  for (const row of changing) context.stroke(backdrop.buildings[row] as Path2D);
  if (moment.hoverRow !== null && (state.tool === 'paint' || state.tool === 'select')) {
    context.lineWidth = view.mm(1.6);
    context.strokeStyle = ink.brand;
    context.stroke(backdrop.buildings[moment.hoverRow] as Path2D);
  }
};

const drawGhosts = ({ context, ink, view, difference }: MapPicture): void => {
  if (difference === null || difference.bordersGone.length === 0) return;
  const path = new Path2D();
  for (const [ax, ay, bx, by] of difference.bordersGone) {
    path.moveTo(ax, ay);
    path.lineTo(bx, by);
  }
  context.setLineDash([view.mm(5), view.mm(5)]);
  context.lineWidth = view.mm(1.4);
  context.strokeStyle = ink.night ? 'rgb(255 255 255 / 45%)' : 'rgb(23 50 58 / 45%)';
  context.stroke(path);
  context.setLineDash([]);
};

const drawBorders = ({ context, ink, view, session, state, moment }: MapPicture): void => {
  const { tiling } = session;
  const place = placesOf(tiling, moment.drag);
  const [inner, rim, own, chosen] = [new Path2D(), new Path2D(), new Path2D(), new Path2D()];
  for (const arc of arcsNow(tiling, moment.drag)) {
    arcInto(arc.left === null || arc.right === null ? rim : inner, arc, place);
    if (state.faceId !== null && (arc.left === state.faceId || arc.right === state.faceId))
      arcInto(own, arc, place);
    if (arc.id === state.arcId) arcInto(chosen, arc, place);
  }
  const stroke = (path: Path2D, width: number, colour: string): void => {
    context.lineWidth = view.mm(width);
    context.strokeStyle = colour;
    context.stroke(path);
  };
  const halo = ink.night ? 'rgb(13 26 31 / 75%)' : 'rgb(255 255 255 / 80%)';
  stroke(inner, 4.6, halo);
  stroke(rim, 5.4, halo);
  stroke(inner, 2, ink.ink);
  stroke(rim, 2.8, ink.ink);
  stroke(own, 3.2, ink.brand);
  stroke(chosen, 4.4, ink.brand);
};

const lockedMark = (context: CanvasRenderingContext2D, x: number, y: number): void => {
  context.fillRect(x - 5, y - 1, 10, 8);
  context.beginPath();
  context.arc(x, y - 1, 3.2, Math.PI, 0);
  context.stroke();
};

/** Names stand where there is room: large grids first, and where two would lie on one another only the number stays. */
const drawNames = (picture: MapPicture): void => {
  const { context, ink, view, session, state, band } = picture;
  toScreen(picture);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  const taken: (readonly [left: number, top: number, right: number, bottom: number])[] = [];
  const isFree = (x: number, y: number, width: number, height: number): boolean =>
    !taken.some(
      ([left, top, right, bottom]) =>
        x - width / 2 < right && x + width / 2 > left && y - height / 2 < bottom && y + height / 2 > top,
    );
  const write = (text: string, x: number, y: number, font: string, colour: string): void => {
    context.font = font;
    const width = context.measureText(text).width + 4;
    if (!isFree(x, y, width, 16)) return;
    taken.push([x - width / 2, y - 8, x + width / 2, y + 8]);
    context.lineWidth = 4;
    context.strokeStyle = ink.night ? 'rgb(13 26 31 / 85%)' : 'rgb(253 252 249 / 90%)';
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  };
  const faces = [...session.tiling.faces.values()]
    .map((face) => ({ face, shape: session.tiling.shape(face.id) }))
    .sort((a, b) => b.shape.areaMm2 - a.shape.areaMm2)
    .map(({ face, shape }) => ({ face, at: view.toScreen(placeIn(shape)) }))
    .filter(({ at }) => view.sees(at, 80));
  const size = view.scale * 1000 < 0.35 ? 12 : 14;
  for (const { face, at } of faces) {
    const households = (state.live?.get(face.id) ?? session.assignment.sums(face.id))[0] ?? 0;
    const isOut = face.kind === 'basic' && band !== null && (households < band.min || households > band.max);
    const colour = isOut ? ink.danger : ink.inkSoft;
    write(`${households}`, at.x, at.y + 9, `600 ${size - 1}px ${ink.font}`, colour);
    if (!face.locked) continue;
    context.fillStyle = ink.ink;
    context.strokeStyle = ink.ink;
    context.lineWidth = 1.8;
    lockedMark(context, at.x, at.y + 26);
  }
  for (const { face, at } of faces)
    write(face.name || face.code, at.x, at.y - 8, `600 ${size}px ${ink.font}`, ink.ink);
  if (view.scale * 1000 > 1.3) drawNumbers(picture);
};

/** Numbers of buildings, where there is room for them. */
const drawNumbers = ({ context, ink, view, session, backdrop }: MapPicture): void => {
  const { x, y } = session.town.buildings;
  context.font = `500 11px ${ink.font}`;
  context.fillStyle = '#ffffff';
  for (const [row, label] of backdrop.labels.entries()) {
    const at = view.toScreen({ x: x[row] as number, y: y[row] as number });
    if (view.sees(at) && label.length <= 6) context.fillText(label, at.x, at.y);
  }
};

export const drawMap = (picture: MapPicture): void => {
  const { context, ratio, view, ink } = picture;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = ink.paper;
  context.fillRect(0, 0, view.width, view.height);
  toGround(picture);
  drawGround(picture);
  drawFaces(picture);
  drawGhosts(picture);
  drawBuildings(picture);
  drawBorders(picture);
  drawNames(picture);
};
