/** Correcting a home and a household: what is written on the door and in the booklet, and whether the home is let or vacant. */
import { DWELLING_USE, OCCUPANCY } from '../../../domain/codes.ts';
import { correctRecord } from '../../../domain/operations/correct-record.ts';
import type { HomeContext } from '../../../domain/operations/home.ts';
import { setOccupancy } from '../../../domain/operations/set-occupancy.ts';
import type { Dwelling, Household } from '../../../domain/records/index.ts';
import { type FormDef, numberOrNull, personalOf, personalValues, textOf } from '../form-def.ts';
import { headName, type HouseholdForm, loadHome, loadHousehold } from './shared.ts';

interface HomeForm {
  readonly home: HomeContext;
}
const load = async ({ dwellingId }: { dwellingId: string }): Promise<HomeForm | null> => {
  const home = await loadHome(dwellingId);
  return home && { home };
};

export const editDwellingForm: FormDef<HomeForm, { dwellingId: string }> = {
  draftKey: ({ dwellingId }) => `editDwelling/${dwellingId}`,
  load,
  title: ({ home }, { t }) => t('forms.title.editDwelling', { room: home.dwelling.room }),
  initial: ({ home: { dwelling } }) => ({
    room: dwelling.room,
    use: dwelling.use,
    areaSquareMetres: dwelling.areaSquareMetres,
    rooms: dwelling.rooms,
    ...personalValues(dwelling.personal),
  }),
  groups: (_context, _values, { t }) => [
    {
      title: t('forms.group.dwelling'),
      fields: [
        { kind: 'text', path: 'room', label: t('records.dwelling.room'), required: true },
        { kind: 'code', path: 'use', label: t('records.dwelling.use'), codes: DWELLING_USE, required: true },
        { kind: 'number', path: 'areaSquareMetres', label: t('records.dwelling.areaSquareMetres'), min: 1 },
        { kind: 'number', path: 'rooms', label: t('records.dwelling.rooms'), min: 1, max: 20 },
      ],
    },
    {
      title: t('forms.group.owner'),
      fields: [
        { kind: 'text', path: 'personal.ownerName', label: t('records.dwelling.ownerName') },
        { kind: 'text', path: 'personal.ownerPhone', label: t('records.dwelling.ownerPhone') },
        { kind: 'multiline', path: 'personal.notes', label: t('records.dwelling.notes'), wide: true },
      ],
    },
  ],
  run: ({ home: { dwelling } }, values, stamp) =>
    correctRecord('dwellings').run(
      { before: dwelling },
      {
        ...dwelling,
        room: textOf(values, 'room'),
        use: textOf(values, 'use') as Dwelling['use'],
        areaSquareMetres: numberOrNull(values, 'areaSquareMetres'),
        rooms: numberOrNull(values, 'rooms'),
        personal: personalOf(values) as Dwelling['personal'],
      },
      stamp,
    ),
};

export const setOccupancyForm: FormDef<HomeForm, { dwellingId: string }> = {
  draftKey: ({ dwellingId }) => `setOccupancy/${dwellingId}`,
  load,
  title: ({ home }, { t }) => t('forms.title.setOccupancy', { room: home.dwelling.room }),
  initial: ({ home }) => ({ occupancy: home.dwelling.occupancy }),
  groups: (_context, _values, { t }) => [
    {
      title: t('forms.group.dwelling'),
      fields: [
        {
          kind: 'code',
          path: 'occupancy',
          label: t('records.dwelling.occupancy'),
          codes: OCCUPANCY,
          required: true,
          wide: true,
        },
      ],
    },
  ],
  run: (context, values, stamp) =>
    setOccupancy.run(context, { occupancy: textOf(values, 'occupancy') as Dwelling['occupancy'] }, stamp),
};

export const editHouseholdForm: FormDef<HouseholdForm, { householdId: string }> = {
  draftKey: ({ householdId }) => `editHousehold/${householdId}`,
  load: loadHousehold,
  title: ({ home, household }, { t }) => t('forms.title.editHousehold', { name: headName(home, household) }),
  initial: ({ household }) => ({ kind: household.kind, ...personalValues(household.personal) }),
  groups: (_context, _values, { t }) => [
    {
      title: t('forms.group.household'),
      fields: [
        {
          kind: 'choice',
          path: 'kind',
          label: t('records.household.kind'),
          required: true,
          choices: [
            { value: 'family', label: t('records.household.family') },
            { value: 'collective', label: t('records.household.collective') },
          ],
        },
        { kind: 'text', path: 'personal.bookletNo', label: t('records.household.bookletNo') },
        { kind: 'text', path: 'personal.phone', label: t('records.household.phone') },
        { kind: 'multiline', path: 'personal.notes', label: t('records.household.notes'), wide: true },
      ],
    },
  ],
  run: ({ household }, values, stamp) =>
    correctRecord('households').run(
      { before: household },
      {
        ...household,
        kind: textOf(values, 'kind') as Household['kind'],
        personal: personalOf(values) as Household['personal'],
      },
      stamp,
    ),
};
