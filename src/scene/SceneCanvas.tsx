/** The scene of the open community, fed by the stores. Lazy: the only way into three.js. */
import { Canvas } from '@react-three/fiber';
import { useLayoutEffect, useMemo } from 'react';
import { ACESFilmicToneMapping, PCFShadowMap, SRGBColorSpace } from 'three';
import { usePlaces } from '../state/places.ts';
import { paintBuildings, useTheme } from '../state/themes.ts';
import { useView } from '../state/view.ts';
import { SceneActors } from './actors/SceneActors.tsx';
import { CommunityScene } from './CommunityScene.tsx';
import { expectPicture } from './first-picture.ts';
import { detectQuality, supportsWebGL2 } from './quality.ts';

export { supportsWebGL2 } from './quality.ts';

const CAMERA = { fov: 38, near: 1, far: 14_000, position: [0, 500, 800] as [number, number, number] };

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

const SceneCanvas = () => {
  const frame = usePlaces((state) => state.frame);
  const buildings = usePlaces((state) => state.buildings);
  const landscape = usePlaces((state) => state.landscape);
  const paint = usePaint();
  const view = useSceneView();
  const quality = useMemo(detectQuality, []);
  const drawable = frame !== null && supportsWebGL2();
  useLayoutEffect(() => (drawable ? expectPicture() : undefined), [drawable]);
  if (!frame || !drawable) return null;
  return (
    <Canvas
      frameloop="demand"
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
      <CommunityScene
        frame={frame}
        buildings={buildings}
        landscape={landscape}
        view={view}
        paint={paint}
        quality={quality}
      >
        <SceneActors />
      </CommunityScene>
    </Canvas>
  );
};

export default SceneCanvas;
