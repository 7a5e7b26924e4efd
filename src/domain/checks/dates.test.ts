import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOn } from '../age.ts';
import { addDays, addMonths, dateOf, daysBetween, formatDate, isRealDate, today } from '../dates.ts';
import { checkDate, checkNotFuture, checkOrder } from './dates.ts';

const dates = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays('1900-01-01', days));
const NAME = { zh: '日期', en: 'date' };

describe('dates', () => {
  it.each(['2024-02-29', '2000-02-29', '2026-12-31'])('%s is real', (date) => {
    expect(isRealDate(date)).toBe(true);
  });
  it.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '', 'x'])(
    '"%s" is not',
    (date) => {
      expect(isRealDate(date)).toBe(false);
    },
  );
  it('the community is eight hours ahead', () => {
    expect(dateOf(Date.UTC(2026, 2, 4, 15, 59))).toBe('2026-03-04');
    expect(today(Date.UTC(2026, 2, 4, 16))).toBe('2026-03-05');
  });
  it('adds and counts days both ways, and every day is real', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -20_000, max: 20_000 }), (date, days) => {
        const other = addDays(date, days);
        expect(isRealDate(other)).toBe(true);
        expect(daysBetween(date, other)).toBe(days);
      }),
      { seed: 31 },
    );
  });
  it('adds months to the same day, or the last of a shorter month', () => {
    expect(addMonths('2025-08-31', 6)).toBe('2026-02-28');
    expect(addMonths('2025-12-10', 1)).toBe('2026-01-10');
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30');
    fc.assert(
      fc.property(dates, fc.integer({ min: -300, max: 300 }), (date, months) => {
        const other = addMonths(date, months);
        expect(isRealDate(other)).toBe(true);
        expect(Number(other.slice(8))).toBeLessThanOrEqual(Number(date.slice(8)));
      }),
    );
  });
  it('writes dates as people do', () => {
    expect(formatDate('2026-03-05', 'zh')).toBe('2026年3月5日');
    expect(formatDate('2026-03-05', 'en')).toBe('5 Mar 2026');
  });
});

describe('ageOn', () => {
  it.each([
    ['1949-12-31', '2026-12-30', 76],
    ['1949-12-31', '2026-12-31', 77],
    ['2004-02-29', '2026-02-28', 21],
    ['2004-02-29', '2026-03-01', 22],
  ])('born %s, on %s: %i', (birth, on, age) => {
    expect(ageOn(birth, on)).toBe(age);
  });
  it('from a year alone', () => {
    expect(ageOn(1949, '2026-01-01')).toBe(77);
  });
});

describe('checkDate', () => {
  it.each(['2026-03-05', '2026/3/5', '2026.03.05', '2026年3月5日', '20260305', '２０２６－３－５'])(
    'reads %s',
    (text) => {
      expect(checkDate(text)).toEqual({ ok: true, value: '2026-03-05' });
    },
  );
  it.each([
    ['2026-02-30', 'date.unreal'],
    ['昨天', 'date.form'],
    ['05/03/2026', 'date.form'],
  ])('refuses %s', (text, code) => {
    const result = checkDate(text);
    expect(result.ok ? '' : result.reasons[0]?.code).toBe(code);
  });
  it('orders two dates and the future; what is unknown is not refused', () => {
    expect(checkOrder('2026-01-02', NAME, '2026-01-01', NAME, 'until')[0]).toMatchObject({
      code: 'dates.order',
      field: 'until',
    });
    expect(checkOrder('2026-01-01', NAME, '2026-01-01', NAME, 'until')).toEqual([]);
    expect(checkOrder(null, NAME, '2026-01-01', NAME, 'until')).toEqual([]);
    expect(checkNotFuture('2026-03-06', NAME, 'on', '2026-03-05')).toHaveLength(1);
    expect(checkNotFuture('2026-03-05', NAME, 'on', '2026-03-05')).toEqual([]);
  });
});
