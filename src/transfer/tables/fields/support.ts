/** Registers of low-income households and of people who need care. */
import {
  ASSISTANCE_KIND_WORDS,
  CARE_KIND_WORDS,
  CATEGORY_WORDS,
  DISABILITY_WORDS,
  LEVEL_WORDS,
} from '../values/words.ts';
import { NEWCOMER, PLACE, WHO, notes } from './common.ts';
import { field, type KindOfTable } from './field.ts';

export const ASSISTANCES: KindOfTable = {
  kind: 'assistances',
  title: { zh: '低保与救助', en: 'Assistance' },
  table: 'assistances',
  titles: /低保|救助|最低生活保障|保障对象|assistance|allowance|low.income/i,
  required: [['name', 'citizenId']],
  fields: [
    ...WHO.map((one) =>
      one.key === 'name' ? { ...one, synonyms: [...one.synonyms, '户主姓名', '户主'] } : one,
    ),
    ...NEWCOMER,
    ...PLACE,
    field(
      'assistanceKind',
      'code',
      'kind',
      ['救助类别', 'Kind of assistance'],
      '救助类型|救助种类|保障种类|救助项目',
      {
        weight: 2,
        words: ASSISTANCE_KIND_WORDS,
      },
    ),
    field(
      'category',
      'code',
      'category',
      ['保障类别', 'Category'],
      '低保类别|类别|施保类别|分类|低保等级|保障等级|类型',
      {
        weight: 2,
        words: CATEGORY_WORDS,
      },
    ),
    field(
      'approvedOn',
      'date',
      'approvedOn',
      ['批准日期', 'Approved on'],
      '审批日期|审批时间|批准时间|审核日期|发证日期',
      { weight: 3 },
    ),
    field(
      'from',
      'date',
      'from',
      ['享受日期', 'From'],
      '开始日期|享受时间|起始日期|享受低保时间|纳入时间|纳入低保时间|救助日期|享受起始时间|施保时间|from',
      {
        weight: 2,
      },
    ),
    field('until', 'date', 'until', ['停发日期', 'Until'], '终止日期|停保日期|截止日期|有效期至|结束日期'),
    field(
      'personsCovered',
      'integer',
      'personsCovered',
      ['保障人口', 'Persons covered'],
      '保障人数|享受人数|享受人口|低保人数|救助人数|保障人口数|家庭保障人口',
      {
        weight: 3,
      },
    ),
    field(
      'nextReviewOn',
      'date',
      'nextReviewOn',
      ['下次复核日期', 'Next review'],
      '复核日期|复核时间|年审日期',
    ),
    field(
      'certificateNo',
      'text',
      'personal.certificateNo',
      ['低保证号', 'Certificate no.'],
      '低保证编号|证书编号|救助证号|保障证号|低保证|证号',
      {
        weight: 3,
      },
    ),
    field(
      'monthlyYuan',
      'money',
      'personal.monthlyYuan',
      ['月保障金额', 'Monthly amount (yuan)'],
      '保障金额|月保障金|月救助金额|低保金|低保金额|救助金额|月发放金额|月金额|发放金额|金额|amount|monthly amount',
      {
        weight: 3,
      },
    ),
    field(
      'bankAccount',
      'text',
      'personal.bankAccount',
      ['银行账号', 'Bank account'],
      '银行卡号|一卡通账号|卡号|账号|一卡通号|惠农一卡通|开户账号',
      {
        weight: 2,
      },
    ),
    field(
      'assistanceReason',
      'text',
      'personal.reason',
      ['致困原因', 'Reason'],
      '致贫原因|困难原因|救助原因|申请理由|申请原因|享受原因|贫困原因',
      {
        weight: 3,
      },
    ),
    field(
      'helperName',
      'name',
      'personal.helperName',
      ['帮扶人', 'Helper'],
      '帮扶责任人|包户干部|帮扶干部|结对帮扶人',
      { weight: 2 },
    ),
    field(
      'helperPhone',
      'phone',
      'personal.helperPhone',
      ['帮扶人电话', "Helper's phone"],
      '帮扶人联系方式|帮扶责任人电话|帮扶干部电话',
      {
        weight: 2,
      },
    ),
    notes(),
  ],
};

export const CARE_NEEDS: KindOfTable = {
  kind: 'careNeeds',
  title: { zh: '关爱对象', en: 'Care needs' },
  table: 'careNeeds',
  titles:
    /残疾|独居|高龄|空巢|失能|特困|优抚|失独|留守|孤寡|关爱|重点人群|老年人|老人|care|disab|elderly|aged/i,
  required: [
    ['name', 'citizenId'],
    ['careKind', 'disability'],
  ],
  fields: [
    ...WHO,
    ...NEWCOMER,
    ...PLACE,
    field(
      'careKind',
      'code',
      'kind',
      ['关爱类别', 'Kind of care'],
      '人员类别|对象类别|老人类别|老人类型|关爱类型|人群类别|重点人群类别|类别|类型',
      {
        weight: 2,
        words: CARE_KIND_WORDS,
      },
    ),
    field(
      'careLevel',
      'code',
      'level',
      ['关注等级', 'Level'],
      '关爱等级|关注程度|风险等级|等级|level of care',
      { words: LEVEL_WORDS },
    ),
    field(
      'disability',
      'code',
      'disability',
      ['残疾类别', 'Kind of disability'],
      '残疾类型|残疾种类|残别|disability type',
      {
        weight: 3,
        words: DISABILITY_WORDS,
      },
    ),
    field(
      'disabilityLevel',
      'integer',
      'disabilityLevel',
      ['残疾等级', 'Level of disability'],
      '残疾级别|伤残等级|残级|disability grade',
      {
        weight: 3,
      },
    ),
    field(
      'from',
      'date',
      'from',
      ['登记日期', 'Since'],
      '开始日期|纳入日期|评残日期|发证日期|办证日期|登记时间|from|since',
    ),
    field('until', 'date', 'until', ['终止日期', 'Until'], '结束日期|有效期至|有效期|截止日期'),
    field(
      'certificateNo',
      'text',
      'personal.certificateNo',
      ['残疾证号', 'Certificate no.'],
      '证书编号|残疾人证号|证号|优抚证号|残疾证编号|残疾人证编号',
      {
        weight: 2,
      },
    ),
    field(
      'contactName',
      'name',
      'personal.contactName',
      ['联系人', 'Contact'],
      '监护人|监护人姓名|紧急联系人|家属|家属姓名|子女姓名|赡养人',
      {
        weight: 2,
      },
    ),
    field(
      'contactPhone',
      'phone',
      'personal.contactPhone',
      ['联系人电话', "Contact's phone"],
      '监护人电话|监护人联系电话|紧急联系电话|家属电话|子女电话|监护人联系方式|紧急联系人电话',
      {
        weight: 2,
      },
    ),
    field(
      'helperName',
      'name',
      'personal.helperName',
      ['帮扶人', 'Helper'],
      '帮扶责任人|包联干部|结对志愿者|包户干部',
    ),
    notes(),
  ],
};
