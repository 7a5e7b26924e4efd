import { describe, expect, it } from 'vitest';
import { fileOfBytes } from '../source-file.ts';
import { codes, keys, refusal } from './fixtures/expectations.ts';
import {
  BOX_INDICES,
  boxFile,
  boxPositions,
  createBin,
  glbOf,
  gltfJson,
  type Json,
} from './fixtures/small-gltf.ts';
import { readGltf } from './read-gltf.ts';

describe('what is wrong with a file', () => {
  it.each<[string, Uint8Array, string]>([
    ['empty', new Uint8Array(0), 'gltf.unknown'],
    ['no model', new TextEncoder().encode('hello'), 'gltf.unknown'],
    ['broken JSON', new TextEncoder().encode('{"asset":'), 'gltf.json'],
    ['no version', new TextEncoder().encode('{"asset":{}}'), 'gltf.asset'],
    ['glTF 1.0', new TextEncoder().encode('{"asset":{"version":"1.0"}}'), 'gltf.version'],
    ['glTF 1.0 without a version', new TextEncoder().encode('{"meshes":{"a":{}}}'), 'gltf.version'],
    [
      'binary glTF 1',
      Uint8Array.from([0x67, 0x6c, 0x54, 0x46, 1, 0, 0, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
      'gltf.version',
    ],
    ['a cut header', Uint8Array.from([0x67, 0x6c, 0x54, 0x46, 2, 0]), 'gltf.container'],
    ['no meshes', glbOf({ asset: { version: '2.0' } }, new Uint8Array(0)), 'gltf.noMesh'],
  ])('refuses %s', async (_name, bytes, code) => {
    const { problem } = await refusal(readGltf(fileOfBytes('a.glb', bytes)));
    expect(problem.code).toBe(code);
    expect(problem.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  const twoBoxes = (spoil: (json: Json) => void) => {
    const bin = createBin();
    const meshes = [0, 50].map((x) => ({
      primitives: [
        {
          attributes: { POSITION: bin.accessor(boxPositions([x, 0, 0], [10, 20, 5]), 'VEC3') },
          indices: bin.accessor(BOX_INDICES, 'SCALAR'),
        },
      ],
    }));
    const json = structuredClone(
      gltfJson(bin, {
        scenes: [{ nodes: [0, 1] }],
        nodes: [
          { mesh: 0, name: 'a' },
          { mesh: 1, name: 'b' },
        ],
        meshes,
      }),
    );
    spoil(json);
    return readGltf(fileOfBytes('two.glb', glbOf(json, bin.bytes())));
  };
  const list = (json: Json, key: string): Json[] => json[key] as Json[];
  const put = (json: Json, key: string, index: number, value: Json): void => {
    Object.assign(list(json, key)[index] ?? {}, value);
  };

  it.each<[string, (json: Json) => void, string, string[]]>([
    [
      'an accessor that claims more than its view',
      (json) => put(json, 'accessors', 2, { count: 30 }),
      'gltf.accessor',
      ['a'],
    ],
    [
      'an accessor that claims billions',
      (json) => put(json, 'accessors', 2, { count: 3e9 }),
      'gltf.accessor',
      ['a'],
    ],
    [
      'a view beyond its buffer',
      (json) => put(json, 'bufferViews', 2, { byteLength: 1e9 }),
      'gltf.view.beyond',
      ['a'],
    ],
    [
      'a view that does not exist',
      (json) => put(json, 'accessors', 2, { bufferView: 99 }),
      'gltf.reference',
      ['a'],
    ],
    [
      'no positions',
      (json) => put(json, 'meshes', 1, { primitives: [{ attributes: {} }] }),
      'gltf.positions',
      ['a'],
    ],
    [
      'an unknown component type',
      (json) => put(json, 'accessors', 2, { componentType: 7 }),
      'gltf.accessor',
      ['a'],
    ],
    [
      'indices beyond the vertices',
      (json) => put(json, 'accessors', 2, { count: 4 }),
      'gltf.triangle',
      ['a', 'b'],
    ],
    [
      'a node that does not exist',
      (json) => put(json, 'scenes', 0, { nodes: [0, 7, 1] }),
      'gltf.node',
      ['a', 'b'],
    ],
    ['a mesh that does not exist', (json) => put(json, 'nodes', 1, { mesh: 7 }), 'gltf.mesh', ['a']],
    ['a circle of nodes', (json) => put(json, 'nodes', 1, { children: [1] }), 'gltf.node.circle', ['a', 'b']],
    ['a node with two parents', (json) => put(json, 'nodes', 0, { children: [1] }), 'gltf.node.twice', ['a']],
    [
      'an unknown required extension',
      (json) => Object.assign(json, { extensionsRequired: ['XX_new'] }),
      'gltf.extension',
      ['a', 'b'],
    ],
    [
      'animation',
      (json) => Object.assign(json, { animations: [{}], skins: [{}] }),
      'gltf.animations',
      ['a', 'b'],
    ],
    [
      'instances without attributes',
      (json) => put(json, 'nodes', 1, { extensions: { EXT_mesh_gpu_instancing: {} } }),
      'gltf.instances',
      ['a'],
    ],
    [
      'damaged Draco',
      (json) =>
        put(json, 'meshes', 1, {
          primitives: [
            {
              attributes: { POSITION: 2 },
              extensions: { KHR_draco_mesh_compression: { bufferView: 0, attributes: { POSITION: 0 } } },
            },
          ],
        }),
      'gltf.draco',
      ['a'],
    ],
    [
      'damaged meshopt',
      (json) =>
        put(json, 'bufferViews', 2, {
          extensions: {
            EXT_meshopt_compression: {
              buffer: 0,
              byteLength: 40,
              byteStride: 12,
              count: 8,
              mode: 'ATTRIBUTES',
            },
          },
        }),
      'gltf.meshopt',
      ['a'],
    ],
  ])('tells %s and keeps the rest', async (_name, spoil, code, expected) => {
    const set = await twoBoxes(spoil);
    expect(codes(set)).toContain(code);
    expect(keys(set)).toEqual(expected);
  });

  it('does not follow nodes without end', async () => {
    const nodes = Array.from({ length: 3000 }, (_, i) => ({ children: [i + 1] }));
    const deep = await twoBoxes((json) => {
      list(json, 'nodes').push(
        ...nodes.map(({ children: [child = 0] }) => ({ children: [child + 2], name: 'n' })),
        { mesh: 1 },
      );
      put(json, 'scenes', 0, { nodes: [0, 2] });
    });
    expect(codes(deep)).toContain('gltf.node.deep');
    expect(keys(deep)).toEqual(['a']);
  });

  it('names the .bin that is missing, and finds it when it is there', async () => {
    const bin = createBin();
    const POSITION = bin.accessor(boxPositions([0, 0, 0], [10, 20, 5]), 'VEC3');
    const json = gltfJson(bin, {
      buffers: [{ byteLength: 96, uri: 'a%20b.bin' }],
      scenes: [{ nodes: [0] }],
      nodes: [{ mesh: 0, name: 'a' }],
      meshes: [{ primitives: [{ attributes: { POSITION }, indices: undefined, mode: 5 }] }],
    });
    const text = new TextEncoder().encode(JSON.stringify(json));
    const { problem } = await refusal(readGltf(fileOfBytes('a.gltf', text)));
    expect(problem.zh).toContain('a%20b.bin');
    const beside = new Map([['a b.bin', bin.bytes()]]);
    expect((await readGltf(fileOfBytes('a.gltf', text, beside))).format).toBe('gltf');
  });

  it('says when a file is cut off', async () => {
    const whole = glbOf({ asset: { version: '2.0' } }, new Uint8Array(100));
    const { problem } = await refusal(readGltf(fileOfBytes('a.glb', whole.subarray(0, 30))));
    expect(problem.code).toBe('gltf.container');
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort();
    await expect(readGltf(boxFile([{ mesh: 0 }]), { signal })).rejects.toThrow('aborted');
  });
});
