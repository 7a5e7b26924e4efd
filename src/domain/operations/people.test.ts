import { describe, expect, it } from 'vitest';
import { applyEdit, type RecordState } from '../edit-apply.ts';
import type { Edit } from '../edit.ts';
import type { Reason, Result } from '../reasons.ts';
import type { RecordOf } from '../records/index.ts';
import { sampleOf, TODAY } from '../testing/samples.ts';
import { emptyCommunity, faultsOf, homeOf, listOf, stampOf } from '../testing/small-community.ts';
import {
  addDwelling,
  addHousehold,
  addResident,
  type AddHouseholdInput,
  changeHead,
  correctRecord,
  deregisterResident,
  mergeHouseholds,
  moveHousehold,
  moveResident,
  registerAssistance,
  registerFloating,
  registerMembership,
  relationToNewHead,
  setOccupancy,
  splitHousehold,
  suggestHead,
} from './index.ts';

type Resident = RecordOf<'residents'>;
let seed = 0;
const stamp = () => stampOf(seed++);
const reasonsOf = (result: Result<Edit>): readonly Reason[] => (result.ok ? [] : result.reasons);
const codeOf = (result: Result<Edit>): string | undefined => reasonsOf(result)[0]?.code;

const commit = (state: RecordState, result: Result<Edit>): RecordState => {
  if (!result.ok) throw new Error(result.reasons.map((r) => r.en).join(' '));
  const next = applyEdit(state, result.value).state;
  expect(faultsOf(next)).toEqual([]);
  return next;
};

const person = (name: string, birthYear: number, sex: Resident['sex'] = '0') => ({
  personal: { name },
  birthYear,
  sex,
});
const FAMILY: AddHouseholdInput = {
  head: person('云父', 1970, '1'),
  members: [
    { relation: '10', resident: person('云母', 1972, '2') },
    { relation: '20', resident: person('云子', 1998, '1') },
  ],
};

/** A family of three at home 0, nobody anywhere else. */
const setUp = () => {
  const empty = emptyCommunity(3);
  const dwellings = listOf(empty, 'dwellings');
  const [here, there] = [dwellings[0]?.id ?? '', dwellings[4]?.id ?? ''];
  const state = commit(empty, addHousehold.run({ home: homeOf(empty, here) }, FAMILY, stamp()));
  const household = listOf(state, 'households')[0] as RecordOf<'households'>;
  const [father, mother, son] = listOf(state, 'residents') as [Resident, Resident, Resident];
  return { state, here, there, household, father, mother, son };
};
const residentIn = (state: RecordState, id: string) => state.residents.get(id) as Resident;
const dwellingIn = (state: RecordState, id: string) => state.dwellings.get(id) as RecordOf<'dwellings'>;

describe('households and homes', () => {
  it('a household fills a vacant home, and its head is known', () => {
    const { state, here, household, father } = setUp();
    expect(household).toMatchObject({ size: 3, headId: father.id, state: 'active' });
    expect(dwellingIn(state, here).occupancy).toBe('owner');
  });
  it('a home filled by people registered outside is let', () => {
    const empty = emptyCommunity(1);
    const [dwelling] = listOf(empty, 'dwellings');
    const home = homeOf(empty, dwelling?.id ?? '');
    const head = { ...person('云客', 1990), registration: 'elsewhere' as const };
    const state = commit(empty, addHousehold.run({ home }, { head }, stamp()));
    expect(dwellingIn(state, home.dwelling.id).occupancy).toBe('let');
  });
  it('an inhabited home is not set vacant', () => {
    const { state, here } = setUp();
    expect(codeOf(setOccupancy.run({ home: homeOf(state, here) }, { occupancy: 'vacant' }, stamp()))).toBe(
      'dwelling.inhabited',
    );
    commit(state, setOccupancy.run({ home: homeOf(state, here) }, { occupancy: 'let' }, stamp()));
  });
  it('a home is added once', () => {
    const building = sampleOf('buildings');
    const input = { unit: 1, floor: 2, door: 1, use: 'home' as const };
    const added = addDwelling.run({ building, dwellings: [] }, input, stamp());
    expect(added.ok && added.value.changes[0]).toMatchObject({ put: { room: '201', occupancy: 'vacant' } });
    const dwellings = [sampleOf('dwellings', { unit: 1, room: '201' })];
    expect(codeOf(addDwelling.run({ building, dwellings }, input, stamp()))).toBe('dwelling.taken');
    const above = { ...input, floor: 9 };
    expect(codeOf(addDwelling.run({ building, dwellings: [] }, above, stamp()))).toBe('dwelling.floor');
  });
  it('refuses a second spouse and a home read in part', () => {
    const { state, here, household } = setUp();
    const home = homeOf(state, here);
    const input = { relation: '10' as const, resident: person('云二', 1975) };
    expect(codeOf(addResident.run({ home, household }, input, stamp()))).toBe('household.onlyOne');
    const part = { ...home, residents: home.residents.slice(1) };
    expect(addResident.available({ home: part, household })).toMatchObject({ code: 'home.incomplete' });
  });
});

