import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { refusal } from '../gltf/fixtures/expectations.ts';
import type { PlaceSet } from '../places/place-set.ts';
import { fileOfBytes } from '../source-file.ts';
import { tiffOf } from '../terrain/fixtures/small-tiff.ts';
import { readPictureHeader } from './picture-header.ts';
import { readImagery } from './read-imagery.ts';

const utf8 = new TextEncoder();
const png = encode({ width: 4, height: 2, data: new Uint8Array(24), channels: 3, depth: 8 });
const bytesOf = (...parts: (string | number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part,
    ),
  );
const zeros = (count: number): number[] => new Array<number>(count).fill(0);
const read = (name: string, bytes: Uint8Array, beside: Record<string, string> = {}): Promise<PlaceSet> =>
  readImagery(
    fileOfBytes(
      name,
      bytes,
      new Map(Object.entries(beside).map(([path, text]) => [path, utf8.encode(text)])),
    ),
  );

describe('picture headers', () => {
  it.each<[string, Uint8Array, [string, number | null, number | null]]>([
    ['PNG', png, ['image/png', 4, 2]],
    [
      'JPEG after its tables',
      bytesOf(
        [
          0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xdb, 0, 3, 0, 0xff, 0xc2, 0, 17, 8, 0x01, 0x00,
          0x02, 0x80,
        ],
        zeros(12),
      ),
      ['image/jpeg', 640, 256],
    ],
    ['JPEG without a frame', bytesOf([0xff, 0xd8, 0xff, 0xd9], zeros(20)), ['image/jpeg', null, null]],
    [
      'lossy WebP',
      bytesOf('RIFF', zeros(4), 'WEBPVP8 ', zeros(4), [0, 0, 0, 0x9d, 1, 0x2a, 0x80, 2, 0xe0, 1]),
      ['image/webp', 640, 480],
    ],
    [
      'lossless WebP',
      bytesOf('RIFF', zeros(4), 'WEBPVP8L', zeros(4), [0x2f, 0x7f, 0xc2, 0x77, 0], zeros(8)),
      ['image/webp', 640, 480],
    ],
    [
      'extended WebP',
      bytesOf('RIFF', zeros(4), 'WEBPVP8X', zeros(8), [0x7f, 2, 0, 0xdf, 1, 0]),
      ['image/webp', 640, 480],
    ],
    [
      'KTX2',
      bytesOf([0xab], 'KTX 20', [0xbb, 13, 10, 26, 10], zeros(8), [64, 0, 0, 0, 32, 0, 0, 0]),
      ['image/ktx2', 64, 32],
    ],
  ])('tell the size of %s', (_name, bytes, [mime, widthPx, heightPx]) => {
    expect(readPictureHeader(bytes)).toEqual({ mime, widthPx, heightPx });
  });

  it('are none of other bytes', () => {
    expect(readPictureHeader(new Uint8Array(0))).toBeNull();
    expect(readPictureHeader(utf8.encode('hello, this is text'))).toBeNull();
  });
});

describe('readImagery', () => {
  it('has corners from a world file, and a system from what lies beside it', async () => {
    const set = await read('map.png', png, {
      'map.pgw': '2\n0\n0\n-3\n101\n198.5\n',
      'map.prj': 'PROJCS["x"]',
    });
    expect(set.imagery).toMatchObject({ mime: 'image/png', widthPx: 4, heightPx: 2 });
    expect(set.imagery?.corners).toEqual([
      [100, 200],
      [108, 200],
      [108, 194],
      [100, 194],
    ]);
    expect([set.crs?.text, set.unplaced, set.problems]).toEqual(['PROJCS["x"]', false, []]);
  });

  it.each(['map.pgw', 'map.PGW', 'map.pngw', 'map.wld', 'map.WLD', 'map.png.wld', 'map.pngW'.toLowerCase()])(
    'finds %s',
    async (name) => {
      expect((await read('map.png', png, { [name]: '1 0 0 -1 0,5 0,5' })).imagery?.corners?.[0]).toEqual([
        0, 1,
      ]);
    },
  );

  it('turns with a turned world file', async () => {
    const set = await read('map.png', png, { 'map.pgw': '0 1 1 0 0 0' });
    expect(set.imagery?.corners).toEqual([
      [-0.5, -0.5],
      [-0.5, 3.5],
      [1.5, 3.5],
      [1.5, -0.5],
    ]);
  });

  it('reads GDAL’s .aux.xml', async () => {
    const xml =
      '<PAMDataset><SRS dataAxisToSRSAxisMapping="2,1">EPSG:4490</SRS><GeoTransform> 107, 0.001, 0, 35, 0, -0.001</GeoTransform></PAMDataset>';
    const set = await read('map.png', png, { 'map.png.aux.xml': xml });
    expect(set.crs).toEqual({ text: 'EPSG:4490', where: 'map.png.aux.xml' });
    expect(set.imagery?.corners?.[0]).toEqual([107, 35]);
    expect((await read('map.png', png, { 'map.png.aux.xml': '<a><b></a>' })).problems[0]?.code).toBe(
      'imagery.auxXml',
    );
  });

  it('is placed by hand without one, or with a broken one', async () => {
    const alone = await read('map.png', png);
    expect([alone.unplaced, alone.imagery?.corners, alone.problems.map(({ code }) => code)]).toEqual([
      true,
      null,
      ['imagery.unplaced'],
    ]);
    expect((await read('map.png', png, { 'map.pgw': '1 2 3' })).problems[0]?.code).toBe('imagery.worldFile');
    expect((await read('map.png', png, { 'map.pgw': '0 0 0 0 5 5' })).imagery?.corners).toBeNull();
  });

  it('takes a GeoTIFF of colours and refuses one of heights', async () => {
    const colours = { columns: 1, rows: 1, bands: 3, photometric: 2, values: Uint8Array.from([1, 2, 3]) };
    expect((await read('a.tif', tiffOf([colours]))).imagery?.widthPx).toBe(1);
    const heights = { columns: 1, rows: 1, values: Float32Array.from([3]) };
    expect((await refusal(read('a.tif', tiffOf([heights])))).problem.code).toBe('imagery.heights');
  });

  it.each<[string, Uint8Array, string]>([
    ['text', utf8.encode('hello'), 'imagery.unknown'],
    ['a header without a size', bytesOf([0xff, 0xd8, 0xff, 0xd9], zeros(20)), 'imagery.damaged'],
    ['too many pixels', Uint8Array.from(png, (byte, i) => (i === 17 ? 255 : byte)), 'imagery.tooManyPixels'],
  ])('refuses %s', async (_name, bytes, code) => {
    expect((await refusal(read('a.png', bytes))).problem.code).toBe(code);
  });
});
