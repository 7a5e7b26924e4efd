import { describe, expect, it } from 'vitest';
import { Refused } from '../problem.ts';
import { at, collection, feature, polygon, read, SQUARE } from './fixtures/square.ts';

describe('readGeojson, shapes of files', () => {
  const one = feature({ building: 'yes' });
  it.each<[string, unknown, string]>([
    ['a collection', collection(one), 'features[0]'],
    ['a bare array', [one], '[0]'],
    ['a single feature', one, 'Feature'],
    ['lines', `${JSON.stringify(one)}\n${JSON.stringify(one)}`, 'line 1'],
    ['separated records', `\u001e${JSON.stringify(one)}\n`, 'record 1'],
    ['a collection in a line', `\u001e${JSON.stringify(collection(one))}\n`, 'record 1, features[0]'],
  ])('%s', async (_name, content, where) => {
    const { buildings, problems } = await read(content);
    expect(buildings[0]?.where).toBe(where);
    expect(buildings[0]?.footprint[0]?.[0]).toHaveLength(4);
    expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
  });
  it.each<[string, unknown]>([
    ['a geometry', polygon()],
    ['an array of geometries', [polygon(), polygon(at(1, 0))]],
    [
      'a collection of geometries',
      { type: 'GeometryCollection', geometries: [polygon(), { type: 'Point', coordinates: [1, 2] }] },
    ],
    [
      'a feature of such',
      feature({}, { type: 'GeometryCollection', geometries: [polygon(), polygon(at(1, 0))] }),
    ],
  ])('%s holds areas', async (_name, content) => {
    expect((await read(content)).areas.length).toBeGreaterThan(0);
    expect((await read(content, { as: 'buildings' })).buildings.length).toBeGreaterThan(0);
  });
  it('tells sequences from collections', async () => {
    expect((await read(collection(one))).format).toBe('geojson');
    expect((await read(`${JSON.stringify(one)}\n${JSON.stringify(one)}`)).format).toBe('geojsonseq');
  });
  it('accepts an empty collection', async () => {
    const { buildings, areas, problems } = await read(collection());
    expect([buildings, areas, problems]).toEqual([[], [], []]);
  });
  it.each<[string, unknown]>([
    ['CityJSON', { type: 'CityJSON' }],
    ['TopoJSON without arcs', { type: 'Topology', objects: {} }],
    ['TopoJSON whose arcs are none', { type: 'Topology', objects: {}, arcs: [['a']] }],
    ['Esri JSON', { displayFieldName: '', features: 3, geometryType: 'x' }],
    ['another object', { a: 1 }],
    ['features that are no array', { type: 'FeatureCollection', features: {} }],
  ])('refuses %s', async (_name, content) => {
    await expect(read(content)).rejects.toBeInstanceOf(Refused);
  });
});

describe('readGeojson, coordinate systems', () => {
  it.each<[unknown, string | null]>([
    [
      { type: 'name', properties: { name: 'urn:ogc:def:crs:OGC:1.3:CRS84' } },
      'urn:ogc:def:crs:OGC:1.3:CRS84',
    ],
    [{ type: 'EPSG', properties: { code: 4490 } }, 'EPSG:4490'],
    [{ type: 'link', properties: { href: 'ogc/EPSG/0/4490' } }, 'ogc/EPSG/0/4490'],
    ['EPSG:4326', 'EPSG:4326'],
    [4547, 'EPSG:4547'],
    [null, null],
    [{}, null],
  ])('declared as %j', async (crs, expected) => {
    const set = await read({ ...collection(feature({})), crs });
    expect(set.crs?.text ?? null).toBe(expected);
  });
  it('of a feature, told where they differ', async () => {
    const set = await read(
      collection(
        feature({}, polygon(), { crs: 'EPSG:4490' }),
        feature({}, polygon(at(1, 0)), { crs: 'EPSG:4326' }),
      ),
    );
    expect(set.crs).toEqual({ text: 'EPSG:4490', where: 'features[0].crs' });
    expect(set.problems.map((problem) => problem.code)).toEqual(['geojson.crs.mixed']);
  });
  it('in metres keeps metres', async () => {
    const metres = [
      [
        [36_650_000, 3_955_000],
        [36_650_010, 3_955_000],
        [36_650_010, 3_955_010],
        [36_650_000, 3_955_010],
        [36_650_000, 3_955_000],
      ],
    ];
    const set = await read(collection(feature({ building: 'yes' }, polygon(metres))));
    expect(set.buildings[0]?.footprint[0]?.[0]?.[0]).toEqual([36_650_000, 3_955_000]);
    expect(set.problems).toEqual([]);
  });
  it('with latitude first is exchanged and told', async () => {
    const swapped = SQUARE.map((ring) => ring.map(([x, y]) => [y, x]));
    const set = await read(collection(feature({ building: 'yes' }, polygon(swapped))));
    expect(set.buildings[0]?.footprint[0]?.[0]).toContainEqual([107.65, 35.73]);
    expect(set.problems.map((problem) => problem.code)).toContain('geojson.axes');
  });
  it('refuses what cannot be on earth, and only that', async () => {
    const far = [
      [
        [1e300, 0],
        [1, 0],
        [1, 1],
        [1e300, 0],
      ],
    ];
    const set = await read(
      collection(feature({}), feature({}, polygon(far)), feature({}, polygon(at(1, 0)))),
    );
    expect(set.areas).toHaveLength(2);
    expect(set.problems.map(({ code, where }) => [code, where])).toEqual([
      ['geojson.coordinates.impossible', 'features[1]'],
    ]);
  });
});
