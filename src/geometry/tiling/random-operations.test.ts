/** Random operations on real tilings, asked of GEOS; the long form is `npm run check:tiling`. */
import { beforeAll, describe, expect, it } from 'vitest';
import { providence, qingyang, sampleGrids } from './fixtures/data.ts';
import { loadOracle, type Oracle } from './fixtures/geos.ts';
import { randomRun } from './fixtures/random-run.ts';
import { RANDOM_OPERATIONS } from './fixtures/random-operations.ts';
import { squares, tilingOf } from './fixtures/town.ts';
import { Tiling } from './model/tiling.ts';

let oracle: Oracle;
beforeAll(async () => {
  oracle = await loadOracle();
});

describe('random operations', () => {
  // 101 once cut a hole so small that reading the export closed it; 111 makes a hole that touches its outside in a point.
  it.each([11, 101, 111])('on the nine grids of the sample, seed %i', (seed) => {
    const report = randomRun(sampleGrids(), oracle, { operations: 500, seed, askEvery: 2 });
    expect(report.complaint).toBeNull();
    expect(report.done).toBeGreaterThan(100);
  });
  it('tries every kind of operation, and every kind succeeds', () => {
    const report = randomRun(sampleGrids(), oracle, { operations: 2000, seed: 21, askEvery: 100 });
    expect(report.complaint).toBeNull();
    for (const name of Object.keys(RANDOM_OPERATIONS))
      expect(report.byName.get(name)?.done, name).toBeGreaterThan(0);
  });
  const blocks = providence();
  it.skipIf(blocks === null)('on 3,014 census blocks, seed 31', () => {
    const report = randomRun(blocks as NonNullable<typeof blocks>, oracle, {
      operations: 250,
      seed: 31,
      askEvery: 125,
    });
    expect(report.complaint).toBeNull();
  });
  const counties = qingyang();
  it.skipIf(counties === null)('on eight counties, 210 km across, seed 41', () => {
    const report = randomRun(counties as NonNullable<typeof counties>, oracle, {
      operations: 80,
      seed: 41,
      askEvery: 40,
    });
    expect(report.complaint).toBeNull();
  });
});

describe('the oracle', () => {
  it('has teeth: it sees a moved corner, a gap and a lost grid', () => {
    const tiling = tilingOf(squares(3, 3));
    expect(oracle.complaint(tiling)).toBeNull();
    const data = tiling.toData();
    const inner = data.vertices.find(({ x, y }) => x === 100_000 && y === 100_000);
    const crossed = data.vertices.map((v) => (v === inner ? { ...v, x: 250_000 } : v));
    expect(oracle.complaint(Tiling.of({ ...data, vertices: crossed }))).not.toBeNull();
    const wrong = data.arcs.map((arc, i) => (i === 4 ? { ...arc, left: arc.right, right: arc.left } : arc));
    expect(oracle.complaint(Tiling.of({ ...data, arcs: wrong }))).not.toBeNull();
  });
});
