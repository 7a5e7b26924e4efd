import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../domain/records/base.ts';
import { createFrame } from '../../geometry/frame.ts';
import { signedArea } from '../../geometry/polygon.ts';
import type { SourcePoint } from '../places/place-set.ts';
import { box, buildingOf, emptySet, volume, XIFENG } from './fixtures/shapes.ts';
import { groundOfPlacement } from './ground.ts';
import { place } from './locate.ts';
import type { LocatedMesh, Placement } from './located-set.ts';

describe('place', () => {
  const placement: Placement = {
    anchor: XIFENG,
    pivot: [0, 0],
    groundMetres: 1420,
    rotationDegrees: 0,
    scale: 1,
    mirrored: false,
  };
  const square: SourcePoint[] = [
    [0, 0],
    [10, 0],
    [10, 20],
    [0, 20],
  ];
  const set = {
    ...emptySet,
    unplaced: true,
    buildings: [buildingOf({ footprint: [[square]], groundMetres: 2, mesh: box() })],
  };
  const cornerOf = (given: Partial<Placement>, i: number): number[] => {
    const ring = place(set, { ...placement, ...given }).buildings[0]?.footprint[0]?.[0] ?? [];
    return createFrame(XIFENG)
      .toLocal(ring[i] as LngLat)
      .map((v) => Math.round(v * 100) / 100 + 0);
  };

  it('turns clockwise from north, scales and moves', () => {
    expect(cornerOf({}, 2)).toEqual([10, 20]);
    // The model's north side looks east.
    expect(cornerOf({ rotationDegrees: 90 }, 3)).toEqual([20, 0]);
    expect(cornerOf({ scale: 0.5 }, 2)).toEqual([5, 10]);
    expect(cornerOf({ pivot: [10, 20] }, 2)).toEqual([0, 0]);
  });

  it('scales and lifts heights', () => {
    const [building] = place(set, { ...placement, scale: 2 }).buildings;
    expect(building).toMatchObject({ groundMetres: 1424, heightMetres: 36 });
    expect(building?.mesh?.baseMetres).toBe(1420);
  });

  it('mirrors without turning anything inside out', () => {
    const [building] = place(set, { ...placement, mirrored: true }).buildings;
    const frame = createFrame(XIFENG);
    const ring = (building?.footprint[0]?.[0] ?? []).map((p) => frame.toLocal(p));
    expect(Math.min(...ring.map(([x]) => x))).toBeCloseTo(-10, 2);
    expect(signedArea(ring)).toBeCloseTo(200, 0);
    expect(volume(building?.mesh as LocatedMesh)).toBeCloseTo(1000, 0);
  });

  it('goes back to the model by its inverse', () => {
    fc.assert(
      fc.property(
        fc.record({
          anchor: fc.constant(XIFENG),
          pivot: fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })),
          groundMetres: fc.constant(0),
          rotationDegrees: fc.double({ min: 0, max: 360, noNaN: true }),
          scale: fc.double({ min: 0.01, max: 100, noNaN: true }),
          mirrored: fc.boolean(),
        }),
        fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })),
        (given, [x, y]) => {
          const ground = groundOfPlacement(given);
          const [lng, lat] = ground.toWgs84(x, y, 0);
          const [bx, by] = ground.fromWgs84?.(lng, lat) ?? [Number.NaN, Number.NaN];
          expect(Math.hypot(bx - x, by - y) * given.scale).toBeLessThan(1e-4);
        },
      ),
      { seed: 8, numRuns: 300 },
    );
  });
});
