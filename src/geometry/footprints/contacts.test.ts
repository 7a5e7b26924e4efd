import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point, PointRing } from '../polygon.ts';
import { findContacts } from './contacts.ts';
import { tidyRing } from './tidy-ring.ts';

/** Whole coordinates make every product exact: the naive second opinion, each edge with each. */
const naive = (rings: readonly PointRing[]): Set<string> => {
  const side = (a: Point, b: Point, c: Point): number =>
    Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  const on = (a: Point, b: Point, p: Point): boolean =>
    side(a, b, p) === 0 &&
    Math.min(a[0], b[0]) <= p[0] &&
    p[0] <= Math.max(a[0], b[0]) &&
    Math.min(a[1], b[1]) <= p[1] &&
    p[1] <= Math.max(a[1], b[1]);
  const found = new Set<string>();
  rings.forEach((first, r) =>
    rings.forEach((second, s) => {
      first.forEach((a, i) =>
        second.forEach((c, j) => {
          const n = first.length;
          if (r > s || (r === s && (i >= j || j - i === 1 || j - i === n - 1))) return;
          const b = first[(i + 1) % n] as Point;
          const d = second[(j + 1) % second.length] as Point;
          const proper = side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
          if (proper || on(a, b, c) || on(a, b, d) || on(c, d, a) || on(c, d, b)) found.add(`${r}-${s}`);
        }),
      );
    }),
  );
  return found;
};

const ring = (most: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 })), { maxLength: most })
    .map((points): PointRing => tidyRing(points, [1, 1]).points)
    .filter((points) => points.length >= 3);

describe('findContacts', () => {
  it.each([
    ['few edges, each with each', 6, 800],
    ['many edges, by an index', 70, 150],
  ])('agrees with the naive comparison: %s (seed 72)', (_name, most, numRuns) => {
    let clean = 0;
    fc.assert(
      fc.property(fc.array(ring(most), { minLength: 1, maxLength: 4 }), (rings) => {
        const expected = naive(rings);
        if (expected.size === 0) clean++;
        const found = findContacts(rings).list.map(({ ringA, ringB }) => [ringA, ringB].sort().join('-'));
        expect(new Set(found)).toEqual(expected);
      }),
      { seed: 72, numRuns },
    );
    if (most < 10) expect(clean).toBeGreaterThan(50);
  });

  it('sees that a large ring is clean, quickly', () => {
    const circle = Array.from({ length: 200_000 }, (_, i): Point => {
      const angle = (i / 200_000) * 2 * Math.PI;
      return [1000 * Math.cos(angle), 1000 * Math.sin(angle)];
    });
    const from = performance.now();
    expect(findContacts([circle])).toEqual({ list: [], tangled: false });
    expect(performance.now() - from).toBeLessThan(3000);
  });
});
