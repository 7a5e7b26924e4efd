/** Compound walls, lamps and parked cars: one mesh. */
import { useMemo } from 'react';
import type { FurnitureMesh } from '../../geometry/street-furniture.ts';
import { useSceneContext } from '../context.ts';
import { useDisposal } from '../use-disposal.ts';
import { createFurnitureMesh } from './furniture-mesh.ts';

export const Furniture = ({ arrays }: { readonly arrays: FurnitureMesh }) => {
  const { light, quality } = useSceneContext();
  const mesh = useMemo(() => createFurnitureMesh(arrays, light, quality), [arrays, light, quality]);
  useDisposal(mesh);
  return <primitive object={mesh} />;
};
