/** The fields that a form gives for a new person, and how they become a record of a home. */
import type { Resident } from '../records/index.ts';
import type { Draft, Fields } from './draft.ts';
import type { HomeContext } from './home.ts';
import type { Relation } from './relations.ts';

/** What is not given is unknown; the year of birth may be left to the date or the ID. */
export interface NewResident {
  readonly personal: Resident['personal'];
  readonly sex?: Resident['sex'] | undefined;
  readonly birthYear?: number | undefined;
  readonly registration?: Resident['registration'] | undefined;
  readonly registeredDwellingId?: string | null | undefined;
  readonly since?: string | null | undefined;
}

type Home = Pick<Resident, 'buildingId' | 'dwellingId' | 'householdId'>;

/** The fields of a person who lives there now. */
export const residentFields = (home: Home, relation: Relation, input: NewResident): Fields<'residents'> => ({
  ...home,
  relation,
  sex: input.sex ?? '0',
  birthYear: input.birthYear ?? 0,
  status: 'present',
  registration: input.registration ?? 'here',
  registeredDwellingId: input.registeredDwellingId ?? null,
  since: input.since ?? null,
  leftOn: null,
  personal: input.personal,
});

export const createResident = (
  draft: Draft,
  { building, dwelling }: HomeContext,
  householdId: string,
  relation: Relation,
  input: NewResident,
): Resident =>
  draft.create(
    'residents',
    residentFields({ buildingId: building.id, dwellingId: dwelling.id, householdId }, relation, input),
  );
