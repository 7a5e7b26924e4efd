/** Compound walls, lamps and parked cars: one mesh. */
import { useMemo } from 'react';
import type { FurnitureMesh } from '../../geometry/street-furniture.ts';
import { useSceneContext } from '../context.ts';
import { useDisposal } from '../use-disposal.ts';
import { createFurnitureMesh } from './furniture-mesh.ts';

/** Its name in the scene: whoever must draw fast leaves it out. */
export const STREET_FURNITURE = 'street furniture';

export const Furniture = ({ arrays }: { readonly arrays: FurnitureMesh }) => {
  const { light, quality } = useSceneContext();
  const mesh = useMemo(() => {
    const made = createFurnitureMesh(arrays, light, quality);
    made.name = STREET_FURNITURE;
    return made;
  }, [arrays, light, quality]);
  useDisposal(mesh);
  return <primitive object={mesh} />;
};
