import { describe, expect, it, vi } from 'vitest';
import { clockOptions, clockText, createClock, hourOf, onClockJump, watchClock, weekdayOf } from './clock.ts';
import { sunAt } from './use-light.ts';

vi.mock('../storage/index.ts', () => ({ onCommitted: () => () => undefined }));

const at = (text: string): number => Date.parse(`${text}:00+08:00`);

describe('the clock', () => {
  it('is the machine’s, unless it was asked to be another', () => {
    let machine = 1000;
    const clock = createClock({}, () => machine);
    expect(clock.now()).toBe(1000);
    const fast = createClock({ start: 50_000, speed: 100 }, () => machine);
    machine += 10;
    expect(fast.now()).toBe(51_000);
    expect(clock.now()).toBe(1010);
  });
  it.each([
    ['now=2026-09-30T18:05&speed=336', { start: at('2026-09-30T18:05'), speed: 336 }],
    ['now=yesterday&speed=-3', {}],
    ['', { speed: 1 }],
  ])('“%s” of an address', (text, options) =>
    expect(clockOptions(new URLSearchParams(text))).toEqual(options),
  );
  it('tells the community’s own time wherever it stands', () => {
    expect(clockText(at('2026-09-30T00:07'))).toBe('00:07');
    expect(hourOf(at('2026-09-30T18:30'))).toBeCloseTo(18.5, 9);
    expect(weekdayOf(at('2026-09-30T23:59'))).toBe(3);
    expect(weekdayOf(at('2026-10-01T00:00'))).toBe(4);
  });
});

describe('the light', () => {
  const xifeng: [number, number] = [107.65, 35.73];
  it('follows the sun by itself', () => {
    expect(sunAt(at('2026-09-30T12:00'), xifeng, 'auto').mode).toBe('day');
    expect(sunAt(at('2026-09-30T21:00'), xifeng, 'auto').mode).toBe('night');
    // China has one time: in June the sun is up here past eight in the evening.
    expect(sunAt(at('2026-06-21T20:05'), xifeng, 'auto').mode).toBe('day');
  });
  it('is what was asked for, at an hour that has it', () => {
    expect(sunAt(at('2026-09-30T12:00'), xifeng, 'night')).toMatchObject({ mode: 'night' });
    const day = sunAt(at('2026-09-30T23:00'), xifeng, 'day');
    expect(day.mode).toBe('day');
    expect(day.hour).toBeGreaterThan(9);
    expect(day.hour).toBeLessThan(17);
  });
});

describe('a clock that jumps', () => {
  it.each([
    ['forwards, as after sleep', 8 * 3_600_000, 1],
    ['backwards', -3_600_000, 1],
    ['not at all', 0, 0],
    ['by what a busy machine is late', 4000, 0],
  ])('%s', (_, by, told) => {
    vi.useFakeTimers();
    const heard: number[] = [];
    const stopFollowing = onClockJump((ms) => heard.push(ms));
    let machine = at('2026-09-30T23:00');
    const stop = watchClock(() => machine);
    for (let second = 0; second < 30; second++) {
      machine += second === 9 ? 1000 + by : 1000;
      vi.advanceTimersByTime(1000);
    }
    stop();
    stopFollowing();
    vi.useRealTimers();
    expect(heard).toEqual(told === 0 ? [] : [by]);
  });
});
