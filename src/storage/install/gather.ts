/** Reads a whole source and arranges it as it will lie: plain records by table, homes by floor, counts by building. */
import type { AnyRecord, RecordOf, TableName } from '../../domain/records/index.ts';
import { type BuildingStats, contributionsOf, emptyStats } from '../../domain/stats.ts';
import { orphan, StoreError } from '../failures.ts';
import { draftOf, type FloorDraft, type HomeRecord } from '../floors.ts';
import { floorKey, isPacked, PACKED, PLAIN, type PlainTable } from '../schema/layout.ts';

export interface InstallBatch {
  readonly table: TableName;
  readonly records: readonly AnyRecord[];
}
type Tables = ReadonlyMap<TableName, readonly AnyRecord[]>;

export interface Gathered {
  readonly plain: ReadonlyMap<PlainTable, readonly AnyRecord[]>;
  readonly floors: readonly FloorDraft[];
  readonly stats: readonly BuildingStats[];
}

const listIn = <T extends TableName>(tables: Tables, table: T): readonly RecordOf<T>[] =>
  (tables.get(table) ?? []) as readonly RecordOf<T>[];

const byFloor = (tables: Tables): FloorDraft[] => {
  const floors = new Map<string, FloorDraft>();
  const floorOf = new Map<string, FloorDraft>();
  for (const home of listIn(tables, 'dwellings')) {
    const key = floorKey(home);
    const floor = floors.get(key) ?? draftOf(key);
    floors.set(key, floor);
    floorOf.set(home.id, floor);
    floor.lists.dwellings.set(home.id, home);
  }
  for (const table of PACKED) {
    if (table === 'dwellings') continue;
    for (const record of listIn(tables, table)) {
      const floor = floorOf.get(record.dwellingId);
      if (!floor) throw new StoreError(orphan(table, record.id, 'dwellings', record.dwellingId));
      (floor.lists[table] as Map<string, HomeRecord>).set(record.id, record);
    }
  }
  // In the order of their keys: appending to the end of a table is cheaper than inserting into it.
  return [...floors.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
};

const countAll = (tables: Tables): BuildingStats[] => {
  const stats = new Map(listIn(tables, 'buildings').map(({ id }) => [id, emptyStats(id)]));
  for (const [table, records] of tables) {
    for (const record of records) {
      for (const { buildingId, metric } of contributionsOf(table, record)) {
        const row = stats.get(buildingId);
        if (!row) throw new StoreError(orphan(table, record.id, 'buildings', buildingId));
        row[metric] += 1;
      }
    }
  }
  return [...stats.values()];
};

export const gather = async (
  source: AsyncIterable<InstallBatch>,
  report: (records: number) => void,
  signal: AbortSignal | undefined,
): Promise<Gathered> => {
  const tables = new Map<TableName, AnyRecord[]>();
  for await (const { table, records } of source) {
    signal?.throwIfAborted();
    const list = tables.get(table) ?? [];
    for (const record of records) list.push(record);
    tables.set(table, list);
    report(records.length);
  }
  const plain = new Map<PlainTable, readonly AnyRecord[]>();
  for (const table of PLAIN) plain.set(table, tables.get(table) ?? []);
  for (const table of tables.keys())
    if (!isPacked(table) && !plain.has(table)) throw new Error(`the source names no table: ${table}`);
  return { plain, floors: byFloor(tables), stats: countAll(tables) };
};
