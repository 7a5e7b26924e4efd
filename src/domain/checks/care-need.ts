/** Care needs: a disability has its kind and level, nothing else has; age decides some kinds. */
import { ageOn } from '../age.ts';
import { fieldName } from '../field-names.ts';
import type { CareNeed } from '../records/index.ts';
import { type Reason, reasonOf } from '../reasons.ts';
import { checkOrder } from './dates.ts';

const name = (path: string) => fieldName('careNeeds', path);

export const checkCareNeed = (c: CareNeed): Reason[] => {
  const reasons = checkOrder(c.from, name('from'), c.until, name('until'), 'until');
  if (c.kind === 'disabled' && c.disability === null)
    reasons.push(
      reasonOf(
        'careNeed.disabilityMissing',
        '关爱类别为残疾，请选择残疾类别。',
        'The care need is a disability; choose its kind.',
        'disability',
      ),
    );
  if (c.kind !== 'disabled' && (c.disability !== null || c.disabilityLevel !== null))
    reasons.push(
      reasonOf(
        'careNeed.notDisabled',
        '只有“残疾”才填残疾类别和等级，请清空这两项或更改关爱类别。',
        'Only a disability has a kind and a level of disability; clear both or change the kind of care.',
        c.disability !== null ? 'disability' : 'disabilityLevel',
      ),
    );
  return reasons;
};

/** Kinds that an age decides. From a year of birth alone only what is certain is refused. */
export const checkCareAge = (kind: CareNeed['kind'], birth: string | number, on: string): Reason[] => {
  const age = ageOn(birth, on);
  if (kind === 'aged80' && age < 80)
    return [
      reasonOf(
        'careNeed.tooYoung',
        `此人 ${age} 岁，满 80 岁方可登记为高龄，请核对出生日期或类别。`,
        `The person is ${age}; “aged 80+” begins at 80. Check the date of birth or the kind.`,
        'kind',
      ),
    ];
  const surelyAdult = typeof birth === 'number' ? age > 18 : age >= 18;
  if (kind === 'leftBehindChild' && surelyAdult)
    return [
      reasonOf(
        'careNeed.notAChild',
        `此人 ${age} 岁，已成年，不能登记为留守儿童，请核对出生日期或类别。`,
        `The person is ${age}, an adult, and cannot be a left-behind child; check the date of birth or the kind.`,
        'kind',
      ),
    ];
  return [];
};
