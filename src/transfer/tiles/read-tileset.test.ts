import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusal } from '../gltf/fixtures/expectations.ts';
import { glbOf } from '../gltf/fixtures/small-gltf.ts';
import { fileOfBytes } from '../source-file.ts';
import { b3dmOf, cmptOf, tileOf, tilesetFile } from './fixtures/small-tiles.ts';
import { readTileset } from './read-tileset.ts';
import type { TilesetInfo } from './tileset-info.ts';

type Json = Record<string, unknown>;
const box = { box: [0, 0, 0, 10, 0, 0, 0, 10, 0, 0, 0, 10] };
const tile = (more: Json = {}): Json => ({ boundingVolume: box, geometricError: 1, refine: 'ADD', ...more });
const tileset = (root: Json, more: Json = {}): Json => ({
  asset: { version: '1.0' },
  geometricError: 100,
  root,
  ...more,
});
const glb = glbOf({ asset: { version: '2.0' } }, new Uint8Array(4));
const codes = ({ problems }: TilesetInfo): string[] => problems.map(({ code }) => code);

const folder = join(import.meta.dirname, '../../../../shared/data/models/3dtiles_1.1_MetadataGranularities');
const isThere = existsSync(folder);
if (!isThere) console.log('skipped: the tileset of shared/data/models is not here');

describe.skipIf(!isThere)('the public sample', () => {
  it('is counted and complete', async () => {
    const files = readdirSync(folder).map(
      (name) => [name, new Uint8Array(readFileSync(join(folder, name)))] as const,
    );
    const all = new Map(files);
    const info = await readTileset(
      fileOfBytes('tileset.json', all.get('tileset.json') ?? new Uint8Array(0), all),
    );
    expect([info.version, info.tiles, info.deepest, info.missingCount]).toEqual(['1.1', 5, 1, 0]);
    expect(info.contents).toEqual({
      b3dm: 0,
      i3dm: 0,
      pnts: 0,
      cmpt: 0,
      glb: 20,
      gltf: 0,
      tileset: 0,
      geojson: 0,
      unknown: 0,
    });
    expect(info.contentBytes).toBe(
      files.filter(([name]) => name.endsWith('.glb')).reduce((sum, [, { length }]) => sum + length, 0),
    );
    expect(info.classes.map(({ id }) => id)).toEqual([
      'exampleTilesetMetadataClass',
      'exampleTileMetadataClass',
      'exampleGroupMetadataClass',
      'exampleContentMetadataClass',
    ]);
    expect(info.classes[1]?.properties).toEqual(['district', 'population']);
    expect([info.place, info.featureTables, info.hasFeatureIds]).toEqual([null, [], false]);
    expect(info.radiusMetres).toBeCloseTo(Math.hypot(16.257824, 19.717258, 4.5), 6);
    expect(codes(info)).toEqual(['tiles.unplaced']);
  });

  it('names what is missing of it', async () => {
    const bytes = new Uint8Array(readFileSync(join(folder, 'tileset.json')));
    const info = await readTileset(fileOfBytes('tileset.json', bytes));
    expect([info.missingCount, info.missing.length, info.contents.glb]).toEqual([20, 20, 0]);
    expect(info.missing).toContain('house-3-0.glb');
  });
});

