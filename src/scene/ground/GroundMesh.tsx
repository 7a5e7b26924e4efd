/** Roads, squares, lawns, pitches: one draped mesh. */
import { useMemo } from 'react';
import { BufferAttribute, BufferGeometry, Mesh } from 'three';
import type { GroundMesh as GroundArrays } from '../../geometry/ground-writer.ts';
import { plainGroundIndices } from '../../geometry/plain-indices.ts';
import { useSceneContext } from '../context.ts';
import { LAYER } from '../layers.ts';
import { withIndex } from '../plain-ways.ts';
import { usePlainWay } from '../use-plain-way.ts';
import { useDisposal } from '../use-disposal.ts';
import { createGroundMaterial } from './ground-material.ts';
import { createPlainGroundMaterial } from './plain-ground.ts';

const createGeometry = ({ positions, coordinates, kinds, indices }: GroundArrays): BufferGeometry => {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('coordinates', new BufferAttribute(coordinates, 4));
  geometry.setAttribute('kind', new BufferAttribute(kinds, 2));
  geometry.setIndex(new BufferAttribute(indices, 1));
  return geometry;
};

export const GroundMesh = ({ arrays }: { readonly arrays: GroundArrays }) => {
  const { light, quality } = useSceneContext();
  const mesh = useMemo(() => {
    const made = new Mesh(createGeometry(arrays), createGroundMaterial(light, quality));
    made.renderOrder = LAYER.ground;
    made.matrixAutoUpdate = false;
    made.raycast = () => undefined;
    return made;
  }, [arrays, light, quality]);
  useDisposal(mesh);
  usePlainWay(mesh, () => [
    {
      material: createPlainGroundMaterial(light),
      geometry: withIndex(mesh.geometry, new BufferAttribute(plainGroundIndices(arrays), 1)),
    },
  ]);
  return <primitive object={mesh} />;
};
