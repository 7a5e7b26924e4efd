import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAngles, orient, segmentDistance2, segmentsCross } from './exact.ts';
import { flatRing, insidePoint, twiceArea, windingOf } from './ring-measures.ts';

const coordinate = fc.integer({ min: -300_000_000, max: 300_000_000 });
const point = fc.record({ x: coordinate, y: coordinate });

/** The same question in whole numbers of any length. */
const orientExactly = (a: { x: number; y: number }, b: typeof a, c: typeof a): number => {
  const [ax, ay, bx, by, cx, cy] = [a.x, a.y, b.x, b.y, c.x, c.y].map(BigInt) as [
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
    bigint,
  ];
  const value = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
  return value > 0n ? 1 : value < 0n ? -1 : 0;
};

describe('orient', () => {
  it('is above 0 to the left', () => {
    expect(orient({ x: 0, y: 0 }, { x: 1, y: 0 }, { x: 0, y: 1 })).toBeGreaterThan(0);
  });
  it('is exact at 600 km, also where doubles are not', () => {
    fc.assert(
      fc.property(
        point,
        point,
        fc.integer({ min: -3, max: 3 }),
        fc.integer({ min: 2, max: 9 }),
        (a, b, off, k) => {
          // Almost on the line, where rounding tells lies.
          const c = { x: a.x + k * (b.x - a.x) + off, y: a.y + k * (b.y - a.y) };
          expect(Math.sign(orient(a, b, c))).toBe(orientExactly(a, b, c));
        },
      ),
      { seed: 20260713, numRuns: 2000 },
    );
  });
});

describe('segments', () => {
  it('touching is no crossing; the order of ends and segments does not matter', () => {
    const [a, b, c, d] = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 5, y: 0 },
      { x: 5, y: 9 },
    ];
    expect(segmentsCross(a, b, c, d)).toBe(false);
    const e = { x: 5, y: -1 };
    for (const [p, q, r, s] of [
      [a, b, e, d],
      [b, a, d, e],
      [e, d, a, b],
    ] as const)
      expect(segmentsCross(p, q, r, s)).toBe(true);
  });
  it('distances are the same figure in both directions, also for segments without length', () => {
    fc.assert(
      fc.property(point, point, point, (p, a, b) => {
        expect(segmentDistance2(p, a, b)).toBe(segmentDistance2(p, b, a));
      }),
      { seed: 5 },
    );
    expect(segmentDistance2({ x: 3, y: 4 }, { x: 0, y: 0 }, { x: 0, y: 0 })).toBe(25);
  });
  it('directions are ordered as atan2 orders them', () => {
    fc.assert(
      fc.property(point, point, point, (o, p, q) => {
        fc.pre((p.x !== o.x || p.y !== o.y) && (q.x !== o.x || q.y !== o.y));
        const angle = (r: typeof o): number =>
          (Math.atan2(r.y - o.y, r.x - o.x) + 2 * Math.PI) % (2 * Math.PI);
        const difference = angle(p) - angle(q);
        fc.pre(Math.abs(difference) > 1e-9);
        expect(compareAngles(o, p, q) > 0).toBe(difference > 0);
      }),
      { seed: 6 },
    );
  });
});

describe('rings', () => {
  it('of two that share an edge, exactly one contains a point on it', () => {
    fc.assert(
      fc.property(point, point, fc.integer({ min: 0, max: 20 }), (a, b, k) => {
        fc.pre(Math.abs(a.x - b.x) + Math.abs(a.y - b.y) > 100);
        const step = { x: Math.round((b.x - a.x) / 20), y: Math.round((b.y - a.y) / 20) };
        const end = { x: a.x + 20 * step.x, y: a.y + 20 * step.y };
        fc.pre(step.x !== 0 || step.y !== 0);
        const on = { x: a.x + k * step.x, y: a.y + k * step.y };
        const side = { x: a.x - step.y * 7, y: a.y + step.x * 7 };
        const other = { x: a.x + step.y * 7, y: a.y - step.x * 7 };
        const [one, two] = [flatRing([a, end, side]), flatRing([end, a, other])];
        const inside = Math.abs(windingOf(one, on.x, on.y)) + Math.abs(windingOf(two, on.x, on.y));
        if (k > 0 && k < 20) expect(inside).toBe(1);
        else expect(inside).toBeLessThanOrEqual(1);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
  it('an inside point is inside', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 2000, max: 50_000 }), { minLength: 3, maxLength: 20 }),
        (radii) => {
          const ring = flatRing(
            radii.map((r, i) => ({
              x: Math.round(r * Math.cos((2 * Math.PI * i) / radii.length)),
              y: Math.round(r * Math.sin((2 * Math.PI * i) / radii.length)),
            })),
          );
          fc.pre(Math.abs(twiceArea(ring)) > 1e6);
          const { x, y } = insidePoint([ring]);
          expect(windingOf(ring, x, y)).not.toBe(0);
        },
      ),
      { seed: 8 },
    );
  });
});
