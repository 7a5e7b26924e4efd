/** A small made-up community for this room's tests. */
import type { Building, Community, Grid } from '../domain/records/index.ts';
import { type BuildingStats, emptyStats } from '../domain/stats.ts';
import type { Places } from '../storage/index.ts';

const building = (id: string, gridId: string | null, storeys: number, yearBuilt: number | null): Building =>
  ({
    id,
    gridId,
    name: id,
    storeys,
    yearBuilt,
    heightMetres: storeys * 3,
    footprint: [
      [
        [107.65, 35.73],
        [107.651, 35.73],
        [107.651, 35.731],
        [107.65, 35.731],
      ],
    ],
  }) as unknown as Building;

const stats = (buildingId: string, counts: Partial<BuildingStats>): BuildingStats => ({
  ...emptyStats(buildingId),
  ...counts,
});

/** Three buildings: a slab with people, a half-empty tower, a school without homes. */
export const samplePlaces = (): Places => ({
  community: { id: 'C', name: '云和社区', anchor: [107.6507, 35.7306], synthetic: true } as Community,
  grids: [{ id: 'G1', sequence: 1 } as Grid, { id: 'G2', sequence: 2 } as Grid],
  gridWorkers: [],
  buildings: [building('B1', 'G1', 6, 1998), building('B2', 'G2', 33, 2016), building('B3', null, 4, null)],
  facilities: [],
  landscape: null,
  sources: [],
  sourceLinks: [],
  stats: [
    stats('B1', {
      homes: 36,
      vacantHomes: 1,
      residents: 100,
      floating: 12,
      direct: 3,
      shared: 9,
      careNeeds: 4,
    }),
    stats('B2', { homes: 264, vacantHomes: 132, residents: 300, floating: 90, direct: 2, joint: 2 }),
    stats('B3', { organisations: 1, openMatters: 2 }),
  ],
});
