/** Rosters of Party members, and lists of Party bodies. */
import {
  DUTY_WORDS,
  MEMBER_KIND_WORDS,
  MODE_WORDS,
  PARTY_LEVEL_WORDS,
  PARTY_ROLE_WORDS,
  POST_WORDS,
  STANDING_WORDS,
} from '../values/words.ts';
import { NEWCOMER, PLACE, WHO, notes } from './common.ts';
import { field, type KindOfTable } from './field.ts';

export const MEMBERSHIPS: KindOfTable = {
  kind: 'memberships',
  title: { zh: '党员花名册', en: 'Party members' },
  table: 'memberships',
  titles: /党员|党支部.*花名册|party member|membership/i,
  required: [['name', 'citizenId'], ['joinedOn']],
  fields: [
    ...WHO,
    ...NEWCOMER,
    ...PLACE,
    field(
      'mode',
      'code',
      'mode',
      ['管理方式', 'Way of management'],
      '党员管理类别|管理类别|党员类型|党员分类|五管类别|党员群体',
      {
        weight: 3,
        words: MODE_WORDS,
      },
    ),
    field(
      'kind',
      'code',
      'kind',
      ['党员类别', 'Kind of member'],
      '人员类别|党员性质|正式预备|是否正式|政治面貌|member kind',
      {
        weight: 2,
        words: MEMBER_KIND_WORDS,
      },
    ),
    field('standing', 'code', 'standing', ['党籍状态', 'Standing'], '党籍情况|党籍', {
      weight: 3,
      words: STANDING_WORDS,
    }),
    field(
      'branch',
      'text',
      null,
      ['所在党支部', 'Branch'],
      '所在支部|党支部|支部|所属党支部|所属支部|所在党组织|支部名称|组织关系所在支部|党组织名称|组织关系所在党支部|party branch',
      {
        weight: 3,
      },
    ),
    field(
      'joinedOn',
      'date',
      'joinedOn',
      ['入党时间', 'Joined on'],
      '入党日期|加入党组织日期|加入中国共产党时间|加入日期|加入党组织时间|入党年月|joined|joining date',
      {
        weight: 3,
      },
    ),
    field(
      'fullOn',
      'date',
      'fullOn',
      ['转正时间', 'Full member since'],
      '转正日期|转为正式党员日期|转正年月|转为正式党员时间',
      { weight: 3 },
    ),
    field(
      'outOfContactSince',
      'date',
      'outOfContactSince',
      ['失联日期', 'Out of contact since'],
      '失联时间|失联起始日期|失去联系时间',
      {
        weight: 3,
      },
    ),
    field(
      'duesPaidTo',
      'month',
      'duesPaidTo',
      ['党费缴至', 'Dues paid to'],
      '党费缴纳至|党费交至|党费缴纳情况|党费|缴费截止|党费缴纳截止月份',
      {
        weight: 3,
      },
    ),
    field(
      'lastContactOn',
      'date',
      'lastContactOn',
      ['最近联系日期', 'Last contact'],
      '联系时间|最近联系时间|最后联系时间',
    ),
    field(
      'lastAppraisalOn',
      'date',
      'lastAppraisalOn',
      ['最近考评日期', 'Last appraisal'],
      '考评日期|考评时间|民主评议时间',
    ),
    field('posts', 'codes', 'posts', ['认领岗位', 'Posts'], '岗位|设岗定责|认岗情况|岗位名称|认领岗位名称', {
      weight: 2,
      words: POST_WORDS,
    }),
    field('zone', 'list', null, ['责任区', 'Responsibility zone'], '责任楼栋|责任楼院|包联楼栋|联系楼栋', {
      weight: 3,
    }),
    field(
      'partyPost',
      'text',
      'personal.partyPost',
      ['党内职务', 'Post in the Party'],
      '党务职务|支部职务|党内职务名称|职务',
      { weight: 2 },
    ),
    field(
      'personInCharge',
      'name',
      'personal.personInCharge',
      ['责任人', 'Person in charge'],
      '联系责任人|负责人|包联责任人',
    ),
    field(
      'unitName',
      'text',
      'personal.unitName',
      ['所在单位', 'Unit'],
      '工作单位|单位|原工作单位|单位名称|组织关系所在单位|工作单位及职务|work unit',
    ),
    field(
      'unitContact',
      'text',
      'personal.unitContact',
      ['单位联系人', "Unit's contact"],
      '单位联系方式|单位党组织联系人',
    ),
    field(
      'activityCertificateNo',
      'text',
      'personal.activityCertificateNo',
      ['流动党员活动证号', 'Activity certificate'],
      '活动证号|活动证编号|流动党员证号',
      {
        weight: 3,
      },
    ),
    field(
      'flowTo',
      'text',
      'personal.flowTo',
      ['流向', 'Destination'],
      '流出地|流动去向|外出地点|外出流向|流向地',
      { weight: 2 },
    ),
    field('occupation', 'text', 'personal.occupation', ['职业', 'Occupation'], '从业情况|从事职业|工作岗位'),
    field('stateOfMind', 'text', 'personal.stateOfMind', ['思想状况', 'State of mind'], '思想动态|思想情况', {
      weight: 3,
    }),
    field(
      'homeBranchContact',
      'text',
      'personal.homeBranchContact',
      ['原支部联系人', 'Contact at the home branch'],
      '原支部联系方式|流出地党组织联系人',
      {
        weight: 3,
      },
    ),
    field(
      'contributions',
      'text',
      'personal.contributions',
      ['发挥作用情况', 'Contributions'],
      '作用发挥|发挥余热情况|作用发挥情况',
    ),
    notes(),
  ],
};

