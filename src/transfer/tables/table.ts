/** An opened spreadsheet: what it is, its sheets, and their rows in chunks. Rows can be asked for again; each asking reads anew. */
import type { Problems } from '../problem.ts';
import type { ReadOptions } from '../source-file.ts';
import type { TableRow } from './cell.ts';
import type { Encoding } from './csv/encoding.ts';

/** A block of merged cells; rows as the spreadsheet numbers them, columns from 0, all included. */
export interface Merge {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

export interface TableSheet {
  readonly index: number;
  /** The sheet's name; a CSV file's name without its ending. */
  readonly name: string;
  readonly hidden: boolean;
  /** Merged cells are filled with their value before rows are given; this tells which they were. */
  readonly merges: readonly Merge[];
  /** Rows in order, in chunks of some hundreds. Throws `Refused` where the file is damaged. */
  rows(options?: ReadOptions): AsyncIterable<readonly TableRow[]>;
}

export interface OpenTable {
  readonly format: 'csv' | 'xlsx';
  readonly fileName: string;
  readonly sheets: readonly TableSheet[];
  readonly encoding: Encoding | null;
  readonly delimiter: string | null;
  /** Grows while rows are read. A second reading of the same sheet does not tell the same again. */
  readonly problems: Problems;
}

export interface TableOptions {
  /** Overrules the detection. */
  readonly encoding?: Encoding;
  readonly delimiter?: string;
}

/** The first rows of a sheet: what guessing looks at. */
export interface SheetSample {
  readonly fileName: string;
  readonly sheetName: string;
  readonly rows: readonly TableRow[];
}

export const ROWS_OF_A_SAMPLE = 200;

export const sampleOfSheet = async (
  table: OpenTable,
  sheet: TableSheet,
  count: number = ROWS_OF_A_SAMPLE,
): Promise<SheetSample> => {
  const rows: TableRow[] = [];
  for await (const chunk of sheet.rows()) {
    rows.push(...chunk);
    if (rows.length >= count) break;
  }
  return { fileName: table.fileName, sheetName: sheet.name, rows: rows.slice(0, count) };
};
