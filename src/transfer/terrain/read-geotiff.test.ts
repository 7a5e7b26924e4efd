import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { decode } from 'fast-png';
import { writeArrayBuffer } from 'geotiff';
import { describe, expect, it } from 'vitest';
import { refusal } from '../gltf/fixtures/expectations.ts';
import type { PlaceSet, SourceTerrain } from '../places/place-set.ts';
import { fileOfBytes } from '../source-file.ts';
import { type Packing, type Samples, type TiffImage, tiffOf } from './fixtures/small-tiff.ts';
import { readGeotiff } from './read-geotiff.ts';

const codes = (set: PlaceSet): string[] => set.problems.map(({ code }) => code);
const read = (bytes: Uint8Array, maxCells?: number, beside?: Map<string, Uint8Array>): Promise<PlaceSet> =>
  readGeotiff(fileOfBytes('dem.tif', bytes, beside), maxCells === undefined ? {} : { maxCells });
const terrainOf = (set: PlaceSet): SourceTerrain => set.terrain ?? expect.unreachable();
const heights = (set: PlaceSet): number[] => Array.from(terrainOf(set).heightsMetres);

const folder = join(import.meta.dirname, '../../../../shared/data/dem');
const path = join(folder, 'bigtujunga_srtm30_utm11.tif');
if (!existsSync(path)) console.log('skipped: shared/data/dem is not here');

describe.skipIf(!existsSync(path))('the public raster of heights', () => {
  const bytes = existsSync(path) ? new Uint8Array(readFileSync(path)) : new Uint8Array(0);
  it('has its size, place, system and heights', async () => {
    const set = await read(bytes);
    const { columns, rows, stepX, stepY, heightsMetres } = terrainOf(set);
    expect([columns, rows, stepX, stepY, set.crs?.text, set.unplaced]).toEqual([
      1197,
      643,
      30,
      -30,
      'EPSG:32611',
      false,
    ]);
    const known = heightsMetres.filter((height) => !Number.isNaN(height));
    let [low, high] = [9999, -9999];
    for (const height of known) [low, high] = [Math.min(low, height), Math.max(high, height)];
    expect([low, high]).toEqual([315, 2295]);
    expect(codes(set)).toEqual([]);
  });

  it('is thinned to what is asked for, with the same ground under it', async () => {
    const [whole, thin] = [terrainOf(await read(bytes)), terrainOf(await read(bytes, 10_000))];
    expect([thin.columns, thin.rows, thin.stepX]).toEqual([133, 71, 270]);
    const [i, j] = [60, 30];
    const block = Array.from(
      { length: 81 },
      (_, k) => whole.heightsMetres[(j * 9 + Math.floor(k / 9)) * whole.columns + i * 9 + (k % 9)] ?? 0,
    );
    expect(thin.heightsMetres[j * thin.columns + i]).toBeCloseTo(
      block.reduce((sum, h) => sum + h, 0) / 81,
      2,
    );
    expect(thin.origin[0] - whole.origin[0]).toBe(120);
    expect(whole.origin[1] - thin.origin[1]).toBe(120);
  });
});

const image = (values: Samples, columns: number, more: Partial<TiffImage> = {}): TiffImage => ({
  columns,
  rows: values.length / columns / (more.bands ?? 1),
  values,
  scale: [2, 3],
  tie: [0, 0, 500_000, 3_955_000],
  keys: { 1024: 1, 1025: 1, 3072: 4547 },
  ...more,
});

