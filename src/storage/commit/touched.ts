/**
 * Under which keys the journal finds an edit again. A small edit is found by each record that it changed. One of thousands is found by the
 * buildings that its records lie in: an index entry a record costs an import more than all the rest of its writing, and a history that
 * has to look through a few large rows is still there at once.
 */
import type { AnyRecord, TableName } from '../../domain/records/index.ts';
import type { CommunityDatabase } from '../database.ts';
import { isPacked, type JournalChange, type JournalRow } from '../schema/layout.ts';
import { BULK_CHANGES } from './bulk.ts';
import { floorWith } from './find-floors.ts';

const buildingIdOf = (record: AnyRecord | null | undefined): string | null =>
  record && 'buildingId' in record ? record.buildingId : null;

export const touchedBy = (changes: readonly JournalChange[]): string[] => {
  const keysOf = ({ id, before, after }: JournalChange): string[] => {
    if (changes.length <= BULK_CHANGES) return [id];
    const buildings = [buildingIdOf(before), buildingIdOf(after)].filter((key) => key !== null);
    return buildings.length > 0 ? buildings : [id];
  };
  return [...new Set(changes.flatMap(keysOf))].sort();
};

const rowsUnder = (db: CommunityDatabase, keys: readonly string[]): Promise<JournalRow[]> =>
  db
    .of('journal')
    .where('touched')
    .anyOf([...keys])
    .distinct()
    .toArray();

/**
 * Every journal row that changed one of the records, oldest first. `buildingIds`: where they lie now, as far as that is known. Cost: two
 * index look-ups, the rows, and the large rows of their buildings.
 */
export const rowsTouching = async (
  db: CommunityDatabase,
  ids: readonly string[],
  buildingIds: readonly (string | null)[],
): Promise<JournalRow[]> => {
  const wanted = new Set(ids);
  const own = await rowsUnder(db, [...wanted]);
  const buildings = new Set(buildingIds.filter((key) => key !== null));
  for (const { changes } of own)
    for (const { id, before, after } of changes) {
      if (!wanted.has(id)) continue;
      for (const building of [buildingIdOf(before), buildingIdOf(after)])
        if (building !== null) buildings.add(building);
    }
  for (const id of wanted) buildings.delete(id);
  const known = new Set(own.map(({ seq }) => seq));
  const large = buildings.size > 0 ? await rowsUnder(db, [...buildings]) : [];
  const more = large.filter(
    ({ seq, changes }) => !known.has(seq) && changes.some(({ id }) => wanted.has(id)),
  );
  return [...own, ...more].sort((a, b) => a.seq - b.seq);
};

/** The building that a record lies in now; null for what lies in none, or is no more. Cost: one look-up. */
export const buildingOf = async (
  db: CommunityDatabase,
  table: TableName,
  id: string,
): Promise<string | null> => {
  if (isPacked(table)) return (await floorWith(db, id))?.key.split(':')[0] ?? null;
  return buildingIdOf(await db.plain(table).get(id));
};
