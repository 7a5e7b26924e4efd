/**
 * Draws the map from the ground up: green and roads, the grids' tint, buildings in the colour of their grid, borders, names. What one
 * holds in the hand is drawn on top by `draw-hands`. Kept from frame to frame are paths of what did not change, ground, resting
 * buildings and borders as layers, and where the names stand; of a region only what lies in it is drawn.
 */
import type { Side } from '../../geometry/tiling/index.ts';
import { type BorderPaths, movingBorders, restingBorders } from './border-paths.ts';
import { buildingGroups } from './building-groups.ts';
import { drawNames } from './draw-names.ts';
import { layer } from './layers.ts';
import { isAsked, type MapPicture, shownTiling, toGround } from './picture.ts';
import { arcInto, draggedArcs, facePath, placesOf, touchedSides } from './rings.ts';

const AREA_COLOURS: Readonly<Record<string, readonly [day: string, night: string]>> = {
  water: ['#cfe0e6', '#17333d'],
  plaza: ['#e9e5da', '#1b2a2f'],
  courtyard: ['#ece9e0', '#1a292e'],
  parking: ['#e6e4dd', '#1b282d'],
  bare: ['#ece6d8', '#1e2a2c'],
  sports: ['#dfe6da', '#1a3030'],
};
const GREEN = ['#e0e8d8', '#182e2b'] as const;

/** Buildings that would change hands: by the stroke, the drag, the line that waits. */
const changing = ({ state, moment }: MapPicture): Map<number, Side> => {
  const to = new Map<number, Side>();
  for (const move of state.pending?.moved ?? []) to.set(move.row, move.to);
  for (const move of moment.drag?.moved ?? []) to.set(move.row, move.to);
  if (moment.stroke !== null) for (const row of moment.stroke.rows) to.set(row, moment.stroke.to);
  return to;
};

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

const drawFaces = (picture: MapPicture): void => {
  const { context, ink, colours, state, moment } = picture;
  const tiling = shownTiling(picture);
  const touched = touchedSides(tiling, moment.drag);
  for (const id of tiling.faces.keys()) {
    if (!touched.has(id) && !isAsked(picture, tiling.shape(id).box)) continue;
    const isStrong = id === state.faceId || state.pending?.made.includes(id) === true;
    context.fillStyle = colours.tint(id, ink.night, isStrong);
    const path = facePath(tiling, id, touched.has(id) ? moment.drag : null);
    context.fill(path, 'evenodd');
    if (tiling.face(id)?.kind === 'dedicated') hem(picture, path, colours.solid(id, ink.night));
  }
};

/** A dedicated grid has a dashed hem inside its border, so that it is told from the basic one around it. */
const hem = ({ context, view }: MapPicture, path: Path2D, colour: string): void => {
  context.save();
  context.clip(path, 'evenodd');
  // Round ends, as roads have them, would fill the gaps.
  context.lineCap = 'butt';
  context.setLineDash([view.mm(7), view.mm(5)]);
  context.lineWidth = view.mm(12);
  context.strokeStyle = colour;
  context.stroke(path);
  context.restore();
};

