/** The community itself: land, houses, light. Driven by props alone, so that it can be shown without stores. */
import { useThree } from '@react-three/fiber';
import { lazy, type ReactNode, Suspense, useEffect, useMemo } from 'react';
import type { Building } from '../domain/records/index.ts';
import type { Frame } from '../geometry/frame.ts';
import { terrainOf } from '../geometry/terrain.ts';
import type { Backdrop } from '../state/backdrops.ts';
import { duringWork } from '../state/busy.ts';
import type { GroundPicture } from '../state/pictures.ts';
import { Buildings } from './buildings/Buildings.tsx';
import { createBuildingState } from './buildings/building-state.ts';
import { SceneContext, type SceneContextValue } from './context.ts';
import { FrameKeeper } from './FrameKeeper.tsx';
import { Furniture } from './furniture/Furniture.tsx';
import { Landmarks } from './furniture/Landmarks.tsx';
import { GroundMesh } from './ground/GroundMesh.tsx';
import { GroundPictures } from './ground/GroundPictures.tsx';
import { groundTexture } from './ground/maps.ts';
import { TerrainMesh } from './ground/TerrainMesh.tsx';
import type { LaidOut } from './layout/use-layout.ts';
import { useLetGo } from './let-go.ts';
import { createLightUniforms } from './light/light-uniforms.ts';
import { Sky } from './light/Sky.tsx';
import { SunLight } from './light/SunLight.tsx';
import { shownHour } from './light/sun-position.ts';
import { Trees } from './plants/Trees.tsx';
import { createPlainWays } from './plain-ways.ts';
import type { Quality } from './quality.ts';

export interface CommunitySceneProps {
  readonly frame: Frame;
  readonly laid: LaidOut;
  readonly view: {
    readonly mode: 'day' | 'night';
    readonly date: string;
    readonly hour: number;
    readonly trees: boolean;
    readonly shadows: boolean;
  };
  /** Colours of the buildings; `themed` tints with them. */
  readonly paint: { readonly rgba: Uint8Array; readonly themed: boolean } | null;
  readonly quality: Quality;
  /** Laid on the land, the first lowest. */
  readonly pictures?: readonly GroundPicture[];
  /** The real scene behind the houses; heights of theirs are above sea level, so the scene must know its own. */
  readonly backdrops?: readonly Backdrop[];
  readonly elevationMetres?: number;
  readonly children?: ReactNode;
}

/** What the graphics card holds of a layout besides its meshes. */
const useBuilt = ({ layout, buildings }: LaidOut) => {
  const terrain = useMemo(() => terrainOf(layout.terrain), [layout]);
  const state = useMemo(() => createBuildingState(layout.inputs, layout.buildings), [layout]);
  useEffect(() => () => state.dispose(), [state]);
  return { layout, buildings: buildings as readonly Building[], terrain, state };
};

const NO_PICTURES: readonly GroundPicture[] = [];
const NO_BACKDROPS: readonly Backdrop[] = [];
const Backdrops = lazy(() => duringWork('tiles code', () => import('./tiles/Backdrops.tsx')));

export const CommunityScene = ({
  frame,
  laid,
  view,
  paint,
  quality,
  pictures = NO_PICTURES,
  backdrops = NO_BACKDROPS,
  elevationMetres = 0,
  children,
}: CommunitySceneProps) => {
  const gl = useThree((state) => state.gl);
  const invalidate = useThree((state) => state.invalidate);
  const light = useMemo(createLightUniforms, []);
  const plainWays = useMemo(createPlainWays, []);
  const { layout, buildings, terrain, state } = useBuilt(laid);
  useLetGo(plainWays);

  const sky = useMemo(() => groundTexture(layout.map), [layout]);
  useEffect(() => {
    light.uGroundMap.value = sky;
    const { west, south, width, height, texelMetres } = layout.map;
    light.uGroundBox.value.set(west, south, 1 / (width * texelMetres), 1 / (height * texelMetres));
    invalidate();
    return () => {
      light.uGroundMap.value = null;
      sky.dispose();
    };
  }, [light, layout, sky, invalidate]);

  const shadowsChanged = useMemo(
    () => (): void => {
      gl.shadowMap.needsUpdate = true;
      // The map's texture is bound from the frame after the one that draws it.
      invalidate(2);
    },
    [gl, invalidate],
  );
  const context = useMemo<SceneContextValue>(
    () => ({
      frame,
      terrain,
      buildings,
      bases: layout.buildings.bases,
      buildingState: state,
      light,
      quality,
      extent: layout.extent,
      plainWays,
      invalidate: () => invalidate(),
      shadowsChanged,
    }),
    [frame, terrain, buildings, layout, state, light, quality, plainWays, invalidate, shadowsChanged],
  );

  useEffect(() => {
    gl.shadowMap.autoUpdate = false;
    state.onShadowsChanged(shadowsChanged);
    shadowsChanged();
  }, [gl, state, shadowsChanged]);

  useEffect(() => {
    if (paint) state.setPaint(paint.rgba, paint.themed);
    invalidate();
  }, [state, paint, invalidate]);

  const hour = shownHour(view.mode, view.date, view.hour, frame.anchor);
  return (
    <SceneContext value={context}>
      <group rotation-x={-Math.PI / 2}>
        <TerrainMesh arrays={layout.terrainMesh} land={layout.land} />
        <GroundPictures pictures={pictures} arrays={layout.terrainMesh} />
        <GroundMesh arrays={layout.ground} />
        <Buildings meshes={layout.buildings} state={state} light={light} quality={quality} />
        {backdrops.length > 0 && (
          <Suspense fallback={null}>
            <Backdrops backdrops={backdrops} elevationMetres={elevationMetres} />
          </Suspense>
        )}
        <Furniture arrays={layout.furniture} />
        <Landmarks landmarks={layout.landmarks} />
        <Trees rows={layout.trees} date={view.date} visible={view.trees} />
        <SunLight date={view.date} hour={hour} anchor={frame.anchor} shadows={view.shadows} />
        <Sky light={light} quality={quality} />
        {children}
      </group>
      <FrameKeeper />
    </SceneContext>
  );
};
