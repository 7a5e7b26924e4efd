/**
 * The places of the open community, in memory: buildings, grids, facilities and the counts of every building in typed arrays,
 * index for index with `buildings`. People are not here; they stay in the database. Commits of this tab and of others are followed.
 */
import { create } from 'zustand';
import type {
  Building,
  Community,
  Facility,
  Grid,
  GridWorker,
  Landscape,
  Source,
  SourceLink,
  TableName,
} from '../domain/records/index.ts';
import { type BuildingStats, METRICS, type Metric } from '../domain/stats.ts';
import { createFrame, type Frame } from '../geometry/frame.ts';
import { asset, type Committed, onCommitted, places } from '../storage/index.ts';
import { beginWork, duringWork, endWork } from './busy.ts';
import { type Models, modelsOf, NO_MODELS } from './models.ts';

export type StatsColumns = Record<Metric, Int32Array>;

export interface PlacesState {
  readonly status: 'empty' | 'loading' | 'ready' | 'failed';
  readonly community: Community | null;
  readonly grids: readonly Grid[];
  readonly gridIndex: ReadonlyMap<string, number>;
  readonly gridWorkers: readonly GridWorker[];
  readonly buildings: readonly Building[];
  readonly buildingIndex: ReadonlyMap<string, number>;
  /** Index of each building's grid, -1 for none. */
  readonly gridOfBuilding: Int32Array;
  readonly facilities: readonly Facility[];
  readonly landscape: Landscape | null;
  /** Files of places, and what of them stands for which building. */
  readonly sources: readonly Source[];
  readonly sourceLinks: readonly SourceLink[];
  readonly models: Models;
  /** Counts by metric, one per building. The arrays are written in place: watch `statsVersion`. */
  readonly stats: StatsColumns;
  readonly frame: Frame | null;
  readonly statsVersion: number;
  /** Goes up when a building, grid, facility, the landscape or the community changed. */
  readonly placesVersion: number;
}

export const emptyColumns = (length: number): StatsColumns =>
  Object.fromEntries(METRICS.map((metric) => [metric, new Int32Array(length)])) as StatsColumns;

/** Writes rows into the columns; rows of unknown buildings are passed over. Returns how many were written. */
export const writeStats = (
  columns: StatsColumns,
  index: ReadonlyMap<string, number>,
  rows: readonly BuildingStats[],
): number => {
  let written = 0;
  for (const row of rows) {
    const at = index.get(row.buildingId);
    if (at === undefined) continue;
    for (const metric of METRICS) columns[metric][at] = row[metric];
    written++;
  }
  return written;
};

const indexById = (records: readonly { readonly id: string }[]): Map<string, number> =>
  new Map(records.map((record, at) => [record.id, at]));

type Loaded = Awaited<ReturnType<typeof places>>;
type PlaceFields = Omit<PlacesState, 'status' | 'models' | 'statsVersion' | 'placesVersion'>;

/** Everything the store derives from what storage hands out. */
export const arrange = (loaded: Loaded): PlaceFields => {
  const gridIndex = indexById(loaded.grids);
  const buildingIndex = indexById(loaded.buildings);
  const stats = emptyColumns(loaded.buildings.length);
  writeStats(stats, buildingIndex, loaded.stats);
  return {
    community: loaded.community,
    grids: loaded.grids,
    gridIndex,
    gridWorkers: loaded.gridWorkers,
    buildings: loaded.buildings,
    buildingIndex,
    gridOfBuilding: Int32Array.from(loaded.buildings, ({ gridId }) =>
      gridId === null ? -1 : (gridIndex.get(gridId) ?? -1),
    ),
    facilities: loaded.facilities,
    landscape: loaded.landscape ?? null,
    sources: loaded.sources,
    sourceLinks: loaded.sourceLinks,
    stats,
    frame: createFrame(loaded.community.anchor),
  };
};

const NOWHERE: PlacesState = {
  status: 'empty',
  community: null,
  grids: [],
  gridIndex: new Map(),
  gridWorkers: [],
  buildings: [],
  buildingIndex: new Map(),
  gridOfBuilding: new Int32Array(0),
  facilities: [],
  landscape: null,
  sources: [],
  sourceLinks: [],
  models: NO_MODELS,
  stats: emptyColumns(0),
  frame: null,
  statsVersion: 0,
  placesVersion: 0,
};

export const usePlaces = create<PlacesState>()(() => NOWHERE);

