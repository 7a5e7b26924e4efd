/**
 * The code lists of the domain, in both languages. Standards: GB/T 2261.1 sex, GB/T 2261.2 marital status, GB/T 4658 education,
 * GB/T 4761 relation to the head of the household. Lists without a standard's name are Linli's own.
 * Above 300 lines: it is one table, and nobody looks for a list in two places.
 */
export interface CodeEntry {
  readonly zh: string;
  readonly en: string;
}
export type CodeList<K extends string = string> = Readonly<Record<K, CodeEntry>>;

const list = <const T extends Record<string, readonly [zh: string, en: string]>>(
  entries: T,
): CodeList<keyof T & string> =>
  Object.fromEntries(Object.entries(entries).map(([code, [zh, en]]) => [code, { zh, en }])) as CodeList<
    keyof T & string
  >;

/** The codes of a list, as a tuple that zod's `enum` takes. */
export const codesOf = <K extends string>(codes: CodeList<K>): [K, ...K[]] =>
  Object.keys(codes) as [K, ...K[]];

export const SEX = list({
  '0': ['未知', 'Unknown'],
  '1': ['男', 'Male'],
  '2': ['女', 'Female'],
  '9': ['未说明', 'Not stated'],
});
export const MARITAL = list({
  '10': ['未婚', 'Single'],
  '20': ['已婚', 'Married'],
  '21': ['初婚', 'First marriage'],
  '22': ['再婚', 'Married again'],
  '23': ['复婚', 'Remarried to former spouse'],
  '30': ['丧偶', 'Widowed'],
  '40': ['离婚', 'Divorced'],
  '90': ['未说明', 'Not stated'],
});
export const EDUCATION = list({
  '10': ['研究生', 'Postgraduate'],
  '20': ['大学本科', 'Bachelor'],
  '30': ['大学专科', 'College'],
  '40': ['中等专业', 'Secondary vocational'],
  '50': ['技工学校', 'Technical school'],
  '60': ['高中', 'Senior high school'],
  '70': ['初中', 'Junior high school'],
  '80': ['小学', 'Primary school'],
  '90': ['其他', 'Other'],
});
export const RELATION = list({
  '01': ['本人', 'Self'],
  '02': ['户主', 'Head'],
  '10': ['配偶', 'Spouse'],
  '20': ['子', 'Son'],
  '30': ['女', 'Daughter'],
  '41': ['孙子', 'Grandson'],
  '42': ['孙女', 'Granddaughter'],
  '51': ['父亲', 'Father'],
  '52': ['母亲', 'Mother'],
  '97': ['其他亲属', 'Other relative'],
  '99': ['非亲属', 'Not related'],
});
export const MEMBER_MODE = list({
  direct: ['直管', 'Direct'],
  shared: ['共管', 'Shared'],
  joint: ['联管', 'Joint'],
  adopted: ['接管', 'Adopted'],
  assisted: ['协管', 'Assisted'],
});
export const MEMBER_GROUP = list({
  direct: ['居民党员', 'Resident members'],
  shared: ['在职党员', 'In-service members'],
  joint: ['离退休党员', 'Retired members'],
  adopted: ['无职党员', 'Members without a post'],
  assisted: ['流动党员', 'Floating members'],
});
export const MEMBER_KIND = list({
  full: ['正式党员', 'Full member'],
  probationary: ['预备党员', 'Probationary member'],
});
export const MEMBER_STANDING = list({
  normal: ['正常', 'In good standing'],
  outOfContact: ['失联', 'Out of contact'],
  suspended: ['停止党籍', 'Suspended'],
  left: ['出党', 'Left'],
});
export const POST = list({
  policy: ['政策宣传', 'Policy publicity'],
  security: ['治安维护', 'Public order'],
  sanitation: ['环境卫生', 'Sanitation'],
  amenities: ['公共设施', 'Public amenities'],
  civility: ['文明新风', 'Civility'],
  finance: ['财务监督', 'Finance oversight'],
  majorMatters: ['重大事项监督', 'Oversight of major matters'],
  publicVoice: ['民情信息', 'Public voice'],
  helpThePoor: ['扶贫帮困', 'Help for those in need'],
  legalService: ['法律服务', 'Legal service'],
  employment: ['就业信息', 'Job information'],
});
export const PARTY_LEVEL = list({
  workingCommittee: ['街道党工委', 'Subdistrict working committee'],
  generalBranch: ['社区党总支', 'Community general branch'],
  branch: ['党支部', 'Branch'],
  group: ['党小组', 'Party group'],
});
export const PARTY_ROLE = list({
  core: ['核心', 'Core'],
  main: ['主体', 'Main body'],
  base: ['基础', 'Base'],
  supplement: ['补充', 'Supplement'],
  extension: ['延伸', 'Extension'],
});
export const GRID_KIND = list({
  basic: ['基础网格', 'Basic grid'],
  dedicated: ['专属网格', 'Dedicated grid'],
});
export const PLAN_STATE = list({
  draft: ['草案', 'Draft'],
  published: ['已发布', 'Published'],
  archived: ['已归档', 'Archived'],
});
/** What a file of places holds. */
export const SOURCE_KIND = list({
  footprints: ['楼栋轮廓', 'Footprints'],
  model: ['三维模型', 'Models'],
  tileset: ['实景三维', 'Real scene'],
  terrain: ['地形', 'Terrain'],
  imagery: ['地面影像', 'Ground imagery'],
  areas: ['网格边界', 'Grid boundaries'],
});
/** How personal values left the screen. */
export const DISCLOSURE_KIND = list({
  export: ['导出', 'Export'],
  print: ['打印', 'Print'],
  backup: ['备份', 'Backup'],
});
/** What links an object of a file to a building. */
export const LINK_BY = list({
  made: ['随文件建立', 'Made from it'],
  id: ['编号', 'Id'],
  name: ['名称', 'Name'],
  overlap: ['轮廓重叠', 'Overlap'],
  hand: ['人工', 'By hand'],
});
export const BUILDING_USE = list({
  residential: ['住宅', 'Residential'],
  mixed: ['商住', 'Mixed'],
  commercial: ['商业', 'Commercial'],
  office: ['办公', 'Offices'],
  school: ['学校', 'School'],
  kindergarten: ['幼儿园', 'Kindergarten'],
  market: ['市场', 'Market'],
  medical: ['医疗', 'Medical'],
  community: ['社区用房', 'Community rooms'],
  service: ['配套用房', 'Service building'],
  courtyard: ['院落住宅', 'Courtyard house'],
});
export const ROOF = list({
  flat: ['平屋顶', 'Flat'],
  gable: ['双坡', 'Gable'],
  hip: ['四坡', 'Hip'],
  vault: ['拱棚', 'Vault'],
});
export const DWELLING_USE = list({
  home: ['住宅', 'Home'],
  shop: ['商铺', 'Shop'],
  office: ['办公', 'Office'],
  storage: ['仓储', 'Storage'],
});
export const OCCUPANCY = list({
  owner: ['自住', 'Owner-occupied'],
  let: ['出租', 'Let'],
  vacant: ['空置', 'Vacant'],
  business: ['经营', 'Business'],
});
export const RESIDENT_STATUS = list({
  present: ['在住', 'Present'],
  movedAway: ['已迁出', 'Moved away'],
  died: ['已死亡', 'Died'],
});
/** Where a person is registered, seen from the actual home: here, in another home of the community, or outside it. */
export const REGISTRATION = list({
  here: ['人户一致', 'Registered here'],
  separated: ['人户分离', 'Registered elsewhere in the district'],
  elsewhere: ['户籍在外地', 'Registered outside'],
});
export const FLOATING_DIRECTION = list({ in: ['流入', 'Inflow'], out: ['流出', 'Outflow'] });
export const FLOATING_REASON = list({
  '01': ['务工', 'Work'],
  '02': ['务农', 'Farm work'],
  '03': ['经商', 'Trade'],
  '04': ['服务', 'Service'],
  '05': ['因公出差', 'Business trip'],
  '06': ['借读培训', 'Study'],
  '07': ['治病疗养', 'Medical'],
  '08': ['保姆', 'Domestic help'],
  '09': ['投靠亲友', 'Joining family'],
  '10': ['探亲访友', 'Visiting'],
  '11': ['旅游观光', 'Tourism'],
  '99': ['其他', 'Other'],
});
export const PERMIT = list({
  registration: ['居住登记', 'Residence registration'],
  residencePermit: ['居住证', 'Residence permit'],
  none: ['未办理', 'None'],
});
export const ASSISTANCE_KIND = list({
  lowIncome: ['低保', 'Low-income allowance'],
  temporary: ['临时救助', 'Temporary relief'],
  medical: ['医疗救助', 'Medical relief'],
});
export const ASSISTANCE_CATEGORY = list({
  A: ['A类（每年复核）', 'A (yearly review)'],
  B: ['B类（半年复核）', 'B (half-yearly review)'],
  C: ['C类（每季复核）', 'C (quarterly review)'],
});
export const RECORD_STATE = list({ active: ['有效', 'Active'], ended: ['已终止', 'Ended'] });
export const CARE_KIND = list({
  disabled: ['残疾', 'Disabled'],
  livingAlone: ['独居', 'Living alone'],
  emptyNest: ['空巢', 'Empty-nest'],
  aged80: ['高龄（80+）', 'Aged 80+'],
  dependent: ['失能', 'Unable to care for self'],
  destitute: ['特困', 'Destitute'],
  veteranCare: ['优抚', 'Preferential care'],
  lostOnlyChild: ['失独', 'Lost only child'],
  leftBehindChild: ['留守儿童', 'Left-behind child'],
});
export const CARE_LEVEL = list({ high: ['重点', 'High'], medium: ['一般', 'Medium'], low: ['关注', 'Low'] });
export const DISABILITY = list({
  sight: ['视力', 'Sight'],
  hearing: ['听力', 'Hearing'],
  speech: ['言语', 'Speech'],
  physical: ['肢体', 'Physical'],
  intellectual: ['智力', 'Intellectual'],
  mental: ['精神', 'Mental'],
  multiple: ['多重', 'Multiple'],
});
export const ORGANISATION_KIND = list({
  government: ['机关', 'Government'],
  institution: ['事业单位', 'Institution'],
  company: ['企业', 'Company'],
  soleTrader: ['个体工商户', 'Sole trader'],
  newEconomic: ['新经济组织', 'New economic organisation'],
  newSocial: ['新社会组织', 'New social organisation'],
  society: ['社会团体', 'Social organisation'],
});
export const FACILITY_KIND = list({
  memberStation: ['党员服务站', 'Party member station'],
  learningStation: ['党员现代远程教育接收站', 'Distance learning station'],
  labourStation: ['劳动保障事务站', 'Labour and social security station'],
  clinic: ['卫生服务站', 'Clinic'],
  policeRoom: ['警务室', 'Police room'],
  readingRoom: ['阅览室', 'Reading room'],
  gym: ['健身室', 'Gym'],
  serviceHall: ['便民服务大厅', 'Service hall'],
  familyHall: ['计生服务大厅', 'Family planning hall'],
  cultureCentre: ['文化活动中心', 'Culture centre'],
});
export const MATTER_KIND = list({
  urgent: ['急办件', 'Urgent'],
  timed: ['限时件', 'Timed'],
  promised: ['承诺件', 'Promised'],
  supplement: ['补办件', 'Supplement'],
  suggestion: ['建议件', 'Suggestion'],
});
export const MATTER_CHANNEL = list({
  mailbox: ['民情信箱', 'Mailbox'],
  officer: ['民情信息员', 'Information officer'],
  notebook: ['民情笔记', 'Notebook'],
  hotline: ['服务热线', 'Hotline'],
  contactCard: ['民情连心卡', 'Contact card'],
});
/** The four procedures a matter goes through, and its end. */
export const MATTER_STAGE = list({
  accept: ['受理', 'Accept'],
  handle: ['办理', 'Handle'],
  publish: ['公示反馈', 'Publish'],
  followUp: ['跟踪监督', 'Follow up'],
  archived: ['已归档', 'Archived'],
  declined: ['不予受理', 'Declined'],
});
export const DUTY_KIND = list({
  checkIn: ['报到', 'Check-in'],
  activity: ['志愿活动', 'Volunteer activity'],
  deed: ['实事', 'Practical deed'],
  meeting: ['组织生活会', 'Organisation-life meeting'],
  appraisal: ['年度考评', 'Yearly appraisal'],
});
export const VISIT_KIND = list({
  care: ['关爱走访', 'Care visit'],
  revisit: ['民情大回访', 'Revisit campaign'],
  matter: ['办件回访', 'Matter revisit'],
  floating: ['流动人口走访', 'Floating population visit'],
});
export const VISIT_RESULT = list({
  well: ['一切正常', 'All well'],
  needsHelp: ['需要帮助', 'Needs help'],
  notHome: ['家中无人', 'Nobody home'],
});
export const WORKER_ROLE = list({
  gridLeader: ['网格长', 'Grid leader'],
  gridWorker: ['网格员', 'Grid worker'],
  informationOfficer: ['民情信息员', 'Information officer'],
});