describe('every packing', () => {
  const types = { i16: Int16Array, u16: Uint16Array, f32: Float32Array, f64: Float64Array } as const;
  const packing = fc.constantFrom<Packing>('none', 'lzw', 'deflate', 'packbits');
  const made = fc
    .record({
      columns: fc.integer({ min: 1, max: 40 }),
      rows: fc.integer({ min: 1, max: 40 }),
      type: fc.constantFrom(...(Object.keys(types) as (keyof typeof types)[])),
      packing,
      tile: fc.constantFrom(undefined, 16, 32),
      strip: fc.integer({ min: 1, max: 40 }),
      predicted: fc.boolean(),
      little: fc.boolean(),
      seed: fc.integer({ min: 1, max: 1e6 }),
    })
    .map(({ columns, rows, type, ...rest }) => {
      const low = type === 'u16' ? 0 : -400;
      const values = new types[type](columns * rows).map((_, i) => low + ((i * rest.seed * 7919) % 4000));
      return { columns, type, values, ...rest };
    });

  it('reads back what was written', async () => {
    await fc.assert(
      fc.asyncProperty(
        made,
        async ({ columns, type, values, tile, strip, predicted, little, packing: packed }) => {
          const predictor =
            !predicted || packed === 'none' || packed === 'packbits' ? 1 : type.startsWith('f') ? 3 : 2;
          const where = tile === undefined ? { strip } : { tile };
          const set = await read(
            tiffOf(
              [image(values, columns, { ...where, packing: packed, predictor, nothing: '-9999' })],
              little,
            ),
          );
          expect(heights(set)).toEqual(Array.from(values));
          expect(terrainOf(set).origin).toEqual([500_001, 3_954_998.5]);
        },
      ),
      { seed: 42, numRuns: 250 },
    );
  });

  it('reads what geotiff.js writes', async () => {
    const values = new Float32Array([1, 2, 3, 4, 5, 6]);
    const metadata = {
      height: 2,
      width: 3,
      ModelPixelScale: [10, 10, 0],
      ModelTiepoint: [0, 0, 0, 100, 200, 0],
      GeographicTypeGeoKey: 4326,
      GTModelTypeGeoKey: 2,
    };
    const set = await read(new Uint8Array(writeArrayBuffer(values, metadata as never)));
    expect(heights(set)).toEqual([1, 2, 3, 4, 5, 6]);
    expect([set.crs?.text, ...terrainOf(set).origin]).toEqual(['EPSG:4326', 105, 195]);
  });
});

describe('values', () => {
  it('leave out what stands for nothing, declared or usual', async () => {
    const nan = Number.NaN;
    const declared = tiffOf([image(Int16Array.from([7, -9999, 32_767, 4]), 2, { nothing: '7' })]);
    expect(heights(await read(declared))).toEqual([nan, -9999, 32_767, 4]);
    const usual = await read(tiffOf([image(Int16Array.from([7, -9999, 32_767, 4]), 2)]));
    expect(heights(usual)).toEqual([7, nan, nan, 4]);
    expect(codes(usual)).toContain('geotiff.nothing');
    const lowest = tiffOf([
      image(Float32Array.from([1, -3.4028234663852886e38, 5, 2]), 2, { nothing: '-3.40282346638529e+38' }),
    ]);
    expect(heights(await read(lowest))).toEqual([1, nan, 5, 2]);
  });

  it('are metres, whatever their scale and unit', async () => {
    const metadata =
      '<GDALMetadata><Item name="SCALE" sample="0" role="scale">0.5</Item><Item name="OFFSET" sample="0" role="offset">100</Item></GDALMetadata>';
    expect(heights(await read(tiffOf([image(Int16Array.from([2, 4]), 2, { metadata })])))).toEqual([
      101, 102,
    ]);
    const feet = await read(
      tiffOf([image(Int16Array.from([0, 1000]), 2, { keys: { 3072: 2926, 4099: 9002 } })]),
    );
    expect(heights(feet)[1]).toBeCloseTo(304.8, 3);
    expect(codes(feet)).toContain('geotiff.feet');
  });

  it.each<[string, number[], string]>([
    ['too high', [12_000, 3], 'terrain.implausible'],
    ['too low', [-600, 3], 'terrain.implausible'],
    ['all equal', [5, 5], 'terrain.flat'],
    ['mostly unknown', [-9999, -9999, -9999, 5], 'terrain.mostlyEmpty'],
    ['unknown', [-9999, -9999], 'terrain.empty'],
  ])('are looked at: %s', async (_name, values, code) => {
    expect(codes(await read(tiffOf([image(Int16Array.from(values), 2)])))).toContain(code);
  });
});

