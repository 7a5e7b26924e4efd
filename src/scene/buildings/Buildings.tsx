/** All buildings: a mesh a chunk, made when the places change and disposed with them. */
import { useMemo } from 'react';
import {
  Box3,
  BufferAttribute,
  BufferGeometry,
  CustomBlending,
  InterleavedBuffer,
  InterleavedBufferAttribute,
  type Material,
  Mesh,
  NormalBlending,
  Sphere,
  Vector3,
} from 'three';
import { type BuildingChunk, type BuildingMeshes, VERTEX_WORDS } from '../../geometry/building-chunks.ts';
import { plainBuildingIndices } from '../../geometry/plain-indices.ts';
import type { LightUniforms } from '../light/light-uniforms.ts';
import { LAYER } from '../layers.ts';
import type { Quality } from '../quality.ts';
import { withIndex } from '../plain-ways.ts';
import { usePlainWay } from '../use-plain-way.ts';
import { useDisposal } from '../use-disposal.ts';
import {
  createBuildingDepthMaterial,
  createBuildingMaterial,
  createPlainBuildingMaterial,
} from './building-material.ts';
import type { BuildingState } from './building-state.ts';

const QUANTA = 65_535;

/** Blending costs software drawing a reading of every pixel: only while there are ghosts. Their walls lie in those of the photograph. */
const setGhostly = (material: Material, haunted: boolean): void => {
  material.blending = haunted ? CustomBlending : NormalBlending;
  material.polygonOffset = haunted;
  material.polygonOffsetFactor = -2;
  material.polygonOffsetUnits = -8;
};

const createMesh = (
  chunk: BuildingChunk,
  state: BuildingState,
  light: LightUniforms,
  quality: Quality,
): Mesh => {
  const geometry = new BufferGeometry();
  const buffer = new InterleavedBuffer(chunk.vertices, VERTEX_WORDS);
  geometry.setAttribute('place', new InterleavedBufferAttribute(buffer, 4, 0));
  geometry.setAttribute('wall', new InterleavedBufferAttribute(buffer, 4, 4));
  geometry.setIndex(new BufferAttribute(chunk.indices, 1));
  const low = new Vector3(...chunk.origin);
  const high = low.clone().add(new Vector3(...chunk.scale).multiplyScalar(QUANTA));
  geometry.boundingBox = new Box3(low, high);
  geometry.boundingSphere = geometry.boundingBox.getBoundingSphere(new Sphere());
  const mesh = new Mesh(geometry, createBuildingMaterial(chunk, state, light, quality));
  mesh.customDepthMaterial = createBuildingDepthMaterial(chunk, state);
  mesh.castShadow = true;
  mesh.renderOrder = LAYER.buildings;
  mesh.onBeforeRender = () => setGhostly(mesh.material as Material, state.haunted);
  mesh.matrixAutoUpdate = false;
  // Picking asks the prism picker; three's own ray test would decode nothing useful here.
  mesh.raycast = () => undefined;
  return mesh;
};

interface BuildingsProps {
  readonly meshes: BuildingMeshes;
  readonly state: BuildingState;
  readonly light: LightUniforms;
  readonly quality: Quality;
}

export const Buildings = ({ meshes, state, light, quality }: BuildingsProps) => {
  const objects = useMemo(
    () => meshes.chunks.map((chunk) => createMesh(chunk, state, light, quality)),
    [meshes, state, light, quality],
  );
  useDisposal(objects);
  usePlainWay(objects, () =>
    meshes.chunks.map((chunk, at) => ({
      material: createPlainBuildingMaterial(chunk, state, light),
      geometry: withIndex(
        (objects[at] as Mesh).geometry,
        new BufferAttribute(plainBuildingIndices(chunk), 1),
      ),
    })),
  );
  return objects.map((object) => <primitive key={object.uuid} object={object} />);
};
