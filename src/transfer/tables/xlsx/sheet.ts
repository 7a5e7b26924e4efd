/** The rows of one sheet, as saxes meets them. What the sheet says about its own size is not read: it lies often. */
import { type Problems, Refused } from '../../problem.ts';
import type { ReadOptions, SourceFile } from '../../source-file.ts';
import {
  type Cell,
  columnLetters,
  EMPTY_CELL,
  MAX_COLUMNS,
  ROWS_OF_A_CHUNK,
  type TableRow,
} from '../cell.ts';
import type { Merge } from '../table.ts';
import { columnOf, createMergeFiller } from './merges.ts';
import { dateOfSerial } from './serial-date.ts';
import { type SharedStrings, unescapeText } from './shared-strings.ts';
import { type Attributes, createXmlParser, endXml, flagOf, textOfPart, writeXml } from './xml.ts';
import type { ZipEntry } from './zip.ts';

export interface SheetContext {
  readonly file: SourceFile;
  readonly entry: ZipEntry;
  readonly sheetName: string;
  readonly strings: SharedStrings;
  readonly isDate: readonly boolean[];
  readonly from1904: boolean;
  readonly merges: readonly Merge[];
  readonly problems: Problems;
  /** The last row that an earlier reading told of. */
  readonly told: { row: number };
}

/** Beyond this a number no longer holds every digit that stood in the cell. */
const EXACT_DIGITS = 15;

/** A number as a person reads it: all digits that are known, zeros for those that are lost, no exponent. */
export const numberText = (raw: string, value: number): string => {
  if (/^-?\d+(\.\d+)?$/.test(raw) && raw.length <= EXACT_DIGITS) return raw;
  const text = String(value);
  return text.includes('e-') ? value.toFixed(12).replace(/\.?0+$/, '') : text;
};

const numberCell = (raw: string, isDate: boolean, from1904: boolean): Cell => {
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number))
    return raw === '' ? EMPTY_CELL : { kind: 'text', text: raw };
  const serial = isDate ? dateOfSerial(number, from1904) : null;
  if (serial === null) return { kind: 'number', text: numberText(raw, number), number };
  const text = serial.time === null ? serial.date : `${serial.date} ${serial.time}`;
  return { kind: 'date', text, number, date: serial.date };
};

const ISO_DATE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z?)?$/;

const isoCell = (raw: string): Cell => {
  const [, date, time] = ISO_DATE.exec(raw) ?? [];
  if (date === undefined) return { kind: 'text', text: raw };
  return { kind: 'date', text: time === undefined || time === '00:00:00' ? date : `${date} ${time}`, date };
};

const textOrEmpty = (text: string): Cell => (text === '' ? EMPTY_CELL : { kind: 'text', text });

