/** Some members become a household of their own (分户), in the same home or in another. Households that rely on assistance keep it. */
import type { Household } from '../records/index.ts';
import { type Reason, reasonOf, refuse } from '../reasons.ts';
import { createDraft } from './draft.ts';
import {
  appointHead,
  checkComplete,
  handOverHead,
  type HomeContext,
  type LivedIn,
  loadHome,
  presentIn,
  settle,
} from './home.ts';
import type { Operation } from './operation.ts';
import { checkEventDate, rehome } from './rehome.ts';
import type { Relations } from './relations.ts';

export interface SplitHouseholdInput {
  /** Who leaves. */
  readonly residentIds: readonly string[];
  /** The head of the new household, one of them. */
  readonly headId: string;
  /** The same home when not given. */
  readonly to?: HomeContext | undefined;
  readonly on: string;
  readonly occupancy?: LivedIn | undefined;
  readonly registrationMoves?: boolean | undefined;
  /** New head of those who stay, when the head leaves. */
  readonly successorId?: string | undefined;
  /** Relations to the new heads, where the old ones do not tell them. */
  readonly relations?: Relations | undefined;
}

const tooFew = reasonOf(
  'split.tooFew',
  '这户只有一人，无法分户；请用迁移。',
  'This household has one member and cannot be split; move the person instead.',
);

const checkLeavers = (memberIds: readonly string[], input: SplitHouseholdInput): Reason[] => {
  const leaving = new Set(input.residentIds);
  const strangers = [...leaving].filter((id) => !memberIds.includes(id)).length;
  if (leaving.size === 0)
    return [
      reasonOf('split.nobody', '请选择分出去的人。', 'Choose who leaves the household.', 'residentIds'),
    ];
  if (strangers > 0)
    return [
      reasonOf(
        'split.stranger',
        `所选的人中有 ${strangers} 人不在这户，请重新选择。`,
        `${strangers} of the people chosen do not belong to this household; choose again.`,
        'residentIds',
      ),
    ];
  if (leaving.size === memberIds.length)
    return [
      reasonOf(
        'split.everybody',
        '不能把全户人都分出去；整户迁移请用“整户迁移”。',
        'Not everybody can leave; to move them all, move the household.',
        'residentIds',
      ),
    ];
  return leaving.has(input.headId)
    ? []
    : [
        reasonOf(
          'split.head',
          '请从分出去的人中选择新户的户主。',
          'Choose the head of the new household among those who leave.',
          'headId',
        ),
      ];
};

export const splitHousehold: Operation<
  { readonly home: HomeContext; readonly household: Household },
  SplitHouseholdInput
> = {
  key: 'splitHousehold',
  title: { zh: '分户', en: 'Split a household' },
  available: ({ home, household }) => (household.size < 2 ? tooFew : (checkComplete(home)[0] ?? true)),
  run: (context, input, stamp) => {
    const available = splitHousehold.available(context);
    if (available !== true) return refuse(available);
    const { home, household } = context;
    const to = input.to ?? home;
    const draft = createDraft(stamp);
    loadHome(draft, home);
    loadHome(draft, to);
    const members = presentIn(draft, household.id);
    const leavers = members.filter((r) => input.residentIds.includes(r.id));
    const reasons = [
      ...checkComplete(to),
      ...checkLeavers(
        members.map((r) => r.id),
        input,
      ),
      ...checkEventDate(input.on, leavers, draft.today),
    ];
    if (reasons.length > 0) return refuse(...reasons);

    const created = draft.create('households', {
      buildingId: to.building.id,
      dwellingId: to.dwelling.id,
      kind: household.kind,
      headId: null,
      state: 'active',
      size: 0,
      personal: {},
    });
    const destination = {
      home: to,
      householdId: created.id,
      on: input.on,
      registrationMoves: input.registrationMoves ?? false,
    };
    const moved = leavers.map((resident) => rehome(draft, resident, destination));
    const head = moved.find((r) => r.id === input.headId);
    if (head) appointHead(draft, created.id, head, input.relations);
    const headless = handOverHead(draft, household.id, input.successorId, input.relations);
    if (headless.length > 0) return refuse(...headless);
    const unsettled = settle(draft, {
      joined: [created.id],
      left: [household.id],
      dwellings: [home.dwelling.id, to.dwelling.id],
      occupancy: input.occupancy,
      on: input.on,
    });
    return unsettled.length > 0
      ? refuse(...unsettled)
      : draft.finish('splitHousehold', { count: leavers.length });
  },
};
