/** Numbers and amounts of money as registers write them: 1,200.50, ￥620, 620元, 0.12万, 86.5㎡, 3人. */
import { ok, type Result, reasonOf, refuse } from '../../../domain/reasons.ts';
import { compact, parseChineseNumber } from '../../../domain/text.ts';
import type { Cell } from '../cell.ts';

const UNITS =
  /(?:元\/月|元\/人|元|圆|块|个单元|单元|小时|分钟|平方米|平米|m2|m²|㎡|米|人|户|层|间|个|岁|周岁|年|级|%|rmb|yuan|cny)$/i;

export const readNumber = (cell: Cell): Result<number> => {
  if (cell.number !== undefined && cell.kind === 'number') return ok(cell.number);
  let text = compact(cell.text)
    .replace(/^(?:约|共|[¥￥$]|rmb|cny)+/i, '')
    .replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '');
  let factor = 1;
  for (let next = text.replace(UNITS, ''); next !== text; next = text.replace(UNITS, '')) text = next;
  if (/[万w]$/i.test(text) && /\d/.test(text)) {
    factor = 10_000;
    text = text.slice(0, -1);
  }
  const value = /^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? Number(text) : parseChineseNumber(text);
  if (value !== null && Number.isFinite(value) && text !== '')
    return ok(Math.round(value * factor * 1e6) / 1e6);
  return refuse(
    reasonOf(
      'number.form',
      `“${cell.text}”不是数字，请改为数字。`,
      `“${cell.text}” is no number; please write a number.`,
    ),
  );
};

export const readInteger = (cell: Cell): Result<number> => {
  const read = readNumber(cell);
  if (!read.ok || Number.isInteger(read.value)) return read;
  return refuse(
    reasonOf(
      'number.integer',
      `“${cell.text}”应为整数，请改正。`,
      `“${cell.text}” must be a whole number; please correct it.`,
    ),
  );
};