describe('contents', () => {
  it('are told apart by their bytes, not by their names', async () => {
    const batch = { id: ['a', 'b'], 层数: [6, 7] };
    const files = {
      'a.dat': b3dmOf(glb, { BATCH_LENGTH: 2 }, batch),
      'b.dat': b3dmOf(glb, { BATCH_LENGTH: 3 }, batch),
      'c.dat': tileOf('i3dm', glb, { INSTANCES_LENGTH: 4 }),
      'd.dat': tileOf('pnts', new Uint8Array(0), { POINTS_LENGTH: 4 }),
      'e.dat': cmptOf([b3dmOf(glb, {}, {}), tileOf('pnts', new Uint8Array(0))]),
      'f.dat': glb,
      'g.dat': { asset: { version: '2.0' } },
      'h.dat': { type: 'FeatureCollection', features: [] },
      'i.dat': new Uint8Array(100),
    };
    const children = Object.keys(files).map((uri) => tile({ content: { uri } }));
    const info = await readTileset(tilesetFile(tileset(tile({ children })), files));
    expect(info.contents).toEqual({
      b3dm: 3,
      i3dm: 1,
      pnts: 2,
      cmpt: 1,
      glb: 1,
      gltf: 1,
      tileset: 0,
      geojson: 1,
      unknown: 1,
    });
    expect(info.featureTables).toEqual([
      {
        source: 'batchTable',
        name: null,
        properties: ['id', '层数'],
        idProperty: 'id',
        tiles: 2,
        features: 5,
      },
    ]);
    expect(info.hasFeatureIds).toBe(true);
    expect(codes(info)).toContain('tiles.content.unknown');
  });

  it('tell the property tables of their GLB', async () => {
    const EXT_structural_metadata = {
      schema: { classes: { building: { properties: { gml_id: {}, height: {} } } } },
      propertyTables: [{ class: 'building', count: 12, properties: {} }],
    };
    const primitives = [{ attributes: {}, extensions: { EXT_mesh_features: { featureIds: [] } } }];
    const json = {
      asset: { version: '2.0' },
      extensionsUsed: ['XX_new'],
      extensions: { EXT_structural_metadata },
      meshes: [{ primitives }],
    };
    const info = await readTileset(
      tilesetFile(tileset(tile({ content: { uri: 'a.glb' } })), { 'a.glb': glbOf(json, new Uint8Array(0)) }),
    );
    expect(info.featureTables).toEqual([
      {
        source: 'propertyTable',
        name: 'building',
        properties: ['gml_id', 'height'],
        idProperty: 'gml_id',
        tiles: 1,
        features: 12,
      },
    ]);
    expect([info.hasFeatureIds, codes(info).includes('tiles.extension')]).toEqual([true, true]);
  });

  it.each<[string, Uint8Array]>([
    ['a GLB cut in its header', glb.subarray(0, 10)],
    ['a GLB that claims more JSON than it has', Uint8Array.from(glb, (byte, i) => (i === 14 ? 0xff : byte))],
    [
      'a b3dm whose tables are too long',
      Uint8Array.from(b3dmOf(glb, {}, { id: [1] }), (byte, i) => (i === 22 ? 0xff : byte)),
    ],
    [
      'a cmpt whose tiles are too long',
      Uint8Array.from(cmptOf([b3dmOf(glb, {}, {})]), (byte, i) => (i === 26 ? 0xff : byte)),
    ],
    [
      'a cmpt of a billion empty tiles',
      Uint8Array.from([...cmptOf([]).subarray(0, 12), 0xff, 0xff, 0xff, 0x3f, ...new Uint8Array(64)]),
    ],
  ])('that are damaged are told: %s', async (_name, bytes) => {
    const info = await readTileset(tilesetFile(tileset(tile({ content: { uri: 'a.x' } })), { 'a.x': bytes }));
    expect(codes(info)).toContain('tiles.content.damaged');
  });
});

