import { describe, expect, it } from 'vitest';
import { addressHere, fileAtAddress } from './address-file.ts';
import { Refused } from './problem.ts';
import { readTileset } from './tiles/read-tileset.ts';

const PAGE = 'http://127.0.0.1:5320/?open=1#/staff';
const big = Uint8Array.from({ length: 200_000 }, (_, i) => i % 251);
const tileset = {
  asset: { version: '1.1' },
  geometricError: 100,
  root: {
    boundingVolume: { sphere: [0, 0, 0, 50] },
    geometricError: 0,
    refine: 'ADD',
    children: ['big.glb', 'no.b3dm', 'extra/%E4%B8%80.bin'].map((uri) => ({
      boundingVolume: { sphere: [0, 0, 0, 5] },
      geometricError: 0,
      content: { uri },
    })),
  },
};
/** A server of files; `ranges`: whether it knows them. */
const serverOf = (ranges: boolean) => {
  const files = new Map<string, Uint8Array>([
    ['/tiles/tileset.json', new TextEncoder().encode(JSON.stringify(tileset))],
    ['/tiles/big.glb', big],
    ['/tiles/extra/一.bin', Uint8Array.of(1, 2, 3)],
  ]);
  const asked: string[] = [];
  const fetchFile = async (address: string, options: RequestInit = {}): Promise<Response> => {
    const path = decodeURIComponent(new URL(address).pathname);
    asked.push(path);
    const bytes = files.get(path);
    if (!bytes) return new Response(null, { status: 404 });
    const range = /bytes=(\d+)-(\d+)/.exec(new Headers(options.headers).get('range') ?? '');
    if (!range || !ranges) return new Response(bytes as Uint8Array<ArrayBuffer>);
    const part = bytes.slice(Number(range[1]), Number(range[2]) + 1);
    return new Response(part, {
      status: 206,
      headers: { 'content-range': `bytes ${range[1]}-${range[2]}/${bytes.length}` },
    });
  };
  return { fetchFile, asked };
};

describe.each([
  ['with ranges', true],
  ['without ranges', false],
])('a file of a server %s', (_what, ranges) => {
  it('has its size, its bytes and its siblings', async () => {
    const { fetchFile } = serverOf(ranges);
    const root = await fileAtAddress('http://127.0.0.1:5320/tiles/tileset.json', fetchFile);
    const file = await root.sibling('big.glb');
    expect(file?.size).toBe(big.length);
    expect(await file?.read(100, 120)).toEqual(big.subarray(100, 120));
    expect(await file?.read(150_000, 999_999)).toEqual(big.subarray(150_000));
    expect(await file?.read(0, big.length)).toEqual(big);
    expect((await root.sibling('extra/一.bin'))?.name).toBe('一.bin');
    expect(await root.sibling('no.b3dm')).toBeNull();
  });
  it('is a tileset like one of a folder', async () => {
    const { fetchFile } = serverOf(ranges);
    const info = await readTileset(
      await fileAtAddress('http://127.0.0.1:5320/tiles/tileset.json', fetchFile),
    );
    expect(info).toMatchObject({ version: '1.1', tiles: 4, missingCount: 1, missing: ['no.b3dm'] });
  });
});

describe('a tileset of very many tiles', () => {
  it('is looked at only so far, and says so', async () => {
    const { fetchFile, asked } = serverOf(true);
    const file = await fileAtAddress('http://127.0.0.1:5320/tiles/tileset.json', fetchFile);
    const info = await readTileset(file, { mostContents: 1 });
    expect(asked).toHaveLength(2);
    expect(info.tiles).toBe(4);
    expect(info.problems.map(({ code }) => code)).toContain('tiles.notAll');
  });
});

describe('an address', () => {
  it.each([
    ['/tiles/tileset.json', '/tiles/tileset.json'],
    ['tiles/tileset.json', '/tiles/tileset.json'],
    [' http://127.0.0.1:5320/tiles/a b.json?v=2 ', '/tiles/a%20b.json?v=2'],
  ])('%s is of this server', (typed, path) => expect(addressHere(typed, PAGE)).toBe(path));
  it.each([
    `http:${'//10.0.0.8'}/tiles/tileset.json`,
    '//10.0.0.8/t.json',
    'file:///D:/tiles/tileset.json',
    'javascript:1',
    'http://127.0.0.1:80/t.json',
  ])('%s is refused, with how to bring it here', (typed) => {
    expect(() => addressHere(typed, PAGE)).toThrow(Refused);
    expect(() => addressHere(typed, PAGE)).toThrow(/--tiles FOLDER/);
  });
  it.each(['', '   ', 'http://'])('“%s” is none', (typed) =>
    expect(() => addressHere(typed, PAGE)).toThrow(/no address/),
  );
  it('where nothing is says so', async () => {
    const { fetchFile } = serverOf(true);
    await expect(fileAtAddress('http://127.0.0.1:5320/tiles/none.json', fetchFile)).rejects.toThrow(
      'no “/tiles/none.json” on this server',
    );
    await expect(
      fileAtAddress('http://127.0.0.1:5320/x.json', () => Promise.reject(new TypeError('down'))),
    ).rejects.toThrow(Refused);
  });
});
