/**
 * `npm run check:tiling`: the long form of the tiling's property tests. At least 2,000 random operations on each real tiling (the
 * sample's nine grids, 3,014 census blocks, eight counties), GEOS asked along the way; then export → import → the same bytes and
 * undo of everything → the same bytes. Then as many steps of a plan as the planner itself makes them (pulls, strokes, lines, undo and redo
 * in between), on the sample town with its buildings and on the census blocks.
 *
 *   npm run check:tiling -- 5000 7     so many operations, from this seed on
 */
import process from 'node:process';
import { type Place, providence, qingyang, sampleGrids } from '../../src/geometry/tiling/fixtures/data.ts';
import { loadOracle } from '../../src/geometry/tiling/fixtures/geos.ts';
import { randomRun } from '../../src/geometry/tiling/fixtures/random-run.ts';
import { randomSession } from '../../src/planner/fixtures/random-session.ts';
import { blocksStage, sampleStage } from '../../src/planner/fixtures/stages.ts';

const [operations = 2000, seed = 1] = process.argv.slice(2).map(Number);
if (!(operations > 0) || !Number.isInteger(seed)) {
  console.error('Usage: npm run check:tiling -- [operations] [seed]');
  process.exit(2);
}

const oracle = await loadOracle();
/** GEOS looks at the whole tiling each time: often at few grids, seldom at thousands. */
const PLACES: readonly (readonly [read: () => Place | null, askEvery: number])[] = [
  [sampleGrids, 1],
  [providence, 100],
  [qingyang, 40],
];
let failed = 0;
for (const [read, askEvery] of PLACES) {
  const place = read();
  if (place === null) continue;
  const start = performance.now();
  const report = randomRun(place, oracle, { operations, seed, askEvery });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `\n${place.name}, seed ${seed}: ${report.done} done, ${report.refused} refused, ${seconds} s; ${report.complaint ?? 'sound'}`,
  );
  for (const [name, { done, refused, longestMs }] of report.byName)
    console.log(
      `  ${name.padEnd(14)} ${String(done).padStart(5)} done ${String(refused).padStart(5)} refused, longest ${longestMs.toFixed(1)} ms`,
    );
  if (report.complaint !== null) failed++;
}
for (const [read, each] of [
  [sampleStage, 1],
  [() => blocksStage(true), 400],
] as const) {
  const stage = read();
  if (stage === null) continue;
  const start = performance.now();
  const report = randomSession(stage, oracle, { steps: operations, seed, askEvery: each });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `\nA plan on ${stage.name}, seed ${seed}: ${operations} deeds, ${report.done} steps, ${seconds} s; ${report.complaint ?? 'sound'}`,
  );
  for (const [name, { tried, done }] of report.byName)
    console.log(
      `  ${name.padEnd(14)} ${String(done).padStart(5)} of ${String(tried).padStart(5)} changed something`,
    );
  if (report.complaint !== null) failed++;
}
process.exitCode = failed === 0 ? 0 : 1;
