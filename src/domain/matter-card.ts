/** The card that a matter shows: yellow when at most one working day is left, red once it is overdue, none when it is finished. */
import { addWorkingDays } from './matter-clock.ts';
import type { Matter } from './records/index.ts';

export type MatterCard = 'none' | 'yellow' | 'red';

/** Matters without a moment to finish by (their material is missing) show no card. */
export const cardOf = (
  { open, finishedAt, dueAt }: Pick<Matter, 'open' | 'finishedAt' | 'dueAt'>,
  now: number,
): MatterCard => {
  if (!open || finishedAt !== null || dueAt === null) return 'none';
  if (now > dueAt) return 'red';
  return addWorkingDays(now, 1) >= dueAt ? 'yellow' : 'none';
};
