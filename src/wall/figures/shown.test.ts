/** Figures of a made community: hidden where they are small, with nothing left over that tells. */
import { describe, expect, it, vi } from 'vitest';
import { arrange } from '../../state/places.ts';
import { samplePlaces } from '../../state/test-places.ts';
import type { MatterFigures } from '../../storage/index.ts';
import { protectPart, shownFigures } from './shown.ts';

vi.mock('../../storage/index.ts', () => ({ LAST_AGE_BAND: 18, onCommitted: () => () => undefined }));

const NO_MATTERS: MatterFigures = {
  open: {},
  openTotal: 0,
  red: 0,
  yellow: 0,
  due: { overdue: 0, today: 0, three: 0, seven: 0, later: 0, standing: 0 },
  weeks: [],
  satisfied: { satisfied: 0, fair: 0, dissatisfied: 0 },
  finished: { all: 0, inTime: 0 },
  pressing: [],
  published: [],
};
const NO_DUTIES = { checkIn: 0, activity: 0, deed: 0, meeting: 0, appraisal: 0 };

const shown = (tally: Record<string, number> = {}) =>
  shownFigures({
    ...arrange(samplePlaces()),
    tally: new Map(Object.entries(tally)),
    matters: NO_MATTERS,
    duties: NO_DUTIES,
    today: '2026-09-30',
  });

describe('the figures of a wall', () => {
  it('add up to what is in memory', () => {
    const { totals, places } = shown();
    expect(totals.residents).toBe(400);
    expect(totals.floating).toBe(102);
    expect(places).toEqual({
      buildings: 3,
      homes: 300,
      businessRooms: 0,
      organisations: 1,
      grids: 2,
      facilities: 0,
    });
  });

  it('hide a grid whose count is small, and with it what the total would tell', () => {
    const [first, second] = shown().grids;
    expect([first?.residents, second?.residents]).toEqual([100, 300]);
    expect(second?.members).toBe('few');
    expect(first?.members).toBe('withheld');
  });

  it('hide both sides of a pair', () => {
    expect(protectPart(3, 400)).toBe('few');
    expect(protectPart(397, 400)).toBe('withheld');
    expect(protectPart(40, 400)).toBe(40);
  });

  it('put ages into decades by sex', () => {
    const { ages, sexes } = shown({
      ...Object.fromEntries(Array.from({ length: 18 }, (_, band) => [`age:${band}:m`, 20 + band])),
      ...Object.fromEntries(Array.from({ length: 18 }, (_, band) => [`age:${band}:f`, 40 + band])),
      'age:18:m': 12,
      'age:18:f': 9,
    });
    expect(ages).toHaveLength(10);
    expect(ages[0]).toEqual({ from: 0, male: 41, female: 81 });
    expect(ages[9]).toEqual({ from: 90, male: 12, female: 9 });
    expect(sexes).toEqual({ male: 525, female: 882 });
  });

  it('end twelve months with the present one', () => {
    const { movement } = shown({ 'arrived:2026-09': 13, 'left:2026-09': 3 });
    expect(movement.map(({ month }) => month)[0]).toBe('2025-10');
    expect(movement.at(-1)).toEqual({ month: '2026-09', arrived: 13, left: 'few' });
  });

  it('give no per cent of a small community', () =>
    expect(shown().reach.every(({ percent }) => percent === null)).toBe(true));
});
