import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { refusal } from '../gltf/fixtures/expectations.ts';
import type { PlaceSet, SourceTerrain } from '../places/place-set.ts';
import { fileOfBytes } from '../source-file.ts';
import { readTerrarium } from './read-terrarium.ts';

const terrainOf = (set: PlaceSet): SourceTerrain => set.terrain ?? expect.unreachable();
const codes = (set: PlaceSet): string[] => set.problems.map(({ code }) => code);

/** A tile of heights, 16 × 16, in one of the two encodings. */
const tileOf = (
  encoding: 'terrarium' | 'mapbox',
  height: (i: number, j: number) => number,
  channels = 3,
): Uint8Array => {
  const data = new Uint8Array(16 * 16 * channels).fill(255);
  for (let k = 0; k < 256; k++) {
    const h = height(k % 16, Math.floor(k / 16));
    const code = encoding === 'terrarium' ? Math.round((h + 32_768) * 256) : Math.round((h + 10_000) * 10);
    data.set([(code >> 16) & 255, (code >> 8) & 255, code & 255], k * channels);
  }
  return encode({ width: 16, height: 16, data, channels, depth: 8 });
};
const hill = (i: number, j: number): number => 1400 + 3 * i - 2 * j + (i * j) / 10;

const path = join(import.meta.dirname, '../../../../shared/data/dem/terrarium_256.png');
if (!existsSync(path)) console.log('skipped: shared/data/dem is not here');

describe.skipIf(!existsSync(path))('the public tile', () => {
  it('has heights of land, in Terrarium, and no place', async () => {
    const set = await readTerrarium(fileOfBytes('terrarium_256.png', new Uint8Array(readFileSync(path))));
    const { columns, rows, heightsMetres } = terrainOf(set);
    expect([columns, rows, set.version, set.unplaced]).toEqual([256, 256, 'terrarium', true]);
    expect(set.counts['known']).toBe(65_536);
    expect(codes(set)).toEqual(['terrain.unplaced']);
    expect(Math.min(...heightsMetres)).toBeGreaterThan(-500);
    expect(Math.max(...heightsMetres)).toBeLessThan(9000);
  });
});

describe('readTerrarium', () => {
  it.each(['terrarium', 'mapbox'] as const)('guesses %s by its values', async (encoding) => {
    const set = await readTerrarium(fileOfBytes('13_6545_3213.png', tileOf(encoding, hill)));
    expect(set.version).toBe(encoding);
    expect(codes(set)).toEqual(encoding === 'mapbox' ? ['terrarium.encoding'] : []);
    terrainOf(set).heightsMetres.forEach((height, k) => {
      expect(height).toBeCloseTo(hill(k % 16, Math.floor(k / 16)), 1);
    });
  });

  it('takes the encoding it is told', async () => {
    const set = await readTerrarium(fileOfBytes('a.png', tileOf('mapbox', hill)), { encoding: 'terrarium' });
    expect([set.version, codes(set).includes('terrain.implausible')]).toEqual(['terrarium', true]);
  });

  it.each([
    ['13_6545_3213.png', undefined],
    ['13-6545-3213@2x.png', undefined],
    ['3213.png', '13/6545/3213.png'],
    ['3213.png', 'tiles\\13\\6545\\3213.png'],
  ])('lies where its address says: %s %s', async (name, given) => {
    const set = await readTerrarium(
      fileOfBytes(name, tileOf('terrarium', hill)),
      given === undefined ? {} : { path: given },
    );
    const { origin, stepX, stepY } = terrainOf(set);
    const side = (2 * Math.PI * 6_378_137) / 2 ** 13;
    expect(set.crs).toEqual({ text: 'EPSG:3857', where: '13/6545/3213' });
    expect([stepX, stepY]).toEqual([side / 16, -side / 16]);
    expect(origin[0]).toBeCloseTo((6545 - 4096) * side + side / 32, 6);
    expect(origin[1]).toBeCloseTo((4096 - 3213) * side - side / 32, 6);
    // 107.6° east, 36.3° north: the tile that this address is of.
    expect((origin[0] / 6_378_137) * (180 / Math.PI)).toBeCloseTo(107.62, 1);
  });

  it.each(['2/4/0.png', '99/1/1.png', 'a/1/2.png'])('does not believe %s', async (given) => {
    expect(
      (await readTerrarium(fileOfBytes('t.png', tileOf('terrarium', hill)), { path: given })).unplaced,
    ).toBe(true);
  });

  it('leaves transparent pixels without a height', async () => {
    const png = encode({
      width: 1,
      height: 2,
      data: Uint8Array.from([133, 120, 0, 255, 133, 121, 0, 0]),
      channels: 4,
      depth: 8,
    });
    expect(
      Array.from(
        terrainOf(await readTerrarium(fileOfBytes('a.png', png), { encoding: 'terrarium' })).heightsMetres,
      ),
    ).toEqual([1400, Number.NaN]);
  });

  it.each<[string, Uint8Array]>([
    ['no PNG', new Uint8Array(30)],
    ['a grey one', encode({ width: 2, height: 2, data: new Uint8Array(4), channels: 1, depth: 8 })],
    ['a cut one', tileOf('terrarium', hill).subarray(0, 60)],
    [
      'one of a billion pixels',
      Uint8Array.from(tileOf('terrarium', hill), (byte, i) => (i === 17 || i === 21 ? 120 : byte)),
    ],
  ])('refuses %s', async (_name, bytes) => {
    expect((await refusal(readTerrarium(fileOfBytes('a.png', bytes)))).problem.code).toBe('terrarium.png');
  });
});
