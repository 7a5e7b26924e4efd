/** All trees of the landscape, dressed for the season. */
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Vector3 } from 'three';
import { placeTrees, type TreeInput } from '../../geometry/trees-placement.ts';
import { useSceneContext } from '../context.ts';
import { seasonOf } from './season.ts';
import { createTreeMeshes } from './tree-meshes.ts';

interface TreesProps {
  readonly trees: readonly TreeInput[];
  readonly date: string;
  readonly visible: boolean;
}

export const Trees = ({ trees, date, visible }: TreesProps) => {
  const { terrain, light, quality, shadowsChanged } = useSceneContext();
  const invalidate = useThree((state) => state.invalidate);
  const season = useMemo(() => ({ value: new Vector3() }), []);
  const planted = useMemo(
    () => createTreeMeshes(placeTrees(trees, terrain), light, quality, season),
    [trees, terrain, light, quality, season],
  );
  useEffect(() => () => planted.dispose(), [planted]);
  useEffect(() => {
    season.value.set(...seasonOf(date));
    invalidate();
  }, [season, date, invalidate]);
  // Trees that come or go change the shadows.
  useEffect(() => {
    if (planted.meshes.length > 0) shadowsChanged();
  }, [planted, visible, shadowsChanged]);
  // After the frame's keeper has put the eye where it is.
  useFrame(() => planted.look(light.uEye.value), -1);
  return (
    <group visible={visible}>
      {planted.meshes.map((mesh) => (
        <primitive key={mesh.uuid} object={mesh} />
      ))}
    </group>
  );
};
