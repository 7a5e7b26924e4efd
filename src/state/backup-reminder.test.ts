import { describe, expect, it } from 'vitest';
import { OLD_AFTER_DAYS, reminderOf } from './backup-reminder.ts';

const NOW = Date.parse('2026-09-30T09:00:00+08:00');
const daysAgo = (days: number): number => NOW - days * 86_400_000;

describe('reminderOf', () => {
  it('says nothing while there is nothing to lose', () => {
    expect(reminderOf({ lastAt: null, changes: 0 }, NOW)).toBeNull();
    expect(reminderOf({ lastAt: daysAgo(400), changes: 0 }, NOW)).toBeNull();
    expect(reminderOf({ lastAt: daysAgo(OLD_AFTER_DAYS) + 1, changes: 900 }, NOW)).toBeNull();
  });

  it('names the days and the changes of a backup that is a week old', () => {
    expect(reminderOf({ lastAt: daysAgo(OLD_AFTER_DAYS), changes: 1 }, NOW)).toEqual({
      key: 'data.backup.remind',
      params: { days: 7, changes: 1 },
    });
  });

  it('tells a community that never had one', () => {
    expect(reminderOf({ lastAt: null, changes: 19 }, NOW)).toBeNull();
    expect(reminderOf({ lastAt: null, changes: 20 }, NOW)).toEqual({
      key: 'data.backup.remindNever',
      params: { changes: 20 },
    });
  });
});
