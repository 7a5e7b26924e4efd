/**
 * Installs a whole community: everything is read and grouped by home first, then written in chunks, counts last, and only then is
 * the community `ready`. An installation that is interrupted leaves it `loading`; the next one starts afresh. Two tabs that start
 * at once take turns, and the second finds it done.
 */
import { Dexie } from 'dexie';
import type { AnyRecord, RecordOf, TableName } from '../domain/records/index.ts';
import { type BuildingStats, contributionsOf, emptyStats } from '../domain/stats.ts';
import {
  type CommunityDatabase,
  createDatabase,
  databaseName,
  openRegistry,
  refuseNewer,
} from './database.ts';
import { orphan, StoreError } from './failures.ts';
import { type HomeDraft, type HomeRecord, homeIdOf, packHome } from './homes.ts';
import { type HomeRow, isPacked, PLAIN, type PlainTable } from './schema/layout.ts';
import { LATEST_VERSION } from './schema/migrations.ts';

export interface InstallOptions {
  readonly communityId: string;
  readonly name: string;
  /** Records to come, for the progress. */
  readonly total: number;
  /** `done` of `total` records; half of the way is reading, half is writing. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}
export interface InstallBatch {
  readonly table: TableName;
  readonly records: readonly AnyRecord[];
}

/** Records per transaction: a chunk blocks the thread for some tens of milliseconds. */
const CHUNK_RECORDS = 2_000;

interface Gathered {
  readonly plain: Map<PlainTable, AnyRecord[]>;
  readonly homes: Map<string, HomeDraft>;
  readonly stats: Map<string, BuildingStats>;
}

const gather = async (
  source: AsyncIterable<InstallBatch>,
  report: (records: number) => void,
  signal: AbortSignal | undefined,
): Promise<Gathered> => {
  const plain = new Map<PlainTable, AnyRecord[]>();
  const homes = new Map<string, HomeDraft>();
  const contributions: [TableName, AnyRecord][] = [];
  for await (const { table, records } of source) {
    signal?.throwIfAborted();
    if (isPacked(table)) {
      for (const record of records as readonly HomeRecord[]) {
        const dwellingId = homeIdOf(table, record);
        let home = homes.get(dwellingId);
        if (!home) {
          home = { dwellingId, buildingId: record.buildingId, lists: {} };
          homes.set(dwellingId, home);
        }
        (home.lists[table] ??= []).push(record);
      }
    } else {
      const list = plain.get(table) ?? [];
      for (const record of records) list.push(record);
      plain.set(table, list);
    }
    for (const record of records) contributions.push([table, record]);
    report(records.length);
  }
  const buildings = (plain.get('buildings') ?? []) as RecordOf<'buildings'>[];
  const stats = new Map(buildings.map(({ id }) => [id, emptyStats(id)]));
  for (const [table, record] of contributions) {
    for (const { buildingId, metric } of contributionsOf(table, record)) {
      const row = stats.get(buildingId);
      if (!row) throw new StoreError(orphan(table, record.id, 'buildings', buildingId));
      row[metric] += 1;
    }
  }
  for (const { dwellingId, lists } of homes.values()) {
    if (lists.dwellings?.length) continue;
    const stray = Object.entries(lists)[0] as [TableName, HomeRecord[]];
    throw new StoreError(orphan(stray[0], stray[1][0]?.id ?? '', 'dwellings', dwellingId));
  }
  return { plain, homes, stats };
};

const writeAll = async (
  db: CommunityDatabase,
  { plain, homes, stats }: Gathered,
  report: (records: number) => void,
  signal: AbortSignal | undefined,
): Promise<void> => {
  const small: PlainTable[] = [];
  let held = 0;
  const flush = async (): Promise<void> => {
    if (small.length === 0) return;
    const tables = small.splice(0);
    await db.transaction('rw', tables, async () => {
      for (const table of tables) await db.table(table).bulkAdd(plain.get(table) ?? []);
    });
    report(held);
    held = 0;
  };
  for (const table of PLAIN) {
    const records = plain.get(table) ?? [];
    if (records.length > CHUNK_RECORDS) {
      for (let at = 0; at < records.length; at += CHUNK_RECORDS) {
        signal?.throwIfAborted();
        const chunk = records.slice(at, at + CHUNK_RECORDS);
        await db.table(table).bulkAdd(chunk);
        report(chunk.length);
      }
      continue;
    }
    if (held + records.length > CHUNK_RECORDS) await flush();
    if (records.length > 0) small.push(table);
    held += records.length;
  }
  await flush();

  let rows: HomeRow[] = [];
  let records = 0;
  const pack = async (): Promise<void> => {
    signal?.throwIfAborted();
    await db.of('homes').bulkAdd(rows);
    report(records);
    rows = [];
    records = 0;
  };
  // In the order of their keys: appending to the end of an index is cheaper than inserting into it.
  for (const id of [...homes.keys()].sort()) {
    const home = homes.get(id);
    if (!home) continue;
    const row = packHome(home.dwellingId, home.buildingId, home.lists);
    rows.push(row);
    records += row.ids.length + 1;
    if (records >= CHUNK_RECORDS) await pack();
  }
  if (rows.length > 0) await pack();
  await db.transaction('rw', ['stats', 'meta'], async () => {
    await db.of('stats').bulkAdd([...stats.values()]);
    await db.of('meta').put({ key: 'state', value: 'ready' });
  });
};

const install = async (source: AsyncIterable<InstallBatch>, options: InstallOptions): Promise<void> => {
  const { communityId, name, total, onProgress, signal } = options;
  const registry = await openRegistry();
  const known = await registry.communities.get(communityId);
  if (known?.state === 'ready') return;
  await refuseNewer(databaseName(communityId), LATEST_VERSION);
  await registry.communities.put({ id: communityId, name, synthetic: false, state: 'loading', openedAt: 0 });
  await Dexie.delete(databaseName(communityId));
  let halves = 0;
  const report = (records: number): void => {
    halves += records;
    onProgress?.(Math.min(total, Math.round(halves / 2)), total);
  };
  const db = createDatabase(communityId, 'relaxed');
  try {
    const gathered = await gather(source, report, signal);
    await db.open();
    await writeAll(db, gathered, report, signal);
    const community = gathered.plain.get('communities')?.[0] as RecordOf<'communities'> | undefined;
    await registry.communities.update(communityId, {
      state: 'ready',
      synthetic: community?.synthetic ?? false,
    });
  } finally {
    db.close({ disableAutoOpen: true });
  }
};

/**
 * Installs the community unless it is there already. Rejects with a `StoreError` where a record names a building or home that is
 * not in the source, and with the signal's reason when it is aborted; the community then stays `loading`.
 */
export const installCommunity = async (
  source: AsyncIterable<InstallBatch>,
  options: InstallOptions,
): Promise<void> => {
  if (typeof navigator === 'undefined' || !navigator.locks) return install(source, options);
  await navigator.locks.request(`linli-install-${options.communityId}`, () => install(source, options));
};

/** Removes a community from this browser with everything in it. The open store must be closed first. */
export const removeCommunity = async (communityId: string): Promise<void> => {
  const registry = await openRegistry();
  await registry.communities.delete(communityId);
  await Dexie.delete(databaseName(communityId));
};
