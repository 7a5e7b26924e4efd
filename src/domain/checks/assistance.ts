/** Assistance: approved, then granted; reviewed by category. */
import { addMonths } from '../dates.ts';
import { fieldName } from '../field-names.ts';
import type { Assistance } from '../records/index.ts';
import { type Reason, reasonOf } from '../reasons.ts';
import { checkOrder } from './dates.ts';

/** Months between two reviews: A yearly, B half-yearly, C quarterly. */
export const REVIEW_MONTHS: Readonly<Record<Assistance['category'], number>> = { A: 12, B: 6, C: 3 };

const name = (path: string) => fieldName('assistances', path);

export const checkAssistance = (a: Assistance): Reason[] => {
  const reasons = [
    ...checkOrder(a.from, name('from'), a.until, name('until'), 'until'),
    ...checkOrder(a.approvedOn, name('approvedOn'), a.nextReviewOn, name('nextReviewOn'), 'nextReviewOn'),
  ];
  const account = a.personal.bankAccount;
  if (account !== undefined && /^\d(\.\d+)?e\+?\d{1,2}$/i.test(account.trim()))
    reasons.push(
      reasonOf(
        'bankAccount.scientific',
        `银行账号“${account}”被表格软件改成了科学计数法，末几位已丢失，请重新录入。`,
        `The bank account “${account}” was turned into scientific notation by a spreadsheet; enter it again.`,
        'personal.bankAccount',
      ),
    );
  return reasons;
};

/** When the next review is due after one on the given day. */
export const nextReview = (category: Assistance['category'], reviewedOn: string): string =>
  addMonths(reviewedOn, REVIEW_MONTHS[category]);
