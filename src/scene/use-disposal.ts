/**
 * What a scene no longer draws is let go with the next frame, not before it: a program lives as long as a material that uses it, and the
 * successors, made alike, would have to have it translated anew.
 */
import { addAfterEffect } from '@react-three/fiber';
import { useEffect } from 'react';
import type { BufferGeometry, Material, Mesh } from 'three';

/** No frame may come any more: the scene was left. */
const LONGEST_WAIT_MS = 5000;

export const afterNextFrame = (act: () => void): void => {
  let done = false;
  const once = (): void => {
    if (done) return;
    done = true;
    forget();
    clearTimeout(timer);
    act();
  };
  const forget = addAfterEffect(once);
  const timer = setTimeout(once, LONGEST_WAIT_MS);
};

type Disposable = Mesh<BufferGeometry, Material | Material[]>;

/** Lets go of the geometry and the materials of meshes that are replaced or left. */
export const useDisposal = (meshes: Disposable | readonly Disposable[]): void => {
  useEffect(
    () => () => {
      const gone = [meshes].flat();
      for (const { geometry } of gone) geometry.dispose();
      afterNextFrame(() => {
        for (const { material, customDepthMaterial } of gone)
          for (const each of [material, customDepthMaterial].flat()) each?.dispose();
      });
    },
    [meshes],
  );
};
