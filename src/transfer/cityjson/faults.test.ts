import { describe, expect, it } from 'vitest';
import { Refused } from '../problem.ts';
import {
  building,
  city,
  codesOf,
  one,
  read,
  SHELL,
  solid,
  SURFACES,
  VERTICES,
  volumeOf,
} from './fixtures/cube.ts';

describe('readCityjson, sequences and versions', () => {
  const header = city({}, { vertices: [] });
  const feature = (id: string) => ({
    type: 'CityJSONFeature',
    id,
    CityObjects: { [id]: building() },
    vertices: VERTICES,
  });
  it.each([['a.city.jsonl'], ['a.json']])('reads a sequence called %s', async (name) => {
    const set = await read(
      [header, feature('a'), feature('b')].map((line) => JSON.stringify(line)).join('\n'),
      {},
      name,
    );
    expect(set).toMatchObject({
      format: 'cityjsonseq',
      version: '2.0',
      counts: { features: 2, buildings: 2 },
    });
    expect(set.buildings.map(({ where }) => where)).toEqual([
      'line 2, CityObjects["a"]',
      'line 3, CityObjects["b"]',
    ]);
    expect(set.problems).toEqual([]);
  });
  it('passes by a broken line, and makes ids unique', async () => {
    const lines = [header, feature('a'), '{"type":"CityJSONFeature",', feature('a')];
    const set = await read(
      lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
      {},
      'a.jsonl',
    );
    expect(set.buildings.map(({ key }) => key)).toEqual(['a', 'a#2']);
    expect(codesOf(set)).toEqual(['json.broken', 'cityjson.id']);
  });
  it('tells a sequence without header', async () => {
    for (const name of ['a.jsonl', 'a.json']) {
      const set = await read(
        [feature('a'), feature('b')].map((line) => JSON.stringify(line)).join('\n'),
        {},
        name,
      );
      expect(set.buildings).toHaveLength(2);
      expect(codesOf(set)).toContain('cityjson.header');
    }
  });
  it('reads version 1.0, with whole coordinates and without transform', async () => {
    const set = await read(
      city(
        { a: building() },
        {
          version: '1.0',
          transform: undefined,
          vertices: VERTICES.map((v) => v.map((n) => n / 1000)),
          metadata: {},
        },
      ),
    );
    expect(set.problems).toEqual([]);
    expect(set).toMatchObject({ version: '1.0', unplaced: true, crs: null });
    expect(set.buildings[0]?.mesh && volumeOf(set.buildings[0].mesh)).toBeCloseTo(480);
  });
  it.each<[string, object, string]>([
    ['an unknown version', { version: '3.0' }, 'cityjson.version'],
    ['a missing version', { version: undefined }, 'cityjson.version'],
    ['a missing transform', { transform: undefined }, 'cityjson.transform'],
    ['a transform that is none', { transform: { scale: [1, 1], translate: 0 } }, 'cityjson.transform'],
    ['an extent that is none', { metadata: { geographicalExtent: [1, 2] } }, 'cityjson.extent'],
    [
      'an extent of another place',
      { metadata: { geographicalExtent: [0, 0, 0, 1, 1, 1] } },
      'cityjson.extent',
    ],
    ['a missing type', { type: undefined }, 'cityjson.type'],
  ])('tells %s, and reads on', async (_name, more, code) => {
    const set = await read(city({ a: building() }, more));
    expect(set.buildings).toHaveLength(1);
    expect(codesOf(set)).toContain(code);
  });
  it.each<[string, unknown]>([
    ['urn', 'urn:ogc:def:crs:EPSG::7415'],
    ['address', `${'https'}://www.opengis.net/def/crs/EPSG/0/7415`],
    ['short', 'EPSG:7415'],
    ['number', 7415],
  ])('finds the system by its %s', async (_name, referenceSystem) => {
    expect((await read(city({}, { metadata: { referenceSystem } }))).crs?.text).toMatch(/7415$/);
  });
  it.each<[string, unknown]>([
    ['a GeoJSON', { type: 'FeatureCollection', features: [] }],
    ['an array', [1]],
    ['objects without vertices', city({ a: building() }, { vertices: undefined })],
    ['nothing', ''],
  ])('refuses %s', async (_name, content) => {
    await expect(read(content)).rejects.toBeInstanceOf(Refused);
  });
});

describe('readCityjson, faults of geometry', () => {
  it.each<[string, object, string]>([
    [
      'a vertex that is not there',
      solid({ boundaries: [[...SHELL, [[0, 1, 99]]]] }),
      'cityjson.vertex.missing',
    ],
    ['boundaries too shallow', solid({ boundaries: SHELL }), 'cityjson.nesting'],
    ['boundaries too deep', { type: 'MultiSurface', lod: '2', boundaries: [SHELL] }, 'cityjson.nesting'],
    ['no boundaries', solid({ boundaries: 5 }), 'cityjson.nesting'],
    ['texts for vertices', solid({ boundaries: [[[['0', '1', '2']]]] }), 'cityjson.nesting'],
    ['negative vertices', solid({ boundaries: [[[[0, 1, -2]]]] }), 'cityjson.nesting'],
    ['an unknown type', solid({ type: 'Sphere' }), 'cityjson.geometry.type'],
    ['no object', [1], 'cityjson.geometry'],
  ])('tells %s, and keeps the other', async (_name, geometry, code) => {
    const set = await read(city({ a: building({ geometry: [geometry] }), b: building() }));
    expect(codesOf(set)).toContain(code);
    expect(set.problems.find((problem) => problem.code === code)?.where).toMatch(/^CityObjects\["a"\]/);
    const mesh = set.buildings.at(-1)?.mesh;
    expect(mesh && volumeOf(mesh)).toBeCloseTo(480);
  });
  it('tells vertices that are none, and leaves out their surfaces only', async () => {
    const text = JSON.stringify(city({ a: building() })).replace('[10000,8000,6000]', '[1e999,0,"x"]');
    const set = await read(text);
    expect(codesOf(set)).toEqual(['json.triple', 'cityjson.vertex.unplaced']);
    expect(set.buildings[0]?.mesh?.surfaces).toHaveLength(6);
  });
  it('counts surfaces without area', async () => {
    const set = await read(
      city({
        a: building({ geometry: [solid({ boundaries: [[...SHELL, [[0, 1, 0, 1]], [[2, 2, 2]], [[]]]] })] }),
      }),
    );
    expect(codesOf(set)).toEqual(['cityjson.degenerate']);
    expect(set.problems[0]?.en).toMatch(/: 3\.$/);
    expect(set.buildings[0]?.mesh && volumeOf(set.buildings[0].mesh)).toBeCloseTo(480);
  });
  it.each<[string, unknown]>([
    ['semantics that are none', solid({ semantics: 5 })],
    ['values that stop short', solid({ semantics: { ...SURFACES, values: [[0]] } })],
    ['values of no surface', solid({ semantics: { ...SURFACES, values: [[9, -1, 'a', null, {}, 2]] } })],
    ['null for values', solid({ semantics: { ...SURFACES, values: null } })],
    ['a material that is none', solid({ material: { a: 5 } })],
  ])('reads a geometry with %s', async (_name, geometry) => {
    const found = await one(city({ a: building({ geometry: [geometry] }) }));
    expect(found.mesh && volumeOf(found.mesh)).toBeCloseTo(480);
  });
});
