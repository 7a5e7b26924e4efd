/** The history for a backup, and when the last one was made. */
import type { JournalRow } from './schema/layout.ts';
import type { Store } from './store.ts';

const ROWS_A_PAGE = 40;
const KEY = 'lastBackup';

/** The whole history, oldest first. What undo needs of a desk goes with it; the desks' own stacks do not. Cost: every row once. */
export async function* historyPagesIn({ db }: Store): AsyncGenerator<JournalRow[]> {
  let after = 0;
  for (;;) {
    const page = await db.of('journal').where('seq').above(after).limit(ROWS_A_PAGE).toArray();
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.seq;
  }
}

export interface BackupState {
  /** Epoch milliseconds; null when there has never been one. */
  readonly lastAt: number | null;
  /** Commits since then. */
  readonly changes: number;
}

const lastSeq = async ({ db }: Store): Promise<number> =>
  ((await db.of('journal').toCollection().lastKey()) as number | undefined) ?? 0;

/** Cost: two look-ups. */
export const backupStateIn = async (store: Store): Promise<BackupState> => {
  const value = (await store.db.of('meta').get(KEY))?.value;
  const known = typeof value === 'string' ? (JSON.parse(value) as { at: number; seq: number }) : null;
  const seq = await lastSeq(store);
  return { lastAt: known?.at ?? null, changes: seq - (known?.seq ?? 0) };
};

/** A backup of all that there was at `seq` has been handed over. */
export const noteBackupIn = async (store: Store, seq: number, at = Date.now()): Promise<void> => {
  await store.db.of('meta').put({ key: KEY, value: JSON.stringify({ at, seq }) });
};

export const lastSeqIn = lastSeq;
