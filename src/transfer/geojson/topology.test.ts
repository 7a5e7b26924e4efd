/** TopoJSON, our own and by hand: every border comes back where it was, the same points on both sides. */
import { describe, expect, it } from 'vitest';
import { samplePlaces } from '../out/fixtures/sample.ts';
import { writeTopojson } from '../out/topojson.ts';
import { read } from './fixtures/square.ts';

const keyOf = (point: readonly number[]): string => point.slice(0, 2).join();

describe('TopoJSON', () => {
  it('that was exported gives the grids back, within its steps of two millimetres', async () => {
    const places = samplePlaces();
    const set = await read(writeTopojson(places), { as: 'areas' }, 'grids.topojson');
    expect(set.areas).toHaveLength(places.grids.length);
    expect(set.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const [i, grid] of places.grids.entries()) {
      const points = set.areas[i]?.polygons.flat(2) ?? [];
      expect(points.length).toBeGreaterThan(3);
      for (const [lng, lat] of grid.boundary.flat(2))
        expect(
          Math.min(...points.map(([x = 0, y = 0]) => Math.hypot((x - lng) * 90_000, (y - lat) * 111_000))),
        ).toBeLessThan(0.005);
    }
    // A border is one line: of both its grids.
    const uses = new Map<string, number>();
    for (const { polygons } of set.areas)
      for (const key of new Set(polygons.flat(2).map(keyOf))) uses.set(key, (uses.get(key) ?? 0) + 1);
    expect([...uses.values()].filter((count) => count > 1).length).toBeGreaterThan(20);
  });

  it('walks arcs backwards, joins them, and takes numbers as they are without a transform', async () => {
    const topology = {
      type: 'Topology',
      arcs: [
        [
          [0, 0],
          [0, 1],
        ],
        [
          [0, 1],
          [1, 1],
          [1, 0],
          [0, 0],
        ],
        [
          [0, 1],
          [-1, 1],
          [-1, 0],
          [0, 0],
        ],
      ],
      objects: {
        grids: {
          type: 'GeometryCollection',
          geometries: [
            { type: 'Polygon', id: 'east', properties: { name: '东' }, arcs: [[1, 0]] },
            { type: 'MultiPolygon', id: 'west', properties: { name: '西' }, arcs: [[[0, 2]]] },
            { type: 'Polygon', id: 'lost', properties: { name: '缺' }, arcs: [[7]] },
          ],
        },
      },
    };
    const { areas } = await read(topology, { as: 'areas' });
    expect(areas.map(({ polygons }) => polygons[0]?.[0]?.map(keyOf).sort())).toEqual([
      ['0,0', '0,1', '1,0', '1,1'],
      ['-1,0', '-1,1', '0,0', '0,1'],
    ]);
    const backwards = { type: 'Polygon', arcs: [[~0, ~1]] };
    const one = await read({ ...topology, objects: { one: backwards } }, { as: 'areas' });
    expect(one.areas[0]?.polygons[0]?.[0]?.map(keyOf).sort()).toEqual(['0,0', '0,1', '1,0', '1,1']);
  });
});
