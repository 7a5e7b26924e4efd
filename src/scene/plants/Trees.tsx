/** All trees: one instanced mesh a kind. */
import { useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import {
  BufferAttribute,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
  Mesh,
  Vector3,
} from 'three';
import { treeShape } from '../../geometry/tree-shapes.ts';
import { placeTrees, TREE_STRIDE, type TreeInput } from '../../geometry/trees-placement.ts';
import { useSceneContext } from '../context.ts';
import { LAYER } from '../layers.ts';
import { seasonOf } from './season.ts';
import { createTreeDepthMaterial, createTreeMaterial } from './tree-material.ts';

/** Sides of a crown: a software rasteriser pays for every vertex. */
const SEGMENTS = { low: 5, high: 14 } as const;

const createGeometry = (kind: number, rows: Float32Array, segments: number): InstancedBufferGeometry => {
  const shape = treeShape(kind, segments);
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(shape.positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(shape.normals, 3));
  geometry.setAttribute('leaf', new BufferAttribute(shape.leaf, 1));
  geometry.setIndex(new BufferAttribute(shape.indices, 1));
  const buffer = new InstancedInterleavedBuffer(rows, TREE_STRIDE);
  geometry.setAttribute('stand', new InterleavedBufferAttribute(buffer, 4, 0));
  geometry.setAttribute('growth', new InterleavedBufferAttribute(buffer, 4, 4));
  geometry.instanceCount = rows.length / TREE_STRIDE;
  return geometry;
};

interface TreesProps {
  readonly trees: readonly TreeInput[];
  readonly date: string;
  readonly visible: boolean;
}

export const Trees = ({ trees, date, visible }: TreesProps) => {
  const { terrain, light, quality, shadowsChanged } = useSceneContext();
  const invalidate = useThree((state) => state.invalidate);
  const season = useMemo(() => ({ value: new Vector3() }), []);
  const meshes = useMemo(
    () =>
      placeTrees(trees, terrain).flatMap((rows, kind) => {
        if (rows.length === 0) return [];
        const geometry = createGeometry(kind, rows, SEGMENTS[quality.level]);
        const mesh = new Mesh(geometry, createTreeMaterial(light, quality, kind, season));
        mesh.customDepthMaterial = createTreeDepthMaterial();
        mesh.castShadow = true;
        mesh.frustumCulled = false;
        mesh.renderOrder = LAYER.plants;
        mesh.matrixAutoUpdate = false;
        mesh.raycast = () => undefined;
        return [mesh];
      }),
    [trees, terrain, light, quality, season],
  );
  useEffect(
    () => () => {
      for (const mesh of meshes) {
        mesh.geometry.dispose();
        mesh.material.dispose();
        mesh.customDepthMaterial?.dispose();
      }
    },
    [meshes],
  );
  useEffect(() => {
    season.value.set(...seasonOf(date));
    invalidate();
  }, [season, date, invalidate]);
  // Trees that come or go change the shadows.
  useEffect(() => {
    if (meshes.length > 0) shadowsChanged();
  }, [meshes, visible, shadowsChanged]);
  return meshes.map((mesh) => <primitive key={mesh.uuid} object={mesh} visible={visible} />);
};
