/**
 * A canvas with a community in it: laid out beside the page's thread, its shaders translated before the first frame, and work in hand
 * until that frame stands. What one does there comes as children.
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
import { Shaders } from './Shaders.tsx';

interface SceneFrameProps extends Omit<CommunitySceneProps, 'frame' | 'laid'> {
  /** Null while no place is known. */
  readonly frame: CommunitySceneProps['frame'] | null;
  readonly buildings: readonly Building[];
  readonly landscape: Landscape | null;
  readonly models?: Models | undefined;
  /** Of the camera, upright, degrees. */
  readonly fovDegrees?: number;
}

export const SceneFrame = (props: SceneFrameProps) => {
  const { frame, buildings, landscape, models, fovDegrees, children, ...scene } = props;
  const laid = useLayout(frame, buildings, landscape, models);
  const [frameloop, setFrameloop] = useState<'never' | 'demand'>('never');
  const start = useCallback(() => setFrameloop('demand'), []);
  const drawable = frame !== null && supportsWebGL2();
  useLayoutEffect(() => (drawable ? expectPicture() : undefined), [drawable]);
  if (!frame || !drawable) return null;
  return (
    <Canvas frameloop={frameloop} {...canvasProps(scene.quality, fovDegrees)}>
      {laid && (
        <>
          <CommunityScene frame={frame} laid={laid} {...scene}>
            {children}
          </CommunityScene>
          <Shaders onReady={start} />
        </>
      )}
    </Canvas>
  );
};
