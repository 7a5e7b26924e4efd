/** What one does in a preview: look around, and click what stands there or the ground. */
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PerspectiveCamera } from 'three';
import type { LngLat } from '../../domain/records/index.ts';
import { rayToGround } from '../../geometry/ground-ray.ts';
import { type CameraRig, createCameraRig } from '../actors/camera/camera-rig.ts';
import { createScreen } from '../actors/picking/screen.ts';
import { createStage } from '../actors/stage.ts';
import { useSceneContext } from '../context.ts';
import { CLICK_PX, createModelDrag, type ModelDrag } from './model-drag.ts';

export interface PreviewHit {
  /** Index of the building, -1 for the ground. */
  readonly building: number;
  readonly lngLat: LngLat;
}
/** Told of a click on a building or the ground. */
export type OnPick = (hit: PreviewHit) => void;

/** By day, at ten in the morning of a day in June: light that shows shapes. */
export const PREVIEW_VIEW = {
  mode: 'day',
  date: '2026-06-15',
  hour: 10,
  trees: true,
  shadows: true,
} as const;

interface PreviewActorsProps {
  readonly onPick?: OnPick | undefined;
  /** A model that can be moved by hand. */
  readonly drag?: ModelDrag | null;
}

export const PreviewActors = ({ onPick, drag = null }: PreviewActorsProps) => {
  const { frame, terrain, buildings } = useSceneContext();
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const element = useThree((state) => state.gl.domElement);
  const invalidate = useThree((state) => state.invalidate);
  const rig = useRef<CameraRig | null>(null);
  const stage = useMemo(
    () => createStage({ buildings, grids: [], facilities: [] }, frame, terrain),
    [buildings, frame, terrain],
  );
  const latest = useRef({ stage, onPick, drag });
  useLayoutEffect(() => {
    latest.current = { stage, onPick, drag };
  }, [stage, onPick, drag]);

  useEffect(() => {
    const made = createCameraRig(camera, element, latest.current.stage, () => invalidate(), {
      followsView: false,
    });
    rig.current = made;
    return () => {
      rig.current = null;
      made.dispose();
    };
  }, [camera, element, invalidate]);
  useEffect(() => {
    rig.current?.setStage(stage);
    rig.current?.go({ kind: 'home' }, false);
  }, [stage]);
  useFrame((_, delta) => rig.current?.frame(delta), -3);

  const [moving, setMoving] = useState<ReturnType<typeof createModelDrag> | null>(null);
  useEffect(() => {
    const screen = createScreen(camera, element);
    let down: { x: number; y: number } | null = null;
    const click = (x: number, y: number): void => {
      const { stage: on, onPick: tell } = latest.current;
      const ray = screen.rayAt(x, y);
      const hit = on.picker.pick(ray);
      const ground = rayToGround(ray, on.terrain.heightAt, 20_000);
      const distance = Math.min(hit.distance, ground);
      if (!tell || !Number.isFinite(distance)) return;
      tell({
        building: hit.distance <= ground ? hit.index : -1,
        lngLat: on.frame.toLngLat([ray.ox + ray.dx * distance, ray.oy + ray.dy * distance]),
      });
    };
    const press = (event: PointerEvent): void => {
      down = event.button === 0 ? { x: event.clientX, y: event.clientY } : null;
    };
    const lift = (event: PointerEvent): void => {
      const from = down;
      down = null;
      if (!from || Math.hypot(event.clientX - from.x, event.clientY - from.y) > CLICK_PX) return;
      click(event.offsetX, event.offsetY);
    };
    element.addEventListener('pointerdown', press);
    element.addEventListener('pointerup', lift);
    const made = createModelDrag({
      camera,
      element,
      invalidate: () => invalidate(),
      stage: () => latest.current.stage,
      drag: () => latest.current.drag,
      onClick: click,
    });
    setMoving(made);
    return () => {
      setMoving(null);
      made.dispose();
      element.removeEventListener('pointerdown', press);
      element.removeEventListener('pointerup', lift);
    };
  }, [camera, element, invalidate]);
  return moving && <primitive object={moving.outline} />;
};
