/** Every fault put into sound tilings is found, with its place and size, and repaired to a coverage that GEOS calls valid. */
import { beforeAll, describe, expect, it } from 'vitest';
import { providence, sampleGrids } from '../fixtures/data.ts';
import { loadOracle, type Oracle } from '../fixtures/geos.ts';
import { squares, tilingOf } from '../fixtures/town.ts';
import type { MmPoint } from '../model/rows.ts';
import { FAULT_KINDS, type FaultKind } from './fault.ts';
import { type CoveragePolygon, exportCoverage } from './polygons.ts';
import { importCoverage, reviewCoverage } from './review.ts';

let oracle: Oracle;
beforeAll(async () => {
  oracle = await loadOracle();
});

const ringOf = (polygon: CoveragePolygon): readonly MmPoint[] => polygon.parts[0]?.[0] as MmPoint[];
const withRing = (
  polygons: readonly CoveragePolygon[],
  id: string,
  change: (ring: MmPoint[]) => MmPoint[],
): CoveragePolygon[] =>
  polygons.map((polygon) =>
    polygon.id === id
      ? { ...polygon, parts: [[change([...ringOf(polygon)]), ...(polygon.parts[0] ?? []).slice(1)]] }
      : polygon,
  );

const kindsOf = (polygons: readonly CoveragePolygon[]): FaultKind[] => [
  ...new Set(reviewCoverage(polygons).faults.map(({ kind }) => kind)),
];

interface Injection {
  readonly kind: FaultKind;
  readonly inject: (polygons: CoveragePolygon[]) => CoveragePolygon[];
  readonly sizeMm?: number;
  readonly areaM2?: number;
  readonly at?: MmPoint;
  /** Faults that come along with it. */
  readonly also?: readonly FaultKind[];
}

/** Into 3 × 3 squares of 100 m; the middle one is c1r1. */
const INJECTIONS: readonly Injection[] = [
  {
    kind: 'notNumber',
    inject: (p) => withRing(p, 'c1r1', ([a, ...rest]) => [{ ...(a as MmPoint), x: Number.NaN }, ...rest]),
    also: ['missing', 'vanished'],
  },
  {
    kind: 'tooFewPoints',
    inject: (p) => withRing(p, 'c1r1', (ring) => ring.slice(0, 2)),
    also: ['missing', 'vanished'],
  },
  { kind: 'repeatedPoint', inject: (p) => withRing(p, 'c1r1', (ring) => ring.flatMap((q) => [q, q])) },
  { kind: 'winding', inject: (p) => withRing(p, 'c1r1', (ring) => ring.toReversed()) },
  {
    kind: 'spike',
    inject: (p) =>
      withRing(p, 'c0r0', ([a, ...rest]) => [
        a as MmPoint,
        { x: -40_000, y: -30_000 },
        a as MmPoint,
        ...rest,
      ]),
    sizeMm: 50_000,
    at: { x: -40_000, y: -30_000 },
    also: ['selfCrossing'],
  },
  {
    kind: 'selfCrossing',
    inject: (p) => withRing(p, 'c1r1', ([a, b, c, d]) => [a, c, b, d] as MmPoint[]),
    also: ['missing', 'gap', 'apart'],
  },
  {
    kind: 'holeOutside',
    inject: (p) =>
      p.map((polygon) =>
        polygon.id === 'c0r0'
          ? {
              ...polygon,
              parts: [
                [
                  ringOf(polygon),
                  [
                    { x: -50_000, y: 0 },
                    { x: -30_000, y: 0 },
                    { x: -30_000, y: 10_000 },
                  ],
                ],
              ],
            }
          : polygon,
      ),
    areaM2: 100,
    also: ['winding'],
  },
  { kind: 'duplicate', inject: (p) => [...p, { ...(p[4] as CoveragePolygon), id: 'twin' }] },
  {
    kind: 'sameId',
    inject: (p) => p.map((polygon) => (polygon.id === 'c0r0' ? { ...polygon, id: 'c1r0' } : polygon)),
  },
  {
    kind: 'apart',
    inject: (p) => p.map((polygon) => (polygon.id === 'c0r0' ? { ...polygon, id: 'c2r2' } : polygon)),
    areaM2: 10_000,
    also: ['sameId'],
  },
  {
    // The classic: a neighbour's corner ten millimetres off.
    kind: 'nearMiss',
    inject: (p) =>
      withRing(p, 'c1r1', ([a, ...rest]) => [{ x: (a as MmPoint).x + 6, y: (a as MmPoint).y + 8 }, ...rest]),
    sizeMm: 10,
    at: { x: 100_006, y: 100_008 },
  },
  {
    kind: 'tJunction',
    inject: (p) => withRing(p, 'c1r1', ([a, ...rest]) => [a as MmPoint, { x: 150_000, y: 100_012 }, ...rest]),
    sizeMm: 12,
    at: { x: 150_000, y: 100_012 },
  },
  {
    kind: 'gap',
    inject: (p) => withRing(p, 'c1r1', ([a, ...rest]) => [a as MmPoint, { x: 150_000, y: 101_000 }, ...rest]),
    areaM2: 50,
  },
  { kind: 'missing', inject: (p) => p.filter(({ id }) => id !== 'c1r1'), areaM2: 10_000 },
  {
    kind: 'overlap',
    inject: (p) => withRing(p, 'c1r1', ([a, ...rest]) => [a as MmPoint, { x: 150_000, y: 96_000 }, ...rest]),
    areaM2: 200,
  },
  {
    kind: 'vanished',
    inject: (p) => withRing(p, 'c1r1', ([a, b]) => [a as MmPoint, b as MmPoint, { x: 150_000, y: 100_005 }]),
    also: ['missing', 'spike', 'tJunction'],
  },
];

