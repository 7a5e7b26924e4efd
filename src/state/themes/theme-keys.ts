/** The themes a community can be coloured by, in the order in which the desk offers them. */
import type { CodeEntry } from '../../domain/codes.ts';

export const THEME_KEYS = [
  'plain',
  'homes',
  'vacancy',
  'residents',
  'members',
  'floating',
  'lowIncome',
  'care',
  'organisations',
  'openMatters',
  'storeys',
  'year',
  'models',
] as const;
export type ThemeKey = (typeof THEME_KEYS)[number];

export const THEME_LABELS: Readonly<Record<ThemeKey, CodeEntry>> = {
  plain: { zh: '实景', en: 'As built' },
  homes: { zh: '住房', en: 'Homes' },
  vacancy: { zh: '空置率', en: 'Vacancy' },
  residents: { zh: '居民', en: 'Residents' },
  members: { zh: '党员', en: 'Party members' },
  floating: { zh: '流动人口', en: 'Floating population' },
  lowIncome: { zh: '低保户', en: 'Low-income households' },
  care: { zh: '关爱对象', en: 'Care needs' },
  organisations: { zh: '单位', en: 'Organisations' },
  openMatters: { zh: '在办事项', en: 'Open matters' },
  storeys: { zh: '层数', en: 'Storeys' },
  year: { zh: '建成年代', en: 'Year built' },
  models: { zh: '模型', en: 'Models' },
};

/** What the colour says, in a line under the legend's title. */
export const THEME_HINTS: Readonly<Record<ThemeKey, CodeEntry>> = {
  plain: { zh: '按用途和外墙颜色显示', en: 'Walls and roofs as they are' },
  homes: { zh: '每栋楼的住房套数', en: 'Homes in each building' },
  vacancy: { zh: '空置住房占全部住房的比例', en: 'Vacant homes as a share of all homes' },
  residents: { zh: '每栋楼的在住人数', en: 'People living in each building' },
  members: {
    zh: '人数最多的党员管理方式；数字为党员人数',
    en: 'The commonest way of managing members; figures are members',
  },
  floating: { zh: '流动人口占在住人口的比例', en: 'Registered inflow as a share of residents' },
  lowIncome: { zh: '每栋楼享受低保的户数', en: 'Households on the allowance in each building' },
  care: { zh: '每栋楼登记的关爱需求', en: 'Registered care needs in each building' },
  organisations: { zh: '每栋楼的单位数', en: 'Organisations in each building' },
  openMatters: { zh: '每栋楼尚未办结的事项', en: 'Matters still open in each building' },
  storeys: { zh: '地上层数', en: 'Storeys above ground' },
  year: { zh: '楼栋建成的年份', en: 'When the building was built' },
  models: { zh: '按导入的模型显示的楼栋', en: 'Buildings drawn from an imported model' },
};
