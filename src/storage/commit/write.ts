/** Writes the records of an edit: plain ones as rows, those with a home into the rows of the floors they leave and enter. */
import type { Reason } from '../../domain/reasons.ts';
import type { AnyRecord, RecordOf } from '../../domain/records/index.ts';
import type { CommunityDatabase } from '../database.ts';
import { notEmpty, orphan, otherBuilding } from '../failures.ts';
import { draftOf, type FloorDraft, type HomeRecord, homeIdOf, isBare, packFloor } from '../floors.ts';
import {
  floorKey,
  isPacked,
  type JournalChange,
  PACKED,
  type PackedTable,
  type PlainTable,
} from '../schema/layout.ts';
import type { Before } from './before.ts';

type PackedChange = JournalChange & { readonly table: PackedTable };
const isPackedChange = (change: JournalChange): change is PackedChange => isPacked(change.table);

/** The floors that the changes leave and enter, as they will be. */
class Floors {
  readonly drafts = new Map<string, FloorDraft>();
  readonly #floorOf: Map<string, string>;
  readonly #before: Before;
  constructor(before: Before) {
    this.#before = before;
    this.#floorOf = new Map(before.floorOf);
  }
  at(key: string): FloorDraft {
    const draft = this.drafts.get(key) ?? draftOf(key, this.#before.floors.get(key));
    this.drafts.set(key, draft);
    return draft;
  }
  take({ table, id, before }: PackedChange): void {
    const key = this.#floorOf.get(id);
    if (before && key !== undefined) this.at(key).lists[table].delete(id);
  }
  /** A home that changes its floor takes with it whatever is recorded in it. */
  putHome(home: RecordOf<'dwellings'>): void {
    const [from, to] = [this.#floorOf.get(home.id), floorKey(home)];
    this.#floorOf.set(home.id, to);
    this.at(to).lists.dwellings.set(home.id, home);
    if (from === undefined || from === to) return;
    for (const table of PACKED) {
      for (const record of [...this.at(from).lists[table].values()]) {
        if (homeIdOf(table, record) !== home.id) continue;
        this.at(from).lists[table].delete(record.id);
        this.at(to).lists[table].set(record.id, record);
      }
    }
  }
  /** False where its home does not exist. */
  put(table: PackedTable, record: HomeRecord): boolean {
    const key = this.#floorOf.get(homeIdOf(table, record));
    if (key === undefined) return false;
    this.at(key).lists[table].set(record.id, record);
    return true;
  }
}

/** Every record must lie in a home that exists and name that home's building. */
const reasonsAgainst = (draft: FloorDraft, deleted: ReadonlySet<string>): Reason[] => {
  const reasons = new Map<string, Reason>();
  for (const table of PACKED) {
    for (const record of draft.lists[table].values()) {
      const homeId = homeIdOf(table, record);
      const home = draft.lists.dwellings.get(homeId);
      if (!home && deleted.has(homeId)) reasons.set(homeId, notEmpty('dwellings', homeId));
      else if (!home) reasons.set(record.id, orphan(table, record.id, 'dwellings', homeId));
      else if (record.buildingId !== home.buildingId) reasons.set(record.id, otherBuilding(table, record.id));
    }
  }
  return [...reasons.values()];
};

const planFloors = (changes: readonly PackedChange[], before: Before) => {
  const floors = new Floors(before);
  const reasons: Reason[] = [];
  const deleted = new Set<string>();
  for (const change of changes) floors.take(change);
  for (const { table, id, after } of changes) {
    if (table !== 'dwellings') continue;
    if (after) floors.putHome(after as RecordOf<'dwellings'>);
    else deleted.add(id);
  }
  for (const { table, id, after } of changes) {
    if (table === 'dwellings' || !after) continue;
    const record = after as Exclude<HomeRecord, RecordOf<'dwellings'>>;
    if (!floors.put(table, record)) reasons.push(orphan(table, id, 'dwellings', record.dwellingId));
  }
  for (const draft of floors.drafts.values()) reasons.push(...reasonsAgainst(draft, deleted));
  return { drafts: [...floors.drafts.values()], reasons };
};

const listAt = <V>(lists: Map<PlainTable, V[]>, table: PlainTable): V[] => {
  const list = lists.get(table) ?? [];
  lists.set(table, list);
  return list;
};

/** Returns the reasons why it did not write. Cost: one row per floor touched, one per plain record. */
export const writeRecords = async (
  db: CommunityDatabase,
  changes: readonly JournalChange[],
  before: Before,
): Promise<readonly Reason[]> => {
  const { drafts, reasons } = planFloors(changes.filter(isPackedChange), before);
  if (reasons.length > 0) return reasons;
  await db.putAll('floors', drafts.filter((draft) => !isBare(draft)).map(packFloor));
  await db.deleteAll(
    'floors',
    drafts.filter(isBare).map(({ key }) => key),
  );

  const puts = new Map<PlainTable, AnyRecord[]>();
  const deletes = new Map<PlainTable, string[]>();
  for (const { table, id, after } of changes) {
    if (isPacked(table)) continue;
    if (after) listAt(puts, table).push(after);
    else listAt(deletes, table).push(id);
  }
  for (const [table, records] of puts) await db.table(table).bulkPut(records);
  for (const [table, ids] of deletes) await db.deleteAll(table, ids);
  return [];
};
