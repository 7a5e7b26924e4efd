/** A click without a drag on a scene of its own: which building it met, or where on the ground. */
import type { LngLat } from '../../domain/records/index.ts';
import { rayToGround } from '../../geometry/ground-ray.ts';
import type { Screen } from '../actors/picking/screen.ts';
import type { Stage } from '../actors/stage.ts';

export interface PreviewHit {
  /** Index of the building, -1 for the ground. */
  readonly building: number;
  readonly lngLat: LngLat;
}

/** Pixels that a pointer may move and still be a click. */
export const CLICK_PX = 5;
const FARTHEST_METRES = 20_000;

/** What a point of the canvas shows; null for the sky. */
export const hitAt = (
  screen: Screen,
  { picker, terrain, frame }: Stage,
  x: number,
  y: number,
): PreviewHit | null => {
  const ray = screen.rayAt(x, y);
  const hit = picker.pick(ray);
  const ground = rayToGround(ray, terrain.heightAt, FARTHEST_METRES);
  const distance = Math.min(hit.distance, ground);
  if (!Number.isFinite(distance)) return null;
  return {
    building: hit.distance <= ground ? hit.index : -1,
    lngLat: frame.toLngLat([ray.ox + ray.dx * distance, ray.oy + ray.dy * distance]),
  };
};

/** `latest` is asked at every click. The returned function takes the listeners off again. */
export const attachClickHit = (
  screen: Screen,
  element: HTMLElement,
  latest: () => { readonly stage: Stage; readonly onPick: (hit: PreviewHit) => void },
): (() => void) => {
  let down: { x: number; y: number } | null = null;
  const press = (event: PointerEvent): void => {
    down = event.button === 0 ? { x: event.clientX, y: event.clientY } : null;
  };
  const lift = (event: PointerEvent): void => {
    const from = down;
    down = null;
    if (!from || Math.hypot(event.clientX - from.x, event.clientY - from.y) > CLICK_PX) return;
    const { stage, onPick } = latest();
    const hit = hitAt(screen, stage, event.offsetX, event.offsetY);
    if (hit) onPick(hit);
  };
  element.addEventListener('pointerdown', press);
  element.addEventListener('pointerup', lift);
  return () => {
    element.removeEventListener('pointerdown', press);
    element.removeEventListener('pointerup', lift);
  };
};
