/** What a home is: lived in by its owner, let, vacant, a business. An inhabited home is never vacant. */
import type { Dwelling } from '../records/index.ts';
import { reasonOf, refuse } from '../reasons.ts';
import { createDraft } from './draft.ts';
import type { HomeContext } from './home.ts';
import type { Operation } from './operation.ts';

export const setOccupancy: Operation<
  { readonly home: Pick<HomeContext, 'dwelling' | 'residents'> },
  { readonly occupancy: Dwelling['occupancy'] }
> = {
  key: 'setOccupancy',
  title: { zh: '变更居住情况', en: 'Change the occupancy' },
  available: () => true,
  run: ({ home }, { occupancy }, stamp) => {
    const count = home.residents.filter((r) => r.status === 'present').length;
    if (occupancy === 'vacant' && count > 0)
      return refuse(
        reasonOf(
          'dwelling.inhabited',
          `这套房登记有 ${count} 人在住，不能设为空置，请先迁出或注销。`,
          `${count} people are registered in this home, so it is not vacant; move or deregister them first.`,
          'occupancy',
        ),
      );
    const draft = createDraft(stamp);
    draft.update('dwellings', home.dwelling, { occupancy });
    return draft.finish('setOccupancy');
  },
};
