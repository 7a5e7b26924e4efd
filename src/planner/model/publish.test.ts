/** A plan becomes the grids in force in one edit, and one undo gives every byte back. */
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Grid, Matter } from '../../domain/records/index.ts';
import { moveVertex, type Patch, setFace } from '../../geometry/tiling/index.ts';
import { commit, counts, places, record, redo, undo } from '../../storage/index.ts';
import { drawnApart } from '../fixtures/drawn-apart.ts';
import {
  contextOf,
  dump,
  extraMatter,
  FROM,
  mergeAndSplit,
  newPlan,
  open,
  openSample,
  stamp,
} from '../fixtures/sample-plan.ts';
import type { PlanSession } from '../session/plan-session.ts';
import { beginPlan } from './begin.ts';
import { impactOf } from './impact.ts';
import { isStale, publishPlan } from './publish.ts';

const sums = (session: PlanSession, id: string): number => session.assignment.sums(id)[0] ?? 0;

beforeEach(openSample);

describe('publishing', () => {
  it('closes what is gone, adds what is new, numbers in reading order, and everything follows', async () => {
    const plan = await newPlan();
    const { session } = await open(plan);
    const { gone, kept, made } = mergeAndSplit(session);
    const edit = publishPlan(await contextOf(plan, session), { from: FROM, numbering: 'renumber' }, stamp());
    if (!edit.ok) throw new Error(edit.reasons[0]?.en);
    const before = await dump();
    expect(await commit(edit.value)).toMatchObject({ ok: true });
    const now = await places();
    expect(now.grids.map(({ id }) => id)).not.toContain(gone);
    expect(await record('grids', gone)).toMatchObject({ validTo: FROM });
    expect(await record('grids', made)).toMatchObject({ validFrom: FROM, parents: [kept], name: '新网格' });
    expect((now.grids.find(({ id }) => id === kept) as Grid).parents).toContain(gone);
    expect(now.grids.map(({ sequence }) => sequence)).toEqual(now.grids.map((_, at) => at + 1));
    expect(now.buildings.map(({ gridId }) => gridId)).toEqual(session.assignment.faceOf);
    for (const { gridId } of now.gridWorkers) expect(now.grids.map(({ id }) => id)).toContain(gridId);
    const matter = (await record('matters', extraMatter().id)) as Matter;
    expect(matter.gridId).toBe(now.buildings.find(({ id }) => id === matter.buildingId)?.gridId);
    expect(await record('gridPlans', plan.id)).toMatchObject({ state: 'published', publishedFrom: FROM });
    expect((await counts()).grids).toBe(now.grids.length);
    await undo();
    expect(await dump()).toBe(before);
  });

  it('puts what was repaired when the plan began into the records, and nothing else', async () => {
    const seriousFaults = async (): Promise<string[]> => {
      const { community, grids, gridWorkers } = await places();
      return beginPlan({ community, grids, gridWorkers, newId: stamp().newId, nameOfNew: '新网格' })
        .faults.filter(({ level }) => level === 'error')
        .map(({ kind }) => kind);
    };
    const apart = drawnApart((await places()).grids, 0.4);
    const { newId, ...signed } = stamp();
    const change = { table: 'grids' as const, put: apart };
    await commit({ ...signed, id: newId(), label: { key: 'correctRecord' }, changes: [change] });
    expect(await seriousFaults()).not.toEqual([]);
    const plan = await newPlan();
    const { session } = await open(plan);
    const context = await contextOf(plan, session);
    const edit = publishPlan(context, { from: FROM, numbering: 'keep' }, stamp());
    if (!edit.ok) throw new Error(edit.reasons[0]?.en);
    const put = edit.value.changes.filter(({ table }) => table === 'grids');
    expect(put.length).toBeGreaterThan(0);
    expect(put.length).toBeLessThan(context.grids.length);
    // The sheet that is read before says so too.
    const impact = impactOf(session, context, 'keep', { buildings: [], headOf: () => '' });
    const reshaped = impact.grids.filter(({ fate }) => fate === 'reshaped').map(({ id }) => id);
    expect(reshaped.sort()).toEqual(put.map((one) => ('put' in one ? one.put.id : '')).sort());
    expect(await commit(edit.value)).toMatchObject({ ok: true });
    expect(await seriousFaults()).toEqual([]);
  });

  it('closes a grid that a repair removed at the beginning, and what it had finds a living one', async () => {
    const { grids, buildings, gridWorkers } = await places();
    const { newId, ...signed } = stamp();
    const [first] = grids as [Grid, ...Grid[]];
    const twice: Grid = {
      ...first,
      id: newId(),
      name: '重画网格',
      sequence: 77,
      code: `${first.code.slice(0, -3)}077`,
    };
    const follow = <T extends { gridId: string | null }>(records: readonly T[]): T[] =>
      records.filter(({ gridId }) => gridId === first.id).map((one) => ({ ...one, gridId: twice.id }));
    const matter: Matter = { ...extraMatter(), gridId: twice.id, buildingId: null };
    await commit({
      ...signed,
      id: newId(),
      label: { key: 'correctRecord' },
      changes: [
        { table: 'grids', put: twice },
        { table: 'matters', put: matter },
        ...follow(buildings).map((put) => ({ table: 'buildings' as const, put })),
        ...follow(gridWorkers).map((put) => ({ table: 'gridWorkers' as const, put })),
      ],
    });
    const plan = await newPlan();
    const { session, loaded } = await open(plan);
    const gone = [first, twice].find(({ id }) => session.tiling.face(id) === undefined) as Grid;
    expect(gone).toBeDefined();
    const context = await contextOf(plan, session);
    const impact = impactOf(session, context, 'keep', { buildings: [], headOf: () => null });
    const moved = loaded.buildings.filter(({ gridId }, row) => gridId !== session.assignment.faceOf[row]);
    expect(impact.grids.find(({ id }) => id === gone.id)).toMatchObject({ fate: 'gone', name: gone.name });
    expect(impact.movedBuildings).toBe(moved.length);
    const edit = publishPlan(context, { from: FROM, numbering: 'keep' }, stamp());
    if (!edit.ok) throw new Error(edit.reasons[0]?.en);
    expect(await commit(edit.value)).toMatchObject({ ok: true });
    const now = await places();
    const living = new Set<string | null>(now.grids.map(({ id }) => id));
    expect(living).not.toContain(gone.id);
    for (const { gridId } of [...now.gridWorkers, ...now.buildings]) expect(living).toContain(gridId);
    expect(living).toContain((await record('matters', matter.id))?.gridId);
    expect(await record('grids', gone.id)).toMatchObject({ validTo: FROM });
  });

  it('hands a grid its own target of households on, and takes it away again', async () => {
    const [one, other] = (await places()).grids.map(({ id }) => id) as [string, string];
    const publish = async (id: string, target: Grid['target']): Promise<void> => {
      const plan = await newPlan();
      const { session } = await open(plan);
      const outcome = setFace(session.tiling, { faceId: id, fields: { target } });
      if ('refused' in outcome) throw new Error(outcome.refused.en);
      session.apply(outcome.ok, 'fields');
      const context = await contextOf(plan, session);
      const edit = publishPlan(context, { from: FROM, numbering: 'keep' }, stamp());
      if (!edit.ok) throw new Error(edit.reasons[0]?.en);
      await commit(edit.value);
    };
    await publish(one, { min: 120, max: 260 });
    // The next plan begins with it, and says nothing else of it.
    await publish(other, { min: 700, max: 900 });
    expect((await record('grids', one))?.target).toEqual({ min: 120, max: 260 });
    expect((await record('grids', other))?.target).toEqual({ min: 700, max: 900 });
    await publish(one, undefined);
    expect(await record('grids', one)).not.toHaveProperty('target');
    const plan = await newPlan();
    const { session } = await open(plan);
    session.apply(
      (setFace(session.tiling, { faceId: one, fields: { target: { min: 9, max: 3 } } }) as { ok: Patch }).ok,
      'fields',
    );
    const edit = publishPlan(await contextOf(plan, session), { from: FROM, numbering: 'keep' }, stamp());
    expect(edit.ok ? [] : edit.reasons.map(({ code }) => code)).toEqual(['grid.target']);
  });

  it('keeps numbers by choice and gives none a second time', async () => {
    const plan = await newPlan();
    const { session, loaded } = await open(plan);
    const { made, gone } = mergeAndSplit(session);
    const context = await contextOf(plan, session);
    const edit = publishPlan(
      { ...context, closed: [{ ...(loaded.grids[0] as Grid), sequence: 40 }] },
      { from: FROM, numbering: 'keep' },
      stamp(),
    );
    if (!edit.ok) throw new Error(edit.reasons[0]?.en);
    await commit(edit.value);
    expect(await record('grids', made)).toMatchObject({ sequence: 41, code: expect.stringMatching(/041$/) });
    for (const grid of (await places()).grids)
      if (grid.id !== made) expect(grid.code).toBe(loaded.grids.find(({ id }) => id === grid.id)?.code);
    expect(gone).not.toBe(made);
  });

  it('is refused on grids that have changed, on a day to come, twice', async () => {
    const plan = await newPlan();
    const { session } = await open(plan);
    const context = await contextOf(plan, session);
    const codes = (result: ReturnType<typeof publishPlan>) =>
      result.ok ? [] : result.reasons.map(({ code }) => code);
    const input = { from: FROM, numbering: 'keep' } as const;
    expect(codes(publishPlan(context, { ...input, from: '2026-11-21' }, stamp()))).toEqual(['plan.from']);
    expect(codes(publishPlan(context, { ...input, from: '2020-01-01' }, stamp()))).toEqual(['plan.before']);
    expect(isStale(plan, context.grids.slice(1))).toBe(true);
    const changed = context.grids.map((grid, at) =>
      at > 0 ? grid : { ...grid, boundary: grid.boundary.map((rings) => rings.toReversed().concat(rings)) },
    );
    expect(codes(publishPlan({ ...context, grids: changed }, input, stamp()))).toEqual(['plan.stale']);
    const published = { ...plan, state: 'published' as const };
    expect(codes(publishPlan({ ...context, plan: published }, input, stamp()))).toEqual(['plan.state']);
  });

  it('and undo give the same bytes, redo the same grids, whatever was done (seeded)', async () => {
    const plan = await newPlan();
    const before = await dump();
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.nat(),
            fc.integer({ min: -40_000, max: 40_000 }),
            fc.integer({ min: -40_000, max: 40_000 }),
          ),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        fc.boolean(),
        async (moves, isDeep) => {
          const { session } = await open(plan);
          if (isDeep) mergeAndSplit(session);
          for (const [pick, dx, dy] of moves) {
            const vertices = [...session.tiling.vertices.values()];
            const vertex = vertices[pick % vertices.length];
            if (vertex === undefined) continue;
            const to = { x: vertex.x + dx, y: vertex.y + dy };
            const outcome = moveVertex(session.tiling, { vertexId: vertex.id, to });
            if ('ok' in outcome) session.apply(outcome.ok, 'move');
          }
          const context = await contextOf(plan, session);
          const total = [...session.tiling.faces.keys()].reduce((sum, id) => sum + sums(session, id), 0);
          expect(total).toBe(
            context.buildings.reduce((sum, _, row) => sum + (context.households[row] ?? 0), 0),
          );
          const edit = publishPlan(context, { from: FROM, numbering: 'renumber' }, stamp());
          if (!edit.ok) throw new Error(edit.reasons[0]?.en);
          expect(await commit(edit.value)).toMatchObject({ ok: true });
          const after = await dump();
          await undo();
          expect(await dump()).toBe(before);
          await redo();
          expect(await dump()).toBe(after);
          await undo();
          expect(await dump()).toBe(before);
        },
      ),
      { seed: 4, numRuns: 6 },
    );
  });
});
