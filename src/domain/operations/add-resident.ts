/** A new person in a household that exists: born, moved in, or not recorded so far. */
import type { Household } from '../records/index.ts';
import { reasonOf, refuse } from '../reasons.ts';
import { createDraft } from './draft.ts';
import { checkComplete, type HomeContext, loadHome, settle } from './home.ts';
import { createResident, type NewResident } from './new-resident.ts';
import type { Operation } from './operation.ts';
import type { Relation } from './relations.ts';

export interface AddResidentInput {
  readonly relation: Relation;
  readonly resident: NewResident;
}

const ended = reasonOf(
  'household.endedAlready',
  '这户已终止，请登记新住户。',
  'This household has ended; register a new household instead.',
);

export const addResident: Operation<
  { readonly home: HomeContext; readonly household: Household },
  AddResidentInput
> = {
  key: 'addResident',
  title: { zh: '登记居民', en: 'Register a resident' },
  available: ({ home, household }) =>
    household.state === 'ended' ? ended : (checkComplete(home)[0] ?? true),
  run: (context, input, stamp) => {
    const available = addResident.available(context);
    if (available !== true) return refuse(available);
    const { home, household } = context;
    const draft = createDraft(stamp);
    loadHome(draft, home);
    createResident(draft, home, household.id, input.relation, input.resident);
    const reasons = settle(draft, {
      joined: [household.id],
      left: [],
      dwellings: [home.dwelling.id],
      on: draft.today,
    });
    return reasons.length > 0 ? refuse(...reasons) : draft.finish('addResident');
  },
};
