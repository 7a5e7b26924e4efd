/** A member: registering, correcting, ending; and the head of a building. */
import { MEMBER_KIND, MEMBER_MODE, MEMBER_STANDING, POST } from '../../../domain/codes.ts';
import {
  appointBuildingHead,
  dismissBuildingHead,
} from '../../../domain/operations/appoint-building-head.ts';
import { correctRecord } from '../../../domain/operations/correct-record.ts';
import { endMembership, registerMembership } from '../../../domain/operations/register-membership.ts';
import { reasonOf, refuse } from '../../../domain/reasons.ts';
import type {
  Building,
  BuildingHead,
  Membership,
  PartyBody,
  Resident,
} from '../../../domain/records/index.ts';
import { buildingById, usePlaces } from '../../../state/places.ts';
import { interiorOf, type ResidentCard, residentCard } from '../../../storage/index.ts';
import type { Words } from '../../../ui/parts/use-words.ts';
import { all } from '../../whole-table.ts';
import {
  type Choice,
  type FieldGroup,
  type FormDef,
  listOf,
  optionalText,
  personalOf,
  personalValues,
  textOf,
  textOrNull,
  type Values,
} from '../form-def.ts';
import { today } from './shared.ts';

interface Context {
  readonly card: ResidentCard;
  readonly branches: readonly PartyBody[];
  readonly membership: Membership | null;
}
type Arguments = { readonly residentId: string; readonly membershipId?: string };

const load = async ({ residentId, membershipId }: Arguments): Promise<Context | null> => {
  const [card, branches] = await Promise.all([residentCard(residentId), all('partyBodies')]);
  if (!card) return null;
  const membership = card.memberships.find(({ id }) => id === membershipId) ?? null;
  if (membershipId && !membership) return null;
  return { card, branches, membership };
};

const MODE_FIELDS: Readonly<Record<Membership['mode'], readonly string[]>> = {
  direct: ['personInCharge'],
  shared: ['unitName', 'unitContact'],
  joint: ['unitName', 'unitContact', 'contributions'],
  adopted: ['personInCharge', 'contributions'],
  assisted: ['activityCertificateNo', 'flowTo', 'occupation', 'homeBranchContact', 'stateOfMind'],
};

const zoneChoices = (): Choice[] =>
  usePlaces.getState().buildings.map(({ id, name }) => ({ value: id, label: name }));

const groups = ({ branches }: Context, values: Values, { t }: Words): FieldGroup[] => {
  const label = (key: string): string => t(`records.membership.${key}`);
  const mode = textOf(values, 'mode') as Membership['mode'] | '';
  const probationary = textOf(values, 'kind') === 'probationary';
  return [
    {
      title: t('forms.group.membership'),
      fields: [
        { kind: 'code', path: 'mode', label: label('mode'), codes: MEMBER_MODE, required: true },
        { kind: 'code', path: 'kind', label: label('kind'), codes: MEMBER_KIND, required: true },
        { kind: 'date', path: 'joinedOn', label: label('joinedOn'), required: true },
        ...(probationary ? [] : [{ kind: 'date', path: 'fullOn', label: label('fullOn') } as const]),
        {
          kind: 'choice',
          path: 'branchId',
          label: label('branch'),
          choices: branches.map(({ id, name }) => ({ value: id, label: name })),
          wide: true,
        },
        { kind: 'code', path: 'standing', label: label('standing'), codes: MEMBER_STANDING, required: true },
        { kind: 'text', path: 'personal.partyPost', label: label('partyPost') },
        { kind: 'month', path: 'duesPaidTo', label: label('duesPaidTo') },
        { kind: 'date', path: 'lastContactOn', label: label('lastContactOn') },
        { kind: 'date', path: 'outOfContactSince', label: label('outOfContactSince') },
        { kind: 'date', path: 'lastAppraisalOn', label: label('lastAppraisalOn') },
      ],
    },
    {
      title: t('forms.group.duties'),
      fields: [
        { kind: 'codes', path: 'posts', label: label('posts'), codes: POST, wide: true },
        ...(mode === 'direct'
          ? [
              {
                kind: 'choices',
                path: 'zoneBuildingIds',
                label: label('zone'),
                choices: zoneChoices(),
                wide: true,
              } as const,
            ]
          : []),
        ...(mode === '' ? [] : MODE_FIELDS[mode]).map(
          (key) => ({ kind: 'text', path: `personal.${key}`, label: label(key) }) as const,
        ),
        { kind: 'multiline', path: 'personal.notes', label: label('notes'), wide: true },
      ],
    },
  ];
};

const fieldsOf = (values: Values) => ({
  mode: textOf(values, 'mode') as Membership['mode'],
  kind: textOf(values, 'kind') as Membership['kind'],
  joinedOn: textOf(values, 'joinedOn'),
  fullOn: textOf(values, 'kind') === 'probationary' ? null : textOrNull(values, 'fullOn'),
  branchId: textOrNull(values, 'branchId'),
  standing: textOf(values, 'standing') as Membership['standing'],
  duesPaidTo: textOrNull(values, 'duesPaidTo'),
  lastContactOn: textOrNull(values, 'lastContactOn'),
  outOfContactSince: textOrNull(values, 'outOfContactSince'),
  lastAppraisalOn: textOrNull(values, 'lastAppraisalOn'),
  posts: listOf(values, 'posts') as Membership['posts'],
  zoneBuildingIds: listOf(values, 'zoneBuildingIds'),
  personal: personalOf(values) as Membership['personal'],
});

