/** The part of the land that matters: all buildings, or the surveyed ground where there are none. */
import type { BuildingBase } from '../../geometry/building-base.ts';
import type { BuildingInput } from '../../geometry/building-chunks.ts';
import { type Bounds, boundsOf } from '../../geometry/polygon.ts';
import type { Terrain } from '../../geometry/terrain.ts';

/** What the picture is fitted to: the built-up part, local metres. */
export interface Extent {
  readonly centre: readonly [number, number, number];
  readonly radius: number;
  /** Height of the tallest roof above the centre's ground. */
  readonly tallest: number;
}

/** Up to here a place is seen through one air, over one apron of land: a community and what surrounds it. */
const WIDEST_IN_PLAIN_AIR_METRES = 1500;

/** How many times as far as over a community one sees: over a whole town the haze would swallow all of it. */
export const reachOf = ({ radius }: Extent): number => Math.max(1, radius / WIDEST_IN_PLAIN_AIR_METRES);

const MARGIN_METRES = 40;

export const extentOf = (
  buildings: readonly BuildingInput[],
  bases: readonly BuildingBase[],
  terrain: Terrain,
): Extent => {
  const points = buildings.flatMap((b) => b.rings[0] ?? []);
  const [west, south, east, north] = points.length > 0 ? boundsOf(points) : terrain.bounds;
  const x = (west + east) / 2;
  const y = (south + north) / 2;
  const z = terrain.heightAt(x, y);
  const tallest = buildings.reduce((h, b, i) => Math.max(h, (bases[i]?.baseZ ?? 0) + b.heightMetres - z), 10);
  return {
    centre: [x, y, z],
    radius: Math.hypot(east - west, north - south) / 2 + MARGIN_METRES,
    tallest: tallest + 6,
  };
};

/** The land that is drawn closest to its survey changes in wide steps, so that one more building does not change it. */
const STEP_METRES = 250;

/** Bounds of what is built, outwards to whole steps, or null where nothing is. */
export const builtBounds = (buildings: readonly BuildingInput[]): Bounds | null => {
  if (buildings.length === 0) return null;
  const [west, south, east, north] = boundsOf(buildings.flatMap((b) => b.rings[0] ?? []));
  const down = (v: number): number => Math.floor(v / STEP_METRES) * STEP_METRES;
  return [down(west), down(south), down(east + STEP_METRES), down(north + STEP_METRES)];
};
