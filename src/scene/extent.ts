/** The part of the land that matters: all buildings, or the surveyed ground where there are none. */
import type { BuildingBase } from '../geometry/building-base.ts';
import type { BuildingInput } from '../geometry/building-chunks.ts';
import { boundsOf } from '../geometry/polygon.ts';
import type { Terrain } from '../geometry/terrain.ts';
import type { Extent } from './context.ts';

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
