/** Organisations: registering one in a home's rooms, correcting, closing; and visits. */
import { ORGANISATION_KIND, VISIT_KIND, VISIT_RESULT } from '../../../domain/codes.ts';
import { correctRecord } from '../../../domain/operations/correct-record.ts';
import { closeOrganisation, registerOrganisation } from '../../../domain/operations/register-organisation.ts';
import { registerVisit } from '../../../domain/operations/register-visit.ts';
import type { Dwelling, Organisation, PartyBody, Visit } from '../../../domain/records/index.ts';
import { dwellingCard, type DwellingCard, interiorOf, organisation } from '../../../storage/index.ts';
import type { Words } from '../../../ui/parts/use-words.ts';
import { all } from '../../whole-table.ts';
import {
  type Choice,
  type FieldGroup,
  type FormDef,
  listOf,
  numberOrNull,
  personalOf,
  personalValues,
  textOf,
  textOrNull,
  type Values,
} from '../form-def.ts';
import { loadResident, type ResidentForm, today } from './shared.ts';

const groups = (bodyChoices: readonly Choice[], words: Words): FieldGroup[] => {
  const label = (key: string): string => words.t(`records.organisation.${key}`);
  return [
    {
      title: words.t('forms.group.organisation'),
      fields: [
        { kind: 'text', path: 'name', label: label('name'), required: true, wide: true },
        { kind: 'code', path: 'kind', label: label('kind'), codes: ORGANISATION_KIND, required: true },
        { kind: 'text', path: 'creditCode', label: label('creditCode') },
        { kind: 'text', path: 'industry', label: label('industry') },
        { kind: 'number', path: 'staffCount', label: label('staffCount'), min: 0 },
        { kind: 'choice', path: 'partyBodyId', label: label('partyBody'), choices: bodyChoices },
        { kind: 'date', path: 'since', label: label('since') },
      ],
    },
    {
      title: words.t('forms.group.contact'),
      fields: [
        { kind: 'text', path: 'personal.representative', label: label('representative') },
        { kind: 'text', path: 'personal.contactName', label: label('contactName') },
        { kind: 'text', path: 'personal.contactPhone', label: label('contactPhone') },
        { kind: 'multiline', path: 'personal.notes', label: label('notes'), wide: true },
      ],
    },
  ];
};

const choicesOf = (list: readonly PartyBody[]): Choice[] =>
  list.map(({ id, name }) => ({ value: id, label: name }));

const fieldsOf = (values: Values) => ({
  name: textOf(values, 'name'),
  kind: textOf(values, 'kind') as Organisation['kind'],
  creditCode: textOrNull(values, 'creditCode'),
  industry: textOf(values, 'industry'),
  staffCount: numberOrNull(values, 'staffCount'),
  partyBodyId: textOrNull(values, 'partyBodyId'),
  since: textOrNull(values, 'since'),
  personal: personalOf(values) as Organisation['personal'],
});

interface AddContext {
  readonly buildingId: string;
  readonly dwellings: readonly Dwelling[];
  readonly bodies: readonly PartyBody[];
  readonly chosen: readonly string[];
}

const loadRooms = async (ids: readonly string[]): Promise<DwellingCard[]> =>
  (await Promise.all(ids.map((id) => dwellingCard(id)))).filter((card) => card !== null);

export const addOrganisationForm: FormDef<AddContext, { buildingId: string; dwellingId?: string }> = {
  draftKey: ({ buildingId, dwellingId }) => `addOrganisation/${dwellingId ?? buildingId}`,
  load: async ({ buildingId, dwellingId }) => ({
    buildingId,
    dwellings: (await interiorOf(buildingId)).dwellings,
    bodies: await all('partyBodies'),
    chosen: dwellingId ? [dwellingId] : [],
  }),
  title: (_context, { t }) => t('forms.title.addOrganisation'),
  initial: ({ chosen }) => ({
    name: '',
    kind: 'soleTrader',
    since: today(),
    staffCount: null,
    dwellingIds: chosen,
  }),
  groups: (context, _values, words) => [
    ...groups(choicesOf(context.bodies), words),
    {
      title: words.t('forms.group.rooms'),
      fields: [
        {
          kind: 'choices',
          path: 'dwellingIds',
          label: words.t('forms.organisation.rooms'),
          choices: context.dwellings.map((d) => ({ value: d.id, label: words.home(d) })),
          wide: true,
        },
      ],
    },
  ],
  run: async ({ buildingId }, values, stamp) =>
    registerOrganisation.run(
      { buildingId, rooms: await loadRooms(listOf(values, 'dwellingIds')) },
      fieldsOf(values),
      stamp,
    ),
};

