/** Writes the records of an edit: plain ones as rows, those with a home into the rows of the homes they leave and enter. */
import type { Reason } from '../../domain/reasons.ts';
import type { AnyRecord } from '../../domain/records/index.ts';
import type { CommunityDatabase } from '../database.ts';
import { notEmpty, orphan, otherBuilding } from '../failures.ts';
import {
  draftOf,
  type HomeDraft,
  type HomeRecord,
  homeIdOf,
  isVacant,
  packHome,
  putInto,
  takeFrom,
} from '../homes.ts';
import { isPacked, type JournalChange, PACKED, type PackedTable, type PlainTable } from '../schema/layout.ts';
import type { Before } from './before.ts';

/** Every record must lie in a home that exists and name that home's building. */
const reasonsAgainst = (draft: HomeDraft): Reason[] => {
  const reasons: Reason[] = [];
  if (!draft.lists.dwellings?.length) {
    for (const table of PACKED) {
      const stray = draft.lists[table]?.[0];
      if (stray) return [orphan(table, stray.id, 'dwellings', draft.dwellingId)];
    }
  }
  for (const table of PACKED) {
    for (const record of draft.lists[table] ?? [])
      if (record.buildingId !== draft.buildingId) reasons.push(otherBuilding(table, record.id));
  }
  return reasons;
};

/** Returns the reasons why it did not write. Cost: one row per home touched, one per plain record. */
export const writeRecords = async (
  db: CommunityDatabase,
  changes: readonly JournalChange[],
  before: Before,
): Promise<readonly Reason[]> => {
  const drafts = new Map<string, HomeDraft>();
  const draft = (dwellingId: string): HomeDraft => {
    const known = drafts.get(dwellingId) ?? draftOf(dwellingId, before.homes.get(dwellingId));
    drafts.set(dwellingId, known);
    return known;
  };
  const deletedHomes = new Set<string>();
  const puts = new Map<PlainTable, AnyRecord[]>();
  const deletes = new Map<PlainTable, string[]>();
  for (const change of changes) {
    const { table, id, after } = change;
    if (isPacked(table)) {
      if (change.before) takeFrom(draft(homeIdOf(table, change.before)), table, id);
      if (after) putInto(draft(homeIdOf(table, after)), table as PackedTable, after as HomeRecord);
      else if (table === 'dwellings') deletedHomes.add(id);
    } else if (after) puts.set(table, [...(puts.get(table) ?? []), after]);
    else deletes.set(table, [...(deletes.get(table) ?? []), id]);
  }

  const reasons: Reason[] = [];
  for (const home of drafts.values()) {
    if (deletedHomes.has(home.dwellingId) && !isVacant(home))
      reasons.push(notEmpty('dwellings', home.dwellingId));
    else reasons.push(...reasonsAgainst(home));
  }
  if (reasons.length > 0) return reasons;

  const homes = [...drafts.values()];
  const kept = homes.filter((home) => !isVacant(home));
  await db.putAll(
    'homes',
    kept.map((home) => packHome(home.dwellingId, home.buildingId, home.lists)),
  );
  await db.deleteAll(
    'homes',
    homes.filter(isVacant).map((home) => home.dwellingId),
  );
  for (const [table, records] of puts) await db.table(table).bulkPut(records);
  for (const [table, ids] of deletes) await db.deleteAll(table, ids);
  return [];
};
