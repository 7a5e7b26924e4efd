/** Names of grids with their households, a mark on what is locked, numbers of buildings. */
import { householdBandOf } from '../../domain/household-target.ts';
import { type Face, type FaceShape, type MmPoint, placeIn } from '../../geometry/tiling/index.ts';
import { same } from './layers.ts';
import { isAsked, type MapPicture, shownTiling, toScreen } from './picture.ts';

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
const widthOf = (context: CanvasRenderingContext2D, text: string, font: string): number => {
  const key = `${font} ${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    if (widths.size > 4000) widths.clear();
    context.font = font;
    width = context.measureText(text).width + 4;
    widths.set(key, width);
  }
  return width;
};

interface Label {
  readonly face: Face;
  readonly what: 'households' | 'name' | 'lock';
  readonly x: number;
  readonly y: number;
  readonly font: string;
  /** On the ground. */
  readonly box: FaceShape['box'];
}

const LINE_PIXELS = 16;

const householdsOf = ({ session, state }: MapPicture, { id }: Face): number =>
  (state.live?.get(id) ?? session.assignment.sums(id))[0] ?? 0;

/** As the layout has them: what a drag would make of them moves no name, what a line that waits would make is all there is. */
const restingHouseholdsOf = (picture: MapPicture, face: Face): number =>
  picture.state.pending === null
    ? (picture.session.assignment.sums(face.id)[0] ?? 0)
    : householdsOf(picture, face);

/** Names stand where there is room: large grids first, and where two would lie on one another only the number stays. */
const layOut = (picture: MapPicture): Label[] => {
  const { context, ink, view } = picture;
  const labels: Label[] = [];
  const taken: (readonly [left: number, top: number, right: number, bottom: number])[] = [];
  const place = (
    face: Face,
    what: Label['what'],
    x: number,
    y: number,
    width: number,
    font: string,
  ): void => {
    const [left, top, right, bottom] = [
      x - width / 2,
      y - LINE_PIXELS / 2,
      x + width / 2,
      y + LINE_PIXELS / 2,
    ];
    if (what !== 'lock') {
      if (taken.some((one) => left < one[2] && right > one[0] && top < one[3] && bottom > one[1])) return;
      taken.push([left, top, right, bottom]);
    }
    // With the halo of the letters.
    const [from, to] = [
      view.toWorld({ x: left - 3, y: bottom + 3 }),
      view.toWorld({ x: right + 3, y: top - 3 }),
    ];
    labels.push({ face, what, x, y, font, box: [from.x, from.y, to.x, to.y] });
  };
  const tiling = shownTiling(picture);
  const faces = [...tiling.faces.values()]
    .map((face) => ({ face, shape: tiling.shape(face.id) }))
    .sort((a, b) => b.shape.areaMm2 - a.shape.areaMm2)
    .map(({ face, shape }) => ({ face, at: view.toScreen(placeOf(shape)) }))
    .filter(({ at }) => view.sees(at, 80));
  const size = view.scale * 1000 < 0.35 ? 12 : 14;
  const [small, large] = [`600 ${size - 1}px ${ink.font}`, `600 ${size}px ${ink.font}`];
  for (const { face, at } of faces) {
    place(
      face,
      'households',
      at.x,
      at.y + 9,
      widthOf(context, `${restingHouseholdsOf(picture, face)}`, small),
      small,
    );
    if (face.locked) place(face, 'lock', at.x, at.y + 26, LINE_PIXELS, small);
  }
  for (const { face, at } of faces)
    place(face, 'name', at.x, at.y - 8, widthOf(context, face.name || face.code, large), large);
  return labels;
};

interface LaidOut {
  readonly of: readonly unknown[];
  readonly labels: readonly Label[];
}
/** By canvas. While something is pulled nothing of it moves: only what the numbers say. */
const kept = new WeakMap<CanvasRenderingContext2D, LaidOut>();

const labelsOf = (picture: MapPicture): readonly Label[] => {
  const { context, ink, view, session, state } = picture;
  const tiling = shownTiling(picture);
  const { width, height, scale, centre } = view;
  const of = [
    tiling,
    tiling.version,
    session,
    state.version,
    width,
    height,
    scale,
    centre.x,
    centre.y,
    ink.font,
  ];
  const known = kept.get(context);
  if (known && same(known.of, of)) return known.labels;
  const labels = layOut(picture);
  kept.set(context, { of, labels });
  return labels;
};

/** Letters have come: names are measured and placed anew. */
export const forgetNames = (context: CanvasRenderingContext2D): void => {
  widths.clear();
  kept.delete(context);
};

export const drawNames = (picture: MapPicture): void => {
  const { context, ink, view, band } = picture;
  toScreen(picture);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const label of labelsOf(picture)) {
    if (!isAsked(picture, label.box)) continue;
    const { face, what, x, y } = label;
    if (what === 'lock') {
      context.fillStyle = ink.ink;
      context.strokeStyle = ink.ink;
      context.lineWidth = 1.8;
      lockedMark(context, x, y);
      continue;
    }
    const households = householdsOf(picture, face);
    const own = band === null ? null : householdBandOf(face, band);
    const isOut = own !== null && (households < own.min || households > own.max);
    const text = what === 'name' ? face.name || face.code : `${households}`;
    context.font = label.font;
    context.lineWidth = 4;
    context.strokeStyle = ink.night ? 'rgb(13 26 31 / 85%)' : 'rgb(253 252 249 / 90%)';
    context.strokeText(text, x, y);
    context.fillStyle = what === 'name' ? ink.ink : isOut ? ink.danger : ink.inkSoft;
    context.fillText(text, x, y);
  }
  if (view.scale * 1000 > 1.3) drawNumbers(picture);
};

/** Numbers of buildings, where there is room for them. */
const drawNumbers = (picture: MapPicture): void => {
  const { context, ink, view, session, backdrop } = picture;
  const { x, y } = session.town.buildings;
  const rim = view.mm(40);
  context.font = `500 11px ${ink.font}`;
  context.fillStyle = '#ffffff';
  for (const [row, label] of backdrop.labels.entries()) {
    const [east, north] = [x[row] as number, y[row] as number];
    if (label.length > 6 || !isAsked(picture, [east - rim, north - rim, east + rim, north + rim])) continue;
    const at = view.toScreen({ x: east, y: north });
    if (view.sees(at)) context.fillText(label, at.x, at.y);
  }
};
