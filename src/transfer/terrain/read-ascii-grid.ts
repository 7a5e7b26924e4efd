/**
 * Esri ASCII grids (`.asc`): a header, then heights row by row from the north. A `.prj` beside it names the system.
 *
 * Each line is taken for a row. Where lines have other lengths but all values together are the right number, the file was wrapped,
 * and is read again as one run of values; else a short row is filled up, a long one cut, and its line told.
 */
import { readPrj } from '../imagery/beside.ts';
import { createPace } from '../pace.ts';
import type { PlaceSet } from '../places/place-set.ts';
import { Problems, Refused } from '../problem.ts';
import type { ReadOptions, SourceFile } from '../source-file.ts';
import { type AsciiHeader, headerEntry, numberIn, readAsciiHeader } from './ascii-header.ts';
import { Decimator } from './decimator.ts';
import { linesOf, LONGEST_LINE } from './lines.ts';
import { MAX_CELLS, terrainSet } from './terrain-set.ts';

export interface TerrainOptions extends ReadOptions {
  /** Cells to keep at most: larger rasters are thinned by a whole factor. */
  readonly maxCells?: number;
}

const SEPARATORS = /[\s;]+/;
/** A header is over after this many lines. */
const LONGEST_HEADER = 40;

interface Pass {
  readonly decimator: Decimator;
  /** Values found, rows (lines with values) found, and lines of another length than a row. */
  values: number;
  rows: number;
  odd: number;
}

const valuesOf = (
  line: string,
  number: number,
  { nothing }: AsciiHeader,
  problems: Problems,
): Float64Array => {
  const tokens = line.trim().split(SEPARATORS);
  const values = new Float64Array(tokens.length);
  tokens.forEach((token, i) => {
    const value = numberIn(token);
    if (Number.isNaN(value) && !/^-?nan$/i.test(token))
      problems.add('asc.value', 'error', `line ${number}, value ${i + 1}`, () => [
        `“${token.slice(0, 40)}”不是数，该格按无值处理。`,
        `“${token.slice(0, 40)}” is no number; the cell is left without a height.`,
      ]);
    values[i] = value === nothing || !Number.isFinite(value) ? Number.NaN : value;
  });
  return values;
};

type Row = (values: Float64Array, line: number) => void;

/** Lines are rows. */
const byLines = ({ columns }: AsciiHeader, pass: Pass, problems: Problems): Row => {
  const row = new Float64Array(columns);
  return (values, line) => {
    pass.rows++;
    if (values.length !== columns) {
      pass.odd++;
      problems.add('asc.row', 'error', `line ${line}`, () => [
        `这一行有 ${values.length} 个值，应有 ${columns} 个；${values.length < columns ? '缺的按无值处理' : '多的略去'}。`,
        `The row has ${values.length} values instead of ${columns}; ${values.length < columns ? 'what is missing has no height' : 'the rest is left out'}.`,
      ]);
    }
    row.fill(Number.NaN);
    row.set(values.subarray(0, columns));
    pass.decimator.add(row);
  };
};

/** Values run on over line ends. */
const inOneRun = ({ columns }: AsciiHeader, pass: Pass): Row => {
  const row = new Float64Array(columns);
  let filled = 0;
  return (values) => {
    for (const value of values) {
      row[filled++] = value;
      if (filled < columns) continue;
      pass.decimator.add(row);
      pass.rows++;
      filled = 0;
    }
  };
};

export const readAsciiGrid = async (file: SourceFile, options: TerrainOptions = {}): Promise<PlaceSet> => {
  const pace = createPace(options, file.size);
  const maxCells = options.maxCells ?? MAX_CELLS;

  const run = async (problems: Problems, wrapped: boolean): Promise<{ header: AsciiHeader; pass: Pass }> => {
    const entries = new Map<string, string>();
    let header: AsciiHeader | null = null;
    let pass: Pass | null = null;
    let take: Row = () => undefined;
    let number = 0;
    const begin = (): AsciiHeader => {
      header = readAsciiHeader(entries, file.name);
      pass = { decimator: new Decimator(header.columns, header.rows, maxCells), values: 0, rows: 0, odd: 0 };
      take = wrapped ? inOneRun(header, pass) : byLines(header, pass, problems);
      return header;
    };
    for await (const { line, done } of linesOf(file)) {
      number++;
      await pace(done);
      if (line.length > LONGEST_LINE)
        throw new Refused(
          'asc.line',
          `line ${number}`,
          '这一行太长，不是 ASCII 栅格。',
          'The line is too long: it is no ASCII grid.',
        );
      if (line.trim() === '') continue;
      const entry = header === null ? headerEntry(line) : null;
      if (entry !== null) {
        if (!entries.has(entry[0])) entries.set(...entry);
        continue;
      }
      if (header === null && number > LONGEST_HEADER) readAsciiHeader(new Map(), file.name);
      const values = valuesOf(line, number, header ?? begin(), problems);
      if (pass !== null) (pass as Pass).values += values.length;
      take(values, number);
    }
    const known = header ?? begin();
    return { header: known, pass: pass as unknown as Pass };
  };

  let problems = new Problems();
  let { header, pass } = await run(problems, false);
  const { columns, rows } = header;
  if (pass.odd > 0 && pass.values === columns * rows) {
    problems = new Problems();
    ({ header, pass } = await run(problems, true));
    problems.add('asc.wrapped', 'note', '', () => [
      '行的长度与列数不同，但总数正确，按连续数值读取。',
      'Lines are of other lengths than rows, but all values are there; they are read as one run.',
    ]);
  }
  if (pass.rows !== rows)
    problems.add('asc.rows', 'error', '', () => [
      `有 ${pass.rows} 行数据，文件头说 ${rows} 行；${pass.rows < rows ? '缺的按无值处理' : '多的略去'}。`,
      `There are ${pass.rows} rows; the header says ${rows}. ${pass.rows < rows ? 'What is missing has no height' : 'The rest is left out'}.`,
    ]);
  const { decimator } = pass;
  options.report?.(file.size, file.size);
  return terrainSet({
    format: 'asciigrid',
    version: null,
    crs: await readPrj(file),
    raster: decimator.raster(header.affine),
    problems,
    counts: { sourceColumns: columns, sourceRows: rows, thinnedBy: decimator.factor },
  });
};