describe('moves within the community', () => {
  it('a household moves in one edit with every record, and both homes follow', () => {
    const setup = setUp();
    const { here, there, father, son } = setup;
    let { state } = setup;
    state = commit(
      state,
      registerMembership.run(
        { resident: father, memberships: [] },
        { mode: 'direct', kind: 'full', joinedOn: '1995-07-01' },
        stamp(),
      ),
    );
    const inflow = { direction: 'in' as const, reason: '01' as const, from: '2026-01-01' };
    state = commit(state, registerFloating.run({ resident: son, floating: [] }, inflow, stamp()));
    const household = listOf(state, 'households')[0] as RecordOf<'households'>;
    const result = moveHousehold.run(
      { home: homeOf(state, here), household },
      { to: homeOf(state, there), on: TODAY },
      stamp(),
    );
    expect(result.ok && result.value.changes.length).toBe(8);
    state = commit(state, result);
    expect(dwellingIn(state, here).occupancy).toBe('vacant');
    expect(dwellingIn(state, there).occupancy).toBe('owner');
    for (const table of ['residents', 'memberships', 'floatingRegistrations', 'households'] as const)
      for (const record of listOf(state, table)) expect(record.dwellingId).toBe(there);
    expect(residentIn(state, father.id)).toMatchObject({
      status: 'present',
      leftOn: null,
      since: TODAY,
      registration: 'separated',
      registeredDwellingId: here,
    });
    const back = { to: homeOf(state, here), on: TODAY };
    const moved = listOf(state, 'households')[0] as RecordOf<'households'>;
    state = commit(state, moveHousehold.run({ home: homeOf(state, there), household: moved }, back, stamp()));
    expect(residentIn(state, father.id)).toMatchObject({ registration: 'here', registeredDwellingId: null });
  });
  it('a son becomes a household of his own, and returns', () => {
    const setup = setUp();
    const { here, there, son, household } = setup;
    let { state } = setup;
    const out = { to: homeOf(state, there), householdId: null, on: TODAY, registrationMoves: true };
    state = commit(state, moveResident.run({ home: homeOf(state, here), resident: son }, out, stamp()));
    expect(residentIn(state, son.id)).toMatchObject({
      relation: '02',
      registration: 'here',
      dwellingId: there,
    });
    expect(state.households.get(household.id)).toMatchObject({ size: 2 });
    const back = { to: homeOf(state, here), householdId: household.id, relation: '20' as const, on: TODAY };
    const home = homeOf(state, there);
    state = commit(state, moveResident.run({ home, resident: residentIn(state, son.id) }, back, stamp()));
    expect(dwellingIn(state, there).occupancy).toBe('vacant');
    expect(listOf(state, 'households').map((h) => [h.size, h.state])).toEqual([
      [3, 'active'],
      [0, 'ended'],
    ]);
  });
  it('a head who moves out names a successor, whose relations follow', () => {
    const { state, here, there, father, mother, son } = setUp();
    const input = { to: homeOf(state, there), householdId: null, on: TODAY };
    const context = { home: homeOf(state, here), resident: father };
    const refused = moveResident.run(context, input, stamp());
    expect(reasonsOf(refused)[0]).toMatchObject({ code: 'household.needsSuccessor', field: 'successorId' });
    const next = commit(state, moveResident.run(context, { ...input, successorId: son.id }, stamp()));
    expect(residentIn(next, son.id).relation).toBe('02');
    expect(residentIn(next, mother.id).relation).toBe('52');
  });
  it('refuses the future, the home itself and a missing relation', () => {
    const { state, here, there, son, household } = setUp();
    const context = { home: homeOf(state, here), resident: son };
    const to = homeOf(state, there);
    expect(codeOf(moveResident.run(context, { to, householdId: null, on: '2030-01-01' }, stamp()))).toBe(
      'dates.future',
    );
    expect(codeOf(moveResident.run(context, { to, householdId: null, on: '2026-02-31' }, stamp()))).toBe(
      'date.form',
    );
    const same = { to: context.home, householdId: household.id, on: TODAY };
    expect(codeOf(moveResident.run(context, same, stamp()))).toBe('move.sameHousehold');
    const home = homeOf(state, here);
    expect(codeOf(moveHousehold.run({ home, household }, { to: home, on: TODAY }, stamp()))).toBe(
      'move.sameHome',
    );
  });
  it('a service for a person follows the person; a leak stays', () => {
    const setup = setUp();
    const { here, there, son } = setup;
    const matter = { buildingId: son.buildingId, dwellingId: here, residentId: son.id, serviceId: null };
    const matters = [sampleOf('matters', matter), sampleOf('matters', { ...matter, serviceId: son.id })];
    const home = { ...homeOf(setup.state, here), openMatters: matters };
    const to = homeOf(setup.state, there);
    const result = moveResident.run({ home, resident: son }, { to, householdId: null, on: TODAY }, stamp());
    const moved = result.ok ? result.value.changes.filter((c) => c.table === 'matters') : [];
    expect(moved).toHaveLength(1);
    expect(moved[0]).toMatchObject({
      put: { id: matters[1]?.id, dwellingId: there, gridId: to.building.gridId },
    });
  });
});

