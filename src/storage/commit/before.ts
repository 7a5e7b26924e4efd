/** Reads what an edit is about to change: every record as it is now, and the floors that are left or entered. */
import { type Edit, isDelete } from '../../domain/edit.ts';
import type { AnyRecord, RecordOf } from '../../domain/records/index.ts';
import type { CommunityDatabase } from '../database.ts';
import { recordField } from '../failures.ts';
import { findIn, homeIdOf } from '../floors.ts';
import { type FloorRow, floorKey, isPacked } from '../schema/layout.ts';

export interface Before {
  /** By `table/id`; absent where there is no such record. */
  readonly records: ReadonlyMap<string, AnyRecord>;
  /** By key; absent where there is no such floor yet. */
  readonly floors: ReadonlyMap<string, FloorRow>;
  /** The floor that each record or home named by the edit lies on now: its key, by id. */
  readonly floorOf: ReadonlyMap<string, string>;
}

/** Finds the floor that holds a record. Cost: one look-up by the index of ids. */
export const floorWith = (db: CommunityDatabase, id: string): PromiseLike<FloorRow | undefined> =>
  db.of('floors').where('ids').equals(id).first();

/** Cost: a look-up per plain record; per record with a home one or two by the index of ids. */
export const readBefore = async (db: CommunityDatabase, edit: Edit): Promise<Before> => {
  const records = new Map<string, AnyRecord>();
  const floors = new Map<string, FloorRow>();
  const floorOf = new Map<string, string>();
  const sought = new Set<string>();
  const entered = new Set<string>();
  const plain: Promise<void>[] = [];
  for (const change of edit.changes) {
    const { table } = change;
    const id = isDelete(change) ? change.del : change.put.id;
    if (!isPacked(table)) {
      const read = async (): Promise<void> => {
        const record = await db.plain(table).get(id);
        if (record) records.set(recordField(table, id), record);
      };
      plain.push(read());
      continue;
    }
    sought.add(id);
    if (isDelete(change)) continue;
    sought.add(homeIdOf(table, change.put));
    if (table === 'dwellings') entered.add(floorKey(change.put as RecordOf<'dwellings'>));
  }
  const find = async (id: string): Promise<void> => {
    const row = await floorWith(db, id);
    if (!row) return;
    if (!floors.has(row.key)) floors.set(row.key, row);
    floorOf.set(id, row.key);
  };
  await Promise.all([...plain, ...[...sought].map(find)]);
  for (const row of await db.getAll(
    'floors',
    [...entered].filter((key) => !floors.has(key)),
  ))
    if (row) floors.set(row.key, row);
  for (const change of edit.changes) {
    const { table } = change;
    if (!isPacked(table)) continue;
    const id = isDelete(change) ? change.del : change.put.id;
    const row = floors.get(floorOf.get(id) ?? '');
    const record = row && findIn(row, table, id);
    if (record) records.set(recordField(table, id), record);
  }
  return { records, floors, floorOf };
};
