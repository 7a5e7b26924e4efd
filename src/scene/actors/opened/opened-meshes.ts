/** The meshes of an opened building: its body, its solid homes and its empty ones. Made and disposed together. */
import { BufferAttribute, BufferGeometry, type Group, Mesh } from 'three';
import type { BoxMesh } from '../../../geometry/box-mesh.ts';
import { LAYER } from '../../layers.ts';
import type { LightUniforms } from '../../light/light-uniforms.ts';
import type { Quality } from '../../quality.ts';
import { createOpenedMaterials, createOpenedUniforms, type OpenedUniforms } from './opened-material.ts';
import type { OpenedModel } from './opened-model.ts';

export interface OpenedMeshes {
  readonly uniforms: OpenedUniforms;
  /** The pass that draws empty homes: left out when there are none. */
  readonly glass: Mesh;
  dispose(): void;
}

const geometryOf = ({ position, normal, owner, edge, index }: BoxMesh): BufferGeometry => {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(position, 3));
  geometry.setAttribute('normal', new BufferAttribute(normal, 3));
  geometry.setAttribute('owner', new BufferAttribute(owner, 4));
  geometry.setAttribute('edge', new BufferAttribute(edge, 4));
  geometry.setIndex(new BufferAttribute(index, 1));
  return geometry;
};

export const createOpenedMeshes = (
  model: OpenedModel,
  light: LightUniforms,
  quality: Quality,
  group: Group,
): OpenedMeshes => {
  const uniforms = createOpenedUniforms(model);
  const materials = createOpenedMaterials(uniforms, light, quality);
  const homes = geometryOf(model.homeMesh);
  const solid = new Mesh(homes, materials.solid);
  const body = new Mesh(geometryOf(model.bodyMesh), materials.solid);
  const glass = new Mesh(homes, materials.glass);
  const meshes = [body, solid, glass];
  for (const mesh of meshes) {
    mesh.position.set(...model.origin);
    mesh.frustumCulled = false;
    mesh.renderOrder = mesh === glass ? LAYER.glow : LAYER.opened;
    mesh.raycast = () => undefined;
    group.add(mesh);
  }
  for (const mesh of [body, solid]) {
    mesh.castShadow = true;
    mesh.customDepthMaterial = materials.depth;
  }
  return {
    uniforms,
    glass,
    dispose: () => {
      for (const mesh of meshes) {
        group.remove(mesh);
        mesh.geometry.dispose();
      }
      materials.dispose();
    },
  };
};