describe('overviews and pictures', () => {
  it('reads the overview that is large enough, over the same ground', async () => {
    const whole = image(
      Int16Array.from({ length: 64 }, (_, i) => i),
      8,
      { tile: 16 },
    );
    const overviews = [4, 2].map((side) => ({
      columns: side,
      rows: side,
      values: new Int16Array(side * side).fill(side),
      isOverview: true,
      tile: 16,
    }));
    const set = await read(tiffOf([whole, ...overviews]), 16);
    expect(heights(set)).toEqual(new Array(16).fill(4));
    expect([...terrainOf(set).origin, terrainOf(set).stepX]).toEqual([500_002, 3_954_997, 4]);
    expect(codes(set)).toContain('geotiff.thinned');
  });

  it('takes colours for a picture with corners', async () => {
    const values = Uint8Array.from([255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 9, 9]);
    const set = await read(tiffOf([image(values, 2, { bands: 3, photometric: 2, nothing: '9' })]));
    expect([set.format, set.terrain, set.crs?.text]).toEqual(['imagery', null, 'EPSG:4547']);
    const { bytes, corners, widthPx, heightPx } = set.imagery ?? expect.unreachable();
    expect([widthPx, heightPx]).toEqual([2, 2]);
    expect(corners).toEqual([
      [500_000, 3_955_000],
      [500_004, 3_955_000],
      [500_004, 3_954_994],
      [500_000, 3_954_994],
    ]);
    expect(Array.from(decode(bytes).data)).toEqual([
      255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 0, 0, 0, 0,
    ]);
  });

  it('thins a picture and reads 16 bits and grey', async () => {
    const wide = Uint16Array.from({ length: 4 * 4 * 3 }, (_, i) => (i % 3 === 0 ? 65_535 : 0));
    const set = await read(tiffOf([image(wide, 4, { bands: 3, photometric: 2 })]), 4);
    expect(Array.from(decode(set.imagery?.bytes ?? new Uint8Array(0)).data)).toEqual(
      Array.from({ length: 4 }, () => [255, 0, 0, 255]).flat(),
    );
    const grey = await read(tiffOf([image(Uint8Array.from([0, 200]), 2)]));
    expect(Array.from(decode(grey.imagery?.bytes ?? new Uint8Array(0)).data)).toEqual([
      0, 0, 0, 255, 200, 200, 200, 255,
    ]);
  });
});

describe('what is wrong with a file', () => {
  const good = tiffOf([
    image(
      Int16Array.from({ length: 100 }, (_, i) => i),
      10,
    ),
  ]);
  const at = (tag: number): number => {
    const view = new DataView(good.buffer);
    const start = view.getUint32(4, true);
    for (let i = 0; i < view.getUint16(start, true); i++)
      if (view.getUint16(start + 2 + 12 * i, true) === tag) return start + 2 + 12 * i + 8;
    return -1;
  };
  const withValue = (tag: number, value: number): Uint8Array => {
    const bytes = good.slice();
    new DataView(bytes.buffer).setUint32(at(tag), value, true);
    return bytes;
  };
  it.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array(0)],
    ['text', new TextEncoder().encode('ncols 3')],
    ['a cut file', good.subarray(0, good.length - 150)],
    ['a width of billions', withValue(256, 4_000_000_000)],
    ['a height of billions', withValue(257, 4_000_000_000)],
    ['a size beyond its bytes', withValue(256, 60_000)],
    ['an unknown packing', withValue(259, 4711)],
    ['a strip beyond the file', withValue(273, 4_000_000_000)],
    ['a width of nothing', withValue(256, 0)],
  ])('is refused: %s', async (_name, bytes) => {
    expect((await refusal(read(bytes))).problem.code).toBe('geotiff.damaged');
  });
});
