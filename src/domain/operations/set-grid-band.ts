/** How many households a basic grid of the community should have, and where a warning begins. */
import type { HouseholdBand } from '../household-target.ts';
import type { Community } from '../records/index.ts';
import { createDraft } from './draft.ts';
import type { Operation } from './operation.ts';

export const setGridBand: Operation<{ readonly community: Community }, HouseholdBand> = {
  key: 'setGridBand',
  title: { zh: '网格户数标准', en: 'Households a grid should have' },
  available: () => true,
  run: ({ community }, gridBand, stamp) => {
    const draft = createDraft(stamp);
    draft.update('communities', community, { settings: { ...community.settings, gridBand } });
    return draft.finish('setGridBand');
  },
};
