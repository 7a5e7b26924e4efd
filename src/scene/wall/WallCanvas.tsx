/** The scene of a wall: the same land and houses as on a desk, one device pixel a CSS pixel, directed by a tour. Lazy. */
import { Canvas, useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { ACESFilmicToneMapping, PCFShadowMap, SRGBColorSpace } from 'three';
import { whenDone } from '../../state/busy.ts';
import { usePlaces } from '../../state/places.ts';
import { usePreferences } from '../../state/preferences.ts';
import { useWallView } from '../../state/wall-view.ts';
import { CommunityScene } from '../CommunityScene.tsx';
import { expectPicture } from '../first-picture.ts';
import { useLayout } from '../layout/use-layout.ts';
import { type Quality, qualityFor, supportsWebGL2 } from '../quality.ts';
import { LEVELS } from './governor.ts';
import { WallDirector } from './WallDirector.tsx';

const CAMERA = { fov: 32, near: 1, far: 14_000, position: [0, 500, 800] as [number, number, number] };
const LONGEST_WAIT_MS = 3000;

/** Pixels are the governor's business here, not those of a desk at rest. */
const wallQuality = (drawing: Parameters<typeof qualityFor>[0]): Quality => ({
  ...qualityFor(drawing),
  stillPixelRatio: 1,
  movingPixelRatio: 1,
});

/** Shaders are translated beside the page's thread before the first frame. */
const Shaders = ({ onReady }: { readonly onReady: () => void }) => {
  const { gl, scene, camera, invalidate, frameloop } = useThree();
  useEffect(() => {
    let gone = false;
    gl.debug.checkShaderErrors = import.meta.env.DEV;
    const prepare = async (): Promise<void> => {
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

const useSceneView = () => {
  const { mode, date, hour } = useWallView((state) => state.sun);
  const shadows = useWallView((state) => LEVELS[state.health.level]?.shadows ?? false);
  return useMemo(() => ({ mode, date, hour, trees: true, shadows }), [mode, date, hour, shadows]);
};

const WallCanvas = () => {
  const drawing = usePreferences((state) => state.drawing);
  const quality = useMemo(() => wallQuality(drawing), [drawing]);
  const frame = usePlaces((state) => state.frame);
  const buildings = usePlaces((state) => state.buildings);
  const landscape = usePlaces((state) => state.landscape);
  const paint = useWallView((state) => state.paint);
  const view = useSceneView();
  const laid = useLayout(frame, buildings, landscape);
  const [frameloop, setFrameloop] = useState<'never' | 'demand'>('never');
  const start = useMemo(() => () => setFrameloop('demand'), []);
  const drawable = frame !== null && supportsWebGL2();
  useLayoutEffect(() => (drawable ? expectPicture() : undefined), [drawable]);
  if (!frame || !drawable) return null;
  return (
    <Canvas
      frameloop={frameloop}
      dpr={1}
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
            <WallDirector />
          </CommunityScene>
          <Shaders onReady={start} />
        </>
      )}
    </Canvas>
  );
};

export default WallCanvas;
