import { describe, expect, it } from 'vitest';
import { createGovernor, LEVELS, limitsFor } from './governor.ts';

/** Draws for a while; how long a frame takes may depend on the level. Returns the clock afterwards. */
const draw = (
  governor: ReturnType<typeof createGovernor>,
  seconds: number,
  frameMs: (level: number) => number,
  from = 0,
): number => {
  let now = from;
  while (now < from + seconds * 1000) {
    const ms = frameMs(governor.level);
    now += ms;
    governor.frame(ms, now);
  }
  return now;
};

describe('the order of giving up', () => {
  it('is shadows, effects, pixels, details, flights', () => {
    expect(LEVELS.findIndex(({ shadows }) => !shadows)).toBe(1);
    expect(LEVELS.findIndex(({ effects }) => !effects)).toBe(2);
    expect(LEVELS.findIndex(({ movingRatio }) => movingRatio < 1)).toBe(3);
    expect(LEVELS.findIndex(({ plain }) => plain)).toBe(4);
    expect(LEVELS.findIndex(({ details }) => !details)).toBe(4);
    expect(LEVELS.findIndex(({ flights }) => !flights)).toBe(LEVELS.length - 1);
  });

  it('gives nothing back on the way down while the picture flies', () => {
    const flying = LEVELS.filter(({ flights }) => flights);
    for (const [at, level] of flying.entries()) {
      const above = flying[at - 1];
      if (!above) continue;
      for (const kept of ['shadows', 'effects', 'drift', 'details'] as const)
        expect(Number(level[kept])).toBeLessThanOrEqual(Number(above[kept]));
      expect(Number(level.plain)).toBeGreaterThanOrEqual(Number(above.plain));
      expect(level.movingRatio).toBeLessThanOrEqual(above.movingRatio);
    }
  });
});

describe('the governor', () => {
  it('stays where frames come in time', () => {
    const governor = createGovernor(0, 0, limitsFor(false));
    draw(governor, 120, () => 17);
    expect(governor.level).toBe(0);
  });

  it('steps down until they do, and no further', () => {
    const governor = createGovernor(0, 0, limitsFor(false));
    draw(governor, 20, (level) => (level < 3 ? 60 : 35));
    expect(governor.level).toBe(3);
  });

  it('takes one slow frame for what it is', () => {
    const governor = createGovernor(0, 0, limitsFor(false));
    let n = 0;
    draw(governor, 60, () => (n++ % 9 === 0 ? 200 : 17));
    expect(governor.level).toBe(0);
  });

  it('passes over a machine that slept', () => {
    const governor = createGovernor(0, 0, limitsFor(false));
    for (let k = 0; k < 50; k++) governor.frame(k % 2 === 0 ? 8 * 3_600_000 : 17, k);
    expect(governor.level).toBe(0);
  });

  it('takes back what it gave up when there is room for long', () => {
    const governor = createGovernor(0, 0, limitsFor(false));
    const now = draw(governor, 10, (level) => (level < 4 ? 60 : 30));
    expect(governor.level).toBeGreaterThan(2);
    draw(governor, 600, () => 15, now);
    expect(governor.level).toBe(0);
  });

  it('does not go up and down for ever', () => {
    const governor = createGovernor(0, 0, limitsFor(false));
    let changes = 0;
    let last = governor.level;
    let now = 0;
    // With shadows always too slow, without them always with room to spare.
    while (now < 6 * 3_600_000) {
      const ms = governor.level === 0 ? 80 : 16;
      now += ms;
      governor.frame(ms, now);
      if (governor.level !== last) changes++;
      last = governor.level;
    }
    expect(changes).toBeLessThan(24);
  });

  it('gives up flights at once where pixels cannot mend it, and tries one now and then', () => {
    const governor = createGovernor(4, 4, limitsFor(true));
    const now = draw(governor, 6, () => 1000);
    expect(LEVELS[governor.level]?.flights).toBe(false);
    expect(governor.rest(now + 60_000)).toBe(false);
    expect(governor.rest(now + 3_600_000)).toBe(true);
    expect(LEVELS[governor.level]?.flights).toBe(true);
    draw(governor, 6, () => 1000, now + 3_600_000);
    expect(LEVELS[governor.level]?.flights).toBe(false);
  });

  it('comes back in software after a bad first minute, to the level that is fast enough', () => {
    const measured = (level: number): number => (level <= 4 ? 85 : level === 5 ? 62 : 52);
    const governor = createGovernor(4, 4, limitsFor(true));
    const now = draw(governor, 5, () => 130);
    expect(governor.level).toBeGreaterThan(4);
    draw(governor, 180, measured, now);
    expect(governor.level).toBe(4);
  });

  it('needs few frames to believe very slow ones, though flights lie between', () => {
    const governor = createGovernor(4, 4, limitsFor(true));
    for (let flight = 0; flight < 3; flight++)
      for (let frame = 0; frame < 2; frame++) governor.frame(300, flight * 20_000 + frame * 300);
    expect(governor.level).toBeGreaterThan(4);
  });

  it('never goes above what the machine is for', () => {
    const governor = createGovernor(4, 4, limitsFor(true));
    draw(governor, 600, () => 20);
    expect(governor.level).toBe(4);
  });
});
