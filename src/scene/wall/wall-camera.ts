/**
 * The wall's camera: flies from shot to shot and drifts about each, until somebody touches the picture; then it is theirs, as on a desk,
 * and the tour has it back when nobody has touched it for a while.
 */
import type { PerspectiveCamera } from 'three';
import type { Pose } from '../../geometry/framing.ts';
import { beginWork, endWork } from '../../state/busy.ts';
import { useWallView } from '../../state/wall-view.ts';
import { createCameraRig } from '../actors/camera/camera-rig.ts';
import { localOf, worldOf } from '../actors/local-axes.ts';
import type { Stage } from '../actors/stage.ts';
import { reducedMotion } from '../actors/tween.ts';
import type { DrawLevel } from './governor.ts';
import { createFlight, flightSeconds, type Orbit, orbitOf, poseOf, turnBetween } from './orbit.ts';
import { orbitFor } from './shots.ts';
import { Vector3 } from 'three';

/** Degrees that a shot drifts while it stands, at most. */
const DRIFT_DEGREES = 9;
/** A cut waits until the veil is over the picture; `Veil.module.css` knows it too. */
const CUT_AFTER_MS = 340;
const scratch = new Vector3();

export interface WallCamera {
  /** Once a frame, before anything looks at the camera; true while it moves. */
  frame(nowMs: number, deltaSeconds: number): boolean;
  /** Is a next frame wanted for the camera's sake? */
  wants(nowMs: number): boolean;
  flying(nowMs: number): boolean;
  setLevel(level: DrawLevel): void;
  /** The canvas or the free part of it has another shape. */
  reframe(): void;
  dispose(): void;
}

export const createWallCamera = (
  camera: PerspectiveCamera,
  element: HTMLElement,
  stage: Stage,
  firstLevel: DrawLevel,
  invalidate: () => void,
): WallCamera => {
  let level = firstLevel;
  let taken = false;
  let idle: ReturnType<typeof setTimeout> | undefined;
  let cut: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let stale = true;
  let drawn = '';

  const lens = () => ({ fovYDegrees: camera.fov, aspect: camera.aspect });
  const wanted = (azimuth: number): Orbit => {
    const { shot, free } = useWallView.getState();
    return orbitFor(shot, stage, lens(), free, azimuth);
  };
  const flight = createFlight(wanted(214));
  const rig = createCameraRig(camera, element, stage, invalidate);
  // The rig begins on its way home: let it arrive, it is not asked again until somebody takes over.
  for (let k = 0; k < 200 && rig.moving; k++) rig.frame(1 / 4);

  const setBusy = (on: boolean): void => {
    if (on === busy) return;
    busy = on;
    if (on) beginWork('flight');
    else endWork('flight');
  };
  const seconds = (ms: number): number => ms / 1000;
  const place = ({ position, target }: Pose): void => {
    worldOf(position, camera.position);
    camera.lookAt(worldOf(target, scratch));
    camera.updateMatrixWorld();
  };
  const nowPose = (): Pose => {
    const orbit = flight.at(seconds(performance.now()));
    const pose = poseOf(orbit);
    const floor = stage.terrain.heightAt(pose.position[0], pose.position[1]) + 3;
    return pose.position[2] >= floor
      ? pose
      : { ...pose, position: [pose.position[0], pose.position[1], floor] };
  };

  const driftOf = (): number => {
    const { shotSeconds, shotSeq } = useWallView.getState();
    if (!level.drift || reducedMotion()) return 0;
    return ((shotSeq % 2 === 0 ? 1 : -1) * DRIFT_DEGREES) / Math.max(shotSeconds, 8);
  };
  const land = (goal: Orbit): void => {
    flight.jump(goal);
    stale = true;
    invalidate();
  };
  const go = (): void => {
    clearTimeout(cut);
    const now = seconds(performance.now());
    const from = flight.at(now);
    const goal = wanted(from.azimuth);
    flight.drift = driftOf();
    if (reducedMotion()) {
      land(goal);
    } else if (level.flights) {
      flight.to(goal, now, flightSeconds(from, goal));
      setBusy(true);
      invalidate();
    } else {
      setBusy(true);
      cut = setTimeout(() => {
        land(goal);
        setBusy(false);
      }, CUT_AFTER_MS);
    }
  };

  const giveBack = (): void => {
    clearTimeout(idle);
    if (!taken) return;
    taken = false;
    flight.jump(orbitOf(rig.pose()));
    useWallView.setState({ takenOver: false });
    go();
  };
  const waitForIdle = (): void => {
    clearTimeout(idle);
    idle = setTimeout(giveBack, useWallView.getState().idleSeconds * 1000);
  };
  /** Before the rig sees the event: it must begin where the picture is. */
  const take = (): void => {
    waitForIdle();
    if (taken) return;
    clearTimeout(cut);
    setBusy(false);
    const pose = { position: localOf(camera.position), target: flight.at(seconds(performance.now())).target };
    taken = true;
    rig.go({ kind: 'view', view: pose }, false);
    rig.frame(1 / 60);
    useWallView.setState({ takenOver: true });
  };
  const touched = ['pointerdown', 'wheel', 'keydown'] as const;
  for (const kind of touched) element.addEventListener(kind, take, { capture: true, passive: true });
  const onMove = (event: PointerEvent): void => {
    if (taken && event.buttons !== 0) waitForIdle();
  };
  element.addEventListener('pointermove', onMove, { passive: true });

  const unsubscribe = useWallView.subscribe((state, before) => {
    if (state.shotSeq === before.shotSeq) return;
    // A presenter or the tour itself goes before a hand that rests.
    if (taken) giveBack();
    else go();
  });
  const drifts = (): boolean => !taken && flight.drift !== 0;
  const flying = (ms: number): boolean => !taken && flight.flying(seconds(ms));

  return {
    frame: (nowMs, delta) => {
      if (taken) return rig.frame(delta);
      if (busy && level.flights && !flying(nowMs)) setBusy(false);
      place(nowPose());
      const at = camera.matrixWorld.elements.map((value) => value.toFixed(4)).join();
      const moved = at !== drawn || stale;
      drawn = at;
      stale = false;
      return moved;
    },
    wants: (ms) => flying(ms) || drifts() || stale,
    flying,
    setLevel: (next) => {
      level = next;
      flight.drift = driftOf();
      if (!level.flights && flying(performance.now())) {
        // The flight that was too slow ends where it was going.
        flight.jump(flight.goal);
        setBusy(false);
      } else if (flight.drift === 0 && !flying(performance.now())) {
        flight.jump(flight.at(seconds(performance.now())));
      }
      stale = true;
      invalidate();
    },
    reframe: () => {
      if (taken) return;
      const here = flight.at(seconds(performance.now()));
      const goal = wanted(here.azimuth);
      // The same shot in another frame: the way round stays as it is.
      const kept =
        useWallView.getState().shot.kind === 'grid' || useWallView.getState().shot.kind === 'facilities';
      land(
        kept && Math.abs(turnBetween(here.azimuth, goal.azimuth)) < 60
          ? { ...goal, azimuth: here.azimuth }
          : goal,
      );
    },
    dispose: () => {
      clearTimeout(idle);
      clearTimeout(cut);
      setBusy(false);
      unsubscribe();
      for (const kind of touched) element.removeEventListener(kind, take, { capture: true });
      element.removeEventListener('pointermove', onMove);
      rig.dispose();
    },
  };
};
