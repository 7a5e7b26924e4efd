/** Whatever was published in whatever order: the timeline says of every day what was true on it. */
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '../../domain/dates.ts';
import type { Grid, GridPlan } from '../../domain/records/index.ts';
import { createFrame } from '../../geometry/frame.ts';
import { commit, gridPlans, listPage, places, record, undo } from '../../storage/index.ts';
import { changeAtRandom, type RandomStep } from '../fixtures/random-plan.ts';
import {
  communityId,
  contextOf,
  mergeAndSplit,
  newPlan,
  open,
  openSample,
  stamp,
} from '../fixtures/sample-plan.ts';
import { type Answer, askDay } from './ask-day.ts';
import { descentsBetween } from './lineage.ts';
import { publishPlan } from './publish.ts';
import { timelineOf, type Version, versionOn } from './versions.ts';

const FIRST = '2025-01-01';
const LAST = '2026-03-01';
const EVERYTHING = { offset: 0, limit: 100_000 };

const inputNow = async () => {
  const { community, gridWorkers, buildings } = await places();
  const grids = (await listPage('grids', EVERYTHING)).records;
  return { frame: createFrame(community.anchor), grids, gridWorkers, buildings, plans: await gridPlans() };
};

/** A state as one text: only what people know of it. */
const said = (
  grids: readonly Pick<Grid, 'id' | 'code' | 'name' | 'kind' | 'branchId' | 'boundary' | 'parents'>[],
  workers: ReadonlyMap<string, readonly string[]>,
  gridOf: ReadonlyMap<string, string | null>,
): string =>
  JSON.stringify([
    grids
      .map(({ id, code, name, kind, branchId, boundary, parents }) => ({
        ...{ id, code, name, kind, branchId, boundary, parents },
        workers: [...(workers.get(id) ?? [])].sort(),
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    [...gridOf].sort(),
  ]);

const truthNow = async (): Promise<string> => {
  const { grids, gridWorkers, buildings } = await places();
  const workers = new Map(
    grids.map(({ id }) => [id, gridWorkers.filter(({ gridId }) => gridId === id).map((one) => one.id)]),
  );
  return said(grids, workers, new Map(buildings.map(({ id, gridId }) => [id, gridId])));
};
const saidBy = ({ grids, gridOf }: Version): string =>
  said(grids, new Map(grids.map(({ id, workerIds }) => [id, workerIds])), gridOf ?? new Map());

let clock = stamp().at;
const publish = async (from: string, steps: readonly RandomStep[], renumber: boolean): Promise<boolean> => {
  const plan = await newPlan();
  const { session } = await open(plan);
  changeAtRandom(session, steps);
  const closed = (await listPage('grids', EVERYTHING)).records.filter(({ validTo }) => validTo !== null);
  const context = { ...(await contextOf(plan, session)), closed };
  clock += 60_000;
  const numbering = renumber ? 'renumber' : 'keep';
  const edit = publishPlan(context, { from, numbering }, { ...stamp(), at: clock });
  if (!edit.ok) {
    expect(edit.reasons.map(({ code }) => code)).toEqual(['plan.before']);
    return false;
  }
  expect(await commit(edit.value)).toMatchObject({ ok: true });
  return true;
};

/** A name corrected in the register, outside of any plan. */
const rename = async (pick: number): Promise<void> => {
  const { grids } = await places();
  const before = grids[pick % grids.length] as Grid;
  const { at, by } = stamp();
  const put = { ...before, name: `更名${pick}` };
  const expectation = { revision: before.revision, updatedAt: before.updatedAt };
  await commit({
    id: stamp().newId(),
    ...{ communityId, at, by },
    label: { key: 'correctRecord', params: {} },
    changes: [{ table: 'grids', put, expect: expectation }],
  });
};

const step: fc.Arbitrary<RandomStep> = fc.tuple(
  fc.constantFrom('move', 'move', 'merge', 'split', 'name'),
  fc.nat(1000),
  fc.nat(1000),
);
const action = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      gap: fc.integer({ min: 0, max: 60 }),
      steps: fc.array(step, { maxLength: 5 }),
      renumber: fc.boolean(),
      isUndone: fc.constant(false),
    }),
  },
  // Only names: it may begin before the version that is there.
  {
    weight: 1,
    arbitrary: fc.record({
      gap: fc.integer({ min: -30, max: 5 }),
      steps: fc.constant<RandomStep[]>([['name', 3, 9]]),
      renumber: fc.constant(false),
      isUndone: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.nat(50) },
);

beforeEach(openSample);

describe('the timeline', () => {
  it('says of every day what was true on it, whatever was published (seeded)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 2, maxLength: 6 }), async (actions) => {
        await openSample();
        // Which state each day has: the number of the publication that holds it; its truth is what was recorded last while it held.
        let owners = new Map<string, number>();
        for (let day = FIRST; day < LAST; day = addDays(day, 1)) owners.set(day, 0);
        const truths = [await truthNow()];
        let [from, current, count] = ['2025-02-01', 0, 0];
        for (const one of actions) {
          if (typeof one === 'number') {
            await rename(one);
            truths[current] = await truthNow();
            continue;
          }
          const next = addDays(from, one.gap);
          if (!(await publish(next, one.steps, one.renumber))) continue;
          if (one.isUndone) {
            await undo();
            continue;
          }
          [from, current] = [next, ++count];
          truths[current] = await truthNow();
          owners = new Map([...owners].map(([day, owner]) => [day, day >= from ? current : owner]));
        }
        const timeline = timelineOf(await inputNow());
        const cache = new Map<Version, string>();
        for (const [day, owner] of owners) {
          const version = versionOn(timeline, day);
          if (version === null) throw new Error(`nothing is known of ${day}`);
          if (!cache.has(version)) cache.set(version, saidBy(version));
          expect(cache.get(version) === truths[owner], `${day} of ${JSON.stringify(actions)}`).toBe(true);
          expect(version.isExact).toBe(true);
        }
        expect(versionOn(timeline, '2024-12-31')).toBeNull();
        for (const [at, { to }] of timeline.versions.entries())
          expect(to).toBe(timeline.versions[at + 1]?.from ?? null);
        expect(timeline.versions.filter(({ plan }) => plan !== null).length + timeline.overtaken.length).toBe(
          count,
        );
      }),
      { seed: 11, numRuns: 12 },
    );
  });

  it('tells what became of whom, and what the grid of a building was', async () => {
    const before = await places();
    const plan = await newPlan();
    const { session } = await open(plan);
    const { gone, kept, made } = mergeAndSplit(session);
    const edit = publishPlan(
      await contextOf(plan, session),
      { from: '2026-05-01', numbering: 'keep' },
      stamp(),
    );
    if (!edit.ok) throw new Error(edit.reasons[0]?.en);
    await commit(edit.value);
    const input = await inputNow();
    const timeline = timelineOf(input);
    expect(timeline.versions.map(({ from, to }) => [from, to])).toEqual([
      [FIRST, '2026-05-01'],
      ['2026-05-01', null],
    ]);
    const [old, now] = timeline.versions as [Version, Version];
    const descents = descentsBetween(old, now);
    expect(descents).toContainEqual({ kind: 'split', id: made, from: [kept] });
    expect(descents).toContainEqual({ kind: 'ended', id: gone, into: [kept] });
    expect(descents).toContainEqual(expect.objectContaining({ kind: 'changed', id: kept, border: true }));
    for (const [at, building] of input.buildings.entries()) {
      const ask = (day: string): Answer => askDay({ timeline, frame: input.frame, building }, day);
      const [was, is] = [before.buildings[at]?.gridId, building.gridId];
      expect(ask('2024-12-31')).toEqual({ kind: 'before', first: FIRST });
      expect(ask('2026-04-30')).toMatchObject({
        kind: 'grid',
        grid: { id: was, name: before.grids.find(({ id }) => id === was)?.name },
        since: FIRST,
        isFirst: true,
        until: was === is ? null : '2026-05-01',
      });
      expect(ask('2026-05-01')).toMatchObject({
        kind: 'grid',
        grid: { id: is },
        since: was === is ? FIRST : '2026-05-01',
        until: null,
        byPlace: false,
      });
      // Were it not recorded, its place would say the same.
      const unknown = { ...timeline, versions: timeline.versions.map((one) => ({ ...one, gridOf: null })) };
      expect(askDay({ timeline: unknown, frame: input.frame, building }, '2026-04-30')).toMatchObject({
        grid: { id: was },
        byPlace: true,
      });
    }
  });

  it('of a database that kept less goes by the borders a plan began with, and says so', async () => {
    const before = await places();
    const plan = await newPlan();
    const { session } = await open(plan);
    mergeAndSplit(session);
    const edit = publishPlan(
      await contextOf(plan, session),
      { from: '2026-05-01', numbering: 'renumber' },
      stamp(),
    );
    if (!edit.ok) throw new Error(edit.reasons[0]?.en);
    await commit(edit.value);
    const { replaced: _, ...lean } = (await record('gridPlans', plan.id)) as GridPlan;
    const input = { ...(await inputNow()), plans: [lean] };
    const [old, now] = timelineOf(input).versions as [Version, Version];
    expect([old.isExact, now.isExact]).toEqual([false, true]);
    const names = (grids: readonly { id: string; name: string; code: string }[]) =>
      grids.map(({ id, name, code }) => `${id} ${name} ${code}`).sort();
    expect(names(old.grids)).toEqual(names(before.grids));
    for (const { id, boundary } of before.grids)
      expect(old.grids.find((grid) => grid.id === id)?.boundary).toHaveLength(boundary.length);
    for (const building of before.buildings)
      expect(
        askDay({ timeline: timelineOf(input), frame: input.frame, building }, '2026-04-01'),
      ).toMatchObject({
        grid: { id: building.gridId },
        byPlace: true,
      });
  });

  it('goes by the dates of grids where no plan tells', async () => {
    const input = await inputNow();
    const [first, second, ...rest] = input.grids as [Grid, Grid, ...Grid[]];
    const ended: Grid = { ...first, id: stamp().newId(), validFrom: '2023-01-01', validTo: '2024-06-01' };
    const late: Grid = { ...second, validFrom: '2025-07-01' };
    const { versions } = timelineOf({ ...input, grids: [first, late, ...rest, ended] });
    expect(versions.map(({ from, to, grids }) => [from, to, grids.length])).toEqual([
      ['2023-01-01', '2024-06-01', 1],
      [FIRST, '2025-07-01', rest.length + 1],
      ['2025-07-01', null, rest.length + 2],
    ]);
    expect(versionOn({ versions, overtaken: [] }, '2024-08-01')).toBeNull();
    expect(timelineOf({ ...input, grids: [] }).versions).toEqual([]);
  });
});
