/** The flow table against a second way of counting: household by household, with maps of names. */
import 'fake-indexeddb/auto';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { changeAtRandom, type RandomStep } from '../fixtures/random-plan.ts';
import { newPlan, open, openSample } from '../fixtures/sample-plan.ts';
import { shapeContains } from '../../geometry/tiling/index.ts';
import type { PlanSession } from '../session/plan-session.ts';
import { compareStates } from './compare.ts';

const BAND = { min: 300, max: 500, warnBelow: 150, warnAbove: 600 };
const step: fc.Arbitrary<RandomStep> = fc.tuple(
  fc.constantFrom('move', 'merge', 'split', 'name'),
  fc.nat(1000),
  fc.nat(1000),
);

const stateOf = ({ tiling, assignment }: PlanSession) => ({ tiling, faceOf: assignment.faceOf });
const hasHead = (row: number): boolean => row % 3 === 0;

/** Where each building lies, asked of every shape anew. */
const gridsOf = ({ tiling, town }: PlanSession): (string | null)[] =>
  town.buildings.ids.map((_, row) => {
    const [x, y] = [town.buildings.x[row] as number, town.buildings.y[row] as number];
    return [...tiling.faces.keys()].find((id) => shapeContains(tiling.shape(id), x, y)) ?? null;
  });

beforeEach(openSample);

describe('two plans compared', () => {
  it('the flow table says the same as counting one by one (seeded)', async () => {
    const plan = await newPlan();
    const { loaded } = await open(plan);
    const { stats } = loaded;
    const members = (row: number): number =>
      (['direct', 'shared', 'joint', 'adopted', 'assisted'] as const).reduce(
        (sum, mode) => sum + (stats[mode][row] ?? 0),
        0,
      );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 8 }),
        fc.array(step, { maxLength: 8 }),
        async (one, other) => {
          const [left, right] = [(await open(plan)).session, (await open(plan)).session];
          changeAtRandom(left, one);
          changeAtRandom(right, other);
          const { flows, total, balance } = compareStates(stateOf(left), stateOf(right), {
            buildings: left.town.buildings,
            band: BAND,
            hasHead,
          });
          const [was, is] = [gridsOf(left), gridsOf(right)];
          const counted = new Map<string, number[]>();
          for (const [row, from] of was.entries()) {
            const to = is[row] ?? null;
            if (from === to) continue;
            const key = `${from ?? ''} ${to ?? ''}`;
            const sums = counted.get(key) ?? [0, 0, 0, 0, 0];
            const own = [
              1,
              stats.households[row] ?? 0,
              stats.residents[row] ?? 0,
              members(row),
              hasHead(row) ? 1 : 0,
            ];
            counted.set(
              key,
              sums.map((sum, at) => sum + (own[at] as number)),
            );
          }
          expect(
            new Map(
              flows.map((f) => [f.key, [f.rows.length, f.households, f.residents, f.members, f.heads]]),
            ),
          ).toEqual(counted);
          const all = [...counted.values()].reduce(
            (sums, own) => sums.map((sum, at) => sum + (own[at] as number)),
            [0, 0, 0, 0, 0],
          );
          expect([total.buildings, total.households, total.residents, total.members, total.heads]).toEqual(
            all,
          );
          for (const { from, to, branchBefore, branchAfter } of flows) {
            expect(branchBefore).toBe(left.tiling.face(from ?? '')?.branchId ?? null);
            expect(branchAfter).toBe(right.tiling.face(to ?? '')?.branchId ?? null);
          }
          // Balance: what a grid has after is what it had, less what goes, and what comes.
          for (const { id, households, fate } of balance) {
            const gives = flows.filter(({ from }) => from === id).reduce((sum, f) => sum + f.households, 0);
            const takes = flows.filter(({ to }) => to === id).reduce((sum, f) => sum + f.households, 0);
            expect(households[1]).toBe(households[0] - gives + takes);
            expect(fate === 'new').toBe(left.tiling.face(id) === undefined);
            expect(fate === 'gone').toBe(right.tiling.face(id) === undefined);
          }
          // Turned about, everything flows back.
          const back = compareStates(stateOf(right), stateOf(left), {
            buildings: left.town.buildings,
            band: BAND,
            hasHead,
          });
          expect(back.flows.map(({ from, to, rows }) => [to, from, [...rows]]).sort()).toEqual(
            flows.map(({ from, to, rows }) => [from, to, [...rows]]).sort(),
          );
        },
      ),
      { seed: 5, numRuns: 25 },
    );
  });

  it('of the same plan is empty, and every grid is the same', async () => {
    const { session } = await open(await newPlan());
    const { flows, total, balance } = compareStates(stateOf(session), stateOf(session), {
      buildings: session.town.buildings,
      band: BAND,
      hasHead,
    });
    expect(flows).toEqual([]);
    expect(total).toMatchObject({ buildings: 0, branches: 0 });
    expect(balance.every(({ fate, households: [a, b] }) => fate === 'same' && a === b)).toBe(true);
  });
});
