/** Working time in the sample's quarter: weekends, the public holidays of autumn 2026 and their make-up working days. */
import { addDays } from '../../../src/domain/dates.ts';
import { instantOf } from '../stamp.ts';

const HOLIDAYS = new Set([
  '2026-09-25',
  '2026-09-26',
  '2026-09-27',
  '2026-10-01',
  '2026-10-02',
  '2026-10-03',
  '2026-10-04',
  '2026-10-05',
  '2026-10-06',
  '2026-10-07',
]);
const MAKE_UP = new Set(['2026-09-20', '2026-10-10']);

export const isWorkingDay = (date: string): boolean => {
  if (MAKE_UP.has(date)) return true;
  if (HOLIDAYS.has(date)) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

/** The end (18:00) of the working day so many working days after a date. */
export const afterWorkingDays = (date: string, days: number): number => {
  let day = date;
  for (let left = days; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left--;
  }
  return instantOf(day, 18);
};

/** The next working day on or after a date. */
export const workingDayFrom = (date: string): string => {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
};
