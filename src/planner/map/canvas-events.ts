/** What every canvas with a map does alike: its size in pixels of the screen, what a wheel asks for, who listens to it. */
import type { MapView } from './map-view.ts';

/** Sets the canvas to the size that it has on the page, which empties it; false where it has none yet. */
export const fitCanvas = (canvas: HTMLCanvasElement, view: MapView): boolean => {
  const { clientWidth, clientHeight } = canvas;
  if (clientWidth < 2 || clientHeight < 2) return false;
  const ratio = Math.min(3, window.devicePixelRatio || 1);
  [view.width, view.height] = [clientWidth, clientHeight];
  canvas.width = Math.round(clientWidth * ratio);
  canvas.height = Math.round(clientHeight * ratio);
  return true;
};

/** A pinch on a touchpad comes as a wheel with Ctrl, in smaller steps. */
export const wheelFactor = ({ deltaMode, deltaY, ctrlKey }: WheelEvent): number => {
  const step = deltaMode === 1 ? deltaY * 24 : deltaY;
  return Math.exp(-step * (ctrlKey ? 0.01 : 0.0016));
};

type Listeners = { readonly [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };

/** Listens until the answer is called. A wheel over a map may keep the page from scrolling. */
export const listenTo = (canvas: HTMLCanvasElement, listeners: Listeners): (() => void) => {
  const all = Object.entries(listeners) as [string, EventListener][];
  for (const [name, listener] of all)
    canvas.addEventListener(name, listener, name === 'wheel' ? { passive: false } : {});
  return () => {
    for (const [name, listener] of all) canvas.removeEventListener(name, listener);
  };
};

/** Letters come in slices, as they are needed: what was written before its slice was there is written in another font. */
export const onLetters = (listener: () => void): (() => void) => {
  document.fonts.addEventListener('loadingdone', listener);
  return () => document.fonts.removeEventListener('loadingdone', listener);
};
