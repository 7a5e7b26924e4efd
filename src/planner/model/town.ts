/**
 * What the planner knows of the place: buildings with what is counted in them, and the lines that borders may follow. Made from
 * plain data, so that the page and the worker make the same.
 */
import type { Building, Landscape, MultiPolygon } from '../../domain/records/index.ts';
import type { Metric } from '../../domain/stats.ts';
import { createFrame, ringsToLocal } from '../../geometry/frame.ts';
import {
  type BuildingSet,
  buildingSet,
  type Guide,
  type MmPoint,
  type MmPolygon,
  mmFromLngLat,
  partsFromLngLat,
} from '../../geometry/tiling/index.ts';
import type { StatsColumns } from '../../state/places.ts';

/** What is added up by grid; households come first, because the band counts them. */
export const PLAN_METRICS = [
  'households',
  'residents',
  'direct',
  'shared',
  'joint',
  'adopted',
  'assisted',
  'lowIncomeHouseholds',
  'floating',
  'careNeeds',
] as const satisfies readonly Metric[];
export type PlanMetric = (typeof PLAN_METRICS)[number];
export const metricAt = (metric: PlanMetric): number => PLAN_METRICS.indexOf(metric);
/** Where the number of buildings stands in the sums of a grid. */
export const BUILDINGS_AT = PLAN_METRICS.length;

export interface TownInput {
  readonly anchor: readonly [number, number];
  readonly outline: MultiPolygon;
  readonly buildings: readonly Pick<Building, 'id' | 'footprint' | 'estate'>[];
  /** Row by row, one number a metric. */
  readonly values: readonly (readonly number[])[];
  readonly landscape: Pick<Landscape, 'roads' | 'walls'> | null;
}

export interface Town {
  readonly buildings: BuildingSet;
  /** Name of the compound of each row; empty where a building stands alone. */
  readonly estates: readonly string[];
  readonly guides: readonly Guide[];
  readonly mainRoads: readonly (readonly MmPoint[])[];
  readonly outline: readonly MmPolygon[];
}

export const townInput = ({
  anchor,
  outline,
  buildings,
  stats,
  landscape,
}: {
  readonly anchor: readonly [number, number];
  readonly outline: MultiPolygon;
  readonly buildings: readonly Building[];
  readonly stats: StatsColumns;
  readonly landscape: Landscape | null;
}): TownInput => ({
  anchor,
  outline,
  buildings: buildings.map(({ id, footprint, estate }) => ({ id, footprint, estate })),
  values: buildings.map((_, row) => PLAN_METRICS.map((metric) => stats[metric][row] ?? 0)),
  landscape: landscape && { roads: landscape.roads, walls: landscape.walls },
});

export const makeTown = ({ anchor, outline, buildings, values, landscape }: TownInput): Town => {
  const frame = createFrame(anchor);
  const lineOf = (line: readonly (readonly [number, number])[]): MmPoint[] =>
    line.map((point) => mmFromLngLat(frame, point));
  const { roads = [], walls = [] } = landscape ?? {};
  return {
    buildings: buildingSet(
      buildings.map(({ id, footprint }, row) => ({
        id,
        footprint: ringsToLocal(frame, footprint),
        values: values[row] ?? [],
      })),
      PLAN_METRICS,
    ),
    estates: buildings.map(({ estate }) => estate),
    guides: [
      ...roads
        .filter(({ kind }) => kind !== 'path')
        .map(({ line }) => ({ kind: 'road', line: lineOf(line) })),
      ...walls.map(({ line }) => ({ kind: 'wall', line: lineOf(line) })),
    ],
    mainRoads: roads.filter(({ kind }) => kind === 'main').map(({ line }) => lineOf(line)),
    outline: partsFromLngLat(frame, outline),
  };
};
