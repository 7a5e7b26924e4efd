/**
 * What the pointer does to the selection: hovering lifts, a click selects, a double click goes there; a drag is the camera's and
 * never clicks. One pick a frame at most. On touch a tap selects and a long press shows what is under the finger.
 */
import { requestFor } from '../../../state/fly.ts';
import { type Hit, useSelection } from '../../../state/selection-store.ts';
import { useView } from '../../../state/view.ts';
import type { Picking } from './picking.ts';

export interface PointerParts {
  readonly picking: Picking;
  /** Told what is under the pointer and where it is, canvas pixels; null when it left. */
  onHover(hit: Hit | null, x: number, y: number): void;
}

const CLICK_PX = { mouse: 4, touch: 10 } as const;
const LONG_PRESS_MS = 480;
/** The picture has come to rest when it has not moved for so long. */
const REST_MS = 150;

export interface Pointer {
  /** The picture moves under the pointer: nothing is hovered until it rests, then whatever lies there. */
  moved(): void;
  dispose(): void;
}

export const attachPointer = (element: HTMLElement, { picking, onHover }: PointerParts): Pointer => {
  const down = new Set<number>();
  let start: { x: number; y: number; id: number; dragged: boolean; pressed: boolean } | null = null;
  let last: { x: number; y: number } | null = null;
  let frame = 0;
  let press = 0;
  let rest = 0;

  const at = (event: PointerEvent | MouseEvent): { x: number; y: number } => {
    const rect = element.getBoundingClientRect();
    return { x: event.clientX - rect.left, y: event.clientY - rect.top };
  };
  const hover = (hit: Hit | null, x: number, y: number): void => {
    useSelection.getState().hover(hit);
    element.style.cursor = hit ? 'pointer' : 'grab';
    onHover(hit, x, y);
  };
  const leave = (): void => {
    last = null;
    hover(null, 0, 0);
  };
  const pickHovered = (): void => {
    frame = 0;
    if (last && down.size === 0) hover(picking.pick(last.x, last.y), last.x, last.y);
  };
  const onMove = (event: PointerEvent): void => {
    const point = at(event);
    if (start && event.pointerId === start.id && !start.dragged) {
      const limit = event.pointerType === 'mouse' ? CLICK_PX.mouse : CLICK_PX.touch;
      if (Math.hypot(point.x - start.x, point.y - start.y) > limit) {
        start.dragged = true;
        window.clearTimeout(press);
        element.style.cursor = 'grabbing';
        useSelection.getState().hover(null);
        onHover(null, 0, 0);
      }
    }
    if (event.pointerType !== 'mouse' || down.size > 0) return;
    last = point;
    if (frame === 0) frame = requestAnimationFrame(pickHovered);
  };
  const onDown = (event: PointerEvent): void => {
    element.focus({ preventScroll: true });
    down.add(event.pointerId);
    window.clearTimeout(press);
    const point = at(event);
    if (down.size > 1 || (event.pointerType === 'mouse' && event.button !== 0)) {
      start = null;
      return;
    }
    start = { ...point, id: event.pointerId, dragged: false, pressed: false };
    if (event.pointerType === 'mouse') return;
    press = window.setTimeout(() => {
      if (!start || start.dragged) return;
      start.pressed = true;
      hover(picking.pick(start.x, start.y), start.x, start.y);
    }, LONG_PRESS_MS);
  };
  const onUp = (event: PointerEvent): void => {
    down.delete(event.pointerId);
    window.clearTimeout(press);
    if (!start || start.id !== event.pointerId) return;
    const { dragged, pressed } = start;
    element.style.cursor = 'grab';
    start = null;
    const point = at(event);
    if (event.pointerType === 'mouse') {
      last = point;
      if (frame === 0) frame = requestAnimationFrame(pickHovered);
    }
    if (dragged || pressed || event.shiftKey) return;
    useSelection.getState().select(picking.pick(point.x, point.y) ?? { kind: 'none' });
  };
  const onCancel = (event: PointerEvent): void => {
    down.delete(event.pointerId);
    window.clearTimeout(press);
    start = null;
  };
  const onDouble = (event: MouseEvent): void => {
    const { x, y } = at(event);
    const hit = picking.pick(x, y);
    const view = useView.getState();
    const request = hit && requestFor(hit);
    if (request) return view.requestCamera(request);
    const point = picking.placeAt(x, y);
    if (point) view.requestCamera({ kind: 'flyTo', target: 'point', point });
  };

  element.addEventListener('pointermove', onMove);
  element.addEventListener('pointerdown', onDown);
  // The button may come up outside of the canvas.
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', onCancel);
  element.addEventListener('pointerleave', leave);
  element.addEventListener('dblclick', onDouble);
  element.style.cursor = 'grab';
  return {
    moved: () => {
      if (useSelection.getState().hovered) hover(null, 0, 0);
      window.clearTimeout(rest);
      rest = window.setTimeout(pickHovered, REST_MS);
    },
    dispose: () => {
      cancelAnimationFrame(frame);
      window.clearTimeout(rest);
      window.clearTimeout(press);
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerdown', onDown);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onCancel);
      element.removeEventListener('pointerleave', leave);
      element.removeEventListener('dblclick', onDouble);
      element.style.cursor = '';
      useSelection.getState().hover(null);
    },
  };
};
