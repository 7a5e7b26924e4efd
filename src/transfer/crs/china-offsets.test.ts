import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFrame } from '../../geometry/frame.ts';
import { bd09ToWgs84, gcj02ToWgs84, wgs84ToBd09, wgs84ToGcj02 } from './china-offsets.ts';
import { resolveCrs } from './resolve.ts';

const XIFENG = [107.6507, 35.7306] as const;
const metres = (a: readonly [number, number], b: readonly [number, number]): number => {
  const [x, y] = createFrame(a).toLocal(b);
  return Math.hypot(x, y);
};

describe('the distortion at Xifeng', () => {
  it('is 432 m in GCJ-02 and about 1.2 km in BD-09', () => {
    expect(metres(XIFENG, wgs84ToGcj02(...XIFENG))).toBeCloseTo(432, -1);
    expect(metres(XIFENG, wgs84ToBd09(...XIFENG))).toBeGreaterThan(1000);
    expect(metres(XIFENG, wgs84ToBd09(...XIFENG))).toBeLessThan(1400);
  });

  it('leaves its input alone', () => {
    const point: [number, number] = [...XIFENG];
    wgs84ToGcj02(...point);
    resolveCrs('GCJ-02')?.toWgs84(...point, 0);
    expect(point).toEqual(XIFENG);
  });
});

describe('the way back', () => {
  it('is exact below a millimetre all over China', () => {
    fc.assert(
      fc.property(
        // Within the box by more than the distortion itself, which begins at once at its rim.
        fc.double({ min: 73, max: 137, noNaN: true }),
        fc.double({ min: 2, max: 55, noNaN: true }),
        (lng, lat) => {
          expect(metres([lng, lat], gcj02ToWgs84(...wgs84ToGcj02(lng, lat)))).toBeLessThan(0.001);
          expect(metres([lng, lat], bd09ToWgs84(...wgs84ToBd09(lng, lat)))).toBeLessThan(0.001);
        },
      ),
      { seed: 3, numRuns: 2000 },
    );
  });

  it('ends everywhere, and changes nothing abroad', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: -90, max: 90, noNaN: true }),
        (lng, lat) => {
          expect(gcj02ToWgs84(lng, lat).every(Number.isFinite)).toBe(true);
          expect(bd09ToWgs84(lng, lat).every(Number.isFinite)).toBe(true);
        },
      ),
      { seed: 4, numRuns: 500 },
    );
    expect(gcj02ToWgs84(4.36, 52)).toEqual([4.36, 52]);
  });

  it('works through Web Mercator and from Baidu metres', () => {
    for (const [text, tolerance] of [
      ['GCJ-02 via EPSG:3857', 0.001],
      ['BD-09 MC', 0.5],
    ] as const) {
      const crs = resolveCrs(text);
      const [x, y] = crs?.fromWgs84(...XIFENG, 0) ?? [0, 0];
      const [lng = 0, lat = 0] = crs?.toWgs84(x, y, 0) ?? [];
      expect(metres(XIFENG, [lng, lat]), text).toBeLessThan(tolerance);
    }
  });
});
