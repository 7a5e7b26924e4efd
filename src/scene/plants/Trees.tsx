/** All trees of the landscape, dressed for the season. */
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import { Vector3 } from 'three';
import { useSceneContext } from '../context.ts';
import { usePlainWay } from '../use-plain-way.ts';
import { useDisposal } from '../use-disposal.ts';
import { seasonOf } from './season.ts';
import { createTreeMeshes } from './tree-meshes.ts';

interface TreesProps {
  /** Rows of `placeTrees`, kind by kind. */
  readonly rows: readonly Float32Array[];
  readonly date: string;
  readonly visible: boolean;
}

export const Trees = ({ rows, date, visible }: TreesProps) => {
  const { light, quality, shadowsChanged } = useSceneContext();
  const invalidate = useThree((state) => state.invalidate);
  const season = useMemo(() => ({ value: new Vector3() }), []);
  const planted = useMemo(
    () => createTreeMeshes(rows, light, quality, season),
    [rows, light, quality, season],
  );
  useDisposal(planted.meshes);
  usePlainWay(planted.meshes, planted.plainWays);
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
