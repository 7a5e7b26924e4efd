/** Assistance to a household or to one of its members; one low-income allowance a household; reviewed by category. */
import { nextReview } from '../checks/assistance.ts';
import type { Assistance, Household, Resident } from '../records/index.ts';
import { type Reason, reasonOf, refuse } from '../reasons.ts';
import { createDraft, type Fields } from './draft.ts';
import { endedAlready, endOperation } from './end-record.ts';
import { emptyHousehold } from './move-household.ts';
import type { Operation } from './operation.ts';
import { checkEventDate } from './rehome.ts';

export interface AssistanceContext {
  readonly household: Household;
  /** Members of the household. */
  readonly residents: readonly Resident[];
  /** All of the household and its members. */
  readonly assistances: readonly Assistance[];
}

export type RegisterAssistanceInput = Pick<
  Fields<'assistances'>,
  'kind' | 'category' | 'approvedOn' | 'from' | 'personsCovered'
> &
  Partial<Pick<Fields<'assistances'>, 'residentId' | 'until' | 'nextReviewOn' | 'personal'>>;

const inputReasons = (
  { household, residents, assistances }: AssistanceContext,
  input: RegisterAssistanceInput,
): Reason[] => {
  const reasons: Reason[] = [];
  if (input.kind === 'lowIncome' && assistances.some((a) => a.state === 'active' && a.kind === 'lowIncome'))
    reasons.push(
      reasonOf(
        'assistance.already',
        '这户已享受低保，请更正原有记录，或先终止。',
        'This household already has a low-income allowance; correct that record or end it first.',
        'kind',
      ),
    );
  if (input.personsCovered > household.size)
    reasons.push(
      reasonOf(
        'assistance.persons',
        `保障人数 ${input.personsCovered} 多于这户的 ${household.size} 人，请核对。`,
        `${input.personsCovered} persons covered is more than the ${household.size} of this household; please check.`,
        'personsCovered',
      ),
    );
  const residentId = input.residentId ?? null;
  if (residentId !== null && !residents.some((r) => r.id === residentId && r.status === 'present'))
    reasons.push(
      reasonOf(
        'assistance.stranger',
        '所选的人不在这户，请重新选择。',
        'The person chosen does not belong to this household; choose again.',
        'residentId',
      ),
    );
  return reasons;
};

export const registerAssistance: Operation<AssistanceContext, RegisterAssistanceInput> = {
  key: 'registerAssistance',
  title: { zh: '登记救助', en: 'Register assistance' },
  available: ({ household }) => (household.size === 0 ? emptyHousehold : true),
  run: (context, input, stamp) => {
    const { household } = context;
    const reasons = household.size === 0 ? [emptyHousehold] : inputReasons(context, input);
    if (reasons.length > 0) return refuse(...reasons);
    const draft = createDraft(stamp);
    draft.create('assistances', {
      householdId: household.id,
      residentId: input.residentId ?? null,
      buildingId: household.buildingId,
      dwellingId: household.dwellingId,
      kind: input.kind,
      category: input.category,
      approvedOn: input.approvedOn,
      from: input.from,
      until: input.until ?? null,
      personsCovered: input.personsCovered,
      nextReviewOn:
        input.nextReviewOn ??
        (input.kind === 'lowIncome' ? nextReview(input.category, input.approvedOn) : null),
      state: 'active',
      personal: input.personal ?? {},
    });
    return draft.finish('registerAssistance', { kind: input.kind });
  },
};

export const endAssistance = endOperation('assistances', 'endAssistance', {
  zh: '终止救助',
  en: 'End assistance',
});

/** A review on a day: the category may change, and the next review follows from it. */
export const reviewAssistance: Operation<
  { readonly record: Assistance },
  { readonly on: string; readonly category: Assistance['category'] }
> = {
  key: 'reviewAssistance',
  title: { zh: '复核救助', en: 'Review assistance' },
  available: ({ record }) => (record.state === 'ended' ? endedAlready : true),
  run: ({ record }, { on, category }, stamp) => {
    if (record.state === 'ended') return refuse(endedAlready);
    const draft = createDraft(stamp);
    const reasons = checkEventDate(on, [], draft.today);
    if (reasons.length > 0) return refuse(...reasons);
    draft.update('assistances', record, { category, nextReviewOn: nextReview(category, on) });
    return draft.finish('reviewAssistance', { category });
  },
};
