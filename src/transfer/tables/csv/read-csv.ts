/**
 * Reads text tables of hundreds of megabytes in stretches: bytes → text in the detected encoding → "\n" line ends → rows. Never more
 * than a stretch and the row that it cuts is held.
 */
import { Problems, Refused } from '../../problem.ts';
import type { ReadOptions, SourceFile } from '../../source-file.ts';
import { type Cell, EMPTY_CELL, MAX_COLUMNS, ROWS_OF_A_CHUNK, type TableRow, textCell } from '../cell.ts';
import type { OpenTable, TableOptions } from '../table.ts';
import { detectDelimiter } from './delimiter.ts';
import { type DetectedEncoding, detectEncoding, type Encoding, fromLineStart } from './encoding.ts';
import { createLineParser, type ParsedLine } from './lines.ts';

const STRETCH_BYTES = 262_144;
/** How much plain ASCII is looked through for the first Chinese. */
const MOST_LOOKED_AT = 67_108_864;

const BOM_OF: Readonly<Record<Encoding, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
  gb18030: [0x84, 0x31, 0x95, 0x33],
};

const givenEncoding = (bytes: Uint8Array, encoding: Encoding): DetectedEncoding => {
  const bom = BOM_OF[encoding];
  const has = bom.every((byte, i) => bytes[i] === byte);
  return { encoding, bomBytes: has ? bom.length : 0, by: 'bom' };
};

const findEncoding = async (file: SourceFile, given: Encoding | undefined): Promise<DetectedEncoding> => {
  const first = await file.read(0, STRETCH_BYTES);
  if (given !== undefined) return givenEncoding(first, given);
  const found = detectEncoding(first);
  if (found.by !== 'ascii') return found;
  for (let at = STRETCH_BYTES; at < Math.min(file.size, MOST_LOOKED_AT); at += STRETCH_BYTES) {
    const bytes = fromLineStart(await file.read(at - 4_096, at + STRETCH_BYTES));
    if (bytes.some((byte) => byte >= 0x80)) return detectEncoding(first, [bytes]);
  }
  return found;
};

/** `="0034"`: how systems keep a spreadsheet from turning a code into a number. */
const FORMULA_TEXT = /^="((?:[^"]|"")*)"$/;
/** Ends of a line in one form; a "\r" at the very end may be half of one and is kept back. */
const LINE_ENDS = /\r\n?/g;

const cellOf = (raw: string): Cell => {
  if (raw === '') return EMPTY_CELL;
  const kept = raw.charCodeAt(0) === 61 ? FORMULA_TEXT.exec(raw)?.[1] : undefined;
  return textCell(kept === undefined ? raw : kept.replaceAll('""', '"'));
};

/** Text of the file in stretches, with "\n" line ends. */
async function* textOf(
  file: SourceFile,
  { encoding, bomBytes }: DetectedEncoding,
  options: ReadOptions,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  let half = '';
  for (let at = bomBytes; at < file.size; at += STRETCH_BYTES) {
    options.signal?.throwIfAborted();
    const to = Math.min(at + STRETCH_BYTES, file.size);
    const text = half + decoder.decode(await file.read(at, to), { stream: true });
    half = text.endsWith('\r') ? '\r' : '';
    yield (half === '' ? text : text.slice(0, -1)).replace(LINE_ENDS, '\n');
    options.report?.(to, file.size);
  }
  yield (half + decoder.decode()).replace(LINE_ENDS, '\n');
}

interface Tally {
  /** Row and line about to be read, from 1. */
  row: number;
  line: number;
  /** Columns of the fullest of the first rows. */
  columns: number;
  rowsSeen: number;
}

/** What earlier readings of the file have told, so that a preview and the full reading do not say it twice. */
interface Told {
  row: number;
  nul: boolean;
}

/** Rows from which the usual number of columns is taken. */
const ROWS_FOR_WIDTH = 30;

const lastFilled = (cells: readonly string[]): number => {
  let length = cells.length;
  while (length > 0 && (cells[length - 1] ?? '').trim() === '') length--;
  return length;
};

/** What is wrong with a row's form; told once a reading. */
const tellOf = (line: ParsedLine, tally: Tally, filled: number, problems: Problems): void => {
  const { row, line: at } = tally;
  if (line.broken)
    problems.add('csv.unbalancedQuote', 'warning', `line ${at}`, () => [
      `第 ${at} 行（表格第 ${row} 行）的双引号不成对，已按原样读取，请核对这一行。`,
      `The quotation marks in line ${at} (row ${row}) do not pair up; the line was read as it stands. Check that row.`,
    ]);
  if (line.cells.some((cell) => cell.includes('\uFFFD')))
    problems.add('csv.badBytes', 'warning', `line ${at}`, () => [
      `第 ${at} 行有无法识别的字符，请检查文件的编码或这一行的内容。`,
      `Line ${at} holds bytes that are no characters in this encoding; check the encoding or the line.`,
    ]);
  if (tally.rowsSeen > ROWS_FOR_WIDTH && filled > tally.columns)
    problems.add('csv.extraCells', 'warning', `row ${row}`, () => [
      `第 ${row} 行有 ${filled} 列，多于表格的 ${tally.columns} 列，可能有未加引号的分隔符，请核对。`,
      `Row ${row} has ${filled} columns, more than the ${tally.columns} of the table; a delimiter may stand without quotation marks. Check it.`,
    ]);
  if (filled > MAX_COLUMNS)
    problems.add('table.tooManyColumns', 'warning', `row ${row}`, () => [
      `第 ${row} 行超过 ${MAX_COLUMNS} 列，右边的内容未读取。`,
      `Row ${row} has more than ${MAX_COLUMNS} columns; what lies to the right was left out.`,
    ]);
};