interface EditContext {
  readonly organisation: Organisation;
  readonly bodies: readonly PartyBody[];
  readonly rooms: readonly DwellingCard[];
}
const loadOne = async ({ organisationId }: { organisationId: string }): Promise<EditContext | null> => {
  const card = await organisation(organisationId);
  return (
    card && {
      organisation: card.organisation,
      bodies: await all('partyBodies'),
      rooms: await loadRooms(card.organisation.dwellingIds),
    }
  );
};

export const editOrganisationForm: FormDef<EditContext, { organisationId: string }> = {
  draftKey: ({ organisationId }) => `editOrganisation/${organisationId}`,
  load: loadOne,
  title: (context, { t }) => t('forms.title.editOrganisation', { name: context.organisation.name }),
  initial: ({ organisation: o }) => ({
    name: o.name,
    kind: o.kind,
    creditCode: o.creditCode ?? '',
    industry: o.industry,
    staffCount: o.staffCount,
    partyBodyId: o.partyBodyId ?? '',
    since: o.since ?? '',
    ...personalValues(o.personal),
  }),
  groups: (context, _values, words) => groups(choicesOf(context.bodies), words),
  run: ({ organisation: before }, values, stamp) =>
    correctRecord('organisations').run({ before }, { ...before, ...fieldsOf(values) }, stamp),
};

export const closeOrganisationForm: FormDef<EditContext, { organisationId: string }> = {
  draftKey: ({ organisationId }) => `closeOrganisation/${organisationId}`,
  load: loadOne,
  ends: true,
  title: (context, { t }) => t('forms.title.closeOrganisation', { name: context.organisation.name }),
  initial: () => ({ until: today() }),
  groups: (_context, _values, { t }) => [
    {
      title: t('forms.group.end'),
      fields: [{ kind: 'date', path: 'until', label: t('forms.end.on'), required: true }],
    },
  ],
  run: (context, values, stamp) => closeOrganisation.run(context, { until: textOf(values, 'until') }, stamp),
};

export const visitForm: FormDef<ResidentForm, { residentId: string }> = {
  draftKey: ({ residentId }) => `visit/${residentId}`,
  load: loadResident,
  title: ({ resident }, { t }) => t('forms.title.visit', { name: resident.personal.name }),
  initial: () => ({ kind: 'care', on: today(), result: 'well', nextOn: '' }),
  groups: (_context, _values, { t }) => [
    {
      title: t('forms.group.visit'),
      fields: [
        { kind: 'code', path: 'kind', label: t('records.visit.kind'), codes: VISIT_KIND, required: true },
        { kind: 'date', path: 'on', label: t('records.visit.on'), required: true },
        {
          kind: 'code',
          path: 'result',
          label: t('records.visit.result'),
          codes: VISIT_RESULT,
          required: true,
        },
        { kind: 'date', path: 'nextOn', label: t('records.visit.nextOn') },
        { kind: 'text', path: 'personal.visitor', label: t('records.visit.visitor') },
        { kind: 'multiline', path: 'personal.notes', label: t('records.visit.notes'), wide: true },
      ],
    },
  ],
  run: ({ resident }, values, stamp) =>
    registerVisit.run(
      {
        buildingId: resident.buildingId,
        dwellingId: resident.dwellingId,
        householdId: resident.householdId,
        residentId: resident.id,
      },
      {
        kind: textOf(values, 'kind') as Visit['kind'],
        on: textOf(values, 'on'),
        result: textOf(values, 'result') as Visit['result'],
        nextOn: textOrNull(values, 'nextOn'),
        personal: personalOf(values) as Visit['personal'],
      },
      stamp,
    ),
};
