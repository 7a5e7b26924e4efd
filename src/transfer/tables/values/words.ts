/** Codes from the words that offices write, in both languages, and from the numbers of the national code lists. */
import type { CodeList } from '../../../domain/codes.ts';
import * as codes from '../../../domain/codes.ts';
import { normaliseWord } from './text.ts';

export interface WordList {
  readonly codes: CodeList;
  readonly byWord: ReadonlyMap<string, string>;
}

/** The labels and codes of a list, and further words by code, parted by "|". */
const words = <K extends string>(
  list: CodeList<K>,
  more: Partial<Record<NoInfer<K>, string>> = {},
): WordList => {
  const byWord = new Map<string, string>();
  const put = (word: string, code: string): void => {
    const key = normaliseWord(word);
    if (key !== '' && !byWord.has(key)) byWord.set(key, code);
  };
  for (const [code, entry] of Object.entries(list) as [K, { zh: string; en: string }][]) {
    put(code, code);
    put(entry.zh, code);
    put(entry.en, code);
  }
  for (const [code, text] of Object.entries(more) as [K, string][])
    for (const word of text.split('|')) put(word, code);
  return { codes: list, byWord };
};

export const codeOfWord = (list: WordList, text: string): string | null => {
  const key = normaliseWord(text);
  const found = list.byWord.get(key);
  if (found !== undefined) return found;
  // "1-男", "20 已婚", "男性(1)": a code and its word together, when they agree.
  const parts = /^(\d{1,2})[-.:]?(\D+)$/.exec(key) ?? /^(\D+?)[-.:]?(\d{1,2})$/.exec(key);
  const [one, other] = [parts?.[1], parts?.[2]].map((part) => list.byWord.get(part ?? ''));
  return one !== undefined && one === other ? one : null;
};