export const PARTY_BODIES: KindOfTable = {
  kind: 'partyBodies',
  title: { zh: '党组织', en: 'Party bodies' },
  table: 'partyBodies',
  titles: /党组织|支部(?:名录|一览|情况|名单)|party bod|branches/i,
  required: [['name']],
  fields: [
    field(
      'name',
      'text',
      'name',
      ['党组织名称', 'Party body'],
      '名称|支部名称|组织名称|党支部名称|党支部|name|branch',
      { weight: 2 },
    ),
    field('level', 'code', 'level', ['级别', 'Level'], '组织级别|党组织类别|组织类别|层级|类别|党组织级别', {
      weight: 2,
      words: PARTY_LEVEL_WORDS,
    }),
    field('role', 'code', 'role', ['五位一体角色', 'Role'], '角色|作用|定位', {
      weight: 2,
      words: PARTY_ROLE_WORDS,
    }),
    field(
      'parent',
      'text',
      null,
      ['上级党组织', 'Body above'],
      '上级组织|隶属党组织|所属党总支|上级|隶属|parent',
      { weight: 3 },
    ),
    field('organisation', 'text', null, ['所属单位', 'Organisation'], '单位|依托单位|单位名称'),
    field('joint', 'yesNo', 'joint', ['联合支部', 'Joint branch'], '是否联合支部|是否联合', { weight: 3 }),
    field('foundedOn', 'date', 'foundedOn', ['成立日期', 'Founded on'], '成立时间|组建时间|批准成立时间', {
      weight: 2,
    }),
    field(
      'secretaryName',
      'name',
      'personal.secretaryName',
      ['书记', 'Secretary'],
      '书记姓名|支部书记|党组织书记|负责人',
      { weight: 3 },
    ),
    field(
      'secretaryPhone',
      'phone',
      'personal.secretaryPhone',
      ['书记电话', "Secretary's phone"],
      '书记联系方式|书记联系电话|联系电话|联系方式|电话',
      {
        weight: 2,
      },
    ),
    notes(),
  ],
};

export const DUTIES: KindOfTable = {
  kind: 'duties',
  title: { zh: '党员活动记录', en: "Members' duties" },
  table: 'duties',
  titles:
    /双报到|党员报到|志愿(?:服务|活动)|为民实事|办实事|组织生活|党员(?:活动|考评|评议)|volunteer|duties/i,
  required: [['name', 'citizenId'], ['on']],
  fields: [
    ...WHO,
    field(
      'dutyKind',
      'code',
      'kind',
      ['活动类别', 'Kind of duty'],
      '活动类型|类别|记录类别|事项类别|报到类型|服务类别',
      { weight: 2, words: DUTY_WORDS },
    ),
    field(
      'on',
      'date',
      'on',
      ['活动日期', 'Date'],
      '日期|活动时间|报到日期|报到时间|服务日期|服务时间|参加时间|参加日期|时间|date',
      { weight: 2 },
    ),
    field('hours', 'number', 'hours', ['服务时长', 'Hours'], '时长|志愿时长|服务小时|小时数|工时|hours', {
      weight: 3,
    }),
    field(
      'what',
      'text',
      'personal.what',
      ['活动内容', 'What was done'],
      '内容|活动名称|服务内容|实事内容|服务项目|活动主题|项目|事项',
      { weight: 2 },
    ),
    notes(),
  ],
};
