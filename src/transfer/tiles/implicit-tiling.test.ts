import { describe, expect, it } from 'vitest';
import { glbOf } from '../gltf/fixtures/small-gltf.ts';
import { Problems } from '../problem.ts';
import { Collector } from './collector.ts';
import { readTiling, walkImplicit } from './implicit-tiling.ts';
import { subtreeOf, tilesetFile } from './fixtures/small-tiles.ts';
import { readTileset } from './read-tileset.ts';
import { mortonToCell, nodesAbove } from './subtree.ts';

type Json = Record<string, unknown>;
const glb = glbOf({ asset: { version: '2.0' } }, new Uint8Array(4));
const tileset = (implicitTiling: Json, content: string): Json => ({
  asset: { version: '1.1' },
  geometricError: 10,
  root: {
    boundingVolume: { sphere: [0, 0, 0, 9] },
    geometricError: 9,
    content: { uri: content },
    implicitTiling,
  },
});
const quadtree = (availableLevels: number, uri = 's/{level}.{x}.{y}.subtree'): Json => ({
  subdivisionScheme: 'QUADTREE',
  subtreeLevels: 2,
  availableLevels,
  subtrees: { uri },
});
const bitsOf = (bits: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(Math.ceil(bits.length / 8));
  bits.forEach((bit, i) => {
    bytes[i >> 3] = (bytes[i >> 3] ?? 0) | (bit << (i & 7));
  });
  return bytes;
};

describe('Morton order', () => {
  it('is that of the specification', () => {
    expect([0, 1, 2, 3, 4, 12].map((i) => mortonToCell(i, 4))).toEqual([
      [0, 0, 0],
      [1, 0, 0],
      [0, 1, 0],
      [1, 1, 0],
      [2, 0, 0],
      [2, 2, 0],
    ]);
    expect(mortonToCell(7, 8)).toEqual([1, 1, 1]);
    expect(mortonToCell(8 ** 12 - 1, 8)).toEqual([4095, 4095, 4095]);
    expect([nodesAbove(4, 3), nodesAbove(8, 2)]).toEqual([21, 9]);
  });
});

describe('implicit tiling', () => {
  it('counts tiles and contents by their bits, over two levels of subtrees', async () => {
    // Root and its children 0 and 3; the root has no content; a child subtree below node 3's corner.
    const tileBits = bitsOf([1, 1, 0, 0, 1]);
    const contentBits = bitsOf([0, 1, 0, 0, 1]);
    const childBits = bitsOf(Array.from({ length: 16 }, (_, i) => (i === 15 ? 1 : 0)));
    const root = subtreeOf(
      {
        buffers: [{ byteLength: 8 }],
        bufferViews: [
          { buffer: 0, byteOffset: 0, byteLength: 1 },
          { buffer: 0, byteOffset: 1, byteLength: 1 },
          { buffer: 0, byteOffset: 2, byteLength: 2 },
        ],
        tileAvailability: { bitstream: 0 },
        contentAvailability: [{ bitstream: 1 }],
        childSubtreeAvailability: { bufferView: 2 },
      },
      Uint8Array.from([...tileBits, ...contentBits, ...childBits]),
    );
    const below = {
      tileAvailability: { constant: 1 },
      contentAvailability: { constant: 0 },
      childSubtreeAvailability: { constant: 0 },
    };
    const files = { 's/0.0.0.subtree': root, 's/2.3.3.subtree': below, 'c/1/0/0.glb': glb };
    const info = await readTileset(tilesetFile(tileset(quadtree(4), 'c/{level}/{x}/{y}.glb'), files));
    expect([info.tiles, info.deepest, info.subtrees, info.implicitTilings]).toEqual([3 + 5, 3, 2, 1]);
    expect([info.contents.glb, info.missing]).toEqual([1, ['c/1/1/1.glb']]);
  });

  it.each<[string, Uint8Array | Json, string]>([
    ['is no subtree', new Uint8Array(40), 'tiles.subtree.damaged'],
    [
      'claims more JSON than it has',
      Uint8Array.from(subtreeOf({}, new Uint8Array(8)), (byte, i) => (i === 12 ? 0xff : byte)),
      'tiles.subtree.damaged',
    ],
    [
      'has not all bits',
      {
        buffers: [{ byteLength: 0 }],
        bufferViews: [{ buffer: 0, byteOffset: 0 }],
        tileAvailability: { bitstream: 0 },
        childSubtreeAvailability: { constant: 0 },
      },
      'tiles.subtree.damaged',
    ],
    [
      'leads out',
      {
        buffers: [{ uri: '../../x.bin' }],
        bufferViews: [{ buffer: 0 }],
        tileAvailability: { bitstream: 0 },
        childSubtreeAvailability: { constant: 0 },
      },
      'tiles.uri.above',
    ],
  ])('tells a subtree that %s', async (_name, subtree, code) => {
    const info = await readTileset(
      tilesetFile(tileset(quadtree(2), 'c.glb'), { 's/0.0.0.subtree': subtree, 'c.glb': glb }),
    );
    expect(info.problems.map((problem) => problem.code)).toContain(code);
  });

  it('ends where every tile and subtree claims to be there, or leads on without end', async () => {
    const all = {
      tileAvailability: { constant: 1 },
      contentAvailability: { constant: 0 },
      childSubtreeAvailability: { constant: 1 },
    };
    const walk = async (subtree: Json) => {
      const problems = new Problems();
      const file = tilesetFile({}, { 's.json': subtree });
      const collector = new Collector(file, problems, async () => undefined);
      const tiling = readTiling(quadtree(40, 's.json'), ['c.glb']) ?? expect.unreachable();
      return walkImplicit({ tiling, collector, problems, base: '', where: 'root', most: 5000 });
    };
    const { tiles, subtrees } = await walk(all);
    // The last subtree may bring one more set of its five tiles.
    expect(tiles + subtrees).toBeGreaterThanOrEqual(5000);
    expect(tiles + subtrees).toBeLessThan(5006);
    expect(await walk({ ...all, tileAvailability: { constant: 0 } })).toEqual({
      tiles: 0,
      deepest: 0,
      subtrees: 5000,
    });
  });
});
