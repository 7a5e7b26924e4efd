/** A row of a roster as a person: what a new record would hold, and what it says about one that exists. */
import type { NewResident } from '../../../domain/operations/index.ts';
import type { Relation } from '../../../domain/operations/relations.ts';
import { type Reason, reasonOf } from '../../../domain/reasons.ts';
import type { Resident } from '../../../domain/records/index.ts';
import { kindOf } from '../fields/kinds.ts';
import { type PlanContext } from './context.ts';
import { type Patch, patchOf } from './patch.ts';
import { dateValueOf, numberOf, type RowValues, textOf, yesOf } from './row-reader.ts';

export interface PersonRow {
  readonly read: RowValues;
  readonly dwellingId: string;
  /** Null where the row names none. */
  readonly relation: Relation | null;
  readonly facts: Facts;
}

/** What a row tells of a person's birth. */
export interface Birth {
  /** Known to the day. */
  readonly date: string | null;
  readonly year: number | null;
  /** The year was reckoned from an age. */
  readonly about: boolean;
}

export interface Facts {
  readonly name: string;
  readonly citizenId: string | null;
  readonly birth: Birth;
}

export const birthOf = (row: RowValues, today: string): Birth => {
  const given = dateValueOf(row, 'birthDate');
  const byId = dateValueOf(row, 'idBirthDate');
  if (given?.precision === 'day')
    return { date: given.date, year: Number(given.date.slice(0, 4)), about: false };
  if (byId) return { date: byId.date, year: Number(byId.date.slice(0, 4)), about: false };
  if (given) return { date: null, year: Number(given.date.slice(0, 4)), about: false };
  const age = numberOf(row, 'age');
  return age === undefined
    ? { date: null, year: null, about: false }
    : { date: null, year: Number(today.slice(0, 4)) - age, about: true };
};

export const factsOf = (row: RowValues, today: string): Facts => ({
  name: textOf(row, 'name') ?? '',
  citizenId: textOf(row, 'citizenId') ?? null,
  birth: birthOf(row, today),
});

/** Whether a recorded person can be the one of the facts by birth; what is unknown contradicts nothing. */
export const birthFits = (resident: Resident, birth: Birth): boolean => {
  const recorded = resident.personal.birthDate;
  if (birth.date !== null && recorded !== undefined) return birth.date === recorded;
  return birth.year !== null && Math.abs(resident.birthYear - birth.year) <= (birth.about ? 1 : 0);
};

/** What the domain's checks of one record cannot see: a month of birth that is not the ID's, and rows without any birth. */
export const birthReasons = (row: RowValues, birth: Birth): Reason[] => {
  const given = dateValueOf(row, 'birthDate');
  const byId = dateValueOf(row, 'idBirthDate');
  if (given && byId) {
    const digits = given.precision === 'day' ? 10 : given.precision === 'month' ? 7 : 4;
    if (given.date.slice(0, digits) !== byId.date.slice(0, digits))
      return [
        reasonOf(
          'resident.birthDateDiffers',
          `出生日期 ${given.date.slice(0, digits)} 与身份证号中的 ${byId.date} 不一致，请核对。`,
          `The date of birth ${given.date.slice(0, digits)} differs from the one in the citizen ID, ${byId.date}; check both.`,
          'personal.birthDate',
        ),
      ];
  }
  return birth.year === null
    ? [
        reasonOf(
          'resident.birthUnknown',
          '没有身份证号，也没有出生日期或年龄，请至少填写一项。',
          'There is neither a citizen ID nor a date of birth nor an age; fill in one of them.',
          'personal.birthDate',
        ),
      ]
    : [];
};

type Registration = Pick<Resident, 'registration' | 'registeredDwellingId'>;

/** Where the person is registered, as far as the row tells; null where it does not. */
const registrationOf = (row: RowValues, dwellingId: string, context: PlanContext): Registration | null => {
  const told = textOf(row, 'registration') as Resident['registration'] | undefined;
  const separated = yesOf(row, 'separated');
  const address = textOf(row, 'registeredAddress');
  const place = address === undefined ? null : context.directory.resolve(address);
  const elsewhere = place?.found === 'dwelling' && place.dwellingId !== dwellingId ? place.dwellingId : null;
  const registration =
    told ??
    (separated === true
      ? 'separated'
      : separated === false
        ? 'here'
        : address === undefined
          ? null
          : byAddress());
  function byAddress(): Resident['registration'] {
    if (place?.found === 'dwelling') return elsewhere === null ? 'here' : 'separated';
    const { district } = context.options;
    return district !== undefined && district !== '' && address?.includes(district)
      ? 'separated'
      : 'elsewhere';
  }
  return registration === null
    ? null
    : { registration, registeredDwellingId: registration === 'separated' ? elsewhere : null };
};

const personalOf = (row: RowValues, birth: Birth): Readonly<Record<string, unknown>> => {
  const { birthDate: _date, ...personal } = patchOf(kindOf('residents'), row).personal ?? {};
  return birth.date === null ? personal : { ...personal, birthDate: birth.date };
};

/** For a new record. */
export const newResidentOf = (person: PersonRow, context: PlanContext): NewResident => {
  const { read, facts, dwellingId } = person;
  const registration = registrationOf(read, dwellingId, context);
  const sex = (textOf(read, 'sex') ?? textOf(read, 'idSex')) as Resident['sex'] | undefined;
  return {
    personal: personalOf(read, facts.birth) as Resident['personal'],
    sex,
    birthYear: facts.birth.year ?? undefined,
    since: textOf(read, 'since') ?? null,
    ...registration,
  };
};

/** For one that exists. An unknown sex takes nothing away. */
export const residentPatch = (person: PersonRow, before: Resident, context: PlanContext): Patch => {
  const { read, facts, dwellingId } = person;
  const sex = textOf(read, 'sex');
  const since = textOf(read, 'since');
  // Who lives elsewhere and stays there is registered as seen from there.
  const registration = before.dwellingId === dwellingId ? registrationOf(read, dwellingId, context) : null;
  const named = registration?.registration === 'separated' && registration.registeredDwellingId === null;
  return {
    ...(sex === undefined || sex === '0' || sex === '9' ? {} : { sex }),
    ...(since === undefined ? {} : { since }),
    ...(registration === null
      ? {}
      : named && before.registration === 'separated'
        ? { registration: registration.registration }
        : registration),
    personal: personalOf(read, facts.birth),
  };
};
