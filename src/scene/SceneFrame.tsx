/**
 * A canvas with a community in it: laid out beside the page's thread, its shaders translated before the first frame, and work in hand
 * until that frame stands. What one does there comes as children. `SceneFrame` asks for the layout; `LaidFrame` is given one.
 */
import { Canvas } from '@react-three/fiber';
import { useCallback, useLayoutEffect, useState } from 'react';
import type { Building, Landscape } from '../domain/records/index.ts';
import type { Models } from '../state/models.ts';
import { canvasProps } from './canvas-props.ts';
import { CommunityScene, type CommunitySceneProps } from './CommunityScene.tsx';
import { expectPicture } from './first-picture.ts';
import { useLayout } from './layout/use-layout.ts';
import { supportsWebGL2 } from './quality.ts';
import { Shaders, WarmUp } from './Shaders.tsx';

interface LaidFrameProps extends Omit<CommunitySceneProps, 'laid'> {
  readonly laid: CommunitySceneProps['laid'] | null;
  /** Of the camera, upright, degrees. */
  readonly fovDegrees?: number | undefined;
  /** Nothing is shown yet: what stands there is drawn once, unseen, so that the first picture finds shaders and pipelines made. */
  readonly warming?: boolean;
}

export const LaidFrame = ({ laid, fovDegrees, warming = false, children, ...scene }: LaidFrameProps) => {
  const [frameloop, setFrameloop] = useState<'never' | 'demand'>('never');
  const start = useCallback(() => setFrameloop('demand'), []);
  const drawable = supportsWebGL2();
  useLayoutEffect(() => (drawable && !warming ? expectPicture() : undefined), [drawable, warming]);
  if (!drawable) return null;
  return (
    <Canvas frameloop={frameloop} {...canvasProps(scene.quality, fovDegrees)}>
      {laid && (
        <>
          <CommunityScene laid={laid} {...scene}>
            {children}
          </CommunityScene>
          {warming ? <WarmUp /> : <Shaders onReady={start} />}
        </>
      )}
    </Canvas>
  );
};

interface SceneFrameProps extends Omit<LaidFrameProps, 'frame' | 'laid' | 'warming'> {
  /** Null while no place is known. */
  readonly frame: CommunitySceneProps['frame'] | null;
  readonly buildings: readonly Building[];
  readonly landscape: Landscape | null;
  readonly models?: Models | undefined;
}

export const SceneFrame = ({ frame, buildings, landscape, models, ...scene }: SceneFrameProps) => {
  const laid = useLayout(frame, buildings, landscape, models);
  return frame && <LaidFrame frame={frame} laid={laid} {...scene} />;
};
