/** Pure: from what an edit wants and what is stored to what will be stored, one change per record. */
import { type Edit, isDelete } from '../../domain/edit.ts';
import type { AnyRecord } from '../../domain/records/index.ts';
import { recordField } from '../failures.ts';
import type { JournalChange } from '../schema/layout.ts';

/** The next revision of what is there. The key order of the record is kept: equal records are equal bytes. */
const nextOf = (put: AnyRecord, before: AnyRecord | undefined, at: number): AnyRecord => ({
  ...put,
  createdAt: before?.createdAt ?? put.createdAt,
  updatedAt: at,
  revision: (before?.revision ?? 0) + 1,
});

/** Several changes of one record become one: the last says what is stored. */
export const stamp = (edit: Edit, records: ReadonlyMap<string, AnyRecord>): JournalChange[] => {
  const changes = new Map<string, JournalChange>();
  for (const change of edit.changes) {
    const id = isDelete(change) ? change.del : change.put.id;
    const key = recordField(change.table, id);
    const before = records.get(key) ?? null;
    const after = isDelete(change)
      ? null
      : edit.restores !== undefined
        ? change.put
        : nextOf(change.put, before ?? undefined, edit.at);
    changes.set(key, { table: change.table, id, before, after });
  }
  return [...changes.values()];
};