export const SEX_WORDS = words(codes.SEX, { '1': '男性|m|man|男士', '2': '女性|f|woman|女士', '0': '不详' });
export const MARITAL_WORDS = words(codes.MARITAL, {
  '10': '单身|未婚（单身）',
  '20': '有配偶|结婚|已',
  '30': '丧',
  '40': '离异|离',
  '90': '不详|未知|其他',
});
/** GB/T 4658 has more steps than Linli keeps: 11 doctor and 12 master are 10. */
export const EDUCATION_WORDS = words(codes.EDUCATION, {
  '10': '研究生教育|硕士|硕士研究生|博士|博士研究生|研究生及以上|博士后|11|12|13|14|15|16|17|19|master|doctor|phd',
  '20': '本科|大学|学士|大学本科及以上|本科及以上|全日制本科|21|22|28|29|university|undergraduate',
  '30': '大专|专科|高职|大学专科及以上|大专及以上|高等职业|31|38|39|college degree',
  '40': '中专|中等专业学校|职高|职业高中|中职|中等职业|41|42|43|44|45|46|47|48|49|secondary school',
  '50': '技校|51|58|59',
  '60': '普通高中|高中及以下|高中毕业|61|62|68|69|high school',
  '70': '初级中学|初中毕业|普通初中|71|72|73|78|79|middle school',
  '80': '小学毕业|小学以下|81|88|89|primary',
  '90': '文盲|半文盲|文盲或半文盲|不识字|无|学龄前|幼儿|不详|未上学|91|92|99',
});
/** GB/T 4761 has more relations than Linli keeps; in-laws are other relatives, grandchildren of daughters are grandchildren. */
export const RELATION_WORDS = words(codes.RELATION, {
  '01': '自己|1',
  '02': '户主本人|户主（本人）|本人或户主|本人（户主）|2|head of household|householder',
  '10': '夫|妻|丈夫|妻子|爱人|老公|老婆|媳妇（妻）|之妻|之夫|11|12|husband|wife',
  '20': '儿子|长子|次子|二子|三子|四子|五子|独生子|养子|继子|之子|小儿子|大儿子|21|22|23|24|25|26|27|29',
  '30': '女儿|长女|次女|二女|三女|四女|五女|独生女|养女|继女|之女|小女儿|大女儿|31|32|33|34|35|36|37|39',
  '41': '孙|长孙|次孙|外孙|外孙子|孙儿|之孙|43|grandson',
  '42': '外孙女|长孙女|次孙女|孙女儿|44|granddaughter',
  '51': '父|爸爸|继父|养父|之父|57|father',
  '52': '母|妈妈|继母|养母|之母|58|mother',
  '97': '儿媳|之媳|媳妇|长媳|次媳|女婿|婿|公公|婆婆|岳父|岳母|公婆|祖父|祖母|爷爷|奶奶|外祖父|外祖母|姥爷|姥姥|外公|外婆|兄弟姐妹|兄|弟|哥哥|弟弟|姐|妹|姐姐|妹妹|嫂|嫂子|弟媳|姐夫|妹夫|侄子|侄女|外甥|外甥女|孙媳|孙女婿|曾孙|曾孙子|曾孙女|其他|亲属|亲戚|其他亲戚|叔|伯|姑|舅|姨|孙子女|28|38|45|46|47|48|49|53|54|55|56|59|61|62|63|64|65|69|70|71|72|73|74|75|76|77|78|79|80|81|82|83|84|85|86|87|88|89|90|91|92|93|94|95|96|son-in-law|daughter-in-law|brother|sister|relative',
  '99': '非亲属关系|保姆|租户|租客|同住|合租|朋友|同事|雇工|房客|98|tenant|friend|unrelated',
});
export const REGISTRATION_WORDS = words(codes.REGISTRATION, {
  here: '本地|本社区|户在人在|常住|本地户籍|户籍人口|一致|人户一致（户在人在）|本街道|户籍在本社区',
  separated: '分离|户在人不在|人在户不在|区内人户分离|市内人户分离|本区',
  elsewhere: '外地|外来|流动人口|流入|市外|省外|外地户籍|非本地|户籍在外|暂住',
});
export const MODE_WORDS = words(codes.MEMBER_MODE, {
  direct: '居民党员|直接管理|直管党员|居民党员直管',
  shared: '在职党员|共管党员|双报到|报到党员|在职党员共管|共同管理',
  joint: '离退休党员|退休党员|联管党员|离退休党员联管|离休党员',
  adopted: '无职党员|接管党员|无职党员接管|待业党员|下岗党员',
  assisted: '流动党员|协管党员|流动党员协管',
});
export const MEMBER_KIND_WORDS = words(codes.MEMBER_KIND, {
  full: '正式|中共党员|党员|full',
  probationary: '预备|中共预备党员|probationary',
});
export const STANDING_WORDS = words(codes.MEMBER_STANDING, {
  normal: '正常党籍|在册|有效|good|是',
  outOfContact: '失联党员|失去联系',
  suspended: '停止|停籍',
  left: '除名|开除|退党|自行脱党',
});
export const POST_WORDS = words(codes.POST, {
  policy: '政策宣传岗|宣传|policy publicity',
  security: '治安维护岗|治安|治安巡逻',
  sanitation: '环境卫生岗|卫生|环境监督|环境卫生监督',
  amenities: '公共设施岗|设施维护|公共设施维护',
  civility: '文明新风岗|文明劝导|文明倡导',
  finance: '财务监督岗|财务',
  majorMatters: '重大事项监督岗|重大事项',
  publicVoice: '民情信息岗|民情|民情收集|社情民意',
  helpThePoor: '扶贫帮困岗|扶贫|帮困|爱心帮扶',
  legalService: '法律服务岗|法律|矛盾调解',
  employment: '就业信息岗|就业',
});
export const PARTY_LEVEL_WORDS = words(codes.PARTY_LEVEL, {
  workingCommittee: '党工委|街道工委|工委|街道党工委',
  generalBranch: '党总支|总支|社区党委|党委',
  branch: '支部|楼院党支部|联合党支部|联合支部',
  group: '小组|特色党小组',
});
export const PARTY_ROLE_WORDS = words(codes.PARTY_ROLE);
export const GRID_KIND_WORDS = words(codes.GRID_KIND, {
  basic: '基础|普通|一般',
  dedicated: '专属|专用|特殊',
});
export const BUILDING_USE_WORDS = words(codes.BUILDING_USE, {
  residential: '居民楼|居住|住宅楼|民用住宅',
  mixed: '商住楼|商住两用|底商住宅',
  commercial: '商业楼|商铺|商场|商用',
  office: '办公楼|写字楼',
  medical: '医院|卫生院',
  courtyard: '平房|院落|自建房|四合院',
  service: '配套|物业用房',
  community: '社区用房|社区办公',
});
export const ROOF_WORDS = words(codes.ROOF, { flat: '平顶', gable: '坡屋顶|坡顶' });
export const DWELLING_USE_WORDS = words(codes.DWELLING_USE, {
  home: '居住|住房|民用|自住|住',
  shop: '商用|门店|门面|铺面|商业',
  office: '写字间|办公用房',
  storage: '仓库|库房|储藏室|储藏间|车库',
});
export const OCCUPANCY_WORDS = words(codes.OCCUPANCY, {
  owner: '自住房|自有|自用|业主自住|自有住房|自购|已入住|入住|有人住',
  let: '租赁|租住|租房|出租房|出租屋|租|整租|合租|已出租',
  vacant: '空|空房|空置房|无人|闲置|未入住|无人居住',
  business: '商用|营业|经营用房|办公',
});
export const DIRECTION_WORDS = words(codes.FLOATING_DIRECTION, {
  in: '流入人口|入|外来|来本地|流入本地|inflow',
  out: '流出人口|出|外出|流出本地|outflow',
});
export const FLOATING_REASON_WORDS = words(codes.FLOATING_REASON, {
  '01': '打工|务工经商|工作|上班|就业|1|外出务工',
  '02': '种地|2',
  '03': '做生意|生意|经营|3|开店',
  '04': '服务业|4',
  '05': '出差|5',
  '06': '学习|上学|就学|读书|培训|陪读|求学|借读|6|student',
  '07': '治病|就医|看病|疗养|7',
  '08': '家政|8',
  '09': '投亲|投靠|随迁|投亲靠友|投靠子女|投靠父母|婚嫁|家属随迁|照顾孙辈|带孩子|9',
  '10': '探亲',
  '11': '旅游',
});
export const PERMIT_WORDS = words(codes.PERMIT, {
  registration: '登记|暂住登记|已登记|居住登记凭证|暂住证',
  residencePermit: '有|已办|已办理|办理|居住证（有效）|是|permit',
  none: '无|否|未办|没有|未登记',
});
export const ASSISTANCE_KIND_WORDS = words(codes.ASSISTANCE_KIND, {
  lowIncome: '低保户|最低生活保障|城市低保|农村低保|城镇低保|城低保',
  temporary: '临时|临时救助金',
  medical: '医疗|大病救助',
});
export const CATEGORY_WORDS = words(codes.ASSISTANCE_CATEGORY, {
  A: 'a类|一类|1类|甲类|一|1',
  B: 'b类|二类|2类|乙类|二|2',
  C: 'c类|三类|3类|丙类|三|3|四类|d类',
});
export const CARE_KIND_WORDS = words(codes.CARE_KIND, {
  disabled: '残疾人|残疾人员|残障',
  livingAlone: '独居老人|孤寡老人|独居',
  emptyNest: '空巢老人|空巢家庭',
  aged80: '高龄|高龄老人|80岁以上|80岁以上老人|80周岁以上|高龄（80）|八十岁以上',
  dependent: '失能老人|失能半失能|半失能|失能半失能老人|生活不能自理|卧床',
  destitute: '特困人员|五保|五保户|三无人员|特困供养',
  veteranCare: '优抚对象|退役军人|军烈属|烈属|伤残军人|退伍军人',
  lostOnlyChild: '失独家庭|失独老人|计生特殊家庭',
  leftBehindChild: '留守|困境儿童|留守儿童（困境）',
});
export const LEVEL_WORDS = words(codes.CARE_LEVEL, {
  high: '高|重点关注|红|红色|一级|重度',
  medium: '中|黄|黄色|二级|中度|普通',
  low: '低|一般关注|绿|绿色|三级|轻度',
});
export const DISABILITY_WORDS = words(codes.DISABILITY, {
  sight: '视力残疾|盲|盲人|1',
  hearing: '听力残疾|聋|2',
  speech: '言语残疾|语言|哑|3',
  physical: '肢体残疾|肢残|4',
  intellectual: '智力残疾|智残|5',
  mental: '精神残疾|6',
  multiple: '多重残疾|7',
});
export const ORGANISATION_KIND_WORDS = words(codes.ORGANISATION_KIND, {
  government: '机关单位|行政机关|政府机关|党政机关|国家机关',
  institution: '事业|事业法人|学校|医院',
  company: '公司|企业法人|有限公司|国企|国有企业|民营企业|私营企业|非公企业',
  soleTrader: '个体|个体户|个体工商|商户|个体经营|门店',
  newEconomic: '两新组织|新经济',
  newSocial: '新社会|民办非企业|民非|社会服务机构',
  society: '社会组织|社团|协会|群团',
});
export const FACILITY_KIND_WORDS = words(codes.FACILITY_KIND, {
  memberStation: '党员服务中心|党群服务中心|党员活动室',
  learningStation: '远程教育站|远程教育接收站|远教站|远程教育',
  labourStation: '劳动保障站|社保站|劳动保障所',
  clinic: '卫生室|卫生所|社区卫生服务中心|社区卫生服务站|诊所|社区医院',
  policeRoom: '社区警务室|派出所警务室|警务站',
  readingRoom: '图书室|图书阅览室|农家书屋|书屋',
  gym: '健身房|健身中心|健身场所',
  serviceHall: '服务大厅|便民大厅|便民服务中心|便民服务站|一站式大厅',
  familyHall: '计生大厅|计生服务站|计生服务室',
  cultureCentre: '文化中心|文化站|文化活动室|文体中心|综合文化站',
});
export const MATTER_KIND_WORDS = words(codes.MATTER_KIND, {
  urgent: '急办|紧急|急件|特急|加急',
  timed: '限时|限时办理|普通|一般',
  promised: '承诺|承诺办理',
  supplement: '补办|补件',
  suggestion: '建议|意见|意见建议|建议意见',
});
export const CHANNEL_WORDS = words(codes.MATTER_CHANNEL, {
  mailbox: '信箱|意见箱',
  officer: '信息员|网格员|网格员上报|走访|入户走访|巡查|来访|现场|上门|窗口',
  notebook: '笔记|民情日记',
  hotline: '热线|电话|12345|热线电话|来电|便民热线',
  contactCard: '连心卡|联系卡',
});
export const STAGE_WORDS = words(codes.MATTER_STAGE, {
  accept: '登记|待受理|已受理|新增|待办|待处理',
  handle: '办理中|处理中|在办|正在办理|交办|转办|处置中',
  publish: '公示|反馈|已办结待反馈',
  followUp: '跟踪|回访|待回访|已反馈',
  archived: '归档|办结|已办结|已完成|完成|结案|已解决|已处理|closed|done',
  declined: '不受理|退回|已退回|不予办理',
});
export const DUTY_WORDS = words(codes.DUTY_KIND, {
  checkIn: '社区报到|双报到|在职党员报到|党员报到|签到',
  activity: '志愿服务|志愿者活动|活动|义务劳动|主题党日|公益活动|volunteering',
  deed: '为民实事|办实事|认领实事|微心愿|帮扶',
  meeting: '组织生活|民主生活会|支部会议|党员大会|党课|三会一课',
  appraisal: '民主评议|考评|年度考核|评议',
});
export const VISIT_KIND_WORDS = words(codes.VISIT_KIND, {
  care: '关爱|走访|慰问|探访|日常走访|入户走访|走访慰问',
  revisit: '回访|大回访',
  matter: '办件|满意度回访',
  floating: '流动人口',
});
export const VISIT_RESULT_WORDS = words(codes.VISIT_RESULT, {
  well: '正常|良好|一切安好|平安|无异常|安好|ok',
  needsHelp: '需帮助|有困难|有需求|异常|需关注',
  notHome: '无人|不在家|未见到|家里没人|无人在家',
});
export const WORKER_ROLE_WORDS = words(codes.WORKER_ROLE, {
  gridLeader: '网格长（党支部书记）|片长',
  gridWorker: '专职网格员|兼职网格员|格员',
  informationOfficer: '信息员',
});
export const SATISFACTION_WORDS = words(
  {
    satisfied: { zh: '满意', en: 'Satisfied' },
    fair: { zh: '基本满意', en: 'Fair' },
    dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
  },
  { satisfied: '非常满意|很满意', fair: '一般|较满意|比较满意', dissatisfied: '很不满意' },
);
