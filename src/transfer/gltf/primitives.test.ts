import { describe, expect, it } from 'vitest';
import type { PlaceSet } from '../places/place-set.ts';
import { codes, extent, keys, only, refusal } from './fixtures/expectations.ts';
import { BOX_INDICES, boxPositions, createBin, glbFile, type Json } from './fixtures/small-gltf.ts';
import { readGltf } from './read-gltf.ts';

describe('primitives', () => {
  const square = Float32Array.from([0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 1]);
  const single = (
    primitive: Json,
    make: (bin: ReturnType<typeof createBin>) => Json = () => ({}),
    more: Json = {},
  ) => {
    const bin = createBin();
    const POSITION = bin.accessor(square, 'VEC3');
    const attributes = { POSITION, ...make(bin) };
    return glbFile(bin, {
      scenes: [{ nodes: [0] }],
      nodes: [{ mesh: 0, name: 'a' }],
      meshes: [{ primitives: [{ attributes, ...primitive }] }],
      ...more,
    });
  };
  const triangles = (set: PlaceSet): number[] => Array.from(only(set).mesh?.indices ?? []);

  it('unrolls strips and fans with one side up', async () => {
    expect(triangles(await readGltf(single({ mode: 5 })))).toEqual([0, 1, 2, 1, 3, 2]);
    expect(triangles(await readGltf(single({ mode: 6 })))).toEqual([0, 1, 2, 0, 2, 3]);
  });

  it('leaves out points and lines with a note, and says when nothing remains', async () => {
    const bin = createBin();
    const POSITION = bin.accessor(boxPositions([0, 0, 0], [1, 1, 1]), 'VEC3');
    const file = glbFile(bin, {
      scenes: [{ nodes: [0] }],
      nodes: [{ mesh: 0, name: 'a' }],
      meshes: [
        {
          primitives: [
            { attributes: { POSITION }, mode: 1 },
            { attributes: { POSITION }, mode: 5 },
          ],
        },
      ],
    });
    expect(codes(await readGltf(file))).toContain('gltf.mode');
    expect((await refusal(readGltf(single({ mode: 0 })))).problem.code).toBe('gltf.noMesh');
  });

  it('takes colours of material and vertices, as a screen has them', async () => {
    const materials = [{ alphaMode: 'BLEND', pbrMetallicRoughness: { baseColorFactor: [0.5, 1, 0, 0.5] } }];
    const plain = only(await readGltf(single({ mode: 5, material: 0 }, undefined, { materials })));
    expect(Array.from(plain.mesh?.colours?.slice(0, 4) ?? [])).toEqual([188, 255, 0, 128]);
    const tinted = await readGltf(
      single(
        { mode: 5, material: 0 },
        (bin) => ({
          COLOR_0: bin.accessor(
            Uint8Array.from([255, 0, 255, 255, 128, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0]),
            'VEC4',
            { normalized: true },
          ),
        }),
        { materials },
      ),
    );
    expect(Array.from(only(tinted).mesh?.colours ?? [])).toEqual([
      ...[188, 0, 0, 128, 137, 255, 0, 128, 188, 255, 0, 128, 0, 0, 0, 0],
    ]);
  });

  it('applies texture transforms as the extension’s own example means them', async () => {
    // The lower left quadrant, turned clockwise by a quarter.
    const placed = { offset: [0, 1], rotation: Math.PI / 2, scale: [0.5, 0.5] };
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(20)]);
    const uri = `data:image/png;base64,${btoa(String.fromCharCode(...png))}`;
    const set = await readGltf(
      single(
        { mode: 5, material: 0 },
        (bin) => ({ TEXCOORD_0: bin.accessor(Float32Array.from([0, 0, 1, 0, 0, 1, 1, 1]), 'VEC2') }),
        {
          materials: [
            {
              pbrMetallicRoughness: {
                baseColorTexture: { index: 0, extensions: { KHR_texture_transform: placed } },
              },
            },
          ],
          textures: [{ source: 1 }],
          images: [{ uri: 'unused.png' }, { uri, name: '墙' }],
        },
      ),
    );
    const { mesh } = only(set);
    Array.from(mesh?.textured?.uvs ?? []).forEach((value, i) => {
      expect(value).toBeCloseTo([0, 1, 0, 0.5, 0.5, 1, 0.5, 0.5][i] ?? 0, 6);
    });
    expect(Array.from(mesh?.textured?.textures ?? [])).toEqual([0, 0]);
    expect(set.textures.map(({ name, mime }) => [name, mime])).toEqual([['墙', 'image/png']]);
    expect(codes(set)).toContain('gltf.texture.unused');
  });

  it('keeps KTX2 as it is, and prefers what every browser shows', async () => {
    const ktx2 = Uint8Array.from([
      0xab,
      0x4b,
      0x54,
      0x58,
      0x20,
      0x32,
      0x30,
      0xbb,
      13,
      10,
      26,
      10,
      ...new Uint8Array(40),
    ]);
    const make = (texture: Json) =>
      single({ mode: 5, material: 0 }, (bin) => ({ TEXCOORD_0: bin.accessor(new Float32Array(8), 'VEC2') }), {
        materials: [{ pbrMetallicRoughness: { baseColorTexture: { index: 0 } } }],
        textures: [texture],
        images: [{ uri: `data:;base64,${btoa(String.fromCharCode(...ktx2))}` }, { uri: 'wall.png' }],
      });
    const extensions = { KHR_texture_basisu: { source: 0 } };
    const packed = await readGltf(make({ extensions }));
    expect(packed.textures).toEqual([{ name: 'image 0', mime: 'image/ktx2', bytes: ktx2 }]);
    expect(codes(packed)).toContain('gltf.texture.ktx2');
    expect(codes(await readGltf(make({ source: 1, extensions })))).toContain('gltf.texture.missing');
  });

  it('uses the mesh without a texture that is missing, and names it', async () => {
    const make = (uri: string) =>
      single({ mode: 5, material: 0 }, (bin) => ({ TEXCOORD_0: bin.accessor(new Float32Array(8), 'VEC2') }), {
        materials: [{ pbrMetallicRoughness: { baseColorTexture: { index: 0 } } }],
        textures: [{ source: 0 }],
        images: [{ uri }],
      });
    const set = await readGltf(make('textures/%E5%A2%99.jpg'));
    const problem = set.problems.find(({ code }) => code === 'gltf.texture.missing');
    expect(problem?.severity).toBe('warning');
    expect(problem?.zh).toContain('%E5%A2%99.jpg');
    expect(only(set).mesh?.textured).toBeNull();
    const outside = await readGltf(make('https://127.0.0.1/wall.png'));
    expect(outside.problems.find(({ code }) => code === 'gltf.texture.missing')?.en).toContain('not fetched');
  });
});

