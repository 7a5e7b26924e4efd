/**
 * What every frame needs before and after it is drawn: the eye for the shaders, near and far planes that fit the view, resolution by
 * movement on slow machines, and the figures of the frame for `?inspect`.
 */
import { addAfterEffect, addEffect, useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useRef } from 'react';
import { type PerspectiveCamera, Vector3 } from 'three';
import { type FrameFigures, registerSceneProbe } from '../state/scene-probe.ts';
import { useSceneContext } from './context.ts';

const KEPT_FRAMES = 120;
const REST_MS = 160;
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
    });
    const forget = registerSceneProbe({
      frames: meter.figures,
      memory: () => ({ geometries: gl.info.memory.geometries, textures: gl.info.memory.textures }),
    });
    return () => {
      stopBefore();
      stopAfter();
      forget();
    };
  }, [gl, meter]);
};

const fitClipPlanes = (camera: PerspectiveCamera, heightAboveGround: number): void => {
  const near = Math.min(Math.max(heightAboveGround * 0.04, NEAREST_METRES), 20);
  if (Math.abs(camera.near - near) < near * 0.15 && camera.far === FARTHEST_METRES) return;
  camera.near = near;
  camera.far = FARTHEST_METRES;
  camera.updateProjectionMatrix();
};

export const FrameKeeper = () => {
  const { light, terrain, quality } = useSceneContext();
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const gl = useThree((state) => state.gl);
  const invalidate = useThree((state) => state.invalidate);
  const last = useRef(new Vector3());
  const turn = useRef(new Vector3());
  const timer = useRef(0);
  useMeter();

  useEffect(() => () => window.clearTimeout(timer.current), []);

  useFrame(() => {
    const { x, y, z } = camera.position;
    const eye = light.uEye.value;
    eye.set(x, -z, y);
    fitClipPlanes(camera, y - terrain.heightAt(x, -z));

    camera.getWorldDirection(turn.current).multiplyScalar(100).add(camera.position);
    const moved = turn.current.distanceToSquared(last.current) > MOVED_SQUARED;
    last.current.copy(turn.current);
    if (quality.movingPixelRatio === quality.stillPixelRatio) return;
    const still = Math.min(window.devicePixelRatio, quality.stillPixelRatio);
    if (moved) {
      if (gl.getPixelRatio() !== quality.movingPixelRatio) gl.setPixelRatio(quality.movingPixelRatio);
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => {
        timer.current = 0;
        invalidate();
      }, REST_MS);
    } else if (timer.current === 0 && gl.getPixelRatio() !== still) gl.setPixelRatio(still);
  }, -2);

  return null;
};
