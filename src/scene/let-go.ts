/**
 * After a lost context three.js begins its books anew, but geometries, materials and textures go on holding listeners of the old ones, and
 * through them all that is in these: 57 KB a loss on a wall of the sample. Told to go, they let go of it; what is drawn afterwards is
 * uploaded anew in any case.
 */
import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import {
  type DirectionalLight,
  type InstancedMesh,
  type Material,
  type Mesh,
  type Object3D,
  Texture,
} from 'three';
import type { PlainWays } from './plain-ways.ts';

type Shaded = Material & { readonly uniforms?: Readonly<Record<string, { readonly value: unknown }>> };

const letGoOfMaterial = (material: Shaded): void => {
  const uniforms = Object.values(material.uniforms ?? {}).map(({ value }) => value);
  for (const value of [...Object.values(material), ...uniforms])
    if (value instanceof Texture) value.dispose();
  material.dispose();
};

/** Of everything in the scene. To be called while the context is lost: with one that is there all would be uploaded a second time. */
export const letGo = (scene: Object3D): void =>
  scene.traverse((object) => {
    const { geometry, material, customDepthMaterial } = object as Partial<Mesh>;
    geometry?.dispose();
    for (const one of [material ?? [], customDepthMaterial ?? []].flat()) letGoOfMaterial(one);
    if ((object as Partial<InstancedMesh>).isInstancedMesh) (object as InstancedMesh).dispose();
    (object as Partial<DirectionalLight>).shadow?.map?.dispose();
  });

export const useLetGo = (plainWays: PlainWays): void => {
  const gl = useThree((state) => state.gl);
  const scene = useThree((state) => state.scene);
  useEffect(() => {
    const element = gl.domElement;
    const lost = (): void => plainWays.inBoth(() => letGo(scene));
    element.addEventListener('webglcontextlost', lost);
    return () => element.removeEventListener('webglcontextlost', lost);
  }, [gl, scene, plainWays]);
};
