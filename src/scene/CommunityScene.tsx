/** The community itself: land, houses, light. Driven by props alone, so that it can be shown without stores. */
import { useThree } from '@react-three/fiber';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { Building, Landscape } from '../domain/records/index.ts';
import { type BuildingInput, buildChunks } from '../geometry/building-chunks.ts';
import type { Frame } from '../geometry/frame.ts';
import type { Bounds } from '../geometry/polygon.ts';
import { groundMesh } from '../geometry/ground.ts';
import { groundMap } from '../geometry/ground-map.ts';
import { landMap } from '../geometry/land-map.ts';
import { streetFurniture } from '../geometry/street-furniture.ts';
import { createTerrain, type Terrain } from '../geometry/terrain.ts';
import { crownRadius } from '../geometry/tree-shapes.ts';
import { buildingInput } from './building-inputs.ts';
import { Buildings } from './buildings/Buildings.tsx';
import { createBuildingState } from './buildings/building-state.ts';
import { type Extent, SceneContext, type SceneContextValue } from './context.ts';
import { builtBounds, extentOf } from './extent.ts';
import { FrameKeeper } from './FrameKeeper.tsx';
import { Furniture } from './furniture/Furniture.tsx';
import { GroundMesh } from './ground/GroundMesh.tsx';
import { groundTexture } from './ground/maps.ts';
import { TerrainMesh } from './ground/TerrainMesh.tsx';
import { landscapeInput } from './landscape-inputs.ts';
import { createLightUniforms } from './light/light-uniforms.ts';
import { Sky } from './light/Sky.tsx';
import { SunLight } from './light/SunLight.tsx';
import { shownHour } from './light/sun-position.ts';
import { Trees } from './plants/Trees.tsx';
import type { Quality } from './quality.ts';

interface Built {
  readonly inputs: readonly BuildingInput[];
  readonly extent: Extent;
}

/** Everything on the land that is neither house nor tree, as arrays. */
const layOut = (landscape: Landscape | null, frame: Frame, terrain: Terrain, { inputs, extent }: Built) => {
  const input = landscapeInput(landscape, frame);
  const [x, y] = extent.centre;
  const half = extent.radius / Math.SQRT2 + 40;
  return {
    input,
    furniture: streetFurniture(terrain, input.walls, input.lamps, input.areas),
    ground: groundMesh(terrain, input.areas, input.roads),
    land: landMap(terrain.bounds, input.areas),
    map: groundMap({
      bounds: [x - half, y - half, x + half, y + half],
      buildings: inputs,
      walls: input.walls.map((wall) => wall.line),
      trees: input.trees.map(({ at, heightMetres, kind }) => ({
        at,
        radiusMetres: crownRadius(kind, heightMetres),
      })),
      lamps: input.lamps,
    }),
  };
};

export interface CommunitySceneProps {
  readonly frame: Frame;
  readonly buildings: readonly Building[];
  readonly landscape: Landscape | null;
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
  readonly children?: ReactNode;
}

export const CommunityScene = ({
  frame,
  buildings,
  landscape,
  view,
  paint,
  quality,
  children,
}: CommunitySceneProps) => {
  const gl = useThree((state) => state.gl);
  const invalidate = useThree((state) => state.invalidate);
  const light = useMemo(createLightUniforms, []);
  const inputs = useMemo(
    () => buildings.map((building) => buildingInput(building, frame)),
    [buildings, frame],
  );
  const focus = builtBounds(inputs)?.join(' ');
  const terrain = useMemo(
    () =>
      createTerrain(landscape?.terrain ?? null, (focus?.split(' ').map(Number) as unknown as Bounds) ?? null),
    [landscape, focus],
  );

  const built = useMemo(() => {
    const meshes = buildChunks(inputs, terrain);
    return {
      inputs,
      meshes,
      state: createBuildingState(inputs, meshes),
      extent: extentOf(inputs, meshes.bases, terrain),
    };
  }, [inputs, terrain]);
  useEffect(() => () => built.state.dispose(), [built]);

  const laid = useMemo(() => layOut(landscape, frame, terrain, built), [landscape, frame, terrain, built]);
  const sky = useMemo(() => groundTexture(laid.map), [laid]);
  useEffect(() => {
    light.uGroundMap.value = sky;
    const { west, south, width, height, texelMetres } = laid.map;
    light.uGroundBox.value.set(west, south, 1 / (width * texelMetres), 1 / (height * texelMetres));
    invalidate();
    return () => {
      light.uGroundMap.value = null;
      sky.dispose();
    };
  }, [light, laid, sky, invalidate]);

  const context = useMemo<SceneContextValue>(() => {
    const shadowsChanged = (): void => {
      gl.shadowMap.needsUpdate = true;
      // The map's texture is bound from the frame after the one that draws it.
      invalidate(2);
    };
    return {
      frame,
      terrain,
      bases: built.meshes.bases,
      buildingState: built.state,
      light,
      quality,
      extent: built.extent,
      invalidate: () => invalidate(),
      shadowsChanged,
    };
  }, [frame, terrain, built, light, quality, gl, invalidate]);

  useEffect(() => {
    gl.shadowMap.autoUpdate = false;
    built.state.onShadowsChanged(context.shadowsChanged);
    context.shadowsChanged();
  }, [gl, built, context]);

  useEffect(() => {
    if (paint) built.state.setPaint(paint.rgba, paint.themed);
    invalidate();
  }, [built, paint, invalidate]);

  const hour = shownHour(view.mode, view.date, view.hour, frame.anchor);
  return (
    <SceneContext value={context}>
      <group rotation-x={-Math.PI / 2}>
        <TerrainMesh land={laid.land} />
        <GroundMesh arrays={laid.ground} />
        <Buildings meshes={built.meshes} state={built.state} light={light} quality={quality} />
        <Furniture arrays={laid.furniture} />
        <Trees trees={laid.input.trees} date={view.date} visible={view.trees} />
        <SunLight date={view.date} hour={hour} anchor={frame.anchor} shadows={view.shadows} />
        <Sky light={light} />
        {children}
      </group>
      <FrameKeeper />
    </SceneContext>
  );
};
