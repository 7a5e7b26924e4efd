/** Totals: sums of the stats rows, never a scan of people. */
import type { TableName } from '../../domain/records/index.ts';
import { METRICS, type Metric } from '../../domain/stats.ts';
import { isPacked } from '../schema/layout.ts';
import type { Store } from '../store.ts';
import { listOf } from './list-cache.ts';

export interface Counts {
  readonly buildings: number;
  readonly dwellings: number;
  readonly vacantDwellings: number;
  readonly households: number;
  readonly residents: number;
  readonly members: number;
  readonly floating: number;
  readonly lowIncomeHouseholds: number;
  readonly organisations: number;
  readonly facilities: number;
  readonly grids: number;
  readonly matters: number;
}

/** Cost: the stats table (a row per building), the organisations, the grids, two counts of small tables. */
export const countsIn = async ({ db }: Store): Promise<Counts> =>
  db.transaction('r', ['stats', 'organisations', 'facilities', 'grids', 'matters'], async () => {
    const [stats, organisations, facilities, grids, matters] = await Promise.all([
      db.of('stats').toArray(),
      db.plain('organisations').toArray(),
      db.plain('facilities').count(),
      db.plain('grids').toArray(),
      db.plain('matters').count(),
    ]);
    const sum = Object.fromEntries(
      METRICS.map((metric) => [metric, stats.reduce((total, row) => total + row[metric], 0)]),
    ) as Record<Metric, number>;
    return {
      buildings: stats.length,
      dwellings: sum.homes + sum.businessRooms,
      vacantDwellings: sum.vacantHomes,
      households: sum.households,
      residents: sum.residents,
      members: sum.direct + sum.shared + sum.joint + sum.adopted + sum.assisted,
      floating: sum.floating,
      lowIncomeHouseholds: sum.lowIncomeHouseholds,
      organisations: organisations.filter(({ until }) => until === null).length,
      facilities,
      grids: grids.filter(({ validTo }) => validTo === null).length,
      matters,
    };
  });

/** Records of a table, ended ones too. Cost: a count; for what lies inside homes, the list in memory (one scan, the first time). */
export const countIn = async (store: Store, table: TableName): Promise<number> => {
  if (!isPacked(table)) return store.db.plain(table).count();
  return (await listOf(store, table)).size;
};