const cellOf = (type: string, style: number, raw: string, context: SheetContext): Cell => {
  switch (type) {
    case 's':
      return textOrEmpty(context.strings.get(Number(raw)) ?? '');
    case 'str':
    case 'inlineStr':
      return textOrEmpty(unescapeText(raw));
    case 'b':
      return { kind: 'boolean', text: raw === '1' || raw === 'true' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { kind: 'error', text: raw };
    case 'd':
      return isoCell(raw);
    default:
      return numberCell(raw, context.isDate[style] ?? false, context.from1904);
  }
};

/** Splits "AB12"; -1 where it is no reference. */
const columnOfReference = (reference: string): number => {
  let end = 0;
  while (end < reference.length && reference.charCodeAt(end) >= 65 && reference.charCodeAt(end) <= 90) end++;
  return end === 0 || end > 3 ? -1 : columnOf(reference.slice(0, end));
};

interface RowState {
  number: number;
  hidden: boolean;
  cells: Cell[];
  column: number;
}

/** Turns elements into rows; `out` is emptied by the reader. */
class SheetHandler {
  readonly out: TableRow[] = [];
  readonly #context: SheetContext;
  readonly #fill: (rowNumber: number, cells: Cell[]) => void;
  #row: RowState = { number: 0, hidden: false, cells: [], column: -1 };
  #inData = false;
  #type = '';
  #style = -1;
  #formula = false;
  #text = '';
  #gathers = false;
  #phonetic = 0;

  constructor(context: SheetContext) {
    this.#context = context;
    this.#fill = createMergeFiller(context.merges);
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === 'sheetData') this.#inData = true;
    if (!this.#inData) return;
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#gathers = true;
    else if (name === 't') this.#gathers = this.#phonetic === 0;
    else if (name === 'rPh') this.#phonetic++;
    else if (name === 'f') this.#formula = true;
    else if (name === 'row') this.#openRow(attributes);
  };

  readonly text = (piece: string): void => {
    if (this.#gathers) this.#text += piece;
  };

  readonly close = (name: string): void => {
    if (!this.#inData) return;
    if (name === 'c') this.#closeCell();
    else if (name === 'v' || name === 't') this.#gathers = false;
    else if (name === 'rPh') this.#phonetic--;
    else if (name === 'row') this.#closeRow();
    else if (name === 'sheetData') this.#inData = false;
  };

  #openRow(attributes: Attributes): void {
    const given = Number(attributes['r']);
    const number = Number.isInteger(given) && given > 0 ? given : this.#row.number + 1;
    if (number <= this.#row.number)
      throw new Refused(
        'xlsx.rowOrder',
        `${this.#context.sheetName}, row ${number}`,
        `工作表“${this.#context.sheetName}”的行号不按顺序（${number}），文件已损坏，请重新另存后再导入。`,
        `The rows of sheet “${this.#context.sheetName}” are out of order at ${number}; save the file again and import that.`,
      );
    this.#row = { number, hidden: flagOf(attributes, 'hidden'), cells: [], column: -1 };
  }

  #openCell(attributes: Attributes): void {
    const column = columnOfReference(attributes['r'] ?? '');
    this.#row.column = column >= 0 ? column : this.#row.column + 1;
    this.#type = attributes['t'] ?? 'n';
    this.#style = Number(attributes['s'] ?? -1);
    this.#formula = false;
    this.#text = '';
  }

  #closeCell(): void {
    const { cells, column, number } = this.#row;
    const cell = cellOf(this.#type, this.#style, this.#text, this.#context);
    if (cell.kind === 'empty') return;
    if (column >= MAX_COLUMNS) {
      this.#tell(number, 'table.tooManyColumns', 'warning', columnLetters(column), [
        `第 ${number} 行 ${columnLetters(column)} 列超出 ${MAX_COLUMNS} 列，未读取。`,
        `Row ${number}, column ${columnLetters(column)} lies beyond ${MAX_COLUMNS} columns and was left out.`,
      ]);
      return;
    }
    if (cell.kind === 'error')
      this.#tell(number, 'xlsx.errorCell', 'warning', columnLetters(column), [
        `第 ${number} 行 ${columnLetters(column)} 列是错误值 ${cell.text}，按空白处理，请核对公式。`,
        `Row ${number}, column ${columnLetters(column)} holds the error ${cell.text}; it is taken as empty. Check the formula.`,
      ]);
    if (this.#formula)
      this.#tell(number, 'xlsx.formula', 'note', columnLetters(column), [
        `第 ${number} 行 ${columnLetters(column)} 列是公式，采用保存时的结果“${cell.text}”。`,
        `Row ${number}, column ${columnLetters(column)} is a formula; its saved result “${cell.text}” is used.`,
      ]);
    while (cells.length < column) cells.push(EMPTY_CELL);
    cells[column] = this.#formula ? { ...cell, formula: true } : cell;
  }

  #tell(
    row: number,
    code: string,
    severity: 'warning' | 'note',
    column: string | null,
    sentence: readonly [string, string],
  ): void {
    const { problems, sheetName, told } = this.#context;
    if (row > told.row)
      problems.add(
        code,
        severity,
        `${sheetName}, row ${row}${column === null ? '' : `, column ${column}`}`,
        () => sentence,
      );
  }

  #closeRow(): void {
    const { number, hidden, cells } = this.#row;
    this.#fill(number, cells);
    if (hidden)
      this.#tell(number, 'xlsx.hiddenRow', 'note', null, [
        `第 ${number} 行是隐藏或被筛选掉的，同样读取。`,
        `Row ${number} is hidden or filtered out; it is read all the same.`,
      ]);
    this.#context.told.row = Math.max(this.#context.told.row, number);
    if (cells.every((cell) => cell.kind === 'empty')) return;
    this.out.push(hidden ? { number, cells, hidden: true } : { number, cells });
  }
}

export async function* readSheet(
  context: SheetContext,
  options: ReadOptions = {},
): AsyncGenerator<readonly TableRow[]> {
  const { file, entry } = context;
  const handler = new SheetHandler(context);
  const parser = createXmlParser(entry.name, handler);
  for await (const text of textOfPart(file, entry, options)) {
    writeXml(parser, text, entry.name);
    while (handler.out.length >= ROWS_OF_A_CHUNK) yield handler.out.splice(0, ROWS_OF_A_CHUNK);
  }
  endXml(parser, entry.name);
  while (handler.out.length > 0) yield handler.out.splice(0, ROWS_OF_A_CHUNK);
}
