/** Gives meshes their plain way of drawing, where the scene has any. */
import { useEffect, useRef } from 'react';
import type { BufferGeometry, Material, Mesh } from 'three';
import { useSceneContext } from './context.ts';
import { afterNextFrame } from './use-disposal.ts';

type Drawn = Mesh<BufferGeometry, Material | Material[]>;

/** `make` answers with a material for each mesh, in their order. */
export const usePlainWay = (
  meshes: Drawn | readonly Drawn[],
  make: () => Material | readonly Material[],
): void => {
  const { quality, plainWays } = useSceneContext();
  const made = useRef(make);
  made.current = make;
  useEffect(() => {
    if (!quality.plainWays) return;
    const materials = [made.current()].flat();
    const offs = [meshes].flat().map((mesh, at) => plainWays.add(mesh, materials[at] as Material));
    return () => {
      for (const off of offs) off();
      afterNextFrame(() => {
        for (const material of materials) material.dispose();
      });
    };
  }, [meshes, quality, plainWays]);
};
