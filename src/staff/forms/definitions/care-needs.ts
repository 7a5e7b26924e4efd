/** Care needs: registering, correcting and ending. */
import { CARE_KIND, CARE_LEVEL, DISABILITY } from '../../../domain/codes.ts';
import { correctRecord } from '../../../domain/operations/correct-record.ts';
import { endCareNeed, registerCareNeed } from '../../../domain/operations/register-care-need.ts';
import type { CareNeed } from '../../../domain/records/index.ts';
import {
  type FormDef,
  numberOrNull,
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
  withRecord,
} from './person-record.ts';
import { today } from './shared.ts';

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