export const membershipForm: FormDef<Context, Arguments> = {
  draftKey: ({ residentId, membershipId }) => `membership/${membershipId ?? residentId}`,
  load,
  title: ({ card, membership }, { t }) =>
    t(membership ? 'forms.title.editMembership' : 'forms.title.addMembership', {
      name: card.resident.personal.name,
    }),
  initial: ({ membership }) =>
    membership
      ? {
          mode: membership.mode,
          kind: membership.kind,
          joinedOn: membership.joinedOn,
          fullOn: membership.fullOn ?? '',
          branchId: membership.branchId ?? '',
          standing: membership.standing,
          duesPaidTo: membership.duesPaidTo ?? '',
          lastContactOn: membership.lastContactOn ?? '',
          outOfContactSince: membership.outOfContactSince ?? '',
          lastAppraisalOn: membership.lastAppraisalOn ?? '',
          posts: membership.posts,
          zoneBuildingIds: membership.zoneBuildingIds,
          ...personalValues(membership.personal),
        }
      : {
          mode: 'direct',
          kind: 'full',
          standing: 'normal',
          joinedOn: '',
          fullOn: '',
          posts: [],
          zoneBuildingIds: [],
        },
  groups,
  run: ({ card, membership }, values, stamp) =>
    membership
      ? correctRecord('memberships').run(
          { before: membership },
          { ...membership, ...fieldsOf(values) },
          stamp,
        )
      : registerMembership.run(
          { resident: card.resident, memberships: card.memberships },
          fieldsOf(values),
          stamp,
        ),
};

export const endMembershipForm: FormDef<Context, Required<Arguments>> = {
  draftKey: ({ membershipId }) => `endMembership/${membershipId}`,
  load,
  ends: true,
  title: ({ card }, { t }) => t('forms.title.endMembership', { name: card.resident.personal.name }),
  note: (_context, _values, { t }) => t('forms.note.endMembership'),
  initial: ({ membership }) => ({ on: today(), standing: membership?.standing ?? 'normal' }),
  groups: (_context, _values, { t }) => [
    {
      title: t('forms.group.end'),
      fields: [
        { kind: 'date', path: 'on', label: t('forms.end.on'), required: true },
        { kind: 'code', path: 'standing', label: t('records.membership.standing'), codes: MEMBER_STANDING },
      ],
    },
  ],
  run: ({ card, membership }, values, stamp) =>
    membership
      ? endMembership.run(
          { membership, headships: card.headships },
          {
            on: textOf(values, 'on'),
            standing: optionalText(values, 'standing') as Membership['standing'] | undefined,
          },
          stamp,
        )
      : refuse(reasonOf('membership.gone', '没有这条党员登记。', 'There is no such membership.')),
};

interface HeadContext {
  readonly building: Building;
  readonly heads: readonly BuildingHead[];
  readonly candidates: readonly {
    readonly membership: Membership;
    readonly resident: Resident | undefined;
  }[];
}

const loadHead = async ({ buildingId }: { buildingId: string }): Promise<HeadContext | null> => {
  const building = buildingById(buildingId);
  if (!building) return null;
  const [interior, heads] = await Promise.all([interiorOf(buildingId), all('buildingHeads')]);
  const people = new Map(interior.residents.map((r) => [r.id, r]));
  return {
    building,
    heads: heads.filter((head) => head.buildingId === buildingId),
    candidates: interior.memberships
      .filter(({ state }) => state === 'active')
      .map((membership) => ({ membership, resident: people.get(membership.residentId) })),
  };
};

export const appointHeadForm: FormDef<HeadContext, { buildingId: string }> = {
  draftKey: ({ buildingId }) => `appointHead/${buildingId}`,
  load: loadHead,
  title: ({ building }, { t }) => t('forms.title.appointHead', { building: building.name }),
  note: ({ heads }, _values, { t }) =>
    t(heads.some((h) => h.until === null) ? 'forms.note.replaceHead' : 'forms.note.appointHead'),
  initial: () => ({ membership: '', from: today() }),
  groups: ({ candidates }, _values, words) => [
    {
      title: words.t('forms.group.buildingHead'),
      fields: [
        {
          kind: 'choice',
          path: 'membership',
          label: words.t('forms.head.member'),
          required: true,
          wide: true,
          choices: candidates.map(({ membership, resident }) => ({
            value: membership.id,
            label: `${resident?.personal.name ?? '—'} · ${words.code(MEMBER_MODE, membership.mode)}`,
          })),
        },
        { kind: 'date', path: 'from', label: words.t('records.buildingHead.from'), required: true },
      ],
    },
  ],
  run: (context, values, stamp) => {
    const chosen = context.candidates.find(
      ({ membership }) => membership.id === textOf(values, 'membership'),
    );
    return chosen
      ? appointBuildingHead.run(
          context,
          { membership: chosen.membership, from: textOf(values, 'from') },
          stamp,
        )
      : refuse(reasonOf('head.nobody', '请选择一名党员。', 'Choose a member.', 'membership'));
  },
};

export const dismissHeadForm: FormDef<HeadContext, { buildingId: string }> = {
  draftKey: ({ buildingId }) => `dismissHead/${buildingId}`,
  load: loadHead,
  ends: true,
  title: ({ building }, { t }) => t('forms.title.dismissHead', { building: building.name }),
  initial: () => ({ until: today() }),
  groups: (_context, _values, { t }) => [
    {
      title: t('forms.group.end'),
      fields: [{ kind: 'date', path: 'until', label: t('records.buildingHead.until'), required: true }],
    },
  ],
  run: ({ building, heads }, values, stamp) => {
    const head = heads.find((one) => one.until === null);
    return head
      ? dismissBuildingHead.run({ building, head }, { until: textOf(values, 'until') }, stamp)
      : refuse(reasonOf('head.none', '这栋楼现在没有楼长。', 'This building has no head at present.'));
  },
};