describe('external tilesets', () => {
  const external = (uri: string): Json => tile({ content: { uri } });
  it('are followed beside themselves, each once', async () => {
    const files = {
      'sub/tileset.json': tileset(
        tile({ children: [external('deep/a.json'), tile({ content: { url: 'x.glb' } })] }),
      ),
      'sub/deep/a.json': tileset(external('../x.glb?v=1#2')),
      'sub/x.glb': glb,
    };
    const root = tile({ children: [external('sub/tileset.json'), external('./sub/tileset.json')] });
    const info = await readTileset(tilesetFile(tileset(root), files));
    expect(info.externalTilesets).toEqual(['sub/tileset.json', 'sub/deep/a.json']);
    expect([info.contents.tileset, info.contents.glb, info.missingCount, info.tiles]).toEqual([2, 1, 0, 7]);
  });

  it.each<[string, Json]>([
    ['another', { 'a.json': tileset(external('b.json')), 'b.json': tileset(external('a.json')) }],
    ['themselves', { 'a.json': tileset(external('a.json')) }],
    [
      'the first',
      { 'a.json': tileset(external('tileset.json')), 'tileset.json': tileset(external('a.json')) },
    ],
  ])('that lead back to %s are cut', async (_name, files) => {
    const info = await readTileset(tilesetFile(tileset(external('a.json')), files as Record<string, Json>));
    expect(codes(info)).toContain('tiles.circle');
    expect(info.tiles).toBeLessThan(5);
  });

  it.each([
    ['https://127.0.0.1/a.glb', 'tiles.uri.outside'],
    ['//127.0.0.1/a.glb', 'tiles.uri.outside'],
    ['/a.glb', 'tiles.uri.outside'],
    ['file:///a.glb', 'tiles.uri.outside'],
    ['C:\\a.glb', 'tiles.uri.outside'],
    ['../a.glb', 'tiles.uri.above'],
    ['sub/../../a.glb', 'tiles.uri.above'],
    ['%2e%2e/a.glb', 'tiles.uri.above'],
  ])('and contents may not lie at %s', async (uri, code) => {
    const asked: string[] = [];
    const file = tilesetFile(tileset(external(uri)));
    const info = await readTileset({
      ...file,
      sibling: async (path) => {
        asked.push(path);
        return null;
      },
    });
    expect(codes(info)).toContain(code);
    expect(asked).toEqual([]);
  });
});

describe('what is wrong with a tileset', () => {
  it('is refused where it is none', async () => {
    const json = (value: unknown) =>
      fileOfBytes('tileset.json', new TextEncoder().encode(JSON.stringify(value)));
    expect((await refusal(readTileset(json({ asset: {} })))).problem.code).toBe('tiles.notTileset');
    expect((await refusal(readTileset(json([])))).problem.code).toBe('tiles.json');
    expect((await refusal(readTileset(fileOfBytes('a', new Uint8Array(3))))).problem.code).toBe('tiles.json');
  });

  it('is told: volumes, errors, versions, transforms, extensions, contents without an address', async () => {
    const children = [
      tile({ boundingVolume: {} }),
      tile({ geometricError: 50 }),
      tile({ geometricError: -1 }),
      tile({ content: {} }),
      tile({
        implicitTiling: {
          subdivisionScheme: 'QUADTREE',
          subtreeLevels: 30,
          availableLevels: 30,
          subtrees: { uri: 'x' },
        },
      }),
    ];
    const root = tile({ children, transform: [1, 2] });
    const more = { asset: { version: '0.0' }, extensionsUsed: ['XX_a'], extensionsRequired: ['XX_b'] };
    const info = await readTileset(tilesetFile(tileset(root, more)));
    expect(new Set(codes(info))).toEqual(
      new Set([
        ...['tiles.version', 'tiles.transform', 'tiles.unplaced', 'tiles.volume', 'tiles.error.grows'],
        ...['tiles.error', 'tiles.content.none', 'tiles.implicit', 'tiles.extension'],
      ]),
    );
    expect(info.problems.find(({ code }) => code === 'tiles.error.grows')?.where).toBe('root.children[1]');
    expect(
      info.problems.filter(({ code }) => code === 'tiles.extension').map(({ severity }) => severity),
    ).toEqual(['note', 'warning']);
  });

  it('is no deep tree', async () => {
    let text = JSON.stringify(tile());
    for (let i = 0; i < 4000; i++)
      text = `{"boundingVolume":{"sphere":[0,0,0,1]},"geometricError":1,"children":[${text}]}`;
    const bytes = new TextEncoder().encode(`{"asset":{"version":"1.1"},"geometricError":1,"root":${text}}`);
    expect((await readTileset(fileOfBytes('tileset.json', bytes))).deepest).toBe(4000);
  });
});
