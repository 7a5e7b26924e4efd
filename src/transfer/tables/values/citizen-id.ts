/**
 * Citizen IDs out of cells. The domain's check knows damage by the digits; a cell tells more: a number cell has lost its last digits
 * whatever they look like, a ".0" was a number once, and where many IDs of a column end in 000, those that pass the check by chance
 * are damaged too. A damaged ID is never a value; what of its digits is still sure (area, birth) may serve to find the person.
 */
import { checkCitizenId, type CitizenId } from '../../../domain/checks/citizen-id.ts';
import { isRealDate } from '../../../domain/dates.ts';
import { type Reason, reasonOf } from '../../../domain/reasons.ts';
import { compact } from '../../../domain/text.ts';
import type { Cell } from '../cell.ts';
import { cleanText } from './text.ts';

export type ReadId =
  | { readonly kind: 'right'; readonly id: CitizenId }
  /** `birthDate` where the damage left it. */
  | { readonly kind: 'damaged'; readonly reason: Reason; readonly birthDate: string | null }
  | { readonly kind: 'wrong'; readonly reason: Reason };

const DAMAGES = new Set([
  'citizenId.scientific',
  'citizenId.apostrophe',
  'citizenId.lostX',
  'citizenId.rounded',
  'citizenId.decimal',
]);
export const isDamage = (code: string): boolean => DAMAGES.has(code);

const rounded = (text: string): Reason =>
  reasonOf(
    'citizenId.rounded',
    `身份证号“${text}”存成了数字，末几位已被表格软件改变，请按证件重新录入，并先将单元格设为文本格式。`,
    `The ID “${text}” was kept as a number, so that a spreadsheet changed its last digits; enter it again from the card, in a cell of text.`,
  );
const decimal = (text: string): Reason =>
  reasonOf(
    'citizenId.decimal',
    `身份证号“${text}”带有小数点，曾被当作数字处理，末几位可能已改变，请按证件重新录入。`,
    `The ID “${text}” has a decimal point: it was treated as a number and its last digits may have changed; enter it again from the card.`,
  );

/** The date of birth within the 15 digits that a number keeps. */
const birthIn = (digits: string): string | null => {
  const date = `${digits.slice(6, 10)}-${digits.slice(10, 12)}-${digits.slice(12, 14)}`;
  return isRealDate(date) ? date : null;
};

const damagedBy = (reason: Reason, digits: string): ReadId => ({
  kind: 'damaged',
  reason,
  birthDate: reason.code === 'citizenId.scientific' || digits.length < 14 ? null : birthIn(digits),
});

/** Share of IDs ending in 000 from which on a column counts as rounded; by chance it is about one in a thousand. */
const MANY_ROUNDED = 0.2;

/** Whether a column of so many IDs, so many of which end in 000, was numbers once. */
export const areRounded = (ids: number, zeros: number): boolean => zeros >= 2 && zeros >= ids * MANY_ROUNDED;

/** Whether a column of texts was numbers once: its IDs end in 000. */
export const isRoundedColumn = (texts: Iterable<string>): boolean => {
  let ids = 0;
  let zeros = 0;
  for (const text of texts) {
    if (!/^\d{18}$/.test(text)) continue;
    ids++;
    if (text.endsWith('000')) zeros++;
  }
  return areRounded(ids, zeros);
};

/** `roundedColumn`: what `isRoundedColumn` says of the cell's column. */
export const readCitizenId = (cell: Cell, today: string, roundedColumn = false): ReadId => {
  const text = cleanText(cell.text);
  const digits = compact(text).toUpperCase();
  // A 15-digit number of the old form is whole in a number cell, and after a ".0" too.
  const old = /^(\d{15})(?:\.0+)?$/.exec(digits)?.[1];
  if (old === undefined) {
    const whole = /^(\d{16,18})\.\d*$/.exec(digits)?.[1];
    if (whole !== undefined) return damagedBy(decimal(text), whole);
    if (cell.kind === 'number' && /^\d{16,20}$/.test(digits)) return damagedBy(rounded(text), digits);
    if (roundedColumn && /^\d{15}000$/.test(digits)) return damagedBy(rounded(text), digits);
  }
  const checked = checkCitizenId(old ?? text, today);
  if (checked.ok) return { kind: 'right', id: checked.value };
  const [reason = rounded(text)] = checked.reasons;
  return isDamage(reason.code) ? damagedBy(reason, digits.replace(/^\D/, '')) : { kind: 'wrong', reason };
};
