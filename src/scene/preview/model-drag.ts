/**
 * A model is stood on the ground by hand: taken at one of its houses (or a picture anywhere) it follows the pointer, with Shift it turns
 * about its pivot. While it moves its outline moves; where it is let go is told once.
 */
import {
  BufferAttribute,
  BufferGeometry,
  LineBasicMaterial,
  LineSegments,
  type PerspectiveCamera,
} from 'three';
import type { LngLat } from '../../domain/records/index.ts';
import { ringsToLocal } from '../../geometry/frame.ts';
import { rayToGround } from '../../geometry/ground-ray.ts';
import { orientPolygon } from '../../geometry/local-polygon.ts';
import { centroidOf, type Point, polygonContains } from '../../geometry/polygon.ts';
import { createPrismPicker, type PickerBuilding, type PrismPicker } from '../../geometry/prism-picker.ts';
import type { Ray3 } from '../../geometry/prism.ts';
import { createScreen } from '../actors/picking/screen.ts';
import type { Stage } from '../actors/stage.ts';
import { CLICK_PX } from './click-hit.ts';

export interface ModelDrag {
  /** What of the model can be taken: prisms from the ground up. */
  readonly outlines: readonly { readonly ring: readonly LngLat[]; readonly heightMetres: number }[];
  /** Corners of a picture that can be taken. */
  readonly area: readonly LngLat[] | null;
  /** Where the model's pivot stands. */
  readonly pivot: LngLat;
  readonly onMove: (pivot: LngLat) => void;
  /** Degrees clockwise, 0–360, on top of how it is turned already. */
  readonly onTurn: (degrees: number) => void;
}

const FARTHEST_METRES = 20_000;
const COLOUR = '#d64541';

/** A model as it can be taken, in local metres. */
interface Takeable {
  readonly prisms: readonly PickerBuilding[];
  readonly picker: PrismPicker;
  readonly area: readonly Point[];
}

const takeableOf = ({ outlines, area }: ModelDrag, { frame, terrain }: Stage): Takeable => {
  const prisms = outlines.map(({ ring, heightMetres }) => {
    const footprint = orientPolygon(ringsToLocal(frame, [ring]));
    const [x, y] = centroidOf(footprint[0] ?? []);
    const bottom = terrain.heightAt(x, y);
    return { footprint, bottom: bottom - 1, top: bottom + heightMetres };
  });
  const corners = area ? (ringsToLocal(frame, [area])[0] ?? []) : [];
  return { prisms, picker: createPrismPicker(prisms), area: corners };
};

const linesOf = ({ prisms, area }: Takeable, { terrain }: Stage): BufferGeometry => {
  const at: number[] = [];
  const edge = (a: Point, b: Point, za: number, zb: number): void =>
    void at.push(a[0], a[1], za, b[0], b[1], zb);
  const around = (ring: readonly Point[], z: (point: Point) => number): void =>
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length] as Point;
      edge(a, b, z(a), z(b));
    });
  for (const { footprint, bottom, top } of prisms) {
    const [ring = []] = footprint;
    around(ring, () => bottom + 1.2);
    around(ring, () => top);
    for (const point of ring) edge(point, point, bottom, top);
  }
  around(area, ([x, y]) => terrain.heightAt(x, y) + 1);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(at), 3));
  return geometry;
};

interface Hold {
  readonly downX: number;
  readonly downY: number;
  readonly at: Point;
  readonly z: number;
  readonly turns: boolean;
  moved: boolean;
  to: Point;
}

/** Where a ray meets the level `z`, or null. */
const onLevel = ({ ox, oy, oz, dx, dy, dz }: Ray3, z: number): Point | null => {
  const distance = (z - oz) / dz;
  return distance > 0 && distance < FARTHEST_METRES ? [ox + dx * distance, oy + dy * distance] : null;
};

const angleFrom = ([px, py]: Point, [x, y]: Point): number => Math.atan2(y - py, x - px);

export interface ModelDragParts {
  readonly camera: PerspectiveCamera;
  readonly element: HTMLElement;
  readonly invalidate: () => void;
  readonly stage: () => Stage;
  readonly drag: () => ModelDrag | null;
  /** A press that moved nothing. */
  readonly onClick: (x: number, y: number) => void;
}