describe('faults', () => {
  it('are none in a sound tiling', () => {
    expect(reviewCoverage(squares(3, 3)).faults).toEqual([]);
    expect(reviewCoverage(exportCoverage(tilingOf(sampleGrids().polygons))).faults).toEqual([]);
  });
  it.each(INJECTIONS.map((injection) => [injection.kind, injection] as const))(
    'finds and repairs: %s',
    (kind, { inject, sizeMm, areaM2, at, also = [] }) => {
      const polygons = inject(squares(3, 3));
      const review = reviewCoverage(polygons);
      const fault = review.faults.find((one) => one.kind === kind);
      expect(fault, `${review.faults.map((one) => one.kind)}`).toBeDefined();
      for (const other of kindsOf(polygons)) expect([kind, ...also]).toContain(other);
      expect(fault?.zh).not.toBe('');
      expect(fault?.repairs.length).toBeGreaterThan(0);
      if (sizeMm !== undefined) expect(fault?.sizeMm).toBeCloseTo(sizeMm, 0);
      if (areaM2 !== undefined) expect((fault?.areaMm2 ?? 0) / 1e6).toBeCloseTo(areaM2, 0);
      if (at !== undefined) expect(fault?.at).toEqual(at);
      const resolved = review.resolve();
      if ('refused' in resolved) throw new Error(resolved.refused.en);
      expect(oracle.complaint(resolved.ok.tiling)).toBeNull();
      // Repaired once, nothing is left to repair but what was left as it is on purpose.
      const again = importCoverage(exportCoverage(resolved.ok.tiling));
      if ('refused' in again) throw new Error(again.refused.en);
      for (const left of again.ok.faults) expect(['missing', 'apart']).toContain(left.kind);
    },
  );
  it('beyond a given outline are cut or kept', () => {
    const outline = [
      [
        [
          { x: 0, y: 0 },
          { x: 250_000, y: 0 },
          { x: 250_000, y: 300_000 },
          { x: 0, y: 300_000 },
        ],
      ],
    ];
    const review = reviewCoverage(squares(3, 3), { outline });
    const beyond = review.faults.filter(({ kind }) => kind === 'beyondOutline');
    expect(beyond.map(({ faceIds }) => faceIds[0]).sort()).toEqual(['c2r0', 'c2r1', 'c2r2']);
    const areaOf = (choice: string): number => {
      const resolved = review.resolve(new Map(beyond.map(({ id }) => [id, choice])));
      if ('refused' in resolved) throw new Error(resolved.refused.en);
      return resolved.ok.tiling.shape('c2r1').areaMm2 / 1e6;
    };
    expect([areaOf('cut'), areaOf('keep')]).toEqual([5000, 10_000]);
  });
  it('missing at the rim is found where the outline is known', () => {
    const outline = [
      [
        [
          { x: 0, y: 0 },
          { x: 300_000, y: 0 },
          { x: 300_000, y: 300_000 },
          { x: 0, y: 300_000 },
        ],
      ],
    ];
    const polygons = squares(3, 3).filter(({ id }) => id !== 'c2r2');
    expect(reviewCoverage(polygons).faults).toEqual([]);
    expect(reviewCoverage(polygons, { outline }).faults.map(({ kind }) => kind)).toEqual(['missing']);
  });
  it('are repaired as chosen', () => {
    const polygons = squares(3, 3).filter(({ id }) => id !== 'c1r1');
    const review = reviewCoverage(polygons);
    const [fault] = review.faults;
    const resolve = (choice: string) => {
      const resolved = review.resolve(new Map([[fault?.id ?? '', choice]]));
      if ('refused' in resolved) return resolved.refused.code;
      const { tiling } = resolved.ok;
      expect(oracle.complaint(tiling)).toBeNull();
      return [
        tiling.faces.size,
        tiling.shape(null).parts.length,
        Math.round(tiling.shape('c0r1').areaMm2 / 1e6),
      ];
    };
    expect(resolve('leave')).toEqual([8, 1, 10_000]);
    expect(resolve('new:fresh')).toEqual([9, 0, 10_000]);
    expect(resolve('give:c0r1')).toEqual([8, 0, 20_000]);
    expect(resolve('give:nobody')).toBe('unknown');
  });
  it('a duplicate may win over the first', () => {
    const polygons = [...squares(2, 1), { ...(squares(2, 1)[0] as CoveragePolygon), id: 'twin' }];
    const review = reviewCoverage(polygons);
    const resolved = review.resolve(new Map([['duplicate:1', 'keepThis']]));
    if ('refused' in resolved) throw new Error(resolved.refused.en);
    expect([...resolved.ok.tiling.faces.keys()].sort()).toEqual(['c1r0', 'twin']);
    expect(resolved.ok.leftOut).toEqual(['c0r0']);
  });
  it('parts apart are kept, or the largest only', () => {
    const polygons = squares(3, 3).map((p) => (p.id === 'c0r0' ? { ...p, id: 'c2r2' } : p));
    const review = reviewCoverage(polygons);
    const apart = review.faults.find(({ kind }) => kind === 'apart');
    const both = review.resolve();
    const one = review.resolve(new Map([[apart?.id ?? '', 'largest']]));
    if ('refused' in both || 'refused' in one) throw new Error('refused');
    expect(both.ok.tiling.shape('c2r2').parts).toHaveLength(2);
    expect(both.ok.tiling.face('c2r2')?.apart).toBe(true);
    expect(one.ok.tiling.shape('c2r2').parts).toHaveLength(1);
    expect(oracle.complaint(one.ok.tiling)).toBeNull();
  });
  it('knows every kind by a test', () => {
    const tested = new Set<string>([...INJECTIONS.map(({ kind }) => kind), 'beyondOutline']);
    expect(Object.keys(FAULT_KINDS).filter((kind) => !tested.has(kind))).toEqual([]);
  });
  const blocks = providence();
  it.skipIf(blocks === null)('fifty near misses among census blocks are all found and repaired', () => {
    const sound = exportCoverage(tilingOf((blocks as NonNullable<typeof blocks>).polygons));
    let moved = 0;
    const polygons = sound.map((polygon, i) => {
      if (i % 60 !== 0) return polygon;
      const ring = ringOf(polygon);
      moved++;
      const shifted = ring.map((p, k) => (k === 0 ? { x: p.x + 3, y: p.y - 4 } : p));
      return {
        ...polygon,
        parts: [[shifted, ...(polygon.parts[0] ?? []).slice(1)], ...polygon.parts.slice(1)],
      };
    });
    const review = reviewCoverage(polygons);
    const misses = review.faults.filter(({ kind }) => kind === 'nearMiss');
    expect(new Set(misses.map(({ faceIds }) => faceIds[0])).size).toBeGreaterThanOrEqual(moved * 0.9);
    const resolved = review.resolve();
    if ('refused' in resolved) throw new Error(resolved.refused.en);
    expect(oracle.complaint(resolved.ok.tiling)).toBeNull();
  });
});