const drawBuildings = (picture: MapPicture): void => {
  const { context, ink, view, colours, session, backdrop, moment, state } = picture;
  const { faceOf } = session.assignment;
  const shown = state.preview ?? faceOf;
  const line = ink.night ? 'rgb(255 255 255 / 22%)' : 'rgb(23 50 58 / 35%)';
  const drawOn = (on: CanvasRenderingContext2D, path: Path2D, side: Side): void => {
    on.fillStyle = colours.solid(side, ink.night);
    on.fill(path);
    on.strokeStyle = line;
    on.stroke(path);
  };
  const groups = buildingGroups(backdrop, shown, session.tiling.version);
  const tints = [...groups.keys()].map((side) => colours.solid(side, ink.night)).join();
  layer(picture, 'buildings', [groups, tints], (on) => {
    toGround(on);
    on.context.lineWidth = view.mm(0.7);
    for (const [side, path] of groups) drawOn(on.context, path, side);
  });
  const draw = (path: Path2D, side: Side): void => drawOn(context, path, side);
  context.lineWidth = view.mm(0.7);
  const moved = changing(picture);
  if (state.preview !== null)
    for (const [row, side] of state.preview.entries()) if (side !== faceOf[row]) moved.set(row, side);
  for (const [row, side] of moved) draw(backdrop.buildings[row] as Path2D, side);
  // What changes hands glows; from afar less, or its new colour would be gone under the line.
  context.strokeStyle = ink.night ? '#ffffff' : '#17323a';
  context.lineWidth = view.mm(Math.min(2.2, Math.max(1, view.scale * 2600)));
  for (const row of moved.keys()) context.stroke(backdrop.buildings[row] as Path2D);
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

/** A light rim under the line, so that it is told from what it runs over. */
const drawLines = ({ context, ink, view }: MapPicture, { inner, rim }: BorderPaths): void => {
  const halo = ink.night ? 'rgb(13 26 31 / 75%)' : 'rgb(255 255 255 / 80%)';
  context.lineJoin = 'round';
  for (const [path, width, colour] of [
    [inner, 4.6, halo],
    [rim, 5.4, halo],
    [inner, 2, ink.ink],
    [rim, 2.8, ink.ink],
  ] as const) {
    context.lineWidth = view.mm(width);
    context.strokeStyle = colour;
    context.stroke(path);
  }
};

const drawBorders = (picture: MapPicture): void => {
  const { context, ink, view, state, moment } = picture;
  const tiling = shownTiling(picture);
  const place = placesOf(tiling, moment.drag);
  const stroke = (path: Path2D, width: number, colour: string): void => {
    context.lineWidth = view.mm(width);
    context.strokeStyle = colour;
    context.stroke(path);
  };
  const rest = restingBorders(tiling, moment.drag);
  // Without a GPU long lines are what a picture costs most.
  layer(picture, 'borders', [rest], (on) => {
    toGround(on);
    drawLines(on, rest);
  });
  const moving = movingBorders(tiling, moment.drag, place);
  if (moving !== null) drawLines(picture, moving);
  const dragged = draggedArcs(tiling, moment.drag);
  const [own, chosen] = [new Path2D(), new Path2D()];
  const now = (id: number) => dragged.get(id) ?? tiling.arc(id);
  for (const id of state.faceId === null ? [] : tiling.arcsOf(state.faceId)) {
    const arc = now(id);
    if (arc !== undefined) arcInto(own, arc, place);
  }
  const arc = state.arcId === null ? undefined : now(state.arcId);
  if (arc !== undefined) arcInto(chosen, arc, place);
  if (state.faceId !== null) stroke(own, 3.2, ink.brand);
  if (state.arcId !== null) stroke(chosen, 4.4, ink.brand);
  if (state.pending === null) return;
  const made = new Path2D();
  for (const id of state.pending.made)
    for (const arcId of tiling.arcsOf(id)) {
      const of = tiling.arc(arcId);
      if (of !== undefined) arcInto(made, of, place);
    }
  context.setLineDash([view.mm(9), view.mm(6)]);
  stroke(made, 3.2, ink.danger);
  context.setLineDash([]);
};

export const drawMap = (picture: MapPicture): void => {
  const { context, ratio, view, ink } = picture;
  context.lineJoin = 'round';
  layer(picture, 'ground', [picture.backdrop], (on) => {
    on.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    on.context.fillStyle = ink.paper;
    on.context.fillRect(0, 0, view.width, view.height);
    toGround(on);
    drawGround(on);
  });
  toGround(picture);
  drawFaces(picture);
  drawGhosts(picture);
  drawBuildings(picture);
  drawBorders(picture);
  drawNames(picture);
};
