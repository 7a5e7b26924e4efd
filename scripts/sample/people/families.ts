/** Who lives together: families by their kind, with ages and relations to the head that agree. Ages in years at the sample's today. */
import type { Resident } from '../../../src/domain/records/index.ts';
import type { Random } from '../random.ts';
import type { Sex } from './identities.ts';

export interface Member {
  relation: Resident['relation'];
  sex: Sex;
  age: number;
  marital: '10' | '20' | '21' | '22' | '30' | '40';
  /** Of the head's own line: bears the head's family name. */
  ownName: boolean;
}
export type FamilyKind =
  | 'singleYoung'
  | 'singleElder'
  | 'coupleYoung'
  | 'coupleMiddle'
  | 'coupleElder'
  | 'oneChild'
  | 'twoChildren'
  | 'threeGenerations'
  | 'singleParent'
  | 'adultChild'
  | 'grandparents';
export interface Family {
  kind: FamilyKind;
  members: Member[];
}

type Weights = readonly (readonly [FamilyKind, number])[];
/** Families who own their home, and families who rent it. */
export const OWNERS: Weights = [
  ['singleYoung', 3],
  ['singleElder', 5.5],
  ['coupleYoung', 5],
  ['coupleMiddle', 6],
  ['coupleElder', 12.5],
  ['oneChild', 25],
  ['twoChildren', 19],
  ['threeGenerations', 21],
  ['singleParent', 3],
  ['adultChild', 7],
  ['grandparents', 1.6],
];
export const TENANTS: Weights = [
  ['singleYoung', 12],
  ['singleElder', 2],
  ['coupleYoung', 17],
  ['coupleMiddle', 7],
  ['coupleElder', 3],
  ['oneChild', 28],
  ['twoChildren', 17],
  ['threeGenerations', 7],
  ['singleParent', 4],
  ['grandparents', 2],
];

const sexOf = (random: Random, male = 0.5): Sex => (random.chance(male) ? '1' : '2');
const child = (random: Random, age: number): Member => {
  const sex = sexOf(random, 0.525);
  return { relation: sex === '1' ? '20' : '30', sex, age, marital: '10', ownName: true };
};

/** Wife and husband; the head is the husband three times in four. */
const couple = (random: Random, motherAge: number, remarried = 0.03): [head: Member, spouse: Member] => {
  const fatherAge = motherAge + random.whole(-1, 4);
  const marital = random.chance(remarried) ? '22' : '20';
  const husband: Member = { relation: '10', sex: '1', age: fatherAge, marital, ownName: true };
  const wife: Member = { relation: '10', sex: '2', age: motherAge, marital, ownName: false };
  const [head, spouse] = random.chance(0.76) ? [husband, wife] : [wife, husband];
  return [
    { ...head, relation: '02', ownName: true },
    { ...spouse, relation: '10', ownName: false },
  ];
};

/** Fewer are born each year: the youngest years are thin. */
const childAge = (random: Random): number =>
  random.weighted([
    [random.whole(0, 3), 9],
    [random.whole(4, 9), 30],
    [random.whole(10, 15), 32],
    [random.whole(16, 18), 16],
    [random.whole(19, 23), 13],
  ]);

const elderAge = (random: Random): number =>
  random.weighted([
    [random.whole(58, 64), 30],
    [random.whole(65, 71), 34],
    [random.whole(72, 78), 22],
    [random.whole(79, 85), 11],
    [random.whole(86, 91), 3],
  ]);

const withChildren = (random: Random, count: 1 | 2): Member[] => {
  const eldest = childAge(random) + (count === 2 ? 2 : 0);
  const motherAge = eldest + random.whole(23, count === 2 ? 29 : 32);
  const youngest = Math.max(0, eldest - random.whole(2, 6));
  return [
    ...couple(random, motherAge),
    child(random, eldest),
    ...(count === 2 && eldest > 1 ? [child(random, youngest)] : []),
  ];
};

const grandparentsOf = (random: Random, head: Member): Member[] => {
  const motherAge = head.age + random.whole(22, 29);
  const widowed = random.chance(0.2 + Math.max(0, motherAge - 66) * 0.03);
  const mother: Member = { relation: '52', sex: '2', age: motherAge, marital: '20', ownName: false };
  const father: Member = {
    relation: '51',
    sex: '1',
    age: motherAge + random.whole(0, 4),
    marital: '20',
    ownName: true,
  };
  if (!widowed) return [father, mother];
  const left = random.chance(0.68) ? mother : father;
  return [{ ...left, marital: '30' }];
};

const MAKERS: Record<FamilyKind, (random: Random) => Member[]> = {
  singleYoung: (r) => {
    const age = r.whole(23, 41);
    return [
      { relation: '02', sex: sexOf(r, 0.58), age, marital: r.chance(0.85) ? '10' : '40', ownName: true },
    ];
  },
  singleElder: (r) => {
    const age = elderAge(r) + 5;
    return [
      { relation: '02', sex: sexOf(r, 0.34), age, marital: r.chance(0.86) ? '30' : '40', ownName: true },
    ];
  },
  coupleYoung: (r) => couple(r, r.whole(24, 34)),
  coupleMiddle: (r) => couple(r, r.whole(45, 57)),
  coupleElder: (r) => couple(r, elderAge(r) - 1, 0.05),
  oneChild: (r) => withChildren(r, 1),
  twoChildren: (r) => withChildren(r, 2),
  threeGenerations: (r) => {
    const family = withChildren(r, r.chance(0.36) ? 2 : 1);
    const [head] = family as [Member];
    // Grandparents who live with the family are seldom over 90.
    return head.age > 56 ? family : [...family, ...grandparentsOf(r, head)];
  },
  singleParent: (r) => {
    const age = r.whole(4, 18);
    const sex = sexOf(r, 0.3);
    const parent: Member = {
      relation: '02',
      sex,
      age: age + r.whole(23, 32),
      marital: r.chance(0.8) ? '40' : '30',
      ownName: true,
    };
    return [parent, child(r, age)];
  },
  adultChild: (r) => {
    const age = r.whole(23, 33);
    return [...couple(r, age + r.whole(23, 29)), child(r, age)];
  },
  grandparents: (r) => {
    const age = r.whole(4, 15);
    const sex = sexOf(r, 0.52);
    const [head, spouse] = couple(r, age + r.whole(47, 55));
    return [
      head,
      spouse,
      { relation: sex === '1' ? '41' : '42', sex, age, marital: '10', ownName: head.sex === '1' },
    ];
  },
};

export const makeFamily = (random: Random, weights: Weights): Family => {
  const kind = random.weighted(weights);
  return { kind, members: MAKERS[kind](random) };
};

/** A dormitory's room: workers of about the same age and one sex. One answers for the room. */
export const makeDormitory = (random: Random): Member[] => {
  const sex = sexOf(random, 0.7);
  return Array.from(
    { length: random.whole(3, 6) },
    (_, i): Member => ({
      relation: i === 0 ? '02' : '99',
      sex,
      age: random.whole(20, 46),
      marital: random.chance(0.55) ? '10' : '20',
      ownName: i === 0,
    }),
  );
};
