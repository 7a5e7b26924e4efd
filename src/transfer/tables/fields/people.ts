/** Registers about people: floating population and visits. */
import {
  DIRECTION_WORDS,
  FLOATING_REASON_WORDS,
  PERMIT_WORDS,
  VISIT_KIND_WORDS,
  VISIT_RESULT_WORDS,
} from '../values/words.ts';
import { NEWCOMER, PLACE, WHO, notes } from './common.ts';
import { field, type KindOfTable } from './field.ts';

export const FLOATING: KindOfTable = {
  kind: 'floating',
  title: { zh: '流动人口登记', en: 'Floating population' },
  table: 'floatingRegistrations',
  titles: /流动人口|流入|流出|外来人口|暂住|租住人员|floating|migrant/i,
  required: [['name', 'citizenId']],
  fields: [
    ...WHO,
    ...NEWCOMER,
    ...PLACE,
    field('direction', 'code', 'direction', ['流向', 'Direction'], '流动类型|流入流出|流动方向|流动性质', {
      weight: 3,
      words: DIRECTION_WORDS,
    }),
    field(
      'reason',
      'code',
      'reason',
      ['流动原因', 'Reason'],
      '来本地原因|流入原因|流出原因|居住事由|暂住事由|外出原因|居住原因|事由|来此原因',
      { weight: 3, words: FLOATING_REASON_WORDS },
    ),
    field(
      'from',
      'date',
      'from',
      ['流入日期', 'Since'],
      '流动日期|流入时间|来本地日期|来本地时间|流出日期|流出时间|登记日期|到达日期|来此时间|登记时间|暂住日期|起始日期|from|arrival',
      { weight: 2 },
    ),
    field(
      'until',
      'date',
      'until',
      ['拟离开日期', 'Until'],
      '离开日期|到期日期|终止日期|拟居住至|截止日期|预计离开时间',
    ),
    field(
      'permit',
      'code',
      'permit',
      ['居住证件', 'Permit'],
      '居住证|是否办理居住证|居住证办理情况|办证情况|证件类型|居住证情况|residence permit',
      { weight: 3, words: PERMIT_WORDS },
    ),
    field(
      'permitFrom',
      'date',
      'permitFrom',
      ['证件签发日期', 'Permit issued on'],
      '发证日期|办证日期|签发日期|居住证签发日期|办证时间',
      {
        weight: 2,
      },
    ),
    field('endorsedOn', 'date', 'endorsedOn', ['签注日期', 'Endorsed on'], '居住证签注日期|签注时间', {
      weight: 3,
    }),
    field(
      'permitNo',
      'text',
      'personal.permitNo',
      ['居住证号', 'Permit no.'],
      '居住证编号|证件编号|暂住证号|居住登记号',
      { weight: 2 },
    ),
    field(
      'place',
      'text',
      'personal.place',
      ['来源地', 'From or to'],
      '流出地|流入地|户籍地|户籍地址|户籍所在地|原籍|籍贯|来源地或流向地|流向地|去向|origin',
      { weight: 2 },
    ),
    field(
      'employer',
      'text',
      'personal.employer',
      ['用工单位', 'Employer'],
      '从业单位|工作单位|务工单位|单位|workplace',
    ),
    field(
      'landlordName',
      'name',
      'personal.landlordName',
      ['房东姓名', 'Landlord'],
      '房东|房主|出租人|房主姓名',
      { weight: 3 },
    ),
    field(
      'landlordPhone',
      'phone',
      'personal.landlordPhone',
      ['房东电话', "Landlord's phone"],
      '房主电话|房东联系方式|房东联系电话|出租人电话',
      {
        weight: 3,
      },
    ),
    notes(),
  ],
};

export const VISITS: KindOfTable = {
  kind: 'visits',
  title: { zh: '走访记录', en: 'Visits' },
  table: 'visits',
  titles: /走访|回访|探访|慰问|visit/i,
  required: [['on'], ['name', 'citizenId', 'address', 'building']],
  fields: [
    ...WHO.map((one) =>
      one.key === 'name'
        ? {
            ...one,
            synonyms: [...one.synonyms, '走访对象', '被走访人', '受访人', '走访对象姓名', '户主', '户主姓名'],
          }
        : one,
    ),
    ...PLACE,
    field('visitKind', 'code', 'kind', ['走访类别', 'Kind of visit'], '走访类型|回访类别|走访性质', {
      weight: 2,
      words: VISIT_KIND_WORDS,
    }),
    field(
      'on',
      'date',
      'on',
      ['走访日期', 'Date'],
      '走访时间|回访日期|回访时间|日期|探访日期|探访时间|慰问时间|date|visited on',
      { weight: 3 },
    ),
    field('result', 'code', 'result', ['走访结果', 'Result'], '走访情况结果|结果|回访结果|状况|探访结果', {
      weight: 2,
      words: VISIT_RESULT_WORDS,
    }),
    field('nextOn', 'date', 'nextOn', ['下次走访日期', 'Next visit'], '下次走访时间|下次回访日期|下次日期', {
      weight: 3,
    }),
    field(
      'visitor',
      'name',
      'personal.visitor',
      ['走访人', 'Visitor'],
      '走访人员|回访人|网格员|走访干部|探访人',
      { weight: 3 },
    ),
    field(
      'notes',
      'text',
      'personal.notes',
      ['走访情况', 'Notes'],
      '备注|走访内容|情况说明|反映问题|走访记录|具体情况|内容|notes|remark',
    ),
  ],
};
