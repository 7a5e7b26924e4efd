/** Runs the wall's camera and parts in the frame loop, and lets the governor decide how well they are drawn. */
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { Group, type PerspectiveCamera } from 'three';
import { usePlaces } from '../../state/places.ts';
import { lastFrame, useWallView } from '../../state/wall-view.ts';
import { createStage } from '../actors/stage.ts';
import { reducedMotion } from '../actors/tween.ts';
import { useSceneContext } from '../context.ts';
import { STREET_FURNITURE } from '../furniture/Furniture.tsx';
import { type Afterglow, createAfterglow } from './afterglow.ts';
import { createBuffer } from './buffer.ts';
import {
  createGovernor,
  type DrawLevel,
  LEVELS,
  limitsFor,
  pinnedGovernor,
  SOFTWARE_LEVEL,
} from './governor.ts';
import { createWallCamera, type WallCamera } from './wall-camera.ts';
import { createWallParts, type WallParts } from './wall-parts.ts';

/** The camera moves before the scene looks where it is (-2), the parts after that. */
const CAMERA_FIRST = -3;
const THEN_PARTS = -1;
/** A standing shot that only drifts needs no more. */
const DRIFT_FRAME_MS = 1000 / 30;
const TELL_EVERY_MS = 1000;

interface Running {
  readonly camera: WallCamera;
  readonly parts: WallParts;
  readonly afterglow: Afterglow;
}

export const WallDirector = () => {
  const scene = useSceneContext();
  const { quality, frame, terrain, buildings } = scene;
  const gl = useThree((state) => state.gl);
  const three = useThree((state) => state.scene);
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);
  const grids = usePlaces((state) => state.grids);
  const facilities = usePlaces((state) => state.facilities);
  const free = useWallView((state) => state.free);
  const root = useMemo(() => new Group(), []);
  const running = useRef<Running | null>(null);
  const software = quality.level === 'low';
  const pinned = useWallView((state) => state.pinnedLevel);
  const governor = useMemo(() => {
    const first = software ? SOFTWARE_LEVEL : 0;
    return pinned === null ? createGovernor(first, first, limitsFor(software)) : pinnedGovernor(pinned);
  }, [software, pinned]);
  const buffer = useMemo(() => createBuffer(gl), [gl]);
  const stage = useMemo(
    () => createStage({ buildings, grids, facilities }, frame, terrain),
    [buildings, grids, facilities, frame, terrain],
  );
  const levelNow = (): DrawLevel => LEVELS[governor.level] as DrawLevel;

  useEffect(() => {
    const element = gl.domElement;
    const level = LEVELS[governor.level] as DrawLevel;
    const made = {
      camera: createWallCamera(camera, element, stage, level, () => invalidate()),
      parts: createWallParts(stage, scene, camera, element),
      afterglow: createAfterglow(element),
    };
    made.parts.setEffects(level.effects);
    running.current = made;
    root.add(made.parts.group);
    useWallView.getState().tell({ level: governor.level });
    invalidate();
    return () => {
      running.current = null;
      root.remove(made.parts.group);
      made.afterglow.clear();
      made.parts.dispose();
      made.camera.dispose();
    };
  }, [stage, scene, camera, gl, root, governor, invalidate]);

  useEffect(() => {
    if (quality.plainWays) void scene.plainWays.translate(gl, three, camera);
  }, [quality, scene, gl, three, camera]);

  useEffect(() => {
    if (size.width > 0) running.current?.camera.reframe();
  }, [size, free, stage]);

  // Drawn with what the level gives up: from the first frame of a flight until everything is where it belongs.
  const coarse = useRef(false);

  // Frames are asked for from outside the frame loop: a standing picture asks for none.
  useEffect(() => {
    let ticket = 0;
    let last = 0;
    const tick = (now: number): void => {
      ticket = requestAnimationFrame(tick);
      const it = running.current;
      if (!it) return;
      const flies = it.camera.flying(now);
      if (!flies && !coarse.current && !it.camera.wants(now) && !it.parts.wants(now)) return;
      if (!flies && now - last < DRIFT_FRAME_MS - 4) return;
      last = now;
      invalidate();
    };
    ticket = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(ticket);
  }, [invalidate]);

  useEffect(() => {
    const element = gl.domElement;
    const lost = (): void => {
      running.current?.afterglow.clear();
      const { health, tell } = useWallView.getState();
      tell({ contextLosses: health.contextLosses + 1 });
    };
    const restored = (): void => {
      buffer.forget();
      scene.shadowsChanged();
      invalidate();
    };
    element.addEventListener('webglcontextlost', lost);
    element.addEventListener('webglcontextrestored', restored);
    return () => {
      element.removeEventListener('webglcontextlost', lost);
      element.removeEventListener('webglcontextrestored', restored);
    };
  }, [gl, scene, buffer, invalidate]);

  const meter = useRef({ lastAt: 0, flew: false, frames: 0, toldAt: 0 });
  const measure = (now: number, flies: boolean): void => {
    const m = meter.current;
    lastFrame.at = now;
    const gap = now - m.lastAt;
    if (flies ? m.flew && governor.frame(gap, now) : governor.rest(now)) {
      running.current?.camera.setLevel(levelNow());
      running.current?.parts.setEffects(levelNow().effects);
      useWallView.getState().tell({ level: governor.level });
    }
    m.frames++;
    if (now - m.toldAt > TELL_EVERY_MS) {
      useWallView.getState().tell({
        framesPerSecond: (1000 * m.frames) / Math.max(1, now - m.toldAt),
        ...buffer.figures(),
      });
      m.frames = 0;
      m.toldAt = now;
    }
    m.lastAt = now;
    m.flew = flies;
  };

  useFrame((_, delta) => {
    const it = running.current;
    if (!it) return;
    const now = performance.now();
    it.camera.frame(now, delta);
    const flies = it.camera.flying(now);
    measure(now, flies);
    const { drift, plain, details, movingRatio } = levelNow();
    const { takenOver } = useWallView.getState();
    if (flies || takenOver) {
      if (!coarse.current) it.afterglow.clear();
      coarse.current = true;
    } else if (coarse.current && it.parts.settled(now)) {
      coarse.current = false;
      if (plain && !gl.getContext().isContextLost()) it.afterglow.keep(() => gl.render(three, camera));
    }
    const standing = !drift && !coarse.current;
    const furniture = root.parent?.getObjectByName(STREET_FURNITURE);
    if (furniture) furniture.visible = details || standing;
    scene.plainWays.set(plain && !standing);
    buffer.setRatio(standing || reducedMotion() ? 1 : movingRatio);
  }, CAMERA_FIRST);
  useFrame(() => running.current?.parts.frame(performance.now()), THEN_PARTS);
  return <primitive object={root} />;
};
