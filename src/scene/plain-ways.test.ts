import { BufferAttribute, BufferGeometry, Mesh, MeshBasicMaterial, PerspectiveCamera, Scene } from 'three';
import { expect, it } from 'vitest';
import { createPlainWays, withIndex } from './plain-ways.ts';

const drawn = () => {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(9), 3));
  const mesh = new Mesh(geometry, new MeshBasicMaterial());
  const plain = {
    material: new MeshBasicMaterial(),
    geometry: withIndex(geometry, new BufferAttribute(Uint16Array.of(0, 1, 2), 1)),
  };
  return { mesh, plain, full: { material: mesh.material, geometry } };
};
const wayOf = ({ material, geometry }: Mesh) => ({ material, geometry });

it('One switch draws all meshes plainly and in full again', () => {
  const ways = createPlainWays();
  const all = [drawn(), drawn()];
  for (const { mesh, plain } of all) ways.add(mesh, plain);
  ways.set(true);
  for (const { mesh, plain } of all) expect(wayOf(mesh)).toEqual(plain);
  ways.set(false);
  for (const { mesh, full } of all) expect(wayOf(mesh)).toEqual(full);
});

it('A mesh that comes while the picture moves is drawn plainly; one that is taken off is drawn in full', () => {
  const ways = createPlainWays();
  ways.set(true);
  const { mesh, plain, full } = drawn();
  const off = ways.add(mesh, plain);
  expect(mesh.material).toBe(plain.material);
  off();
  expect(wayOf(mesh)).toEqual(full);
  ways.set(false);
  ways.set(true);
  expect(mesh.material).toBe(full.material);
});

it('Plain shaders are translated without being drawn with', async () => {
  const ways = createPlainWays();
  const { mesh, plain, full } = drawn();
  ways.add(mesh, plain);
  const translated: unknown[] = [];
  await ways.translate(
    { compileAsync: async () => void translated.push(mesh.material) },
    new Scene(),
    new PerspectiveCamera(),
  );
  expect(translated).toEqual([plain.material]);
  expect(mesh.material).toBe(full.material);
});

it('The plain geometry shares the vertices of the full one', () => {
  const { full, plain } = drawn();
  expect(plain.geometry.getAttribute('position')).toBe(full.geometry.getAttribute('position'));
});

it('Both ways are gone through, and what was drawn is drawn again', () => {
  const ways = createPlainWays();
  const { mesh, plain, full } = drawn();
  ways.add(mesh, plain);
  const seen: unknown[] = [];
  ways.inBoth(() => seen.push(mesh.material));
  expect(seen).toEqual([full.material, plain.material]);
  expect(wayOf(mesh)).toEqual(full);
});