describe('split, merge, head', () => {
  it('splits and merges back', () => {
    const setup = setUp();
    const { here, household, mother, son } = setup;
    let { state } = setup;
    const input = { residentIds: [mother.id, son.id], headId: mother.id, on: TODAY };
    state = commit(state, splitHousehold.run({ home: homeOf(state, here), household }, input, stamp()));
    expect(listOf(state, 'households').map((h) => h.size)).toEqual([1, 2]);
    expect(residentIn(state, son.id).relation).toBe('20');
    const [kept, other] = listOf(state, 'households') as [RecordOf<'households'>, RecordOf<'households'>];
    const relations = { [mother.id]: '10' as const, [son.id]: '20' as const };
    const merge = { household: other, on: TODAY, relations };
    state = commit(
      state,
      mergeHouseholds.run({ home: homeOf(state, here), household: kept }, merge, stamp()),
    );
    expect(listOf(state, 'households').map((h) => [h.size, h.state])).toEqual([
      [3, 'active'],
      [0, 'ended'],
    ]);
  });
  it('never gives one household two allowances', () => {
    const setup = setUp();
    const { here, household, son } = setup;
    let { state } = setup;
    const grant = {
      kind: 'lowIncome' as const,
      category: 'A' as const,
      approvedOn: '2025-01-01',
      from: '2025-01-01',
      personsCovered: 1,
    };
    const split = { residentIds: [son.id], headId: son.id, on: TODAY };
    state = commit(state, splitHousehold.run({ home: homeOf(state, here), household }, split, stamp()));
    for (const one of listOf(state, 'households')) {
      const residents = listOf(state, 'residents').filter((r) => r.householdId === one.id);
      const context = { household: one, residents, assistances: [] };
      state = commit(state, registerAssistance.run(context, grant, stamp()));
    }
    const [kept, other] = listOf(state, 'households') as [RecordOf<'households'>, RecordOf<'households'>];
    const context = { home: homeOf(state, here), household: kept };
    expect(codeOf(mergeHouseholds.run(context, { household: other, on: TODAY }, stamp()))).toBe(
      'household.twoLowIncome',
    );
  });
  it('another head, told relations from the old ones', () => {
    const { state, here, household, father, mother, son } = setUp();
    const home = homeOf(state, here);
    const next = commit(state, changeHead.run({ home, household }, { headId: son.id }, stamp()));
    expect([father, mother, son].map((r) => residentIn(next, r.id).relation)).toEqual(['51', '52', '02']);
    expect(relationToNewHead(son, mother)).toBe('20');
    expect(suggestHead([son, mother], TODAY)?.id).toBe(mother.id);
  });
});

describe('deregistration', () => {
  it('ends what the person held, and empties the home with the last one', () => {
    const setup = setUp();
    const { here, mother, son, father } = setup;
    let { state } = setup;
    for (const [resident, successorId] of [
      [father, mother.id],
      [mother, undefined],
      [son, undefined],
    ] as const) {
      const context = { home: homeOf(state, here), resident: residentIn(state, resident.id), headships: [] };
      state = commit(
        state,
        deregisterResident.run(
          context,
          { status: 'movedAway', on: TODAY, successorId, destination: '兰州' },
          stamp(),
        ),
      );
    }
    expect(dwellingIn(state, here).occupancy).toBe('vacant');
    expect(listOf(state, 'households')[0]).toMatchObject({ size: 0, headId: null, state: 'ended' });
    expect(residentIn(state, son.id)).toMatchObject({ leftOn: TODAY, personal: { destination: '兰州' } });
    const again = { home: homeOf(state, here), resident: residentIn(state, son.id), headships: [] };
    expect(deregisterResident.available(again)).toMatchObject({ code: 'resident.notPresent' });
  });
});

describe('correctRecord', () => {
  it('tidies and stores, and keeps what operations must change', () => {
    const { father, there } = setUp();
    const correct = correctRecord('residents');
    const personal = { ...father.personal, phone: '138 1234 5678' };
    const right = correct.run({ before: father }, { ...father, personal }, stamp());
    expect(right.ok && right.value.changes).toMatchObject([
      { put: { personal: { phone: '13812345678' } }, expect: { revision: 1 } },
    ]);
    expect(codeOf(correct.run({ before: father }, { ...father, dwellingId: there }, stamp()))).toBe(
      'correct.kept',
    );
    expect(codeOf(correct.run({ before: father }, { ...father, relation: '20' }, stamp()))).toBe(
      'correct.head',
    );
    expect(codeOf(correct.run({ before: father }, father, stamp()))).toBe('edit.nothing');
    const born = { ...father, birthYear: 1800 };
    expect(codeOf(correct.run({ before: father }, born, stamp()))).toBe('resident.birthYear');
  });
});
