/** The parts of the soak that compute: slopes and verdicts. */
import { expect, it } from 'vitest';
import { type Held, slopeOf, verdictOf } from '../scripts/soak/held.ts';

const held = (minute: number, heapMegabytes: number, textures = 9): Held => ({
  atMs: minute * 60_000,
  heapMegabytes,
  geometries: 13,
  textures,
  nodes: 900,
  listeners: 60,
});

it('finds the slope of a leak and none of a breath', () => {
  const leak = Array.from({ length: 20 }, (_, k) => held(k, 40 + k * 0.5));
  expect(slopeOf(leak, ({ heapMegabytes }) => heapMegabytes)).toBeCloseTo(30, 6);
  expect(verdictOf(leak).find(({ name }) => name === 'heapMegabytes')?.ok).toBe(false);
  const breath = Array.from({ length: 20 }, (_, k) => held(k, 40 + (k % 2) * 6, 9 + (k % 3)));
  expect(verdictOf(breath).every(({ ok }) => ok)).toBe(true);
});
