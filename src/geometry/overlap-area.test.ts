import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlapArea } from './overlap-area.ts';
import type { Point } from './polygon.ts';

const box = (x: number, y: number, w: number, h: number): Point[] => [
  [x, y],
  [x + w, y],
  [x + w, y + h],
  [x, y + h],
];
const side = fc.double({ min: 0.5, max: 40, noNaN: true });
const place = fc.double({ min: -50, max: 50, noNaN: true });

describe('overlapArea', () => {
  it('of boxes is the box that they share', () => {
    fc.assert(
      fc.property(place, place, side, side, place, place, side, side, (x, y, w, h, u, v, p, q) => {
        const shared =
          Math.max(0, Math.min(x + w, u + p) - Math.max(x, u)) *
          Math.max(0, Math.min(y + h, v + q) - Math.max(y, v));
        expect(overlapArea([box(x, y, w, h)], [box(u, v, p, q)])).toBeCloseTo(shared, -0.5);
      }),
    );
  });
  it('leaves out holes, and does not ask how rings are wound', () => {
    const ring = [box(0, 0, 10, 10), box(2, 2, 6, 6)];
    expect(overlapArea(ring, [box(0, 0, 5, 10)])).toBeCloseTo(50 - 18, 6);
    expect(
      overlapArea(
        ring.map((r) => r.toReversed()),
        [box(0, 0, 5, 10).toReversed()],
      ),
    ).toBeCloseTo(32, 6);
    expect(overlapArea([], ring)).toBe(0);
  });
});
