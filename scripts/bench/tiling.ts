/**
 * The grid planner's kernel: what the rows of “What to reach” ask of it, in this process. Invented ground of the sizes named there
 * (bent borders, a town of slabs), the same on every machine. Single gestures by the clock of this thread's work: what other programs
 * take from a shared machine is left out (the processor's time, not the wall's).
 *
 *   node scripts/run-ts.mjs scripts/bench/tiling.ts
 */
import process from 'node:process';
import { makeProposalInput } from '../../src/geometry/proposals/fixtures/towns.ts';
import { propose } from '../../src/geometry/proposals/propose.ts';
import { bentGrids, tilingOf, town } from '../../src/geometry/tiling/fixtures/town.ts';
import { chanceOf } from '../../src/geometry/tiling/fixtures/random-operations.ts';
import {
  assignBuildings,
  beginDrag,
  buildingSet,
  differenceOf,
  exportCoverage,
  faceAt,
  groundCells,
  freeSpaceOf,
  hitTest,
  importCoverage,
  invertPatch,
  mergeFaces,
  paint,
  placeIn,
  sidesOfPatch,
  splitFace,
  Tiling,
  validate,
} from '../../src/geometry/tiling/index.ts';
import { housesOver } from './houses.ts';
import { proposalQuality } from './proposals.ts';
import { type Figure, formatTable, median, quantile } from './table.ts';

