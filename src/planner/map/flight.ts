/** A flight of the map, so that one sees where the place lies to which it goes. A hand on the map ends it where it is. */
import type { MmPoint } from '../../geometry/tiling/index.ts';
import type { MapView } from './map-view.ts';

const FLIGHT_MS = 320;

export interface Camera {
  readonly centre: MmPoint;
  readonly scale: number;
}

/** 0…1 of the way. The scale grows evenly by factors, and about one fixed point: nothing swings past. */
export const cameraAt = (from: Camera, to: Camera, share: number): Camera => {
  const scale = from.scale * (to.scale / from.scale) ** share;
  const isZoom = Math.abs(to.scale / from.scale - 1) > 1e-6;
  const moved = isZoom ? (1 / from.scale - 1 / scale) / (1 / from.scale - 1 / to.scale) : share;
  const between = (a: number, b: number): number => a + (b - a) * moved;
  return {
    centre: { x: between(from.centre.x, to.centre.x), y: between(from.centre.y, to.centre.y) },
    scale,
  };
};

const eased = (t: number): number => t * t * (3 - 2 * t);

export const startFlights = (
  view: MapView,
  redraw: () => void,
  busy: { readonly begin: () => void; readonly end: () => void },
) => {
  let frame = 0;
  const look = ({ centre, scale }: Camera): void => {
    view.centre = centre;
    view.scale = scale;
    redraw();
  };
  const stop = (): void => {
    if (frame === 0) return;
    cancelAnimationFrame(frame);
    frame = 0;
    busy.end();
  };
  return {
    stop,
    to: (target: Camera): void => {
      stop();
      if (matchMedia('(prefers-reduced-motion: reduce)').matches) return look(target);
      const from: Camera = { centre: view.centre, scale: view.scale };
      const start = performance.now();
      busy.begin();
      const step = (now: number): void => {
        const t = Math.min(1, Math.max(0, (now - start) / FLIGHT_MS));
        look(cameraAt(from, target, eased(t)));
        if (t < 1) frame = requestAnimationFrame(step);
        else stop();
      };
      frame = requestAnimationFrame(step);
    },
  };
};
