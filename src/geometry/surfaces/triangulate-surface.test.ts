import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFootprint } from '../footprints/check-footprint.ts';
import { triangulateSurface } from './triangulate-surface.ts';

type Vector = readonly [number, number, number];
const flatten = (points: readonly Vector[]): number[] => points.flat();
const normalOf = (a: Vector, b: Vector, c: Vector): Vector => {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  return [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx];
};
const at = (points: readonly Vector[], i: number | undefined): Vector => points[i ?? -1] as Vector;

describe('triangulateSurface', () => {
  it('covers any simple polygon with holes in any plane, facing as it faces (seed 95)', () => {
    const ringOf = (min: number, max: number) =>
      fc.array(fc.tuple(fc.integer({ min, max }), fc.integer({ min, max })), { minLength: 3, maxLength: 12 });
    const angle = fc.double({ min: -Math.PI, max: Math.PI, noNaN: true });
    const far = fc.constantFrom(0, 85_000, 446_000);
    let holes = 0;
    fc.assert(
      fc.property(ringOf(0, 20), ringOf(7, 13), angle, angle, far, (outside, hole, yaw, pitch, origin) => {
        const { polygons } = checkFootprint([[outside, hole]], {
          metresPerUnit: [1, 1],
          closed: false,
          largestSquareMetres: Infinity,
        });
        // Turned about two axes and moved far away.
        const place = ([x, y]: readonly [number, number]): Vector => {
          const [x1, y1] = [x * Math.cos(yaw) - y * Math.sin(yaw), x * Math.sin(yaw) + y * Math.cos(yaw)];
          return [x1 + origin, y1 * Math.cos(pitch) + origin, y1 * Math.sin(pitch)];
        };
        const facing: Vector = [0, -Math.sin(pitch), Math.cos(pitch)];
        for (const polygon of polygons) {
          if (polygon.length > 1) holes++;
          const points = polygon.flat().map(place);
          const ends = polygon.map((_, i) => polygon.slice(0, i + 1).flat().length);
          const found = triangulateSurface(flatten(points), ends);
          const area = polygon.reduce((sum, r, i) => {
            const twice = r.reduce(
              (s, p, k) => s + (r.at(k - 1)?.[0] ?? 0) * p[1] - p[0] * (r.at(k - 1)?.[1] ?? 0),
              0,
            );
            return sum + ((i === 0 ? 1 : -1) * Math.abs(twice)) / 2;
          }, 0);
          if (found === null) throw new Error('nothing found');
          expect(found.area).toBeCloseTo(area, 5);
          found.normal.forEach((n, i) => expect(n).toBeCloseTo(facing[i] ?? 0, 5));
          let sum = 0;
          for (let i = 0; i < found.triangles.length; i += 3) {
            const n = normalOf(
              at(points, found.triangles[i]),
              at(points, found.triangles[i + 1]),
              at(points, found.triangles[i + 2]),
            );
            sum += (n[0] * facing[0] + n[1] * facing[1] + n[2] * facing[2]) / 2;
          }
          expect(sum).toBeCloseTo(area, 4);
        }
      }),
      { seed: 95, numRuns: 800 },
    );
    expect(holes).toBeGreaterThan(50);
  });

  it('has none of a line, a point, or too few points', () => {
    expect(triangulateSurface([0, 0, 0, 1, 1, 1, 2, 2, 2], [3])).toBeNull();
    expect(triangulateSurface([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5], [4])).toBeNull();
    expect(triangulateSurface([0, 0, 0, 1, 0, 0], [2])).toBeNull();
    expect(triangulateSurface([], [])).toBeNull();
  });

  it('cuts a dented quadrangle at its dent, whichever corner it is', () => {
    const dented: Vector[] = [
      [0, 0, 0],
      [4, 0, 0],
      [1, 1, 0],
      [0, 4, 0],
    ];
    for (let shift = 0; shift < 4; shift++) {
      const points = [...dented.slice(shift), ...dented.slice(0, shift)];
      const { triangles, area } = triangulateSurface(flatten(points), [4]) ?? { triangles: [], area: 0 };
      let sum = 0;
      for (let i = 0; i < triangles.length; i += 3) {
        const z = normalOf(
          at(points, triangles[i]),
          at(points, triangles[i + 1]),
          at(points, triangles[i + 2]),
        )[2];
        expect(z).toBeGreaterThan(0);
        sum += z / 2;
      }
      expect(sum).toBeCloseTo(area, 9);
    }
  });

  it('is not misled by three points in a row at the beginning', () => {
    const found = triangulateSurface([0, 0, 0, 1, 0, 0, 2, 0, 0, 2, 2, 0, 0, 2, 0], [5]);
    expect(found?.normal).toEqual([0, 0, 1]);
    expect(found?.area).toBe(4);
  });
});
