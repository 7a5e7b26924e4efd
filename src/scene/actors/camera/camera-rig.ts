/**
 * The camera: orbit, pan, zoom to the cursor, flights, limits. Left drag turns, right or Shift drag moves over the ground, the wheel
 * goes towards the cursor; one finger moves, two fingers zoom and turn; keys are in `camera-keys.ts`. Draws frames only while it
 * moves, and tells `busy` so.
 */
import CameraControls from 'camera-controls';
import {
  Box3,
  Matrix4,
  type PerspectiveCamera,
  Quaternion,
  Raycaster,
  Sphere,
  Spherical,
  Vector2,
  Vector3,
  Vector4,
} from 'three';
import type { Pose } from '../../../geometry/framing.ts';
import { rayToGround } from '../../../geometry/ground-ray.ts';
import { beginWork, endWork } from '../../../state/busy.ts';
import { type CameraRequest, useView } from '../../../state/view.ts';
import { localOf, worldOf } from '../local-axes.ts';
import type { Stage } from '../stage.ts';
import { reducedMotion } from '../tween.ts';
import { attachKeys, type KeyMotion } from './camera-keys.ts';
import { homePose, poseFor } from './poses.ts';

CameraControls.install({
  THREE: { Box3, Matrix4, Quaternion, Raycaster, Sphere, Spherical, Vector2, Vector3, Vector4 },
});

const RADIAN = Math.PI / 180;
const SMOOTH_SECONDS = 0.13;
const DRAG_SMOOTH_SECONDS = 0.05;
const FLIGHT_SECONDS = 0.36;
const LOWEST_POLAR = 0.02;
const HIGHEST_POLAR = 86 * RADIAN;
/** The camera keeps this far above the ground, metres. */
const CLEARANCE = 2.5;
const MIN_DISTANCE = 14;
/** A frame after a rest knows no time since the last one; a very slow one must not jump. */
const FIRST_SECONDS = 1 / 60;
const LONGEST_SECONDS = 0.25;

export interface CameraRig {
  /** Called once a frame, before anything that looks at the camera. True while it moves. */
  frame(deltaSeconds: number): boolean;
  /** Goes where a request wants it. */
  go(request: CameraRequest, smooth?: boolean): void;
  /** The pose now, local metres. */
  pose(): Pose;
  setStage(stage: Stage): void;
  readonly moving: boolean;
  dispose(): void;
}

