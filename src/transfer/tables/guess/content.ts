/** What a column holds, whatever it is called: the share of its values that are IDs, phones, dates, addresses and so on. */
import { parseAddress } from '../../../domain/address.ts';
import { checkPhone } from '../../../domain/checks/phone.ts';
import { compact } from '../../../domain/text.ts';
import { type Cell, cellAt, type TableRow } from '../cell.ts';
import type { Field } from '../fields/field.ts';
import { readDate } from '../values/dates.ts';
import { readCoordinate, readPoint } from '../values/coordinates.ts';
import { readDoors, readStoreys } from '../values/counts.ts';
import { readNumber } from '../values/numbers.ts';
import { cleanName, isNothing } from '../values/text.ts';
import { codeOfWord } from '../values/words.ts';
import { readYesNo } from '../values/yes-no.ts';

/** Values of a column that are looked at. */
const MOST_VALUES = 60;
const ID = /^(?:\d{17}[\dX]|\d{15}|\d(?:\.\d+)?E\+?1[4-7]|\d{17}|\d{17,18}\.0+)$/i;
const CREDIT_CODE = /^[159ANY][0-9A-HJ-NPQRTUWXY]{17}$/;
const NAME = /^[\u3400-\u9fff]{2,4}$|^[\u3400-\u9fff]{1,10}·[\u3400-\u9fff]{1,10}$/;

export interface Column {
  readonly index: number;
  readonly cells: readonly Cell[];
}

/** Cells of a column that say something. */
export const columnOf = (rows: readonly TableRow[], index: number): Column => {
  const cells: Cell[] = [];
  for (const row of rows) {
    const cell = cellAt(row, index);
    if (cell.kind !== 'empty' && cell.kind !== 'error' && !isNothing(cell.text)) cells.push(cell);
    if (cells.length >= MOST_VALUES) break;
  }
  return { index, cells };
};

export const looksLikeId = (text: string): boolean => ID.test(compact(text).replace(/^['’‘`]/, ''));

const isAddress = (text: string): boolean => {
  const parsed =
    text.length >= 3 && text.length <= 80 && !/^\d+$/.test(text) && !looksLikeId(text)
      ? parseAddress(text)
      : null;
  return (
    parsed !== null &&
    (parsed.room !== undefined || (parsed.building !== undefined && parsed.estate !== undefined))
  );
};

/** Whether one value can be of a field. */
const fits = (cell: Cell, field: Field, today: string): boolean => {
  const { text } = cell;
  switch (field.type) {
    case 'citizenId':
      return looksLikeId(text);
    case 'creditCode':
      return CREDIT_CODE.test(compact(text).toUpperCase());
    case 'phone':
    case 'publicPhone':
      return checkPhone(text.split(/[/、,，;；]/)[0] ?? '').ok || /^\d{7,8}$/.test(compact(text));
    case 'date':
    case 'instant':
    case 'month':
      return readDate(cell, today).ok;
    case 'code':
      return field.words ? codeOfWord(field.words, text) !== null : false;
    case 'yesNo':
      return readYesNo(text).ok;
    case 'storeys':
      return readStoreys(cell).ok && !looksLikeId(text);
    case 'doors':
      return readDoors(cell).ok && !looksLikeId(text);
    case 'coordinate':
      return readCoordinate(cell).ok && !looksLikeId(text) && !/^1[3-9]\d{9}$/.test(text);
    case 'point':
      return readPoint(cell).ok;
    case 'integer':
    case 'number':
    case 'money':
    case 'age':
      return readNumber(cell).ok && !looksLikeId(text) && !/^1[3-9]\d{9}$/.test(text);
    case 'name':
      return NAME.test(cleanName(text)) || /^[A-Za-z][A-Za-z .'-]{1,40}$/.test(text);
    case 'address':
      return isAddress(text);
    default:
      return !looksLikeId(text) && !/^1[3-9]\d{9}$/.test(compact(text));
  }
};

/** Share of the column's values that can be of the field; null where the column is empty. */
export const contentFit = (column: Column, field: Field, today: string): number | null =>
  column.cells.length === 0
    ? null
    : column.cells.filter((cell) => fits(cell, field, today)).length / column.cells.length;
