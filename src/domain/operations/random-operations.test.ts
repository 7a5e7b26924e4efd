/**
 * Whatever people do, in whatever order: households keep one head and their size, every record stays with its person, counts agree,
 * and undoing all of it gives the first state byte for byte.
 */
import { random32 } from '../random32.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../edit.ts';
import { applyEdit, type RecordState } from '../edit-apply.ts';
import type { Result } from '../reasons.ts';
import type { RecordOf, TableName } from '../records/index.ts';
import { TODAY } from '../testing/samples.ts';
import { emptyCommunity, faultsOf, homeOf, listOf, snapshot, stampOf } from '../testing/small-community.ts';
import * as operations from './index.ts';

type Stamp = operations.Stamp;
type Step = (state: RecordState, random: Chance, stamp: Stamp) => Result<Edit> | null;

interface Chance {
  readonly one: <T>(list: readonly T[]) => T | undefined;
  readonly yes: (probability: number) => boolean;
}

const chanceOf = (seed: number): Chance => {
  const random = random32(seed);
  return {
    one: (list) => list[Math.floor(random() * list.length)],
    yes: (probability) => random() < probability,
  };
};

const RELATIONS = ['10', '20', '30', '51', '97', '99'] as const;
const present = (state: RecordState) => listOf(state, 'residents').filter((r) => r.status === 'present');
const activeOf = <T extends TableName>(state: RecordState, table: T): RecordOf<T>[] =>
  listOf(state, table).filter((r) => (r as { state?: string }).state === 'active');
const householdsOf = (state: RecordState) => activeOf(state, 'households');
const homeFor = (state: RecordState, chance: Chance) => {
  const dwelling = chance.one(listOf(state, 'dwellings'));
  return dwelling ? homeOf(state, dwelling.id) : null;
};
const newcomer = (chance: Chance): operations.NewResident => ({
  personal: { name: chance.one(['云一', '云二', '云三']) ?? '云一' },
  birthYear: chance.one([1940, 1958, 1972, 1990, 2001, 2015]) ?? 1990,
  sex: chance.one(['0', '1', '2']),
  registration: chance.one(['here', 'separated', 'elsewhere']),
});
const ofPerson = <T extends TableName>(state: RecordState, table: T, id: string): RecordOf<T>[] =>
  listOf(state, table).filter((r) => (r as { residentId?: string }).residentId === id);
const withHousehold = (state: RecordState, chance: Chance) => {
  const household = chance.one(householdsOf(state));
  return household ? { household, home: homeOf(state, household.dwellingId) } : null;
};
const withResident = (state: RecordState, chance: Chance) => {
  const resident = chance.one(present(state));
  return resident ? { resident, home: homeOf(state, resident.dwellingId) } : null;
};
const membersOf = (state: RecordState, householdId: string) =>
  present(state).filter((r) => r.householdId === householdId);

