/** What the members did in the quarter: check-ins, activities, deeds, meetings; and last year's appraisals. */
import { addDays } from '../../../src/domain/dates.ts';
import type { Duty } from '../../../src/domain/records/index.ts';
import type { Random } from '../random.ts';
import type { Stamp } from '../stamp.ts';
import type { Member } from './members.ts';

export const QUARTER = { from: '2026-07-01', to: '2026-09-30', days: 92 } as const;

const ACTIVITIES = [
  '清理楼道杂物',
  '文明交通劝导',
  '慰问独居老人',
  '反诈宣传入户',
  '夏季防火巡查',
  '垃圾分类引导',
  '塬畔公园净滩护绿',
  '暑期儿童课堂',
  '健康义诊引导',
  '人居环境整治',
];
const DEEDS = [
  '帮助老人申领高龄津贴',
  '协调修复单元门禁',
  '帮助困难家庭联系就业',
  '义务维修家电',
  '为居民解答法律问题',
  '协调加装楼道扶手',
  '资助困难学生文具',
  '帮助联系家庭医生',
];
const MEETINGS = ['三季度组织生活会', '支部学习会', '“七一”主题党日'];

export const makeDuties = (
  members: readonly Member[],
  { random, stamp }: { random: Random; stamp: Stamp },
): Duty[] => {
  const duties: Duty[] = [];
  const day = (from = 0, to = QUARTER.days - 1): string => addDays(QUARTER.from, random.whole(from, to));
  const add = (member: Member, kind: Duty['kind'], on: string, hours: number | null, what?: string): void => {
    if (on < member.membership.joinedOn) return;
    duties.push({
      ...stamp.base(),
      membershipId: member.membership.id,
      kind,
      on,
      hours,
      personal: what ? { what } : {},
    });
  };
  for (const member of members) {
    const { mode, standing } = member.membership;
    if (standing === 'outOfContact') continue;
    if (mode === 'shared') {
      if (random.chance(0.9)) add(member, 'checkIn', day(0, 45), null);
      for (
        let i = random.weighted([
          [0, 17],
          [1, 60],
          [2, 19],
          [3, 4],
        ]);
        i > 0;
        i--
      )
        add(member, 'activity', day(), random.pick([1, 1.5, 2, 2, 3]), random.pick(ACTIVITIES));
      for (
        let i = random.weighted([
          [0, 46],
          [1, 42],
          [2, 12],
        ]);
        i > 0;
        i--
      )
        add(member, 'deed', day(), random.pick([null, 1, 2]), random.pick(DEEDS));
      continue;
    }
    if (mode === 'joint' || mode === 'direct') {
      for (let i = mode === 'direct' ? random.whole(1, 3) : random.whole(0, 2); i > 0; i--)
        add(member, 'meeting', day(), 1.5, random.pick(MEETINGS));
    }
    if (mode !== 'assisted' && random.chance(0.55))
      add(member, 'activity', day(), 2, random.pick(ACTIVITIES));
    if (mode === 'direct' && random.chance(0.4)) add(member, 'deed', day(), null, random.pick(DEEDS));
    if (mode === 'assisted' && random.chance(0.5)) add(member, 'meeting', day(), 1, MEETINGS[1]);
    if (mode === 'adopted' && member.membership.lastAppraisalOn)
      add(member, 'appraisal', member.membership.lastAppraisalOn, null);
  }
  return duties;
};
