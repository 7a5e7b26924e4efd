/**
 * Rows as readers give them: every cell keeps what it was in the file (a number, a date, a text), because a citizen ID that a
 * spreadsheet turned into a number looks right as text and is not.
 */

export type CellKind = 'empty' | 'text' | 'number' | 'date' | 'boolean' | 'error';

export interface Cell {
  readonly kind: CellKind;
  /** As a person would read it: numbers without exponent, dates as `yyyy-MM-dd` or `yyyy-MM-dd HH:mm:ss`. */
  readonly text: string;
  readonly number?: number;
  /** `yyyy-MM-dd`, of a cell that is a date in the spreadsheet. */
  readonly date?: string;
  /** The value is the last result of a formula. */
  readonly formula?: true;
  /** The value stands in another cell, with which this one is merged. */
  readonly merged?: true;
}

export interface TableRow {
  /** As the spreadsheet numbers it, from 1; empty rows are counted but not given. */
  readonly number: number;
  /** From the first column; missing ones at the end are empty. */
  readonly cells: readonly Cell[];
  readonly hidden?: true;
}

export const EMPTY_CELL: Cell = { kind: 'empty', text: '' };

export const textCell = (text: string): Cell => (text === '' ? EMPTY_CELL : { kind: 'text', text });

export const cellAt = (row: TableRow, column: number): Cell => row.cells[column] ?? EMPTY_CELL;

/** 0 → "A", 27 → "AB". */
export const columnLetters = (index: number): string => {
  let rest = index + 1;
  let letters = '';
  while (rest > 0) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
    rest = Math.floor((rest - 1) / 26);
  }
  return letters;
};

/** More columns than any register has; what lies to their right is left out, and said so. */
export const MAX_COLUMNS = 512;
/** Rows given at once. */
export const ROWS_OF_A_CHUNK = 500;
