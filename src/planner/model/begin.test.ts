/** Plans begin with the grids in force, faults and all, and keep their steps over a reload. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../domain/ids.ts';
import { commit, gridPlans, places } from '../../storage/index.ts';
import { drawnApart } from '../fixtures/drawn-apart.ts';
import { mergeAndSplit, newPlan, open, openSample, stamp } from '../fixtures/sample-plan.ts';
import { PlanSession } from '../session/plan-session.ts';
import { beginPlan, TOLERANCES_MM } from './begin.ts';
import { copyPlan, deletePlan } from './plan-records.ts';

beforeEach(openSample);

describe('a plan', () => {
  it('begins with the grids of the sample, whole and without a serious fault', async () => {
    const { community, grids, gridWorkers } = await places();
    const beginning = beginPlan({ community, grids, gridWorkers, newId, nameOfNew: '新网格' });
    expect(beginning.faults.filter(({ level }) => level === 'error')).toEqual([]);
    const { session, loaded } = await open(await newPlan());
    expect(session.tiling.faces.size).toBe(grids.length);
    expect(session.assignment.faceOf).toEqual(loaded.buildings.map(({ gridId }) => gridId));
  });

  it('of a community without grids begins with one', async () => {
    const { community } = await places();
    const beginning = beginPlan({ community, grids: [], gridWorkers: [], newId, nameOfNew: '第一网格' });
    const base = beginning.finish(new Map());
    expect('ok' in base && base.ok.faces.map(({ name }) => name)).toEqual(['第一网格']);
  });

  it('shows faults by name and gives ground to the grid that is chosen', async () => {
    const { community, grids, gridWorkers } = await places();
    const beginning = beginPlan({
      community,
      grids: grids.slice(1),
      gridWorkers,
      newId,
      nameOfNew: '新网格',
    });
    const blank = beginning.faults.find(({ kind }) => kind === 'missing');
    if (blank === undefined) throw new Error('no blank spot was found');
    const made = newId();
    const base = beginning.finish(new Map([[blank.id, `new:${made}`]]));
    expect('ok' in base && base.ok.faces.find(({ id }) => id === made)?.name).toBe('新网格');
    for (const { zh } of beginning.faults) expect(zh).not.toMatch(/01[0-9A-Z]{24}/);
  });

  it('reads borders that were drawn apart as one where the tolerance says so', async () => {
    const { community, grids, gridWorkers } = await places();
    const apart = drawnApart(grids, 0.4);
    const read = (toleranceMm?: number) =>
      beginPlan({
        community,
        grids: grids.map((grid) => (grid.id === apart.id ? apart : grid)),
        gridWorkers,
        newId,
        nameOfNew: '新网格',
        ...(toleranceMm === undefined ? {} : { toleranceMm }),
      });
    const kinds = (toleranceMm?: number) => read(toleranceMm).faults.map(({ kind }) => kind);
    expect(TOLERANCES_MM).toEqual([20, 100, 500, 1000, 2000, 5000]);
    expect(kinds()).toEqual(kinds(20));
    for (const narrow of [20, 100])
      expect(kinds(narrow).filter((kind) => kind === 'gap' || kind === 'overlap').length).toBeGreaterThan(0);
    expect(kinds(500)).not.toContain('gap');
    expect(kinds(500)).not.toContain('overlap');
    expect(kinds(500)).toContain('nearMiss');
    const base = read(500).finish(new Map());
    if ('refused' in base) throw new Error(base.refused.en);
    expect(base.ok.faces.map(({ id }) => id).sort()).toEqual(grids.map(({ id }) => id).sort());
  });

  it('keeps steps that are undone, over a copy and a reload', async () => {
    const plan = await newPlan();
    const { session } = await open(plan);
    const before = JSON.stringify(session.tiling.toData());
    mergeAndSplit(session);
    const after = JSON.stringify(session.tiling.toData());
    session.undo();
    session.undo();
    expect(JSON.stringify(session.tiling.toData())).toBe(before);
    expect(session.differsFrom(plan)).toBe(true);
    const unsaved = JSON.parse(JSON.stringify(session.unsaved(plan.revision)));
    const again = new PlanSession(plan, session.town, unsaved);
    expect([again.redo(), again.redo(), again.redo()]).toEqual(['merge', 'split', null]);
    expect(JSON.stringify(again.tiling.toData())).toBe(after);
    // Steps of another revision of the record are not taken for those of this one.
    expect(new PlanSession(plan, session.town, { ...unsaved, revision: 9 }).canRedo).toBe(false);
    const copied = copyPlan({ ...plan, steps: [...again.plan.steps] as never, cursor: 2 }, '副本', stamp());
    if (!copied.ok) throw new Error(copied.reasons[0]?.en);
    await commit(copied.value.edit);
    expect((await gridPlans()).map(({ name, cursor }) => `${name} ${cursor}`).sort()).toEqual([
      '二〇二六年调整 0',
      '副本 2',
    ]);
    await commit(deletePlan(plan, stamp()));
    expect(await gridPlans()).toHaveLength(1);
  });
});
