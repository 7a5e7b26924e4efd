/** Lists of grids, of who works in them, and of building heads. */
import { GRID_KIND_WORDS, WORKER_ROLE_WORDS } from '../values/words.ts';
import { PLACE, WHO } from './common.ts';
import { field, type KindOfTable } from './field.ts';

export const GRIDS: KindOfTable = {
  kind: 'grids',
  title: { zh: '网格', en: 'Grids' },
  table: 'grids',
  titles: /网格(?:划分|名录|一览|信息|表|基本)|\bgrids?\b/i,
  required: [['code', 'name']],
  fields: [
    field('code', 'text', 'code', ['网格编码', 'Grid code'], '网格编号|编码|网格代码|编号|code', {
      weight: 3,
    }),
    field('name', 'text', 'name', ['网格名称', 'Grid'], '名称|网格|所属网格|grid name|name', { weight: 2 }),
    field('gridKind', 'code', 'kind', ['网格类型', 'Kind of grid'], '网格类别|类型|类别|网格性质', {
      weight: 2,
      words: GRID_KIND_WORDS,
    }),
    field('branch', 'text', null, ['网格党支部', 'Branch'], '党支部|所属党支部|网格党组织|支部', {
      weight: 2,
    }),
  ],
};

export const GRID_WORKERS: KindOfTable = {
  kind: 'gridWorkers',
  title: { zh: '网格人员', en: 'Grid workers' },
  table: 'gridWorkers',
  titles: /网格员|网格长|信息员|网格(?:人员|力量)|grid worker/i,
  required: [['grid'], ['name']],
  fields: [
    field(
      'grid',
      'text',
      null,
      ['所属网格', 'Grid'],
      '网格|网格名称|网格编码|网格编号|负责网格|所在网格|包联网格',
      { weight: 3 },
    ),
    field('workerRole', 'code', 'role', ['网格职务', 'Role'], '职务|角色|岗位|人员类别|身份|网格岗位|role', {
      weight: 2,
      words: WORKER_ROLE_WORDS,
    }),
    field(
      'name',
      'name',
      'personal.name',
      ['姓名', 'Name'],
      '网格员姓名|网格员|网格长|人员姓名|网格长姓名|full name',
    ),
    field(
      'phone',
      'phone',
      'personal.phone',
      ['联系电话', 'Phone'],
      '手机|手机号|手机号码|联系方式|电话|网格员电话|mobile|tel',
    ),
  ],
};

export const BUILDING_HEADS: KindOfTable = {
  kind: 'buildingHeads',
  title: { zh: '楼长', en: 'Building heads' },
  table: 'buildingHeads',
  titles: /楼长|楼栋长|building head/i,
  required: [
    ['name', 'citizenId'],
    ['address', 'building'],
  ],
  fields: [
    ...WHO.map((one) =>
      one.key === 'name'
        ? {
            ...one,
            synonyms: [...one.synonyms, '楼长', '楼长姓名', '楼栋长', '党员楼长', '楼栋长姓名'],
            weight: 1,
          }
        : one.key === 'phone'
          ? { ...one, synonyms: [...one.synonyms, '楼长电话', '楼长联系方式'] }
          : one,
    ),
    ...PLACE.filter(({ key }) => ['address', 'estate', 'building'].includes(key)).map((one) =>
      one.key === 'building'
        ? {
            ...one,
            weight: 2,
            synonyms: [...one.synonyms, '负责楼栋', '所管楼栋', '责任楼栋', '包联楼栋', '管辖楼栋'],
          }
        : one,
    ),
    field('from', 'date', 'from', ['任职日期', 'Since'], '任职时间|担任时间|聘任日期|上任时间|from', {
      weight: 3,
    }),
  ],
};
