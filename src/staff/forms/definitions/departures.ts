/** Deregistering somebody who moved away or died, and taking that back when it was a mistake. */
import { RELATION, RESIDENT_STATUS } from '../../../domain/codes.ts';
import { deregisterResident } from '../../../domain/operations/deregister-resident.ts';
import { reinstateResident } from '../../../domain/operations/reinstate-resident.ts';
import type { Relation } from '../../../domain/operations/relations.ts';
import { type Field, type FormDef, optionalText, textOf } from '../form-def.ts';
import {
  dateField,
  householdChoices,
  loadResident,
  personChoices,
  presentOf,
  type ResidentForm,
  today,
} from './shared.ts';

const OWN = 'own';

export const deregisterForm: FormDef<ResidentForm, { residentId: string }> = {
  draftKey: ({ residentId }) => `deregister/${residentId}`,
  load: loadResident,
  ends: true,
  title: ({ resident }, { t }) => t('forms.title.deregister', { name: resident.personal.name }),
  note: (_context, _values, { t }) => t('forms.note.deregister'),
  initial: () => ({ status: 'movedAway', on: today(), destination: '', successorId: '' }),
  groups: ({ home, resident }, values, words) => {
    const staying = presentOf(home, resident.householdId).filter(({ id }) => id !== resident.id);
    const isHead = home.households.some(({ headId }) => headId === resident.id);
    const fields: Field[] = [
      {
        kind: 'code',
        path: 'status',
        label: words.t('forms.deregister.reason'),
        codes: { movedAway: RESIDENT_STATUS.movedAway, died: RESIDENT_STATUS.died },
        required: true,
      },
      dateField(words, 'forms.deregister.on'),
    ];
    if (textOf(values, 'status') === 'movedAway')
      fields.push({
        kind: 'text',
        path: 'destination',
        label: words.t('records.resident.destination'),
        wide: true,
      });
    if (isHead && staying.length > 1)
      fields.push({
        kind: 'choice',
        path: 'successorId',
        label: words.t('forms.move.successor'),
        choices: personChoices(staying),
        required: true,
      });
    return [{ title: words.t('forms.group.deregister'), fields }];
  },
  run: ({ home, resident, card }, values, stamp) =>
    deregisterResident.run(
      { home, resident, headships: card.headships },
      {
        status: textOf(values, 'status') === 'died' ? 'died' : 'movedAway',
        on: textOf(values, 'on'),
        destination: optionalText(values, 'destination'),
        successorId: optionalText(values, 'successorId'),
      },
      stamp,
    ),
};

export const reinstateForm: FormDef<ResidentForm, { residentId: string }> = {
  draftKey: ({ residentId }) => `reinstate/${residentId}`,
  load: loadResident,
  title: ({ resident }, { t }) => t('forms.title.reinstate', { name: resident.personal.name }),
  note: (_context, _values, { t }) => t('forms.note.reinstate'),
  initial: ({ home, resident }) => ({
    householdId: home.households.some(({ id, state }) => id === resident.householdId && state === 'active')
      ? resident.householdId
      : OWN,
    relation: '',
    since: resident.since ?? '',
  }),
  groups: ({ home }, values, words) => [
    {
      title: words.t('forms.group.reinstate'),
      fields: [
        {
          kind: 'choice',
          path: 'householdId',
          label: words.t('forms.move.household'),
          choices: [
            { value: OWN, label: words.t('forms.move.ownHousehold') },
            ...householdChoices(home, words),
          ],
          required: true,
          wide: true,
        },
        ...(textOf(values, 'householdId') === OWN
          ? []
          : [
              {
                kind: 'code',
                path: 'relation',
                label: words.t('records.resident.relation'),
                codes: RELATION,
                required: true,
              } as const,
            ]),
        { kind: 'date', path: 'since', label: words.t('records.resident.since') },
      ],
    },
  ],
  run: (context, values, stamp) => {
    const householdId = textOf(values, 'householdId');
    return reinstateResident.run(
      context,
      {
        householdId: householdId === OWN ? null : householdId,
        relation: optionalText(values, 'relation') as Relation | undefined,
        since: optionalText(values, 'since'),
      },
      stamp,
    );
  },
};
