import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  differences,
  formatSettings,
  LIGHTS,
  PANEL_KEYS,
  parseSettings,
  readSettings,
  TOUR_PARTS,
  type WallSettings,
} from './settings.ts';

const settings: fc.Arbitrary<WallSettings> = fc.shuffledSubarray([...PANEL_KEYS]).chain((left) =>
  fc.record({
    title: fc.string({ maxLength: 20 }),
    left: fc.constant(left),
    right: fc.shuffledSubarray(PANEL_KEYS.filter((key) => !left.includes(key))),
    tour: fc.shuffledSubarray([...TOUR_PARTS]),
    stopSeconds: fc.integer({ min: 1, max: 600 }),
    pageSeconds: fc.integer({ min: 4, max: 600 }),
    idleSeconds: fc.integer({ min: 5, max: 900 }),
    light: fc.constantFrom(...LIGHTS),
    screens: fc.record({
      columns: fc.integer({ min: 1, max: 8 }),
      rows: fc.integer({ min: 1, max: 4 }),
      bezelPx: fc.integer({ min: 0, max: 400 }),
    }),
    weather: fc.string({ maxLength: 20 }),
  }),
);

describe('settings', () => {
  it('come back from a file as they were', () =>
    fc.assert(
      fc.property(settings, (given) => {
        expect(parseSettings(formatSettings(given))).toEqual({ settings: given, problems: [] });
      }),
    ));

  it('come back from an address as they were', () =>
    fc.assert(
      fc.property(settings, (given) => {
        const text = new URLSearchParams({ set: JSON.stringify(differences(given)) }).toString();
        expect(parseSettings(new URLSearchParams(text).get('set') ?? '').settings).toEqual(given);
      }),
    ));

  it('survive whatever is in a file', () =>
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const { settings: read } = readSettings(value);
        expect(readSettings(read).problems).toEqual([]);
      }),
    ));

  it('name what is wrong and keep the rest', () => {
    const { settings: read, problems } = readSettings({
      weather: '晴 18 ℃',
      stopSeconds: 0,
      left: ['ages', 'nonsense', 'ages'],
      colour: 'pink',
      screens: { columns: 4, bezelPx: 9000 },
    });
    expect(problems.map(({ field }) => field)).toEqual([
      'left[1]',
      'left[2]',
      'colour',
      'stopSeconds',
      'screens.bezelPx',
    ]);
    expect(problems.every(({ zh, en }) => zh !== '' && en !== '')).toBe(true);
    expect(read).toEqual({
      ...DEFAULT_SETTINGS,
      weather: '晴 18 ℃',
      left: ['ages'],
      screens: { columns: 4, rows: 1, bezelPx: 0 },
    });
  });

  it('put a panel on one side only', () =>
    expect(readSettings({ left: ['trend'] }).settings.right).not.toContain('trend'));

  it('say so of a file that is no JSON', () =>
    expect(parseSettings('{').problems[0]?.en).toBe('The file is no JSON'));
});
