/**
 * CSV for spreadsheets: UTF-8 with a mark (without it Excel reads Chinese as gibberish), CRLF, and two guards. A text that a spreadsheet
 * would run as a formula gets an apostrophe before it; a text whose digits it would turn into a number or a date (a citizen's ID loses
 * its last three digits so) gets a tab behind it, which no program shows. Our own reader takes both away again.
 */
import Papa from 'papaparse';
import { type Cell, type OutList, type OutOptions, shownRows } from './list.ts';

/** What a formula can begin with, in half and full width; apostrophes before it are ours or look like it. */
const FORMULA = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r])/;
/** Long numbers, numbers with a zero before them, with an exponent, and what looks like a date; tabs behind them likewise. */
const REREAD = /^(?:\d{12,}|0\d+|\d+(?:\.\d+)?[eE]\d+|\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,4})?)\t*$/;
const ROWS_A_CHUNK = 2000;

/** The text of a cell as it may lie in a CSV. */
export const csvText = (cell: Cell, kind: 'text' | 'number' | 'date'): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  if (FORMULA.test(cell)) return `'${cell}`;
  return kind !== 'date' && REREAD.test(cell) ? `${cell}\t` : cell;
};

/** Takes the guards away again: the exact inverse for texts. */
export const unguardCsvText = (text: string): string => {
  if (text.startsWith("'") && FORMULA.test(text)) return text.slice(1);
  return text.endsWith('\t') && REREAD.test(text) ? text.slice(0, -1) : text;
};

const lines = (rows: readonly (readonly string[])[]): string =>
  `${Papa.unparse(rows as string[][], { newline: '\r\n' })}\r\n`;

/** The text chunk by chunk, so that a million rows need not be held twice. */
export const csvChunks = function* <Row>(list: OutList<Row>, options: OutOptions): Generator<string> {
  const { language } = options;
  yield `\uFEFF${lines([list.columns.map(({ title }) => csvText(title[language], 'text'))])}`;
  let chunk: string[][] = [];
  for (const row of shownRows(list, options)) {
    chunk.push(list.columns.map(({ value, kind = 'text' }) => csvText(value(row, language), kind)));
    if (chunk.length < ROWS_A_CHUNK) continue;
    yield lines(chunk);
    chunk = [];
  }
  if (chunk.length > 0) yield lines(chunk);
};

/** The whole file, UTF-8. */
export const writeCsv = <Row>(list: OutList<Row>, options: OutOptions): Uint8Array =>
  new TextEncoder().encode([...csvChunks(list, options)].join(''));
