/** What is registered about a person or a household: floating, assistance, care needs; each registered, corrected and ended. */
import {
  ASSISTANCE_CATEGORY,
  ASSISTANCE_KIND,
  CARE_KIND,
  CARE_LEVEL,
  DISABILITY,
  FLOATING_DIRECTION,
  FLOATING_REASON,
  PERMIT,
} from '../../../domain/codes.ts';
import { correctRecord } from '../../../domain/operations/correct-record.ts';
import { endAssistance, registerAssistance } from '../../../domain/operations/register-assistance.ts';
import { endCareNeed, registerCareNeed } from '../../../domain/operations/register-care-need.ts';
import { endFloating, registerFloating } from '../../../domain/operations/register-floating.ts';
import { reasonOf, refuse } from '../../../domain/reasons.ts';
import type { Assistance, CareNeed, FloatingRegistration } from '../../../domain/records/index.ts';
import {
  householdCard,
  type HouseholdCard,
  type ResidentCard,
  residentCard,
} from '../../../storage/index.ts';
import type { Words } from '../../../ui/parts/use-words.ts';
import {
  type FieldGroup,
  type FormDef,
  numberOrNull,
  personalOf,
  personalValues,
  textOf,
  textOrNull,
  type Values,
} from '../form-def.ts';
import { personChoices, today } from './shared.ts';

const gone = refuse(reasonOf('record.gone', '这条记录已不存在。', 'This record is no longer there.'));
const from = (label: string) => ({ kind: 'date', path: 'from', label, required: true }) as const;
const until = (label: string) => ({ kind: 'date', path: 'until', label }) as const;

interface PersonContext {
  readonly card: ResidentCard;
}
type OnPerson = { readonly residentId: string; readonly recordId?: string };
const loadPerson = async ({ residentId }: OnPerson): Promise<PersonContext | null> => {
  const card = await residentCard(residentId);
  return card && { card };
};
const withRecord =
  <R extends { readonly id: string }>(pick: (card: ResidentCard) => readonly R[]) =>
  async (args: OnPerson): Promise<(PersonContext & { readonly record: R | null }) | null> => {
    const context = await loadPerson(args);
    const record = context && (pick(context.card).find(({ id }) => id === args.recordId) ?? null);
    return context && (args.recordId === undefined || record) ? { ...context, record } : null;
  };

const floatingGroups = (_context: unknown, values: Values, { t }: Words): FieldGroup[] => {
  const label = (key: string): string => t(`records.floating.${key}`);
  const inflow = textOf(values, 'direction') !== 'out';
  return [
    {
      title: t('forms.group.floating'),
      fields: [
        {
          kind: 'code',
          path: 'direction',
          label: label('direction'),
          codes: FLOATING_DIRECTION,
          required: true,
        },
        { kind: 'code', path: 'reason', label: label('reason'), codes: FLOATING_REASON, required: true },
        from(label(inflow ? 'fromIn' : 'fromOut')),
        until(label('until')),
        { kind: 'text', path: 'personal.place', label: label(inflow ? 'placeIn' : 'placeOut'), wide: true },
        { kind: 'text', path: 'personal.employer', label: label('employer'), wide: true },
      ],
    },
    ...(inflow
      ? [
          {
            title: t('forms.group.permit'),
            fields: [
              { kind: 'code', path: 'permit', label: label('permit'), codes: PERMIT, required: true },
              { kind: 'text', path: 'personal.permitNo', label: label('permitNo') },
              { kind: 'date', path: 'permitFrom', label: label('permitFrom') },
              { kind: 'date', path: 'endorsedOn', label: label('endorsedOn') },
              { kind: 'text', path: 'personal.landlordName', label: label('landlordName') },
              { kind: 'text', path: 'personal.landlordPhone', label: label('landlordPhone') },
            ] as const,
          },
        ]
      : []),
    {
      title: t('forms.group.notes'),
      fields: [{ kind: 'multiline', path: 'personal.notes', label: label('notes'), wide: true }],
    },
  ];
};

const floatingFields = (values: Values) => ({
  direction: textOf(values, 'direction') as FloatingRegistration['direction'],
  reason: textOf(values, 'reason') as FloatingRegistration['reason'],
  from: textOf(values, 'from'),
  until: textOrNull(values, 'until'),
  permit: (textOf(values, 'permit') || 'none') as FloatingRegistration['permit'],
  permitFrom: textOrNull(values, 'permitFrom'),
  endorsedOn: textOrNull(values, 'endorsedOn'),
  personal: personalOf(values) as FloatingRegistration['personal'],
});

export const floatingForm: FormDef<
  PersonContext & { readonly record: FloatingRegistration | null },
  OnPerson
