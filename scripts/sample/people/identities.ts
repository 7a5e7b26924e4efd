/**
 * Names, citizen IDs and phones that look right and belong to nobody: the IDs' area 620999 does not exist, though their check
 * signs are right; no phone has 0000 after its first three digits; names are drawn sign by sign.
 */
import { citizenIdCheckSign } from '../../../src/domain/checks/citizen-id.ts';
import { creditCodeCheckSign } from '../../../src/domain/checks/credit-code.ts';
import type { Random } from '../random.ts';

export const IMPOSSIBLE_AREA = '620999';
export type Sex = '1' | '2';

const SURNAMES: [string, number][] = [
  ...[...'王李张刘陈杨'].map((s): [string, number] => [s, 10]),
  ...[...'赵黄周吴徐孙马朱胡郭何高'].map((s): [string, number] => [s, 5]),
  ...[
    ...'林罗郑梁谢宋唐许韩冯邓曹彭曾田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾韦夏付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤慕俄折脱席豆巩',
  ].map((s): [string, number] => [s, 1.2]),
];
/** Given names by sex and generation: what was written then. */
const SIGNS: Record<Sex, Record<'old' | 'middle' | 'young' | 'child', string>> = {
  '1': {
    old: '建国福德生明有万世清永志文贵成金银富正廷彦秉忠义兴怀占孝天玉宝海学',
    middle: '军强勇伟峰斌辉平刚杰涛晓鹏亮旭宏小东卫文志海林波超永利新红建银彦宁',
    young: '鑫磊凯浩宇博帆晨龙阳飞杰豪翔嘉伟哲昊斌佳轩文俊航瑞泽旭东子毅',
    child: '梓轩浩宸子涵宇沐泽奕辰铭睿一诺俊熙皓明煜城嘉懿梓睿博文景行安知',
  },
  '2': {
    old: '秀英兰桂花玉珍凤梅芳香莲菊翠爱琴淑彩云巧会改粉银转娥绒芬芹竹',
    middle: '芳丽红霞燕艳娟玲萍敏静娜慧小琴亚莉彩霞海英雪梅晓改宁粉霞春莲转',
    young: '婷欣悦雪倩莹佳琪怡雯璐瑶丹媛蓉洁晶晓菲梦露思颖文静雅婧宁瑞',
    child: '梓涵欣怡一诺诗琪雨桐思语若溪可馨艺萱沐瑶梦琪语嫣婉清安然知夏念',
  },
};

const generationOf = (birthYear: number): 'old' | 'middle' | 'young' | 'child' =>
  birthYear < 1964 ? 'old' : birthYear < 1986 ? 'middle' : birthYear < 2006 ? 'young' : 'child';

export const surname = (random: Random): string => random.weighted(SURNAMES);

/** The community's young give fewer names of one sign than their parents did. */
export const personName = (random: Random, sex: Sex, birthYear: number, family = surname(random)): string => {
  const generation = generationOf(birthYear);
  const signs = [...SIGNS[sex][generation]];
  const single = generation === 'middle' ? 0.34 : generation === 'young' ? 0.3 : 0.08;
  const first = random.pick(signs);
  return family + (random.chance(single) ? first : first + random.pick(signs));
};

const pad = (n: number, length: number): string => String(n).padStart(length, '0');

export interface Identities {
  citizenId(birthDate: string, sex: Sex): string;
  phone(): string;
  /** A land line of a counter: no exchange of the area begins with 000. */
  landLine(): string;
  /** `prefix` is the registrar and kind of GB 32100: 91 a company, 12 an institution… */
  creditCode(prefix: string): string;
  bookletNo(): string;
}

export const createIdentities = (random: Random): Identities => {
  const sequences = new Map<string, number>();
  const phones = new Set<string>();
  let lines = 100;
  let booklets = 100_000;
  return {
    citizenId: (birthDate, sex) => {
      const key = `${birthDate}${sex}`;
      const n = sequences.get(key) ?? random.whole(0, 60);
      sequences.set(key, n + 1);
      const sequence = (n * 2 + (sex === '1' ? 1 : 0)) % 1000;
      const first17 = IMPOSSIBLE_AREA + birthDate.replaceAll('-', '') + pad(sequence, 3);
      return first17 + citizenIdCheckSign(first17);
    },
    phone: () => {
      for (;;) {
        const phone = `1${random.whole(3, 9)}${random.whole(0, 9)}0000${pad(random.whole(0, 9999), 4)}`;
        if (phones.has(phone)) continue;
        phones.add(phone);
        return phone;
      }
    },
    landLine: () => `0934-0000${lines++}`,
    creditCode: (prefix) => {
      const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
      const middle = Array.from({ length: 9 }, () => random.pick([...alphabet])).join('');
      const first17 = prefix + IMPOSSIBLE_AREA + middle;
      return first17 + creditCodeCheckSign(first17);
    },
    bookletNo: () => `${IMPOSSIBLE_AREA}${booklets++}`,
  };
};