/** `followsView`: the desk's requests move it, and its pose is the desk's; a preview beside the desk has a camera of its own. */
export const createCameraRig = (
  camera: PerspectiveCamera,
  element: HTMLElement,
  firstStage: Stage,
  invalidate: () => void,
  { followsView = true }: { readonly followsView?: boolean } = {},
): CameraRig => {
  let stage = firstStage;
  const controls = new CameraControls(camera, element);
  const { ACTION } = CameraControls;
  controls.mouseButtons.left = ACTION.ROTATE;
  controls.mouseButtons.right = ACTION.SCREEN_PAN;
  controls.mouseButtons.middle = ACTION.SCREEN_PAN;
  controls.mouseButtons.wheel = ACTION.DOLLY;
  controls.touches.one = ACTION.TOUCH_SCREEN_PAN;
  controls.touches.two = ACTION.TOUCH_DOLLY_ROTATE;
  controls.touches.three = ACTION.TOUCH_ROTATE;
  controls.dollyToCursor = true;
  controls.draggingSmoothTime = DRAG_SMOOTH_SECONDS;
  controls.smoothTime = SMOOTH_SECONDS;
  controls.minPolarAngle = LOWEST_POLAR;
  controls.maxPolarAngle = HIGHEST_POLAR;
  controls.minDistance = MIN_DISTANCE;
  controls.dollySpeed = 0.9;
  controls.azimuthRotateSpeed = 0.75;
  controls.polarRotateSpeed = 0.75;

  const scratch = new Vector3();
  const target = new Vector3();
  const position = new Vector3();
  let moving = false;
  let flying = false;
  let holding = false;

  const lens = () => ({ fovYDegrees: camera.fov, aspect: camera.aspect });
  const radius = (): number => {
    const [west, south, east, north] = stage.bounds;
    return Math.max(150, Math.hypot(east - west, north - south) / 2);
  };
  const applyStage = (): void => {
    const [west, south, east, north] = stage.bounds;
    const rim = radius() * 0.5;
    controls.maxDistance = radius() * 3.4;
    controls.setBoundary(
      new Box3(new Vector3(west - rim, -1000, -(north + rim)), new Vector3(east + rim, 1000, -(south - rim))),
    );
  };
  const wake = (): void => {
    if (!moving) {
      moving = true;
      beginWork('camera');
      lastFrameMoved = false;
    }
    invalidate();
  };
  let lastFrameMoved = false;

  const pose = (): Pose => ({
    position: localOf(controls.getPosition(position)),
    target: localOf(controls.getTarget(target)),
  });

  /** Flies along the shorter turn; `setLookAt` would also take the longer one. */
  const flyTo = (to: Pose, smooth: boolean): void => {
    worldOf(to.position, position);
    worldOf(to.target, target);
    const way = new Spherical().setFromVector3(scratch.subVectors(position, target));
    const now = controls.azimuthAngle;
    const azimuth = now + Math.atan2(Math.sin(way.theta - now), Math.cos(way.theta - now));
    const polar = Math.min(HIGHEST_POLAR, Math.max(LOWEST_POLAR, way.phi));
    const eased = smooth && !reducedMotion();
    flying = eased;
    controls.smoothTime = eased ? FLIGHT_SECONDS : SMOOTH_SECONDS;
    void controls.rotateTo(azimuth, polar, eased);
    void controls.dollyTo(way.radius, eased);
    void controls.moveTo(target.x, target.y, target.z, eased);
    wake();
  };

  const turnTo = (azimuth: number | null, polar: number | null): void => {
    const eased = !reducedMotion();
    const now = controls.azimuthAngle;
    const to = azimuth === null ? now : now + Math.atan2(Math.sin(azimuth - now), Math.cos(azimuth - now));
    flying = eased;
    controls.smoothTime = eased ? FLIGHT_SECONDS : SMOOTH_SECONDS;
    void controls.rotateTo(to, polar ?? controls.polarAngle, eased);
    wake();
  };

  const go = (request: CameraRequest, smooth = true): void => {
    if (request.kind === 'north') return turnTo(0, null);
    if (request.kind === 'top') return turnTo(0, LOWEST_POLAR);
    if (request.kind === 'zoomIn' || request.kind === 'zoomOut') {
      controls.smoothTime = SMOOTH_SECONDS * 1.6;
      void controls.dollyTo(controls.distance * (request.kind === 'zoomIn' ? 0.62 : 1.6), !reducedMotion());
      return wake();
    }
    const to = poseFor(request, stage, pose(), lens());
    if (to) flyTo(to, smooth);
  };

  const onControl = (): void => {
    flying = false;
    controls.smoothTime = SMOOTH_SECONDS;
    wake();
  };
  const onStart = (): void => {
    holding = true;
    onControl();
  };
  const onEnd = (): void => {
    holding = false;
    wake();
  };
  controls.addEventListener('controlstart', onStart);
  controls.addEventListener('control', onControl);
  controls.addEventListener('controlend', onEnd);
  // Before the controls see the event: a modifier makes the left button move the map.
  const onDown = (event: PointerEvent): void => {
    controls.mouseButtons.left =
      event.shiftKey || event.ctrlKey || event.metaKey ? ACTION.SCREEN_PAN : ACTION.ROTATE;
  };
  element.addEventListener('pointerdown', onDown, { capture: true });

  const keys = attachKeys(element, wake, go);
  const moveByKeys = ({ right, forward, turn, tilt, zoom }: KeyMotion, seconds: number): void => {
    const eased = !reducedMotion();
    const step = controls.distance * 0.85 * seconds;
    controls.smoothTime = SMOOTH_SECONDS;
    if (right !== 0) void controls.truck(right * step, 0, eased);
    if (forward !== 0) void controls.forward(forward * step, eased);
    if (turn !== 0 || tilt !== 0) void controls.rotate(turn * 1.5 * seconds, tilt * 0.9 * seconds, eased);
    if (zoom !== 0) void controls.dollyTo(controls.distance * Math.exp(-zoom * 1.4 * seconds), eased);
  };

  /** Never under the ground: the lowest angle follows the terrain under the camera. */
  const stayAbove = (): void => {
    controls.getTarget(target);
    controls.getPosition(position);
    const ground = stage.terrain.heightAt(position.x, -position.z) + CLEARANCE;
    const share = (ground - target.y) / Math.max(1, controls.distance);
    const lowest = Math.min(HIGHEST_POLAR, Math.acos(Math.min(1, Math.max(-1, share))));
    controls.maxPolarAngle = Math.max(LOWEST_POLAR + 0.01, lowest);
    if (controls.polarAngle > controls.maxPolarAngle)
      void controls.rotatePolarTo(controls.maxPolarAngle, true);
  };
  const guard = (): void => {
    const floor = stage.terrain.heightAt(camera.position.x, -camera.position.z) + 1;
    if (camera.position.y < floor) {
      camera.position.y = floor;
      camera.lookAt(controls.getTarget(target, false));
    }
    camera.updateMatrixWorld();
  };

  /** Near enough to its goal that no pixel would move any more. */
  const settled = (): boolean => {
    const limit = Math.max(0.01, controls.distance * 0.001);
    controls.getPosition(position, true);
    if (position.distanceTo(controls.getPosition(scratch, false)) > limit) return false;
    controls.getTarget(target, true);
    return target.distanceTo(controls.getTarget(scratch, false)) <= limit;
  };

  /** What turns are about is what stands in the middle of the picture: a house or the ground. */
  const anchorInSight = (): void => {
    controls.getPosition(position);
    controls.getTarget(target);
    const [ox, oy, oz] = localOf(position);
    const [dx, dy, dz] = localOf(scratch.subVectors(target, position).normalize());
    const ray = { ox, oy, oz, dx, dy, dz };
    const distance = Math.min(
      rayToGround(ray, stage.terrain.heightAt, controls.maxDistance),
      stage.picker.pick(ray).distance,
    );
    if (!Number.isFinite(distance) || distance < MIN_DISTANCE || distance > controls.distance * 3) return;
    scratch.multiplyScalar(distance).add(position);
    void controls.setLookAt(position.x, position.y, position.z, scratch.x, scratch.y, scratch.z, false);
  };

  const rest = (): void => {
    moving = false;
    if (!flying) anchorInSight();
    flying = false;
    controls.update(0);
    guard();
    if (followsView) useView.getState().setPose(pose());
    endWork('camera');
  };

  const frame = (deltaSeconds: number): boolean => {
    const seconds = lastFrameMoved ? Math.min(LONGEST_SECONDS, deltaSeconds) : FIRST_SECONDS;
    const motion = keys.motion();
    if (motion) moveByKeys(motion, seconds);
    stayAbove();
    const changed = controls.update(seconds);
    guard();
    if (changed && !moving) wake();
    if (!moving) return false;
    lastFrameMoved = true;
    if (!motion && !holding && (!changed || settled())) {
      if (changed) controls.update(10);
      lastFrameMoved = false;
      rest();
      return true;
    }
    // A held button without movement draws nothing.
    if (changed || motion) invalidate();
    return true;
  };

  applyStage();
  const first = homePose(stage, lens());
  flyTo(first, false);
  controls.update(1);
  guard();
  const pending = followsView ? useView.getState().cameraRequest : null;
  if (pending) go(pending, false);
  const unsubscribe = useView.subscribe(({ cameraRequest }, before) => {
    if (followsView && cameraRequest && cameraRequest !== before.cameraRequest) go(cameraRequest);
  });

  return {
    frame,
    go,
    pose,
    setStage: (next) => {
      stage = next;
      applyStage();
    },
    get moving() {
      return moving;
    },
    dispose: () => {
      unsubscribe();
      keys.dispose();
      element.removeEventListener('pointerdown', onDown, { capture: true });
      controls.dispose();
      if (moving) endWork('camera');
    },
  };
};
