/**
 * Places that are not in the database yet, or not as they will be: what an import would bring, before it is written. A scene of its own
 * with a camera of its own; a click tells what was hit and where.
 */
import { Canvas, useFrame, useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { PerspectiveCamera } from 'three';
import type { Building, Landscape, LngLat } from '../../domain/records/index.ts';
import { createFrame } from '../../geometry/frame.ts';
import { rayToGround } from '../../geometry/ground-ray.ts';
import type { Backdrop } from '../../state/backdrops.ts';
import type { GroundPicture } from '../../state/pictures.ts';
import type { Models } from '../../state/models.ts';
import { usePreferences } from '../../state/preferences.ts';
import { type CameraRig, createCameraRig } from '../actors/camera/camera-rig.ts';
import { createScreen } from '../actors/picking/screen.ts';
import { createStage } from '../actors/stage.ts';
import { canvasProps } from '../canvas-props.ts';
import { CommunityScene } from '../CommunityScene.tsx';
import { useSceneContext } from '../context.ts';
import { expectPicture } from '../first-picture.ts';
import { useLayout } from '../layout/use-layout.ts';
import { qualityFor, supportsWebGL2 } from '../quality.ts';
import { Shaders } from '../Shaders.tsx';

export interface PreviewHit {
  /** Index of the building, -1 for the ground. */
  readonly building: number;
  readonly lngLat: LngLat;
}
export interface PreviewProps {
  readonly anchor: LngLat;
  readonly buildings: readonly Building[];
  readonly landscape: Landscape | null;
  readonly models?: Models;
  /** Red, green, blue, alpha a building, 0–255; their own colours without it. */
  readonly rgba?: Uint8Array | null;
  readonly pictures?: readonly GroundPicture[];
  readonly backdrops?: readonly Backdrop[];
  readonly elevationMetres?: number;
  readonly onPick?: (hit: PreviewHit) => void;
}

/** Pixels that a pointer may move between down and up and still be a click. */
const CLICK_PX = 5;

const PreviewActors = ({ onPick }: Pick<PreviewProps, 'onPick'>) => {
  const { frame, terrain, buildings } = useSceneContext();
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const element = useThree((state) => state.gl.domElement);
  const invalidate = useThree((state) => state.invalidate);
  const rig = useRef<CameraRig | null>(null);
  const stage = useMemo(
    () => createStage({ buildings, grids: [], facilities: [] }, frame, terrain),
    [buildings, frame, terrain],
  );
  const latest = useRef({ stage, onPick });
  useLayoutEffect(() => {
    latest.current = { stage, onPick };
  }, [stage, onPick]);

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

  useEffect(() => {
    const screen = createScreen(camera, element);
    let down: { x: number; y: number } | null = null;
    const press = (event: PointerEvent): void => {
      down = event.button === 0 ? { x: event.clientX, y: event.clientY } : null;
    };
    const lift = (event: PointerEvent): void => {
      const from = down;
      down = null;
      if (!from || Math.hypot(event.clientX - from.x, event.clientY - from.y) > CLICK_PX) return;
      const { stage: on, onPick: tell } = latest.current;
      const ray = screen.rayAt(event.offsetX, event.offsetY);
      const hit = on.picker.pick(ray);
      const ground = rayToGround(ray, on.terrain.heightAt, 20_000);
      const distance = Math.min(hit.distance, ground);
      if (!tell || !Number.isFinite(distance)) return;
      tell({
        building: hit.distance <= ground ? hit.index : -1,
        lngLat: on.frame.toLngLat([ray.ox + ray.dx * distance, ray.oy + ray.dy * distance]),
      });
    };
    element.addEventListener('pointerdown', press);
    element.addEventListener('pointerup', lift);
    return () => {
      element.removeEventListener('pointerdown', press);
      element.removeEventListener('pointerup', lift);
    };
  }, [camera, element]);
  return null;
};

/** By day, at ten in the morning of a day in June: light that shows shapes. */
const VIEW = { mode: 'day', date: '2026-06-15', hour: 10, trees: true, shadows: true } as const;

const NO_PICTURES: readonly GroundPicture[] = [];
const NO_BACKDROPS: readonly Backdrop[] = [];

const PreviewCanvas = ({
  anchor,
  buildings,
  landscape,
  models,
  rgba,
  pictures = NO_PICTURES,
  backdrops = NO_BACKDROPS,
  elevationMetres = 0,
  onPick,
}: PreviewProps) => {
  const drawing = usePreferences((state) => state.drawing);
  const quality = useMemo(() => qualityFor(drawing), [drawing]);
  const frame = useMemo(() => createFrame(anchor), [anchor]);
  const laid = useLayout(frame, buildings, landscape, models);
  const paint = useMemo(() => (rgba ? { rgba, themed: true } : null), [rgba]);
  const [frameloop, setFrameloop] = useState<'never' | 'demand'>('never');
  const start = useMemo(() => () => setFrameloop('demand'), []);
  const drawable = supportsWebGL2();
  useLayoutEffect(() => (drawable ? expectPicture() : undefined), [drawable]);
  if (!drawable) return null;
  return (
    <Canvas frameloop={frameloop} {...canvasProps(quality)}>
      {laid && (
        <>
          <CommunityScene
            frame={frame}
            laid={laid}
            view={VIEW}
            paint={paint}
            quality={quality}
            pictures={pictures}
            backdrops={backdrops}
            elevationMetres={elevationMetres}
          >
            <PreviewActors {...(onPick ? { onPick } : {})} />
          </CommunityScene>
          <Shaders onReady={start} />
        </>
      )}
    </Canvas>
  );
};

export default PreviewCanvas;
