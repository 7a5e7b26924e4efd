/** What a tab missed, out of the journal: every commit after the one it knows, as one. */
import { contributionsOf } from '../domain/stats.ts';
import { TABLE_NAMES, type TableName } from '../domain/records/index.ts';
import type { CommunityDatabase } from './database.ts';
import type { Committed } from './events.ts';
import type { JournalRow } from './schema/layout.ts';

/** Rows read at a time, and changes after which a tab had better look at everything again. */
const ROWS_A_PAGE = 50;
const MANY_CHANGES = 2_000;

/** Everything may be different: cost, the keys of the journal and all rows of stats. */
const everythingSince = async (db: CommunityDatabase): Promise<Committed> => {
  const stats = await db.of('stats').toArray();
  return {
    seq: ((await db.of('journal').toCollection().lastKey()) as number | undefined) ?? 0,
    tables: [...TABLE_NAMES],
    ids: [],
    bulk: true,
    buildings: stats.map(({ buildingId }) => buildingId),
    stats,
    elsewhere: true,
  };
};

/** Null where there are too many changes to name. */
const rowsSince = async (db: CommunityDatabase, seq: number): Promise<JournalRow[] | null> => {
  const rows: JournalRow[] = [];
  let changes = 0;
  for (;;) {
    const after = rows.at(-1)?.seq ?? seq;
    const page = await db.of('journal').where('seq').above(after).limit(ROWS_A_PAGE).toArray();
    rows.push(...page);
    for (const row of page) changes += row.changes.length;
    if (changes > MANY_CHANGES) return null;
    if (page.length < ROWS_A_PAGE) return rows;
  }
};

/** Cost: the missed rows of the journal by primary key, and the stats rows they touched. Null when nothing was missed. */
export const missedSince = async (db: CommunityDatabase, seq: number): Promise<Committed | null> => {
  const rows = await rowsSince(db, seq);
  if (rows === null) return everythingSince(db);
  const last = rows.at(-1);
  if (!last) return null;
  const ids = new Map<string, { table: TableName; id: string }>();
  const buildings = new Set<string>();
  for (const row of rows) {
    for (const { table, id, before, after } of row.changes) {
      ids.set(`${table}/${id}`, { table, id });
      if (table === 'buildings') buildings.add(id);
      for (const record of [before, after]) {
        if (record) for (const { buildingId } of contributionsOf(table, record)) buildings.add(buildingId);
      }
    }
  }
  const stats = await db.getAll('stats', [...buildings]);
  return {
    seq: last.seq,
    tables: [...new Set([...ids.values()].map(({ table }) => table))],
    ids: [...ids.values()],
    bulk: false,
    buildings: [...buildings],
    stats: stats.filter((row) => row !== undefined),
    elsewhere: true,
  };
};
