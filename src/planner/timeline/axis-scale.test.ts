/** Every day has its place on the axis, and the place its day. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../domain/dates.ts';
import type { Version } from '../model/versions.ts';
import { axisScale } from './axis-scale.ts';

const versionsOf = (first: string, lengths: readonly number[]): Version[] => {
  let from = first;
  return lengths.map((days, at): Version => {
    const begins = from;
    from = addDays(from, days);
    const to = at === lengths.length - 1 ? null : from;
    return { from: begins, to, plan: null, grids: [], gridOf: null, isExact: true };
  });
};

describe('the axis', () => {
  it('gives each day a place of its own, in order, and back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 12 }),
        fc.nat(4000),
        fc.nat(400),
        (lengths, offset, rest) => {
          const versions = versionsOf('2024-01-01', lengths);
          const today = addDays(versions.at(-1)?.from ?? '', rest);
          const scale = axisScale(versions, today);
          expect(scale.spans.at(-1)?.end).toBeCloseTo(1, 9);
          let day = addDays('2024-01-01', offset);
          if (day > today) day = today;
          const at = scale.at(day);
          expect(at > 0 && at < 1).toBe(true);
          expect(scale.dayAt(at)).toBe(day);
          if (day < today) expect(scale.at(addDays(day, 1))).toBeGreaterThan(at);
        },
      ),
    );
  });
  it('leaves a place for days of which nothing is known, and room to hit a version of one day', () => {
    const scale = axisScale(versionsOf('2020-01-01', [2000, 1, 1]), addDays('2020-01-01', 2001));
    expect(scale.dayAt(0.01)).toBeNull();
    expect(scale.at('2019-05-05')).toBeLessThan(scale.at('2020-01-01'));
    for (const { start, end } of scale.spans) expect(end - start).toBeGreaterThan(0.1);
    expect(axisScale([], '2026-01-01').dayAt(0.5)).toBeNull();
  });
});
