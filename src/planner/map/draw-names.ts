/** Names of grids with their households, a mark on what is locked, numbers of buildings. */
import { type FaceShape, type MmPoint, placeIn } from '../../geometry/tiling/index.ts';
import { type MapPicture, shownTiling, toScreen } from './picture.ts';

const lockedMark = (context: CanvasRenderingContext2D, x: number, y: number): void => {
  context.fillRect(x - 5, y - 1, 10, 8);
  context.beginPath();
  context.arc(x, y - 1, 3.2, Math.PI, 0);
  context.stroke();
};

/** Looking for a place inside takes longer than all else of a name: kept as long as the shape is the same. */
const places = new WeakMap<FaceShape, MmPoint>();
const placeOf = (shape: FaceShape): MmPoint => {
  let place = places.get(shape);
  if (place === undefined) {
    place = placeIn(shape);
    places.set(shape, place);
  }
  return place;
};

const widths = new Map<string, number>();
const widthOf = (context: CanvasRenderingContext2D, text: string): number => {
  const key = `${context.font} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 4000) widths.clear();
    width = context.measureText(text).width + 4;
    widths.set(key, width);
  }
  return width;
};

/** Names stand where there is room: large grids first, and where two would lie on one another only the number stays. */
export const drawNames = (picture: MapPicture): void => {
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
    const width = widthOf(context, text);
    if (!isFree(x, y, width, 16)) return;
    taken.push([x - width / 2, y - 8, x + width / 2, y + 8]);
    context.lineWidth = 4;
    context.strokeStyle = ink.night ? 'rgb(13 26 31 / 85%)' : 'rgb(253 252 249 / 90%)';
    context.strokeText(text, x, y);
    context.fillStyle = colour;
    context.fillText(text, x, y);
  };
  const tiling = shownTiling(picture);
  const faces = [...tiling.faces.values()]
    .map((face) => ({ face, shape: tiling.shape(face.id) }))
    .sort((a, b) => b.shape.areaMm2 - a.shape.areaMm2)
    .map(({ face, shape }) => ({ face, at: view.toScreen(placeOf(shape)) }))
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
