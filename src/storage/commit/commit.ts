/**
 * The one door: `commit` is the only code that changes records. One transaction checks what the edit expects, stores the records,
 * keeps the counts of the buildings, appends the journal and the outbox, and moves the desk's undo stack; either all of it is on
 * the disk when `commit` answers, or none of it is.
 */
import { checkRecord } from '../../domain/checks/records.ts';
import { type Edit, isDelete } from '../../domain/edit.ts';
import { newId } from '../../domain/ids.ts';
import type { Reason } from '../../domain/reasons.ts';
import type { TableName } from '../../domain/records/index.ts';
import {
  actInHand,
  closed,
  emptyEdit,
  failed,
  full,
  isQuota,
  otherCommunity,
  unknownOriginal,
} from '../failures.ts';
import type { Committed } from '../events.ts';
import type { Store } from '../store.ts';
import { isPacked, type JournalRow, type StoredName } from '../schema/layout.ts';
import { BULK_CHANGES } from './bulk.ts';
import { findConflicts } from './conflicts.ts';
import { readBefore } from './before.ts';
import { inverseOf } from './inverse.ts';
import { planStats } from './plan-stats.ts';
import { stamp } from './stamp.ts';
import { moveStacks, undoBelowOf } from './stacks.ts';
import { touchedBy } from './touched.ts';
import { writeRecords } from './write.ts';

export type CommitResult =
  | { readonly ok: true; readonly inverse: Edit; readonly seq: number }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/** Leaves the transaction without a trace, for reasons that are the answer. */
class Refused extends Error {
  readonly reasons: readonly Reason[];
  constructor(reasons: readonly Reason[]) {
    super('refused');
    this.reasons = reasons;
  }
}
const refuseIf = (reasons: readonly Reason[]): void => {
  if (reasons.length > 0) throw new Refused(reasons);
};

const reasonsAgainst = (store: Store, edit: Edit): Reason[] => {
  if (edit.communityId !== store.communityId) return [otherCommunity()];
  if (edit.changes.length === 0) return [emptyEdit()];
  // What is put back was checked when it was first stored; a rule that has changed since must not keep it from returning.
  if (edit.restores !== undefined) return [];
  return edit.changes.flatMap((change) => (isDelete(change) ? [] : checkRecord(change.table, change.put)));
};

const storesOf = (edit: Edit): StoredName[] => {
  const names = new Set<StoredName>(['stats', 'journal', 'outbox', 'desks']);
  for (const { table } of edit.changes) names.add(isPacked(table) ? 'floors' : table);
  return [...names];
};

interface Done {
  readonly row: JournalRow;
  readonly committed: Committed | null;
}

const run = async (store: Store, edit: Edit): Promise<Done> => {
  const { db } = store;
  const journal = db.of('journal');
  const known = await journal.where('editId').equals(edit.id).first();
  if (known) return { row: known, committed: null };
  const original =
    edit.restores === undefined ? undefined : await journal.where('editId').equals(edit.restores).first();
  if (edit.restores !== undefined && !original) throw new Refused([unknownOriginal()]);

  const group = edit.group ?? original?.group;
  const desk = await db.of('desks').get(store.desk);
  if (desk?.inHand && desk.inHand.group !== group) throw new Refused([actInHand()]);

  const found = await readBefore(db, edit, original);
  refuseIf(await findConflicts(db, edit, found.records));
  const changes = stamp(edit, found.records);
  const stats = await planStats(db, changes, edit.restores !== undefined);
  refuseIf(stats.reasons);
  refuseIf(await writeRecords(db, changes, found));
  await db.putAll('stats', stats.rows);
  await db.deleteAll('stats', stats.removed);

  const row: Omit<JournalRow, 'seq'> = {
    editId: edit.id,
    desk: store.desk,
    at: edit.at,
    by: edit.by,
    label: edit.label,
    changes,
    touched: touchedBy(changes),
    restores: edit.restores ?? null,
    undone: false,
    inverseId: newId(),
    undoBelow: undoBelowOf(desk),
    redoBelow: 0,
    ...(edit.group === undefined ? {} : { group: edit.group }),
  };
  // The key is the journal's own counter: gapless, because an aborted transaction takes its number back.
  const seq = await journal.add(row as JournalRow);
  const stored: JournalRow = { ...row, seq };
  await db.of('outbox').add({ seq, editId: edit.id });
  await moveStacks(db, stored, original);
  const ids = changes.map(({ table, id }) => ({ table, id }));
  const bulk = ids.length > BULK_CHANGES;
  return {
    row: stored,
    committed: {
      seq,
      tables: [...new Set<TableName>(ids.map(({ table }) => table))],
      ids: bulk ? [] : ids,
      bulk,
      buildings: [...stats.rows.map(({ buildingId }) => buildingId), ...stats.removed],
      stats: stats.rows,
      elsewhere: false,
    },
  };
};

/**
 * Commits the edit to the store. The same edit id again answers as it did the first time. Cost: one transaction; per record one or two
 * look-ups (by key or by the index of ids), one row written per floor or plain record, one stats row per building, one row of journal.
 */
export const commitTo = async (store: Store, edit: Edit): Promise<CommitResult> => {
  const reasons = reasonsAgainst(store, edit);
  if (reasons.length > 0) return { ok: false, reasons };
  if (!store.db.isOpen()) return { ok: false, reasons: [closed()] };
  try {
    // Dexie recognises an async function and keeps its transaction through native promises; a plain one loses it.
    const { row, committed } = await store.db.transaction('rw', storesOf(edit), async () => run(store, edit));
    if (committed) await store.announce(committed);
    return { ok: true, inverse: inverseOf(row, store.communityId), seq: row.seq };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reasons: error.reasons };
    if (isQuota(error)) return { ok: false, reasons: [full()] };
    if (!store.db.isOpen()) return { ok: false, reasons: [closed()] };
    return { ok: false, reasons: [failed(error)] };
  }
};
