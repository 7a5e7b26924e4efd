/**
 * Dates as registers write them: 1990-03-07, 1990/3/7, 1990.3.7, 19900307, 1990年3月7日, 1990.03, 199003, 二〇二〇年三月, the serial
 * number of a spreadsheet, 7 Mar 1990. A month alone is a month: whoever needs a day decides what to make of it.
 */
import { checkDate } from '../../../domain/checks/dates.ts';
import { daysInMonth, isRealDate } from '../../../domain/dates.ts';
import { ok, type Reason, type Result, reasonOf, refuse } from '../../../domain/reasons.ts';
import { CHINESE_NUMERAL, compact, parseChineseNumber } from '../../../domain/text.ts';
import type { Cell } from '../cell.ts';
import { dateOfSerial } from '../xlsx/serial-date.ts';

export interface ReadDate {
  /** `yyyy-MM-dd`; the first of the month or of the year where no more is known. */
  readonly date: string;
  readonly precision: 'day' | 'month' | 'year';
  /** `HH:mm:ss`. */
  readonly time?: string;
  readonly warning?: Reason;
}

/** Serial numbers of days from 1915 to 2119: a number in a column of dates that is no year and no yyyyMMdd. */
const SERIALS: readonly [number, number] = [5_500, 80_000];
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NUMERALS = new RegExp(`${CHINESE_NUMERAL}+(?=年|月|日|号)`, 'g');
const TIME = /[T ]?(\d{1,2})[:：时点](\d{1,2})(?:[:：分](\d{1,2}))?(?:\.\d+)?[分秒Z]?$/;

const pad = (value: number | string): string => String(value).padStart(2, '0');
const unreadable = (text: string): Reason =>
  reasonOf(
    'date.form',
    `日期“${text}”无法识别，请写成 2026-03-05 的样子。`,
    `The date “${text}” cannot be read; write it as 2026-03-05.`,
  );
const ambiguous = (text: string): Reason =>
  reasonOf(
    'date.ambiguous',
    `日期“${text}”分不清月和日，请写成 2026-03-05 的样子。`,
    `In the date “${text}” month and day cannot be told apart; write it as 2026-03-05.`,
  );

const day = (date: string, more: Partial<ReadDate> = {}): Result<ReadDate> =>
  isRealDate(date)
    ? ok({ date, precision: 'day', ...more })
    : refuse(
        reasonOf(
          'date.unreal',
          `日历上没有 ${date} 这一天，请核对。`,
          `There is no day ${date} in the calendar; please check it.`,
        ),
      );

const month = (year: number, value: number, text: string, warning?: Reason): Result<ReadDate> =>
  daysInMonth(year, value) > 0
    ? ok({ date: `${year}-${pad(value)}-01`, precision: 'month', ...(warning ? { warning } : {}) })
    : refuse(unreadable(text));

/** "85" is 1985, "05" is 2005: two digits mean the hundred years up to this one. */
const fullYear = (two: number, today: string): number => {
  const now = Number(today.slice(0, 4));
  const century = now - (now % 100);
  return century + two > now ? century - 100 + two : century + two;
};

const shortYear = (text: string, date: string): Reason =>
  reasonOf(
    'date.shortYear',
    `日期“${text}”的年份只有两位，按 ${date.slice(0, 4)} 年读取，请核对。`,
    `The year of “${text}” has two digits; it was read as ${date.slice(0, 4)}. Check it.`,
  );