export const createModelDrag = (parts: ModelDragParts) => {
  const { camera, element, invalidate } = parts;
  // Before the camera hears of it: it listens on the canvas itself.
  const frame = element.parentElement ?? element;
  const screen = createScreen(camera, element);
  const outline = new LineSegments(
    new BufferGeometry(),
    new LineBasicMaterial({ color: COLOUR, depthTest: false }),
  );
  outline.visible = false;
  outline.renderOrder = 1000;
  outline.frustumCulled = false;
  let hold: Hold | null = null;

  const pixel = (event: PointerEvent): [number, number] => {
    const { left, top } = element.getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  /** Kept while neither the model nor the land is another. */
  let known: { readonly drag: ModelDrag; readonly stage: Stage; readonly takeable: Takeable } | null = null;
  const takeable = (drag: ModelDrag): Takeable => {
    const stage = parts.stage();
    if (known?.drag.outlines !== drag.outlines || known.drag.area !== drag.area || known.stage !== stage)
      known = { drag, stage, takeable: takeableOf(drag, stage) };
    return known.takeable;
  };
  /** What of the model lies under a pixel. */
  const taken = (x: number, y: number): { at: Point; z: number } | null => {
    const drag = parts.drag();
    if (!drag) return null;
    const { picker, area } = takeable(drag);
    const ray = screen.rayAt(x, y);
    const { distance } = picker.pick(ray);
    const ground = rayToGround(ray, parts.stage().terrain.heightAt, FARTHEST_METRES);
    const nearest = Math.min(distance, ground);
    if (!Number.isFinite(nearest)) return null;
    const at: Point = [ray.ox + ray.dx * nearest, ray.oy + ray.dy * nearest];
    const found = distance <= ground || (area.length > 2 && polygonContains([area], at[0], at[1]));
    return found ? { at, z: ray.oz + ray.dz * nearest } : null;
  };
  const turnOf = ({ at, to }: Hold, pivot: Point): number => angleFrom(pivot, to) - angleFrom(pivot, at);

  const show = (held: Hold, drag: ModelDrag): void => {
    const pivot = parts.stage().frame.toLocal(drag.pivot);
    const angle = held.turns ? turnOf(held, pivot) : 0;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    outline.rotation.z = angle;
    if (held.turns)
      outline.position.set(
        pivot[0] - cos * pivot[0] + sin * pivot[1],
        pivot[1] - sin * pivot[0] - cos * pivot[1],
        0,
      );
    else outline.position.set(held.to[0] - held.at[0], held.to[1] - held.at[1], 0);
    outline.visible = true;
    invalidate();
  };
  const end = (): void => {
    hold = null;
    outline.visible = false;
    invalidate();
  };

  const press = (event: PointerEvent): void => {
    if (event.button !== 0 || event.target !== element) return;
    const found = taken(...pixel(event));
    if (!found) return;
    event.stopPropagation();
    element.setPointerCapture(event.pointerId);
    hold = {
      ...found,
      to: found.at,
      downX: event.clientX,
      downY: event.clientY,
      turns: event.shiftKey,
      moved: false,
    };
  };
  const move = (event: PointerEvent): void => {
    const drag = parts.drag();
    if (!hold || !drag) {
      if (event.buttons === 0 && event.target === element)
        element.style.cursor = taken(...pixel(event)) ? 'grab' : '';
      return;
    }
    event.stopPropagation();
    const to = onLevel(screen.rayAt(...pixel(event)), hold.z);
    const far = Math.hypot(event.clientX - hold.downX, event.clientY - hold.downY) > CLICK_PX;
    if (!to || !(hold.moved || far)) return;
    if (!hold.moved) {
      outline.geometry.dispose();
      outline.geometry = linesOf(takeable(drag), parts.stage());
      element.style.cursor = 'grabbing';
    }
    hold.moved = true;
    hold.to = to;
    show(hold, drag);
  };
  const lift = (event: PointerEvent): void => {
    const drag = parts.drag();
    const held = hold;
    if (!held) return;
    event.stopPropagation();
    end();
    element.style.cursor = '';
    if (!drag) return;
    if (!held.moved) return parts.onClick(...pixel(event));
    const { frame: local } = parts.stage();
    const pivot = local.toLocal(drag.pivot);
    if (held.turns) {
      const degrees = (-turnOf(held, pivot) * 180) / Math.PI;
      drag.onTurn(((degrees % 360) + 360) % 360);
    } else
      drag.onMove(local.toLngLat([pivot[0] + held.to[0] - held.at[0], pivot[1] + held.to[1] - held.at[1]]));
  };
  const cancel = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && hold) end();
  };

  const listen = { capture: true };
  frame.addEventListener('pointerdown', press, listen);
  frame.addEventListener('pointermove', move, listen);
  frame.addEventListener('pointerup', lift, listen);
  frame.addEventListener('pointercancel', end, listen);
  window.addEventListener('keydown', cancel, listen);
  return {
    outline,
    dispose: () => {
      frame.removeEventListener('pointerdown', press, listen);
      frame.removeEventListener('pointermove', move, listen);
      frame.removeEventListener('pointerup', lift, listen);
      frame.removeEventListener('pointercancel', end, listen);
      window.removeEventListener('keydown', cancel, listen);
      outline.geometry.dispose();
      outline.material.dispose();
    },
  };
};