describe('instances', () => {
  const instanced = (
    count: number,
    more: Json = {},
    attributes: (bin: ReturnType<typeof createBin>) => Json = () => ({}),
  ) => {
    const bin = createBin();
    const POSITION = bin.accessor(boxPositions([0, 0, 0], [10, 20, 5]), 'VEC3');
    const indices = bin.accessor(BOX_INDICES, 'SCALAR');
    const places = Float32Array.from({ length: 3 * count }, (_, i) => (i % 3 === 0 ? (i / 3) * 20 : 0));
    const EXT_mesh_gpu_instancing = {
      attributes: { TRANSLATION: bin.accessor(places, 'VEC3'), ...attributes(bin) },
    };
    return glbFile(bin, {
      scenes: [{ nodes: [0] }],
      nodes: [{ mesh: 0, name: 'row', extensions: { EXT_mesh_gpu_instancing, ...more } }],
      meshes: [{ primitives: [{ attributes: { POSITION }, indices }] }],
    });
  };

  it('are expanded', async () => {
    const building = only(await readGltf(instanced(3)));
    expect(building.footprint).toHaveLength(3);
    expect(extent(building)).toEqual([0, 50, -5, 0, 0, 20]);
    expect(building.mesh?.surfaces).toHaveLength(36);
  });

  it('are objects of their own where they have features', async () => {
    const EXT_instance_features = { featureIds: [{ featureCount: 3, propertyTable: 0 }] };
    const set = await readGltf(instanced(3, { EXT_instance_features }));
    expect(keys(set)).toEqual(['row 0', 'row 1', 'row 2']);
  });

  it('are not made at all where they would take too much memory', async () => {
    const { problem } = await refusal(readGltf(instanced(2_000_000)));
    expect(problem.en).toContain('limit of');
  });
});

describe('a mesh that stands in many places', () => {
  it('stops at the limit of memory, and keeps what was read before', async () => {
    const bin = createBin();
    // A strip of sixty thousand triangles without any area, so that nothing but memory takes time.
    const POSITION = bin.accessor(new Float32Array(3 * 60_000), 'VEC3');
    const nodes = Array.from({ length: 100 }, (_, i) => ({
      mesh: 0,
      name: `${i}`,
      translation: [i * 50, 0, 0],
    }));
    const set = await readGltf(
      glbFile(bin, {
        scenes: [{ nodes: nodes.map((_, i) => i) }],
        nodes,
        meshes: [{ primitives: [{ attributes: { POSITION }, mode: 5 }] }],
      }),
    );
    const told = set.problems.filter(({ code }) => code === 'gltf.tooLarge');
    expect(told.length).toBeGreaterThan(0);
    expect(set.buildings.length).toBeGreaterThan(10);
    expect(set.buildings.length + told.length).toBe(100);
    expect(told[0]?.where).toMatch(/^nodes\[\d+\]$/);
  });
});
