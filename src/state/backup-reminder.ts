/** Says at the opening when a community that holds real people has long been without a backup. */
import { type BackupState, backupState } from '../storage/index.ts';
import { type Notice, notify } from './notices.ts';
import { usePlaces } from './places.ts';

const DAY_MS = 86_400_000;
/** A week's work is what a desk may lose at most. */
export const OLD_AFTER_DAYS = 7;
/** Before the first backup there is no day to count from: a community's first import or a morning's work is worth one. */
const CHANGES_BEFORE_THE_FIRST = 20;

/** Null where nothing is worth saying: nothing changed, or the last backup is young. `nowMs` in epoch milliseconds. */
export const reminderOf = (
  { lastAt, changes }: BackupState,
  nowMs: number,
): Pick<Notice, 'key' | 'params'> | null => {
  if (lastAt === null)
    return changes < CHANGES_BEFORE_THE_FIRST
      ? null
      : { key: 'data.backup.remindNever', params: { changes } };
  const days = Math.floor((nowMs - lastAt) / DAY_MS);
  return changes === 0 || days < OLD_AFTER_DAYS
    ? null
    : { key: 'data.backup.remind', params: { days, changes } };
};

/** What is invented can be made again; nobody is reminded of it. Cost: two look-ups. */
export const remindOfBackup = async (): Promise<void> => {
  if (usePlaces.getState().community?.synthetic !== false) return;
  const reminder = reminderOf(await backupState(), Date.now());
  if (reminder)
    notify({ kind: 'warning', ...reminder, way: { hash: '#/staff/data/backup', key: 'data.backup.make' } });
};
