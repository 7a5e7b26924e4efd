/**
 * Meshes that can be drawn in two ways: in full, and plainly while the picture moves on a machine that draws in software. Which it is
 * is one switch for all of them; the materials of both ways share their uniforms, so light, season and colours are the same.
 */
import type { Camera, Material, Mesh, Object3D } from 'three';

/** What is asked of the renderer. */
interface Translator {
  compileAsync(scene: Object3D, camera: Camera): Promise<unknown>;
}

export interface PlainWays {
  /** What comes back takes it off again. */
  add(mesh: Mesh, plain: Material): () => void;
  set(plain: boolean): void;
  /** Has the plain shaders translated before they are drawn with. */
  translate(gl: Translator, scene: Object3D, camera: Camera): Promise<unknown>;
}

export const createPlainWays = (): PlainWays => {
  const ways = new Map<Mesh, { readonly full: Mesh['material']; readonly plain: Material }>();
  let isPlain = false;
  const apply = (): void => {
    for (const [mesh, { full, plain }] of ways) mesh.material = isPlain ? plain : full;
  };
  return {
    add: (mesh, plain) => {
      const full = mesh.material;
      ways.set(mesh, { full, plain });
      apply();
      return () => {
        ways.delete(mesh);
        mesh.material = full;
      };
    },
    set: (plain) => {
      if (plain === isPlain) return;
      isPlain = plain;
      apply();
    },
    translate: (gl, scene, camera) => {
      const before = isPlain;
      isPlain = true;
      apply();
      // Which materials there are is looked up at once; only the waiting comes later.
      const translated = gl.compileAsync(scene, camera);
      isPlain = before;
      apply();
      return translated;
    },
  };
};
