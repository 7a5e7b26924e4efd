/** A family of three in an otherwise empty community, for tests of operations on people. */
import type { Edit } from '../edit.ts';
import { applyEdit, type RecordState } from '../edit-apply.ts';
import { type AddHouseholdInput, addHousehold } from '../operations/index.ts';
import type { Reason, Result } from '../reasons.ts';
import type { RecordOf } from '../records/index.ts';
import { emptyCommunity, faultsOf, homeOf, listOf, stampOf } from './small-community.ts';

type Resident = RecordOf<'residents'>;
let seed = 0;
export const stamp = () => stampOf(seed++);
export const reasonsOf = (result: Result<Edit>): readonly Reason[] => (result.ok ? [] : result.reasons);
export const codeOf = (result: Result<Edit>): string | undefined => reasonsOf(result)[0]?.code;

export const commit = (state: RecordState, result: Result<Edit>): RecordState => {
  if (!result.ok) throw new Error(result.reasons.map((r) => r.en).join(' '));
  const next = applyEdit(state, result.value).state;
  const faults = faultsOf(next);
  if (faults.length > 0) throw new Error(faults.join('; '));
  return next;
};

export const person = (name: string, birthYear: number, sex: Resident['sex'] = '0') => ({
  personal: { name },
  birthYear,
  sex,
});
export const FAMILY: AddHouseholdInput = {
  head: person('云父', 1970, '1'),
  members: [
    { relation: '10', resident: person('云母', 1972, '2') },
    { relation: '20', resident: person('云子', 1998, '1') },
  ],
};

/** A family of three at home 0, nobody anywhere else. */
export const setUp = () => {
  const empty = emptyCommunity(3);
  const dwellings = listOf(empty, 'dwellings');
  const [here, there] = [dwellings[0]?.id ?? '', dwellings[4]?.id ?? ''];
  const state = commit(empty, addHousehold.run({ home: homeOf(empty, here) }, FAMILY, stamp()));
  const household = listOf(state, 'households')[0] as RecordOf<'households'>;
  const [father, mother, son] = listOf(state, 'residents') as [Resident, Resident, Resident];
  return { state, here, there, household, father, mother, son };
};
export const residentIn = (state: RecordState, id: string) => state.residents.get(id) as Resident;
export const dwellingIn = (state: RecordState, id: string) =>
  state.dwellings.get(id) as RecordOf<'dwellings'>;
