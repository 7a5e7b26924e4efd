/** Floating population: residence registration from the first day, residence permit from half a year, endorsed yearly. */
import { addMonths } from '../dates.ts';
import { fieldName } from '../field-names.ts';
import type { FloatingRegistration } from '../records/index.ts';
import { type Reason, reasonOf } from '../reasons.ts';
import { checkOrder } from './dates.ts';

/** 居住证 from half a year of residence. */
export const PERMIT_AFTER_MONTHS = 6;
const name = (path: string) => fieldName('floatingRegistrations', path);

const checkPermit = (f: FloatingRegistration): Reason[] => {
  if (f.direction === 'out' && f.permit !== 'none')
    return [
      reasonOf(
        'floating.outflow',
        '流出人员不在本地办理居住证件，请将居住证件改为“未办理”。',
        'A person who left takes no permit here; set the permit to “none”.',
        'permit',
      ),
    ];
  if (f.permit === 'none')
    return f.permitFrom === null
      ? []
      : [
          reasonOf(
            'floating.noPermit',
            `未办理居住证件，请删去签发日期 ${f.permitFrom}。`,
            `There is no permit; remove its date ${f.permitFrom}.`,
            'permitFrom',
          ),
        ];
  if (f.permit !== 'residencePermit') return [];
  if (f.permitFrom === null)
    return [
      reasonOf(
        'floating.permitDate',
        '已办理居住证，请填写签发日期。',
        'There is a residence permit; fill in its date.',
        'permitFrom',
      ),
    ];
  const earliest = addMonths(f.from, PERMIT_AFTER_MONTHS);
  return f.permitFrom >= earliest
    ? []
    : [
        reasonOf(
          'floating.halfYear',
          `居住满半年（${earliest} 起）方可办理居住证，签发日期为 ${f.permitFrom}；不满半年请选“居住登记”。`,
          `A residence permit needs half a year of residence (from ${earliest}); the date is ${f.permitFrom}. Choose “residence registration” until then.`,
          'permitFrom',
        ),
      ];
};

export const checkFloating = (f: FloatingRegistration): Reason[] => {
  const reasons = [
    ...checkOrder(f.from, name('from'), f.until, name('until'), 'until'),
    ...checkOrder(f.from, name('from'), f.permitFrom, name('permitFrom'), 'permitFrom'),
    ...checkOrder(f.permitFrom, name('permitFrom'), f.endorsedOn, name('endorsedOn'), 'endorsedOn'),
    ...checkPermit(f),
  ];
  if (f.endorsedOn !== null && f.permit !== 'residencePermit')
    reasons.push(
      reasonOf(
        'floating.endorsement',
        `只有居住证需要签注，请删去签注日期 ${f.endorsedOn}，或将证件改为居住证。`,
        `Only a residence permit is endorsed; remove ${f.endorsedOn} or make the permit a residence permit.`,
        'endorsedOn',
      ),
    );
  return reasons;
};

/** The day by which a residence permit must be endorsed again; null when there is nothing to endorse. */
export const endorsementDueOn = (f: FloatingRegistration): string | null => {
  if (f.state !== 'active' || f.permit !== 'residencePermit') return null;
  const last = f.endorsedOn ?? f.permitFrom;
  return last === null ? null : addMonths(last, 12);
};
