/** Wires the canvas of a map that is only looked at: size, pointer, wheel, two fingers. `stop` takes everything off again. */
import type { MmPoint } from '../../geometry/tiling/index.ts';
import { fitCanvas, listenTo, onLetters, wheelFactor } from '../map/canvas-events.ts';
import { forgetNames } from '../map/draw-names.ts';
import { MapView, type ScreenPoint } from '../map/map-view.ts';
import type { LinkedPane, MapLink } from './map-link.ts';

/** A press that moves less than this is a click. */
const CLICK_PIXELS = 4;

export interface Frame {
  readonly context: CanvasRenderingContext2D;
  readonly ratio: number;
  readonly view: MapView;
  readonly link: MapLink;
  /** Where the crosshair stands on this map; null where the mouse itself is. */
  readonly crosshair: MmPoint | null;
}

export interface PaneOptions {
  readonly canvas: HTMLCanvasElement;
  readonly link: MapLink;
  readonly draw: (frame: Frame) => void;
  readonly rowAt: (at: MmPoint) => number | null;
  readonly onPick: (row: number | null) => void;
  readonly busy: { readonly begin: () => void; readonly end: () => void };
}

export const startPane = ({ canvas, link, draw, rowAt, onPick, busy }: PaneOptions) => {
  // Screen readers pass its keys on to it.
  canvas.setAttribute('role', 'application');
  const view = new MapView();
  const context = canvas.getContext('2d');
  const pointers = new Map<number, ScreenPoint>();
  let frame = 0;
  let press: { readonly from: ScreenPoint; moved: boolean } | null = null;
  let spread = 0;

  const paint = (): void => {
    frame = 0;
    busy.end();
    if (context === null || view.width < 2) return;
    const crosshair = link.pointedOn === pane ? null : link.pointer;
    draw({ context, ratio: canvas.width / view.width, view, link, crosshair });
    // For tests: where millimetres are on the canvas.
    canvas.dataset['view'] = `${view.scale} ${view.centre.x} ${view.centre.y}`;
  };
  const pane: LinkedPane = {
    view,
    redraw: () => {
      if (frame !== 0) return;
      busy.begin();
      frame = requestAnimationFrame(paint);
    },
  };
  const leaveLink = link.join(pane);
  const stopLetters = onLetters(() => {
    if (context !== null) forgetNames(context);
    pane.redraw();
  });

  const pointOf = (event: MouseEvent): ScreenPoint => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const spreadNow = (): number => {
    const [a, b] = [...pointers.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 1;
  };
  const pointAt = (screen: ScreenPoint): void => {
    const at = view.toWorld(screen);
    link.point(at, rowAt(at), pane);
  };

  const down = (event: PointerEvent): void => {
    canvas.setPointerCapture(event.pointerId);
    canvas.focus({ preventScroll: true });
    const screen = pointOf(event);
    pointers.set(event.pointerId, screen);
    press = pointers.size === 1 ? { from: screen, moved: false } : null;
    spread = spreadNow();
  };
  const move = (event: PointerEvent): void => {
    const screen = pointOf(event);
    const before = pointers.get(event.pointerId);
    if (before !== undefined) pointers.set(event.pointerId, screen);
    if (before !== undefined && pointers.size === 2) {
      const [a, b] = [...pointers.values()] as [ScreenPoint, ScreenPoint];
      view.pan((screen.x - before.x) / 2, (screen.y - before.y) / 2);
      view.zoomAt({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }, spreadNow() / spread);
      spread = spreadNow();
      return link.moved(pane);
    }
    if (press !== null && before !== undefined) {
      press.moved ||= Math.hypot(screen.x - press.from.x, screen.y - press.from.y) >= CLICK_PIXELS;
      if (press.moved) {
        view.pan(screen.x - before.x, screen.y - before.y);
        link.moved(pane);
      }
    }
    pointAt(screen);
  };
  const up = (event: PointerEvent): void => {
    pointers.delete(event.pointerId);
    if (press !== null && !press.moved) onPick(rowAt(view.toWorld(pointOf(event))));
    press = null;
  };
  const cancel = (): void => {
    pointers.clear();
    press = null;
  };
  const leave = (): void => {
    if (pointers.size === 0) link.point(null, null, null);
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    view.zoomAt(pointOf(event), wheelFactor(event));
    link.moved(pane);
  };
  const resize = (): void => {
    if (fitCanvas(canvas, view)) link.sized(pane);
  };
  const observer = new ResizeObserver(resize);
  observer.observe(canvas);
  resize();
  const stopListening = listenTo(canvas, {
    pointerdown: down,
    pointermove: move,
    pointerup: up,
    pointercancel: cancel,
    pointerleave: leave,
    wheel,
  });

  return {
    pane,
    stop: (): void => {
      leaveLink();
      observer.disconnect();
      if (frame !== 0) {
        cancelAnimationFrame(frame);
        busy.end();
      }
      stopListening();
      stopLetters();
    },
  };
};

export type StartedPane = ReturnType<typeof startPane>;
