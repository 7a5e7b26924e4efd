/** What a grid worker was called on a day: the record of today, taken back through its history to that day. */
import { dateOf } from '../../domain/dates.ts';
import type { GridWorker } from '../../domain/records/index.ts';
import type { HistoryEntry } from '../../storage/index.ts';

export interface WorkerThen {
  readonly name: string;
  readonly role: GridWorker['role'];
}

/** `history` has the newest entry first, as storage gives it. Entries of the day itself had been made by its end. */
export const workerOn = (
  { personal, role }: Pick<GridWorker, 'personal' | 'role'>,
  history: readonly Pick<HistoryEntry, 'at' | 'fields'>[],
  day: string,
): WorkerThen => {
  let then: WorkerThen = { name: personal.name, role };
  for (const { at, fields } of history) {
    if (dateOf(at) <= day) continue;
    for (const { path, before } of fields) {
      if (path === 'personal.name' && typeof before === 'string') then = { ...then, name: before };
      if (path === 'role') then = { ...then, role: before as GridWorker['role'] };
    }
  }
  return then;
};