const STEPS: Record<string, Step> = {
  addHousehold: (state, chance, stamp) => {
    const home = homeFor(state, chance);
    const relation = chance.one(RELATIONS) ?? '97';
    const members = chance.yes(0.6) ? [{ relation, resident: newcomer(chance) }] : [];
    return home && operations.addHousehold.run({ home }, { head: newcomer(chance), members }, stamp);
  },
  addResident: (state, chance, stamp) => {
    const context = withHousehold(state, chance);
    const relation = chance.one(RELATIONS) ?? '97';
    return context && operations.addResident.run(context, { relation, resident: newcomer(chance) }, stamp);
  },
  moveHousehold: (state, chance, stamp) => {
    const context = withHousehold(state, chance);
    const to = homeFor(state, chance);
    const registrationMoves = chance.yes(0.3);
    return (
      context && to && operations.moveHousehold.run(context, { to, on: TODAY, registrationMoves }, stamp)
    );
  },
  moveResident: (state, chance, stamp) => {
    const context = withResident(state, chance);
    const to = homeFor(state, chance);
    if (!context || !to) return null;
    const households = to.households.filter((h) => h.state === 'active');
    const householdId = chance.yes(0.6) ? (chance.one(households)?.id ?? null) : null;
    const successorId = chance.one(membersOf(state, context.resident.householdId))?.id;
    const input = { to, householdId, relation: chance.one(RELATIONS), on: TODAY, successorId };
    return operations.moveResident.run(context, input, stamp);
  },
  splitHousehold: (state, chance, stamp) => {
    const context = withHousehold(state, chance);
    const members = context ? membersOf(state, context.household.id) : [];
    const residentIds = members.filter(() => chance.yes(0.5)).map((r) => r.id);
    const to = chance.yes(0.5) ? homeFor(state, chance) : null;
    const input = {
      residentIds,
      headId: chance.one(residentIds) ?? '',
      on: TODAY,
      successorId: chance.one(members)?.id,
      ...(to ? { to } : {}),
    };
    return context && operations.splitHousehold.run(context, input, stamp);
  },
  mergeHouseholds: (state, chance, stamp) => {
    const context = withHousehold(state, chance);
    const household = chance.one(householdsOf(state));
    if (!context || !household) return null;
    const input = { household, from: homeOf(state, household.dwellingId), on: TODAY };
    return operations.mergeHouseholds.run(context, input, stamp);
  },
  changeHead: (state, chance, stamp) => {
    const context = withHousehold(state, chance);
    const headId = chance.one(context ? membersOf(state, context.household.id) : [])?.id ?? '';
    return context && operations.changeHead.run(context, { headId }, stamp);
  },
  deregister: (state, chance, stamp) => {
    const context = withResident(state, chance);
    if (!context) return null;
    const headships = ofPerson(state, 'buildingHeads', context.resident.id);
    const successorId = chance.one(membersOf(state, context.resident.householdId))?.id;
    const status = chance.yes(0.5) ? ('died' as const) : ('movedAway' as const);
    return operations.deregisterResident.run(
      { ...context, headships },
      { status, on: TODAY, successorId },
      stamp,
    );
  },
  reinstate: (state, chance, stamp) => {
    const resident = chance.one(listOf(state, 'residents').filter((r) => r.status !== 'present'));
    if (!resident) return null;
    const home = homeOf(state, resident.dwellingId);
    const active = home.households.filter((h) => h.state === 'active');
    const householdId = chance.yes(0.5) ? (chance.one(active)?.id ?? null) : null;
    return operations.reinstateResident.run({ home, resident }, { householdId, relation: '97' }, stamp);
  },
  registerMembership: (state, chance, stamp) => {
    const resident = chance.one(present(state));
    if (!resident) return null;
    const context = { resident, memberships: ofPerson(state, 'memberships', resident.id) };
    const mode = chance.one(['direct', 'shared', 'joint', 'adopted', 'assisted'] as const) ?? 'direct';
    const input = { mode, kind: 'full' as const, joinedOn: '2019-07-01', fullOn: '2020-07-01' };
    return operations.registerMembership.run(context, input, stamp);
  },
  endMembership: (state, chance, stamp) => {
    const membership = chance.one(activeOf(state, 'memberships'));
    const headships = listOf(state, 'buildingHeads');
    return membership ? operations.endMembership.run({ membership, headships }, { on: TODAY }, stamp) : null;
  },
  registerFloating: (state, chance, stamp) => {
    const resident = chance.one(present(state));
    if (!resident) return null;
    const context = { resident, floating: ofPerson(state, 'floatingRegistrations', resident.id) };
    const input = { direction: 'in' as const, reason: '01' as const, from: '2025-09-01' };
    return operations.registerFloating.run(context, input, stamp);
  },
  endFloating: (state, chance, stamp) => {
    const record = chance.one(listOf(state, 'floatingRegistrations'));
    return record ? operations.endFloating.run({ record }, { until: TODAY }, stamp) : null;
  },
  registerAssistance: (state, chance, stamp) => {
    const context = withHousehold(state, chance);
    if (!context) return null;
    const residents = membersOf(state, context.household.id);
    const assistances = listOf(state, 'assistances').filter((a) => a.householdId === context.household.id);
    const input = {
      kind: chance.yes(0.7) ? ('lowIncome' as const) : ('medical' as const),
      category: 'B' as const,
      approvedOn: '2025-10-01',
      from: '2025-11-01',
      personsCovered: context.household.size,
      residentId: chance.yes(0.4) ? (chance.one(residents)?.id ?? null) : null,
    };
    return operations.registerAssistance.run(
      { household: context.household, residents, assistances },
      input,
      stamp,
    );
  },
  registerCareNeed: (state, chance, stamp) => {
    const resident = chance.one(present(state));
    if (!resident) return null;
    const context = { resident, careNeeds: ofPerson(state, 'careNeeds', resident.id) };
    const kind =
      chance.one(['livingAlone', 'aged80', 'leftBehindChild', 'dependent'] as const) ?? 'dependent';
    return operations.registerCareNeed.run(context, { kind, level: 'high', from: '2025-01-01' }, stamp);
  },
  appointHead: (state, chance, stamp) => {
    const building = chance.one(listOf(state, 'buildings'));
    const membership = chance.one(listOf(state, 'memberships'));
    if (!building || !membership) return null;
    const heads = listOf(state, 'buildingHeads').filter((h) => h.buildingId === building.id);
    return operations.appointBuildingHead.run({ building, heads }, { membership, from: TODAY }, stamp);
  },
};

const NAMES = Object.keys(STEPS);

describe('any sequence of operations', () => {
  it('keeps every rule, and undoing all gives the first state byte for byte', { timeout: 120_000 }, () => {
    const done: Record<string, number> = {};
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = chanceOf(seed);
        const first = emptyCommunity(5);
        let state = first;
        const inverses: Edit[] = [];
        for (let i = 0; i < 80; i++) {
          const name = i < 12 ? 'addHousehold' : (chance.one(NAMES) ?? '');
          const result = STEPS[name]?.(state, chance, stampOf(i));
          if (!result?.ok) continue;
          const applied = applyEdit(state, result.value);
          state = applied.state;
          inverses.push(applied.inverse);
          done[name] = (done[name] ?? 0) + 1;
          const faults = faultsOf(state);
          if (faults.length > 0) throw new Error(`after ${name}: ${faults.join('; ')}`);
        }
        const before = snapshot(first);
        for (const inverse of inverses.reverse()) state = applyEdit(state, inverse).state;
        expect(snapshot(state)).toBe(before);
      }),
      { seed: 2026, numRuns: 25 },
    );
    expect(Object.keys(done).sort()).toEqual([...NAMES].sort());
  });
});
