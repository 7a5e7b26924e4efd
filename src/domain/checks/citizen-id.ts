/**
 * 公民身份号码, GB 11643: area 6, birth 8, sequence 3, check sign. The area is that of the first registration and may lie anywhere.
 * A spreadsheet damages these numbers in four ways; each has its own reason, because the remedy is the source, not the number.
 */
import { isRealDate, today as todayNow } from '../dates.ts';
import { ok, type Reason, type Result, reasonOf, refuse } from '../reasons.ts';
import { toHalfWidth } from '../text.ts';

export interface CitizenId {
  readonly id18: string;
  readonly birthDate: string;
  /** GB/T 2261.1: 1 male, 2 female. */
  readonly sex: '1' | '2';
  /** Six digits of the area of first registration. */
  readonly area: string;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_SIGNS = '10X98765432';

/** The check sign of the first 17 digits. */
export const citizenIdCheckSign = (first17: string): string => {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += (first17.charCodeAt(i) - 48) * (WEIGHTS[i] ?? 0);
  return CHECK_SIGNS[sum % 11] ?? '';
};

/** The 18-digit form of a 15-digit number of 1984–1999. */
export const upgradeCitizenId = (digits15: string): string => {
  const first17 = `${digits15.slice(0, 6)}19${digits15.slice(6)}`;
  return first17 + citizenIdCheckSign(first17);
};

const because = (code: string, zh: string, en: string): Reason => reasonOf(`citizenId.${code}`, zh, en);

const damageOf = (text: string): Reason | null => {
  if (/^['’‘`]/.test(text))
    return because(
      'apostrophe',
      `身份证号“${text}”前面带有撇号，是表格软件留下的标记，请去掉撇号后核对号码。`,
      `The ID “${text}” begins with an apostrophe that a spreadsheet left; remove it and compare the number with the card.`,
    );
  if (/^\d(\.\d+)?e\+?\d{1,2}$/i.test(text))
    return because(
      'scientific',
      `身份证号“${text}”被表格软件改成了科学计数法，末几位已丢失，请按证件重新录入。`,
      `The ID “${text}” was turned into scientific notation by a spreadsheet and has lost its last digits; enter it again from the card.`,
    );
  return null;
};

const damageOfDigits = (text: string): Reason | null => {
  if (/^\d{17}$/.test(text) && citizenIdCheckSign(text) === 'X')
    return because(
      'lostX',
      `身份证号“${text}”只有 17 位，末位的 X 丢失了，请按证件补上 X。`,
      `The ID “${text}” has 17 digits: its final X was lost; add the X after comparing it with the card.`,
    );
  if (/^\d{15}000$/.test(text) && citizenIdCheckSign(text.slice(0, 17)) !== '0')
    return because(
      'rounded',
      `身份证号“${text}”的末三位被表格软件改成了 000，请按证件重新录入。`,
      `The last three digits of the ID “${text}” were rounded to 000 by a spreadsheet; enter it again from the card.`,
    );
  return null;
};

/** Reads an ID of 15 or 18 signs. `today` is the last day that a person can have been born on. */
export const checkCitizenId = (text: string, today: string = todayNow()): Result<CitizenId> => {
  const half = toHalfWidth(text);
  const damage = damageOf(half);
  if (damage) return refuse(damage);
  const raw = half.replace(/ /g, '').toUpperCase();
  if (raw === '')
    return refuse(
      because('empty', '身份证号为空，请填写 18 位号码。', 'The ID is empty; enter its 18 characters.'),
    );
  const lost = damageOfDigits(raw);
  if (lost) return refuse(lost);
  if (raw.length !== 15 && raw.length !== 18)
    return refuse(
      because(
        'length',
        `身份证号“${raw}”有 ${raw.length} 位，应为 18 位（旧号 15 位）。`,
        `The ID “${raw}” has ${raw.length} characters; it needs 18 (15 in the old form).`,
      ),
    );
  if (!/^(\d{15}|\d{17}[\dX])$/.test(raw))
    return refuse(
      because(
        'signs',
        `身份证号“${raw}”含有数字以外的字符，只有第 18 位可以是 X。`,
        `The ID “${raw}” contains something other than digits; only the 18th may be X.`,
      ),
    );
  const id18 = raw.length === 15 ? upgradeCitizenId(raw) : raw;
  const birthDate = `${id18.slice(6, 10)}-${id18.slice(10, 12)}-${id18.slice(12, 14)}`;
  if (!isRealDate(birthDate))
    return refuse(
      because(
        'birthDate',
        `身份证号中的出生日期 ${birthDate} 不存在，请核对第 7 至 14 位。`,
        `The date of birth in the ID, ${birthDate}, does not exist; compare digits 7 to 14 with the card.`,
      ),
    );
  if (birthDate > today)
    return refuse(
      because(
        'future',
        `身份证号中的出生日期 ${birthDate} 晚于今天，请核对第 7 至 14 位。`,
        `The date of birth in the ID, ${birthDate}, is in the future; compare digits 7 to 14 with the card.`,
      ),
    );
  const expected = citizenIdCheckSign(id18.slice(0, 17));
  if (expected !== id18[17])
    return refuse(
      because(
        'checksum',
        `身份证号“${raw}”的校验码不符：末位是 ${id18[17]}，按前 17 位应为 ${expected}，请逐位核对。`,
        `The check character of the ID “${raw}” does not fit: it ends with ${id18[17]}, its first 17 digits call for ${expected}; compare every digit.`,
      ),
    );
  return ok({
    id18,
    birthDate,
    sex: Number(id18[16]) % 2 === 1 ? '1' : '2',
    area: id18.slice(0, 6),
  });
};
