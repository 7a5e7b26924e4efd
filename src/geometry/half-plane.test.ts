import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepHalfPlane, keepStrip } from './half-plane.ts';
import type { LocalPolygon } from './local-polygon.ts';
import { type Point, polygonArea, polygonContains } from './polygon.ts';

const square: LocalPolygon = [
  [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ],
];
const u: LocalPolygon = [
  [
    [0, 0],
    [10, 0],
    [10, 10],
    [7, 10],
    [7, 3],
    [3, 3],
    [3, 10],
    [0, 10],
  ],
];
const ring: LocalPolygon = [
  square[0] as LocalPolygon[number],
  [
    [3, 3],
    [3, 7],
    [7, 7],
    [7, 3],
  ],
];
const areaOf = (pieces: readonly LocalPolygon[]): number => pieces.reduce((s, p) => s + polygonArea(p), 0);

/** A star-shaped ring with random radii, often concave. */
const star = fc.array(fc.double({ min: 2, max: 20, noNaN: true }), { minLength: 3, maxLength: 14 }).map(
  (radii): LocalPolygon => [
    radii.map((r, i): Point => {
      const angle = (2 * Math.PI * i) / radii.length;
      return [r * Math.cos(angle), r * Math.sin(angle)];
    }),
  ],
);

describe('keepHalfPlane', () => {
  it('halves a square', () => {
    const pieces = keepHalfPlane(square, 1, 0, 4);
    expect(pieces).toHaveLength(1);
    expect(areaOf(pieces)).toBeCloseTo(40);
  });
  it('cuts a U across its legs into two pieces without a seam', () => {
    const pieces = keepHalfPlane(u, 0, -1, -5);
    expect(pieces).toHaveLength(2);
    expect(areaOf(pieces)).toBeCloseTo(30);
    for (const piece of pieces) expect(piece[0]).toHaveLength(4);
  });
  it('opens a hole that the line crosses and keeps one that it does not', () => {
    expect(keepHalfPlane(ring, 1, 0, 5)).toHaveLength(1);
    expect(areaOf(keepHalfPlane(ring, 1, 0, 5))).toBeCloseTo(42);
    const [piece] = keepHalfPlane(ring, 1, 0, 8);
    expect(piece).toHaveLength(2);
    expect(areaOf([piece as LocalPolygon])).toBeCloseTo(64);
  });
  it('cuts along an edge and through vertices', () => {
    expect(areaOf(keepHalfPlane(square, 1, 0, 10))).toBeCloseTo(100);
    expect(areaOf(keepHalfPlane(square, 1, 0, 0))).toBeCloseTo(0);
    expect(areaOf(keepHalfPlane(square, Math.SQRT1_2, -Math.SQRT1_2, 0))).toBeCloseTo(50);
    expect(areaOf(keepHalfPlane(u, 0, -1, -3))).toBeCloseTo(42);
  });
  it('loses and doubles nothing, on any shape and line', () => {
    fc.assert(
      fc.property(
        star,
        fc.double({ min: 0, max: 7, noNaN: true }),
        fc.double({ min: -15, max: 15, noNaN: true }),
        (polygon, angle, offset) => {
          const nx = Math.cos(angle);
          const ny = Math.sin(angle);
          const near = keepHalfPlane(polygon, nx, ny, offset);
          const far = keepHalfPlane(polygon, -nx, -ny, -offset);
          expect(areaOf(near) + areaOf(far)).toBeCloseTo(polygonArea(polygon), 1);
          for (let i = 0; i < 12; i++) {
            const x = Math.sin(i * 7.3) * 12;
            const y = Math.cos(i * 3.1) * 12;
            const side = nx * x + ny * y - offset;
            if (Math.abs(side) < 0.05 || !polygonContains(polygon, x, y)) continue;
            const hits = near.filter((p) => polygonContains(p, x, y)).length;
            expect(hits).toBe(side < 0 ? 1 : 0);
          }
        },
      ),
      { seed: 20260711, numRuns: 400 },
    );
  });
});

describe('keepStrip', () => {
  it('tiles a shape with holes', () => {
    const total = [0, 2, 4, 6, 8]
      .map((from) => areaOf(keepStrip([ring], 1, 0, from, from + 2)))
      .reduce((a, b) => a + b);
    expect(total).toBeCloseTo(84);
  });
});
