import { Document, NodeIO } from '@gltf-transform/core';
import { ALL_EXTENSIONS } from '@gltf-transform/extensions';
import { draco, meshopt } from '@gltf-transform/functions';
import draco3d from 'draco3dgltf';
import fc from 'fast-check';
import { MeshoptEncoder } from 'meshoptimizer';
import { describe, expect, it } from 'vitest';
import { fileOfBytes } from '../source-file.ts';
import { b3dmOf } from '../tiles/fixtures/small-tiles.ts';
import { createTally, damaged, damages, edited, edits } from './fixtures/fuzz.ts';
import { BOX_INDICES, boxPositions, createBin, glbOf, gltfJson, type Json } from './fixtures/small-gltf.ts';
import { readGltf } from './read-gltf.ts';

/** Something of everything: two meshes, instances, features with a table, a sparse accessor, a texture, extras. */
const rich = (): { json: Json; bin: Uint8Array } => {
  const bin = createBin();
  const POSITION = bin.accessor(boxPositions([0, 0, 0], [10, 20, 5]), 'VEC3');
  const indices = bin.accessor(BOX_INDICES, 'SCALAR');
  const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(20)]);
  const attributes = {
    POSITION,
    TEXCOORD_0: bin.accessor(new Float32Array(16), 'VEC2'),
    COLOR_0: bin.accessor(new Uint8Array(32), 'VEC4', { normalized: true }),
    _FEATURE_ID_0: bin.accessor(Float32Array.from([0, 0, 0, 0, 1, 1, 1, 1]), 'SCALAR'),
  };
  const sparse = {
    count: 1,
    indices: { bufferView: bin.view(Uint8Array.from([2, 0])), componentType: 5121 },
    values: { bufferView: bin.view(new Uint8Array(12)) },
  };
  const patched = bin.accessor(boxPositions([40, 0, 0], [8, 8, 8]), 'VEC3', { sparse });
  const TRANSLATION = bin.accessor(Float32Array.from([0, 0, 0, 30, 0, 30]), 'VEC3');
  const properties = {
    name: {
      values: bin.view(Uint8Array.from([65, 66])),
      stringOffsets: bin.view(new Uint8Array(Uint32Array.from([0, 1, 2]).buffer)),
    },
    n: { values: bin.view(Uint8Array.from([1, 2])) },
  };
  const schema = {
    classes: {
      c: { properties: { name: { type: 'STRING' }, n: { type: 'SCALAR', componentType: 'UINT8' } } },
    },
  };
  const json = gltfJson(bin, {
    scenes: [{ nodes: [0], extras: { crs: 'EPSG:4547', origin: [1, 2, 3] } }],
    nodes: [
      { name: 'root', children: [1, 2, 3] },
      { name: 'a', mesh: 0, rotation: [0, 0, 0, 1], extras: { id: 'a1' } },
      { name: 'b', mesh: 1, matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 60, 0, 0, 1] },
      {
        name: 'c',
        mesh: 1,
        translation: [0, 0, 90],
        extensions: { EXT_mesh_gpu_instancing: { attributes: { TRANSLATION } } },
      },
    ],
    meshes: [
      {
        primitives: [
          {
            attributes,
            indices,
            material: 0,
            extensions: {
              EXT_mesh_features: { featureIds: [{ attribute: 0, propertyTable: 0, featureCount: 2 }] },
            },
          },
        ],
      },
      {
        primitives: [
          { attributes: { POSITION: patched }, indices, mode: 4 },
          { attributes: { POSITION }, mode: 5 },
        ],
      },
    ],
    materials: [{ pbrMetallicRoughness: { baseColorFactor: [1, 0, 0, 1], baseColorTexture: { index: 0 } } }],
    textures: [{ source: 0 }],
    images: [{ bufferView: bin.view(png), mimeType: 'image/png' }],
    extensions: {
      EXT_structural_metadata: { schema, propertyTables: [{ class: 'c', count: 2, properties }] },
    },
  });
  return { json, bin: bin.bytes() };
};

const packed = async (pack: (document: Document) => Promise<unknown>): Promise<Uint8Array> => {
  await MeshoptEncoder.ready;
  const io = new NodeIO().registerExtensions(ALL_EXTENSIONS).registerDependencies({
    'draco3d.encoder': await draco3d.createEncoderModule(),
    'meshopt.encoder': MeshoptEncoder,
  });
  const document = new Document();
  const buffer = document.createBuffer();
  const positions = document
    .createAccessor()
    .setType('VEC3')
    .setArray(boxPositions([0, 0, 0], [9, 9, 9]))
    .setBuffer(buffer);
  const indices = document.createAccessor().setType('SCALAR').setArray(BOX_INDICES.slice()).setBuffer(buffer);
  const primitive = document.createPrimitive().setAttribute('POSITION', positions).setIndices(indices);
  document
    .createScene()
    .addChild(document.createNode('a').setMesh(document.createMesh().addPrimitive(primitive)));
  await pack(document);
  return io.writeBinary(document);
};

describe('damaged models', () => {
  const { json, bin } = rich();
  it('are whole to begin with', async () => {
    const set = await readGltf(fileOfBytes('a.glb', glbOf(json, bin)));
    expect(set.buildings.length).toBeGreaterThan(3);
    expect(set.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each<[string, () => Promise<Uint8Array> | Uint8Array, number, number]>([
    ['glb', () => glbOf(json, bin), 1001, 700],
    ['draco', () => packed((document) => document.transform(draco())), 1002, 300],
    [
      'meshopt',
      () => packed((document) => document.transform(meshopt({ encoder: MeshoptEncoder }))),
      1003,
      300,
    ],
    [
      'b3dm',
      () => b3dmOf(glbOf(json, bin), { BATCH_LENGTH: 2, RTC_CENTER: [1, 2, 3] }, { id: ['a', 'b'] }),
      1004,
      300,
    ],
  ])('end well: bytes of a %s', async (name, make, seed, numRuns) => {
    const whole = await make();
    const { endsWell, tell } = createTally(name);
    await fc.assert(
      fc.asyncProperty(damages, (damage) =>
        endsWell(() => readGltf(fileOfBytes('a.glb', damaged(whole, damage)))),
      ),
      { seed, numRuns },
    );
    tell(seed);
  });

  it('end well: JSON', async () => {
    const { endsWell, tell, tally } = createTally('glTF JSON');
    const read = (changed: Json) => readGltf(fileOfBytes('a.glb', glbOf(changed, bin)));
    await fc.assert(
      fc.asyncProperty(edits, (all) => endsWell(() => read(edited(json, all)))),
      { seed: 1005, numRuns: 1300 },
    );
    tell(1005);
    // Without its list of meshes or buffers nothing is left; what is changed deeper down costs only itself.
    expect(tally.results).toBeGreaterThan(tally.refusals);
  });
});
