/** The two functions of a coordinate system, by proj4 or by formulas of our own. */
import proj4 from 'proj4';
import type { Crs, Located } from './crs.ts';

const NOWHERE: Located = [Number.NaN, Number.NaN, Number.NaN];
const WGS84 = '+proj=longlat +datum=WGS84';

export type Functions = Pick<Crs, 'toWgs84' | 'fromWgs84'>;

/**
 * proj4 answers points that it cannot reach by throwing or by infinities; both become `NaN` here. Heights go through untouched but for
 * geocentric systems: a file's heights are above sea level, and the shift of a datum would move them to the ellipsoid (43 m in Delft).
 */
export const throughProj4 = (definition: string | object, kind: Crs['kind']): Functions => {
  // Made once: proj4 parses its definition anew with every pair of texts.
  const { forward, inverse } = proj4(definition as string, WGS84);
  const run = (convert: (point: number[]) => number[], x: number, y: number, z: number): Located => {
    try {
      const [a, b, c] = convert([x, y, kind === 'geocentric' ? z : 0]) as [number, number, number];
      return Number.isFinite(a) && Number.isFinite(b) ? [a, b, kind === 'geocentric' ? c : z] : [...NOWHERE];
    } catch {
      return [...NOWHERE];
    }
  };
  return {
    toWgs84: (x, y, z) => run(forward, x, y, z),
    fromWgs84: (lng, lat, z) => run(inverse, lng, lat, z),
  };
};

export const flat = (
  toWgs84: (x: number, y: number) => readonly [number, number],
  fromWgs84: (lng: number, lat: number) => readonly [number, number],
): Functions => ({
  toWgs84: (x, y, z) => [...toWgs84(x, y), z],
  fromWgs84: (lng, lat, z) => [...fromWgs84(lng, lat), z],
});
export const SAME = flat(
  (x, y) => [x, y],
  (x, y) => [x, y],
);
