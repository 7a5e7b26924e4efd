/** What one does in the scene: the camera and the actors, mounted inside the scene's root (local axes). */
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { Group, type PerspectiveCamera } from 'three';
import { usePlaces } from '../../state/places.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useSceneContext } from '../context.ts';
import { type Actors, createActors } from './actors.ts';
import { type CameraRig, createCameraRig } from './camera/camera-rig.ts';
import { createStage } from './stage.ts';
import { CANVAS_LABEL } from './words.ts';

/** The camera moves before the scene looks where it is (-2), the actors after that. */
const CAMERA_FIRST = -3;
const THEN_ACTORS = -1;

/** The canvas takes the focus and says what it is. */
const useCanvasRole = (element: HTMLElement): void => {
  const language = usePreferences((state) => state.language);
  useEffect(() => {
    element.tabIndex = 0;
    element.setAttribute('role', 'application');
    element.setAttribute('aria-label', CANVAS_LABEL[language]);
  }, [element, language]);
};

export const SceneActors = () => {
  const scene = useSceneContext();
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const element = useThree((state) => state.gl.domElement);
  const invalidate = useThree((state) => state.invalidate);
  const grids = usePlaces((state) => state.grids);
  const facilities = usePlaces((state) => state.facilities);
  const root = useMemo(() => new Group(), []);
  const rig = useRef<CameraRig | null>(null);
  const actors = useRef<Actors | null>(null);
  useCanvasRole(element);

  const { frame, terrain, buildings } = scene;
  const stage = useMemo(
    () => createStage({ buildings, grids, facilities }, frame, terrain),
    [buildings, grids, facilities, frame, terrain],
  );
  const latest = useRef(stage);
  useLayoutEffect(() => {
    latest.current = stage;
  }, [stage]);

  useEffect(() => {
    const made = createCameraRig(camera, element, latest.current, () => invalidate());
    rig.current = made;
    return () => {
      rig.current = null;
      made.dispose();
    };
  }, [camera, element, invalidate]);

  useEffect(() => {
    rig.current?.setStage(stage);
    const made = createActors(stage, scene, camera, element);
    actors.current = made;
    root.add(made.group);
    scene.invalidate();
    return () => {
      actors.current = null;
      root.remove(made.group);
      made.dispose();
    };
  }, [stage, scene, camera, element, root]);

  const moved = useRef(false);
  useFrame((_, delta) => {
    moved.current = rig.current?.frame(delta) ?? false;
  }, CAMERA_FIRST);
  useFrame(() => actors.current?.frame(performance.now(), moved.current), THEN_ACTORS);
  return <primitive object={root} />;
};