/** Milliseconds of processor time since a reading. */
const since = (start: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

const timed = <T>(work: () => T): { readonly ms: number; readonly value: T } => {
  const start = process.cpuUsage();
  const value = work();
  return { ms: since(start), value };
};

const rounds = (count: number, work: (round: number) => unknown): number[] =>
  Array.from({ length: count }, (_, round) => timed(() => work(round)).ms);

/** Buildings of a town laid over all of a tiling of 180 m grids. */
const buildingsOver = (columns: number, rows: number, count: number) => {
  const { slabs, chance } = housesOver(columns, rows, count, 5);
  return buildingSet(
    slabs.map((slab, i) => ({
      id: `b${i}`,
      footprint: [slab],
      values: [6 + Math.floor(chance.next() * 30), Math.floor(chance.next() * 9)],
    })),
    ['households', 'members'],
  );
};

const HUNDRED_MS = 100;

/** Drags of 40 frames each, as a hand moves: from 200 vertices in turn, a few metres a frame. */
function dragFrames(withCounts: boolean): number[] {
  const tiling = tilingOf(bentGrids(20, 10, { bends: 11 }));
  const assignment = assignBuildings(tiling, buildingsOver(20, 10, 2400));
  const chance = chanceOf(3);
  const frames: number[] = [];
  const vertices = [...tiling.vertices.values()];
  for (let drags = 0; drags < 240; drags++) {
    const vertex = chance.pick(vertices);
    const drag = beginDrag(tiling, { kind: 'vertex', vertexId: vertex.id }, withCounts ? { assignment } : {});
    let { x, y } = vertex;
    const [dx, dy] = [chance.around() * 900, chance.around() * 900];
    for (let frame = 0; frame < 40; frame++) {
      x += dx + chance.around() * 600;
      y += dy + chance.around() * 600;
      frames.push(timed(() => drag.move({ x, y })).ms);
    }
    const outcome = drag.end();
    if ('refused' in outcome) continue;
    const before = sidesOfPatch(tiling, outcome.ok);
    tiling.apply(outcome.ok);
    assignment.update(tiling, [...before, ...sidesOfPatch(tiling, outcome.ok)]);
  }
  // What the just-in-time compiler has not seen yet is no drag of a person.
  return frames.slice(400);
}

function gestures(): { splits: number[]; merges: number[]; undos: number[]; redos: number[] } {
  const tiling = tilingOf(bentGrids(20, 10, { bends: 11 }));
  const out = {
    splits: [] as number[],
    merges: [] as number[],
    undos: [] as number[],
    redos: [] as number[],
  };
  for (const [i, faceId] of [...tiling.faces.keys()].entries()) {
    const { x, y } = placeIn(tiling.shape(faceId));
    const line = [
      { x: x - 300_000, y: y - 40_000 },
      { x: x + 300_000, y: y + 40_000 },
    ];
    const split = timed(() => {
      const outcome = splitFace(tiling, { faceId, line, created: [{ id: `n${i}` }, { id: `m${i}` }] });
      if ('ok' in outcome) tiling.apply(outcome.ok);
      return outcome;
    });
    if ('refused' in split.value) continue;
    const patch = split.value.ok;
    out.splits.push(split.ms);
    out.undos.push(timed(() => tiling.apply(invertPatch(patch))).ms);
    out.redos.push(timed(() => tiling.apply(patch)).ms);
    const merge = timed(() => {
      const outcome = mergeFaces(tiling, { faceIds: [faceId, `n${i}`] });
      if ('ok' in outcome) tiling.apply(outcome.ok);
      return outcome;
    });
    if ('ok' in merge.value) out.merges.push(merge.ms);
  }
  return out;
}

const validationMs = (columns: number, rows: number): number => {
  const tiling = tilingOf(bentGrids(columns, rows, { bends: 11 }));
  const assignment = assignBuildings(tiling, buildingsOver(columns, rows, columns * rows * 12));
  const band = { min: 300, max: 500, warnBelow: 150, warnAbove: 600 };
  return median(rounds(25, () => validate(tiling, { assignment, band, base: tiling })));
};

function paintMs(): number[] {
  const { buildings, roads, outline } = town(400);
  const set = buildingSet(buildings, ['households']);
  const ground = groundCells(set, roads);
  const space = freeSpaceOf(set);
  const parts = tilingOf([{ id: 'a', parts: [[outline]] }]);
  const [west, south, east, north] = parts.shape('a').box;
  const middle = (west + east) / 2;
  const split = splitFace(parts, {
    faceId: 'a',
    line: [
      { x: middle, y: south - 1e5 },
      { x: middle + 3000, y: north + 1e5 },
    ],
    created: [{ id: 'b' }],
  });
  if ('ok' in split) parts.apply(split.ok);
  const assignment = assignBuildings(parts, set);
  const times: number[] = [];
  const chance = chanceOf(2);
  for (let stroke = 0; stroke < 400; stroke++) {
    const row = Math.floor(chance.next() * set.ids.length);
    const to = assignment.faceOf[row] === 'a' ? 'b' : 'a';
    const { ms, value } = timed(() => paint(parts, { rows: [row], to, ground, space, assignment }));
    times.push(ms);
    if ('refused' in value) continue;
    const sides = sidesOfPatch(parts, value.ok);
    parts.apply(value.ok);
    assignment.update(parts, sides);
  }
  return times;
}

const differenceMs = (): number => {
  const tiling = tilingOf(bentGrids(20, 10, { bends: 11 }));
  const set = buildingsOver(20, 10, 2000);
  const before = assignBuildings(tiling, set).faceOf.slice();
  const after = Tiling.of(tiling.toData());
  const chance = chanceOf(9);
  for (let i = 0; i < 60; i++) {
    const vertex = chance.pick([...after.vertices.values()]);
    const drag = beginDrag(after, { kind: 'vertex', vertexId: vertex.id });
    drag.move({ x: vertex.x + chance.around() * 15_000, y: vertex.y + chance.around() * 15_000 });
    const outcome = drag.end();
    if ('ok' in outcome) after.apply(outcome.ok);
  }
  const now = assignBuildings(after, set).faceOf;
  return median(
    rounds(9, () => differenceOf({ tiling, faceOf: before }, { tiling: after, faceOf: now }, set)),
  );
};

/** Time to the first plan and to all, and the longest stretch between two chances to stop. */
function proposalTimes(count: number): { firstMs: number; allMs: number; plans: number; stopMs: number } {
  const input = makeProposalInput(count, 1);
  const start = process.cpuUsage();
  let last = process.cpuUsage();
  let [firstMs, stopMs, plans] = [0, 0, 0];
  for (const step of propose(input)) {
    stopMs = Math.max(stopMs, since(last));
    if (step.proposal !== null) {
      plans++;
      if (firstMs === 0) firstMs = since(start);
    }
    last = process.cpuUsage();
  }
  return { firstMs, allMs: since(start), plans, stopMs };
}

export function measureTiling(): Figure[] {
  const figures: Figure[] = [];
  const add = (name: string, unit: string, measured: number, aim: number | null): void => {
    figures.push({ name, unit, measured, aim });
  };
  const graph = dragFrames(false);
  add('Drag, graph part, 200 grids, 5,000 vertices: p99', 'ms', quantile(graph, 0.99), 1);
  add('  the same: median', 'ms', median(graph), null);
  const whole = dragFrames(true);
  add('Drag with counts of 2,400 buildings: p95 (the frame has 8)', 'ms', quantile(whole, 0.95), 8);
  add('  the same: longest', 'ms', Math.max(...whole), null);
  const { splits, merges, undos, redos } = gestures();
  add('Split: p99', 'ms', quantile(splits, 0.99), 16);
  add('Merge: p99', 'ms', quantile(merges, 0.99), 16);
  add('Undo: p99', 'ms', quantile(undos, 0.99), 16);
  add('Redo: p99', 'ms', quantile(redos, 0.99), 16);
  const strokes = paintMs();
  add('Paint a building, town of 400: p95', 'ms', quantile(strokes, 0.95), 16);
  add('Full validation, 20 grids', 'ms', validationMs(5, 4), 5);
  add('Full validation, 200 grids', 'ms', validationMs(20, 10), 30);
  add('Full validation, 1,000 grids', 'ms', validationMs(40, 25), 150);
  const large = tilingOf(bentGrids(20, 10, { bends: 11 }));
  const many = buildingsOver(20, 10, 2400);
  add('Assign 2,400 buildings from scratch', 'ms', median(rounds(9, () => assignBuildings(large, many))), 10);
  add('Difference of two plans, 2,000 buildings', 'ms', differenceMs(), 50);
  const pointer = chanceOf(4);
  const hits = rounds(3000, () => {
    const p = { x: pointer.next() * 3.6e6, y: pointer.next() * 1.8e6 };
    return hitTest(large, p, 3000) ?? faceAt(large, p);
  });
  add('Hit test: p99', 'ms', quantile(hits, 0.99), null);
  const exported = timed(() => exportCoverage(large));
  add('Export 200 grids', 'ms', exported.ms, null);
  add('Import them again', 'ms', timed(() => importCoverage(exported.value)).ms, null);

  const small = proposalTimes(400);
  add('First proposal, 400 buildings', 's', small.firstMs / 1000, 1);
  add(`  all ${small.plans} plans`, 's', small.allMs / 1000, 5);
  const big = proposalTimes(1500);
  add('First proposal, 1,500 buildings', 's', big.firstMs / 1000, null);
  add(`  all ${big.plans} plans`, 's', big.allMs / 1000, 5);
  add(
    'Cancel: longest stretch without a chance to stop',
    'ms',
    Math.max(small.stopMs, big.stopMs),
    HUNDRED_MS,
  );

  figures.push(...proposalQuality());
  return figures;
}

// `npm run bench -- planner` has it with what the browser takes; alone it prints its own table.
if (process.argv[1]?.endsWith('tiling.ts')) console.log(formatTable(measureTiling()));
