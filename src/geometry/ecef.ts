/**
 * Earth-centred coordinates (EPSG:4978) and WGS 84 degrees: how tilesets and georeferenced models say where they stand.
 *
 *            z north pole
 *            ▲      up
 *            │     ╱
 *            │   ●───► east        lng, lat in degrees, height in metres above the ellipsoid
 *            │  ╱ ╲
 *            │ ╱   north
 *            └────────► y 90° east
 *           ╱
 *          x 0° (Greenwich)
 */

/** Metres from the earth's centre. */
export type Ecef = readonly [x: number, y: number, z: number];

/** Degrees and metres above the ellipsoid. */
export interface Geodetic {
  readonly lng: number;
  readonly lat: number;
  readonly heightMetres: number;
}

const A = 6_378_137;
const F = 1 / 298.257_223_563;
const B = A * (1 - F);
const E2 = F * (2 - F);
const EP2 = E2 / (1 - E2);
const DEGREE = Math.PI / 180;

export const geodeticToEcef = ({ lng, lat, heightMetres }: Geodetic): Ecef => {
  const sin = Math.sin(lat * DEGREE);
  const cos = Math.cos(lat * DEGREE);
  const n = A / Math.sqrt(1 - E2 * sin * sin);
  const p = (n + heightMetres) * cos;
  return [p * Math.cos(lng * DEGREE), p * Math.sin(lng * DEGREE), (n * (1 - E2) + heightMetres) * sin];
};

/**
 * Bowring's iteration on the reduced latitude: each round squares what is left, so that four are exact to the last digits anywhere
 * from the deep crust to geostationary orbit. Within 100 km of the earth's centre, where the answer is not unique, the last round
 * is as good as any.
 */
const ROUNDS = 4;

export const ecefToGeodetic = ([x, y, z]: Ecef): Geodetic => {
  const p = Math.hypot(x, y);
  let beta = Math.atan2(z * A, p * B);
  let phi = beta;
  for (let round = 0; round < ROUNDS; round++) {
    const sin = Math.sin(beta);
    const cos = Math.cos(beta);
    phi = Math.atan2(z + EP2 * B * sin * sin * sin, p - E2 * A * cos * cos * cos);
    beta = Math.atan2(B * Math.sin(phi), A * Math.cos(phi));
  }
  const sin = Math.sin(phi);
  return {
    lng: Math.atan2(y, x) / DEGREE,
    lat: phi / DEGREE,
    // Stable at the poles and at the equator alike.
    heightMetres: p * Math.cos(phi) + z * sin - A * Math.sqrt(1 - E2 * sin * sin),
  };
};

/** Unit vectors of east, north and up at a place. */
export const localAxesAt = (lng: number, lat: number): { east: Ecef; north: Ecef; up: Ecef } => {
  const [sl, cl] = [Math.sin(lng * DEGREE), Math.cos(lng * DEGREE)];
  const [sp, cp] = [Math.sin(lat * DEGREE), Math.cos(lat * DEGREE)];
  return { east: [-sl, cl, 0], north: [-sp * cl, -sp * sl, cp], up: [cp * cl, cp * sl, sp] };
};

/** How far from the ellipsoid something on the ground can be: below the Dead Sea's mines, above every summit. */
const NEAR_METRES = 20_000;

/** Is it a point near the ground, so that these numbers can only be earth-centred? */
export const isOnEarth = ([x, y, z]: Ecef): boolean => {
  const radius = Math.hypot(x, y, z);
  return radius > B - NEAR_METRES && radius < A + NEAR_METRES;
};
