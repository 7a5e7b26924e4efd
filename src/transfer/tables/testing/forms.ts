/** Tables of every kind as offices draw them, with the field that each column is. Cells are parted by "|"; @A and @B are IDs. */
import type { ImportKind } from '../fields/field.ts';
import { idOf } from './tables.ts';

export const ID_A = idOf('19700305', '011');
export const ID_B = idOf('19720812', '022');

type Form = readonly [kind: ImportKind, fileName: string, fields: string, ...rows: string[]];

const FORMS: readonly Form[] = [
  [
    'residents',
    '居民.csv',
    '-|householdNo|name|relation|sex|citizenId|-|education|marital|phone|address|registeredAddress|separated|workplace|notes',
    '序号|户号|姓名|与户主关系|性别|公民身份号码|民族|文化程度|婚姻状况|联系方式|现居住地址|户籍地址|人户分离|工作单位|备注',
    '1|H1|云建国|户主|男|@A|汉|高中|已婚|13812345678|云和家园3-2-502|云和家园3-2-502|否|云和物业|',
    '2|H1|何秀英|妻|女|@B|汉|初中|已婚|13812345679|云和家园3-2-502|北街12号|是||常住',
  ],
  [
    'residents',
    'people.csv',
    'name|sex|citizenId|birthDate|relation|building|unit|room|phone',
    'Name|Gender|ID number|Date of birth|Relationship to head|Building|Unit|Room|Mobile',
    '云建国|Male|@A|1970-03-05|Head|3|2|502|13812345678',
    '何秀英|Female|@B|1972-08-12|Wife|3|2|502|',
  ],
  [
    'memberships',
    '云和社区党员花名册.csv',
    '-|name|sex|citizenId|birthDate|joinedOn|fullOn|branch|partyPost|phone|address|duesPaidTo',
    '序号|姓名|性别|身份证号|出生年月|入党时间|转正时间|所在党支部|党内职务|联系电话|家庭住址|党费缴至',
    '1|云建国|男|@A|1970.03|1995.07|1996.07|第一党支部|书记|13812345678|云和家园3-2-502|2026-01',
  ],
  [
    'floating',
    '流动人口登记表.csv',
    'name|sex|citizenId|place|address|from|reason|permitNo|landlordName|landlordPhone|phone',
    '姓名|性别|身份证号码|户籍地|现住址|来本地时间|流动原因|居住证号|房东姓名|房东电话|联系电话',
    '云建国|男|@A|河南省|云和家园3-2-502|2024-05-01|务工||何房东|13912345678|13812345678',
  ],
  [
    'assistances',
    '低保花名册.csv',
    '-|name|citizenId|address|certificateNo|personsCovered|monthlyYuan|category|approvedOn|assistanceReason|bankAccount',
    '序号|户主姓名|身份证号|家庭住址|低保证号|保障人口|月保障金额（元）|保障类别|批准时间|致困原因|开户账号',
    '1|云建国|@A|云和家园3-2-502|D001|2|1240|A类|2024-05|疾病|6217001234567890123',
  ],
  [
    'careNeeds',
    '残疾人基本信息.csv',
    'name|citizenId|disability|disabilityLevel|certificateNo|contactName|contactPhone|address',
    '姓名|身份证号|残疾类别|残疾等级|残疾证号|监护人|监护人电话|住址',
    '云建国|@A|肢体|二级|@A42|何秀英|13812345679|云和家园3-2-502',
  ],
  [
    'organisations',
    '辖区单位名录.csv',
    'name|creditCode|orgKind|representative|industry|staffCount|address|contactPhone',
    '单位名称|统一社会信用代码|单位类型|法定代表人|行业|从业人数|经营地址|联系电话',
    '云和物业|91621002MA0000000G|企业|云建国|物业管理|12|云和家园1号楼1单元101|0934-8212345',
  ],
  [
    'dwellings',
    '房屋台账.csv',
    'estate|building|unit|room|areaSquareMetres|ownerName|ownerPhone|occupancy',
    '小区|楼号|单元|房号|建筑面积|业主姓名|业主电话|居住情况',
    '云和家园|3|2|502|86.5|云建国|13812345678|出租',
  ],
  [
    'buildings',
    '楼栋台账.csv',
    'estate|building|storeys|units|yearBuilt|grid',
    '小区名称|楼栋号|总层数|单元数|建成年份|所属网格',
    '云和家园|3|6|2|1998|第一网格',
  ],
  [
    'matters',
    '民情台账.csv',
    'number|reporterName|reporterPhone|description|channel|openedAt|handlerName|outcome|finishedAt|satisfaction',
    '编号|反映人|联系电话|反映内容|来源|受理时间|承办人|办理结果|办结时间|满意度',
    '1|云建国|13812345678|路灯不亮|热线|2026-03-01 10:00|何秀英|已修复|2026-03-02|满意',
  ],
  [
    'visits',
    '走访记录.csv',
    'on|name|address|visitor|notes|nextOn',
    '走访日期|走访对象|住址|走访人|走访情况|下次走访日期',
    '2026-03-01|云建国|云和家园3-2-502|何秀英|一切都好|2026-04-01',
  ],
  [
    'partyBodies',
    '党组织一览表.csv',
    'name|parent|secretaryName|secretaryPhone|foundedOn',
    '党组织名称|上级党组织|书记姓名|联系电话|成立时间',
    '第一党支部|云和社区党总支|云建国|13812345678|2019-07-01',
  ],
  [
    'grids',
    '网格划分表.csv',
    'code|name|gridKind|branch',
    '网格编码|网格名称|网格类型|网格党支部',
    '621002001901001|第一网格|基础网格|第一党支部',
  ],
  [
    'gridWorkers',
    '网格员名单.csv',
    'grid|name|workerRole|phone',
    '所属网格|姓名|职务|联系电话',
    '第一网格|云建国|网格员|13812345678',
  ],
  [
    'buildingHeads',
    '党员楼长名单.csv',
    'building|name|phone|from',
    '负责楼栋|楼长姓名|联系电话|任职时间',
    '云和家园3号楼|云建国|13812345678|2025-01-01',
  ],
  [
    'duties',
    '在职党员志愿服务记录.csv',
    'name|citizenId|on|dutyKind|hours|what',
    '姓名|身份证号|活动日期|活动类别|服务时长|活动内容',
    '云建国|@A|2026-03-01|志愿服务|2|清扫楼道',
  ],
  [
    'buildings',
    '楼栋台账.csv',
    'estate|building|storeys|units|doorsPerLanding|longitude|latitude|groundArea',
    '小区|楼号|层数|单元数|梯户比|经度|纬度|占地面积',
    '和顺家园|7|6|3|一梯两户|107.6507|35.7306|620',
  ],
  [
    'facilities',
    '设施点位.csv',
    'name|facilityKind|point',
    '设施名称|设施类别|坐标',
    '云和警务室|警务室|107.6507,35.7306',
  ],
  [
    'facilities',
    '服务设施.csv',
    'name|facilityKind|address|reachMetres|openHours|phone',
    '设施名称|设施类别|地址|服务半径|开放时间|联系电话',
    '云和卫生站|卫生服务站|云和家园1号楼|300|8:30-18:00|12345',
  ],
  [
    'services',
    '服务事项清单.csv',
    'name|facility|material|hours|phone',
    '事项名称|办理地点|所需材料|办理时间|咨询电话',
    '居住证办理|便民服务大厅|身份证、照片|工作日|12345',
  ],
];

/** Kind, name of the file, rows, fields. */
export const TABLES = FORMS.map(
  ([kind, name, fields, ...rows]): [ImportKind, string, string[][], (string | null)[]] => [
    kind,
    name,
    rows.map((row) => row.split('|').map((cell) => cell.replace('@A', ID_A).replace('@B', ID_B))),
    fields.split('|').map((field) => (field === '-' ? null : field)),
  ],
);
