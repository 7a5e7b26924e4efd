/** Moving within the community, and households parting, joining and changing their head. */
import { RELATION } from '../../../domain/codes.ts';
import { changeHead } from '../../../domain/operations/change-head.ts';
import type { HomeContext } from '../../../domain/operations/home.ts';
import { mergeHouseholds } from '../../../domain/operations/merge-households.ts';
import { moveHousehold } from '../../../domain/operations/move-household.ts';
import { moveResident } from '../../../domain/operations/move-resident.ts';
import type { Relation } from '../../../domain/operations/relations.ts';
import { splitHousehold } from '../../../domain/operations/split-household.ts';
import { reasonOf, refuse } from '../../../domain/reasons.ts';
import type { Words } from '../../../ui/parts/use-words.ts';
import { type Field, type FormDef, listOf, optionalText, textOf, type Values } from '../form-def.ts';
import {
  dateField,
  headName,
  householdChoices,
  type HouseholdForm,
  loadHome,
  loadHousehold,
  loadResident,
  occupancyField,
  occupancyOf,
  personChoices,
  presentOf,
  registrationMovesField,
  type ResidentForm,
  today,
  toField,
} from './shared.ts';

const OWN = 'own';
const follow = { path: 'to', load: loadHome };

const noDestination = reasonOf(
  'move.noDestination',
  '请选择迁往的住房。',
  'Choose the home to move to.',
  'to',
);
const moveValues: Values = { to: '', on: today(), occupancy: '', registrationMoves: true };

const shared = (values: Values) => ({
  on: textOf(values, 'on'),
  occupancy: occupancyOf(values),
  registrationMoves: values['registrationMoves'] === true,
});

const successorField = (
  home: HomeContext,
  householdId: string,
  leaving: readonly string[],
  words: Words,
): Field[] => {
  const staying = presentOf(home, householdId).filter(({ id }) => !leaving.includes(id));
  const head = home.households.find(({ id }) => id === householdId)?.headId;
  if (!head || !leaving.includes(head) || staying.length < 2) return [];
  return [
    {
      kind: 'choice',
      path: 'successorId',
      label: words.t('forms.move.successor'),
      choices: personChoices(staying),
      required: true,
    },
  ];
};

export const moveResidentForm: FormDef<ResidentForm, { residentId: string }> = {
  draftKey: ({ residentId }) => `moveResident/${residentId}`,
  load: loadResident,
  follow,
  title: ({ resident }, { t }) => t('forms.title.moveResident', { name: resident.personal.name }),
  note: (_context, _values, { t }) => t('forms.note.move'),
  initial: () => ({ ...moveValues, householdId: OWN, relation: '', successorId: '' }),
  groups: ({ home, resident, followed }, values, words) => {
    const choices = followed ? householdChoices(followed, words, resident.householdId) : [];
    const joins = textOf(values, 'householdId') !== OWN;
    const fields: Field[] = [
      toField(words),
      dateField(words, 'forms.move.on'),
      {
        kind: 'choice',
        path: 'householdId',
        label: words.t('forms.move.household'),
        required: true,
        choices: [{ value: OWN, label: words.t('forms.move.ownHousehold') }, ...choices],
      },
      ...(joins
        ? [
            {
              kind: 'code',
              path: 'relation',
              label: words.t('records.resident.relation'),
              codes: RELATION,
              required: true,
            } as const,
          ]
        : []),
      ...successorField(home, resident.householdId, [resident.id], words),
      occupancyField(words),
      registrationMovesField(words),
    ];
    return [{ title: words.t('forms.group.move'), fields }];
  },
  run: (context, values, stamp) => {
    if (!context.followed) return refuse(noDestination);
    const householdId = textOf(values, 'householdId');
    return moveResident.run(
      context,
      {
        ...shared(values),
        to: context.followed,
        householdId: householdId === OWN ? null : householdId,
        relation: optionalText(values, 'relation') as Relation | undefined,
        successorId: optionalText(values, 'successorId'),
      },
      stamp,
    );
  },
};

export const moveHouseholdForm: FormDef<HouseholdForm, { householdId: string }> = {
  draftKey: ({ householdId }) => `moveHousehold/${householdId}`,
  load: loadHousehold,
  follow,
  title: ({ home, household }, { t }) => t('forms.title.moveHousehold', { name: headName(home, household) }),
  note: ({ household }, _values, { t }) => t('forms.note.moveHousehold', { count: household.size }),
  initial: () => moveValues,
  groups: (_context, _values, words) => [
    {
      title: words.t('forms.group.move'),
      fields: [
        toField(words),
        dateField(words, 'forms.move.on'),
        occupancyField(words),
        registrationMovesField(words),
      ],
    },
  ],
  run: (context, values, stamp) =>
    context.followed
      ? moveHousehold.run(context, { ...shared(values), to: context.followed }, stamp)
      : refuse(noDestination),
};

