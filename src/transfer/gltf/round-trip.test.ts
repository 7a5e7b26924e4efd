/** What @gltf-transform writes, packed in every way, reads as the plain file does; the real files read as @gltf-transform reads them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, type Node, NodeIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS } from '@gltf-transform/extensions';
import { dedup, draco, instance, meshopt, quantize } from '@gltf-transform/functions';
import draco3d from 'draco3dgltf';
import { MeshoptDecoder, MeshoptEncoder } from 'meshoptimizer';
import { describe, expect, it } from 'vitest';
import type { PlaceSet } from '../places/place-set.ts';
import { fileOfBytes } from '../source-file.ts';
import { codes, extent, keys, volume } from './fixtures/expectations.ts';
import { BOX_INDICES, boxPositions } from './fixtures/small-gltf.ts';
import { readGltf } from './read-gltf.ts';

const createIo = async (): Promise<NodeIO> => {
  await MeshoptEncoder.ready;
  return new NodeIO().registerExtensions(ALL_EXTENSIONS).registerDependencies({
    'draco3d.encoder': await draco3d.createEncoderModule(),
    'draco3d.decoder': await draco3d.createDecoderModule(),
    'meshopt.encoder': MeshoptEncoder,
    'meshopt.decoder': MeshoptDecoder,
  });
};

/** Houses in a row, of one mesh; every second one turned. */
const createRow = (count: number): Document => {
  const document = new Document();
  const buffer = document.createBuffer();
  const accessor = (
    type: 'VEC2' | 'VEC3' | 'SCALAR',
    array: Float32Array<ArrayBuffer> | Uint16Array<ArrayBuffer>,
  ) => document.createAccessor().setType(type).setArray(array).setBuffer(buffer);
  const positions = boxPositions([0, 0, 0], [12, 18, 9]);
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(20)]);
  const texture = document.createTexture('wall').setMimeType('image/png').setImage(png);
  const primitive = document
    .createPrimitive()
    .setAttribute('POSITION', accessor('VEC3', positions))
    .setAttribute(
      'TEXCOORD_0',
      accessor(
        'VEC2',
        Float32Array.from({ length: 16 }, (_, i) => (i % 5) / 4),
      ),
    )
    .setIndices(accessor('SCALAR', BOX_INDICES))
    .setMaterial(
      document.createMaterial().setBaseColorFactor([0.8, 0.4, 0.2, 1]).setBaseColorTexture(texture),
    );
  const mesh = document.createMesh('house').addPrimitive(primitive);
  const scene = document.createScene();
  for (let i = 0; i < count; i++)
    scene.addChild(
      document
        .createNode(`${i + 1}号楼`)
        .setMesh(mesh)
        .setTranslation([i * 40, i, 0])
        .setRotation(i % 2 === 0 ? [0, 0, 0, 1] : [0, Math.SQRT1_2, 0, Math.SQRT1_2]),
    );
  return document;
};

const read = (bytes: Uint8Array): Promise<PlaceSet> => readGltf(fileOfBytes('row.glb', bytes));