const PLACE_TABLES: ReadonlySet<TableName> = new Set<TableName>([
  'communities',
  'grids',
  'gridWorkers',
  'buildings',
  'facilities',
  'landscapes',
  'sources',
  'sourceLinks',
]);

interface Versioned {
  readonly id: string;
  readonly revision: number;
  readonly updatedAt: number;
}

const sameVersion = (a: Versioned | null | undefined, b: Versioned | null | undefined): boolean =>
  a?.id === b?.id && a?.revision === b?.revision && a?.updatedAt === b?.updatedAt;

/** The array that is there already when nothing in it changed, so that what is built from it stays. */
const kept = <T extends Versioned>(before: readonly T[], now: readonly T[]): readonly T[] =>
  before.length === now.length && now.every((record, at) => sameVersion(record, before[at])) ? before : now;

/** What was loaded again, with everything that did not change left as it is. */
export const keepUnchanged = (before: PlacesState, now: PlaceFields): PlaceFields => {
  const community = sameVersion(before.community, now.community) ? before.community : now.community;
  const grids = kept(before.grids, now.grids);
  const buildings = kept(before.buildings, now.buildings);
  const sameBuildings = buildings === before.buildings;
  return {
    ...now,
    community,
    frame: community === before.community ? before.frame : now.frame,
    grids,
    gridIndex: grids === before.grids ? before.gridIndex : now.gridIndex,
    gridWorkers: kept(before.gridWorkers, now.gridWorkers),
    buildings,
    buildingIndex: sameBuildings ? before.buildingIndex : now.buildingIndex,
    facilities: kept(before.facilities, now.facilities),
    sources: kept(before.sources, now.sources),
    sourceLinks: kept(before.sourceLinks, now.sourceLinks),
    landscape: sameVersion(before.landscape, now.landscape) ? before.landscape : now.landscape,
  };
};

/** The models that are there already when none of them changed. */
const modelsFor = async (before: PlacesState, now: PlaceFields): Promise<Models> => {
  const { sources, sourceLinks, frame } = now;
  if (sources === before.sources && sourceLinks === before.sourceLinks && frame === before.frame)
    return before.models;
  if (!frame) return NO_MODELS;
  const models = await modelsOf(sources, sourceLinks, frame, asset);
  return models.signature === before.models.signature ? before.models : models;
};

let reload = 0;
let withWorkers = true;

/** A wall never holds a person, not even those who serve the grids. */
const loadWanted = async (): Promise<Loaded> => {
  const loaded = await places();
  return withWorkers ? loaded : { ...loaded, gridWorkers: [] };
};

const reloadPlaces = async (): Promise<void> => {
  const turn = ++reload;
  const loaded = await duringWork('places', loadWanted);
  if (turn !== reload) return;
  const before = usePlaces.getState();
  const now = keepUnchanged(before, arrange(loaded));
  const models = await duringWork('models', () => modelsFor(before, now));
  if (turn !== reload) return;
  usePlaces.setState({
    ...now,
    models,
    placesVersion: before.placesVersion + 1,
    statsVersion: before.statsVersion + 1,
  });
};

const follow = (committed: Committed): void => {
  const state = usePlaces.getState();
  if (state.status !== 'ready') return;
  if (committed.tables.some((table) => PLACE_TABLES.has(table))) void reloadPlaces();
  else if (writeStats(state.stats, state.buildingIndex, committed.stats) > 0)
    usePlaces.setState({ statsVersion: state.statsVersion + 1 });
};

let unfollow: (() => void) | null = null;

/**
 * Loads the places of the open store and begins to follow its commits; `workers: false` leaves out the grids' workers, who are people.
 * Cost: one query; see `places` in storage.
 */
export const loadPlaces = async ({ workers = true } = {}): Promise<void> => {
  withWorkers = workers;
  usePlaces.setState({ status: 'loading' });
  beginWork('places');
  unfollow ??= onCommitted(follow);
  try {
    await reloadPlaces();
    usePlaces.setState({ status: 'ready' });
  } catch (error) {
    usePlaces.setState({ status: 'failed' });
    throw error;
  } finally {
    endWork('places');
  }
};

/** The building record with the id, or null. */
export const buildingById = (id: string | null): Building | null => {
  const { buildings, buildingIndex } = usePlaces.getState();
  const at = id === null ? undefined : buildingIndex.get(id);
  return at === undefined ? null : (buildings[at] ?? null);
};
