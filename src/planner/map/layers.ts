/**
 * Layers of the map that stay as they are while something is dragged over them: drawn once, laid down as a picture from then on. A town of
 * 2,400 buildings filled and stroked anew in every frame took most of it.
 */
import type { MapPicture } from './picture.ts';

interface Layer {
  readonly of: readonly unknown[];
  readonly canvas: OffscreenCanvas;
}

/** By canvas, and by state of the grids: two that are swiped over one another are drawn on one canvas in turn. */
const kept = new WeakMap<CanvasRenderingContext2D, Map<object, Map<string, Layer>>>();
/** A layer is as large as the canvas: those of a state that is looked at no more go. */
const MOST_STATES = 2;

const layersOf = ({ context, session }: MapPicture): Map<string, Layer> => {
  const states = kept.get(context) ?? new Map<object, Map<string, Layer>>();
  kept.set(context, states);
  const layers = states.get(session) ?? new Map<string, Layer>();
  // The one that was drawn last stands last.
  states.delete(session);
  states.set(session, layers);
  for (const state of states.keys()) if (states.size > MOST_STATES) states.delete(state);
  return layers;
};

export const same = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, at) => Object.is(value, b[at]));

/**
 * Lays down the layer `name`, drawn by `draw` where anything in `of`, the view or the colours is another than at the last time.
 */
export const layer = (
  picture: MapPicture,
  name: string,
  of: readonly unknown[],
  draw: (picture: MapPicture) => void,
): void => {
  const { context, ratio, view, ink } = picture;
  const { width, height } = context.canvas;
  const key = [width, height, ratio, view.scale, view.centre.x, view.centre.y, ink.night, ink.paper, ...of];
  const layers = layersOf(picture);
  const known = layers.get(name);
  const canvas = known?.canvas ?? new OffscreenCanvas(width, height);
  if (!known || !same(known.of, key)) {
    // Setting its size empties it.
    [canvas.width, canvas.height] = [width, height];
    const own = canvas.getContext('2d');
    if (!own) return draw(picture);
    // An offscreen context has every call that drawing here makes.
    draw({ ...picture, context: own as unknown as CanvasRenderingContext2D });
    layers.set(name, { of: key, canvas });
  }
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.drawImage(canvas, 0, 0);
  context.restore();
};
