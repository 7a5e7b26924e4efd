/** Where in the Party's organisation somebody or something belongs: a member's branch, the body above a body. */
import type { Membership, PartyBody } from '../records/index.ts';
import { reasonOf, refuse } from '../reasons.ts';
import { createDraft } from './draft.ts';
import { endedAlready } from './end-record.ts';
import type { Operation } from './operation.ts';
import { isBranch } from './staff-grid.ts';

export const setMemberBranch: Operation<{ readonly membership: Membership }, { readonly branch: PartyBody }> =
  {
    key: 'setMemberBranch',
    title: { zh: '编入党支部', en: 'Assign to a branch' },
    available: ({ membership }) => (membership.state === 'active' ? true : endedAlready),
    run: ({ membership }, { branch }, stamp) => {
      if (membership.state !== 'active') return refuse(endedAlready);
      if (!isBranch(branch) && branch.level !== 'group')
        return refuse(
          reasonOf(
            'membership.branch',
            '党员须编入党支部，请另选。',
            'A member belongs to a branch; choose another body.',
            'branchId',
          ),
        );
      const draft = createDraft(stamp);
      draft.update('memberships', membership, { branchId: branch.id });
      return draft.finish('setMemberBranch', { branch: branch.name });
    },
  };

export const setParentBody: Operation<
  { readonly body: PartyBody; readonly bodies: readonly PartyBody[] },
  { readonly parent: PartyBody }
> = {
  key: 'setParentBody',
  title: { zh: '指定上级党组织', en: 'Name the body above' },
  available: () => true,
  run: ({ body, bodies }, { parent }, stamp) => {
    const above = new Map(bodies.map(({ id, parentId }) => [id, parentId]));
    // What stands above must not itself stand below.
    const seen = new Set<string>();
    for (
      let here: string | null = parent.id;
      here !== null && !seen.has(here);
      here = above.get(here) ?? null
    ) {
      if (here === body.id)
        return refuse(
          reasonOf(
            'partyBody.round',
            '所选党组织是其下级，不能作为上级，请另选。',
            'The body chosen stands below this one; choose another.',
            'parentId',
          ),
        );
      seen.add(here);
    }
    const draft = createDraft(stamp);
    draft.update('partyBodies', body, { parentId: parent.id });
    return draft.finish('setParentBody', { name: body.name });
  },
};