> = {
  draftKey: ({ residentId, recordId }) => `floating/${recordId ?? residentId}`,
  load: withRecord((card) => card.floating),
  title: ({ card, record }, { t }) =>
    t(record ? 'forms.title.editFloating' : 'forms.title.addFloating', { name: card.resident.personal.name }),
  initial: ({ record }) =>
    record
      ? {
          direction: record.direction,
          reason: record.reason,
          from: record.from,
          until: record.until ?? '',
          permit: record.permit,
          permitFrom: record.permitFrom ?? '',
          endorsedOn: record.endorsedOn ?? '',
          ...personalValues(record.personal),
        }
      : { direction: 'in', reason: '', from: today(), until: '', permit: 'none' },
  groups: floatingGroups,
  run: ({ card, record }, values, stamp) =>
    record
      ? correctRecord('floatingRegistrations').run(
          { before: record },
          { ...record, ...floatingFields(values) },
          stamp,
        )
      : registerFloating.run(
          { resident: card.resident, floating: card.floating },
          floatingFields(values),
          stamp,
        ),
};

const careFields = (values: Values) => ({
  kind: textOf(values, 'kind') as CareNeed['kind'],
  level: textOf(values, 'level') as CareNeed['level'],
  disability: textOrNull(values, 'disability') as CareNeed['disability'],
  disabilityLevel: numberOrNull(values, 'disabilityLevel'),
  from: textOf(values, 'from'),
  until: textOrNull(values, 'until'),
  personal: personalOf(values) as CareNeed['personal'],
});

export const careNeedForm: FormDef<PersonContext & { readonly record: CareNeed | null }, OnPerson> = {
  draftKey: ({ residentId, recordId }) => `careNeed/${recordId ?? residentId}`,
  load: withRecord((card) => card.careNeeds),
  title: ({ card, record }, { t }) =>
    t(record ? 'forms.title.editCareNeed' : 'forms.title.addCareNeed', { name: card.resident.personal.name }),
  initial: ({ record }) =>
    record
      ? {
          kind: record.kind,
          level: record.level,
          disability: record.disability ?? '',
          disabilityLevel: record.disabilityLevel,
          from: record.from,
          until: record.until ?? '',
          ...personalValues(record.personal),
        }
      : { kind: '', level: 'medium', disability: '', disabilityLevel: null, from: today(), until: '' },
  groups: (_context, values, { t }) => {
    const label = (key: string): string => t(`records.careNeed.${key}`);
    const disabled = textOf(values, 'kind') === 'disabled';
    return [
      {
        title: t('forms.group.care'),
        fields: [
          { kind: 'code', path: 'kind', label: label('kind'), codes: CARE_KIND, required: true },
          { kind: 'code', path: 'level', label: label('level'), codes: CARE_LEVEL, required: true },
          ...(disabled
            ? ([
                {
                  kind: 'code',
                  path: 'disability',
                  label: label('disability'),
                  codes: DISABILITY,
                  required: true,
                },
                {
                  kind: 'number',
                  path: 'disabilityLevel',
                  label: label('disabilityLevel'),
                  min: 1,
                  max: 4,
                  required: true,
                },
              ] as const)
            : []),
          from(label('from')),
          { kind: 'text', path: 'personal.certificateNo', label: label('certificateNo') },
          { kind: 'text', path: 'personal.contactName', label: label('contactName') },
          { kind: 'text', path: 'personal.contactPhone', label: label('contactPhone') },
          { kind: 'text', path: 'personal.helperName', label: label('helperName') },
          { kind: 'multiline', path: 'personal.notes', label: label('notes'), wide: true },
        ],
      },
    ];
  },
  run: ({ card, record }, values, stamp) => {
    const kept = careFields(values);
    const fields = kept.kind === 'disabled' ? kept : { ...kept, disability: null, disabilityLevel: null };
    return record
      ? correctRecord('careNeeds').run({ before: record }, { ...record, ...fields }, stamp)
      : registerCareNeed.run({ resident: card.resident, careNeeds: card.careNeeds }, fields, stamp);
  },
};

type OnHousehold = { readonly householdId: string; readonly recordId?: string };
interface AssistanceForm {
  readonly card: HouseholdCard;
  readonly record: Assistance | null;
}

const assistanceFields = (values: Values) => ({
  kind: textOf(values, 'kind') as Assistance['kind'],
  category: textOf(values, 'category') as Assistance['category'],
  residentId: textOrNull(values, 'residentId'),
  approvedOn: textOf(values, 'approvedOn'),
  from: textOf(values, 'from'),
  until: textOrNull(values, 'until'),
  personsCovered: numberOrNull(values, 'personsCovered') ?? 0,
  personal: personalOf(values) as Assistance['personal'],
});

const loadAssistance = async ({ householdId, recordId }: OnHousehold): Promise<AssistanceForm | null> => {
  const card = await householdCard(householdId);
  const record = card?.assistances.find(({ id }) => id === recordId) ?? null;
  return card && (recordId === undefined || record) ? { card, record } : null;
};

