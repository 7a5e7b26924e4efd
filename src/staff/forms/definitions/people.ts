/** Registering somebody new, and correcting what is recorded of a person. */
import { RELATION } from '../../../domain/codes.ts';
import { addHousehold } from '../../../domain/operations/add-household.ts';
import { addResident } from '../../../domain/operations/add-resident.ts';
import { correctRecord } from '../../../domain/operations/correct-record.ts';
import type { HomeContext } from '../../../domain/operations/home.ts';
import type { Relation } from '../../../domain/operations/relations.ts';
import type { Resident } from '../../../domain/records/index.ts';
import type { Words } from '../../../ui/parts/use-words.ts';
import { type Field, type FormDef, optionalText, personalOf, textOf, textOrNull } from '../form-def.ts';
import {
  headName,
  type HouseholdForm,
  loadHome,
  loadHousehold,
  loadResident,
  newPersonValues,
  newResidentOf,
  occupancyField,
  occupancyOf,
  personGroups,
  type ResidentForm,
  residentValues,
} from './shared.ts';

const HEADS = ['01', '02'];
const relationField = (words: Words): Field => ({
  kind: 'code',
  path: 'relation',
  label: words.t('records.resident.relation'),
  codes: Object.fromEntries(Object.entries(RELATION).filter(([code]) => !HEADS.includes(code))),
  required: true,
});

export const addResidentForm: FormDef<HouseholdForm, { householdId: string }> = {
  draftKey: ({ householdId }) => `addResident/${householdId}`,
  load: loadHousehold,
  title: (_context, { t }) => t('forms.title.addResident'),
  note: ({ home, household }, _values, { t }) =>
    t('forms.note.addResident', { name: headName(home, household) }),
  initial: () => ({ ...newPersonValues, relation: '' }),
  groups: (_context, _values, words) => {
    const [identity, ...rest] = personGroups(words);
    return identity ? [{ ...identity, fields: [relationField(words), ...identity.fields] }, ...rest] : rest;
  },
  run: (context, values, stamp) =>
    addResident.run(
      context,
      { relation: textOf(values, 'relation') as Relation, resident: newResidentOf(values) },
      stamp,
    ),
};

export const addHouseholdForm: FormDef<{ home: HomeContext }, { dwellingId: string }> = {
  draftKey: ({ dwellingId }) => `addHousehold/${dwellingId}`,
  load: async ({ dwellingId }) => {
    const home = await loadHome(dwellingId);
    return home && { home };
  },
  title: (_context, { t }) => t('forms.title.addHousehold'),
  note: (_context, _values, { t }) => t('forms.note.addHousehold'),
  initial: () => ({ ...newPersonValues, kind: 'family', occupancy: '', bookletNo: '' }),
  groups: (_context, _values, words) => [
    {
      title: words.t('forms.group.household'),
      fields: [
        {
          kind: 'choice',
          path: 'kind',
          label: words.t('records.household.kind'),
          required: true,
          choices: [
            { value: 'family', label: words.t('records.household.family') },
            { value: 'collective', label: words.t('records.household.collective') },
          ],
        },
        occupancyField(words),
        { kind: 'text', path: 'bookletNo', label: words.t('records.household.bookletNo') },
      ],
    },
    ...personGroups(words).map((group, at) =>
      at === 0 ? { ...group, title: words.t('forms.group.head') } : group,
    ),
  ],
  run: (context, values, stamp) => {
    const bookletNo = optionalText(values, 'bookletNo');
    return addHousehold.run(
      context,
      {
        kind: textOf(values, 'kind') === 'collective' ? 'collective' : 'family',
        personal: bookletNo ? { bookletNo } : {},
        head: newResidentOf(values),
        occupancy: occupancyOf(values),
      },
      stamp,
    );
  },
};

export const editResidentForm: FormDef<ResidentForm, { residentId: string }> = {
  draftKey: ({ residentId }) => `editResident/${residentId}`,
  load: loadResident,
  title: ({ resident }, { t }) => t('forms.title.editResident', { name: resident.personal.name }),
  initial: ({ resident }) => ({ ...residentValues(resident), relation: resident.relation }),
  groups: ({ resident }, _values, words) => {
    const groups = personGroups(words);
    const [identity, ...rest] = groups;
    if (!identity || HEADS.includes(resident.relation)) return groups;
    return [{ ...identity, fields: [...identity.fields, relationField(words)] }, ...rest];
  },
  run: ({ resident }, values, stamp) =>
    correctRecord('residents').run(
      { before: resident },
      {
        ...resident,
        relation: textOf(values, 'relation') as Relation,
        sex: textOf(values, 'sex') as Resident['sex'],
        registration: textOf(values, 'registration') as Resident['registration'],
        since: textOrNull(values, 'since'),
        personal: personalOf(values) as unknown as Resident['personal'],
      },
      stamp,
    ),
};
