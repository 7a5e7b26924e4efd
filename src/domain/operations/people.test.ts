import { describe, expect, it } from 'vitest';
import type { RecordOf } from '../records/index.ts';
import { sampleOf, TODAY } from '../testing/samples.ts';
import { emptyCommunity, homeOf, listOf } from '../testing/small-community.ts';
import {
  codeOf,
  commit,
  dwellingIn,
  person,
  reasonsOf,
  residentIn,
  setUp,
  stamp,
} from '../testing/family.ts';
import {
  addDwelling,
  addHousehold,
  addResident,
  moveHousehold,
  moveResident,
  registerFloating,
  registerMembership,
  setOccupancy,
} from './index.ts';

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
