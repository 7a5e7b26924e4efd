/** Any rings against two second opinions: GEOS on what is valid, the winding number on what is covered. */
import fc from 'fast-check';
import initGeosJs from 'geos-wasm';
import { geojsonToGeosGeom } from 'geos-wasm/helpers';
import { describe, expect, it } from 'vitest';
import { type Point, type PointRing, signedArea } from '../polygon.ts';
import { checkFootprint } from './check-footprint.ts';
import type { FootprintPolygon, FootprintRules } from './footprint.ts';

const METRES: FootprintRules = { metresPerUnit: [1, 1], closed: false, largestSquareMetres: 2e6 };

/** How often and which way a ring winds around a point: the second opinion on what a ring covers. */
const winding = (ring: PointRing, x: number, y: number): number => {
  let turns = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const a = ring[j] as Point;
    const b = ring[i] as Point;
    const side = (b[0] - a[0]) * (y - a[1]) - (x - a[0]) * (b[1] - a[1]);
    if (a[1] <= y && b[1] > y && side > 0) turns++;
    else if (a[1] > y && b[1] <= y && side < 0) turns--;
  }
  return turns;
};
const covers = (polygons: readonly FootprintPolygon[], x: number, y: number): boolean =>
  polygons.some(
    ([outside, ...holes]) =>
      outside !== undefined &&
      winding(outside, x, y) !== 0 &&
      holes.every((hole) => winding(hole, x, y) === 0),
  );

const isNear = (polygons: readonly FootprintPolygon[], x: number, y: number): boolean =>
  polygons.flat().some((ring) =>
    ring.some((b, i) => {
      const a = ring.at(i - 1) as Point;
      const length2 = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2;
      const along = (x - a[0]) * (b[0] - a[0]) + (y - a[1]) * (b[1] - a[1]);
      const t = length2 > 0 ? Math.min(1, Math.max(0, along / length2)) : 0;
      return Math.hypot(x - a[0] - t * (b[0] - a[0]), y - a[1] - t * (b[1] - a[1])) < 0.012;
    }),
  );

const MOST = 14;
const ringOf = (coordinate: fc.Arbitrary<number>) =>
  fc.array(fc.tuple(coordinate, coordinate), { maxLength: MOST });
const footprintOf = (coordinate: fc.Arbitrary<number>) =>
  fc.array(fc.array(ringOf(coordinate), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
const wholes = fc.integer({ min: 0, max: 12 });
/** `fc.double` is nearly always nearly nothing. */
const doubles = fc.integer({ min: 0, max: 12_000_000 }).map((n) => n / 1e6);

describe('checkFootprint, any rings (seed 71)', async () => {
  const geos = await initGeosJs({ errorHandler: () => undefined, noticeHandler: () => undefined });
  const isValid = (polygon: FootprintPolygon): boolean => {
    const closed = polygon.map((points) => [...points, points[0] as Point].map(([x, y]) => [x, y]));
    const geometry = geojsonToGeosGeom({ type: 'Polygon', coordinates: closed }, geos);
    const valid = geos.GEOSisValid(geometry) === 1;
    geos.GEOSGeom_destroy(geometry);
    return valid;
  };
  const degrees = { ...METRES, metresPerUnit: [90_370, 110_950] as const };
  const toDegrees = (x: number, y: number): Point => [107.65 + x / 90_370, 35.73 + y / 110_950];

  it.each([
    ['on a grid', wholes, METRES],
    ['anywhere', doubles, METRES],
    ['in degrees', doubles, degrees],
  ])(
    '%s: comes out valid to GEOS, turned right, covering what was drawn, and a second time unchanged',
    (_name, coordinate, rules) => {
      let mended = 0;
      fc.assert(
        fc.property(footprintOf(coordinate), (drawn) => {
          const isDegrees = rules === degrees;
          const at = (x: number, y: number): Point => (isDegrees ? toDegrees(x, y) : [x, y]);
          const given = drawn.map((polygon) => polygon.map((points) => points.map(([x, y]) => at(x, y))));
          const { polygons, faults } = checkFootprint(given, rules);
          if (faults.some((fault) => fault.code === 'selfCrossing')) mended++;
          for (const polygon of polygons) {
            expect(isValid(polygon)).toBe(true);
            polygon.forEach((points, i) => expect(signedArea(points) > 0).toBe(i === 0));
          }
          // Points away from the lines drawn: a cut spike is up to a centimetre wide.
          for (let x = 0.37; x < 12; x++)
            for (let y = 0.41; y < 12; y++)
              if (!isNear(drawn, x, y))
                expect(covers(polygons, ...at(x, y))).toBe(covers(given, ...at(x, y)));
          const again = checkFootprint(polygons, rules);
          expect(again.faults.filter((fault) => fault.code !== 'tinyArea')).toEqual([]);
          expect(again.polygons).toEqual(polygons);
        }),
        { seed: 71, numRuns: 600 },
      );
      expect(mended).toBeGreaterThan(100);
    },
  );

  it('keeps an island in a hole that touches both', () => {
    // Once the hole was given to the island, which held its inner point.
    const first: Point[] = [
      [0, 8],
      [12, 0],
      [9, 7],
      [5, 4],
      [13, 2],
      [12, 4],
      [3, 0],
      [0, 4],
      [6, 5],
      [8, 13],
      [10, 11],
      [3, 4],
      [11, 2],
    ];
    const second: Point[] = [
      [4, 7],
      [12, 9],
      [6, 7],
      [9, 5],
      [8, 10],
      [2, 0],
      [12, 12],
    ];
    const hole: Point[] = [
      [10, 5],
      [10, 1],
      [5, 2],
      [8, 11],
      [8, 10],
      [2, 9],
      [10, 1],
      [4, 12],
      [8, 12],
      [7, 13],
      [1, 13],
    ];
    const { polygons } = checkFootprint([[first], [second, hole]], METRES);
    expect(polygons.length).toBeGreaterThan(1);
    expect(polygons.every(isValid)).toBe(true);
  });
});