describe('packed models', () => {
  it.each<[string, (document: Document) => Promise<unknown>, number]>([
    ['quantised', (document) => document.transform(quantize({ quantizePosition: 14 })), 0.01],
    ['Draco', (document) => document.transform(draco({ quantizePosition: 14 })), 0.01],
    [
      'meshopt',
      (document) =>
        document.transform(meshopt({ encoder: MeshoptEncoder, level: 'high', quantizePosition: 14 })),
      0.02,
    ],
  ])('%s read as the plain one', async (_name, pack, tolerance) => {
    const io = await createIo();
    const plain = await read(await io.writeBinary(createRow(3)));
    const document = createRow(3);
    await pack(document);
    const packed = await read(await io.writeBinary(document));
    expect(packed.problems).toEqual(plain.problems);
    expect(keys(packed)).toEqual(['1号楼', '2号楼', '3号楼']);
    plain.buildings.forEach((building, i) => {
      const other = packed.buildings[i] ?? building;
      expect(other.mesh?.surfaces).toHaveLength(12);
      extent(other).forEach((value, k) => {
        expect(Math.abs(value - (extent(building)[k] ?? Number.NaN))).toBeLessThan(tolerance);
      });
      expect(volume(other) / volume(building)).toBeCloseTo(1, 2);
      expect(other.mesh?.colours).toEqual(building.mesh?.colours?.slice(0, other.mesh?.colours?.length));
      expect(other.mesh?.textured?.textures).toEqual(building.mesh?.textured?.textures);
      const range = (uvs: Float32Array | undefined) => [Math.min(...(uvs ?? [])), Math.max(...(uvs ?? []))];
      const [low = 1, high = 0] = range(other.mesh?.textured?.uvs);
      expect(low).toBeCloseTo(0, 2);
      expect(high).toBeCloseTo(1, 2);
    });
    expect(packed.textures).toHaveLength(1);
  });

  it('instanced ones have the triangles of all', async () => {
    const io = await createIo();
    const document = createRow(6);
    await document.transform(dedup(), instance({ min: 2 }));
    const set = await read(await io.writeBinary(document));
    expect(set.counts['instanced']).toBe(1);
    expect(set.counts['triangles']).toBe(72);
    expect(set.buildings[0]?.footprint).toHaveLength(6);
  });

  it('with every file beside the .gltf read as the .glb', async () => {
    const io = await createIo();
    const { json, resources } = await io.writeJSON(createRow(2));
    const beside = new Map(Object.entries(resources));
    const gltf = await readGltf(
      fileOfBytes('row.gltf', new TextEncoder().encode(JSON.stringify(json)), beside),
    );
    const glb = await read(await io.writeBinary(createRow(2)));
    expect(beside.size).toBe(2);
    expect(gltf.buildings).toEqual(glb.buildings);
    expect(gltf.textures.map(({ bytes }) => bytes.length)).toEqual(
      glb.textures.map(({ bytes }) => bytes.length),
    );
  });
});

const models = join(import.meta.dirname, '../../../../shared/data/models');
const folders = ['kenney', '3dtiles_1.1_MetadataGranularities'].map((name) => join(models, name));
const files = folders
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
  .filter((path) => path.endsWith('.glb'));
if (files.length === 0) console.log('skipped: shared/data/models is not here');

describe.skipIf(files.length === 0)('real models', () => {
  it('are all there', () => {
    expect(files).toHaveLength(5 + 20);
  });

  it('names the texture that is not beside it', async () => {
    const path = files.find((file) => file.includes('garage')) ?? '';
    const set = await readGltf(fileOfBytes('garage.glb', new Uint8Array(readFileSync(path))));
    const problem = set.problems.find(({ code }) => code === 'gltf.texture.missing');
    expect(problem?.en).toContain('“Textures/colormap.png” is missing');
    expect([set.textures, set.buildings[0]?.mesh?.textured]).toEqual([[], null]);
  });

  it.each(files)('%s reads as the other library reads it', async (path) => {
    const bytes = new Uint8Array(readFileSync(path));
    const beside = new Map<string, Uint8Array>();
    const colours = join(models, 'kenney/Textures/colormap.png');
    if (path.includes('kenney')) beside.set('Textures/colormap.png', new Uint8Array(readFileSync(colours)));
    const set = await readGltf(fileOfBytes(path.split('/').at(-1) ?? '', bytes, beside));
    expect(codes(set)).toEqual(['gltf.oneObject']);
    const document = await (await createIo()).read(path);
    const expected = [Infinity, -Infinity, Infinity, -Infinity, Infinity, -Infinity];
    let triangles = 0;
    document
      .getRoot()
      .listScenes()[0]
      ?.traverse((node: Node) => {
        for (const primitive of node.getMesh()?.listPrimitives() ?? []) {
          const positions = primitive.getAttribute('POSITION');
          triangles += (primitive.getIndices()?.getCount() ?? 0) / 3;
          for (let i = 0; i < (positions?.getCount() ?? 0); i++) {
            const [x = 0, y = 0, z = 0] = positions?.getElement(i, []) ?? [];
            const m = node.getWorldMatrix();
            const at = (k: 0 | 1 | 2): number =>
              m[k] * x + (m[k + 4] ?? 0) * y + (m[k + 8] ?? 0) * z + (m[k + 12] ?? 0);
            [at(0), -at(2), at(1)].forEach((value, k) => {
              expected[2 * k] = Math.min(expected[2 * k] ?? 0, value);
              expected[2 * k + 1] = Math.max(expected[2 * k + 1] ?? 0, value);
            });
          }
        }
      });
    expect(set.counts['triangles']).toBe(triangles);
    const [building] = set.buildings;
    expect(building?.footprint).toHaveLength(1);
    if (building)
      extent(building).forEach((value, k) => {
        expect(value).toBeCloseTo(expected[k] ?? Number.NaN, 5);
      });
    expect(set.textures).toHaveLength(document.getRoot().listTextures().length);
  });
});
