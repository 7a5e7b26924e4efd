/** Floating population: registering, correcting and ending. */
import { FLOATING_DIRECTION, FLOATING_REASON, PERMIT } from '../../../domain/codes.ts';
import { correctRecord } from '../../../domain/operations/correct-record.ts';
import { endFloating, registerFloating } from '../../../domain/operations/register-floating.ts';
import type { FloatingRegistration } from '../../../domain/records/index.ts';
import type { Words } from '../../../ui/parts/use-words.ts';
import {
  type FieldGroup,
  type FormDef,
  personalOf,
  personalValues,
  textOf,
  textOrNull,
  type Values,
} from '../form-def.ts';
import {
  endGroups,
  endValues,
  from,
  gone,
  type OnPerson,
  type PersonContext,
  until,
  withRecord,
} from './person-record.ts';
import { today } from './shared.ts';

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
