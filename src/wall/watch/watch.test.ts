/** The steps of recovery: each tried before the next, none in a circle. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LEVELS } from '../../scene/wall/governor.ts';
import { en } from '../../ui/i18n/en/index.ts';
import { zh } from '../../ui/i18n/zh/index.ts';
import { EVENTS, readEvents, noteEvent, withEvent } from './journal.ts';
import { MOST_PER_HOUR, mayReload, recent, reloadWall } from './reload.ts';
import { isFull, isShort } from './room.ts';
import { isStalled, nextStep, STALL_MS } from './scene-watch.ts';
import { BUDGET, isNight, isOverBudget } from './use-watch.ts';
import { entryOf } from './version.ts';

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
  vi.stubGlobal('window', { location: { reload, pathname: '/' } });
  // Its files are kept: a reload needs no server.
  vi.stubGlobal('navigator', { serviceWorker: { controller: {} } });
});

const HOUR = 3_600_000;

describe('a picture that stands', () => {
  it.each([
    ['a shot was asked for, and no frame came', 100_000, 90_000, 100_000 + STALL_MS + 1, true],
    ['it may still come', 100_000, 90_000, 100_000 + STALL_MS - 1, false],
    ['a frame came', 100_000, 100_400, 400_000, false],
    ['nothing was ever drawn: it loads', 100_000, 0, 400_000, false],
  ])('%s', (_, askedAt, lastFrameAt, now, stalled) =>
    expect(isStalled(askedAt, lastFrameAt, now)).toBe(stalled),
  );
});

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

  it('wait for the server where nothing else keeps the page', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('navigator', {});
    let there = false;
    const answers = vi.fn(() =>
      there ? Promise.resolve({ ok: true }) : Promise.reject(new TypeError('offline')),
    );
    vi.stubGlobal('fetch', answers);
    expect(reloadWall('reload', HOUR)).toBe(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(answers.mock.calls.length).toBeGreaterThan(4);
    expect(reload).not.toHaveBeenCalled();
    there = true;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(reload).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });

  it('are forgotten by a clock that was set back', () =>
    expect(recent([9 * HOUR, 2 * HOUR - 10, 'x', null], 2 * HOUR)).toEqual([2 * HOUR - 10]));
});

describe('the journal', () => {
  it('keeps the last entries, and one line of a fault that repeats', () => {
    for (let k = 0; k < 500; k++) noteEvent('fault', k * 1000);
    noteEvent('opened', 500_000);
    const events = readEvents();
    expect(events.at(-1)).toEqual({ at: 500_000, kind: 'opened' });
    expect(events).toHaveLength(2);
    expect(events[0]).toMatchObject({ at: 0, kind: 'fault', times: 9 });
    let many: ReturnType<typeof readEvents> = [];
    for (let k = 0; k < 1000; k++) many = withEvent(many, { at: k * HOUR, kind: 'opened' });
    expect(many.length).toBe(200);
  });

  it('does not grow while a disk stays full, and still tells what was before', () => {
    let events: ReturnType<typeof readEvents> = [{ at: 0, kind: 'reload' }];
    for (let k = 1; k < 10_000; k++) events = withEvent(events, { at: k * 120_000, kind: 'full' });
    expect(events.map(({ kind }) => kind)).toEqual(['reload', 'full']);
    expect(events[1]?.times).toBe(9999);
  });

  it('is not silenced by a clock that was set back', () => {
    const before = withEvent([{ at: 9 * HOUR, kind: 'opened' }], { at: 10 * HOUR, kind: 'fault' });
    const after = withEvent(withEvent(before, { at: HOUR, kind: 'slept' }), { at: 2 * HOUR, kind: 'fault' });
    expect(after.map(({ kind }) => kind)).toEqual(['opened', 'fault', 'slept', 'fault']);
  });

  it('passes over what is none of its own', () => {
    stored.set('linli.wall.journal', JSON.stringify({ events: [1, { at: 'x' }, { at: 3, kind: 'opened' }] }));
    expect(readEvents()).toEqual([{ at: 3, kind: 'opened' }]);
    expect(new Set(EVENTS).size).toBe(EVENTS.length);
  });
});

describe('a newer version', () => {
  it('is told by the script that a page begins with', () => {
    const html = (name: string): string =>
      `<head><script type="module" crossorigin src="./assets/index-${name}.js"></script></head>`;
    expect(entryOf(html('a1'))).toBe('./assets/index-a1.js');
    expect(entryOf(html('a1'))).not.toBe(entryOf(html('b2')));
    expect(entryOf('<html>proxy error</html>')).toBeNull();
  });
});

describe('the disk', () => {
  it('is short where a day of a desk does not fit', () => {
    expect(isShort(null)).toBe(false);
    expect(isShort({ usedMegabytes: 80, leftMegabytes: 3, full: false })).toBe(true);
    expect(isShort({ usedMegabytes: 80, leftMegabytes: 900, full: false })).toBe(false);
    expect(isShort({ usedMegabytes: 80, leftMegabytes: 9000, full: true })).toBe(true);
  });
  it('is full where a few bytes do not fit, and only there', async () => {
    const failing = (name: string) => () => Promise.reject(new DOMException('no', name));
    expect(await isFull(failing('QuotaExceededError'))).toBe(true);
    expect(await isFull(failing('UnknownError'))).toBe(false);
    expect(await isFull(() => Promise.resolve())).toBe(false);
  });
});

describe('the watch', () => {
  const held = { geometries: 13, textures: 9, nodes: 700, heapMegabytes: 60 };
  it('knows too much when it sees it', () => {
    expect(isOverBudget(held)).toBe(false);
    expect(isOverBudget({ ...held, heapMegabytes: null })).toBe(false);
    expect(isOverBudget({ ...held, textures: BUDGET.textures + 1 })).toBe(true);
    expect(isOverBudget({ ...held, nodes: BUDGET.nodes + 1 })).toBe(true);
    // Tiles have a cache of their own; nodes of the page have not.
    expect(isOverBudget({ ...held, textures: BUDGET.textures + 1 }, true)).toBe(false);
    expect(isOverBudget({ ...held, nodes: BUDGET.nodes + 1 }, true)).toBe(true);
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

it('The status page has a word for every level of drawing, and for no other', () => {
  const names = LEVELS.map(({ name }) => name).sort();
  for (const words of [zh, en]) expect(Object.keys(words.wall.status.levels).sort()).toEqual(names);
});
