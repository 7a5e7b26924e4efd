/** The steps of recovery: each tried before the next, none in a circle. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EVENTS, readEvents, noteEvent, withEvent } from './journal.ts';
import { MOST_PER_HOUR, mayReload, recent, reloadWall } from './reload.ts';
import { nextStep } from './scene-watch.ts';
import { BUDGET, isNight, isOverBudget } from './use-watch.ts';

vi.mock('../../storage/index.ts', () => ({ onCommitted: () => () => undefined }));

const stored = new Map<string, string>();
const reload = vi.fn();
beforeEach(() => {
  stored.clear();
  reload.mockClear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
  });
  vi.stubGlobal('window', { location: { reload } });
});

const HOUR = 3_600_000;

describe('a failing scene', () => {
  it('is made anew, then the page is loaded anew, then the scene rests', () => {
    const now = 10 * HOUR;
    expect(nextStep([], now, true)).toBe('remount');
    expect(nextStep([now - 1000, now - 2000], now, true)).toBe('remount');
    expect(nextStep([now - 1000, now - 2000, now - 3000], now, true)).toBe('reload');
    expect(nextStep([now - 1000, now - 2000, now - 3000], now, false)).toBe('rest');
    // What failed long ago is forgiven.
    expect(nextStep([now - HOUR, now - HOUR, now - HOUR], now, true)).toBe('remount');
  });
});

describe('reloads', () => {
  it('happen so many times an hour and no more', () => {
    for (let k = 0; k < 10; k++) reloadWall('reload', 5 * HOUR + k * 1000);
    expect(reload).toHaveBeenCalledTimes(MOST_PER_HOUR);
    expect(mayReload(5 * HOUR + 20_000)).toBe(false);
    expect(mayReload(7 * HOUR)).toBe(true);
  });

  it('do not happen where they cannot be counted', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    expect(reloadWall('reload', HOUR)).toBe(false);
    expect(reload).not.toHaveBeenCalled();
  });

  it('are forgotten by a clock that was set back', () =>
    expect(recent([9 * HOUR, 2 * HOUR - 10, 'x', null], 2 * HOUR)).toEqual([2 * HOUR - 10]));
});

describe('the journal', () => {
  it('keeps the last entries, and one of a fault that repeats', () => {
    for (let k = 0; k < 500; k++) noteEvent('fault', k * 1000);
    noteEvent('opened', 500_000);
    const events = readEvents();
    expect(events.at(-1)).toEqual({ at: 500_000, kind: 'opened' });
    expect(events.length).toBeLessThan(12);
    let many: ReturnType<typeof readEvents> = [];
    for (let k = 0; k < 1000; k++) many = withEvent(many, { at: k * HOUR, kind: 'remount' });
    expect(many.length).toBe(200);
  });

  it('passes over what is none of its own', () => {
    stored.set('linli.wall.journal', JSON.stringify({ events: [1, { at: 'x' }, { at: 3, kind: 'opened' }] }));
    expect(readEvents()).toEqual([{ at: 3, kind: 'opened' }]);
    expect(new Set(EVENTS).size).toBe(EVENTS.length);
  });
});

describe('the watch', () => {
  const held = { geometries: 13, textures: 9, nodes: 700, heapMegabytes: 60 };
  it('knows too much when it sees it', () => {
    expect(isOverBudget(held)).toBe(false);
    expect(isOverBudget({ ...held, heapMegabytes: null })).toBe(false);
    expect(isOverBudget({ ...held, textures: BUDGET.textures + 1 })).toBe(true);
    expect(isOverBudget({ ...held, nodes: BUDGET.nodes + 1 })).toBe(true);
  });
  it.each([
    ['2026-09-30T02:59', false],
    ['2026-09-30T03:00', true],
    ['2026-09-30T03:59', true],
    ['2026-09-30T04:00', false],
  ])('takes a new version at night: %s %s', (at, night) =>
    expect(isNight(Date.parse(`${at}:00+08:00`))).toBe(night),
  );
});
