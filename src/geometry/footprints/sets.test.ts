import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Point, polygonContains, signedArea } from '../polygon.ts';
import { createContainers } from './containers.ts';
import { findDuplicates } from './duplicates.ts';
import type { FootprintPolygon } from './footprint.ts';
import { hullOf } from './hull.ts';
import { interiorPoint } from './interior-point.ts';

const box = (x: number, y: number, width: number, depth = width): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + depth],
  [x, y + depth],
];

describe('findDuplicates', () => {
  const item = (ring: readonly Point[], kind = 'building') => ({ polygons: [[ring]], kind });
  const duplicatesOf = (
    items: readonly ReturnType<typeof item>[],
    metresPerUnit: readonly [number, number],
  ) =>
    findDuplicates(
      {
        count: items.length,
        polygonsOf: (i) => items[i]?.polygons ?? [],
        areAlike: (a, b) => items[a]?.kind === items[b]?.kind,
      },
      metresPerUnit,
    );
  it('finds a copy that begins at another corner and is rounded otherwise', () => {
    const ring = box(0, 0, 10);
    const copy = [...ring.slice(2), ...ring.slice(0, 2)].map(([x, y]): Point => [x + 0.02, y - 0.02]);
    expect(duplicatesOf([item(ring), item(box(5, 5, 3)), item(copy), item(ring)], [1, 1])).toEqual([
      [2, 0],
      [3, 0],
    ]);
  });
  it('leaves other shapes, other kinds and moved ones alone', () => {
    const ring = box(0, 0, 10);
    const bent: Point[] = [
      [0, 0],
      [10, 0],
      [10, 10],
      [6, 10],
      [5, 9.5],
      [4, 10],
      [0, 10],
    ];
    const moved = ring.map(([x, y]): Point => [x + 0.2, y]);
    expect(duplicatesOf([item(ring), item(bent), item(ring, 'part'), item(moved)], [1, 1])).toEqual([]);
  });
  it('is found on both sides of a cell of the search (seed 73)', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: -0.049, max: 0.049, noNaN: true }),
        (at, off) => {
          const ring = box(at, -at, 8, 5);
          const copy = ring.map(([x, y]): Point => [x + off, y - off]);
          // Within the tolerance in each direction, so within it along the diagonal only up to a point.
          const expected = Math.abs(off) < 0.035;
          const found = duplicatesOf([item(ring), item(copy)], [1, 1]).length === 1;
          if (expected) expect(found).toBe(true);
        },
      ),
      { seed: 73, numRuns: 500 },
    );
  });
  it('measures degrees in metres', () => {
    const degrees = box(107.65, 35.73, 1e-4);
    const near = degrees.map(([x, y]): Point => [x + 2e-7, y]);
    const far = degrees.map(([x, y]): Point => [x + 2e-5, y]);
    expect(duplicatesOf([item(degrees), item(near), item(far)], [90_370, 110_950])).toEqual([[1, 0]]);
  });
});

describe('createContainers', () => {
  const find = createContainers([
    [[box(0, 0, 100)]],
    [[box(10, 10, 20), box(14, 14, 4).toReversed()]],
    [],
    [[box(200, 0, 9)]],
  ]);
  it('takes the smallest outline that holds a part, borders shared', () => {
    expect(find([[box(10, 10, 20, 5)]])).toBe(1);
    expect(find([[box(40, 10, 20)]])).toBe(0);
    expect(find([[box(10, 10, 20)]])).toBe(1);
  });
  it('takes none for what lies outside, in a hole or is larger', () => {
    expect(find([[box(300, 0, 5)]])).toBeNull();
    expect(find([[box(198, 0, 40)]])).toBeNull();
    expect(find([[box(95, 50, 60)]])).toBeNull();
    expect(find([])).toBeNull();
    expect(createContainers([])([[box(0, 0, 1)]])).toBeNull();
  });
  it('knows the outline around a hole', () => {
    expect(find([[box(14, 14, 4)]])).toBe(0);
  });
});

describe('interiorPoint and hullOf (seed 74)', () => {
  const points = fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })), {
    minLength: 3,
    maxLength: 20,
  });
  it('a hull holds every point and its inside is inside', () => {
    fc.assert(
      fc.property(points, (given) => {
        const hull = hullOf(given);
        if (hull.length < 3) return;
        expect(signedArea(hull)).toBeGreaterThan(0);
        for (const p of given)
          hull.forEach((b, i) => {
            const a = hull.at(i - 1) as Point;
            expect((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])).toBeGreaterThanOrEqual(0);
          });
        const inside = interiorPoint([hull]) as Point;
        expect(polygonContains([hull], ...inside)).toBe(true);
      }),
      { seed: 74, numRuns: 500 },
    );
  });
  it('finds a point beside the hole and in a bent shape', () => {
    const ring: FootprintPolygon = [box(0, 0, 10), box(1, 1, 8).toReversed()];
    expect(polygonContains(ring, ...(interiorPoint(ring) as Point))).toBe(true);
    const u: Point[] = [
      [0, 0],
      [9, 0],
      [9, 9],
      [8, 9],
      [8, 1],
      [1, 1],
      [1, 9],
      [0, 9],
    ];
    expect(polygonContains([u], ...(interiorPoint([u]) as Point))).toBe(true);
    expect(interiorPoint([[]])).toBeNull();
    expect(
      interiorPoint([
        [
          [0, 0],
          [1, 0],
          [2, 0],
        ],
      ]),
    ).toBeNull();
  });
});
