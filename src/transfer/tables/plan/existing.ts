/**
 * What is recorded already, as a plan asks for it: by many keys at once, so that a database answers a batch with one query. Transfer
 * may not know storage; the page gives an implementation over its queries, the command line and tests one over plain records.
 */
import type { HomeContext } from '../../../domain/operations/home.ts';
import type { AnyRecord, RecordOf, Resident, TableName } from '../../../domain/records/index.ts';

/** Tables that are asked for whole: some hundreds of records each, visits and matters some thousands. */
export type WholeTable =
  | 'organisations'
  | 'partyBodies'
  | 'grids'
  | 'gridWorkers'
  | 'buildingHeads'
  | 'facilities'
  | 'services'
  | 'matters'
  | 'visits'
  | 'duties';

export interface Existing {
  /** Everybody with one of these citizen IDs, those who left among them. */
  readonly residentsById: (citizenIds: readonly string[]) => Promise<readonly Resident[]>;
  /** Everybody of one of these names. */
  readonly residentsByName: (names: readonly string[]) => Promise<readonly Resident[]>;
  /** All that is recorded of these homes; unknown ids are left out. */
  readonly homes: (dwellingIds: readonly string[]) => Promise<readonly HomeContext[]>;
  readonly all: <T extends WholeTable>(table: T) => Promise<readonly RecordOf<T>[]>;
}

type Tables = { readonly [T in TableName]?: readonly RecordOf<T>[] };

const groupBy = <T extends AnyRecord>(
  records: readonly T[],
  key: (record: T) => string | null,
): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const name = key(record);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(record);
    else groups.set(name, [record]);
  }
  return groups;
};

/** Over records in memory. */
export const existingOf = (tables: Tables): Existing => {
  const residents = tables.residents ?? [];
  const byId = groupBy(residents, (r) => r.personal.citizenId ?? null);
  const byName = groupBy(residents, (r) => r.personal.name);
  const buildings = new Map((tables.buildings ?? []).map((b) => [b.id, b]));
  const dwellings = new Map((tables.dwellings ?? []).map((d) => [d.id, d]));
  const inHome = {
    households: groupBy(tables.households ?? [], (r) => r.dwellingId),
    residents: groupBy(residents, (r) => r.dwellingId),
    memberships: groupBy(tables.memberships ?? [], (r) => r.dwellingId),
    floating: groupBy(tables.floatingRegistrations ?? [], (r) => r.dwellingId),
    assistances: groupBy(tables.assistances ?? [], (r) => r.dwellingId),
    careNeeds: groupBy(tables.careNeeds ?? [], (r) => r.dwellingId),
    matters: groupBy(
      (tables.matters ?? []).filter((m) => m.open),
      (r) => r.dwellingId,
    ),
  };
  const homeOf = (id: string): HomeContext[] => {
    const dwelling = dwellings.get(id);
    const building = dwelling && buildings.get(dwelling.buildingId);
    if (!dwelling || !building) return [];
    return [
      {
        building,
        dwelling,
        households: inHome.households.get(id) ?? [],
        residents: inHome.residents.get(id) ?? [],
        memberships: inHome.memberships.get(id) ?? [],
        floating: inHome.floating.get(id) ?? [],
        assistances: inHome.assistances.get(id) ?? [],
        careNeeds: inHome.careNeeds.get(id) ?? [],
        openMatters: inHome.matters.get(id) ?? [],
      },
    ];
  };
  return {
    residentsById: async (ids) => ids.flatMap((id) => byId.get(id) ?? []),
    residentsByName: async (names) => names.flatMap((name) => byName.get(name) ?? []),
    homes: async (ids) => ids.flatMap(homeOf),
    all: async <T extends WholeTable>(table: T) => (tables[table] ?? []) as unknown as readonly RecordOf<T>[],
  };
};
