/**
 * The community as it will be when what is planned so far has been written: homes as operations want them, kept true edit by edit.
 * Changes gather here until a chunk is given out; a record changed twice is one change, and expects what was found in the first place.
 */
import { type Change, type Edit, type Expected, isDelete, type PutChange } from '../../../domain/edit.ts';
import type { HomeContext } from '../../../domain/operations/home.ts';
import { type AnyRecord, type Resident, TABLE_NAMES, type TableName } from '../../../domain/records/index.ts';
import type { Existing } from './existing.ts';

type HomeList =
  | 'households'
  | 'residents'
  | 'memberships'
  | 'floating'
  | 'assistances'
  | 'careNeeds'
  | 'openMatters';
const LIST_OF: { readonly [T in TableName]?: HomeList } = {
  households: 'households',
  residents: 'residents',
  memberships: 'memberships',
  floatingRegistrations: 'floating',
  assistances: 'assistances',
  careNeeds: 'careNeeds',
  matters: 'openMatters',
};
type Mutable = { -readonly [K in keyof HomeContext]: HomeContext[K] };

/** A home as it is after an edit that has not been taken: for asking what would follow from it. */
export const homeAfter = (home: HomeContext, edit: Edit): HomeContext => {
  const after: Mutable = { ...home };
  for (const change of edit.changes) {
    if (isDelete(change)) continue;
    if (change.table === 'dwellings' && change.put.id === home.dwelling.id) after.dwelling = change.put;
    const list = LIST_OF[change.table];
    if (list === undefined) continue;
    const records = after[list] as readonly AnyRecord[];
    const known = records.some(({ id }) => id === change.put.id);
    (after as unknown as Record<HomeList, AnyRecord[]>)[list] = known
      ? records.map((one) => (one.id === change.put.id ? change.put : one))
      : [...records, change.put];
  }
  return after;
};

const emptyHome = (dwelling: HomeContext['dwelling']): Mutable => ({
  building: { id: dwelling.buildingId, gridId: null },
  dwelling,
  households: [],
  residents: [],
  memberships: [],
  floating: [],
  assistances: [],
  careNeeds: [],
  openMatters: [],
});

interface Gathered {
  readonly table: TableName;
  put: AnyRecord;
  readonly expect: Expected;
}

const ORDER = new Map(TABLE_NAMES.map((table, i) => [table, i]));

export class Working {
  readonly #existing: Existing;
  readonly #homes = new Map<string, Mutable>();
  readonly #gathered = new Map<string, Gathered>();
  /** Lists that are nobody else's. */
  readonly #copied = new WeakSet<AnyRecord[]>();
  /** The home in which a record lies now. */
  readonly #homeOf = new Map<string, string>();

  constructor(existing: Existing) {
    this.#existing = existing;
  }

  /** Makes homes known. Those known already stay as they are planned. */
  async load(dwellingIds: Iterable<string>): Promise<void> {
    const missing = [...new Set(dwellingIds)].filter((id) => !this.#homes.has(id));
    if (missing.length === 0) return;
    for (const home of await this.#existing.homes(missing)) {
      this.#homes.set(home.dwelling.id, { ...home });
      for (const list of Object.values(LIST_OF))
        for (const record of home[list]) this.#homeOf.set(record.id, home.dwelling.id);
    }
  }

  home(dwellingId: string): HomeContext | undefined {
    return this.#homes.get(dwellingId);
  }

  /** A resident as planned so far. */
  resident(found: Resident): Resident {
    const home = this.#homes.get(this.#homeOf.get(found.id) ?? found.dwellingId);
    return home?.residents.find((r) => r.id === found.id) ?? found;
  }

  apply(edit: Edit): void {
    for (const change of edit.changes) {
      // No operation that an import uses deletes.
      if (isDelete(change)) throw new Error(`${change.table} ${change.del} would be deleted by an import`);
      this.#gather(change);
      this.#place(change.table, change.put);
    }
  }

  #gather(change: PutChange): void {
    const key = `${change.table}/${change.put.id}`;
    const known = this.#gathered.get(key);
    if (known) known.put = change.put;
    else this.#gathered.set(key, { table: change.table, put: change.put, expect: change.expect ?? null });
  }

  #place(table: TableName, record: AnyRecord): void {
    if (table === 'dwellings') {
      const home = this.#homes.get(record.id);
      const dwelling = record as HomeContext['dwelling'];
      if (home) home.dwelling = dwelling;
      else this.#homes.set(dwelling.id, emptyHome(dwelling));
      return;
    }
    const list = LIST_OF[table];
    const dwellingId = 'dwellingId' in record ? record.dwellingId : null;
    if (list === undefined || dwellingId === null) return;
    const before = this.#homeOf.get(record.id);
    const others = (home: Mutable): AnyRecord[] =>
      (home[list] as AnyRecord[]).filter((one) => one.id !== record.id);
    const set = (home: Mutable, records: AnyRecord[]): void => {
      (home as unknown as Record<HomeList, AnyRecord[]>)[list] = records;
    };
    const now = this.#homes.get(dwellingId);
    if (before === undefined) {
      if (now) this.#append(now, list, record);
      this.#homeOf.set(record.id, dwellingId);
      return;
    }
    const old = this.#homes.get(before);
    if (old && old !== now) set(old, others(old));
    // In its place, so that members of a household keep their order.
    if (now)
      set(
        now,
        old === now
          ? (now[list] as AnyRecord[]).map((one) => (one.id === record.id ? record : one))
          : [...others(now), record],
      );
    this.#homeOf.set(record.id, dwellingId);
  }

  /** A record that is new. Lists are copied once: a hall of residence has thousands, who come one by one. */
  #append(home: Mutable, list: HomeList, record: AnyRecord): void {
    const records = home[list] as AnyRecord[];
    if (this.#copied.has(records)) {
      records.push(record);
      return;
    }
    const copy = [...records, record];
    this.#copied.add(copy);
    (home as unknown as Record<HomeList, AnyRecord[]>)[list] = copy;
  }

  /** What has been gathered, what is pointed at first; the homes are forgotten. Ask when no later row can touch them. */
  takeChanges(): Change[] {
    const changes = [...this.#gathered.values()]
      .sort((a, b) => (ORDER.get(a.table) ?? 0) - (ORDER.get(b.table) ?? 0))
      .map(({ table, put, expect }) => ({ table, put, expect }) as Change);
    this.#gathered.clear();
    return changes;
  }

  forget(): void {
    this.#homes.clear();
    this.#homeOf.clear();
  }
}
