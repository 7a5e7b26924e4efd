import { describe, expect, it } from 'vitest';
import { polygonContains } from './polygon.ts';
import { visualCentre } from './visual-centre.ts';

describe('visualCentre', () => {
  it('finds the middle of a square', () => {
    const { point, radiusMetres } = visualCentre([
      [
        [0, 0],
        [10, 0],
        [10, 10],
        [0, 10],
      ],
    ]);
    expect(point[0]).toBeCloseTo(5, 0);
    expect(radiusMetres).toBeCloseTo(5, 0);
  });
  it('stays inside an L, and in its thick part', () => {
    const l = [
      [
        [0, 0],
        [100, 0],
        [100, 10],
        [30, 10],
        [30, 100],
        [0, 100],
      ],
    ] as const;
    const { point, radiusMetres } = visualCentre(l);
    expect(polygonContains(l, point[0], point[1])).toBe(true);
    expect(radiusMetres).toBeGreaterThan(14);
  });
  it('gives up on nothing', () => {
    expect(visualCentre([]).radiusMetres).toBe(0);
  });
});
