/** The real files of the shared data, with the counts that their sources tell. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signedArea } from '../../geometry/polygon.ts';
import { fileOfBytes } from '../source-file.ts';
import { readGeojson } from './read-geojson.ts';

const folder = join(import.meta.dirname, '../../../../shared/data');
const isThere = existsSync(folder);
if (!isThere) console.log('The shared data are not there: the tests of real GeoJSON files are skipped.');

const FILES: [file: string, counts: Record<string, number>, errors: number][] = [
  ['buildings/beijing_tsinghua_osm.geojson', { features: 626, buildings: 626, parts: 0, areas: 0 }, 0],
  ['buildings/seoul_yeoksam_osm.geojson', { features: 5205, buildings: 5205, parts: 0, areas: 0 }, 0],
  ['buildings/nyc_manhattan_osm.geojson', { features: 32461, buildings: 22118, parts: 10343, areas: 0 }, 0],
  ['boundaries/qingyang_8_counties_gcj02.geojson', { features: 8, buildings: 0, areas: 8 }, 0],
  ['boundaries/qingyang_621000_gcj02.json', { features: 1, buildings: 0, areas: 1 }, 0],
  ['boundaries/xifeng_621002_gcj02.json', { features: 1, buildings: 0, areas: 1 }, 0],
  ['boundaries/providence_blocks_pop.geojson', { features: 3014, buildings: 0, areas: 3014 }, 0],
];

describe.skipIf(!isThere)('real GeoJSON files', () => {
  const read = (file: string) =>
    readGeojson(
      fileOfBytes(file.slice(file.indexOf('/') + 1), new Uint8Array(readFileSync(join(folder, file)))),
    );

  it.each(FILES)('%s', async (file, counts, errors) => {
    const set = await read(file);
    expect(set.counts).toMatchObject(counts);
    expect(set.problems.filter((problem) => problem.severity === 'error')).toHaveLength(errors);
    expect(set.counts['left']).toBe(0);
    const keys = [...set.buildings, ...set.areas].map((place) => place.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const polygons of [...set.buildings.map((b) => b.footprint), ...set.areas.map((a) => a.polygons)])
      for (const polygon of polygons)
        for (let i = 0; i < polygon.length; i++)
          if (signedArea(polygon[i] ?? []) > 0 !== (i === 0))
            throw new Error(`${file}: a ring is wound wrongly`);
  });

  it('tell heights, storeys, names and parts', async () => {
    const manhattan = await read('buildings/nyc_manhattan_osm.geojson');
    expect(manhattan.buildings.filter((b) => b.heightMetres !== null)).toHaveLength(31127);
    expect(manhattan.buildings.filter((b) => b.partOf !== null)).toHaveLength(10331);
    expect(manhattan.buildings.filter((b) => b.name !== '')).toHaveLength(1037);
    expect(manhattan.crs).toBeNull();
    const beijing = await read('buildings/beijing_tsinghua_osm.geojson');
    expect(beijing.crs?.text).toBe('urn:ogc:def:crs:OGC:1.3:CRS84');
    expect(beijing.buildings.filter((b) => b.storeys !== null)).toHaveLength(46);
    expect(beijing.buildings[0]).toMatchObject({ key: 'relation/10327870', name: '李兆基科技大楼' });
    const counties = await read('boundaries/qingyang_8_counties_gcj02.geojson');
    expect(counties.areas.map((area) => area.name)).toContain('西峰区');
  });
});
