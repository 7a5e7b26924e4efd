/** What several forms ask or load alike. */
import { EDUCATION, MARITAL, OCCUPANCY, REGISTRATION, SEX } from '../../../domain/codes.ts';
import { today as dayNow } from '../../../domain/dates.ts';
import type { HomeContext, LivedIn } from '../../../domain/operations/home.ts';
import type { NewResident } from '../../../domain/operations/new-resident.ts';
import type { Household, Resident } from '../../../domain/records/index.ts';
import { dwellingCard, householdCard, residentCard, type ResidentCard } from '../../../storage/index.ts';
import type { Words } from '../../../ui/parts/use-words.ts';
import {
  type Choice,
  type Field,
  type FieldGroup,
  optionalText,
  personalOf,
  personalValues,
  textOf,
  textOrNull,
  type Values,
} from '../form-def.ts';

export const today = (): string => dayNow();

export interface HouseholdForm {
  readonly home: HomeContext;
  readonly household: Household;
  readonly followed?: HomeContext | null;
}
export interface ResidentForm {
  readonly home: HomeContext;
  readonly resident: Resident;
  readonly card: ResidentCard;
  readonly followed?: HomeContext | null;
}

export const loadHome = (dwellingId: string): Promise<HomeContext | null> => dwellingCard(dwellingId);

export const loadHousehold = async ({
  householdId,
}: {
  householdId: string;
}): Promise<HouseholdForm | null> => {
  const card = await householdCard(householdId);
  const home = card && (await dwellingCard(card.dwelling.id));
  return home ? { home, household: card.household } : null;
};

export const loadResident = async ({ residentId }: { residentId: string }): Promise<ResidentForm | null> => {
  const card = await residentCard(residentId);
  const home = card && (await dwellingCard(card.dwelling.id));
  return home ? { home, resident: card.resident, card } : null;
};

export const presentOf = (home: HomeContext, householdId: string): Resident[] =>
  home.residents.filter((r) => r.householdId === householdId && r.status === 'present');

export const personChoices = (people: readonly Resident[]): Choice[] =>
  people.map((r) => ({ value: r.id, label: `${r.personal.name} (${r.birthYear})` }));

export const headName = (home: HomeContext, household: Household): string =>
  home.residents.find((r) => r.id === household.headId)?.personal.name ?? '—';

export const householdChoices = (home: HomeContext, words: Words, except?: string): Choice[] =>
  home.households
    .filter((h) => h.state === 'active' && h.id !== except)
    .map((h) => ({
      value: h.id,
      label: words.t('forms.householdOf', { name: headName(home, h), count: h.size }),
    }));

export const dateField = (words: Words, label: string): Field => ({
  kind: 'date',
  path: 'on',
  label: words.t(label),
  required: true,
});

export const toField = (words: Words): Field => ({
  kind: 'find',
  of: 'dwelling',
  path: 'to',
  label: words.t('forms.move.to'),
  required: true,
  wide: true,
  hint: words.t('forms.move.toHint'),
});

/** Asked only when a vacant home is filled or everybody in it changes. */
export const occupancyField = (words: Words): Field => ({
  kind: 'code',
  path: 'occupancy',
  label: words.t('records.dwelling.occupancy'),
  codes: { owner: OCCUPANCY.owner, let: OCCUPANCY.let },
});
export const occupancyOf = (values: Values): LivedIn | undefined => {
  const chosen = textOf(values, 'occupancy');
  return chosen === 'owner' || chosen === 'let' ? chosen : undefined;
};

export const registrationMovesField = (words: Words): Field => ({
  kind: 'switch',
  path: 'registrationMoves',
  label: words.t('forms.move.registrationMoves'),
});

/** The fields of a person; the same for somebody new and for a correction. */
export const personGroups = (words: Words): FieldGroup[] => {
  const label = (key: string): string => words.t(`records.resident.${key}`);
  return [
    {
      title: words.t('forms.group.identity'),
      fields: [
        { kind: 'text', path: 'personal.name', label: label('name'), required: true },
        {
          kind: 'text',
          path: 'personal.citizenId',
          label: label('citizenId'),
          hint: words.t('forms.hint.citizenId'),
        },
        { kind: 'code', path: 'sex', label: label('sex'), codes: SEX, required: true },
        { kind: 'date', path: 'personal.birthDate', label: label('birthDate') },
        { kind: 'text', path: 'personal.formerName', label: label('formerName') },
        { kind: 'text', path: 'personal.phone', label: label('phone') },
      ],
    },
    {
      title: words.t('forms.group.life'),
      fields: [
        { kind: 'code', path: 'personal.marital', label: label('marital'), codes: MARITAL },
        { kind: 'code', path: 'personal.education', label: label('education'), codes: EDUCATION },
        { kind: 'text', path: 'personal.occupation', label: label('occupation') },
        { kind: 'text', path: 'personal.workplace', label: label('workplace') },
      ],
    },
    {
      title: words.t('forms.group.registration'),
      fields: [
        {
          kind: 'code',
          path: 'registration',
          label: label('registration'),
          codes: REGISTRATION,
          required: true,
        },
        { kind: 'date', path: 'since', label: label('since') },
        { kind: 'text', path: 'personal.registeredAddress', label: label('registeredAddress'), wide: true },
        { kind: 'multiline', path: 'personal.notes', label: label('notes'), wide: true },
      ],
    },
  ];
};

export const newPersonValues: Values = { sex: '', registration: 'here', since: today() };

export const residentValues = (resident: Resident): Values => ({
  sex: resident.sex,
  registration: resident.registration,
  since: resident.since ?? '',
  ...personalValues(resident.personal),
});

/** Sex, year and date of birth follow from a citizen ID when they are left empty: the operation fills them. */
export const newResidentOf = (values: Values): NewResident => {
  const birthDate = optionalText(values, 'personal.birthDate');
  return {
    personal: personalOf(values) as unknown as Resident['personal'],
    sex: (textOf(values, 'sex') || undefined) as Resident['sex'] | undefined,
    birthYear: birthDate ? Number(birthDate.slice(0, 4)) : undefined,
    registration: (textOf(values, 'registration') || undefined) as Resident['registration'] | undefined,
    since: textOrNull(values, 'since'),
  };
};
