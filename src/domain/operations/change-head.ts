/** Another member becomes head of the household; the relations follow, and may be given where the old ones do not tell them. */
import type { Household } from '../records/index.ts';
import { reasonOf, refuse } from '../reasons.ts';
import { createDraft } from './draft.ts';
import { appointHead, checkComplete, type HomeContext, loadHome, presentIn, settle } from './home.ts';
import type { Operation } from './operation.ts';
import type { Relations } from './relations.ts';

export interface ChangeHeadInput {
  readonly headId: string;
  readonly relations?: Relations | undefined;
}

const alone = reasonOf(
  'household.alone',
  '这户只有一人，此人就是户主。',
  'This household has one member, who is its head.',
);

export const changeHead: Operation<
  { readonly home: HomeContext; readonly household: Household },
  ChangeHeadInput
> = {
  key: 'changeHead',
  title: { zh: '变更户主', en: 'Change the head of a household' },
  available: ({ home, household }) => (household.size < 2 ? alone : (checkComplete(home)[0] ?? true)),
  run: (context, input, stamp) => {
    const available = changeHead.available(context);
    if (available !== true) return refuse(available);
    const { home, household } = context;
    const draft = createDraft(stamp);
    loadHome(draft, home);
    const head = presentIn(draft, household.id).find((r) => r.id === input.headId);
    if (!head)
      return refuse(
        reasonOf(
          'household.stranger',
          '所选的人不在这户，请重新选择。',
          'The person chosen does not belong to this household; choose again.',
          'headId',
        ),
      );
    if (head.id !== household.headId) appointHead(draft, household.id, head, input.relations);
    else
      for (const member of presentIn(draft, household.id)) {
        const relation = input.relations?.[member.id];
        if (relation && member.id !== head.id) draft.update('residents', member, { relation });
      }
    const reasons = settle(draft, { joined: [household.id], left: [], dwellings: [], on: draft.today });
    return reasons.length > 0 ? refuse(...reasons) : draft.finish('changeHead');
  },
};
