/** Party membership: joined, then full; none while probationary; of age when joining. */
import { addYears } from '../dates.ts';
import { fieldName } from '../field-names.ts';
import type { Membership } from '../records/index.ts';
import { type Reason, reasonOf } from '../reasons.ts';
import { checkOrder } from './dates.ts';

export const JOINING_AGE_YEARS = 18;
const name = (path: string) => fieldName('memberships', path);

export const checkMembership = (m: Membership): Reason[] => {
  const reasons = checkOrder(m.joinedOn, name('joinedOn'), m.fullOn, name('fullOn'), 'fullOn');
  if (m.kind === 'probationary' && m.fullOn !== null)
    reasons.push(
      reasonOf(
        'membership.probationary',
        `预备党员没有转正日期，请删去 ${m.fullOn}，或将类别改为正式党员。`,
        `A probationary member has no date of full membership; remove ${m.fullOn} or make the kind “full”.`,
        'fullOn',
      ),
    );
  if (m.standing === 'outOfContact' && m.outOfContactSince === null)
    reasons.push(
      reasonOf(
        'membership.outOfContact',
        '党籍状态为失联，请填写失联起始日期。',
        'The standing is “out of contact”; fill in since when.',
        'outOfContactSince',
      ),
    );
  if (m.standing !== 'outOfContact' && m.outOfContactSince !== null)
    reasons.push(
      reasonOf(
        'membership.inContact',
        `党籍状态不是失联，请删去失联起始日期 ${m.outOfContactSince}。`,
        `The standing is not “out of contact”; remove the date ${m.outOfContactSince}.`,
        'outOfContactSince',
      ),
    );
  if (m.duesPaidTo !== null && m.duesPaidTo < m.joinedOn.slice(0, 7))
    reasons.push(
      reasonOf(
        'membership.dues',
        `党费缴至 ${m.duesPaidTo}，早于入党日期 ${m.joinedOn}，请核对。`,
        `Dues are paid to ${m.duesPaidTo}, before the date of joining ${m.joinedOn}; check both.`,
        'duesPaidTo',
      ),
    );
  return reasons;
};

/** At least 18 when joining. From a year of birth alone only what is certain is refused. */
export const checkJoiningAge = (joinedOn: string, birth: string | number): Reason[] => {
  const ofAge =
    typeof birth === 'number' ? `${birth + JOINING_AGE_YEARS}-01-01` : addYears(birth, JOINING_AGE_YEARS);
  if (joinedOn >= ofAge) return [];
  return [
    reasonOf(
      'membership.age',
      `入党日期 ${joinedOn} 时未满 ${JOINING_AGE_YEARS} 周岁（${birth} 出生），请核对两个日期。`,
      `On joining (${joinedOn}) the person, born ${birth}, was not yet ${JOINING_AGE_YEARS}; check both dates.`,
      'joinedOn',
    ),
  ];
};
