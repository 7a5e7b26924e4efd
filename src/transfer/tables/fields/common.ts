/** Columns that many tables share: who, and where. */
import { EDUCATION_WORDS, MARITAL_WORDS, RELATION_WORDS, SEX_WORDS } from '../values/words.ts';
import { type Field, field } from './field.ts';

export const NAME = field(
  'name',
  'name',
  'personal.name',
  ['姓名', 'Name'],
  '居民姓名|人员姓名|户主姓名及成员|家庭成员姓名|成员姓名|党员姓名|对象姓名|申请人|申请人姓名|救助对象|被保障人|被保障人姓名|残疾人姓名|老人姓名|full name|resident|resident name|person',
);
export const CITIZEN_ID = field(
  'citizenId',
  'citizenId',
  'personal.citizenId',
  ['公民身份号码', 'Citizen ID'],
  '身份证号|身份证号码|身份证|证件号码|证件号|公民身份证号码|公民身份证号|居民身份证号|居民身份证号码|身份号码|有效证件号码|身份证件号码|二代身份证号|id|id number|id no|id card|id card number|identity card|idcard|national id|citizen id number',
);
export const SEX = field('sex', 'code', 'sex', ['性别', 'Sex'], 'gender|男女', { words: SEX_WORDS });
export const BIRTH_DATE = field(
  'birthDate',
  'date',
  'personal.birthDate',
  ['出生日期', 'Date of birth'],
  '出生年月|出生年月日|出生时间|生日|出生|birthday|birth date|dob|born|born on',
);
export const AGE = field('age', 'age', null, ['年龄', 'Age'], '周岁|实足年龄');
export const PHONE = field(
  'phone',
  'phone',
  'personal.phone',
  ['联系电话', 'Phone'],
  '联系方式|手机|手机号|手机号码|电话|电话号码|本人电话|移动电话|本人联系方式|本人联系电话|联络电话|mobile|mobile phone|phone number|telephone|tel|contact|cell',
);
export const ADDRESS = field(
  'address',
  'address',
  null,
  ['现住址', 'Address'],
  '家庭住址|居住地址|住址|地址|现居住地址|现居住地|实际居住地|现居地|居住地|现住地|现住地址|详细地址|家庭地址|实际居住地址|住所|门牌号|门牌|住房地址|房屋地址|房屋坐落|坐落|居住住址|居住详址|常住地址|所在地址|home address|residence|current address|home',
);
export const ESTATE = field(
  'estate',
  'text',
  null,
  ['小区', 'Estate'],
  '小区名称|所在小区|居住小区|院落|楼院|小区院落|小区楼院|compound|estate name',
);
export const BUILDING = field(
  'building',
  'text',
  null,
  ['楼号', 'Building'],
  '楼栋|楼栋号|楼幢|幢号|栋号|栋|幢|楼|楼宇|所在楼栋|楼栋名称|楼名|楼座|building no|building number|building name|block',
);
export const UNIT = field(
  'unit',
  'text',
  null,
  ['单元', 'Unit'],
  '单元号|门洞|梯号|unit no|unit number|staircase',
);
export const FLOOR = field(
  'floor',
  'text',
  null,
  ['楼层', 'Floor'],
  '层|所在层|层数（所在）|floor no|storey',
);
export const ROOM = field(
  'room',
  'text',
  null,
  ['室号', 'Room'],
  '房号|房间号|室|房间|门号|户室|房室号|户室号|门牌室号|房屋号|room no|room number|flat|apartment',
);
export const notes = (path = 'personal.notes'): Field =>
  field('notes', 'text', path, ['备注', 'Notes'], '说明|备注说明|其他|remark|remarks|note|comment|comments');

export const PLACE: readonly Field[] = [ADDRESS, ESTATE, BUILDING, UNIT, FLOOR, ROOM];
/** A point of the earth, in columns of its own or in one. Which coordinate system it is in is found out, or chosen. */
export const POINT: readonly Field[] = [
  field(
    'longitude',
    'coordinate',
    null,
    ['经度', 'Longitude'],
    '东经|坐标x|x坐标|横坐标|东坐标|lng|lon|long|x|easting',
    {
      weight: 2,
    },
  ),
  field(
    'latitude',
    'coordinate',
    null,
    ['纬度', 'Latitude'],
    '北纬|坐标y|y坐标|纵坐标|北坐标|lat|y|northing',
    {
      weight: 2,
    },
  ),
  field(
    'point',
    'point',
    null,
    ['坐标', 'Coordinates'],
    '经纬度|地理坐标|坐标位置|位置坐标|经纬度坐标|中心坐标|coordinate|location|lnglat|lonlat|latlng',
    { weight: 2 },
  ),
];
/** Who a row is about, in tables about people: nothing of it is written on their record. */
export const WHO: readonly Field[] = [NAME, CITIZEN_ID, SEX, BIRTH_DATE, AGE, PHONE].map((one) => ({
  ...one,
  path: null,
}));
/** What else such a row tells of a person who is not on record yet and is registered by it. */
export const NEWCOMER: readonly Field[] = [
  field(
    'relation',
    'code',
    null,
    ['与户主关系', 'Relation to the head'],
    '户主关系|与户主的关系|家庭关系|和户主关系|relation to head|relationship to head',
    { words: RELATION_WORDS },
  ),
  field('marital', 'code', null, ['婚姻状况', 'Marital status'], '婚姻|婚姻情况|婚否|marital', {
    words: MARITAL_WORDS,
  }),
  field('education', 'code', null, ['文化程度', 'Education'], '学历|受教育程度|教育程度|education level', {
    words: EDUCATION_WORDS,
  }),
];
