/** Phone numbers: one of several in a cell is stored, the others are kept in the notes. */
import { checkPhone, checkPublicPhone, isMobile } from '../../../domain/checks/phone.ts';
import { ok, type Reason, type Result, refuse } from '../../../domain/reasons.ts';
import type { Cell } from '../cell.ts';

export interface ReadPhones {
  /** The first mobile, else the first that is right. */
  readonly phone: string;
  readonly others: readonly string[];
  /** Numbers beside a right one that are wrong. */
  readonly warnings: readonly Reason[];
}

/** A "-" parts area code and number, a space may part the digits of one number: neither parts numbers. */
const PARTS = /[/、,，;；|\n]+|\s+(?=(?:\+?86)?1[3-9]\d{9})/;

/** A land line that was typed into a number cell has lost the 0 of its area code. */
const restoreZero = (cell: Cell): string =>
  cell.kind === 'number' && /^[2-9]\d{8,10}$/.test(cell.text) ? `0${cell.text}` : cell.text;

export const readPhones = (cell: Cell, isPublic = false): Result<ReadPhones> => {
  const parts = restoreZero(cell)
    .split(PARTS)
    .map((part) =>
      part
        .trim()
        .replace(/\.0$/, '')
        .replace(/^['’‘`]/, ''),
    )
    .filter((part) => part !== '');
  const check = isPublic ? checkPublicPhone : checkPhone;
  const right: string[] = [];
  const wrong: Reason[] = [];
  for (const part of parts) {
    const checked = check(part);
    if (checked.ok) right.push(checked.value);
    else wrong.push(...checked.reasons);
  }
  const phone = right.find(isMobile) ?? right[0];
  if (phone === undefined) {
    const nothing = check('');
    return wrong.length > 0 || nothing.ok ? refuse(...wrong) : nothing;
  }
  return ok({ phone, others: [...new Set(right)].filter((one) => one !== phone), warnings: wrong });
};
