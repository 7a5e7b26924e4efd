/**
 * GeoJSON by RFC 7946: WGS 84, longitude first, outside rings counter-clockwise and closed, a `bbox`. Coordinates are rounded once and the
 * same way everywhere, so that grids that share a border share it in the file; 7 decimals are a centimetre.
 */
import type { LngLat, MultiPolygon, Ring } from '../../domain/records/base.ts';
import { boundsOf, signedArea } from '../../geometry/polygon.ts';
import { type Attributes, attributesOf, type OutPlaces } from './places.ts';

export interface GeojsonOptions {
  /** Which of them are written; all where it is absent. */
  readonly layers?: readonly ('buildings' | 'grids' | 'facilities')[];
  /** Decimals of degrees. A community that will come back into a planner is written with 9. */
  readonly decimals?: number;
  /** A new line before each feature: larger by nothing to speak of, and a person can read it. */
  readonly lines?: boolean;
}

type Position = readonly number[];
type Geometry =
  | { readonly type: 'Point'; readonly coordinates: Position }
  | { readonly type: 'Polygon'; readonly coordinates: readonly (readonly Position[])[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] };
export interface Feature {
  readonly type: 'Feature';
  readonly id: string;
  readonly properties: Attributes;
  readonly geometry: Geometry;
}

const DECIMALS = 7;

/** Closed, turned, without points that rounding made one; null where nothing is left of it. */
export const ringCoordinates = (ring: Ring, outside: boolean, decimals: number): Position[] | null => {
  const factor = 10 ** decimals;
  const round = (value: number): number => Math.round(value * factor) / factor;
  const points = ring
    .map(([lng, lat]): LngLat => [round(lng), round(lat)])
    .filter(([lng, lat], i, all) => {
      const [beforeLng, beforeLat] = all[(i + all.length - 1) % all.length] as LngLat;
      return lng !== beforeLng || lat !== beforeLat;
    });
  if (points.length < 3) return null;
  if (signedArea(points) > 0 !== outside) points.reverse();
  return [...points, points[0] as LngLat];
};

const polygonCoordinates = (polygon: readonly Ring[], decimals: number): Position[][] =>
  polygon.flatMap((ring, i) => {
    const coordinates = ringCoordinates(ring, i === 0, decimals);
    return coordinates ? [coordinates] : [];
  });

export const areaGeometry = (polygons: MultiPolygon, decimals: number): Geometry => {
  const coordinates = polygons
    .map((polygon) => polygonCoordinates(polygon, decimals))
    .filter((rings) => rings.length > 0);
  const [only] = coordinates;
  return coordinates.length === 1 && only
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates };
};

const pointsOf = ({ type, coordinates }: Geometry): readonly Position[] =>
  type === 'Point' ? [coordinates] : type === 'Polygon' ? coordinates.flat() : coordinates.flat(2);

/** The features of a community's places. */
export const placeFeatures = (places: OutPlaces, options: GeojsonOptions = {}): Feature[] => {
  const { layers = ['buildings', 'grids', 'facilities'], decimals = DECIMALS } = options;
  const attributes = attributesOf(places);
  const factor = 10 ** decimals;
  const feature = (id: string, properties: Attributes, geometry: Geometry): Feature => ({
    type: 'Feature',
    id,
    properties,
    geometry,
  });
  return [
    ...(layers.includes('grids')
      ? places.grids.map((g) => feature(g.id, attributes.grid(g), areaGeometry(g.boundary, decimals)))
      : []),
    ...(layers.includes('buildings')
      ? places.buildings.map((b) =>
          feature(b.id, attributes.building(b), areaGeometry([b.footprint], decimals)),
        )
      : []),
    ...(layers.includes('facilities')
      ? places.facilities.map((f) =>
          feature(f.id, attributes.facility(f), {
            type: 'Point',
            coordinates: f.point.map((value) => Math.round(value * factor) / factor),
          }),
        )
      : []),
  ];
};

export const writeGeojson = (places: OutPlaces, options: GeojsonOptions = {}): string => {
  const features = placeFeatures(places, options);
  const points = features.flatMap(({ geometry }) => pointsOf(geometry)) as unknown as LngLat[];
  const head = {
    type: 'FeatureCollection',
    name: places.community.name,
    ...(points.length > 0 ? { bbox: boundsOf(points) } : {}),
  };
  const between = options.lines === false ? '' : '\n';
  const list = features.map((feature) => between + JSON.stringify(feature)).join(',');
  return `${JSON.stringify(head).slice(0, -1)},"features":[${list}${between}]}${between}`;
};
