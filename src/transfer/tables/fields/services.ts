/** Directories of organisations, of services, and ledgers of matters. */
import {
  CHANNEL_WORDS,
  MATTER_KIND_WORDS,
  ORGANISATION_KIND_WORDS,
  SATISFACTION_WORDS,
  STAGE_WORDS,
} from '../values/words.ts';
import { PLACE, POINT, notes } from './common.ts';
import { field, type KindOfTable } from './field.ts';

export const ORGANISATIONS: KindOfTable = {
  kind: 'organisations',
  title: { zh: '单位名录', en: 'Organisations' },
  table: 'organisations',
  titles: /单位|企业|商户|门店|法人|两新|organisation|compan|shops/i,
  required: [['name']],
  fields: [
    field(
      'name',
      'text',
      'name',
      ['单位名称', 'Organisation'],
      '名称|企业名称|机构名称|商户名称|门店名称|店名|公司名称|字号名称|组织名称|name|company name|company',
      {
        weight: 2,
      },
    ),
    field(
      'creditCode',
      'creditCode',
      'creditCode',
      ['统一社会信用代码', 'Unified social credit code'],
      '社会信用代码|信用代码|统一代码|组织机构代码|营业执照号|营业执照注册号|credit code|uscc',
      {
        weight: 3,
      },
    ),
    field(
      'orgKind',
      'code',
      'kind',
      ['单位类别', 'Kind'],
      '单位类型|单位性质|企业类型|类别|类型|性质|经济类型|机构类型',
      {
        weight: 2,
        words: ORGANISATION_KIND_WORDS,
      },
    ),
    field(
      'industry',
      'text',
      'industry',
      ['行业', 'Industry'],
      '所属行业|行业类别|经营范围|主营业务|经营项目|行业分类',
      { weight: 3 },
    ),
    field(
      'staffCount',
      'integer',
      'staffCount',
      ['从业人数', 'Staff'],
      '职工人数|员工人数|从业人员|人数|职工数|从业人员数',
      { weight: 3 },
    ),
    field(
      'representative',
      'name',
      'personal.representative',
      ['负责人', 'Representative'],
      '法定代表人|法人代表|法人|经营者|单位负责人|法人姓名|经营者姓名',
      {
        weight: 3,
      },
    ),
    field('contactName', 'name', 'personal.contactName', ['联系人', 'Contact'], '联系人姓名|单位联系人'),
    field(
      'contactPhone',
      'phone',
      'personal.contactPhone',
      ['联系电话', 'Phone'],
      '联系方式|联系人电话|电话|手机|单位电话|负责人电话|法人电话|手机号',
    ),
    ...PLACE.map((one) =>
      one.key === 'address'
        ? { ...one, synonyms: [...one.synonyms, '注册地址', '经营地址', '单位地址', '经营场所', '办公地址'] }
        : one,
    ),
    ...POINT,
    field('partyBody', 'text', null, ['党组织', 'Party body'], '所属党组织|党组织名称|党支部'),
    field(
      'since',
      'date',
      'since',
      ['入驻日期', 'Since'],
      '成立日期|成立时间|注册日期|注册时间|开业时间|入驻时间|登记日期',
    ),
    field('until', 'date', 'until', ['迁出日期', 'Until'], '注销日期|停业时间'),
    notes(),
  ],
};

export const SERVICES: KindOfTable = {
  kind: 'services',
  title: { zh: '服务事项', en: 'Services' },
  table: 'services',
  titles: /服务事项|办事指南|事项清单|services/i,
  required: [['name'], ['facility']],
  fields: [
    field(
      'name',
      'text',
      'name',
      ['事项名称', 'Service'],
      '服务事项|事项|服务项目|项目名称|名称|办理事项|name',
      { weight: 2 },
    ),
    field(
      'facility',
      'text',
      null,
      ['办理地点', 'Facility'],
      '服务站点|所属设施|办理窗口|承办站点|受理地点|所在设施|办理场所',
      { weight: 3 },
    ),
    field(
      'description',
      'text',
      'description',
      ['事项说明', 'Description'],
      '说明|办理流程|服务内容|内容|办理条件|简介',
      { weight: 2 },
    ),
    field(
      'material',
      'list',
      'material',
      ['所需材料', 'Material'],
      '申请材料|办理材料|提交材料|需提供材料|所需资料|材料',
      { weight: 3 },
    ),
    field('hours', 'text', 'hours', ['办理时间', 'Hours'], '受理时间|服务时间|办公时间', { weight: 2 }),
    field('phone', 'publicPhone', 'phone', ['咨询电话', 'Phone'], '联系电话|电话|监督电话|联系方式'),
    field('matterKind', 'code', 'matterKind', ['办件类型', 'Kind of matter'], '件类|办理类型|五件类别|类别', {
      weight: 2,
      words: MATTER_KIND_WORDS,
    }),
  ],
};

