/** The scene of the open community, fed by the stores. Lazy: the only way into three.js. */
import { Canvas, useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { ACESFilmicToneMapping, PCFShadowMap, SRGBColorSpace } from 'three';
import { whenDone } from '../state/busy.ts';
import { usePlaces } from '../state/places.ts';
import { usePreferences } from '../state/preferences.ts';
import { paintBuildings, useTheme } from '../state/themes.ts';
import { useView } from '../state/view.ts';
import { SceneActors } from './actors/SceneActors.tsx';
import { CommunityScene } from './CommunityScene.tsx';
import { expectPicture } from './first-picture.ts';
import { useLayout } from './layout/use-layout.ts';
import { type Quality, qualityFor, supportsWebGL2 } from './quality.ts';

export { supportsWebGL2 } from './quality.ts';

const CAMERA = { fov: 38, near: 1, far: 14_000, position: [0, 500, 800] as [number, number, number] };

/** A font or a symbol that comes later than this comes after the first picture. */
const LONGEST_WAIT_MS = 3000;

const usePaint = () => {
  const theme = useTheme((state) => state.theme);
  const classification = useTheme((state) => state.classification);
  const hiddenClasses = useTheme((state) => state.hiddenClasses);
  return useMemo(
    () => ({ rgba: paintBuildings(classification, hiddenClasses), themed: theme !== 'plain' }),
    [theme, classification, hiddenClasses],
  );
};

const useSceneView = () => {
  const mode = useView((state) => state.mode);
  const date = useView((state) => state.date);
  const hour = useView((state) => state.hour);
  const trees = useView((state) => state.layers.trees);
  const shadows = useView((state) => state.layers.shadows);
  return useMemo(() => ({ mode, date, hour, trees, shadows }), [mode, date, hour, trees, shadows]);
};

/**
 * Drivers take a second and more to translate the shaders. Asked for beforehand they do it beside the page's thread; drawn at once, the
 * page would stand still until they are done.
 */
const Shaders = ({ onReady }: { readonly onReady: () => void }) => {
  const { gl, scene, camera, invalidate, frameloop } = useThree();
  useEffect(() => {
    let gone = false;
    // Asking for the log of every shader waits for each of them in turn.
    gl.debug.checkShaderErrors = import.meta.env.DEV;
    const prepare = async (): Promise<void> => {
      // The second time for what was still being fetched the first time, so that the first picture is whole.
      await gl.compileAsync(scene, camera);
      await whenDone(['symbols', 'letters'], LONGEST_WAIT_MS);
      if (!gone) await gl.compileAsync(scene, camera);
    };
    void prepare().finally(() => {
      if (!gone) onReady();
    });
    return () => {
      gone = true;
    };
  }, [gl, scene, camera, onReady]);
  useEffect(() => {
    if (frameloop === 'demand') invalidate();
  }, [frameloop, invalidate]);
  return null;
};

const SceneOf = ({ quality }: { readonly quality: Quality }) => {
  const frame = usePlaces((state) => state.frame);
  const buildings = usePlaces((state) => state.buildings);
  const landscape = usePlaces((state) => state.landscape);
  const paint = usePaint();
  const view = useSceneView();
  const models = usePlaces((state) => state.models);
  const laid = useLayout(frame, buildings, landscape, models);
  const [frameloop, setFrameloop] = useState<'never' | 'demand'>('never');
  const start = useMemo(() => () => setFrameloop('demand'), []);
  const drawable = frame !== null && supportsWebGL2();
  useLayoutEffect(() => (drawable ? expectPicture() : undefined), [drawable]);
  if (!frame || !drawable) return null;
  return (
    <Canvas
      frameloop={frameloop}
      dpr={[1, quality.stillPixelRatio]}
      camera={CAMERA}
      gl={{
        antialias: quality.antialias,
        powerPreference: 'high-performance',
        toneMapping: ACESFilmicToneMapping,
        outputColorSpace: SRGBColorSpace,
      }}
      shadows={{ type: PCFShadowMap }}
    >
      {laid && (
        <>
          <CommunityScene frame={frame} laid={laid} view={view} paint={paint} quality={quality}>
            <SceneActors />
          </CommunityScene>
          <Shaders onReady={start} />
        </>
      )}
    </Canvas>
  );
};

/** Another quality is another context: the scene is made anew. */
const SceneCanvas = () => {
  const drawing = usePreferences((state) => state.drawing);
  const quality = useMemo(() => qualityFor(drawing), [drawing]);
  return <SceneOf key={quality.level} quality={quality} />;
};

export default SceneCanvas;
