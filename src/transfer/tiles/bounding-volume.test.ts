import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { geodeticToEcef, localAxesAt } from '../../geometry/ecef.ts';
import { metresPerDegree } from '../../geometry/frame.ts';
import { IDENTITY } from '../gltf/matrix.ts';
import { readVolume } from './bounding-volume.ts';

const place = fc.record({
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -80, max: 80, noNaN: true }),
  heightMetres: fc.double({ min: -200, max: 4000, noNaN: true }),
});
/** East, north, up about a place → earth-centred. */
const frameAt = (lng: number, lat: number, heightMetres: number): number[] => {
  const { east, north, up } = localAxesAt(lng, lat);
  return [...east, 0, ...north, 0, ...up, 0, ...geodeticToEcef({ lng, lat, heightMetres }), 1];
};
const turn = (lng: number, to: number): number => lng - 360 * Math.round((lng - to) / 360);

describe('bounding volumes', () => {
  it('are where the transform of an east-north-up box says', () => {
    fc.assert(
      fc.property(place, ({ lng, lat, heightMetres }) => {
        const volume = readVolume(
          { box: [0, 0, 0, 100, 0, 0, 0, 50, 0, 0, 0, 20] },
          frameAt(lng, lat, heightMetres),
        );
        const { centre, extent } = volume?.place ?? expect.unreachable();
        const metres = metresPerDegree(lat);
        expect(turn(centre.lng, lng)).toBeCloseTo(lng, 9);
        expect(centre.lat).toBeCloseTo(lat, 9);
        expect(centre.heightMetres).toBeCloseTo(heightMetres, 5);
        expect((turn(extent.east, lng) - lng) * metres.lng).toBeCloseTo(100, -1);
        expect((lng - turn(extent.west, lng)) * metres.lng).toBeCloseTo(100, -1);
        expect((extent.north - extent.south) * metres.lat).toBeCloseTo(100, -1);
        expect(extent.highMetres - extent.lowMetres).toBeCloseTo(40, 1);
        expect(volume?.radiusMetres).toBeCloseTo(Math.hypot(100, 50, 20), 6);
      }),
      { seed: 31, numRuns: 300 },
    );
  });

  it('agree as sphere and as region', () => {
    const at = { lng: 107.6507, lat: 35.7306, heightMetres: 1421 };
    const sphere = readVolume({ sphere: [...geodeticToEcef(at), 500] }, IDENTITY)?.place;
    const radian = Math.PI / 180;
    const metres = metresPerDegree(at.lat);
    const [dx, dy] = [(500 / metres.lng) * radian, (500 / metres.lat) * radian];
    const [x, y] = [at.lng * radian, at.lat * radian];
    const region = readVolume({ region: [x - dx, y - dy, x + dx, y + dy, 921, 1921] }, IDENTITY)?.place;
    for (const key of ['west', 'south', 'east', 'north', 'lowMetres', 'highMetres'] as const)
      expect(sphere?.extent[key]).toBeCloseTo(region?.extent[key] ?? Number.NaN, 6);
    expect(region?.centre.lng).toBeCloseTo(at.lng, 9);
  });

  it('reach over the antimeridian', () => {
    const radian = Math.PI / 180;
    const region = readVolume({ region: [179 * radian, 0, -179 * radian, 0.01, 0, 10] }, IDENTITY)?.place;
    expect(Math.abs(region?.centre.lng ?? 0)).toBeCloseTo(180, 9);
    const box = readVolume({ box: [0, 0, 0, 1000, 0, 0, 0, 1000, 0, 0, 0, 10] }, frameAt(180, 10, 0))?.place;
    expect(box?.extent.west).toBeGreaterThan(179.9);
    expect(box?.extent.east).toBeLessThan(-179.9);
  });

  it('are none where they are broken, and nowhere about their own zero', () => {
    for (const broken of [
      null,
      {},
      { box: [1, 2] },
      { sphere: [0, 0, 0, 'x'] },
      { region: [0, 9, 0, -9, 0, 0] },
    ])
      expect(readVolume(broken, IDENTITY)).toBeNull();
    expect(readVolume({ sphere: [0, 0, 0, 5] }, IDENTITY)).toEqual({ place: null, radiusMetres: 5 });
    // Scaled by the transform.
    const twice = [2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1];
    expect(readVolume({ sphere: [0, 0, 0, 5] }, twice)?.radiusMetres).toBe(10);
  });
});
