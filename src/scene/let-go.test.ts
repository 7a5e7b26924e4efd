/** What is drawn holds no listener of a context that was lost. */
import {
  BoxGeometry,
  DataTexture,
  DirectionalLight,
  Group,
  InstancedMesh,
  Mesh,
  MeshBasicMaterial,
  ShaderMaterial,
  WebGLRenderTarget,
} from 'three';
import { expect, it } from 'vitest';
import { letGo } from './let-go.ts';

it('Geometries, materials, their textures, instances and shadow maps are all told to go, and stay what they are', () => {
  const told: string[] = [];
  const hears = (name: string, one: { addEventListener(type: 'dispose', heard: () => void): void }): void =>
    one.addEventListener('dispose', () => told.push(name));
  const [map, tone] = [new DataTexture(), new DataTexture()];
  const shaded = new ShaderMaterial({ uniforms: { uTone: { value: tone }, uStrength: { value: 1 } } });
  const mesh = new Mesh(new BoxGeometry(), [new MeshBasicMaterial({ map }), shaded]);
  const many = new InstancedMesh(new BoxGeometry(), new MeshBasicMaterial(), 2);
  many.customDepthMaterial = new MeshBasicMaterial();
  const sun = new DirectionalLight();
  sun.shadow.map = new WebGLRenderTarget(1, 1);
  hears('geometry', mesh.geometry);
  for (const material of mesh.material) hears(material.type, material);
  hears('map', map);
  hears('uniform', tone);
  hears('instances', many);
  hears('depth material', many.customDepthMaterial);
  hears('shadow map', sun.shadow.map);
  letGo(new Group().add(mesh, new Group().add(many), sun));
  expect(told.sort()).toEqual(
    [
      'geometry',
      'MeshBasicMaterial',
      'ShaderMaterial',
      'map',
      'uniform',
      'instances',
      'depth material',
      'shadow map',
    ].sort(),
  );
  expect(mesh.geometry.getAttribute('position').count).toBe(24);
  expect(shaded.uniforms['uTone']?.value).toBe(tone);
});
