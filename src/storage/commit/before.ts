/** Reads what an edit is about to change: every record as it is now, and the homes that are left or entered. */
import { type Edit, isDelete } from '../../domain/edit.ts';
import type { AnyRecord } from '../../domain/records/index.ts';
import type { CommunityDatabase } from '../database.ts';
import { recordField } from '../failures.ts';
import { homeIdOf, recordsIn } from '../homes.ts';
import { type HomeRow, isPacked, type PackedTable } from '../schema/layout.ts';

export interface Before {
  /** By `table/id`; absent where there is no such record. */
  readonly records: ReadonlyMap<string, AnyRecord>;
  /** By dwelling id; absent where there is no such home. */
  readonly homes: ReadonlyMap<string, HomeRow>;
}

/** Finds the home row that holds a record. Cost: one look-up by key or by the index of ids. */
export const homeRowOf = (
  db: CommunityDatabase,
  table: PackedTable,
  id: string,
): PromiseLike<HomeRow | undefined> =>
  table === 'dwellings' ? db.of('homes').get(id) : db.of('homes').where('ids').equals(id).first();

export const readBefore = async (db: CommunityDatabase, edit: Edit): Promise<Before> => {
  const records = new Map<string, AnyRecord>();
  const homes = new Map<string, HomeRow>();
  const entered = new Set<string>();
  await Promise.all(
    edit.changes.map(async (change) => {
      const { table } = change;
      const id = isDelete(change) ? change.del : change.put.id;
      if (!isPacked(table)) {
        const record = await db.plain(table).get(id);
        if (record) records.set(recordField(table, id), record);
        return;
      }
      if (!isDelete(change)) entered.add(homeIdOf(table, change.put));
      const row = await homeRowOf(db, table, id);
      if (!row) return;
      homes.set(row.dwellingId, row);
      const record = recordsIn(row, table).find((candidate) => candidate.id === id);
      if (record) records.set(recordField(table, id), record);
    }),
  );
  const unread = [...entered].filter((id) => !homes.has(id));
  for (const row of await db.getAll('homes', unread)) if (row) homes.set(row.dwellingId, row);
  return { records, homes };
};
