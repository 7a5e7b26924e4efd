/** What the planner does at random, asked of GEOS; the long form is `npm run check:tiling`. */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadOracle, type Oracle } from '../../geometry/tiling/fixtures/geos.ts';
import { DEED_NAMES, randomSession } from '../fixtures/random-session.ts';
import { blocksStage, sampleStage } from '../fixtures/stages.ts';

let oracle: Oracle;
beforeAll(async () => {
  oracle = await loadOracle();
});

describe('a plan edited at random', () => {
  it.each([1, 2])('on the sample town is a coverage after every step, seed %i', (seed) => {
    const report = randomSession(sampleStage(), oracle, { steps: 350, seed, askEvery: 1 });
    expect(report.complaint).toBeNull();
    for (const name of DEED_NAMES) expect(report.byName.get(name)?.done, name).toBeGreaterThan(0);
  });
  const blocks = blocksStage();
  it.skipIf(blocks === null)('on 3,014 census blocks, seed 3', () => {
    const report = randomSession(blocks as NonNullable<typeof blocks>, oracle, {
      steps: 300,
      seed: 3,
      askEvery: 300,
    });
    expect(report.complaint).toBeNull();
    expect(report.done).toBeGreaterThan(60);
  });
});
