import { describe, expect, it } from 'vitest';
import { at, building, codes, collection, feature, polygon, read, SQUARE } from './fixtures/square.ts';

describe('readGeojson, parts, ground and geometries', () => {
  it('finds the building of a part, by name or by place', async () => {
    const set = await read(
      collection(
        feature({ 'building:part': 'yes', height: 9 }, polygon(at(0, 0, 0.5))),
        feature({ building: 'yes' }, polygon(), { id: 'outline' }),
        feature({ kind: 'building_part', root_id: 'outline' }, polygon(at(2, 0))),
        feature({ type: 'building_part', building_id: 'none' }, polygon(at(3, 0))),
      ),
    );
    expect(set.buildings.map((b) => b.partOf)).toEqual(['outline', null, 'outline', null]);
    expect(set.counts).toMatchObject({ features: 4, buildings: 1, parts: 3 });
    expect(set.problems.map((problem) => problem.code)).toEqual(['geojson.orphans']);
  });
  it('takes the third coordinate for the ground, but not zeros throughout', async () => {
    const raised = (z: number) => polygon(SQUARE.map((ring) => ring.map(([x, y], i) => [x, y, z + i / 10])));
    expect((await building({ building: 'yes' }, raised(1420)))?.groundMetres).toBe(1420);
    expect((await building({ building: 'yes' }, raised(1420)))?.footprint[0]?.[0]?.[0]).toHaveLength(2);
    const zero = polygon(SQUARE.map((ring) => ring.map(([x, y]) => [x, y, 0])));
    expect((await building({ building: 'yes' }, zero))?.groundMetres).toBeNull();
  });
  it('reads several polygons, holes, and closed lines', async () => {
    const hole = [...SQUARE, ...at(0.00003, 0.00003, 0.3)];
    const many = { type: 'MultiPolygon', coordinates: [hole, at(1, 0)] };
    expect((await building({ building: 'yes' }, many))?.footprint.map((p) => p.length)).toEqual([2, 1]);
    const line = { type: 'LineString', coordinates: SQUARE[0] };
    const set = await read(
      collection(
        feature({ name: '三号网格' }, line),
        feature({ highway: 'service' }, line),
        feature({}, { type: 'Point', coordinates: [1, 2] }),
        feature({}, null),
      ),
    );
    expect(set.areas.map((area) => area.name)).toEqual(['三号网格']);
    expect(set.problems.map(({ code, en }) => `${code} ${en.match(/\d+/)?.[0]}`)).toEqual([
      'geojson.points 1',
      'geojson.lines 1',
      'geojson.closedLines 1',
      'geojson.withoutGeometry 1',
    ]);
  });
  it('tells copies', async () => {
    expect(await codes(collection(feature({ building: 'yes' }), feature({ building: 'yes' })))).toEqual([
      'geojson.duplicate',
    ]);
    expect(
      await codes(
        collection(feature({ building: 'yes', height: 9 }), feature({ building: 'yes', height: 12 })),
      ),
    ).toEqual([]);
  });
  it.each<[string, unknown, string]>([
    [
      'a bow tie',
      polygon([
        [
          [0, 0],
          [1, 1],
          [1, 0],
          [0, 1],
          [0, 0],
        ],
      ]),
      'geojson.footprint.selfCrossing',
    ],
    [
      'two points',
      polygon([
        [
          [0, 0],
          [1, 1],
          [0, 0],
        ],
      ]),
      'geojson.footprint.tooFewPoints',
    ],
    ['a wrong type', { type: 'Circle', coordinates: [] }, 'geojson.geometry.type'],
    ['no type', { coordinates: [] }, 'geojson.geometry.type'],
    ['an array for a geometry', [1], 'geojson.geometry.type'],
    [
      'texts that are no numbers',
      polygon([
        [
          ['', 0],
          [1, 1],
          [1, 0],
          ['', 0],
        ],
      ]),
      'geojson.geometry.position',
    ],
    ['one number', polygon([[[0], [1, 1], [1, 0], [0]]]), 'geojson.geometry.position'],
    [
      'a ring too shallow',
      polygon([
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 0],
      ]),
      'geojson.geometry.position',
    ],
    ['no array', polygon(3), 'geojson.geometry.nesting'],
  ])('tells %s', async (_name, geometry, code) => {
    const set = await read(collection(feature({}, geometry), feature({}, polygon(at(3, 3)))));
    expect(set.problems.map((problem) => problem.code)).toContain(code);
    expect(set.areas.at(-1)?.where).toBe('features[1]');
    for (const { where, zh, en } of set.problems.filter((problem) => problem.code === code)) {
      expect(where).toMatch(/^features\[0\]/);
      expect(zh).toMatch(/。$/);
      expect(en).toMatch(/^[A-Z"].*\.$/);
    }
  });
  it.each([{ type: 'feature' }, 7, 'x', null, [1], { attributes: {}, geometry: { rings: [] } }])(
    'tells that %j is no feature',
    async (value) => {
      const set = await read(collection(value, feature({})));
      expect(set.areas).toHaveLength(1);
      expect(set.counts['left']).toBe(1);
      expect(set.problems[0]?.where).toBe('features[0]');
    },
  );
});
