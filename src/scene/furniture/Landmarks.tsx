/** Gateways, pavilions, kiosks and the like: models that stand in the landscape, one mesh when all of them have come. */
import { useThree } from '@react-three/fiber';
import { useEffect, useState } from 'react';
import type { BufferGeometry, Mesh, ShaderMaterial } from 'three';
import { type LandmarkInput, landmarkMesh } from '../../geometry/landmarks.ts';
import { duringWork } from '../../state/busy.ts';
import { useSceneContext } from '../context.ts';
import { loadModel, type ModelArrays } from '../models/model-arrays.ts';
import { createFurnitureMesh } from './furniture-mesh.ts';

/** A model that cannot be had leaves its places empty; the rest stand. */
const loadAll = async (landmarks: readonly LandmarkInput[]): Promise<Map<string, ModelArrays>> => {
  const names = [...new Set(landmarks.map(({ model }) => model))];
  const models = await Promise.all(names.map((name) => loadModel(`building-${name}`).catch(() => null)));
  return new Map(names.flatMap((name, i) => (models[i] ? [[name, models[i]] as const] : [])));
};

export const Landmarks = ({ landmarks }: { readonly landmarks: readonly LandmarkInput[] }) => {
  const { terrain, light, quality, shadowsChanged } = useSceneContext();
  const invalidate = useThree((state) => state.invalidate);
  const [mesh, setMesh] = useState<Mesh<BufferGeometry, ShaderMaterial> | null>(null);
  useEffect(() => {
    let gone = false;
    let made: Mesh<BufferGeometry, ShaderMaterial> | null = null;
    void duringWork('symbols', async () => {
      const models = await loadAll(landmarks);
      if (gone || models.size === 0) return;
      made = createFurnitureMesh(landmarkMesh(landmarks, models, terrain.heightAt), light, quality);
      setMesh(made);
    });
    return () => {
      gone = true;
      setMesh(null);
      made?.geometry.dispose();
      made?.material.dispose();
    };
  }, [landmarks, terrain, light, quality]);
  useEffect(() => {
    if (mesh) shadowsChanged();
    invalidate();
  }, [mesh, shadowsChanged, invalidate]);
  return mesh && <primitive object={mesh} />;
};
