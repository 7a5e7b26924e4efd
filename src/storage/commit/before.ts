/** Reads what an edit is about to change: every record as it is now, and the floors that are left or entered. */
import { type Edit, isDelete } from '../../domain/edit.ts';
import type { AnyRecord, RecordOf } from '../../domain/records/index.ts';
import type { CommunityDatabase } from '../database.ts';
import { recordField } from '../failures.ts';
import { homeIdOf, recordsIn } from '../floors.ts';
import {
  type FloorRow,
  floorKey,
  isPacked,
  type JournalRow,
  PACKED,
  type PackedTable,
  type PlainTable,
} from '../schema/layout.ts';
import { findFloors } from './find-floors.ts';

export interface Before {
  /** By `table/id`; absent where there is no such record. */
  readonly records: ReadonlyMap<string, AnyRecord>;
  /** By key; absent where there is no such floor yet. */
  readonly floors: ReadonlyMap<string, FloorRow>;
  /** The floor that each record or home named by the edit lies on now: its key, by id. */
  readonly floorOf: ReadonlyMap<string, string>;
}

interface Wanted {
  readonly plain: Map<PlainTable, Set<string>>;
  /** Ids of records with a home, and of the homes they are put into. */
  readonly packed: Set<string>;
  readonly buildings: Set<string>;
  /** Floors that homes are put on. */
  readonly entered: Set<string>;
}

const wantedBy = (edit: Edit, original: JournalRow | undefined): Wanted => {
  const wanted: Wanted = { plain: new Map(), packed: new Set(), buildings: new Set(), entered: new Set() };
  for (const change of edit.changes) {
    const { table } = change;
    const id = isDelete(change) ? change.del : change.put.id;
    if (!isPacked(table)) {
      const ids = wanted.plain.get(table) ?? new Set();
      wanted.plain.set(table, ids.add(id));
      continue;
    }
    wanted.packed.add(id);
    if (isDelete(change)) continue;
    const record = change.put as RecordOf<PackedTable>;
    wanted.packed.add(homeIdOf(table, record));
    wanted.buildings.add(record.buildingId);
    if (table === 'dwellings') wanted.entered.add(floorKey(record as RecordOf<'dwellings'>));
  }
  // What is taken back is deleted by id alone; its journal row knows where it lay.
  for (const { table, after } of original?.changes ?? [])
    if (after && isPacked(table)) wanted.buildings.add((after as RecordOf<PackedTable>).buildingId);
  return wanted;
};

/**
 * Cost: a look-up per plain record; per record with a home one or two by the index of ids, or the floors of the buildings where there
 * are many. `original`: the journal row that the edit takes back, if it does.
 */
export const readBefore = async (
  db: CommunityDatabase,
  edit: Edit,
  original?: JournalRow | undefined,
): Promise<Before> => {
  const wanted = wantedBy(edit, original);
  const records = new Map<string, AnyRecord>();
  const readPlain = async (table: PlainTable, ids: readonly string[]): Promise<void> => {
    for (const record of await db.plain(table).bulkGet([...ids]))
      if (record) records.set(recordField(table, record.id), record);
  };
  const [{ floors, floorOf }] = await Promise.all([
    findFloors(db, wanted.packed, wanted.buildings),
    ...[...wanted.plain].map(([table, ids]) => readPlain(table, [...ids])),
  ]);
  for (const row of await db.getAll(
    'floors',
    [...wanted.entered].filter((key) => !floors.has(key)),
  ))
    if (row) floors.set(row.key, row);
  for (const row of floors.values())
    for (const table of PACKED)
      for (const record of recordsIn(row, table))
        if (wanted.packed.has(record.id)) records.set(recordField(table, record.id), record);
  return { records, floors, floorOf };
};
