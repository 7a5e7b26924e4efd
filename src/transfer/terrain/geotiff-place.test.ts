import { describe, expect, it } from 'vitest';
import type { PlaceSet, SourceTerrain } from '../places/place-set.ts';
import { fileOfBytes } from '../source-file.ts';
import { type Samples, type TiffImage, tiffOf } from './fixtures/small-tiff.ts';
import { readGeotiff } from './read-geotiff.ts';

const codes = (set: PlaceSet): string[] => set.problems.map(({ code }) => code);
const read = (bytes: Uint8Array, beside?: Map<string, Uint8Array>): Promise<PlaceSet> =>
  readGeotiff(fileOfBytes('dem.tif', bytes, beside));
const terrainOf = (set: PlaceSet): SourceTerrain => set.terrain ?? expect.unreachable();
const heights = (set: PlaceSet): number[] => Array.from(terrainOf(set).heightsMetres);

const image = (values: Samples, columns: number, more: Partial<TiffImage> = {}): TiffImage => ({
  columns,
  rows: values.length / columns / (more.bands ?? 1),
  values,
  scale: [2, 3],
  tie: [0, 0, 500_000, 3_955_000],
  keys: { 1024: 1, 1025: 1, 3072: 4547 },
  ...more,
});

describe('place', () => {
  const values = Float32Array.from([1, 2, 3, 4, 5, 6]);
  it.each<[string, Partial<TiffImage>, number[]]>([
    ['cells are areas', {}, [500_001, 3_954_998.5, 2, -3]],
    ['cells are points', { keys: { 1025: 2, 3072: 4547 } }, [500_000, 3_955_000, 2, -3]],
    ['the tie is another cell', { tie: [1, 1, 500_000, 3_955_000] }, [499_999, 3_955_001.5, 2, -3]],
    [
      'a matrix',
      {
        tie: undefined as never,
        scale: undefined as never,
        matrix: [2, 0, 0, 10, 0, -3, 0, 20, 0, 0, 0, 0, 0, 0, 0, 1],
      },
      [11, 18.5, 2, -3],
    ],
  ])('is where the file says: %s', async (_name, more, [x, y, stepX, stepY]) => {
    const given = Object.fromEntries(
      Object.entries(image(values, 3, more)).filter(([, value]) => value !== undefined),
    );
    const set = await read(tiffOf([given as unknown as TiffImage]));
    const { origin, stepX: sx, stepY: sy } = terrainOf(set);
    expect([...origin, sx, sy]).toEqual([x, y, stepX, stepY]);
    expect(heights(set)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('has north up whichever way the rows run', async () => {
    const matrix = [-2, 0, 0, 10, 0, 3, 0, 20, 0, 0, 0, 0, 0, 0, 0, 1];
    const set = await read(tiffOf([{ columns: 3, rows: 2, values, matrix, keys: { 1025: 2 } }]));
    expect(heights(set)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(terrainOf(set).origin).toEqual([6, 23]);
  });

  it('is straightened where the raster is turned', async () => {
    // A plane 100 + x + 2y over a raster turned by 30°.
    const [cos, sin] = [Math.cos(0.5), Math.sin(0.5)];
    const side = 20;
    const plane = Float32Array.from({ length: side * side }, (_, k) => {
      const [i, j] = [k % side, Math.floor(k / side)];
      return 100 + (cos * i + sin * j) + 2 * (sin * i - cos * j);
    });
    const matrix = [cos, sin, 0, 0, sin, -cos, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
    const set = await read(tiffOf([{ columns: side, rows: side, values: plane, matrix, keys: { 1025: 2 } }]));
    const { columns, rows, origin, stepX, stepY, heightsMetres } = terrainOf(set);
    let known = 0;
    for (let j = 0; j < rows; j++)
      for (let i = 0; i < columns; i++) {
        const height = heightsMetres[j * columns + i] ?? Number.NaN;
        if (Number.isNaN(height)) continue;
        known++;
        expect(height).toBeCloseTo(100 + origin[0] + i * stepX + 2 * (origin[1] + j * stepY), 3);
      }
    expect(known).toBeGreaterThan(300);
    expect(codes(set)).toContain('terrain.turned');
  });

  it('is unknown without a place, or what files beside it say', async () => {
    const bytes = tiffOf([{ columns: 3, rows: 2, values }]);
    const alone = await read(bytes);
    expect([alone.unplaced, alone.crs, ...terrainOf(alone).origin]).toEqual([true, null, -1, 0.5]);
    const text = (content: string) => new TextEncoder().encode(content);
    const beside = new Map([
      ['dem.tfw', text('2,5\n0\n0\n-2,5\n1000\n2000\n')],
      ['dem.prj', text('PROJCS["x"]')],
    ]);
    const placed = await read(bytes, beside);
    expect([placed.unplaced, placed.crs?.text, ...terrainOf(placed).origin, terrainOf(placed).stepX]).toEqual(
      [false, 'PROJCS["x"]', 1000, 2000, 2.5],
    );
  });

  it.each<[string, TiffImage['keys'], string | null]>([
    ['degrees', { 1024: 2, 2048: 4490 }, 'EPSG:4490'],
    [
      'a citation',
      { 1024: 1, 3072: 32_767, 1026: 'CGCS2000 3 Degree GK CM 108E' },
      'CGCS2000 3 Degree GK CM 108E',
    ],
    [
      'a definition of Esri',
      { 1024: 1, 3072: 32_767, 3073: 'ESRI PE String = PROJCS["a",GEOGCS["b"]]' },
      'PROJCS["a",GEOGCS["b"]]',
    ],
    ['nothing', { 1025: 1 }, null],
  ])('names its system: %s', async (_name, keys, expected) => {
    expect((await read(tiffOf([image(values, 3, { keys: keys ?? {} })]))).crs?.text ?? null).toBe(expected);
  });
});
