import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LngLat } from '../../domain/records/base.ts';
import { createFrame } from '../../geometry/frame.ts';
import { groundOfPlacement } from './ground.ts';
import type { Placement } from './located-set.ts';
import { type PlacementFit, type PointPair, placementFromPoints } from './placement-fit.ts';

const XIFENG: LngLat = [107.6507, 35.7306];
const fitOf = (pairs: readonly PointPair[], options = {}): PlacementFit => {
  const fit = placementFromPoints(pairs, options);
  if (fit.placement === null) throw new Error(fit.problems[0]?.en);
  return fit;
};
/** Of a community's size: over kilometres the local metres of two anchors differ by more than is asked for here (`frame.ts`). */
const placements = fc.record({
  anchor: fc.constant(XIFENG),
  pivot: fc.tuple(fc.integer({ min: -100, max: 100 }), fc.integer({ min: -100, max: 100 })),
  groundMetres: fc.double({ min: -100, max: 3000, noNaN: true }),
  rotationDegrees: fc.double({ min: 0, max: 359, noNaN: true }),
  scale: fc.double({ min: 0.01, max: 3, noNaN: true }),
  mirrored: fc.boolean(),
});
const pairsOf = (placement: Placement, points: readonly (readonly [number, number, number])[]): PointPair[] =>
  points.map(([x, y, z]) => {
    const [lng, lat, heightMetres] = groundOfPlacement(placement).toWgs84(x, y, z);
    return { model: [x, y, z], lngLat: [lng, lat], heightMetres };
  });
const corners = [
  [0, 0, 0],
  [100, 0, 3],
  [90, 60, 1],
  [-10, 40, 2],
] as const;

describe('placementFromPoints', () => {
  it('finds any placement again from four points, mirrored ones too', () => {
    fc.assert(
      fc.property(placements, (placement) => {
        const fit = fitOf(pairsOf(placement, corners));
        expect(fit.placement.mirrored).toBe(placement.mirrored);
        expect(fit.placement.scale / placement.scale).toBeCloseTo(1, 4);
        expect(fit.placement.groundMetres).toBeCloseTo(placement.groundMetres, 3);
        expect(fit.rmsMetres).toBeLessThan(0.01 * placement.scale);
        // What counts is where things come to stand, not which pivot says so.
        const frame = createFrame(XIFENG);
        for (const [x, y] of [
          [33, 77],
          [-80, 12],
        ] as const) {
          const [a, b] = [placement, fit.placement].map((p) => groundOfPlacement(p).toWgs84(x, y, 0));
          const [p, q] = [a, b].map((l) => frame.toLocal([l?.[0] ?? 0, l?.[1] ?? 0]));
          expect(Math.hypot((p?.[0] ?? 0) - (q?.[0] ?? 9), (p?.[1] ?? 0) - (q?.[1] ?? 9))).toBeLessThan(0.05);
        }
      }),
      { seed: 21, numRuns: 300 },
    );
  });

  it('fits two points exactly, mirrored only when told', () => {
    const placement: Placement = {
      anchor: XIFENG,
      pivot: [0, 0],
      groundMetres: 5,
      rotationDegrees: 30,
      scale: 0.3,
      mirrored: false,
    };
    const fit = fitOf(pairsOf(placement, corners.slice(0, 2)));
    expect(fit.placement).toMatchObject({ mirrored: false });
    expect(fit.placement.rotationDegrees).toBeCloseTo(30, 3);
    expect(Math.max(...fit.residualsMetres)).toBeLessThan(1e-6);
    const mirrored = { ...placement, mirrored: true };
    expect(
      fitOf(pairsOf(mirrored, corners.slice(0, 2)), { mirrored: true }).placement.rotationDegrees,
    ).toBeCloseTo(30, 3);
  });

  it('keeps a given scale and height', () => {
    const pairs: PointPair[] = [
      { model: [0, 0], lngLat: XIFENG },
      { model: [100, 0], lngLat: createFrame(XIFENG).toLngLat([102, 0]) },
    ];
    const fit = fitOf(pairs, { scale: 1, groundMetres: 1420 });
    expect(fit.placement).toMatchObject({ scale: 1, groundMetres: 1420 });
    expect(fit.residualsMetres[0]).toBeCloseTo(1, 3);
  });

  it('has no better answer nearby: a sum of squares that only grows', () => {
    const placement: Placement = {
      anchor: XIFENG,
      pivot: [0, 0],
      groundMetres: 0,
      rotationDegrees: 200,
      scale: 1.1,
      mirrored: false,
    };
    const pairs = pairsOf(placement, corners).map(
      (pair, i): PointPair => ({
        ...pair,
        lngLat: [
          pair.lngLat[0] + ([2, -3, 1, 4][i] ?? 0) * 1e-6,
          pair.lngLat[1] + ([-1, 2, 5, -2][i] ?? 0) * 1e-6,
        ],
      }),
    );
    const fit = fitOf(pairs);
    const error = (p: Placement): number =>
      pairs.reduce((sum, { model, lngLat }) => {
        const frame = createFrame(p.anchor);
        const [lng, lat] = groundOfPlacement(p).toWgs84(model[0], model[1], 0);
        const [[ax, ay], [bx, by]] = [frame.toLocal([lng, lat]), frame.toLocal(lngLat)];
        return sum + (ax - bx) ** 2 + (ay - by) ** 2;
      }, 0);
    const best = error(fit.placement);
    expect(Math.sqrt(best / 4)).toBeCloseTo(fit.rmsMetres, 5);
    for (const change of [
      { rotationDegrees: 0.01 },
      { rotationDegrees: -0.01 },
      { scale: 1e-4 },
      { scale: -1e-4 },
    ] as Partial<Placement>[]) {
      const moved = { ...fit.placement };
      moved.rotationDegrees += change.rotationDegrees ?? 0;
      Object.assign(moved, { scale: moved.scale + (change.scale ?? 0) });
      expect(error(moved)).toBeGreaterThan(best);
    }
  });

  it('says when a point was clicked wrongly', () => {
    const placement: Placement = {
      anchor: XIFENG,
      pivot: [0, 0],
      groundMetres: 0,
      rotationDegrees: 0,
      scale: 1,
      mirrored: false,
    };
    const pairs = pairsOf(placement, corners);
    const wrong = [
      ...pairs.slice(0, 3),
      { ...(pairs[3] as PointPair), lngLat: createFrame(XIFENG).toLngLat([200, -80]) },
    ];
    expect(fitOf(wrong).problems.map((p) => p.code)).toContain('placement.poorFit');
  });

  it('refuses what determines nothing', () => {
    const pair: PointPair = { model: [1, 1], lngLat: XIFENG };
    const far: PointPair = { model: [9, 1], lngLat: XIFENG };
    const code = (pairs: PointPair[]) => placementFromPoints(pairs).problems[0]?.code;
    expect(code([])).toBe('placement.tooFew');
    expect(code([pair])).toBe('placement.tooFew');
    expect(code([pair, far])).toBe('placement.sameGround');
    expect(code([pair, { model: [1, 1], lngLat: [107.66, 35.73] }])).toBe('placement.sameModel');
    expect(code([pair, { model: [Number.NaN, 1], lngLat: [107.66, 35.73] }])).toBe('placement.tooFew');
  });
});
