/** Between the canvas and the land: rays through pixels, and pixels of places. Local metres; CSS pixels from the canvas's top left. */
import { type PerspectiveCamera, Vector3 } from 'three';
import type { Vec3 } from '../../../geometry/framing.ts';
import type { Ray3 } from '../../../geometry/prism.ts';
import { localOf, worldOf } from '../local-axes.ts';

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
}
export interface Screen {
  readonly width: number;
  readonly height: number;
  /** The ray of a pixel; its direction has length 1. */
  rayAt(x: number, y: number): Ray3;
  /** Where a place is drawn, or null when it lies behind the camera. */
  project(place: Vec3): ScreenPoint | null;
  /** The camera, local metres. */
  eye(): Vec3;
  /** Metres one CSS pixel covers at a place. */
  metresPerPixel(place: Vec3): number;
}

const scratch = new Vector3();
const forward = new Vector3();

export const createScreen = (camera: PerspectiveCamera, element: HTMLElement): Screen => ({
  get width() {
    return element.clientWidth;
  },
  get height() {
    return element.clientHeight;
  },
  rayAt: (x, y) => {
    scratch
      .set((x / element.clientWidth) * 2 - 1, 1 - (y / element.clientHeight) * 2, 0.5)
      .unproject(camera)
      .sub(camera.position)
      .normalize();
    const [ox, oy, oz] = localOf(camera.position);
    const [dx, dy, dz] = localOf(scratch);
    return { ox, oy, oz, dx, dy, dz };
  },
  project: (place) => {
    worldOf(place, scratch);
    camera.getWorldDirection(forward);
    if (forward.dot(scratch) - forward.dot(camera.position) <= camera.near) return null;
    scratch.project(camera);
    return {
      x: ((scratch.x + 1) / 2) * element.clientWidth,
      y: ((1 - scratch.y) / 2) * element.clientHeight,
    };
  },
  eye: () => localOf(camera.position),
  metresPerPixel: (place) => {
    worldOf(place, scratch);
    camera.getWorldDirection(forward);
    const depth = forward.dot(scratch) - forward.dot(camera.position);
    return (2 * Math.max(depth, 0.1) * Math.tan((camera.fov * Math.PI) / 360)) / element.clientHeight;
  },
});
