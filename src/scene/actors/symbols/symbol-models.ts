/**
 * The coin of each facility kind, from its GLB, as plain arrays in local axes (x right, y away, z up) with its tip at the origin.
 * A kind whose file cannot be had is drawn as a plain coin in its colour.
 */
import { type BufferGeometry, Color, ConeGeometry, CylinderGeometry, type Mesh, Vector3 } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js';
import type { Facility } from '../../../domain/records/index.ts';
import { FACILITY_COLOURS } from './facility-colours.ts';

export interface SymbolModel {
  readonly position: Float32Array;
  readonly normal: Float32Array;
  /** Linear RGB, 0…1. */
  readonly colour: Float32Array;
  readonly index: Uint32Array;
}

type Kind = Facility['kind'];
const RADIUS = 1;
const CENTRE = 2.1;
const THICKNESS = 0.34;

/** Copies a geometry under a transform, turning glTF's y up into z up. */
const arraysOf = (
  geometry: BufferGeometry,
  colourOf: (vertex: number) => Color,
  mesh?: Mesh,
): SymbolModel => {
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

const plainCoin = (kind: Kind): SymbolModel => {
  const coin = new CylinderGeometry(RADIUS, RADIUS, THICKNESS, 40)
    .rotateX(Math.PI / 2)
    .translate(0, CENTRE, 0);
  const point = new ConeGeometry(0.42, CENTRE - RADIUS + 0.25, 16)
    .rotateX(Math.PI)
    .translate(0, (CENTRE - RADIUS + 0.25) / 2, 0);
  const merged = mergeGeometries([coin, point]);
  const colour = new Color(FACILITY_COLOURS[kind]);
  const model = arraysOf(merged, () => colour);
  for (const geometry of [coin, point, merged]) geometry.dispose();
  return model;
};

const loadCoin = async (loader: GLTFLoader, kind: Kind): Promise<SymbolModel> => {
  const { scene } = await loader.loadAsync(`${import.meta.env.BASE_URL}models/facility-${kind}.glb`);
  let found: Mesh | null = null;
  scene.traverse((object) => {
    if ((object as Mesh).isMesh) found ??= object as Mesh;
  });
  if (!found) throw new Error(`facility-${kind}.glb holds no mesh`);
  const mesh = found as Mesh;
  const painted = mesh.geometry.getAttribute('color');
  const colour = new Color();
  const plain = new Color(FACILITY_COLOURS[kind]);
  const model = arraysOf(
    mesh.geometry,
    (i) => (painted ? colour.setRGB(painted.getX(i), painted.getY(i), painted.getZ(i)) : plain),
    mesh,
  );
  mesh.geometry.dispose();
  return model;
};

const known = new Map<Kind, Promise<SymbolModel>>();

/** Every kind is fetched once a page. */
export const symbolModel = (kind: Kind): Promise<SymbolModel> => {
  const model = known.get(kind) ?? loadCoin(new GLTFLoader(), kind).catch(() => plainCoin(kind));
  known.set(kind, model);
  return model;
};
