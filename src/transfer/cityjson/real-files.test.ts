/** The real files of the shared data, with the counts that their sources tell, and their geometry against second opinions. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { signedArea } from '../../geometry/polygon.ts';
import { fileOfBytes } from '../source-file.ts';
import { volumeOf } from './fixtures/cube.ts';
import { readCityjson } from './read-cityjson.ts';

const folder = join(import.meta.dirname, '../../../../shared/data/cityjson');
const isThere = existsSync(folder);
if (!isThere) console.log('The shared data are not there: the tests of real CityJSON files are skipped.');

const DEN_HAAG = 'denhaag_01_v1.1.city.json';
const FILES: [file: string, counts: Record<string, number>, version: string, crs: RegExp | null][] = [
  [DEN_HAAG, { objects: 2498, buildings: 844, parts: 1653, terrain: 1, 'lod 2': 1990 }, '1.1', /7415$/],
  [
    'rotterdam_delfshaven_v2.0.city.json',
    { objects: 853, buildings: 853, parts: 0, 'lod 2': 853 },
    '2.0',
    /28992$/,
  ],
  ['twobuildings_v2.0.city.json', { objects: 2, buildings: 2, 'lod 2': 2 }, '2.0', null],
  [
    '3dbag_delft_10_v2.0.city.jsonl',
    {
      features: 10,
      objects: 20,
      buildings: 10,
      parts: 10,
      'lod 0': 10,
      'lod 1.2': 10,
      'lod 1.3': 10,
      'lod 2.2': 10,
    },
    '2.0',
    /7415$/,
  ],
];

describe.skipIf(!isThere)('real CityJSON files', () => {
  const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(folder, file)));
  const read = (file: string, lod?: string) =>
    readCityjson(fileOfBytes(file, bytesOf(file)), lod === undefined ? {} : { lod });

  it.each(FILES)('%s', async (file, counts, version, crs) => {
    const set = await read(file);
    expect(set.counts).toMatchObject(counts);
    expect(set.version).toBe(version);
    if (crs === null) expect(set.crs).toBeNull();
    else expect(set.crs?.text).toMatch(crs);
    expect(set.unplaced).toBe(false);
    expect(set.problems.filter((problem) => problem.severity === 'error')).toEqual([]);
    const keys = new Set(set.buildings.map((b) => b.key));
    expect(keys.size).toBe(set.buildings.length);
    for (const { partOf, footprint, mesh, heightMetres, groundMetres } of set.buildings) {
      if (partOf !== null) expect(keys.has(partOf)).toBe(true);
      for (const [outside] of footprint) expect(signedArea(outside ?? [])).toBeGreaterThan(0);
      expect(groundMetres).not.toBeNull();
      expect(heightMetres).toBeGreaterThan(0);
      if (mesh === null) continue;
      expect(mesh.indices.length).toBe(mesh.surfaces.length * 3);
      expect(Math.max(...mesh.indices)).toBe(mesh.positions.length / 3 - 1);
      expect(mesh.positions.every(Number.isFinite)).toBe(true);
    }
  });

  it('3DBAG: volumes, heights and storeys are those of its own attributes', async () => {
    const set = await read('3dbag_delft_10_v2.0.city.jsonl');
    for (const part of set.buildings.filter((b) => b.partOf !== null)) {
      const whole = set.buildings.find((b) => b.key === part.partOf);
      const volume = part.mesh === null ? 0 : volumeOf(part.mesh);
      expect(volume / Number(whole?.attributes['b3_volume_lod22'])).toBeCloseTo(1, 2);
      const area = (whole?.footprint ?? []).flat().reduce((sum, ring) => sum + signedArea(ring), 0);
      expect(area / Number(whole?.attributes['b3_opp_grond'])).toBeCloseTo(1, 1);
      expect(whole?.groundMetres).toBeCloseTo(Number(whole?.attributes['b3_h_maaiveld']), 1);
      expect(whole?.storeys ?? null).toBe(whole?.attributes['b3_bouwlagen'] ?? null);
    }
  });

  it('3DBAG: another level of detail is as full', async () => {
    const set = await read('3dbag_delft_10_v2.0.city.jsonl', '1.2');
    for (const part of set.buildings.filter((b) => b.partOf !== null)) {
      const whole = set.buildings.find((b) => b.key === part.partOf);
      const volume = part.mesh === null ? 0 : volumeOf(part.mesh);
      expect(volume / Number(whole?.attributes['b3_volume_lod12'])).toBeCloseTo(1, 2);
    }
  });

  it('Den Haag: triangles have the area of the surfaces that they are made of', async () => {
    const set = await read(DEN_HAAG);
    const file = JSON.parse(new TextDecoder().decode(bytesOf(DEN_HAAG))) as {
      vertices: number[][];
      CityObjects: Record<string, { geometry?: { type: string; boundaries: number[][][][] }[] }>;
    };
    /** Twice Newell's area of a ring as a vector, and how far it is from flat, metres. */
    const planeOf = (ring: readonly number[]) => {
      const points = ring.map((i) => (file.vertices[i] ?? []).map((v) => v / 1000));
      const sum = [0, 0, 0];
      points.forEach((b, i) => {
        const a = points.at(i - 1) ?? [];
        for (let k = 0; k < 3; k++) {
          const [u, v] = [(k + 1) % 3, (k + 2) % 3];
          sum[k] = (sum[k] ?? 0) + (a[u] ?? 0) * (b[v] ?? 0) - (a[v] ?? 0) * (b[u] ?? 0);
        }
      });
      const twice = Math.hypot(...sum);
      const height = (p: readonly number[]): number =>
        p.reduce((s, c, k) => s + (c * (sum[k] ?? 0)) / twice, 0);
      const heights = points.map(height);
      return { area: twice / 2, bend: Math.max(...heights) - Math.min(...heights) };
    };
    let flat = 0;
    for (const { key, mesh } of set.buildings) {
      const surfaces = (file.CityObjects[key]?.geometry?.[0]?.boundaries ?? []).flat();
      const planes = surfaces.map((rings) => rings.map(planeOf));
      // Walls of this one cross themselves in the file; bent surfaces have more area than their mean plane.
      if (mesh === null || key.startsWith('GUID_351BE36C') || planes.flat().some(({ bend }) => bend > 0.03))
        continue;
      flat++;
      const expected = planes.flatMap((rings) => rings.map(({ area }, i) => (i === 0 ? area : -area)));
      let area = 0;
      const { positions, indices } = mesh;
      const at = (k: number, c: number): number => positions[(indices[k] ?? 0) * 3 + c] ?? 0;
      for (let k = 0; k < indices.length; k += 3) {
        const u = [0, 1, 2].map((c) => at(k + 1, c) - at(k, c)) as [number, number, number];
        const v = [0, 1, 2].map((c) => at(k + 2, c) - at(k, c)) as [number, number, number];
        area +=
          Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]) / 2;
      }
      expect(area / expected.reduce((sum, a) => sum + a, 0)).toBeCloseTo(1, 3);
    }
    expect(flat).toBeGreaterThan(1700);
  });
});
