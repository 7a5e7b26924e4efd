import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LocalPolygon, LocalRing } from './local-polygon.ts';
import { centroidOf, type Point, polygonArea, polygonContains } from './polygon.ts';
import { type FloorPlan, layoutRooms, type Slot } from './rooms.ts';

const slab: LocalPolygon = [
  [
    [0, 0],
    [54, 0],
    [54, 12],
    [0, 12],
  ],
];
/** A tower with notches on all sides. */
const tower: LocalPolygon = [
  [
    [0, 0],
    [10, 0],
    [10, 4],
    [16, 4],
    [16, 0],
    [26, 0],
    [26, 22],
    [16, 22],
    [16, 18],
    [10, 18],
    [10, 22],
    [0, 22],
  ],
];
const courtyard: LocalPolygon = [
  slab[0] as LocalRing,
  [
    [20, 4],
    [20, 8],
    [34, 8],
    [34, 4],
  ],
];
const EAST: Point = [1, 0];
const slots = (units: number, floors: number, doors: number): Slot[] =>
  Array.from({ length: units * floors * doors }, (_, i) => ({
    unit: 1 + (i % units),
    floor: 1 + (Math.floor(i / units) % floors),
    door: 1 + Math.floor(i / (units * floors)),
  }));
const rotate = (polygon: LocalPolygon, angle: number): LocalPolygon =>
  polygon.map((ring) =>
    ring.map(
      ([x, y]): Point => [
        x * Math.cos(angle) - y * Math.sin(angle),
        x * Math.sin(angle) + y * Math.cos(angle),
      ],
    ),
  );
const areaOf = (pieces: readonly LocalPolygon[]): number => pieces.reduce((s, p) => s + polygonArea(p), 0);
const planArea = (plan: FloorPlan): number =>
  areaOf(plan.cores) + plan.cells.reduce((s, c) => s + areaOf(c.pieces), 0);

describe('layoutRooms', () => {
  it('gives each of 36 homes in a slab its place and covers the floor', () => {
    const { floors } = layoutRooms(slab, EAST, slots(3, 6, 2));
    expect(floors.size).toBe(6);
    for (const plan of floors.values()) {
      expect(plan.cells).toHaveLength(6);
      expect(plan.cores).toHaveLength(3);
      expect(planArea(plan)).toBeCloseTo(polygonArea(slab as LocalPolygon), 1);
    }
    expect(new Set(floors.values()).size).toBe(1);
  });

  it('counts units and homes from the left before the doors, which are on the north', () => {
    const plan = layoutRooms(slab, EAST, slots(3, 1, 2)).floors.get(1) as FloorPlan;
    const x = (unit: number, door: number): number =>
      centroidOf(plan.cells.find((c) => c.unit === unit && c.door === door)?.pieces[0]?.[0] ?? [])[0];
    const found = [x(1, 1), x(1, 2), x(2, 1), x(2, 2), x(3, 1), x(3, 2)];
    expect(found).toEqual([...found].sort((a, b) => b - a));
  });
  it('puts the stairs on the side of the doors and the third home in the sun', () => {
    const plan = layoutRooms(slab, EAST, slots(1, 1, 3)).floors.get(1) as FloorPlan;
    const middle = plan.cells.find((c) => c.door === 2)?.pieces[0]?.[0] ?? [];
    expect(centroidOf(plan.cores[0]?.[0] ?? [])[1]).toBeGreaterThan(centroidOf(middle)[1]);
  });

  it('keeps homes of a landing about equal, in towers, with holes and at any angle', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(slab, tower, courtyard),
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 8 }),
        (shape, angle, units, doors) => {
          const footprint = rotate(shape, angle);
          const plan = layoutRooms(
            footprint,
            [Math.cos(angle), Math.sin(angle)],
            slots(units, 1, doors),
          ).floors.get(1) as FloorPlan;
          expect(plan.cells).toHaveLength(units * doors);
          expect(planArea(plan)).toBeCloseTo(polygonArea(footprint), 0);
          const areas = plan.cells.map((c) => areaOf(c.pieces));
          expect(Math.min(...areas)).toBeGreaterThan(0.4 * (polygonArea(footprint) / areas.length) * 0.6);
          // No two homes overlap: a sample point lies in at most one.
          for (let i = 0; i < 40; i++) {
            const x = Math.sin(i * 12.9) * 60;
            const y = Math.cos(i * 78.2) * 60;
            const owners = plan.cells.filter((c) => c.pieces.some((p) => polygonContains(p, x, y)));
            expect(owners.length).toBeLessThanOrEqual(1);
          }
        },
      ),
      { seed: 7, numRuns: 120 },
    );
  });

  it('lets shops share the ground floor', () => {
    const shops: Slot[] = Array.from({ length: 5 }, (_, i) => ({ unit: 0, floor: 1, door: i + 1 }));
    const { floors } = layoutRooms(slab, EAST, [...shops, ...slots(3, 6, 2).filter((s) => s.floor > 1)]);
    expect(floors.get(1)?.cells).toHaveLength(5);
    expect(floors.get(1)?.cores).toHaveLength(0);
    expect(floors.get(2)?.cells).toHaveLength(6);
  });
});