export const splitHouseholdForm: FormDef<HouseholdForm, { householdId: string }> = {
  draftKey: ({ householdId }) => `splitHousehold/${householdId}`,
  load: loadHousehold,
  follow,
  title: ({ home, household }, { t }) => t('forms.title.splitHousehold', { name: headName(home, household) }),
  note: (_context, _values, { t }) => t('forms.note.split'),
  initial: () => ({ ...moveValues, residentIds: [], headId: '', successorId: '', registrationMoves: false }),
  groups: ({ home, household }, values, words) => {
    const leaving = listOf(values, 'residentIds');
    const present = presentOf(home, household.id);
    const to = toField(words);
    return [
      {
        title: words.t('forms.group.split'),
        fields: [
          {
            kind: 'choices',
            path: 'residentIds',
            label: words.t('forms.split.leaving'),
            choices: personChoices(present),
            required: true,
            wide: true,
          },
          {
            kind: 'choice',
            path: 'headId',
            label: words.t('forms.split.head'),
            choices: personChoices(present.filter(({ id }) => leaving.includes(id))),
            required: true,
          },
          ...successorField(home, household.id, leaving, words),
        ],
      },
      {
        title: words.t('forms.group.move'),
        fields: [
          { ...to, required: false, hint: words.t('forms.split.toHint') },
          dateField(words, 'forms.split.on'),
          occupancyField(words),
          registrationMovesField(words),
        ],
      },
    ];
  },
  run: (context, values, stamp) =>
    splitHousehold.run(
      context,
      {
        ...shared(values),
        residentIds: listOf(values, 'residentIds'),
        headId: textOf(values, 'headId'),
        to: context.followed ?? undefined,
        successorId: optionalText(values, 'successorId'),
      },
      stamp,
    ),
};

export const mergeHouseholdsForm: FormDef<HouseholdForm, { householdId: string }> = {
  draftKey: ({ householdId }) => `mergeHouseholds/${householdId}`,
  load: loadHousehold,
  follow: { path: 'from', load: loadHome },
  title: ({ home, household }, { t }) =>
    t('forms.title.mergeHouseholds', { name: headName(home, household) }),
  note: (_context, _values, { t }) => t('forms.note.merge'),
  initial: () => ({ ...moveValues, from: '', mergedId: '', registrationMoves: false }),
  groups: ({ home, household, followed }, _values, words) => [
    {
      title: words.t('forms.group.merge'),
      fields: [
        {
          kind: 'find',
          of: 'dwelling',
          path: 'from',
          label: words.t('forms.merge.from'),
          hint: words.t('forms.merge.fromHint'),
          wide: true,
        },
        {
          kind: 'choice',
          path: 'mergedId',
          label: words.t('forms.merge.household'),
          choices: householdChoices(followed ?? home, words, household.id),
          required: true,
        },
        dateField(words, 'forms.merge.on'),
        registrationMovesField(words),
      ],
    },
  ],
  run: (context, values, stamp) => {
    const source = context.followed ?? context.home;
    const merged = source.households.find(({ id }) => id === textOf(values, 'mergedId'));
    if (!merged)
      return refuse(
        reasonOf('merge.nothing', '请选择要并入的户。', 'Choose the household to take in.', 'mergedId'),
      );
    return mergeHouseholds.run(
      context,
      { ...shared(values), household: merged, from: context.followed ?? undefined },
      stamp,
    );
  },
};

export const changeHeadForm: FormDef<HouseholdForm, { householdId: string }> = {
  draftKey: ({ householdId }) => `changeHead/${householdId}`,
  load: loadHousehold,
  title: (_context, { t }) => t('forms.title.changeHead'),
  initial: () => ({ headId: '' }),
  groups: ({ home, household }, _values, words) => [
    {
      title: words.t('forms.group.head'),
      fields: [
        {
          kind: 'choice',
          path: 'headId',
          label: words.t('forms.head.new'),
          choices: personChoices(presentOf(home, household.id).filter(({ id }) => id !== household.headId)),
          required: true,
          wide: true,
          hint: words.t('forms.head.hint'),
        },
      ],
    },
  ],
  run: (context, values, stamp) => {
    const headId = textOf(values, 'headId');
    return headId === ''
      ? refuse(reasonOf('head.nobody', '请选择新户主。', 'Choose the new head.', 'headId'))
      : changeHead.run(context, { headId }, stamp);
  },
};
