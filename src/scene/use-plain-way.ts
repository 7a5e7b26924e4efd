/** Gives meshes their plain way of drawing, where the scene has any. */
import { useEffect, useEffectEvent } from 'react';
import type { BufferGeometry, Material, Mesh } from 'three';
import { useSceneContext } from './context.ts';
import type { Way } from './plain-ways.ts';
import { afterNextFrame } from './use-disposal.ts';

type Drawn = Mesh<BufferGeometry, Material | Material[]>;

/** `make` answers with one way for each mesh, in their order; without a geometry the mesh keeps its own. */
export const usePlainWay = (meshes: Drawn | readonly Drawn[], make: () => readonly Partial<Way>[]): void => {
  const { quality, plainWays } = useSceneContext();
  const makeWays = useEffectEvent(make);
  useEffect(() => {
    if (!quality.plainWays) return;
    const ways = makeWays();
    const all = [meshes].flat();
    const offs = all.map((mesh, at) =>
      plainWays.add(mesh, { material: mesh.material, geometry: mesh.geometry, ...ways[at] }),
    );
    return () => {
      for (const off of offs) off();
      for (const { geometry } of ways) geometry?.dispose();
      afterNextFrame(() => {
        for (const { material } of ways) for (const each of [material ?? []].flat()) each.dispose();
      });
    };
  }, [meshes, quality, plainWays]);
};
