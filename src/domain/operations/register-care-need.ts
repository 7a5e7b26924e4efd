/** A person needs care: one active record of each kind. Age decides some kinds. */
import { checkCareAge } from '../checks/care-need.ts';
import type { CareNeed, Resident } from '../records/index.ts';
import { type Reason, reasonOf, refuse } from '../reasons.ts';
import { createDraft, type Fields } from './draft.ts';
import { endOperation } from './end-record.ts';
import { notPresent } from './move-resident.ts';
import type { Operation } from './operation.ts';

export interface CareNeedContext {
  readonly resident: Resident;
  /** All of this person. */
  readonly careNeeds: readonly CareNeed[];
}

export type RegisterCareNeedInput = Pick<Fields<'careNeeds'>, 'kind' | 'level' | 'from'> &
  Partial<Pick<Fields<'careNeeds'>, 'disability' | 'disabilityLevel' | 'until' | 'personal'>>;

const already = reasonOf(
  'careNeed.already',
  '此人已有同类的关爱记录，请更正原有记录，或先终止。',
  'This person already has a care need of this kind; correct that record or end it first.',
  'kind',
);

export const registerCareNeed: Operation<CareNeedContext, RegisterCareNeedInput> = {
  key: 'registerCareNeed',
  title: { zh: '登记关爱对象', en: 'Register a care need' },
  available: ({ resident }) => (resident.status === 'present' ? true : notPresent),
  run: ({ resident, careNeeds }, input, stamp) => {
    if (resident.status !== 'present') return refuse(notPresent);
    const draft = createDraft(stamp);
    const birth = resident.personal.birthDate ?? resident.birthYear;
    const reasons: Reason[] = checkCareAge(input.kind, birth, draft.today);
    if (careNeeds.some((c) => c.state === 'active' && c.kind === input.kind)) reasons.push(already);
    if (reasons.length > 0) return refuse(...reasons);
    draft.create('careNeeds', {
      residentId: resident.id,
      buildingId: resident.buildingId,
      dwellingId: resident.dwellingId,
      kind: input.kind,
      level: input.level,
      disability: input.disability ?? null,
      disabilityLevel: input.disabilityLevel ?? null,
      from: input.from,
      until: input.until ?? null,
      state: 'active',
      personal: input.personal ?? {},
    });
    return draft.finish('registerCareNeed', { kind: input.kind });
  },
};

export const endCareNeed = endOperation('careNeeds', 'endCareNeed', {
  zh: '终止关爱',
  en: 'End a care need',
});
