/** The real scene: tilesets that are shown behind the houses. Lazy: the only way to the code that draws tiles. */
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { Group, type PerspectiveCamera, Raycaster, Vector3 } from 'three';
import { ringsToLocal } from '../../geometry/frame.ts';
import { centroidOf } from '../../geometry/polygon.ts';
import { earthToLocal, placedToLocal, type Zero } from '../../geometry/tileset-matrix.ts';
import type { Backdrop } from '../../state/backdrops.ts';
import { usePlaces } from '../../state/places.ts';
import { worldOf } from '../actors/local-axes.ts';
import { type SceneContextValue, useSceneContext } from '../context.ts';
import { type BackdropView, createBackdrop } from './backdrop-view.ts';
import { provideTilePicker, type TileHit } from '../tile-picker.ts';
import { createDecoders } from './decoders.ts';
import { createFeatureFinder, type FindBuilding, namesOfFeature } from './feature-buildings.ts';
import { createTileUniforms, setCut } from './tile-material.ts';

const origin = new Vector3();
const direction = new Vector3();

/** After the camera, before the actors. */
const AFTER_CAMERA = -2;

const matrixOf = ({ placement, raisedMetres }: Backdrop, zero: Zero) =>
  placement ? placedToLocal(placement, zero, raisedMetres) : earthToLocal(zero, raisedMetres);

/** Marks the buildings that a tileset shows. */
const haunt = (
  { buildings, frame, buildingState }: SceneContextValue,
  views: Iterable<BackdropView>,
): void => {
  const all = [...views];
  const ghosts = Uint8Array.from(buildings, ({ footprint }) => {
    const [x, y] = centroidOf(ringsToLocal(frame, footprint)[0] ?? []);
    return all.some((view) => view.covers(x, y)) ? 1 : 0;
  });
  buildingState.setGhosts(ghosts.includes(1) ? ghosts : null);
};

interface BackdropsProps {
  readonly backdrops: readonly Backdrop[];
  readonly elevationMetres: number;
}

const Backdrops = ({ backdrops, elevationMetres }: BackdropsProps) => {
  const scene = useSceneContext();
  const { frame, buildingState, light, quality } = scene;
  const draw = useThree((state) => state.invalidate);
  const invalidate = useMemo(() => () => draw(), [draw]);
  const gl = useThree((state) => state.gl);
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const root = useMemo(() => new Group(), []);
  const views = useRef(new Map<string, BackdropView>());
  const latest = useRef(scene);
  useLayoutEffect(() => {
    latest.current = scene;
  }, [scene]);
  const uniforms = useMemo(() => createTileUniforms(light), [light]);

  const decoders = useMemo(() => createDecoders(gl), [gl]);
  useEffect(() => () => decoders.dispose(), [decoders]);

  // All go when what they are made with goes; a new list takes away and adds only what changed.
  const make = useMemo(
    () => (backdrop: Backdrop) =>
      createBackdrop(backdrop, {
        gl,
        camera,
        quality,
        decoders,
        uniforms,
        invalidate,
        onBounds: () => {
          haunt(latest.current, views.current.values());
          invalidate();
        },
      }),
    [gl, camera, quality, decoders, uniforms, invalidate],
  );
  useEffect(() => {
    const held = views.current;
    return () => {
      for (const view of held.values()) view.dispose();
      held.clear();
      latest.current.buildingState.setGhosts(null);
    };
  }, [make]);
  useEffect(() => {
    const held = views.current;
    const wanted = new Set(backdrops.map(({ key }) => key));
    for (const [key, view] of held)
      if (!wanted.has(key)) {
        view.dispose();
        held.delete(key);
      }
    for (const backdrop of backdrops) {
      const view = held.get(backdrop.key) ?? make(backdrop);
      held.set(backdrop.key, view);
      root.add(view.group);
      view.setMatrix(matrixOf(backdrop, { anchor: frame.anchor, elevationMetres }));
    }
    haunt(latest.current, held.values());
    invalidate();
  }, [backdrops, elevationMetres, frame, make, root, invalidate]);

  // Who clicks a feature of the tiles means the building that it is.
  const sourceLinks = usePlaces((s) => s.sourceLinks);
  const { buildings } = scene;
  useEffect(() => {
    let find: FindBuilding | null = null;
    const raycaster = new Raycaster();
    return provideTilePicker(({ ox, oy, oz, dx, dy, dz }) => {
      raycaster.set(worldOf([ox, oy, oz], origin), worldOf([dx, dy, dz], direction));
      let nearest: TileHit | null = null;
      for (const view of views.current.values()) {
        const met = view.meet(raycaster);
        if (!met || (nearest && nearest.distance <= met.distance)) continue;
        find ??= createFeatureFinder(buildings, sourceLinks);
        const buildingId = find(met.properties.flatMap(namesOfFeature));
        nearest = buildingId === null ? nearest : { buildingId, distance: met.distance };
      }
      return nearest;
    });
  }, [buildings, sourceLinks]);

  // Another layout has another state of its buildings.
  useEffect(() => {
    haunt(latest.current, views.current.values());
    return () => buildingState.setGhosts(null);
  }, [buildingState]);

  const cut = useRef<number | null>(null);
  useFrame(() => {
    const { hidden } = buildingState;
    if (hidden !== cut.current) {
      cut.current = hidden;
      const building = hidden === null ? undefined : scene.buildings[hidden];
      setCut(uniforms, building ? (ringsToLocal(frame, building.footprint)[0] ?? null) : null);
    }
    uniforms.uFade.value = Number(buildingState.uniforms['uFade']?.value ?? 0);
    for (const view of views.current.values()) view.frame();
  }, AFTER_CAMERA);
  return <primitive object={root} />;
};

export default Backdrops;
