/**
 * The counts kept per building. Each record says what it adds to which building; `commit` subtracts what the old version added
 * and adds what the new one does, and a recount is the sum over all records. No count needs a second record: what a count
 * depends on is repeated on the record itself.
 */
import type { AnyRecord, RecordOf, TableName } from './records/index.ts';

export const METRICS = [
  'homes',
  'vacantHomes',
  'letHomes',
  'businessRooms',
  'households',
  'residents',
  'separated',
  'direct',
  'shared',
  'joint',
  'adopted',
  'assisted',
  'floating',
  'lowIncomeHouseholds',
  'careNeeds',
  'organisations',
  'openMatters',
] as const;
export type Metric = (typeof METRICS)[number];

/** One row per building; every count is a whole number ≥ 0. */
export type BuildingStats = { buildingId: string } & Record<Metric, number>;

export interface Contribution {
  readonly buildingId: string;
  readonly metric: Metric;
}

export const emptyStats = (buildingId: string): BuildingStats =>
  ({ buildingId, ...Object.fromEntries(METRICS.map((m) => [m, 0])) }) as BuildingStats;

type Rules = { [T in TableName]?: (record: RecordOf<T>) => readonly Metric[] };

/** Each metric that one record of the table adds 1 to, in the building that it names. */
const RULES: Rules = {
  dwellings: (d) =>
    d.use !== 'home'
      ? ['businessRooms']
      : d.occupancy === 'vacant'
        ? ['homes', 'vacantHomes']
        : d.occupancy === 'let'
          ? ['homes', 'letHomes']
          : ['homes'],
  households: (h) => (h.state === 'active' ? ['households'] : []),
  residents: (r) =>
    r.status !== 'present' ? [] : r.registration === 'here' ? ['residents'] : ['residents', 'separated'],
  memberships: (m) => (m.state === 'active' ? [m.mode] : []),
  floatingRegistrations: (f) => (f.state === 'active' && f.direction === 'in' ? ['floating'] : []),
  assistances: (a) => (a.state === 'active' && a.kind === 'lowIncome' ? ['lowIncomeHouseholds'] : []),
  careNeeds: (c) => (c.state === 'active' ? ['careNeeds'] : []),
  organisations: (o) => (o.until === null ? ['organisations'] : []),
  matters: (m) => (m.open ? ['openMatters'] : []),
};

export const contributionsOf = (table: TableName, record: AnyRecord): readonly Contribution[] => {
  const rule = RULES[table] as ((record: AnyRecord) => readonly Metric[]) | undefined;
  const buildingId = 'buildingId' in record ? record.buildingId : null;
  if (!rule || !buildingId) return [];
  return rule(record).map((metric) => ({ buildingId, metric }));
};

/** A whole recount: the oracle for what `commit` keeps, and the first count after an import. */
export const recount = (
  buildingIds: readonly string[],
  tables: Partial<Record<TableName, readonly AnyRecord[]>>,
): Map<string, BuildingStats> => {
  const rows = new Map(buildingIds.map((id) => [id, emptyStats(id)]));
  for (const [table, records] of Object.entries(tables) as [TableName, readonly AnyRecord[]][]) {
    for (const record of records) {
      for (const { buildingId, metric } of contributionsOf(table, record)) {
        const row = rows.get(buildingId);
        if (row) row[metric] += 1;
      }
    }
  }
  return rows;
};
