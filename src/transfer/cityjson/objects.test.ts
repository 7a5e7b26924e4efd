import { describe, expect, it } from 'vitest';
import { building, city, codesOf, one, read, solid } from './fixtures/cube.ts';

describe('readCityjson, objects', () => {
  const part = (more: object = {}) => ({ ...building(more), type: 'BuildingPart' });
  it('puts parts beside their building, installations into its mesh', async () => {
    const set = await read(
      city({
        p1: part({ parents: ['b'] }),
        b: {
          type: 'Building',
          children: ['p1', 'p2', 'i'],
          attributes: { storeysAboveGround: 2, name: '市政厅', yearOfConstruction: 1912 },
        },
        p2: part(),
        i: { ...building(), type: 'BuildingInstallation' },
      }),
    );
    expect(set.buildings.map(({ key, partOf }) => [key, partOf])).toEqual([
      ['b', null],
      ['p1', 'b'],
      ['p2', 'b'],
    ]);
    expect(set.buildings[0]).toMatchObject({ name: '市政厅', storeys: 2, groundMetres: 1, heightMetres: 6 });
    expect(set.buildings[0]?.attributes['yearOfConstruction']).toBe(1912);
    expect(set.buildings[0]?.mesh?.surfaces).toHaveLength(12);
    expect(set.buildings[0]?.footprint[0]?.[0]).toHaveLength(4);
    expect(set.counts).toMatchObject({ objects: 4, buildings: 1, parts: 2, installations: 1 });
    expect(set.problems).toEqual([]);
  });
  it('leaves out the coarse shape of a building whose parts are finer', async () => {
    const set = await read(
      city({
        b: building({ geometry: [solid({ lod: '1' })], children: ['p'] }),
        p: part({ parents: ['b'] }),
      }),
    );
    expect(set.buildings.map(({ mesh }) => mesh?.surfaces.length ?? 0)).toEqual([0, 12]);
    expect(set.buildings[0]?.footprint).toHaveLength(1);
  });
  it.each<[string, object, string, [string, string | null][]]>([
    ['a missing parent', { p: part({ parents: ['gone'] }) }, 'cityjson.parent', [['p', null]]],
    ['a missing child', { b: building({ children: ['gone'] }) }, 'cityjson.child', [['b', null]]],
    [
      'a circle',
      { p: part({ parents: ['q'] }), q: part({ parents: ['p'] }) },
      'cityjson.circle',
      [
        ['p', null],
        ['q', null],
      ],
    ],
    ['its own parent', { p: part({ parents: ['p'] }) }, 'cityjson.circle', [['p', null]]],
  ])('tells %s', async (_name, objects, code, expected) => {
    const set = await read(city(objects));
    expect(set.buildings.map(({ key, partOf }) => [key, partOf])).toEqual(expected);
    expect(new Set(codesOf(set))).toEqual(new Set([code]));
  });
  it('finds the building of a part of a part', async () => {
    const set = await read(
      city({ b: building({ children: ['p'] }), p: part({ children: ['q'] }), q: part() }),
    );
    expect(set.buildings.map(({ key, partOf }) => [key, partOf])).toEqual([
      ['b', null],
      ['p', 'b'],
      ['q', 'b'],
    ]);
  });
  it('counts what is no building', async () => {
    const set = await read(
      city({
        t: { type: 'TINRelief' },
        r: { type: 'Road' },
        s: { type: '+Shed' },
        w: { type: 'Road' },
        room: { type: 'BuildingRoom' },
        b: building(),
        e: { type: 'Building' },
      }),
    );
    expect(set.counts).toMatchObject({
      objects: 7,
      buildings: 1,
      terrain: 1,
      'type Road': 2,
      'type +Shed': 1,
    });
    expect(codesOf(set)).toEqual([
      'cityjson.terrain',
      'cityjson.interior',
      'cityjson.withoutGeometry',
      'cityjson.others',
    ]);
  });
  it('takes heights from attributes where there is only an outline', async () => {
    const flat = { type: 'MultiSurface', lod: '0', boundaries: [[[0, 1, 2, 3]]] };
    const found = await one(
      city({
        b: { type: 'Building', geometry: [flat], attributes: { measuredHeight: 12.5, b3_bouwlagen: 4 } },
      }),
    );
    expect(found).toMatchObject({ heightMetres: 12.5, storeys: 4, groundMetres: 1, mesh: null });
  });
  it('keeps the address as JSON', async () => {
    const found = await one(city({ b: building({ address: [{ Street: '北街' }] }) }));
    expect(found.attributes['address']).toBe('[{"Street":"北街"}]');
  });
});
