/**
 * The meshes of all trees: the near ones as instances of a full crown, a kind each, the others as one mesh of a few triangles a tree,
 * which also throws the shadows. Which are near is asked anew when the eye has moved a part of that reach.
 */
import {
  BufferAttribute,
  BufferGeometry,
  DynamicDrawUsage,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBuffer,
  InterleavedBufferAttribute,
  Mesh,
  type ShaderMaterial,
  type Vector3,
  Vector4,
} from 'three';
import { type FarTrees, farTreeIndices, farTrees, treesWithin } from '../../geometry/far-trees.ts';
import {
  farTreeShape,
  modelTreeShape,
  type TreeShape,
  treeShape,
  treeShapeFromAbove,
} from '../../geometry/tree-shapes.ts';
import { TREE_STRIDE } from '../../geometry/trees-placement.ts';
import { duringWork } from '../../state/busy.ts';
import { LAYER } from '../layers.ts';
import type { LightUniforms } from '../light/light-uniforms.ts';
import { loadModel } from '../models/model-arrays.ts';
import { type Way, withIndex } from '../plain-ways.ts';
import type { Quality } from '../quality.ts';
import { createPlainTreeMaterial, createTreeDepthMaterial, createTreeMaterial } from './tree-material.ts';

/** Sides of a near crown, and how far trees count as near: a software rasteriser pays for every vertex. */
const NEAR_SEGMENTS = { low: 5, high: 14 } as const;
const FAR_SEGMENTS = 8;
const REACH_METRES = { low: 170, high: 500 } as const;
/** Files of `public/models` by kind. */
const TREE_MODELS = ['tree-broadleaf', 'tree-poplar', 'tree-conifer', 'shrub'] as const;
/** Share of the reach that the eye moves before the near trees are chosen anew. */
const STEP = 0.08;

const setRows = (geometry: BufferGeometry, buffer: InterleavedBuffer): void => {
  geometry.setAttribute('stand', new InterleavedBufferAttribute(buffer, 4, 0));
  geometry.setAttribute('growth', new InterleavedBufferAttribute(buffer, 4, 4));
};

const setShape = (geometry: BufferGeometry, shape: TreeShape): void => {
  geometry.setAttribute('position', new BufferAttribute(shape.positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(shape.normals, 3));
  geometry.setAttribute('leaf', new BufferAttribute(shape.leaf, 1));
  geometry.setIndex(new BufferAttribute(shape.indices, 1));
};

const nearGeometry = (kind: number, rows: Float32Array, segments: number) => {
  const geometry = new InstancedBufferGeometry();
  setShape(geometry, treeShape(kind, segments));
  const buffer = new InstancedInterleavedBuffer(new Float32Array(rows.length), TREE_STRIDE);
  buffer.setUsage(DynamicDrawUsage);
  setRows(geometry, buffer);
  geometry.instanceCount = 0;
  return { geometry, buffer };
};

const farGeometry = ({ positions, normals, leafAndKind, rows, indices }: FarTrees): BufferGeometry => {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(normals, 3));
  geometry.setAttribute('leafAndKind', new BufferAttribute(leafAndKind, 2));
  geometry.setIndex(new BufferAttribute(indices, 1));
  setRows(geometry, new InterleavedBuffer(rows, TREE_STRIDE));
  return geometry;
};

const plant = (geometry: BufferGeometry, material: ShaderMaterial): Mesh<BufferGeometry, ShaderMaterial> => {
  const mesh = new Mesh(geometry, material);
  // What is drawn stands where the shader puts it.
  mesh.frustumCulled = false;
  mesh.renderOrder = LAYER.plants;
  mesh.matrixAutoUpdate = false;
  mesh.raycast = () => undefined;
  return mesh;
};

/** The crowns of the models, in the place of the plain ones when they have come; without them those stay. */
const dressWithModels = async (
  near: readonly { kind: number; geometry: BufferGeometry }[],
): Promise<void> => {
  await Promise.all(
    near.map(async ({ kind, geometry }) => {
      const model = await loadModel(TREE_MODELS[kind] ?? 'shrub').catch(() => null);
      if (model) setShape(geometry, modelTreeShape(model));
    }),
  );
};

export interface TreeMeshes {
  readonly meshes: readonly Mesh<BufferGeometry, ShaderMaterial>[];
  /** Of every mesh, for a picture that moves on a slow machine. */
  plainWays(): readonly Partial<Way>[];
  /** Chooses the near trees for an eye at local metres, where it has moved enough. */
  look(eye: Vector3): void;
}

/** From the rows of `placeTrees`, kind by kind. */
export const createTreeMeshes = (
  rowsOfKinds: readonly Float32Array[],
  light: LightUniforms,
  quality: Quality,
  uSeason: { readonly value: unknown },
): TreeMeshes => {
  const reach = REACH_METRES[quality.level];
  const uNear = { value: new Vector4(0, 0, Number.MAX_SAFE_INTEGER, 0) };
  const uniforms = { uSeason, uNear };
  const near = rowsOfKinds.flatMap((rows, kind) => {
    if (rows.length === 0) return [];
    const { geometry, buffer } = nearGeometry(kind, rows, NEAR_SEGMENTS[quality.level]);
    const mesh = plant(geometry, createTreeMaterial(light, quality, kind, uniforms));
    return [{ kind, rows, geometry, buffer, mesh }];
  });
  if (quality.level === 'high') void duringWork('symbols', () => dressWithModels(near));
  const shapeOf = quality.level === 'low' ? farTreeShape : (kind: number) => treeShape(kind, FAR_SEGMENTS);
  const far = plant(
    farGeometry(farTrees(rowsOfKinds, shapeOf)),
    createTreeMaterial(light, quality, 'far', uniforms),
  );
  far.customDepthMaterial = createTreeDepthMaterial();
  far.castShadow = true;

  const meshes = [...near.map(({ mesh }) => mesh), far];
  return {
    meshes,
    plainWays: () => [
      ...near.map(({ kind }) => ({ material: createPlainTreeMaterial(light, kind, uniforms) })),
      {
        material: createPlainTreeMaterial(light, 'far', uniforms),
        geometry: withIndex(
          far.geometry,
          new BufferAttribute(
            farTreeIndices(rowsOfKinds, (kind) => treeShapeFromAbove(shapeOf(kind))),
            1,
          ),
        ),
      },
    ],
    look: ({ x, y, z }) => {
      const chosen = uNear.value;
      if (chosen.w > 0 && Math.hypot(chosen.x - x, chosen.y - y, chosen.z - z) < reach * STEP) return;
      chosen.set(x, y, z, reach);
      for (const { rows, geometry, buffer, mesh } of near) {
        const before = geometry.instanceCount;
        geometry.instanceCount = treesWithin(rows, [x, y, z], reach, buffer.array as Float32Array);
        mesh.visible = geometry.instanceCount > 0;
        if (before === 0 && geometry.instanceCount === 0) continue;
        buffer.clearUpdateRanges();
        buffer.addUpdateRange(0, geometry.instanceCount * TREE_STRIDE);
        buffer.needsUpdate = true;
      }
    },
  };
};
