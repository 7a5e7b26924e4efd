/** Schooling and work, by age and sex: what a person does, where, and whether it is a unit with a Party body of its own. */
import type { Random } from '../random.ts';
import type { Sex } from './identities.ts';

type Education = '10' | '20' | '30' | '40' | '50' | '60' | '70' | '80' | '90';
export interface Work {
  occupation?: string;
  workplace?: string;
  /** How likely such a person is a Party member, relative to others. */
  partyWeight: number;
  /** Employed in a unit, formerly in a unit, or neither. */
  tie: 'unit' | 'retired' | 'none';
}

export const educationOf = (random: Random, age: number): Education | undefined => {
  if (age < 6) return undefined;
  if (age < 12) return '80';
  if (age < 15) return '70';
  if (age < 18)
    return random.weighted([
      ['60', 8],
      ['40', 2],
    ]);
  if (age < 23)
    return random.weighted([
      ['20', 5],
      ['30', 4],
      ['60', 2],
      ['40', 1],
    ]);
  if (age < 40)
    return random.weighted([
      ['10', 0.6],
      ['20', 6],
      ['30', 6],
      ['40', 2],
      ['50', 0.7],
      ['60', 3],
      ['70', 5],
      ['80', 0.4],
    ]);
  if (age < 60)
    return random.weighted([
      ['10', 0.2],
      ['20', 2.4],
      ['30', 4],
      ['40', 2.4],
      ['50', 0.8],
      ['60', 3.6],
      ['70', 7.4],
      ['80', 2],
    ]);
  if (age < 75)
    return random.weighted([
      ['20', 0.5],
      ['30', 1.4],
      ['40', 1.6],
      ['60', 2.4],
      ['70', 5],
      ['80', 4.4],
      ['90', 1],
    ]);
  return random.weighted([
    ['30', 0.3],
    ['40', 0.8],
    ['60', 1],
    ['70', 2.4],
    ['80', 5],
    ['90', 3],
  ]);
};

/** Fictional units of the town. */
export const UNITS = {
  government: [
    '云和街道办事处',
    '西峰区安塬事务局',
    '西峰区水土保持中心',
    '西峰区北塬税务所',
    '西峰区云和城建服务中心',
  ],
  school: ['云和学校', '云和幼儿园', '董志塬第四中学', '塬北职业中专'],
  medical: ['云和社区卫生服务站', '塬上人民医院', '北塬中医医院'],
  enterprise: [
    '云和供热站',
    '塬北石油技术服务公司',
    '庆云建筑工程公司',
    '云和建筑设计院',
    '塬上供电服务公司',
    '陇塬通信分公司',
  ],
  business: [
    '庆云商贸有限公司',
    '云和物流仓储中心',
    '望塬果业有限公司',
    '云和新城物业公司',
    '塬味食品有限公司',
    '惠民超市',
  ],
} as const;

const JOBS: [
  occupation: string,
  places: readonly string[],
  weight: number,
  party: number,
  minEducation: number,
  woman: number,
][] = [
  ['公务员', UNITS.government, 5, 60, 30, 0.9],
  ['事业单位职员', UNITS.government, 5, 34, 30, 1],
  ['教师', UNITS.school, 7, 26, 30, 1.5],
  ['医生', UNITS.medical, 2.4, 22, 20, 1],
  ['护士', UNITS.medical, 2.4, 9, 40, 6],
  ['工程师', UNITS.enterprise, 4, 18, 30, 0.4],
  ['企业职工', UNITS.enterprise, 10, 9, 70, 0.8],
  ['会计', UNITS.business, 3, 6, 40, 3],
  ['销售', UNITS.business, 6, 2, 70, 1.3],
  ['个体经营', ['云和便民市场', '安和街商铺', '庆云大道商业街'], 12, 1.6, 90, 1],
  ['司机', UNITS.business, 6, 1.6, 80, 0.1],
  ['建筑工人', ['庆云建筑工程公司'], 8, 0.8, 90, 0.15],
  ['餐饮服务', ['云和便民市场', '南环商业楼'], 6, 0.6, 90, 1.8],
  ['快递员', ['云和物流仓储中心'], 3, 0.8, 80, 0.2],
  ['家政服务', [], 3, 0.4, 90, 6],
  ['保安', ['云和新城物业公司'], 2, 2, 90, 0.1],
  ['务农', [], 4, 1.2, 90, 1],
  ['自由职业', [], 3, 1, 70, 1],
  ['待业', [], 4, 3.4, 90, 1.4],
];

const RETIRED: [occupation: string, places: readonly string[], weight: number, party: number][] = [
  ['退休干部', UNITS.government, 8, 55],
  ['退休教师', UNITS.school, 8, 26],
  ['退休医生', UNITS.medical, 2, 20],
  ['退休职工', UNITS.enterprise, 34, 11],
  ['务农', [], 26, 2.2],
  ['居家', [], 22, 0.6],
];

const rankOf = (education: string | undefined): number => Number(education ?? '90');

export const workOf = (random: Random, age: number, sex: Sex, education: string | undefined): Work => {
  const none = { partyWeight: 0, tie: 'none' } as const;
  if (age < 3) return none;
  if (age < 6) return { ...none, occupation: '幼儿', workplace: '云和幼儿园' };
  if (age < 15) return { ...none, occupation: '学生', workplace: '云和学校' };
  if (age < 18)
    return { ...none, occupation: '学生', workplace: random.pick(['董志塬第四中学', '塬北职业中专']) };
  if (age < 23 && random.chance(0.72)) return { occupation: '学生', partyWeight: 0.3, tie: 'none' };
  const retiresAt = sex === '1' ? 60 : 55;
  if (age >= retiresAt) {
    const [occupation, places, , partyWeight] = random.weighted(
      RETIRED.map((job) => [job, job[2] * (job[3] > 20 && rankOf(education) > 60 ? 0.2 : 1)] as const),
    );
    const place = places.length > 0 ? random.pick(places) : undefined;
    return {
      occupation,
      ...(place ? { workplace: place } : {}),
      partyWeight,
      tie: place ? 'retired' : 'none',
    };
  }
  const open = JOBS.filter((job) => rankOf(education) <= job[4]);
  const [occupation, places, , partyWeight, minimum] = random.weighted(
    open.map((job) => [job, job[2] * (sex === '2' ? job[5] : 1) * (job[4] <= 30 ? 3 : 1)] as const),
  );
  const workplace = places.length > 0 ? random.pick(places) : undefined;
  const unit = minimum <= 40 || occupation === '企业职工';
  return {
    occupation,
    ...(workplace ? { workplace } : {}),
    partyWeight,
    tie: unit && workplace ? 'unit' : 'none',
  };
};
