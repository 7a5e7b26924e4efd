/** What of places and counts may leave the application: named field by field, so that a new field stays inside until it is listed here. */
import { labelOf } from '../../domain/labels.ts';
import { BUILDING_USE, FACILITY_KIND, GRID_KIND } from '../../domain/codes.ts';
import type { Building, Community, Facility, Grid, RecordOf } from '../../domain/records/index.ts';
import { type BuildingStats, METRICS } from '../../domain/stats.ts';

export interface OutPlaces {
  readonly community: Community;
  readonly buildings: readonly Building[];
  readonly grids: readonly Grid[];
  readonly facilities: readonly Facility[];
  /** Counts of buildings; those of a grid are the sum of its buildings'. */
  readonly stats: readonly BuildingStats[];
}

export type Attributes = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

type Counts = Record<string, number>;
const countsOf = (stats: BuildingStats | undefined): Counts =>
  stats ? Object.fromEntries(METRICS.map((metric) => [metric, stats[metric]])) : {};

const sum = (all: readonly Counts[]): Counts =>
  all.reduce<Counts>((total, one) => {
    for (const metric of METRICS) total[metric] = (total[metric] ?? 0) + (one[metric] ?? 0);
    return total;
  }, {});

export interface PlaceAttributes {
  building(building: Building): Attributes;
  grid(grid: Grid): Attributes;
  facility(facility: Facility): Attributes;
}

/** Attributes and counts of each place. Names of organisations and public numbers are no personal data; nothing else of people is read. */
export const attributesOf = ({
  buildings,
  grids,
  stats,
}: Omit<OutPlaces, 'community' | 'facilities'>): PlaceAttributes => {
  const statsOf = new Map(stats.map((row) => [row.buildingId, row]));
  const gridOf = new Map(grids.map((grid) => [grid.id, grid]));
  const membersOf = new Map<string, RecordOf<'buildings'>[]>();
  for (const building of buildings) {
    if (building.gridId === null) continue;
    const list = membersOf.get(building.gridId) ?? [];
    list.push(building);
    membersOf.set(building.gridId, list);
  }
  return {
    building: (b) => ({
      kind: 'building',
      name: b.name,
      estate: b.estate,
      number: b.number,
      aliases: b.aliases,
      use: b.use,
      useZh: labelOf(BUILDING_USE, b.use, 'zh'),
      useEn: labelOf(BUILDING_USE, b.use, 'en'),
      heightMetres: b.heightMetres,
      minHeightMetres: b.minHeightMetres,
      storeys: b.storeys,
      podiumStoreys: b.podiumStoreys,
      roof: b.roof,
      units: b.units,
      doorsPerLanding: b.doorsPerLanding,
      yearBuilt: b.yearBuilt,
      gridId: b.gridId,
      gridName: (b.gridId === null ? undefined : gridOf.get(b.gridId)?.name) ?? null,
      ...countsOf(statsOf.get(b.id)),
    }),
    grid: (g) => ({
      kind: 'grid',
      code: g.code,
      sequence: g.sequence,
      name: g.name,
      gridKind: g.kind,
      gridKindZh: labelOf(GRID_KIND, g.kind, 'zh'),
      gridKindEn: labelOf(GRID_KIND, g.kind, 'en'),
      validFrom: g.validFrom,
      validTo: g.validTo,
      buildings: membersOf.get(g.id)?.length ?? 0,
      ...sum((membersOf.get(g.id) ?? []).map((b) => countsOf(statsOf.get(b.id)))),
    }),
    facility: (f) => ({
      kind: 'facility',
      name: f.name,
      facilityKind: f.kind,
      facilityKindZh: labelOf(FACILITY_KIND, f.kind, 'zh'),
      facilityKindEn: labelOf(FACILITY_KIND, f.kind, 'en'),
      buildingId: f.buildingId,
      floor: f.floor,
      reachMetres: f.reachMetres,
      openHours: f.openHours,
      phone: f.phone,
    }),
  };
};
