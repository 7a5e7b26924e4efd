/** A bounding volume as degrees: boxes and spheres are earth-centred metres (or a model's own), regions are radians. */
import { type Ecef, ecefToGeodetic, isOnEarth } from '../../geometry/ecef.ts';
import { metresPerDegree } from '../../geometry/frame.ts';
import { numbersOf, recordOf } from '../gltf/json-value.ts';
import { apply, type Matrix } from '../gltf/matrix.ts';
import type { TilesetPlace } from './tileset-info.ts';

export interface Volume {
  /** Null where it does not lie on the earth. */
  readonly place: TilesetPlace | null;
  readonly radiusMetres: number;
}

const DEGREES = 180 / Math.PI;
const STEPS = [-1, 0, 1];

const regionOf = ([w, s, e, n, low, high]: readonly number[]): Volume | null => {
  const [west, south, east, north] = [w, s, e, n].map((radians) => (radians ?? 0) * DEGREES) as [
    number,
    number,
    number,
    number,
  ];
  if (Math.abs(south) > 90.001 || Math.abs(north) > 90.001 || north < south || Math.abs(west) > 360)
    return null;
  // East of west over the antimeridian.
  const width = east < west ? east + 360 - west : east - west;
  const [lowMetres, highMetres] = [Math.min(low ?? 0, high ?? 0), Math.max(low ?? 0, high ?? 0)];
  const lat = (south + north) / 2;
  const lng = west + width / 2;
  const scale = metresPerDegree(lat);
  const radiusMetres = Math.hypot(width * scale.lng, (north - south) * scale.lat, highMetres - lowMetres) / 2;
  return {
    place: {
      centre: { lng: lng > 180 ? lng - 360 : lng, lat, heightMetres: (lowMetres + highMetres) / 2 },
      extent: { west, south, east, north, lowMetres, highMetres },
    },
    radiusMetres,
  };
};

/** `lng` brought to within half a turn of `near`. */
const besideOf = (lng: number, near: number): number => lng - 360 * Math.round((lng - near) / 360);
const normal = (lng: number): number => (lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng);

/** The place of points about a centre. */
const placeOf = (centre: Ecef, points: readonly Ecef[]): TilesetPlace => {
  const middle = ecefToGeodetic(centre);
  const all = points.map(ecefToGeodetic);
  const lngs = all.map(({ lng }) => besideOf(lng, middle.lng));
  const lats = all.map(({ lat }) => lat);
  const heights = all.map(({ heightMetres }) => heightMetres);
  return {
    centre: middle,
    extent: {
      west: normal(Math.min(...lngs)),
      south: Math.min(...lats),
      east: normal(Math.max(...lngs)),
      north: Math.max(...lats),
      lowMetres: Math.min(...heights),
      highMetres: Math.max(...heights),
    },
  };
};

const axisOf = (m: Matrix, [x, y, z]: Ecef): Ecef => {
  const [ox, oy, oz] = apply(m, 0, 0, 0);
  const [px, py, pz] = apply(m, x, y, z);
  return [px - ox, py - oy, pz - oz];
};

const boxOf = (box: readonly number[], transform: Matrix): Volume => {
  const at = (i: number): Ecef => [box[i] as number, box[i + 1] as number, box[i + 2] as number];
  const centre = apply(transform, ...at(0));
  const axes = [3, 6, 9].map((i) => axisOf(transform, at(i)));
  const points: Ecef[] = STEPS.flatMap((a) =>
    STEPS.flatMap((b) =>
      STEPS.map((c): Ecef => {
        const along = (k: 0 | 1 | 2): number =>
          centre[k] +
          [a, b, c].reduce((sum, step, axis) => sum + step * ((axes[axis] as Ecef)[k] as number), 0);
        return [along(0), along(1), along(2)];
      }),
    ),
  );
  const radiusMetres = Math.max(
    ...points.map(([x, y, z]) => Math.hypot(x - centre[0], y - centre[1], z - centre[2])),
  );
  return { place: isOnEarth(centre) ? placeOf(centre, points) : null, radiusMetres };
};

const sphereOf = ([x = 0, y = 0, z = 0, r = 0]: readonly number[], transform: Matrix): Volume => {
  const centre = apply(transform, x, y, z);
  const scale = Math.max(
    ...(
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ] as const
    ).map((axis) => Math.hypot(...axisOf(transform, axis))),
  );
  const radiusMetres = Math.abs(r) * scale;
  if (!isOnEarth(centre)) return { place: null, radiusMetres };
  const middle = ecefToGeodetic(centre);
  const metres = metresPerDegree(middle.lat);
  const [dLng, dLat] = [Math.min(radiusMetres / metres.lng, 180), radiusMetres / metres.lat];
  return {
    place: {
      centre: middle,
      extent: {
        west: normal(middle.lng - dLng),
        south: Math.max(middle.lat - dLat, -90),
        east: normal(middle.lng + dLng),
        north: Math.min(middle.lat + dLat, 90),
        lowMetres: middle.heightMetres - radiusMetres,
        highMetres: middle.heightMetres + radiusMetres,
      },
    },
    radiusMetres,
  };
};

/** Null where the description is none of the three, or its numbers are impossible. */
export const readVolume = (described: unknown, transform: Matrix): Volume | null => {
  const volume = recordOf(described);
  const region = numbersOf(volume?.['region'], 6);
  if (region !== null) return regionOf(region);
  const box = numbersOf(volume?.['box'], 12);
  if (box !== null) return boxOf(box, transform);
  const sphere = numbersOf(volume?.['sphere'], 4);
  return sphere === null ? null : sphereOf(sphere, transform);
};
