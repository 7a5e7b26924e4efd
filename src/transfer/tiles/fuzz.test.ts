import fc from 'fast-check';
import { describe, it } from 'vitest';
import { createTally, damaged, damages, edited, edits } from '../gltf/fixtures/fuzz.ts';
import { glbOf } from '../gltf/fixtures/small-gltf.ts';
import { readB3dm } from './b3dm.ts';
import { b3dmOf, cmptOf, subtreeOf, tilesetFile } from './fixtures/small-tiles.ts';
import { readTileset } from './read-tileset.ts';

type Json = Record<string, unknown>;
const glb = glbOf(
  { asset: { version: '2.0' }, extensionsUsed: ['EXT_structural_metadata'] },
  new Uint8Array(4),
);
const box = { box: [0, 0, 0, 10, 0, 0, 0, 10, 0, 0, 0, 10] };
const tile = (more: Json): Json => ({ boundingVolume: box, geometricError: 1, ...more });
const json: Json = {
  asset: { version: '1.1', tilesetVersion: '3' },
  geometricError: 100,
  schema: { classes: { a: { name: 'A', properties: { b: { type: 'STRING' } } } } },
  extensionsUsed: ['3DTILES_content_gltf'],
  root: {
    ...tile({}),
    transform: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 4_000_000, 3_000_000, 4_000_000, 1],
    children: [
      tile({ content: { uri: 'a.glb' } }),
      tile({ contents: [{ uri: 'b.b3dm' }, { url: 'c.cmpt' }] }),
      tile({ boundingVolume: { sphere: [0, 0, 0, 5] }, content: { uri: 'sub/t.json' } }),
      tile({
        boundingVolume: { region: [0, 0, 0.01, 0.01, 0, 10] },
        content: { uri: '{level}.glb' },
        implicitTiling: {
          subdivisionScheme: 'QUADTREE',
          subtreeLevels: 2,
          availableLevels: 4,
          subtrees: { uri: 's.subtree' },
        },
      }),
    ],
  },
};
const subtree = {
  tileAvailability: { constant: 1 },
  contentAvailability: [{ constant: 1 }],
  childSubtreeAvailability: { bitstream: 0 },
  buffers: [{ byteLength: 2 }],
  bufferViews: [{ buffer: 0, byteOffset: 0, byteLength: 2 }],
};
const b3dm = b3dmOf(
  glb,
  { BATCH_LENGTH: 2 },
  { id: ['a', 'b'], h: { byteOffset: 0, componentType: 'FLOAT', type: 'SCALAR' } },
  new Uint8Array(8),
);
const files = {
  'a.glb': glb,
  'b.b3dm': b3dm,
  'c.cmpt': cmptOf([b3dm, b3dm]),
  'sub/t.json': { asset: { version: '1.0' }, root: tile({ content: { uri: '../a.glb' } }) },
  's.subtree': subtreeOf(subtree, Uint8Array.from([3, 0])),
};

describe('damaged tilesets', () => {
  it('end well: JSON', async () => {
    const { endsWell, tell } = createTally('tileset JSON');
    await fc.assert(
      fc.asyncProperty(edits, (all) => endsWell(() => readTileset(tilesetFile(edited(json, all), files)))),
      { seed: 2001, numRuns: 900 },
    );
    tell(2001);
  });

  it('end well: bytes of their contents', async () => {
    const { endsWell, tell } = createTally('tile contents');
    const names = ['a.glb', 'b.b3dm', 'c.cmpt', 's.subtree'] as const;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), damages, (name, damage) =>
        endsWell(() => readTileset(tilesetFile(json, { ...files, [name]: damaged(files[name], damage) }))),
      ),
      { seed: 2002, numRuns: 800 },
    );
    tell(2002);
  });

  it('end well: subtrees', async () => {
    const { endsWell, tell } = createTally('subtree JSON');
    await fc.assert(
      fc.asyncProperty(edits, (all) =>
        endsWell(() => readTileset(tilesetFile(json, { ...files, 's.subtree': edited(subtree, all) }))),
      ),
      { seed: 2003, numRuns: 300 },
    );
    tell(2003);
  });

  it('end well: b3dm alone', async () => {
    const { endsWell, tell } = createTally('b3dm tables');
    await fc.assert(
      fc.asyncProperty(damages, (damage) =>
        endsWell(async () => {
          const { batchTable } = readB3dm(damaged(b3dm, damage));
          for (let id = 0; id < 3; id++) batchTable.row(id);
        }),
      ),
      { seed: 2004, numRuns: 400 },
    );
    tell(2004);
  });
});
