/** The land as one mesh. */
import { useEffect, useMemo } from 'react';
import { BufferAttribute, BufferGeometry, Mesh } from 'three';
import type { LandMap } from '../../geometry/land-map.ts';
import type { TerrainMesh as TerrainArrays } from '../../geometry/terrain-mesh.ts';
import { useSceneContext } from '../context.ts';
import { LAYER } from '../layers.ts';
import { usePlainWay } from '../use-plain-way.ts';
import { useDisposal } from '../use-disposal.ts';
import { landTexture } from './maps.ts';
import { createPlainTerrainMaterial } from './plain-ground.ts';
import { createTerrainMaterial } from './terrain-material.ts';

const createGeometry = ({ positions, normals, indices }: TerrainArrays): BufferGeometry => {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(positions, 3));
  geometry.setAttribute('normal', new BufferAttribute(normals, 4, true));
  geometry.setIndex(new BufferAttribute(indices, 1));
  return geometry;
};

interface TerrainProps {
  readonly arrays: TerrainArrays;
  readonly land: LandMap;
}

export const TerrainMesh = ({ arrays, land }: TerrainProps) => {
  const { light, quality } = useSceneContext();
  const texture = useMemo(() => landTexture(land), [land]);
  useEffect(() => () => texture.dispose(), [texture]);
  const mesh = useMemo(() => {
    const made = new Mesh(createGeometry(arrays), createTerrainMaterial(light, quality, land, texture));
    made.renderOrder = LAYER.terrain;
    made.matrixAutoUpdate = false;
    made.raycast = () => undefined;
    return made;
  }, [arrays, light, quality, land, texture]);
  useDisposal(mesh);
  usePlainWay(mesh, () => [{ material: createPlainTerrainMaterial(light, land, texture) }]);
  return <primitive object={mesh} />;
};
