/** What all lights on the ground and around houses share: borders, discs, halos, walls, pulses. */
import { type BufferGeometry, DoubleSide, Mesh, type ShaderMaterial } from 'three';
import { LAYER } from '../layers.ts';

/** Of a material: seen from both sides, hiding nothing behind it, in the very colour that it says. */
export const GLOW = { transparent: true, depthWrite: false, toneMapped: false, side: DoubleSide } as const;

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
