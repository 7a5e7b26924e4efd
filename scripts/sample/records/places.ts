/** The drawn place as records: community, landscape, grids and buildings. */
import type { Building, Community, Grid, Landscape } from '../../../src/domain/records/index.ts';
import { type Place } from '../place/index.ts';
import { type BuildingPlan, heightOf } from '../place/plan.ts';
import { contains, type Point } from '../place/plane.ts';
import { makeTerrain } from '../place/relief.ts';
import { ANCHOR, ELEVATION_METRES, lineToLngLat, TOWN_TURN_DEGREES, toLngLat } from '../place/town-frame.ts';
import type { Stamp } from '../stamp.ts';

/** Fictional: no committee of 西街 has this number. */
const COMMUNITY_CODE = '621002001901';
const GRIDS_SINCE = '2025-01-01';

export interface BuildingSite {
  record: Building;
  plan: BuildingPlan;
  grid: Grid;
}
export interface PlaceRecords {
  community: Community;
  landscape: Landscape;
  grids: Grid[];
  sites: BuildingSite[];
}

const lineAround = (ring: readonly Point[]) => lineToLngLat(ring);

/** A building's record; aliases are how people say its number. */
const toBuilding = (plan: BuildingPlan, gridId: string, stamp: Stamp): Building => ({
  ...stamp.base(),
  gridId,
  name: plan.name,
  estate: plan.estate,
  number: plan.number,
  aliases: plan.aliases ?? [],
  use: plan.use,
  footprint: plan.rings.map(lineAround),
  heightMetres: Math.round(heightOf(plan) * 10) / 10,
  minHeightMetres: 0,
  storeys: plan.storeys,
  podiumStoreys: plan.podium ?? 0,
  roof: plan.roof ?? 'flat',
  facade: plan.facade,
  units: plan.units ?? 0,
  doorsPerLanding: plan.doors ?? 0,
  yearBuilt: plan.year,
  branchId: null,
});

const toLandscape = ({ plan }: Place, stamp: Stamp): Landscape => ({
  ...stamp.base(),
  terrain: makeTerrain(),
  roads: plan.roads.map((road) => ({
    name: road.name,
    kind: road.kind,
    widthMetres: road.width,
    line: lineToLngLat(road.line),
  })),
  areas: plan.areas.map(({ kind, name, rings }) => ({ kind, name, rings: rings.map(lineAround) })),
  walls: plan.walls.map(({ line, height }) => ({ line: lineToLngLat(line), heightMetres: height })),
  trees: plan.trees.map(({ at, height, kind }) => {
    const [lng, lat] = toLngLat(at, 7);
    return [lng, lat, height, kind];
  }),
  lamps: plan.lamps.map((lamp) => toLngLat(lamp, 7)),
  landmarks: plan.landmarks.map(({ model, at, heading }) => ({
    model,
    point: toLngLat(at),
    headingDegrees: Math.round((heading - TOWN_TURN_DEGREES + 360) % 360),
  })),
});

export const makePlaceRecords = (place: Place, stamp: Stamp): PlaceRecords => {
  const community: Community = {
    ...stamp.base(),
    id: stamp.communityId,
    name: '云和社区',
    code: COMMUNITY_CODE,
    district: '庆阳市西峰区',
    anchor: ANCHOR,
    elevationMetres: ELEVATION_METRES,
    outline: [[lineAround(place.outline)]],
    synthetic: true,
    settings: { gridBand: { min: 300, max: 500, warnBelow: 150, warnAbove: 600 } },
  };
  const landscape = toLandscape(place, stamp);
  const grids = place.grids.map(
    (grid): Grid => ({
      ...stamp.base(),
      code: `${COMMUNITY_CODE}${String(grid.sequence).padStart(3, '0')}`,
      sequence: grid.sequence,
      kind: grid.kind,
      name: grid.name,
      boundary: [[lineAround(grid.ring)]],
      branchId: null,
      validFrom: GRIDS_SINCE,
      validTo: null,
      parents: [],
    }),
  );
  const sites = place.plan.buildings
    .map((plan) => {
      const index = place.grids.findIndex((grid) => contains(grid.ring, plan.rings[0]?.[0] as Point));
      if (index < 0) throw new RangeError(`${plan.estate}${plan.name} stands in no grid`);
      return { plan, index };
    })
    .sort((a, b) => a.index - b.index)
    .map(({ plan, index }): BuildingSite => {
      const grid = grids[index] as Grid;
      return { plan, grid, record: toBuilding(plan, grid.id, stamp) };
    });
  return { community, landscape, grids, sites };
};
