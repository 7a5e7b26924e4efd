/**
 * What every frame needs before and after it is drawn: the eye for the shaders, near and far planes that fit the view, resolution by
 * movement on slow machines, and the figures of the frame for `?inspect`.
 */
import { addAfterEffect, addEffect, useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { type PerspectiveCamera, Vector3 } from 'three';
import { type FrameFigures, registerSceneProbe } from '../state/scene-probe.ts';
import { useSceneContext } from './context.ts';
import { reachOf } from './layout/extent.ts';
import { pictureDrawn } from './first-picture.ts';
import { takePicture } from './picture.ts';
import { createRest } from './rest.ts';

const KEPT_FRAMES = 120;
const NEAREST_METRES = 0.4;
const FARTHEST_METRES = 14_000;
const MOVED_SQUARED = 1e-6;

/** Script time, draw calls and triangles of the last frames. */
const createMeter = () => {
  const scriptMs: number[] = [];
  let drawCalls = 0;
  let triangles = 0;
  return {
    add(ms: number, calls: number, faces: number) {
      scriptMs.push(ms);
      if (scriptMs.length > KEPT_FRAMES) scriptMs.shift();
      drawCalls = calls;
      triangles = faces;
    },
    figures: (): FrameFigures => ({ drawCalls, triangles, scriptMs: [...scriptMs] }),
  };
};

const useMeter = () => {
  const gl = useThree((state) => state.gl);
  const get = useThree((state) => state.get);
  const meter = useMemo(createMeter, []);
  useEffect(() => {
    let began = 0;
    let seen = gl.info.render.frame;
    const stopBefore = addEffect(() => {
      began = performance.now();
    });
    const stopAfter = addAfterEffect(() => {
      const { frame, calls, triangles } = gl.info.render;
      if (frame === seen) return;
      seen = frame;
      meter.add(performance.now() - began, calls, triangles);
      pictureDrawn();
    });
    const forget = registerSceneProbe({
      frames: meter.figures,
      memory: () => ({ geometries: gl.info.memory.geometries, textures: gl.info.memory.textures }),
      picture: (widthPx, heightPx) => {
        const { scene, camera, invalidate } = get();
        const taken = takePicture(gl, scene, camera as PerspectiveCamera, widthPx, heightPx);
        invalidate();
        return taken;
      },
    });
    return () => {
      stopBefore();
      stopAfter();
      forget();
    };
  }, [gl, get, meter]);
};

const fitClipPlanes = (camera: PerspectiveCamera, heightAboveGround: number, reach: number): void => {
  const far = FARTHEST_METRES * reach;
  const near = Math.min(Math.max(heightAboveGround * 0.04, NEAREST_METRES), 20);
  if (Math.abs(camera.near - near) < near * 0.15 && camera.far === far) return;
  camera.near = near;
  camera.far = far;
  camera.updateProjectionMatrix();
};

/** On slow machines the picture is drawn with fewer pixels while it moves, and once more with all of them when it rests. */
const useResolution = (): ((moved: boolean) => void) => {
  const { quality } = useSceneContext();
  const gl = useThree((state) => state.gl);
  const invalidate = useThree((state) => state.invalidate);
  const resolution = useMemo(() => createRest(() => invalidate()), [invalidate]);
  useEffect(() => {
    const { hold, release, dispose } = resolution;
    const element = gl.domElement;
    element.addEventListener('pointerdown', hold);
    window.addEventListener('pointerup', release);
    window.addEventListener('pointercancel', release);
    return () => {
      element.removeEventListener('pointerdown', hold);
      window.removeEventListener('pointerup', release);
      window.removeEventListener('pointercancel', release);
      dispose();
    };
  }, [gl, resolution]);
  return (moved) => {
    if (quality.movingPixelRatio === quality.stillPixelRatio) return;
    resolution.drawn(moved);
    const ratio = resolution.resting
      ? Math.min(window.devicePixelRatio, quality.stillPixelRatio)
      : quality.movingPixelRatio;
    if (gl.getPixelRatio() !== ratio) gl.setPixelRatio(ratio);
  };
};

export const FrameKeeper = () => {
  const { light, terrain, extent } = useSceneContext();
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const last = useRef<Vector3 | null>(null);
  const turn = useRef(new Vector3());
  const keepResolution = useResolution();
  useMeter();

  useFrame(() => {
    const { x, y, z } = camera.position;
    const eye = light.uEye.value;
    eye.set(x, -z, y);
    fitClipPlanes(camera, y - terrain.heightAt(x, -z), reachOf(extent));

    camera.getWorldDirection(turn.current).multiplyScalar(100).add(camera.position);
    // The first picture is drawn with all its pixels at once.
    last.current ??= turn.current.clone();
    const moved = turn.current.distanceToSquared(last.current) > MOVED_SQUARED;
    last.current.copy(turn.current);
    keepResolution(moved);
  }, -2);

  return null;
};
