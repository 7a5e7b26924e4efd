import { describe, expect, it } from 'vitest';
import { polygonArea } from '../../geometry/polygon.ts';
import type { SourceBuilding } from '../places/place-set.ts';
import { extent, keys, only, volume } from './fixtures/expectations.ts';
import { boxFile, type Json } from './fixtures/small-gltf.ts';
import { readGltf } from './read-gltf.ts';

describe('a plain model', () => {
  it('turns east, up, south into east, north, up and finds outline and height', async () => {
    const set = await readGltf(boxFile([{ mesh: 0, name: '3号楼', translation: [100, 2, 30] }]));
    const building = only(set);
    expect(extent(building)).toEqual([100, 110, -35, -30, 2, 22]);
    expect([building.key, building.groundMetres, building.heightMetres]).toEqual(['3号楼', 2, 20]);
    expect(building.footprint).toHaveLength(1);
    expect(polygonArea(building.footprint[0] ?? [])).toBeCloseTo(50, 1);
    expect([set.format, set.version, set.unplaced, set.crs]).toEqual(['glb', '2.0', true, null]);
    expect(building.mesh?.colours).toBeNull();
    expect(building.mesh?.textured).toBeNull();
  });

  it('keeps triangles counter-clockwise from outside, also under a mirroring transform', async () => {
    expect(volume(only(await readGltf(boxFile([{ mesh: 0, name: 'a' }]))))).toBeCloseTo(1000, 6);
    const mirrored = boxFile([{ mesh: 0, name: 'a', scale: [-1, 1, 1] }]);
    expect(volume(only(await readGltf(mirrored)))).toBeCloseTo(1000, 6);
  });

  it('multiplies transforms down the tree and prefers a matrix', async () => {
    const turned = [Math.SQRT1_2, 0, Math.SQRT1_2, 0];
    const set = await readGltf(
      boxFile([
        { name: 'site', children: [1, 2], translation: [1000, 0, 0] },
        { name: 'a', mesh: 0, rotation: [0, turned[0], 0, turned[2]], scale: [2, 1, 1] },
        { name: 'b', mesh: 0, matrix: [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 100, 0, 0, 1], scale: [9, 9, 9] },
      ]),
    );
    const [a, b] = set.buildings as [SourceBuilding, SourceBuilding];
    // A quarter turn about the vertical: east becomes north, twice as long.
    extent(a).forEach((value, i) => {
      expect(value).toBeCloseTo([1000, 1005, 0, 20, 0, 20][i] ?? 0, 5);
    });
    expect(extent(b)).toEqual([1100, 1110, -5, 0, 0, 20]);
  });
});

describe('candidates', () => {
  const far = (i: number): Json => ({ mesh: 0, translation: [i * 50, 0, 0] });
  it.each<[string, Json[], string[]]>([
    [
      'roots by name',
      [
        { ...far(0), name: 'Group#12' },
        { ...far(1), name: 'Building_03.001' },
      ],
      ['Group#12', 'Building_03.001'],
    ],
    [
      'children of wrappers',
      [
        { name: '<skp>', children: [1] },
        { name: 'model', children: [2, 3] },
        { ...far(0), name: '3号楼' },
        { ...far(1), name: '4号楼' },
      ],
      ['3号楼', '4号楼'],
    ],
    [
      'topmost names with all below, names below no name',
      [
        { name: 'root', children: [1, 3] },
        { name: 'A', children: [2] },
        { ...far(0), name: 'walls' },
        { children: [4] },
        { ...far(1), name: 'B' },
      ],
      ['A', 'B'],
    ],
    [
      'the same name twice',
      [
        { ...far(0), name: '楼' },
        { ...far(1), name: '楼' },
      ],
      ['楼', '楼 (2)'],
    ],
    [
      'ids in extras before names',
      [
        { ...far(0), name: 'x', extras: { id: 'b-1', name: '一号楼' } },
        { ...far(1), extras: { 编号: 7 } },
      ],
      ['b-1', '7'],
    ],
    [
      'parts on top of one another as one',
      [
        { name: 'Haus', children: [1, 2] },
        { ...far(0), name: 'walls' },
        { ...far(0), name: 'windows' },
      ],
      ['Haus'],
    ],
    [
      'overlapping roots as one, by the file',
      [
        { ...far(0), name: 'walls' },
        { ...far(0), name: 'windows' },
      ],
      ['model'],
    ],
    ['one node', [{ name: 'all', mesh: 0 }], ['all']],
    ['one node without a name', [{ mesh: 0 }], ['model']],
    [
      'what has no mesh not at all',
      [{ name: 'camera' }, { ...far(0), name: 'A' }, { ...far(1), name: 'B' }],
      ['A', 'B'],
    ],
    ['nodes without any name', [far(0), far(1)], ['node 0', 'node 1']],
    [
      'a wrapper that is itself a building',
      [
        { name: 'x', extras: { id: 'b-9' }, children: [1, 2] },
        { ...far(0), name: 'a' },
        { ...far(1), name: 'b' },
      ],
      ['b-9'],
    ],
  ])('are %s', async (_name, nodes, expected) => {
    expect(keys(await readGltf(boxFile(nodes)))).toEqual(expected);
  });

  it('takes the ground for no building that stands on itself', async () => {
    const set = await readGltf(
      boxFile([
        { name: 'site', children: [1, 2, 3] },
        { name: 'ground', mesh: 0, scale: [30, 0.01, 60] },
        { ...far(1), name: 'A' },
        { ...far(2), name: 'B' },
      ]),
    );
    expect(keys(set)).toEqual(['ground', 'A', 'B']);
  });

  it('keeps extras as attributes, nested ones as text', async () => {
    const extras = { 层数: 18, 栋: 'A', ok: true, none: null, nested: { a: [1] } };
    expect(only(await readGltf(boxFile([{ mesh: 0, name: 'a', extras }]))).attributes).toEqual({
      ...extras,
      nested: '{"a":[1]}',
    });
  });
});

