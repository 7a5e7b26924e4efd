/** A resident's own facts: ID, date of birth, year and sex agree; dates in order; status and registration complete. */
import { fieldName } from '../field-names.ts';
import { today as todayNow } from '../dates.ts';
import type { Resident } from '../records/index.ts';
import { type Reason, reasonOf, reasonsAt } from '../reasons.ts';
import { checkCitizenId } from './citizen-id.ts';
import { checkNotFuture, checkOrder } from './dates.ts';
import { checkPhone } from './phone.ts';

/** Nobody alive was born before. */
const EARLIEST_BIRTH_YEAR = 1890;
const name = (path: string) => fieldName('residents', path);

const checkIdentity = (r: Resident, today: string): Reason[] => {
  const text = r.personal.citizenId;
  if (text === undefined) return [];
  const result = checkCitizenId(text, today);
  if (!result.ok) return reasonsAt('personal.citizenId', result);
  const id = result.value;
  const reasons: Reason[] = [];
  if (id.id18 !== text)
    reasons.push(
      reasonOf(
        'citizenId.form',
        `公民身份号码应存为 18 位大写形式 ${id.id18}，请改正。`,
        `The citizen ID is stored in its 18-character form ${id.id18}; please correct it.`,
        'personal.citizenId',
      ),
    );
  if (r.personal.birthDate !== undefined && r.personal.birthDate !== id.birthDate)
    reasons.push(
      reasonOf(
        'resident.birthDateDiffers',
        `出生日期 ${r.personal.birthDate} 与身份证号中的 ${id.birthDate} 不一致，请核对。`,
        `The date of birth ${r.personal.birthDate} differs from the one in the citizen ID, ${id.birthDate}; check both.`,
        'personal.birthDate',
      ),
    );
  if (r.birthYear !== Number(id.birthDate.slice(0, 4)))
    reasons.push(
      reasonOf(
        'resident.birthYearDiffers',
        `出生年份 ${r.birthYear} 与身份证号中的 ${id.birthDate.slice(0, 4)} 不一致，请核对。`,
        `The year of birth ${r.birthYear} differs from the one in the citizen ID, ${id.birthDate.slice(0, 4)}; check both.`,
        'birthYear',
      ),
    );
  if ((r.sex === '1' || r.sex === '2') && r.sex !== id.sex)
    reasons.push(
      reasonOf(
        'resident.sexDiffers',
        `性别与身份证号不一致：号码第 17 位表示${id.sex === '1' ? '男' : '女'}，请核对。`,
        `The sex differs from the citizen ID, whose 17th digit says ${id.sex === '1' ? 'male' : 'female'}; check both.`,
        'sex',
      ),
    );
  return reasons;
};

const checkStatus = (r: Resident): Reason[] => {
  if (r.status === 'present' && r.leftOn !== null)
    return [
      reasonOf(
        'resident.stillPresent',
        `此人在住，请删去离开日期 ${r.leftOn}，或办理注销。`,
        `The person is present; remove the date of leaving ${r.leftOn}, or deregister the person.`,
        'leftOn',
      ),
    ];
  if (r.status !== 'present' && r.leftOn === null)
    return [
      reasonOf(
        'resident.leftOn',
        r.status === 'died' ? '请填写死亡日期。' : '请填写迁出日期。',
        r.status === 'died' ? 'Fill in the date of death.' : 'Fill in the date of moving away.',
        'leftOn',
      ),
    ];
  return [];
};

const checkRegistration = (r: Resident): Reason[] => {
  if (r.registeredDwellingId === null) return [];
  if (r.registration !== 'separated')
    return [
      reasonOf(
        'resident.registeredHome',
        '只有“人户分离”才填户籍所在住房，请清空此项或更改户籍情况。',
        'Only a person registered elsewhere in the district has another registered home; clear it or change the registration.',
        'registeredDwellingId',
      ),
    ];
  return r.registeredDwellingId === r.dwellingId
    ? [
        reasonOf(
          'resident.registeredHere',
          '户籍所在住房就是现住房，户籍情况应为“人户一致”。',
          'The registered home is the actual home; the registration should be “registered here”.',
          'registration',
        ),
      ]
    : [];
};

export const checkResident = (r: Resident, today: string = todayNow()): Reason[] => {
  const { birthDate, phone } = r.personal;
  const reasons = [
    ...checkIdentity(r, today),
    ...checkStatus(r),
    ...checkRegistration(r),
    ...checkNotFuture(birthDate, name('birthDate'), 'personal.birthDate', today),
    ...checkOrder(r.since, name('since'), r.leftOn, name('leftOn'), 'leftOn'),
    ...checkOrder(birthDate, name('birthDate'), r.since, name('since'), 'since'),
    ...checkOrder(birthDate, name('birthDate'), r.leftOn, name('leftOn'), 'leftOn'),
    ...(phone === undefined ? [] : reasonsAt('personal.phone', checkPhone(phone))),
  ];
  if (r.birthYear < EARLIEST_BIRTH_YEAR || r.birthYear > Number(today.slice(0, 4)))
    reasons.push(
      reasonOf(
        'resident.birthYear',
        `出生年份 ${r.birthYear} 应在 ${EARLIEST_BIRTH_YEAR} 年与今年之间，请核对。`,
        `The year of birth ${r.birthYear} must lie between ${EARLIEST_BIRTH_YEAR} and this year; please check it.`,
        'birthYear',
      ),
    );
  else if (birthDate !== undefined && Number(birthDate.slice(0, 4)) !== r.birthYear)
    reasons.push(
      reasonOf(
        'resident.birthYearDiffers',
        `出生年份 ${r.birthYear} 与出生日期 ${birthDate} 不一致，请核对。`,
        `The year of birth ${r.birthYear} differs from the date of birth ${birthDate}; check both.`,
        'birthYear',
      ),
    );
  return reasons;
};
