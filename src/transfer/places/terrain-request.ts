/** Which part of a survey the community gets, and how fine. */
import type { Building, LngLat } from '../../domain/records/index.ts';
import { createFrame } from '../../geometry/frame.ts';
import { boundsOf, type Point } from '../../geometry/polygon.ts';
import type { LocatedSet, TerrainRequest } from '../crs/located-set.ts';

/** Around the buildings, so that the horizon is the survey's too. */
const MARGIN_METRES = 600;
/** A community without buildings gets this much around its centre. */
const HALF_METRES = 1_500;
const MOST_CELLS = 160_000;
const FINEST_METRES = 2;
/** A centre whose height is off by more than this was never set. */
const WRONG_METRES = 150;

/** Null where the survey does not reach the community. */
export const terrainRequest = (
  located: LocatedSet,
  anchor: LngLat,
  elevationMetres: number,
  buildings: readonly Building[],
): TerrainRequest | null => {
  const { terrain } = located;
  if (!terrain) return null;
  const frame = createFrame(anchor);
  const built: Point[] = [
    ...buildings.flatMap(({ footprint }) => footprint[0] ?? []),
    ...located.buildings.flatMap(({ footprint }) => footprint[0]?.[0] ?? []),
  ].map((point) => frame.toLocal(point));
  const [west, south, east, north] =
    built.length > 0 ? boundsOf(built) : [-HALF_METRES, -HALF_METRES, HALF_METRES, HALF_METRES];
  const survey = boundsOf(terrain.corners.map((corner) => frame.toLocal(corner)));
  const extent = [
    Math.max(west - MARGIN_METRES, survey[0]),
    Math.max(south - MARGIN_METRES, survey[1]),
    Math.min(east + MARGIN_METRES, survey[2]),
    Math.min(north + MARGIN_METRES, survey[3]),
  ] as const;
  const [width, height] = [extent[2] - extent[0], extent[3] - extent[1]];
  if (width <= 0 || height <= 0) return null;
  const cellMetres = Math.max(
    FINEST_METRES,
    terrain.surveyCellMetres / 2,
    Math.sqrt((width * height) / MOST_CELLS),
  );
  const known =
    elevationMetres > terrain.minMetres - WRONG_METRES && elevationMetres < terrain.maxMetres + WRONG_METRES;
  return {
    anchor,
    elevationMetres: known ? elevationMetres : Math.round(terrain.minMetres),
    extent,
    cellMetres,
  };
};