async function* rowsOf(
  file: SourceFile,
  encoding: DetectedEncoding,
  delimiter: string,
  problems: Problems,
  told: Told,
  options: ReadOptions,
): AsyncGenerator<readonly TableRow[]> {
  const parser = createLineParser(delimiter);
  const tally: Tally = { row: 1, line: 1, columns: 0, rowsSeen: 0 };
  const take = (lines: readonly ParsedLine[]): TableRow[] => {
    const rows: TableRow[] = [];
    for (const line of lines) {
      const isHint = tally.line === 1 && line.cells.length <= 2 && /^sep=/i.test(line.cells[0] ?? '');
      const filled = lastFilled(line.cells);
      if (filled > 0 && !isHint) {
        tally.rowsSeen++;
        if (tally.rowsSeen <= ROWS_FOR_WIDTH) tally.columns = Math.max(tally.columns, filled);
        if (tally.row > told.row) {
          tellOf(line, tally, filled, problems);
          told.row = tally.row;
        }
        rows.push({
          number: tally.row,
          cells: line.cells.slice(0, Math.min(filled, MAX_COLUMNS)).map(cellOf),
        });
      }
      // Excel takes the hint as no row.
      if (!isHint) tally.row++;
      tally.line += line.lines;
    }
    return rows;
  };
  let waiting: TableRow[] = [];
  for await (const stretch of textOf(file, encoding, options)) {
    let text = stretch;
    if (text.includes('\0')) {
      if (!told.nul)
        problems.add('csv.nul', 'warning', `line ${tally.line}`, () => [
          `文件中（第 ${tally.line} 行之后）有空字符，已略去；文件可能已损坏。`,
          `There are NUL characters after line ${tally.line}; they were left out. The file may be damaged.`,
        ]);
      told.nul = true;
      text = text.replaceAll('\0', '');
    }
    waiting.push(...take(parser.push(text)));
    while (waiting.length >= ROWS_OF_A_CHUNK) {
      yield waiting.slice(0, ROWS_OF_A_CHUNK);
      waiting = waiting.slice(ROWS_OF_A_CHUNK);
    }
  }
  waiting.push(...take(parser.end()));
  for (let at = 0; at < waiting.length; at += ROWS_OF_A_CHUNK) yield waiting.slice(at, at + ROWS_OF_A_CHUNK);
}

/** Fewer bytes than this share may be no characters before the whole file is taken for something else than text. */
const MOST_UNREADABLE = 0.2;

const isStrange = (code: number): boolean =>
  code === 0xfffd || (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 26 && code !== 27);

/** With an encoding that a person chose, characters that cannot be read are the person's to see. */
const checkIsText = (sample: string, fileName: string): void => {
  let strange = 0;
  for (let i = 0; i < sample.length; i++) if (isStrange(sample.charCodeAt(i))) strange++;
  if (sample.length > 0 && strange / sample.length > MOST_UNREADABLE)
    throw new Refused(
      'csv.notText',
      '',
      `“${fileName}”不是文本表格，请在 Excel 或 WPS 中另存为 .xlsx 或 CSV 后再导入。`,
      `“${fileName}” is no text table; save it as .xlsx or CSV in a spreadsheet program and import that.`,
    );
};

export const openCsv = async (
  file: SourceFile,
  options: TableOptions,
  problems: Problems,
): Promise<OpenTable> => {
  const encoding = await findEncoding(file, options.encoding);
  if (encoding.by === 'guess')
    problems.add('csv.encodingUnsure', 'warning', '', () => [
      `文件编码不能确定，按 ${encoding.encoding} 读取，请核对预览；如有乱码请另选编码。`,
      `The encoding is not certain; ${encoding.encoding} was taken. Look at the preview, and choose another encoding if it is garbled.`,
    ]);
  let head = '';
  for await (const text of textOf(file, encoding, {})) {
    head += text;
    if (head.length >= STRETCH_BYTES / 4) break;
  }
  if (options.encoding === undefined) checkIsText(head, file.name);
  const delimiter = options.delimiter ?? detectDelimiter(head);
  if (delimiter === '，')
    problems.add('csv.fullWidthComma', 'warning', '', () => [
      '列之间用的是中文逗号“，”，已按此分列；内容中如也有中文逗号会分错，请核对。',
      'Columns are parted by full-width commas “，”; commas within texts would part them too. Check the columns.',
    ]);
  const told: Told = { row: 0, nul: false };
  return {
    format: 'csv',
    fileName: file.name,
    encoding: encoding.encoding,
    delimiter,
    problems,
    sheets: [
      {
        index: 0,
        name: file.name.replace(/\.[^.]*$/, ''),
        hidden: false,
        merges: [],
        rows: (reading = {}) => rowsOf(file, encoding, delimiter, problems, told, reading),
      },
    ],
  };
};
