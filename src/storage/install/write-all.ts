/** Writes what was gathered, in chunks that leave the page alive, and marks the database ready in the last one. */
import type { CommunityDatabase } from '../database.ts';
import { packFloor } from '../floors.ts';
import { type FloorRow, type JournalRow, PLAIN, type PlainTable } from '../schema/layout.ts';
import type { Gathered } from './gather.ts';

/** What a backup has besides records. */
export interface MoreThanRecords {
  readonly history?: AsyncIterable<readonly JournalRow[]> | undefined;
  readonly assets?: AsyncIterable<{ readonly id: string; readonly bytes: Uint8Array }> | undefined;
}

/** Records per transaction: a chunk blocks the thread for some tens of milliseconds. */
const CHUNK_RECORDS = 2_000;

/** Tables of a few rows share a transaction; one that is larger than a chunk has several. */
const planTables = (plain: Gathered['plain']): PlainTable[][] => {
  const groups: PlainTable[][] = [];
  let room = 0;
  for (const table of PLAIN) {
    const size = plain.get(table)?.length ?? 0;
    if (size === 0) continue;
    const last = groups.at(-1);
    if (last && size <= room) last.push(table);
    else {
      groups.push([table]);
      room = CHUNK_RECORDS;
    }
    room -= size;
  }
  return groups;
};

const writePlain = async (
  db: CommunityDatabase,
  plain: Gathered['plain'],
  step: (records: number) => void,
): Promise<void> => {
  for (const tables of planTables(plain)) {
    const [only] = tables;
    const records = (only && plain.get(only)) ?? [];
    if (only && tables.length === 1) {
      for (let at = 0; at < records.length; at += CHUNK_RECORDS) {
        const chunk = records.slice(at, at + CHUNK_RECORDS);
        await db.table(only).bulkAdd(chunk);
        step(chunk.length);
      }
      continue;
    }
    await db.transaction('rw', tables, async () => {
      for (const table of tables) await db.table(table).bulkAdd([...(plain.get(table) ?? [])]);
    });
    step(tables.reduce((sum, table) => sum + (plain.get(table)?.length ?? 0), 0));
  }
};

const writeFloors = async (
  db: CommunityDatabase,
  floors: Gathered['floors'],
  step: (records: number) => void,
): Promise<void> => {
  let rows: FloorRow[] = [];
  let held = 0;
  const flush = async (): Promise<void> => {
    await db.putAll('floors', rows);
    step(held);
    rows = [];
    held = 0;
  };
  for (const floor of floors) {
    const row = packFloor(floor);
    rows.push(row);
    held += row.ids.length;
    if (held >= CHUNK_RECORDS) await flush();
  }
  await flush();
};

/** `step` hears of the records of every chunk; it may throw to stop. */
export const writeAll = async (
  db: CommunityDatabase,
  { plain, floors, stats }: Gathered,
  step: (records: number) => void,
  more: MoreThanRecords = {},
): Promise<void> => {
  await writePlain(db, plain, step);
  await writeFloors(db, floors, step);
  for await (const rows of more.history ?? []) await db.of('journal').bulkAdd([...rows]);
  for await (const { id, bytes } of more.assets ?? [])
    await db.of('assets').put({ id, bytes, savedAt: Date.now() });
  await db.transaction('rw', ['stats', 'meta'], async () => {
    await db.putAll('stats', stats);
    await db.of('meta').put({ key: 'state', value: 'ready' });
  });
};
