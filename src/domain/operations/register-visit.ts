/** A visit to a home, a household or a person, and when the next one is due. */
import { refuse } from '../reasons.ts';
import { createDraft, type Fields } from './draft.ts';
import type { Operation } from './operation.ts';
import { checkEventDate } from './rehome.ts';

export interface VisitContext {
  readonly buildingId: string;
  readonly dwellingId: string | null;
  readonly householdId?: string | null | undefined;
  readonly residentId?: string | null | undefined;
  readonly matterId?: string | null | undefined;
}

export type RegisterVisitInput = Pick<Fields<'visits'>, 'kind' | 'on' | 'result'> &
  Partial<Pick<Fields<'visits'>, 'nextOn' | 'personal'>>;

export const registerVisit: Operation<VisitContext, RegisterVisitInput> = {
  key: 'registerVisit',
  title: { zh: '登记走访', en: 'Record a visit' },
  available: () => true,
  run: (context, input, stamp) => {
    const draft = createDraft(stamp);
    const reasons = checkEventDate(input.on, [], draft.today);
    if (reasons.length > 0) return refuse(...reasons);
    draft.create('visits', {
      kind: input.kind,
      householdId: context.householdId ?? null,
      residentId: context.residentId ?? null,
      matterId: context.matterId ?? null,
      buildingId: context.buildingId,
      dwellingId: context.dwellingId,
      on: input.on,
      result: input.result,
      nextOn: input.nextOn ?? null,
      personal: input.personal ?? {},
    });
    return draft.finish('registerVisit', { kind: input.kind });
  },
};
