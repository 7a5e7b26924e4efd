/** What all lights on the ground and around houses share: borders, discs, halos, walls, pulses. */
import {
  BufferAttribute,
  BufferGeometry,
  type Color,
  DoubleSide,
  type IUniform,
  Mesh,
  type ShaderMaterial,
  Vector2,
} from 'three';
import { LAYER } from '../layers.ts';

/** Of a material: seen from both sides, hiding nothing behind it, in the very colour that it says. */
export const GLOW = { transparent: true, depthWrite: false, toneMapped: false, side: DoubleSide } as const;

/** Canvas height in CSS pixels, and tan of half the field of view; whoever draws sets both. */
export const createLens = (): IUniform<Vector2> => ({ value: new Vector2(800, 0.34) });

/** Numbers a corner, where it is not one. */
const SIZES: Readonly<Record<string, number>> = { position: 3, across: 2, radial: 2 };

interface GlowArrays {
  readonly [corner: string]: Float32Array | Uint32Array;
  readonly index: Uint32Array;
}

/** Arrays out of `geometry/` as attributes of the same names; `index` is the index. */
export const glowGeometry = ({ index, ...corners }: GlowArrays): BufferGeometry => {
  const geometry = new BufferGeometry();
  for (const [name, values] of Object.entries(corners))
    geometry.setAttribute(name, new BufferAttribute(values, SIZES[name] ?? 1));
  return geometry.setIndex(new BufferAttribute(index, 1));
};

/** `paint`: at every corner the colour of its owner. */
export const paintOwners = (
  geometry: BufferGeometry,
  owner: Float32Array,
  colours: readonly Color[],
): BufferGeometry => {
  const paint = new Float32Array(owner.length * 3);
  owner.forEach((of, v) => colours[of]?.toArray(paint, v * 3));
  return geometry.setAttribute('paint', new BufferAttribute(paint, 3));
};

/** One mesh over the whole community, so never out of sight; rays are the picker's. Disposing of what it is made of is the caller's. */
export const glowMesh = (
  geometry: BufferGeometry,
  material: ShaderMaterial,
  order: number = LAYER.glow,
): Mesh<BufferGeometry, ShaderMaterial> => {
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  mesh.renderOrder = order;
  mesh.raycast = () => undefined;
  return mesh;
};
