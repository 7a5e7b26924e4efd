/**
 * Grids as TopoJSON: every border between two grids is written once. What is quantised is the shared line, so that neighbours still touch
 * after it. Borders are shared where both grids have the same points; a T-junction that only one of them knows is not made into one here.
 */
import { topology } from 'topojson-server';
import { areaGeometry } from './geojson.ts';
import { attributesOf, type OutPlaces } from './places.ts';

/** Steps over the width of the community: 4 km in 2 million steps of 2 mm. */
const STEPS = 2_000_000;
/** A millimetre, before the steps are taken: equal points must be equal numbers. */
const DECIMALS = 9;

export const writeTopojson = (places: OutPlaces, steps = STEPS): string => {
  const attributes = attributesOf(places);
  const features = places.grids.map((grid) => ({
    type: 'Feature' as const,
    id: grid.id,
    properties: attributes.grid(grid),
    geometry: areaGeometry(grid.boundary, DECIMALS),
  }));
  // The library's types want mutable arrays; it makes copies.
  const collection = { type: 'FeatureCollection', features } as unknown as GeoJSON.FeatureCollection;
  return `${JSON.stringify(topology({ grids: collection }, steps))}\n`;
};
