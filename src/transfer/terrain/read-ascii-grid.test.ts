import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusal } from '../gltf/fixtures/expectations.ts';
import type { PlaceSet, SourceTerrain } from '../places/place-set.ts';
import { fileOfBytes } from '../source-file.ts';
import { readAsciiGrid, type TerrainOptions } from './read-ascii-grid.ts';

const utf8 = new TextEncoder();
const read = (
  text: string,
  options: TerrainOptions = {},
  beside: Record<string, string> = {},
): Promise<PlaceSet> =>
  readAsciiGrid(
    fileOfBytes(
      'dem.asc',
      utf8.encode(text),
      new Map(Object.entries(beside).map(([name, content]) => [name, utf8.encode(content)])),
    ),
    options,
  );
const terrainOf = (set: PlaceSet): SourceTerrain => set.terrain ?? expect.unreachable();
const heights = (set: PlaceSet): number[] => Array.from(terrainOf(set).heightsMetres);
const codes = (set: PlaceSet): string[] => set.problems.map(({ code }) => code);
const HEADER = 'ncols 3\nnrows 2\nxllcorner 100\nyllcorner 200\ncellsize 10\nNODATA_value -9999\n';

describe('readAsciiGrid', () => {
  it('reads rows from the north, centres of cells, and the system beside it', async () => {
    const set = await read(`${HEADER}1 2 3\n4 -9999 6\n`, {}, { 'dem.prj': 'PROJCS["CGCS2000"]' });
    expect(heights(set)).toEqual([1, 2, 3, 4, Number.NaN, 6]);
    const { origin, stepX, stepY } = terrainOf(set);
    expect([...origin, stepX, stepY]).toEqual([105, 215, 10, -10]);
    expect([set.crs, set.unplaced, set.problems]).toEqual([
      { text: 'PROJCS["CGCS2000"]', where: 'dem.prj' },
      false,
      [],
    ]);
  });

  it.each<[string, string, number[]]>([
    [
      'centres',
      'NCOLS 3\r\nNROWS 2\r\nXLLCENTER 100\r\nYLLCENTER 200\r\nCELLSIZE 10\r\nnodata_VALUE -9999\r\n',
      [100, 210, 10, -10],
    ],
    ['two sizes of a cell', 'nrows 2\nncols 3\nxllcorner 0\nyllcorner 0\ndx 4\ndy 2\n', [2, 3, 4, -2]],
    [
      'decimal commas',
      'ncols 3\nnrows 2\nxllcorner 0,5\nyllcorner 0,5\ncellsize 0,5\n',
      [0.75, 1.25, 0.5, -0.5],
    ],
    ['old line ends', 'ncols 3\rnrows 2\rxllcorner 0\ryllcorner 0\rcellsize 2\r', [1, 3, 2, -2]],
    ['a byte order mark', '\ufeffncols 3\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 2\n', [1, 3, 2, -2]],
  ])('knows headers with %s', async (_name, header, expected) => {
    const set = await read(
      `${header}1,5 2 3${header.includes('\r\n') ? '\r\n' : header.includes('\r') ? '\r' : '\n'}4 5 6`,
    );
    const { origin, stepX, stepY } = terrainOf(set);
    expect([...origin, stepX, stepY]).toEqual(expected);
    expect(heights(set)).toEqual([1.5, 2, 3, 4, 5, 6]);
    expect(set.problems).toEqual([]);
  });

  it('finds rows of the wrong length by their line', async () => {
    const set = await read(`${HEADER}1 2 3\n4 5\n`);
    expect(heights(set)).toEqual([1, 2, 3, 4, 5, Number.NaN]);
    expect(set.problems.find(({ code }) => code === 'asc.row')).toMatchObject({
      severity: 'error',
      where: 'line 8',
    });
    const long = await read(`${HEADER}1 2 3 9\n\n4 5 6\n`);
    expect(heights(long)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(long.problems[0]?.where).toBe('line 7');
  });

  it('tells missing and surplus rows, and values that are no numbers', async () => {
    const short = await read(`${HEADER}1 2 3\n`);
    expect(heights(short).slice(3)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
    expect(codes(short)).toContain('asc.rows');
    expect(codes(await read(`${HEADER}1 2 3\n4 5 6\n7 8 9\n`))).toContain('asc.rows');
    const word = await read(`${HEADER}1 x 3\n4 5 6\n`);
    expect(word.problems.find(({ code }) => code === 'asc.value')?.where).toBe('line 7, value 2');
    expect(heights(word)).toEqual([1, Number.NaN, 3, 4, 5, 6]);
  });

  it('reads a file that was wrapped', async () => {
    const set = await read(`${HEADER}1 2\n3 4\n5 6\n`);
    expect(heights(set)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(codes(set)).toEqual(['asc.wrapped']);
  });

  it.each([
    '',
    'hello',
    'ncols 3\n',
    'ncols 3\nnrows -2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1',
    'ncols 3\nnrows 2\nxllcorner 0\nyllcorner 0\n1 2 3',
    'ncols 900000\nnrows 900000\nxllcorner 0\nyllcorner 0\ncellsize 1\n1',
  ])('refuses %j', async (text) => {
    expect((await refusal(read(text))).problem.code).toBe('asc.header');
  });

  it('reads back what was written, over chunks, and thins by means', async () => {
    const grid = fc.record({
      columns: fc.integer({ min: 1, max: 60 }),
      rows: fc.integer({ min: 1, max: 60 }),
      maxCells: fc.constantFrom(1, 7, 100, 1_000_000),
      seed: fc.integer({ min: 0, max: 9999 }),
    });
    await fc.assert(
      fc.asyncProperty(grid, async ({ columns, rows, maxCells, seed }) => {
        const values = Array.from({ length: columns * rows }, (_, k) => ((k * 7919 + seed) % 1000) / 4);
        const text = Array.from({ length: rows }, (_, j) =>
          values.slice(j * columns, (j + 1) * columns).join(' '),
        ).join('\n');
        const set = await read(
          `ncols ${columns}\nnrows ${rows}\nxllcorner 0\nyllcorner 0\ncellsize 1\n${text}\n`,
          { maxCells },
        );
        const { columns: wide, rows: high, stepX, origin, heightsMetres } = terrainOf(set);
        const k = stepX;
        expect([wide, high]).toEqual([Math.floor(columns / k), Math.floor(rows / k)]);
        expect(origin[0]).toBeCloseTo(k / 2, 9);
        expect(origin[1]).toBeCloseTo(rows - k / 2, 9);
        for (let cell = 0; cell < wide * high; cell++) {
          const [i, j] = [(cell % wide) * k, Math.floor(cell / wide) * k];
          let sum = 0;
          for (let n = 0; n < k * k; n++)
            sum += values[(j + Math.floor(n / k)) * columns + i + (n % k)] ?? Number.NaN;
          expect(heightsMetres[cell]).toBeCloseTo(sum / k ** 2, 3);
        }
      }),
      { seed: 1999, numRuns: 150 },
    );
  });

  it('reads three million values, a megabyte at a time', async () => {
    const [columns, rows] = [2000, 1500];
    const row = Array.from({ length: columns }, (_, i) => i % 97).join(' ');
    const text = `ncols ${columns}\r\nnrows ${rows}\r\nxllcorner 0\r\nyllcorner 0\r\ncellsize 1\r\n${`${row}\r\n`.repeat(rows)}`;
    let told = 0;
    const set = await read(text, { report: () => told++, maxCells: 4_000_000 });
    expect([set.counts['known'], set.problems]).toEqual([columns * rows, []]);
    expect(terrainOf(set).heightsMetres[columns * 777 + 96]).toBe(96);
    expect(told).toBeGreaterThan(0);
  });
});
