/** Assistance to a household: registering, correcting and ending. */
import { ASSISTANCE_CATEGORY, ASSISTANCE_KIND } from '../../../domain/codes.ts';
import { correctRecord } from '../../../domain/operations/correct-record.ts';
import { endAssistance, registerAssistance } from '../../../domain/operations/register-assistance.ts';
import type { Assistance } from '../../../domain/records/index.ts';
import { householdCard, type HouseholdCard } from '../../../storage/index.ts';
import {
  type FormDef,
  numberOrNull,
  personalOf,
  personalValues,
  textOf,
  textOrNull,
  type Values,
} from '../form-def.ts';
import { endGroups, endValues, from, gone, until } from './person-record.ts';
import { personChoices, today } from './shared.ts';

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
