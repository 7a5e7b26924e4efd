/** A new household in a home, with its head and whoever else lives there. A vacant home is filled by it. */
import type { Household } from '../records/index.ts';
import { refuse } from '../reasons.ts';
import { createDraft } from './draft.ts';
import { checkComplete, type HomeContext, type LivedIn, loadHome, settle } from './home.ts';
import { createResident, type NewResident } from './new-resident.ts';
import type { Operation } from './operation.ts';
import type { Relation } from './relations.ts';

export interface AddHouseholdInput {
  readonly kind?: Household['kind'] | undefined;
  readonly personal?: Household['personal'] | undefined;
  readonly head: NewResident;
  readonly members?: readonly { readonly relation: Relation; readonly resident: NewResident }[] | undefined;
  /** What a vacant home becomes. */
  readonly occupancy?: LivedIn | undefined;
}

export const addHousehold: Operation<{ readonly home: HomeContext }, AddHouseholdInput> = {
  key: 'addHousehold',
  title: { zh: '登记新住户', en: 'Register a household' },
  available: ({ home }) => checkComplete(home)[0] ?? true,
  run: ({ home }, input, stamp) => {
    const incomplete = checkComplete(home);
    if (incomplete.length > 0) return refuse(...incomplete);
    const draft = createDraft(stamp);
    loadHome(draft, home);
    const household = draft.create('households', {
      buildingId: home.building.id,
      dwellingId: home.dwelling.id,
      kind: input.kind ?? 'family',
      headId: null,
      state: 'active',
      size: 0,
      personal: input.personal ?? {},
    });
    createResident(draft, home, household.id, '02', input.head);
    for (const { relation, resident } of input.members ?? [])
      createResident(draft, home, household.id, relation, resident);
    const reasons = settle(draft, {
      joined: [household.id],
      left: [],
      dwellings: [home.dwelling.id],
      occupancy: input.occupancy,
      on: draft.today,
    });
    return reasons.length > 0 ? refuse(...reasons) : draft.finish('addHousehold');
  },
};
