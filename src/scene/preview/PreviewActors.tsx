/** What one does in a preview: look around, and click what stands there or the ground. */
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PerspectiveCamera } from 'three';
import { type CameraRig, createCameraRig } from '../actors/camera/camera-rig.ts';
import { createScreen } from '../actors/picking/screen.ts';
import { createStage } from '../actors/stage.ts';
import { useSceneContext } from '../context.ts';
import { attachClickHit, hitAt, type PreviewHit } from './click-hit.ts';
import { createModelDrag, type ModelDrag } from './model-drag.ts';

export type { PreviewHit } from './click-hit.ts';
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
    const click = (x: number, y: number): void => {
      const hit = hitAt(screen, latest.current.stage, x, y);
      if (hit) latest.current.onPick?.(hit);
    };
    const detach = attachClickHit(screen, element, () => ({
      stage: latest.current.stage,
      onPick: (hit) => latest.current.onPick?.(hit),
    }));
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
      detach();
    };
  }, [camera, element, invalidate]);
  return moving && <primitive object={moving.outline} />;
};