export const MATTERS: KindOfTable = {
  kind: 'matters',
  title: { zh: '民情台账', en: 'Matters' },
  table: 'matters',
  titles: /民情|办件|诉求|工单|事件|台账|matter|request/i,
  required: [['matterTitle', 'description']],
  fields: [
    field(
      'number',
      'text',
      null,
      ['办件编号', 'Number'],
      '编号|工单编号|事件编号|件号|登记编号|受理编号|no',
      { weight: 2 },
    ),
    field(
      'matterTitle',
      'text',
      'personal.title',
      ['事项', 'Title'],
      '标题|民情事项|诉求标题|事件标题|反映事项|问题|主题|民情标题|诉求|title',
      { weight: 2 },
    ),
    field(
      'description',
      'text',
      'personal.description',
      ['内容', 'Description'],
      '诉求内容|反映内容|事件描述|民情内容|问题描述|具体内容|反映问题|详细内容|describe',
      {
        weight: 2,
      },
    ),
    field(
      'matterKind',
      'code',
      'kind',
      ['办件类别', 'Kind'],
      '件类|五件类别|类别|类型|办件类型|事件类型|紧急程度',
      { weight: 2, words: MATTER_KIND_WORDS },
    ),
    field(
      'channel',
      'code',
      'channel',
      ['渠道', 'Channel'],
      '来源|受理渠道|信息来源|反映渠道|诉求来源|来源渠道',
      { weight: 3, words: CHANNEL_WORDS },
    ),
    field(
      'stage',
      'code',
      'stage',
      ['办理环节', 'Stage'],
      '状态|办理状态|环节|办理进度|处理状态|进度|办理情况状态',
      { weight: 2, words: STAGE_WORDS },
    ),
    field(
      'reporterName',
      'name',
      'personal.reporterName',
      ['反映人', 'Reporter'],
      '诉求人|上报人|反映人姓名|来访人|姓名|当事人|登记人|联系人',
      { weight: 2 },
    ),
    field(
      'reporterPhone',
      'phone',
      'personal.reporterPhone',
      ['反映人电话', "Reporter's phone"],
      '联系电话|联系方式|诉求人电话|电话|手机|来电号码',
    ),
    ...PLACE.map((one) =>
      one.key === 'address'
        ? {
            ...one,
            synonyms: [...one.synonyms, '事发地点', '发生地点', '事件地点', '地点', '问题地址', '事发地址'],
          }
        : one,
    ),
    field(
      'handlerName',
      'text',
      'personal.handlerName',
      ['承办人', 'Handler'],
      '处理人|办理人|责任人|承办单位|经办人|责任单位',
      { weight: 3 },
    ),
    field(
      'outcome',
      'text',
      'personal.outcome',
      ['办理结果', 'Outcome'],
      '处理结果|办理情况|处置结果|结果|处理情况|办结情况',
      { weight: 3 },
    ),
    field(
      'openedAt',
      'instant',
      'openedAt',
      ['受理时间', 'Opened at'],
      '登记时间|上报时间|受理日期|日期|反映时间|诉求时间|时间|登记日期|来电时间|发生时间',
      {
        weight: 2,
      },
    ),
    field(
      'dueAt',
      'instant',
      'dueAt',
      ['办结期限', 'Due at'],
      '办理期限|限办时间|截止时间|承诺时限|限办日期',
      { weight: 3 },
    ),
    field(
      'finishedAt',
      'instant',
      'finishedAt',
      ['办结时间', 'Finished at'],
      '完成时间|办结日期|结案时间|处理完成时间',
      { weight: 3 },
    ),
    field(
      'satisfaction',
      'code',
      'satisfaction',
      ['满意度', 'Satisfaction'],
      '满意情况|评价|群众评价|是否满意|满意度评价',
      { weight: 3, words: SATISFACTION_WORDS },
    ),
    field('publicSummary', 'text', 'publicSummary', ['公示内容', 'Public summary'], '公示结果|公示', {
      weight: 3,
    }),
  ],
};