export const assistanceForm: FormDef<AssistanceForm, OnHousehold> = {
  draftKey: ({ householdId, recordId }) => `assistance/${recordId ?? householdId}`,
  load: loadAssistance,
  title: ({ card, record }, { t }) =>
    t(record ? 'forms.title.editAssistance' : 'forms.title.addAssistance', {
      name: card.head?.personal.name ?? '—',
    }),
  initial: ({ card, record }) =>
    record
      ? {
          kind: record.kind,
          category: record.category,
          residentId: record.residentId ?? '',
          approvedOn: record.approvedOn,
          from: record.from,
          until: record.until ?? '',
          personsCovered: record.personsCovered,
          ...personalValues(record.personal),
        }
      : {
          kind: 'lowIncome',
          category: '',
          residentId: '',
          approvedOn: today(),
          from: today(),
          until: '',
          personsCovered: card.household.size,
        },
  groups: ({ card }, _values, { t }) => {
    const label = (key: string): string => t(`records.assistance.${key}`);
    return [
      {
        title: t('forms.group.assistance'),
        fields: [
          { kind: 'code', path: 'kind', label: label('kind'), codes: ASSISTANCE_KIND, required: true },
          {
            kind: 'code',
            path: 'category',
            label: label('category'),
            codes: ASSISTANCE_CATEGORY,
            required: true,
          },
          { kind: 'date', path: 'approvedOn', label: label('approvedOn'), required: true },
          from(label('from')),
          until(label('until')),
          { kind: 'number', path: 'personsCovered', label: label('personsCovered'), min: 1, required: true },
          {
            kind: 'choice',
            path: 'residentId',
            label: t('forms.assistance.person'),
            choices: personChoices(card.residents.filter((r) => r.status === 'present')),
            wide: true,
          },
          { kind: 'number', path: 'personal.monthlyYuan', label: label('monthlyYuan'), min: 0 },
          { kind: 'text', path: 'personal.certificateNo', label: label('certificateNo') },
          { kind: 'text', path: 'personal.bankAccount', label: label('bankAccount') },
          { kind: 'text', path: 'personal.reason', label: label('reason') },
          { kind: 'text', path: 'personal.helperName', label: label('helperName') },
          { kind: 'text', path: 'personal.helperPhone', label: label('helperPhone') },
          { kind: 'multiline', path: 'personal.notes', label: label('notes'), wide: true },
        ],
      },
    ];
  },
  run: ({ card, record }, values, stamp) =>
    record
      ? correctRecord('assistances').run(
          { before: record },
          { ...record, ...assistanceFields(values) },
          stamp,
        )
      : registerAssistance.run(
          { household: card.household, residents: card.residents, assistances: card.assistances },
          assistanceFields(values),
          stamp,
        ),
};

const endGroups = (_context: unknown, _values: Values, { t }: Words): FieldGroup[] => [
  {
    title: t('forms.group.end'),
    fields: [{ kind: 'date', path: 'until', label: t('forms.end.on'), required: true }],
  },
];
const endValues = (): Values => ({ until: today() });

export const endFloatingForm: FormDef<
  PersonContext & { readonly record: FloatingRegistration | null },
  Required<OnPerson>
> = {
  draftKey: ({ recordId }) => `endFloating/${recordId}`,
  load: withRecord((card) => card.floating),
  ends: true,
  title: ({ card }, { t }) => t('forms.title.endFloating', { name: card.resident.personal.name }),
  initial: endValues,
  groups: endGroups,
  run: ({ record }, values, stamp) =>
    record ? endFloating.run({ record }, { until: textOf(values, 'until') }, stamp) : gone,
};
export const endCareNeedForm: FormDef<
  PersonContext & { readonly record: CareNeed | null },
  Required<OnPerson>
> = {
  draftKey: ({ recordId }) => `endCareNeed/${recordId}`,
  load: withRecord((card) => card.careNeeds),
  ends: true,
  title: ({ card }, { t }) => t('forms.title.endCareNeed', { name: card.resident.personal.name }),
  initial: endValues,
  groups: endGroups,
  run: ({ record }, values, stamp) =>
    record ? endCareNeed.run({ record }, { until: textOf(values, 'until') }, stamp) : gone,
};
export const endAssistanceForm: FormDef<AssistanceForm, Required<OnHousehold>> = {
  draftKey: ({ recordId }) => `endAssistance/${recordId}`,
  load: loadAssistance,
  ends: true,
  title: ({ card }, { t }) => t('forms.title.endAssistance', { name: card.head?.personal.name ?? '—' }),
  initial: endValues,
  groups: endGroups,
  run: ({ record }, values, stamp) =>
    record ? endAssistance.run({ record }, { until: textOf(values, 'until') }, stamp) : gone,
};
