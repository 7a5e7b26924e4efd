/**
 * Calendar dates as `yyyy-MM-dd` texts in the community's own time. They compare as texts; arithmetic goes through UTC, so
 * that no clock change can move a day.
 */
import type { Language } from './reasons.ts';

/** China has one time, without summer time, since 1991. */
const COMMUNITY_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;
const DATE_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days of the month 1…12. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (DAYS_OF_MONTH[month - 1] ?? 0);

/** Whether the text is `yyyy-MM-dd` and that day exists. */
export const isRealDate = (text: string): boolean => {
  const match = DATE_PATTERN.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return day >= 1 && day <= daysInMonth(year, month);
};

/** An import asks for the day of one and the same instant a hundred thousand times. */
let lastAsked = { epochMs: Number.NaN, date: '' };

/** The day that an instant (epoch milliseconds) falls on in the community. */
export const dateOf = (epochMs: number): string => {
  if (lastAsked.epochMs !== epochMs)
    lastAsked = { epochMs, date: new Date(epochMs + COMMUNITY_OFFSET_MS).toISOString().slice(0, 10) };
  return lastAsked.date;
};

export const today = (now: number = Date.now()): string => dateOf(now);

const toUtc = (date: string): number => Date.parse(`${date}T00:00:00Z`);

export const addDays = (date: string, days: number): string =>
  new Date(toUtc(date) + days * DAY_MS).toISOString().slice(0, 10);

/** The same day so many months later; the last of the month where that day does not exist. */
export const addMonths = (date: string, months: number): string => {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
};

export const addYears = (date: string, years: number): string => addMonths(date, years * 12);

/** Whole days from one date to another; negative when `to` lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((toUtc(to) - toUtc(from)) / DAY_MS);

export const earlier = (a: string, b: string): string => (a < b ? a : b);
export const later = (a: string, b: string): string => (a > b ? a : b);

/** "2026年3月5日" or "5 Mar 2026". */
export const formatDate = (date: string, language: Language): string => {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
  if (language === 'zh') return `${year}年${month}月${day}日`;
  const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  return `${day} ${names[month - 1] ?? ''} ${year}`;
};
