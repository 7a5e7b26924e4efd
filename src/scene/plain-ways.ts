/**
 * Meshes that can be drawn in two ways: in full, and plainly while the picture moves on a machine that draws in software. Which it is
 * is one switch for all of them; the materials of both ways share their uniforms, so light, season and colours are the same.
 */
import { type BufferAttribute, BufferGeometry, type Camera, type Mesh, type Object3D } from 'three';

export interface Way {
  readonly material: Mesh['material'];
  readonly geometry: BufferGeometry;
}

/** What is asked of the renderer. */
interface Translator {
  compileAsync(scene: Object3D, camera: Camera): Promise<unknown>;
}

export interface PlainWays {
  /** What comes back takes it off again. */
  add(mesh: Mesh, plain: Way): () => void;
  set(plain: boolean): void;
  /** Runs it with the meshes as they are in full, and as they are plainly. */
  inBoth(run: () => void): void;
  /** Has the plain shaders translated before they are drawn with. */
  translate(gl: Translator, scene: Object3D, camera: Camera): Promise<unknown>;
}

/** The same vertices with fewer triangles. */
export const withIndex = (geometry: BufferGeometry, index: BufferAttribute): BufferGeometry => {
  const made = new BufferGeometry();
  for (const [name, attribute] of Object.entries(geometry.attributes)) made.setAttribute(name, attribute);
  made.setIndex(index);
  made.boundingBox = geometry.boundingBox;
  made.boundingSphere = geometry.boundingSphere;
  return made;
};

export const createPlainWays = (): PlainWays => {
  const ways = new Map<Mesh, { readonly full: Way; readonly plain: Way }>();
  let isPlain = false;
  const draw = (mesh: Mesh, { material, geometry }: Way): void => {
    mesh.material = material;
    mesh.geometry = geometry;
  };
  const apply = (): void => {
    for (const [mesh, { full, plain }] of ways) draw(mesh, isPlain ? plain : full);
  };
  const as = <T>(plain: boolean, run: () => T): T => {
    const before = isPlain;
    isPlain = plain;
    apply();
    const result = run();
    isPlain = before;
    apply();
    return result;
  };
  return {
    add: (mesh, plain) => {
      const full = { material: mesh.material, geometry: mesh.geometry };
      ways.set(mesh, { full, plain });
      apply();
      return () => {
        ways.delete(mesh);
        draw(mesh, full);
      };
    },
    set: (plain) => {
      if (plain === isPlain) return;
      isPlain = plain;
      apply();
    },
    inBoth: (run) => {
      as(false, run);
      as(true, run);
    },
    // Which materials there are is looked up at once; only the waiting comes later.
    translate: (gl, scene, camera) => as(true, () => gl.compileAsync(scene, camera)),
  };
};
