import fc from 'fast-check';
import { encode } from 'fast-png';
import { describe, it } from 'vitest';
import { createTally, damaged, damages } from '../gltf/fixtures/fuzz.ts';
import { readImagery } from '../imagery/read-imagery.ts';
import { fileOfBytes, type SourceFile } from '../source-file.ts';
import { type Packing, tiffOf } from './fixtures/small-tiff.ts';
import { readAsciiGrid } from './read-ascii-grid.ts';
import { readGeotiff } from './read-geotiff.ts';
import { readTerrarium } from './read-terrarium.ts';

const tiff = (packing: Packing, more: object = {}, little = true): Uint8Array =>
  tiffOf(
    [
      {
        columns: 12,
        rows: 9,
        values: Int16Array.from({ length: 108 }, (_, i) => i),
        packing,
        strip: 2,
        scale: [1, 1],
        tie: [0, 0, 5, 5],
        keys: { 1024: 1, 3072: 4547 },
        nothing: '-9999',
        ...more,
      },
      { columns: 6, rows: 4, values: new Int16Array(24), isOverview: true },
    ],
    little,
  );
const png = encode({
  width: 16,
  height: 16,
  data: new Uint8Array(768).map((_, i) => (i * 37) % 251),
  channels: 3,
  depth: 8,
});
const ascii = new TextEncoder().encode(
  `ncols 6\nnrows 5\nxllcorner 100\nyllcorner 200\ncellsize 10\nNODATA_value -9999\n${'1 2,5 3 -9999 5 6\n'.repeat(5)}`,
);

describe('damaged rasters', () => {
  it.each<[string, Uint8Array, (file: SourceFile) => Promise<unknown>, number, number]>([
    ['TIFF', tiff('none'), readGeotiff, 3001, 500],
    ['TIFF, LZW', tiff('lzw', { predictor: 2 }), readGeotiff, 3002, 300],
    ['TIFF, deflate, big-endian', tiff('deflate', { predictor: 2 }, false), readGeotiff, 3003, 300],
    ['TIFF, PackBits, tiles', tiff('packbits', { tile: 16 }), readGeotiff, 3004, 200],
    [
      'TIFF of colours',
      tiffOf([{ columns: 6, rows: 4, bands: 3, photometric: 2, values: new Uint8Array(72) }]),
      readImagery,
      3005,
      200,
    ],
    ['ASCII grid', ascii, readAsciiGrid, 3006, 600],
    ['Terrarium PNG', png, readTerrarium, 3007, 500],
    ['PNG of imagery', png, readImagery, 3008, 200],
  ])('end well: %s', async (name, whole, read, seed, numRuns) => {
    const { endsWell, tell } = createTally(name);
    await fc.assert(
      fc.asyncProperty(damages, (damage) => endsWell(() => read(fileOfBytes('a.x', damaged(whole, damage))))),
      { seed, numRuns },
    );
    tell(seed);
  });

  it('end well: words of an ASCII grid', async () => {
    const { endsWell, tell } = createTally('ASCII words');
    const words = fc.constantFrom(
      'ncols',
      'nrows',
      'cellsize',
      'xllcorner',
      'yllcorner',
      'dx',
      '1',
      '-1',
      '0',
      '1e9',
      '3',
      '3',
      'nan',
      '1e400',
      ',',
      'ü',
      '-9999',
      '\n',
      '\n',
      '\r',
      ';',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 60 }), (all) =>
        endsWell(() =>
          readAsciiGrid(
            fileOfBytes(
              'a.asc',
              new TextEncoder().encode(
                `ncols 3\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n${all.join(' ')}`,
              ),
            ),
          ),
        ),
      ),
      { seed: 3009, numRuns: 400 },
    );
    tell(3009);
  });
});
