/** Sums of the counts: of a building, of a grid, of the whole community. A sum over 100,000 buildings takes about a millisecond. */
import { METRICS, type Metric } from '../domain/stats.ts';
import type { PlacesState, StatsColumns } from './places.ts';

export type Totals = Record<Metric, number>;

export const emptyTotals = (): Totals => Object.fromEntries(METRICS.map((m) => [m, 0])) as Totals;

/** The counts of one building, by its index. */
export const totalsOfBuilding = (stats: StatsColumns, at: number): Totals => {
  const totals = emptyTotals();
  for (const metric of METRICS) totals[metric] = stats[metric][at] ?? 0;
  return totals;
};

type Places = Pick<PlacesState, 'stats' | 'grids' | 'gridOfBuilding'>;

/** The counts of every grid, index for index with `grids`. */
export const totalsByGrid = ({ stats, grids, gridOfBuilding }: Places): Totals[] => {
  const totals = grids.map(emptyTotals);
  for (const metric of METRICS) {
    const column = stats[metric];
    for (let at = 0; at < column.length; at++) {
      const grid = totals[gridOfBuilding[at] ?? -1];
      if (grid) grid[metric] += column[at] ?? 0;
    }
  }
  return totals;
};

/** The counts of the whole community. */
export const totalsOfCommunity = (stats: StatsColumns): Totals => {
  const totals = emptyTotals();
  for (const metric of METRICS) {
    let sum = 0;
    for (const count of stats[metric]) sum += count;
    totals[metric] = sum;
  }
  return totals;
};

export const MEMBER_MODES = ['direct', 'shared', 'joint', 'adopted', 'assisted'] as const;
export type MemberMode = (typeof MEMBER_MODES)[number];

/** Party members of all five modes. */
export const membersOf = (totals: Pick<Totals, MemberMode>): number =>
  MEMBER_MODES.reduce((sum, mode) => sum + totals[mode], 0);
