import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Ecef, ecefToGeodetic, geodeticToEcef, isOnEarth, localAxesAt } from './ecef.ts';
import { metresPerDegree } from './frame.ts';

const places = fc.record({
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  heightMetres: fc.double({ min: -11_000, max: 36_000_000, noNaN: true }),
});
const minus = (a: Ecef, b: Ecef): Ecef => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
const dot = (a: Ecef, b: Ecef): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

describe('ecef', () => {
  it.each([
    [{ lng: 0, lat: 0, heightMetres: 0 }, [6_378_137, 0, 0]],
    [{ lng: 90, lat: 0, heightMetres: 0 }, [0, 6_378_137, 0]],
    [{ lng: 0, lat: 90, heightMetres: 0 }, [0, 0, 6_356_752.314_245]],
    // The transform of the public 3D Tiles samples' root stands near Philadelphia.
    [{ lng: -75.6121, lat: 40.0425, heightMetres: 0 }, [1_215_012.9, -4_736_313.1, 4_081_605.2]],
  ])('knows where %j is', (place, [x = 0, y = 0, z = 0]) => {
    const got = geodeticToEcef(place);
    expect(Math.hypot(got[0] - x, got[1] - y, got[2] - z)).toBeLessThan(10);
    if (place.lat === 0 || place.lat === 90)
      expect(Math.hypot(got[0] - x, got[1] - y, got[2] - z)).toBeLessThan(1e-6);
  });

  it('goes there and back within a micrometre near the ground and a ten-thousandth of a millimetre a thousand kilometres', () => {
    fc.assert(
      fc.property(places, (place) => {
        const there = geodeticToEcef(place);
        const again = geodeticToEcef(ecefToGeodetic(there));
        const off = Math.hypot(...minus(again, there));
        expect(off).toBeLessThan(1e-8 + 1e-15 * 8 * Math.hypot(...there));
        expect(Math.abs(ecefToGeodetic(there).heightMetres - place.heightMetres)).toBeLessThan(
          1e-8 + 8e-15 * Math.hypot(...there),
        );
      }),
      { seed: 4978, numRuns: 2000 },
    );
  });

  it('has axes that are what a step in degrees says', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -179, max: 179, noNaN: true }),
        fc.double({ min: -80, max: 80, noNaN: true }),
        (lng, lat) => {
          const here = geodeticToEcef({ lng, lat, heightMetres: 0 });
          const step = 1e-5;
          const east = minus(geodeticToEcef({ lng: lng + step, lat, heightMetres: 0 }), here);
          const north = minus(geodeticToEcef({ lng, lat: lat + step, heightMetres: 0 }), here);
          const axes = localAxesAt(lng, lat);
          const scale = metresPerDegree(lat);
          expect(dot(east, axes.east)).toBeCloseTo(scale.lng * step, 5);
          expect(dot(north, axes.north)).toBeCloseTo(scale.lat * step, 5);
          expect(Math.abs(dot(east, axes.up)) + Math.abs(dot(north, axes.up))).toBeLessThan(1e-6);
          expect(isOnEarth(here)).toBe(true);
        },
      ),
      { seed: 4979 },
    );
  });

  it('answers at the centre and tells a model of the same size apart', () => {
    expect(Number.isFinite(ecefToGeodetic([0, 0, 0]).heightMetres)).toBe(true);
    expect(isOnEarth([0, 0, 0])).toBe(false);
    expect(isOnEarth([12_000, 30, -400])).toBe(false);
  });
});
