/** A resident is recorded as a Party member, managed in one of five ways; at most one active membership a person. */
import { checkJoiningAge } from '../checks/membership.ts';
import type { BuildingHead, Membership, Resident } from '../records/index.ts';
import { type Reason, reasonOf, refuse } from '../reasons.ts';
import { later } from '../dates.ts';
import { createDraft, type Fields } from './draft.ts';
import { endedAlready } from './end-record.ts';
import { notPresent } from './move-resident.ts';
import type { Operation } from './operation.ts';
import { checkEventDate } from './rehome.ts';

export interface MembershipContext {
  readonly resident: Resident;
  /** All of this person. */
  readonly memberships: readonly Membership[];
}

type Placed = 'residentId' | 'buildingId' | 'dwellingId' | 'state';
/** What is not given is unknown or none. */
export type RegisterMembershipInput = Pick<Fields<'memberships'>, 'mode' | 'kind' | 'joinedOn'> &
  Partial<Omit<Fields<'memberships'>, Placed>>;

const already = reasonOf(
  'membership.already',
  '此人已登记为党员，请更正原有记录，或先终止。',
  'This person is already recorded as a member; correct that record or end it first.',
);

export const registerMembership: Operation<MembershipContext, RegisterMembershipInput> = {
  key: 'registerMembership',
  title: { zh: '登记党员', en: 'Register a Party member' },
  available: ({ resident, memberships }) => {
    if (resident.status !== 'present') return notPresent;
    return memberships.some((m) => m.state === 'active') ? already : true;
  },
  run: (context, input, stamp) => {
    const available = registerMembership.available(context);
    if (available !== true) return refuse(available);
    const { resident } = context;
    const reasons: Reason[] = checkJoiningAge(
      input.joinedOn,
      resident.personal.birthDate ?? resident.birthYear,
    );
    if (reasons.length > 0) return refuse(...reasons);
    const draft = createDraft(stamp);
    draft.create('memberships', {
      residentId: resident.id,
      buildingId: resident.buildingId,
      dwellingId: resident.dwellingId,
      mode: input.mode,
      kind: input.kind,
      standing: input.standing ?? 'normal',
      branchId: input.branchId ?? null,
      joinedOn: input.joinedOn,
      fullOn: input.fullOn ?? null,
      outOfContactSince: input.outOfContactSince ?? null,
      duesPaidTo: input.duesPaidTo ?? null,
      lastContactOn: input.lastContactOn ?? null,
      lastAppraisalOn: input.lastAppraisalOn ?? null,
      posts: input.posts ?? [],
      zoneBuildingIds: input.zoneBuildingIds ?? [],
      state: 'active',
      personal: input.personal ?? {},
    });
    return draft.finish('registerMembership', { mode: input.mode });
  },
};

/** The member belongs elsewhere from now on; buildings the member was head of are without one. */
export const endMembership: Operation<
  { readonly membership: Membership; readonly headships: readonly BuildingHead[] },
  { readonly on: string; readonly standing?: Membership['standing'] | undefined }
> = {
  key: 'endMembership',
  title: { zh: '终止党员登记', en: 'End a membership' },
  available: ({ membership }) => (membership.state === 'ended' ? endedAlready : true),
  run: ({ membership, headships }, { on, standing }, stamp) => {
    if (membership.state === 'ended') return refuse(endedAlready);
    const draft = createDraft(stamp);
    const reasons = checkEventDate(on, [], draft.today);
    if (reasons.length > 0) return refuse(...reasons);
    draft.update('memberships', membership, { state: 'ended', standing: standing ?? membership.standing });
    for (const head of headships)
      if (head.membershipId === membership.id && (head.until === null || head.until > on))
        draft.update('buildingHeads', head, { until: later(on, head.from) });
    return draft.finish('endMembership');
  },
};
