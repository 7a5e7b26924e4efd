/**
 * Comparing two plans and asking the timeline: what the page does in one go when two plans are opened beside each other, and when a
 * day is asked for. Invented ground, the same on every machine; the processor's time of this thread, not the wall's.
 *
 *   node scripts/run-ts.mjs scripts/bench/comparing.ts
 */
import process from 'node:process';
import { bentGrids, tilingOf } from '../../src/geometry/tiling/fixtures/town.ts';
import { createFrame } from '../../src/geometry/frame.ts';
import {
  assignBuildings,
  buildingSet,
  differenceOf,
  exportLngLat,
  type PlanState,
} from '../../src/geometry/tiling/index.ts';
import type { Grid, GridPlan } from '../../src/domain/records/index.ts';
import { compareStates } from '../../src/planner/model/compare.ts';
import { PLAN_METRICS } from '../../src/planner/model/town.ts';
import { timelineOf } from '../../src/planner/model/versions.ts';
import { housesOver } from './houses.ts';
import { type Figure, formatTable, median } from './table.ts';

const BAND = { min: 300, max: 500, warnBelow: 150, warnAbove: 600 };
const BUILDINGS = 2000;

const timesOf = (count: number, work: () => unknown): number =>
  median(
    Array.from({ length: count }, () => {
      const start = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000;
    }),
  );

const { slabs, chance } = housesOver(20, 10, BUILDINGS, 7);
const buildings = buildingSet(
  slabs.map((slab, i) => ({
    id: `b${i}`,
    footprint: [slab],
    values: PLAN_METRICS.map(() => Math.floor(chance.next() * 30)),
  })),
  PLAN_METRICS,
);

/** Grids of 180 m by 20 × 10, and other ones by 15 × 8 over the same ground: another number of grids, every border elsewhere. */
const stateOf = (columns: number, rows: number): PlanState => {
  const tiling = tilingOf(bentGrids(columns, rows, { bends: 11 }));
  return { tiling, faceOf: assignBuildings(tiling, buildings).faceOf };
};

export function measureComparing(): Figure[] {
  const [left, right] = [stateOf(20, 10), stateOf(15, 8)];
  const options = { buildings, band: BAND, hasHead: (row: number) => row % 2 === 0 };
  const { flows, difference } = compareStates(left, right, options);
  const frame = createFrame([113.9, 35.3]);
  const boundaries = exportLngLat(left.tiling, frame);
  const grids = [...boundaries].map(
    ([id, boundary], at): Grid => ({
      ...{ id, boundary, communityId: 'c', createdAt: 1, updatedAt: 1, revision: 1 },
      ...{ code: `410700001001${at}`.slice(0, 15), sequence: at + 1, kind: 'basic', name: id },
      ...{ branchId: null, validFrom: '2020-01-01', validTo: null, parents: [] },
    }),
  );
  const rowsOf = buildings.ids.map((id, row) => ({ id, gridId: left.faceOf[row] ?? null }));
  const plans = Array.from({ length: 40 }, (_, at): GridPlan => {
    const day = `2021-${String((at % 12) + 1).padStart(2, '0')}-${String(Math.floor(at / 12) + 1).padStart(2, '0')}`;
    return {
      ...{
        id: `p${at}`,
        communityId: 'c',
        createdAt: 1,
        updatedAt: 1,
        revision: 1,
        name: `p${at}`,
        notes: '',
      },
      ...{ state: 'published', basedOn: day, baseGrids: [], steps: [], cursor: 0, publishedFrom: day },
      base: { vertices: [], arcs: [], faces: [], nextId: 1 },
      replaced: { at: at + 1, grids, buildings: rowsOf, workers: [] },
    };
  });
  const input = { frame, grids, gridWorkers: [], buildings: rowsOf, plans };
  return [
    {
      name: `Difference, 2,000 buildings, 200 → 120 grids (${difference.moves.length} move)`,
      unit: 'ms',
      measured: timesOf(15, () => differenceOf(left, right, buildings)),
      aim: 50,
    },
    {
      name: `  with flow table (${flows.length} flows) and balance of each grid`,
      unit: 'ms',
      measured: timesOf(15, () => compareStates(left, right, options)),
      aim: 50,
    },
    {
      name: 'Timeline of 40 publications, 200 grids, 2,000 buildings',
      unit: 'ms',
      measured: timesOf(9, () => timelineOf(input)),
      aim: null,
    },
  ];
}

if (process.argv[1]?.endsWith('comparing.ts')) console.log(formatTable(measureComparing()));
