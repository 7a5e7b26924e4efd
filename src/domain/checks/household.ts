/** A household has exactly one head, and the relations of its members to the head agree with sex and age. */
import type { Resident } from '../records/index.ts';
import { type Reason, reasonOf } from '../reasons.ts';

const because = (code: string, zh: string, en: string): Reason =>
  reasonOf(`household.${code}`, zh, en, 'relation');

const isPresent = (resident: Resident): boolean => resident.status === 'present';
const nameOf = (resident: Resident): string => resident.personal.name;
const namesOf = (residents: readonly Resident[], separator: string): string =>
  residents.map(nameOf).join(separator);

/** The head: the one member with relation 02, else the one with 01; null when there is none or more than one. */
export const headOf = (residents: readonly Resident[]): Resident | null => {
  const present = residents.filter(isPresent);
  const heads = present.filter((r) => r.relation === '02');
  const found = heads.length > 0 ? heads : present.filter((r) => r.relation === '01');
  return found.length === 1 ? (found[0] ?? null) : null;
};

/** Exactly one head. An empty household needs none. */
export const checkHead = (residents: readonly Resident[]): Reason[] => {
  const present = residents.filter(isPresent);
  if (present.length === 0 || headOf(present)) return [];
  const heads = present.filter((r) => r.relation === '02');
  const claimants = heads.length > 0 ? heads : present.filter((r) => r.relation === '01');
  if (claimants.length === 0)
    return [
      because(
        'noHead',
        `这户有 ${present.length} 人，但没有户主，请将其中一人的与户主关系设为“户主”。`,
        `This household of ${present.length} has no head; set the relation of one member to “head”.`,
      ),
    ];
  return [
    because(
      'twoHeads',
      `这户有 ${claimants.length} 个户主（${namesOf(claimants, '、')}），只能保留一个。`,
      `This household has ${claimants.length} heads (${namesOf(claimants, ', ')}); keep only one.`,
    ),
  ];
};

const SEX_OF_RELATION: Readonly<Partial<Record<Resident['relation'], '1' | '2'>>> = {
  '20': '1',
  '30': '2',
  '41': '1',
  '42': '2',
  '51': '1',
  '52': '2',
};
const ONLY_ONE: readonly (readonly [Resident['relation'], string, string])[] = [
  ['10', '配偶', 'spouses'],
  ['51', '父亲', 'fathers'],
  ['52', '母亲', 'mothers'],
];

const checkSex = (resident: Resident): Reason[] => {
  const expected = SEX_OF_RELATION[resident.relation];
  if (!expected || (resident.sex !== '1' && resident.sex !== '2') || resident.sex === expected) return [];
  return [
    because(
      'sex',
      `${nameOf(resident)}的性别与“与户主关系”不符，请核对其中一项。`,
      `The sex of ${nameOf(resident)} does not fit the relation to the head; check one of the two.`,
    ),
  ];
};

const checkAge = (resident: Resident, head: Resident): Reason[] => {
  const younger = ['20', '30', '41', '42'].includes(resident.relation);
  const older = ['51', '52'].includes(resident.relation);
  if (younger && resident.birthYear <= head.birthYear)
    return [
      because(
        'tooOld',
        `${nameOf(resident)}（${resident.birthYear} 年生）登记为户主${nameOf(head)}（${head.birthYear} 年生）的晚辈，年龄不符，请核对关系或出生日期。`,
        `${nameOf(resident)} (born ${resident.birthYear}) is entered as a descendant of ${nameOf(head)} (born ${head.birthYear}); check the relation or the date of birth.`,
      ),
    ];
  if (older && resident.birthYear >= head.birthYear)
    return [
      because(
        'tooYoung',
        `${nameOf(resident)}（${resident.birthYear} 年生）登记为户主${nameOf(head)}（${head.birthYear} 年生）的父母，年龄不符，请核对关系或出生日期。`,
        `${nameOf(resident)} (born ${resident.birthYear}) is entered as a parent of ${nameOf(head)} (born ${head.birthYear}); check the relation or the date of birth.`,
      ),
    ];
  return [];
};

/** Whether one member's relation agrees with sex and with the head's age. */
export const checkRelation = (resident: Resident, head: Resident): Reason[] =>
  resident.id === head.id ? [] : [...checkSex(resident), ...checkAge(resident, head)];

/** All rules over the members present of one household. */
export const checkHousehold = (residents: readonly Resident[]): Reason[] => {
  const present = residents.filter(isPresent);
  const reasons = checkHead(present);
  for (const [relation, zh, en] of ONLY_ONE) {
    const same = present.filter((r) => r.relation === relation);
    if (same.length > 1)
      reasons.push(
        because(
          'onlyOne',
          `户主有 ${same.length} 个${zh}（${namesOf(same, '、')}），请改正其余人的关系。`,
          `The head has ${same.length} ${en} (${namesOf(same, ', ')}); correct the relation of all but one.`,
        ),
      );
  }
  const head = headOf(present);
  return head ? [...reasons, ...present.flatMap((r) => checkRelation(r, head))] : reasons;
};
