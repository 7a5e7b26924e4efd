/**
 * When a matter is due. Working days are Monday to Friday: public holidays and make-up days are not known here, so a deadline
 * across a holiday comes too early, never too late.
 */
import type { Matter } from './records/index.ts';

const DAY_MS = 86_400_000;
const COMMUNITY_OFFSET_MS = 8 * 3_600_000;
const URGENT_HOURS = 24;

/** Working days to finish within. `supplement` runs from the day on which its material is complete. */
export const FINISH_WORKING_DAYS: Readonly<Record<Exclude<Matter['kind'], 'urgent'>, number>> = {
  timed: 5,
  promised: 15,
  supplement: 5,
  suggestion: 15,
};

const isWorkingDay = (epochMs: number): boolean => {
  const weekday = new Date(epochMs + COMMUNITY_OFFSET_MS).getUTCDay();
  return weekday !== 0 && weekday !== 6;
};

/** The same time of day, so many working days later. */
export const addWorkingDays = (epochMs: number, days: number): number => {
  let at = epochMs;
  for (let left = days; left > 0; ) {
    at += DAY_MS;
    if (isWorkingDay(at)) left--;
  }
  return at;
};

/** The latest moment to finish; null while the clock stands still (material is missing). */
export const dueAtOf = (kind: Matter['kind'], openedAt: number): number | null => {
  if (kind === 'urgent') return openedAt + URGENT_HOURS * 3_600_000;
  return kind === 'supplement' ? null : addWorkingDays(openedAt, FINISH_WORKING_DAYS[kind]);
};
