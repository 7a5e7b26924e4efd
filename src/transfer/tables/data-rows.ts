/** Which rows below the header are data: not totals, not notes, not the header again on the next page, not prepared empty lines. */
import { cellAt, type TableRow } from './cell.ts';
import type { TableMapping } from './mapping.ts';
import { cleanText, isNothing } from './values/text.ts';

export type SkippedAs = 'total' | 'note' | 'header' | 'empty';

const TOTAL = /^(?:合计|总计|小计|共计|累计|总数|本页小计|本页合计|total|subtotal|sum)(?:[:：]|\d|人|户|$)/i;
const NOTE =
  /^(?:备注|注|说明|填表说明|填报说明|填表人|制表人|制表|审核人|审核|填报人|填报单位|填报日期|单位负责人|统计时间|统计日期|负责人签字|note|notes|prepared by)\d*\s*[:：]/i;
/** A single text of this length in a row is a sentence, not a value. */
const SENTENCE_LENGTH = 12;

/** Why a row is no data; null where it is. `names` are the headers of the columns as they stand above the data. */
const skippedAs = (row: TableRow, mapping: TableMapping, names: readonly string[]): SkippedAs | null => {
  let says = 0;
  let repeats = 0;
  for (const { column } of mapping.columns) {
    const cell = cellAt(row, column);
    if (cell.kind === 'empty' || cell.kind === 'error' || cell.merged === true || isNothing(cell.text))
      continue;
    says++;
    if (cell.text === names[column]) repeats++;
  }
  if (says === 0) return isRemark(row) ?? 'empty';
  if (repeats >= 2 && repeats >= says * 0.6) return 'header';
  // A row that fills most of its columns is no total and no note, whatever one of its cells says.
  return says <= 6 ? isRemark(row, mapping.columns.length) : null;
};

const isRemark = (row: TableRow, columns = Number.POSITIVE_INFINITY): 'total' | 'note' | null => {
  const texts = [...new Set(row.cells.map((cell) => cleanText(cell.text)).filter((text) => text !== ''))];
  if (texts.slice(0, 2).some((text) => TOTAL.test(text.replace(/\s/g, '')))) return 'total';
  const [only = ''] = texts;
  if (NOTE.test(only)) return 'note';
  return texts.length === 1 && columns > 2 && only.length >= SENTENCE_LENGTH && !/^\d/.test(only)
    ? 'note'
    : null;
};

export interface SkippedRow {
  readonly row: number;
  readonly as: SkippedAs;
}

/** Tells, row by row, which are data. */
export const createRowFilter = (mapping: TableMapping): ((row: TableRow) => SkippedAs | null) => {
  const names = mapping.headers.map((header) => header.split(' / ').at(-1) ?? '');
  return (row) => (row.number < mapping.firstDataRow ? 'header' : skippedAs(row, mapping, names));
};
