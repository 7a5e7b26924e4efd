/** Models of `public/models` as plain arrays in local axes (x right, y away, z up), each fetched once a page. */
import { type BufferGeometry, Color, type Mesh, Vector3 } from 'three';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';

export interface ModelArrays {
  readonly position: Float32Array;
  readonly normal: Float32Array;
  /** Linear RGB, 0…1. */
  readonly colour: Float32Array;
  readonly index: Uint32Array;
}

/** Copies a geometry under its mesh's transform, turning glTF's y up into z up. */
export const arraysOf = (
  geometry: BufferGeometry,
  colourOf: (vertex: number) => Color,
  mesh?: Mesh,
): ModelArrays => {
  const place = geometry.getAttribute('position');
  const facing = geometry.getAttribute('normal');
  const n = place.count;
  const position = new Float32Array(n * 3);
  const normal = new Float32Array(n * 3);
  const colour = new Float32Array(n * 3);
  const v = new Vector3();
  mesh?.updateWorldMatrix(true, false);
  for (let i = 0; i < n; i++) {
    v.fromBufferAttribute(place, i);
    if (mesh) v.applyMatrix4(mesh.matrixWorld);
    position.set([v.x, -v.z, v.y], i * 3);
    v.fromBufferAttribute(facing, i);
    if (mesh) v.transformDirection(mesh.matrixWorld);
    normal.set([v.x, -v.z, v.y], i * 3);
    const { r, g, b } = colourOf(i);
    colour.set([r, g, b], i * 3);
  }
  const index = geometry.index
    ? Uint32Array.from(geometry.index.array)
    : Uint32Array.from({ length: n }, (_, i) => i);
  return { position, normal, colour, index };
};

const load = async (name: string): Promise<ModelArrays> => {
  const { scene } = await new GLTFLoader().loadAsync(`${import.meta.env.BASE_URL}models/${name}.glb`);
  let found: Mesh | null = null;
  scene.traverse((object) => {
    if ((object as Mesh).isMesh) found ??= object as Mesh;
  });
  if (!found) throw new Error(`${name}.glb holds no mesh`);
  const mesh = found as Mesh;
  const painted = mesh.geometry.getAttribute('color');
  const colour = new Color(1, 1, 1);
  const arrays = arraysOf(
    mesh.geometry,
    (i) => (painted ? colour.setRGB(painted.getX(i), painted.getY(i), painted.getZ(i)) : colour),
    mesh,
  );
  mesh.geometry.dispose();
  return arrays;
};

const known = new Map<string, Promise<ModelArrays>>();

/** The one mesh of a model. Rejects when the file cannot be had; the next call tries again. */
export const loadModel = (name: string): Promise<ModelArrays> => {
  const model = known.get(name) ?? load(name);
  known.set(name, model);
  model.catch(() => known.delete(name));
  return model;
};
