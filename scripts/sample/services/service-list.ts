/** What each kind of facility offers: name, what it is, what to bring, and the kind of matter that it opens. */
import type { Facility, Matter } from '../../../src/domain/records/index.ts';

type Entry = [name: string, description: string, material: string[], matterKind: Matter['kind']];

const ID = '居民身份证';
const BOOKLET = '户口簿';

export const SERVICES: Record<Facility['kind'], Entry[]> = {
  memberStation: [
    [
      '在职党员报到登记',
      '在职党员到居住地社区报到，领取报到卡和服务意愿表。',
      ['单位党组织介绍信', ID],
      'timed',
    ],
    ['党组织关系接转咨询', '说明转入、转出的程序，协助准备材料。', ['党员证明信'], 'supplement'],
    [
      '流动党员活动证办理',
      '外出或流入半年以内的党员办理活动证。',
      [ID, '所在党支部证明', '近照两张'],
      'supplement',
    ],
    ['志愿服务认领', '认领社区微心愿和志愿服务岗位。', [ID], 'promised'],
  ],
  learningStation: [
    ['远程教育课程点播', '按支部预约党课和实用技术课程。', ['支部预约单'], 'timed'],
    ['党员教育场地预约', '预约接收站教室开展“三会一课”。', ['支部预约单'], 'timed'],
  ],
  labourStation: [
    ['就业失业登记', '办理就业登记、失业登记和就业创业证信息更新。', [ID, BOOKLET, '近照'], 'supplement'],
    ['城乡居民养老保险参保', '参保登记、信息变更和待遇资格认证。', [ID, BOOKLET, '银行卡'], 'supplement'],
    [
      '灵活就业社保补贴申请',
      '符合条件的就业困难人员申请社保补贴。',
      [ID, '就业创业证', '缴费凭证'],
      'supplement',
    ],
    ['岗位信息与技能培训报名', '提供招聘信息，登记免费技能培训。', [ID], 'timed'],
  ],
  clinic: [
    ['家庭医生签约', '签约后提供健康管理和预约转诊。', [ID, '医保凭证'], 'timed'],
    ['老年人健康体检预约', '65 岁以上老年人每年免费体检一次。', [ID], 'timed'],
    ['儿童预防接种咨询', '查询接种计划，补办接种证。', ['预防接种证', BOOKLET], 'supplement'],
    ['慢性病随访登记', '高血压、糖尿病患者登记随访。', [ID, '病历'], 'timed'],
  ],
  policeRoom: [
    ['居住登记', '流动人口到达后办理居住登记。', [ID, '住所证明'], 'timed'],
    [
      '居住证申领与签注',
      '居住满半年申领居住证，每年签注一次。',
      [ID, '居住登记凭证', '就业或就读证明'],
      'supplement',
    ],
    ['邻里纠纷调解', '民警与网格长共同调解。', [ID], 'promised'],
  ],
  readingRoom: [
    ['图书借阅证办理', '办理借阅证，押金全免。', [ID], 'timed'],
    ['青少年课后阅览登记', '课后阅览座位登记。', ['学生证'], 'timed'],
  ],
  gym: [
    ['健身卡办理', '办理健身卡，60 岁以上免费。', [ID], 'timed'],
    ['健身器材报修', '报修公共健身器材。', [], 'timed'],
  ],
  serviceHall: [
    ['居住证明开具', '为本社区居民开具居住证明。', [ID, BOOKLET, '房屋权属或租赁证明'], 'timed'],
    [
      '最低生活保障申请',
      '受理申请，入户核实，公示后上报。',
      [ID, BOOKLET, '收入证明', '财产申报表', '近亲属情况表'],
      'supplement',
    ],
    ['临时救助申请', '因突发困难申请临时救助。', [ID, BOOKLET, '困难证明'], 'urgent'],
    ['残疾人证办理协助', '协助申请、换发残疾人证。', [ID, '近照', '诊断材料'], 'supplement'],
    ['高龄津贴申领', '80 岁以上老年人申领高龄津贴。', [ID, BOOKLET, '银行卡'], 'supplement'],
    ['物业与公共设施报修', '登记公共部位报修，转办并跟踪。', [], 'timed'],
    ['意见建议登记', '登记对社区工作的意见建议，限期答复。', [], 'suggestion'],
  ],
  familyHall: [
    ['生育登记', '生育子女前后均可登记。', [ID, BOOKLET, '结婚证'], 'timed'],
    [
      '计划生育家庭奖励扶助申请',
      '符合条件的家庭申请奖励扶助金。',
      [ID, BOOKLET, '独生子女父母光荣证'],
      'supplement',
    ],
    ['孕前优生健康检查预约', '免费孕前检查预约。', [ID, '结婚证'], 'timed'],
  ],
  cultureCentre: [
    ['活动场地预约', '预约排练厅、多功能厅。', [ID], 'promised'],
    ['文艺队伍登记', '秦腔自乐班、广场舞队登记备案。', ['负责人身份证', '成员名单'], 'timed'],
  ],
};
