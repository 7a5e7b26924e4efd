/**
 * The memory behind lists: the records of a table, loaded when its list is first asked for and kept true by commits of this and
 * other tabs. In memory only. One scan of the floors fills every table that lies in them.
 */
import type { AnyRecord, RecordOf, TableName } from '../../domain/records/index.ts';
import type { Committed } from '../events.ts';
import { recordsIn } from '../floors.ts';
import { isPacked, PACKED } from '../schema/layout.ts';
import type { Store } from '../store.ts';
import { recordIn } from './records.ts';
import { floorPages } from './scan.ts';

interface CachedList {
  readonly records: Map<string, AnyRecord>;
}
interface Cache {
  readonly lists: Map<TableName, CachedList>;
  readonly loading: Map<'floors' | TableName, Promise<void>>;
  /** Refreshes after commits, one after the other. */
  refreshing: Promise<void>;
  /** Counts loads and refreshes: what is derived from the lists is good for one version. */
  version: number;
}

const FLOORS_PER_PAGE = 100;
const caches = new WeakMap<Store, Cache>();

const forget = (cache: Cache): void => {
  cache.lists.clear();
  cache.loading.clear();
  cache.version++;
};

const refresh = async (store: Store, cache: Cache, { ids, bulk }: Committed): Promise<void> => {
  if (bulk) return forget(cache);
  for (const { table, id } of ids) {
    const list = cache.lists.get(table);
    if (!list) continue;
    const record = await recordIn(store, table, id);
    if (record) list.records.set(id, record);
    else list.records.delete(id);
    cache.version++;
  }
};

const cacheOf = (store: Store): Cache => {
  const known = caches.get(store);
  if (known) return known;
  const cache: Cache = { lists: new Map(), loading: new Map(), refreshing: Promise.resolve(), version: 0 };
  caches.set(store, cache);
  store.followers.add((committed) => {
    cache.refreshing = cache.refreshing
      // What is being loaded may have read the row before the commit.
      .then(() => Promise.all(cache.loading.values()))
      .then(() => refresh(store, cache, committed))
      .catch(() => forget(cache));
  });
  return cache;
};

const fillFromFloors = async (store: Store, cache: Cache): Promise<void> => {
  const lists = PACKED.map((table) => [table, new Map<string, AnyRecord>()] as const);
  for await (const page of floorPages(store, FLOORS_PER_PAGE)) {
    for (const row of page)
      for (const [table, records] of lists)
        for (const record of recordsIn(row, table)) records.set(record.id, record);
  }
  for (const [table, records] of lists) cache.lists.set(table, { records });
};

const fill = async (store: Store, cache: Cache, table: TableName): Promise<void> => {
  if (isPacked(table)) return fillFromFloors(store, cache);
  const records = (await store.db.plain(table).toArray()) as AnyRecord[];
  cache.lists.set(table, { records: new Map(records.map((record) => [record.id, record])) });
};

/** The list itself, for what is derived from it. Cost: nothing once it is loaded; one scan the first time. */
export const cachedList = async (store: Store, table: TableName): Promise<CachedList> => {
  const cache = cacheOf(store);
  const key = isPacked(table) ? 'floors' : table;
  await cache.refreshing;
  if (!cache.lists.has(table)) {
    const loading = cache.loading.get(key) ?? fill(store, cache, table);
    cache.loading.set(key, loading);
    await loading.finally(() => cache.loading.delete(key));
    await cache.refreshing;
  }
  return cache.lists.get(table) ?? cachedList(store, table);
};

export const listOf = async <T extends TableName>(
  store: Store,
  table: T,
): Promise<ReadonlyMap<string, RecordOf<T>>> =>
  (await cachedList(store, table)).records as ReadonlyMap<string, unknown> as ReadonlyMap<
    string,
    RecordOf<T>
  >;

/** Goes up with every commit that touched a list in memory. */
export const listsVersion = async (store: Store): Promise<number> => {
  const cache = cacheOf(store);
  await cache.refreshing;
  return cache.version;
};
