/** One household is taken into another (并户); what was granted to it goes along, and it ends. */
import type { Household } from '../records/index.ts';
import { reasonOf, refuse } from '../reasons.ts';
import { createDraft } from './draft.ts';
import { checkComplete, type HomeContext, type LivedIn, loadHome, presentIn, settle } from './home.ts';
import { emptyHousehold } from './move-household.ts';
import type { Operation } from './operation.ts';
import { checkEventDate, rehome, rehomeAssistance } from './rehome.ts';
import type { Relations } from './relations.ts';

export interface MergeHouseholdsInput {
  /** The household that is taken in, and its home when that is another one. */
  readonly household: Household;
  readonly from?: HomeContext | undefined;
  readonly on: string;
  /** Of those who join, to the head; 其他亲属 where nothing is given. */
  readonly relations?: Relations | undefined;
  readonly occupancy?: LivedIn | undefined;
  readonly registrationMoves?: boolean | undefined;
}

/** The context's household is the one that stays. */
export const mergeHouseholds: Operation<
  { readonly home: HomeContext; readonly household: Household },
  MergeHouseholdsInput
> = {
  key: 'mergeHouseholds',
  title: { zh: '并户', en: 'Merge households' },
  available: ({ home, household }) =>
    household.size === 0 ? emptyHousehold : (checkComplete(home)[0] ?? true),
  run: (context, input, stamp) => {
    const available = mergeHouseholds.available(context);
    if (available !== true) return refuse(available);
    const { home, household } = context;
    const from = input.from ?? home;
    const draft = createDraft(stamp);
    loadHome(draft, home);
    loadHome(draft, from);
    const joining = presentIn(draft, input.household.id);
    if (input.household.id === household.id)
      return refuse(
        reasonOf(
          'merge.itself',
          '一户不能与自己合并，请另选一户。',
          'A household cannot be merged with itself; choose another.',
          'household',
        ),
      );
    if (joining.length === 0) return refuse({ ...emptyHousehold, field: 'household' });
    const reasons = [...checkComplete(from), ...checkEventDate(input.on, joining, draft.today)];
    if (reasons.length > 0) return refuse(...reasons);

    const destination = {
      home,
      householdId: household.id,
      on: input.on,
      registrationMoves: input.registrationMoves ?? false,
    };
    for (const resident of joining) {
      const moved = rehome(draft, resident, destination);
      draft.update('residents', moved, { relation: input.relations?.[resident.id] ?? '97' });
    }
    rehomeAssistance(draft, input.household.id, destination);
    const unsettled = settle(draft, {
      joined: [household.id],
      left: [input.household.id],
      dwellings: [home.dwelling.id, from.dwelling.id],
      occupancy: input.occupancy,
      on: input.on,
    });
    return unsettled.length > 0
      ? refuse(...unsettled)
      : draft.finish('mergeHouseholds', { count: joining.length });
  },
};
