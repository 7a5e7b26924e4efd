/**
 * Parting text into rows by papaparse, and setting right what a lost quotation mark does to it: one `"` without its partner swallows
 * all rows up to the next one, without any error. Where a stretch shows that, it is read line by line: a line whose marks do not
 * pair up, and do not pair up with the next lines either, is read as it stands and told by its number.
 */
import Papa from 'papaparse';
import { Refused } from '../../problem.ts';

export interface ParsedLine {
  readonly cells: readonly string[];
  /** Lines of the file that the row takes. */
  readonly lines: number;
  /** Its quotation marks did not pair up. */
  readonly broken?: true;
}

interface ParserResult {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly type: string }[];
  readonly meta: { readonly cursor: number };
}

/** A cell with more line ends than an address or a note has: a lost mark. */
const MOST_LINES_OF_A_CELL = 20;
/** Longer than any row; what is not ended by then never will be. */
const LONGEST_ROW = 65_536;

const parseText = (text: string, delimiter: string, more: boolean): ParserResult =>
  new Papa.Parser({ delimiter, newline: '\n', quoteChar: '"' }).parse(text, 0, more) as ParserResult;

const linesIn = (cells: readonly string[]): number => {
  let count = 1;
  for (const cell of cells)
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  return count;
};

const isSound = (result: ParserResult): boolean =>
  result.errors.length === 0 &&
  result.data.every((row) =>
    row.every((cell) => !cell.includes('\n') || linesIn([cell]) <= MOST_LINES_OF_A_CELL),
  );

/** A line as it stands: parted at every delimiter, marks at the ends of cells dropped. */
const literal = (line: string, delimiter: string): ParsedLine => ({
  cells: line.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, '').replaceAll('""', '"')),
  lines: 1,
  broken: true,
});

/**
 * Row by row, each from as few lines as make it sound; a row may begin before line `limit` and go on behind it. Gives how many lines
 * were taken.
 */
const parseByLines = (
  lines: readonly string[],
  limit: number,
  delimiter: string,
): { rows: ParsedLine[]; taken: number } => {
  const rows: ParsedLine[] = [];
  let at = 0;
  while (at < limit) {
    const first = lines[at] ?? '';
    const row = first.includes('"')
      ? (joinLines(lines, at, delimiter) ?? literal(first, delimiter))
      : { cells: first.split(delimiter), lines: 1 };
    rows.push(row);
    at += row.lines;
  }
  return { rows, taken: at };
};

/** The sound row that begins at a line; null where none does. */
const joinLines = (lines: readonly string[], at: number, delimiter: string): ParsedLine | null => {
  let joined = '';
  for (let last = at; last < Math.min(lines.length, at + MOST_LINES_OF_A_CELL); last++) {
    joined += last > at ? `\n${lines[last] ?? ''}` : (lines[last] ?? '');
    if (joined.length > LONGEST_ROW) return null;
    // An even number of marks is needed for pairs; counting is cheaper than parsing.
    if ((joined.split('"').length - 1) % 2 === 1) continue;
    const result = parseText(joined, delimiter, false);
    return isSound(result) && result.data.length === 1
      ? { cells: result.data[0] ?? [], lines: last - at + 1 }
      : null;
  }
  return null;
};

export interface LineParser {
  /** Rows that are complete with this text; the rest waits. Line ends are "\n". */
  readonly push: (text: string) => readonly ParsedLine[];
  readonly end: () => readonly ParsedLine[];
}

/** A line longer than this is no row of a table. */
export const LONGEST_LINE = 16_777_216;

export const createLineParser = (delimiter: string): LineParser => {
  let rest = '';
  const sound = (result: ParserResult): ParsedLine[] =>
    result.data.map((cells) => ({ cells, lines: linesIn(cells) }));
  const push = (text: string): readonly ParsedLine[] => {
    rest += text;
    if (!text.includes('\n')) {
      if (rest.length > LONGEST_LINE)
        throw new Refused(
          'csv.noLines',
          '',
          '文件没有换行，不像是表格，请检查文件。',
          'The file has no line ends, so it is no table; check the file.',
        );
      return [];
    }
    const result = parseText(rest, delimiter, true);
    if (isSound(result) && rest.length - result.meta.cursor <= LONGEST_ROW) {
      rest = rest.slice(result.meta.cursor);
      return sound(result);
    }
    const lines = rest.split('\n');
    const unfinished = lines.pop() ?? '';
    // The last lines wait: a row that begins in them may go on in the next stretch.
    const waits = lines.slice(-MOST_LINES_OF_A_CELL).join('\n').length <= LONGEST_ROW;
    const limit = waits ? lines.length - MOST_LINES_OF_A_CELL : lines.length;
    const { rows, taken } = parseByLines(lines, limit, delimiter);
    rest = [...lines.slice(taken), unfinished].join('\n');
    return rows;
  };
  const end = (): readonly ParsedLine[] => {
    if (rest === '') return [];
    const last = rest.endsWith('\n') ? rest.slice(0, -1) : rest;
    rest = '';
    const result = parseText(last, delimiter, false);
    if (isSound(result)) return sound(result);
    const lines = last.split('\n');
    return parseByLines(lines, lines.length, delimiter).rows;
  };
  return { push, end };
};
