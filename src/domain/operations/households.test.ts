import { describe, expect, it } from 'vitest';
import type { RecordOf } from '../records/index.ts';
import { TODAY } from '../testing/samples.ts';
import { homeOf, listOf } from '../testing/small-community.ts';
import { codeOf, commit, dwellingIn, residentIn, setUp, stamp } from '../testing/family.ts';
import {
  changeHead,
  correctRecord,
  deregisterResident,
  mergeHouseholds,
  registerAssistance,
  relationToNewHead,
  splitHousehold,
  suggestHead,
} from './index.ts';

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
