/** What the sheet says is what the plan does. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { newFace } from '../../geometry/tiling/index.ts';
import { contextOf, mergeAndSplit, newPlan, open, openSample } from '../fixtures/sample-plan.ts';
import { figuresOf, standingOf } from './figures.ts';
import { impactOf } from './impact.ts';
import { readingOrder } from './numbering.ts';

beforeEach(openSample);

const BAND = { min: 300, max: 500, warnBelow: 150, warnAbove: 600 };

describe('the impact sheet', () => {
  it('of a plan without steps says that nothing changes', async () => {
    const plan = await newPlan();
    const { session, loaded } = await open(plan);
    const names = loaded.buildings.map(({ name }) => name);
    const impact = impactOf(session, await contextOf(plan, session), 'keep', {
      buildings: names,
      headOf: () => null,
    });
    expect(
      impact.grids.every(({ fate, codeBefore, codeAfter }) => fate === 'same' && codeBefore === codeAfter),
    ).toBe(true);
    expect(impact).toMatchObject({
      flows: [],
      workers: [],
      heads: [],
      matters: 0,
      movedHouseholds: 0,
      movedBuildings: 0,
    });
  });

  it('counts who moves, and loses nobody', async () => {
    const plan = await newPlan();
    const { session, loaded } = await open(plan);
    const { gone, kept, made } = mergeAndSplit(session);
    const names = loaded.buildings.map(({ name }) => name);
    const impact = impactOf(session, await contextOf(plan, session), 'renumber', {
      buildings: names,
      headOf: (row) => `head ${row}`,
    });
    const fates = new Map(impact.grids.map(({ id, fate }) => [id, fate]));
    expect([fates.get(gone), fates.get(kept), fates.get(made)]).toEqual(['gone', 'reshaped', 'new']);
    const sum = (at: 0 | 1): number =>
      impact.grids.reduce((total, { households }) => total + households[at], 0);
    expect(sum(0)).toBe(sum(1));
    const moved = loaded.buildings.filter(({ gridId }, row) => session.assignment.faceOf[row] !== gridId);
    expect(impact.movedBuildings).toBe(moved.length);
    expect(impact.flows.flatMap(({ buildings }) => buildings)).toHaveLength(moved.length);
    expect(impact.flows.reduce((total, { heads }) => total + heads, 0)).toBe(moved.length);
    expect(impact.workers.length).toBeGreaterThan(0);
    // Each head by name, with the building and both grids; each flow with the branches of both.
    const rows = session.assignment.faceOf.flatMap((to, row) =>
      to === loaded.buildings[row]?.gridId ? [] : [row],
    );
    expect(impact.heads.map(({ name }) => name).sort()).toEqual(rows.map((row) => `head ${row}`).sort());
    const [row = -1] = rows;
    const [was, is] = [loaded.buildings[row]?.gridId ?? '', session.assignment.faceOf[row] ?? ''];
    expect(impact.heads.find(({ name }) => name === `head ${row}`)).toEqual({
      name: `head ${row}`,
      building: names[row],
      from: session.base.face(was)?.name,
      to: session.faceName(is),
    });
    const flow = impact.flows.find(({ buildings }) => buildings.includes(names[row] ?? ''));
    expect([flow?.branchBefore, flow?.branchAfter]).toEqual([
      session.base.face(was)?.branchId,
      session.tiling.face(is)?.branchId,
    ]);
  });
});

describe('figures', () => {
  it('add up to the community, and say where a grid stands', async () => {
    const { session, loaded } = await open(await newPlan());
    const all = readingOrder(session.tiling).flatMap((id) => figuresOf(session, id, BAND) ?? []);
    const households = [...loaded.stats.households].reduce((sum, count) => sum + count, 0);
    expect(all.reduce((sum, figures) => sum + figures.households, 0)).toBe(households);
    expect(all.reduce((sum, { buildings }) => sum + buildings, 0)).toBe(loaded.buildings.length);
    expect([100, 200, 300, 500, 550, 700].map((count) => standingOf(newFace('a'), count, BAND))).toEqual([
      'far',
      'near',
      'inside',
      'inside',
      'near',
      'far',
    ]);
    const dedicated = newFace('a', { kind: 'dedicated' });
    expect(standingOf(dedicated, 3, BAND)).toBe('free');
    const target = { min: 0, max: 60 };
    expect([3, 61, 161].map((count) => standingOf({ ...dedicated, target }, count, BAND))).toEqual([
      'inside',
      'near',
      'far',
    ]);
  });
});
