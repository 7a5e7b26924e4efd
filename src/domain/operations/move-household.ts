/** A whole household to another home of the community: one edit, and everything of its members goes with them. */
import type { Household } from '../records/index.ts';
import { type Reason, reasonOf, refuse } from '../reasons.ts';
import { createDraft, type Draft } from './draft.ts';
import { checkComplete, type HomeContext, type LivedIn, loadHome, presentIn, settle } from './home.ts';
import type { Operation } from './operation.ts';
import { checkEventDate, rehome, rehomeAssistance } from './rehome.ts';

export interface MoveHouseholdInput {
  readonly to: HomeContext;
  readonly on: string;
  readonly occupancy?: LivedIn | undefined;
  /** The 户籍 of all members moves as well. */
  readonly registrationMoves?: boolean | undefined;
}

export const emptyHousehold = reasonOf(
  'household.empty',
  '这户已无人在住，没有可以办理的居民。',
  'Nobody is present in this household, so there is nobody to do this for.',
);
export const sameHome = reasonOf(
  'move.sameHome',
  '目标住房就是现在的住房，请另选一套。',
  'The destination is the present home; choose another.',
  'to',
);

/** The move itself, within a draft that knows both homes. */
export const carryHousehold = (
  draft: Draft,
  from: HomeContext,
  household: Household,
  input: MoveHouseholdInput,
): Reason[] => {
  const destination = {
    home: input.to,
    householdId: household.id,
    on: input.on,
    registrationMoves: input.registrationMoves ?? false,
  };
  draft.update('households', household, {
    buildingId: input.to.building.id,
    dwellingId: input.to.dwelling.id,
  });
  for (const member of presentIn(draft, household.id)) rehome(draft, member, destination);
  rehomeAssistance(draft, household.id, destination);
  return settle(draft, {
    joined: [],
    left: [household.id],
    dwellings: [from.dwelling.id, input.to.dwelling.id],
    occupancy: input.occupancy,
    on: input.on,
  });
};

export const moveHousehold: Operation<
  { readonly home: HomeContext; readonly household: Household },
  MoveHouseholdInput
> = {
  key: 'moveHousehold',
  title: { zh: '整户迁移', en: 'Move a household' },
  available: ({ home, household }) =>
    household.size === 0 ? emptyHousehold : (checkComplete(home)[0] ?? true),
  run: (context, input, stamp) => {
    const available = moveHousehold.available(context);
    if (available !== true) return refuse(available);
    const { home, household } = context;
    if (input.to.dwelling.id === home.dwelling.id) return refuse(sameHome);
    const draft = createDraft(stamp);
    loadHome(draft, home);
    loadHome(draft, input.to);
    const reasons = [
      ...checkComplete(input.to),
      ...checkEventDate(input.on, presentIn(draft, household.id), draft.today),
    ];
    if (reasons.length > 0) return refuse(...reasons);
    const unsettled = carryHousehold(draft, home, household, input);
    return unsettled.length > 0
      ? refuse(...unsettled)
      : draft.finish('moveHousehold', { count: household.size });
  },
};