/** Day and month in the order of English: 7 Mar 1990, Mar 7, 1990, 13/5/1990. */
const readEnglish = (text: string): Result<ReadDate> | null => {
  const named =
    /^(\d{1,2})[- ]?([a-z]{3,9})\.?[-, ]*(\d{4})$/i.exec(text) ??
    /^([a-z]{3,9})\.? ?(\d{1,2})(?:st|nd|rd|th)?[, ]+(\d{4})$/i.exec(text);
  if (named) {
    const [, a = '', b = '', year = ''] = named;
    const [name, date] = /\d/.test(a) ? [b, a] : [a, b];
    const index = MONTH_NAMES.indexOf(name.slice(0, 3).toLowerCase());
    return index < 0 ? null : day(`${year}-${pad(index + 1)}-${pad(date)}`);
  }
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!slashed) return null;
  const [first, second, year] = [Number(slashed[1]), Number(slashed[2]), slashed[3] ?? ''];
  if (first === second || first > 12) return day(`${year}-${pad(second)}-${pad(first)}`);
  return second > 12 ? day(`${year}-${pad(first)}-${pad(second)}`) : refuse(ambiguous(text));
};

const toDigits = (numeral: string): string => {
  const value = parseChineseNumber(numeral);
  return value === null ? numeral : String(value);
};

const readText = (original: string, isNumber: boolean, today: string): Result<ReadDate> => {
  const half = original.normalize('NFKC').trim();
  const time = TIME.exec(half);
  const hasTime = time !== null && time.index >= 8;
  const body = (hasTime ? half.slice(0, time.index) : half).replace(/ ?0?0:00(?::00)?$/, '');
  const raw = compact(body).replace(NUMERALS, toDigits).replace(/[/.]$/, '');
  const timed = hasTime ? { time: `${pad(time[1] ?? '')}:${pad(time[2] ?? '')}:${pad(time[3] ?? '0')}` } : {};
  const known = checkDate(raw);
  if (known.ok) return day(known.value, timed);
  let match = /^(\d{4})年(\d{1,2})月(\d{1,2})$/.exec(raw);
  if (match) return day(`${match[1]}-${pad(match[2] ?? '')}-${pad(match[3] ?? '')}`, timed);
  match = /^(\d{4})(?:[-/.年](\d{1,2})月?|(\d{2}))$/.exec(raw);
  if (match && (match[2] !== undefined || Number(match[3]) <= 12)) {
    // A number cell cannot tell 1990.1 from 1990.10.
    const lost = isNumber && raw.endsWith('.1');
    const warning = lost
      ? reasonOf(
          'date.lostZero',
          `“${original}”可能是 ${match[1]} 年 1 月，也可能是 10 月（表格去掉了末尾的 0），按 1 月读取，请核对。`,
          `“${original}” may mean January or October ${match[1]} (a spreadsheet drops the last 0); January was taken. Check it.`,
        )
      : undefined;
    return month(Number(match[1]), Number(match[2] ?? match[3]), original, warning);
  }
  match = /^(\d{4})年?$/.exec(raw);
  if (match && Number(match[1]) >= 1890 && Number(match[1]) <= 2200)
    return ok({ date: `${match[1]}-01-01`, precision: 'year' });
  match = /^(\d{2})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})?[日号]?)?$/.exec(raw);
  if (match && Number(match[2]) <= 12 && Number(match[2]) >= 1) {
    const year = fullYear(Number(match[1]), today);
    const date = `${year}-${pad(match[2] ?? '')}-${pad(match[3] ?? '01')}`;
    const warning = shortYear(original, date);
    return match[3] === undefined ? month(year, Number(match[2]), original, warning) : day(date, { warning });
  }
  const serial = Number(raw);
  if (/^\d{4,5}(\.\d+)?$/.test(raw) && serial >= SERIALS[0] && serial <= SERIALS[1]) {
    const found = dateOfSerial(serial);
    if (found) return day(found.date, found.time === null ? {} : { time: found.time });
  }
  // An unreal day in a form that is known gets its own sentence.
  if (known.reasons[0]?.code === 'date.unreal') return known;
  return readEnglish(body.trim()) ?? refuse(unreadable(original));
};

/** `today` decides two-digit years. */
export const readDate = (cell: Cell, today: string): Result<ReadDate> => {
  if (cell.date !== undefined) {
    const time = cell.text.length > 10 ? cell.text.slice(11) : null;
    return day(cell.date, time === null ? {} : { time });
  }
  return readText(cell.text, cell.kind === 'number', today);
};
