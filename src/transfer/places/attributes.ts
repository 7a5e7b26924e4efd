/**
 * What a file's attributes tell about a building: its use, its year, its roof, its staircases, its estate and number. Files of a dozen
 * makers are read; whoever finds another spelling adds it here.
 */
import { parseAddress } from '../../domain/address.ts';
import type { Building } from '../../domain/records/index.ts';

export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

const textOf = (attributes: Attributes, keys: readonly string[]): string => {
  for (const key of keys) {
    const value = attributes[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return '';
};
const numberOf = (attributes: Attributes, keys: readonly string[]): number | null => {
  const value = Number(/-?\d+(?:\.\d+)?/.exec(textOf(attributes, keys))?.[0] ?? Number.NaN);
  return Number.isFinite(value) ? value : null;
};

const USE_KEYS = [
  'building',
  'building:use',
  'amenity',
  'class',
  'subtype',
  'function',
  'usage',
  'use',
  'kind',
  'type',
  '用途',
  '房屋用途',
  '建筑用途',
  '类型',
];
const USES: readonly (readonly [RegExp, Building['use']])[] = [
  [/幼儿园|kindergarten|childcare|preschool/i, 'kindergarten'],
  [/学校|小学|中学|教学|school|college|university|education/i, 'school'],
  [/医院|卫生|诊所|hospital|clinic|medical|doctors|health/i, 'medical'],
  [/市场|集市|marketplace|market\b/i, 'market'],
  [/商住|综合|mixed|house;retail/i, 'mixed'],
  [/商业|商铺|门店|超市|酒店|宾馆|commercial|retail|shop|supermarket|hotel|restaurant/i, 'commercial'],
  [/办公|机关|写字楼|office|government|civic|public|townhall/i, 'office'],
  [/社区用房|居委会|community|党群/i, 'community'],
  [/平房|四合院|院落|窑洞|courtyard|farm\b/i, 'courtyard'],
  [
    /车库|锅炉|配电|泵房|设备|garage|service|shed|industrial|warehouse|storage|carport|hangar|utility|transportation|roof/i,
    'service',
  ],
  [/住宅|居民|公寓|宿舍|apartments|residential|house|detached|terrace|dormitory|bungalow/i, 'residential'],
];
/** `function` of CityGML: 1000 residential … 1070; 1080–1100 offices and trade; 2000s are public; the first two digits tell enough. */
const functionUse = (code: string): Building['use'] | null => {
  if (/^10[0-7]\d$/.test(code)) return 'residential';
  if (/^11[2-5]\d$|^12\d\d$/.test(code)) return 'commercial';
  if (/^108\d$|^114\d$/.test(code)) return 'office';
  return null;
};

/** Homes where nothing else is said: a community is made of them. */
export const useOf = (attributes: Attributes): Building['use'] => {
  for (const key of USE_KEYS) {
    const text = textOf(attributes, [key]);
    if (text === '') continue;
    const coded = functionUse(text);
    if (coded) return coded;
    const found = USES.find(([pattern]) => pattern.test(text));
    if (found) return found[1];
  }
  return 'residential';
};

const YEAR_KEYS = [
  'yearOfConstruction',
  'year_built',
  'start_date',
  'oorspronkelijkbouwjaar',
  'construction_year',
  'built',
  '建成年份',
  '竣工年份',
  '建成年代',
  '竣工时间',
  'bouwjaar',
];
export const yearOf = (attributes: Attributes, thisYear: number): number | null => {
  const year = Number(/(?:1[5-9]|20)\d\d/.exec(textOf(attributes, YEAR_KEYS))?.[0] ?? Number.NaN);
  return Number.isFinite(year) && year <= thisYear + 5 ? year : null;
};

const ROOFS: readonly (readonly [RegExp, Building['roof']])[] = [
  [/gabl|saddle|双坡|坡/i, 'gable'],
  [/hip|pyramid|四坡/i, 'hip'],
  [/round|vault|barrel|拱/i, 'vault'],
];
export const roofOf = (attributes: Attributes): Building['roof'] => {
  const text = textOf(attributes, ['roof:shape', 'roof_shape', 'roofType', 'b3_dak_type', '屋顶']);
  return ROOFS.find(([pattern]) => pattern.test(text))?.[1] ?? 'flat';
};

const whole = (value: number | null, max: number): number =>
  value === null || value < 0 ? 0 : Math.min(Math.round(value), max);
export const unitsOf = (attributes: Attributes): number =>
  whole(numberOf(attributes, ['units', '单元数', '单元', 'building:units', 'staircases']), 60);
export const doorsOf = (attributes: Attributes): number =>
  whole(numberOf(attributes, ['doorsPerLanding', '每层户数', '梯户', 'flats_per_landing']), 99);
export const podiumOf = (attributes: Attributes, storeys: number): number =>
  whole(numberOf(attributes, ['podiumStoreys', '底商层数', '裙房层数']), storeys);

export interface Named {
  readonly name: string;
  readonly estate: string;
  readonly number: string;
}
const ESTATE_KEYS = ['estate', '小区', '小区名称', '所属小区', 'addr:place', 'addr:housename', 'residential'];
const NUMBER_KEYS = ['number', '楼号', '楼栋号', '幢号', '栋号', 'addr:unit', 'ref'];

/** `fallback`: what a building is called that has no name. A name that is an address ("和顺家园3号楼") is taken apart. */
export const namesOf = (name: string, attributes: Attributes, fallback: string): Named => {
  const told = textOf(attributes, ESTATE_KEYS);
  // `addr:housename` can be the building's own name.
  const estate = told === name ? '' : told.slice(0, 60);
  const number = textOf(attributes, NUMBER_KEYS)
    .replace(/[号楼栋幢座#]+$/u, '')
    .slice(0, 20);
  const parsed = name === '' ? null : parseAddress(name);
  const ownNumber = parsed?.building ?? '';
  if (parsed && ownNumber !== '' && parsed.room === undefined)
    return {
      name:
        name
          .slice(parsed.estate?.length ?? 0)
          .trim()
          .slice(0, 60) || name.slice(0, 60),
      estate: estate || (parsed.estate ?? '').slice(0, 60),
      number: number || ownNumber.slice(0, 20),
    };
  if (name !== '') return { name: name.slice(0, 60), estate, number };
  return { name: number === '' ? fallback : `${number}号楼`, estate, number };
};
