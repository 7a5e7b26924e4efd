/** What a tab missed, out of the journal: every commit after the one it knows, as one. */
import { contributionsOf } from '../domain/stats.ts';
import type { TableName } from '../domain/records/index.ts';
import type { CommunityDatabase } from './database.ts';
import type { Committed } from './events.ts';

/** Cost: the missed rows of the journal by primary key, and the stats rows they touched. Null when nothing was missed. */
export const missedSince = async (db: CommunityDatabase, seq: number): Promise<Committed | null> => {
  const rows = await db.of('journal').where('seq').above(seq).toArray();
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
    buildings: [...buildings],
    stats: stats.filter((row) => row !== undefined),
    elsewhere: true,
  };
};