describe('where a model stands', () => {
  it('is on the earth by CESIUM_RTC', async () => {
    const centre = [-2_178_923, 4_388_201, 4_070_100];
    const set = await readGltf(
      boxFile([{ mesh: 0, name: 'a' }], { extensions: { CESIUM_RTC: { center: centre } } }),
    );
    expect(set.crs?.text).toBe('EPSG:4978');
    expect(set.unplaced).toBe(false);
    const building = only(set);
    expect(building.footprint).toEqual([]);
    expect(Array.from(building.mesh?.positions.slice(0, 3) ?? [])).toEqual(centre);
    expect(building.heightMetres).toBeGreaterThan(5);
    expect(building.heightMetres).toBeLessThan(25);
  });

  it('is on the earth by the size of its coordinates', async () => {
    // A node translation in y-up: x, z, -y of the earth-centred place.
    const set = await readGltf(
      boxFile([{ mesh: 0, name: 'a', translation: [-2_178_923, 4_070_100, -4_388_201] }]),
    );
    expect(set.crs?.text).toBe('EPSG:4978');
    expect(extent(only(set))[0]).toBeCloseTo(-2_178_923, 3);
  });

  it.each<[string, Json, string | null, number]>([
    ['crs with an origin', { crs: 'EPSG:4547', origin: [500_000, 3_955_000, 1400] }, 'EPSG:4547', 500_000],
    [
      'what BlenderGIS writes',
      { SRID: 'EPSG:3857', 'crs x': 11_980_000.5, 'crs y': 4_260_000 },
      'EPSG:3857',
      11_980_000.5,
    ],
    ['a number', { epsg: 4547, offset: [36_500_000, 3_900_000] }, 'EPSG:4547', 36_500_000],
    ['a system in degrees', { crs: 'EPSG:4326', origin: [107, 35] }, null, 0],
    ['a system without an origin', { crs: 'EPSG:4547' }, null, 0],
  ])('is read from extras: %s', async (_name, extras, crs, west) => {
    const set = await readGltf(boxFile([{ mesh: 0, name: 'a' }], { extras }));
    expect([set.crs?.text ?? null, set.unplaced]).toEqual([crs, crs === null]);
    expect(extent(only(set))[0]).toBe(west);
  });

  it('is told as a hint where only degrees are given', async () => {
    const set = await readGltf(
      boxFile([{ mesh: 0, name: 'a', extras: { Latitude: 35.7306, Longitude: '107.6507' } }]),
    );
    expect(set.problems.find(({ code }) => code === 'gltf.degrees')?.en).toContain(
      'longitude 107.6507, latitude 35.7306',
    );
  });
});

describe('units', () => {
  it.each<[string, number, RegExp | null]>([
    ['metres', 1, null],
    ['millimetres', 1000, /millimetres \(20\.0 m\)/],
    ['inches', 39.37 * 3, /inches \(60\.0 m\)/],
    ['metres taken for millimetres', 0.001, /only 0\.02 m.*millimetres \(20\.0 m\)/],
  ])('are guessed from the height: %s', async (_name, scale, words) => {
    const set = await readGltf(boxFile([{ mesh: 0, name: 'a', scale: [scale, scale, scale] }]));
    const problem = set.problems.find(({ code }) => code === 'gltf.unit');
    if (words === null) expect(problem).toBeUndefined();
    else expect(problem?.en).toMatch(words);
  });
});
