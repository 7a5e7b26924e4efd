/** Lists of buildings, of homes and of facilities. */
import {
  BUILDING_USE_WORDS,
  DWELLING_USE_WORDS,
  FACILITY_KIND_WORDS,
  OCCUPANCY_WORDS,
  ROOF_WORDS,
} from '../values/words.ts';
import { ADDRESS, ESTATE, PLACE, POINT, notes } from './common.ts';
import { field, type KindOfTable } from './field.ts';

export const BUILDINGS: KindOfTable = {
  kind: 'buildings',
  title: { zh: '楼栋', en: 'Buildings' },
  table: 'buildings',
  titles: /楼栋(?:名录|一览|台账|信息|基本)|楼宇|楼盘|buildings/i,
  required: [['building', 'address']],
  fields: [
    ADDRESS,
    ESTATE,
    field(
      'building',
      'text',
      null,
      ['楼栋', 'Building'],
      '楼号|楼栋号|楼栋名称|幢号|栋号|楼名|楼宇名称|名称|楼幢|building no|building name',
      { weight: 2 },
    ),
    field('buildingName', 'text', 'name', ['楼名', 'Name'], '楼栋新名称|标准名称'),
    field('aliases', 'list', null, ['别名', 'Other names'], '俗称|曾用名|其他名称|aliases', { weight: 2 }),
    field('use', 'code', 'use', ['用途', 'Use'], '楼栋性质|房屋用途|楼栋用途|建筑用途|性质|楼栋类型', {
      weight: 2,
      words: BUILDING_USE_WORDS,
    }),
    field('storeys', 'storeys', 'storeys', ['层数', 'Storeys'], '总层数|楼层数|地上层数|总楼层|楼层|floors', {
      weight: 3,
    }),
    field(
      'podiumStoreys',
      'integer',
      'podiumStoreys',
      ['裙房层数', 'Storeys of the podium'],
      '裙楼层数|底商层数',
      { weight: 2 },
    ),
    field('units', 'integer', 'units', ['单元数', 'Units'], '单元个数|单元|单元总数|staircases', {
      weight: 3,
    }),
    field(
      'doorsPerLanding',
      'doors',
      'doorsPerLanding',
      ['每层户数', 'Doors a landing'],
      '一梯户数|每单元每层户数|梯户数|梯户比|户型梯户|每层每单元户数|doors per landing',
      { weight: 2 },
    ),
    field(
      'yearBuilt',
      'integer',
      'yearBuilt',
      ['建成年份', 'Built'],
      '建成年代|建筑年代|竣工年份|建成时间|建造年份|建设年代|year built',
      { weight: 3 },
    ),
    field('roof', 'code', 'roof', ['屋顶', 'Roof'], '屋顶形式|屋面形式', { words: ROOF_WORDS }),
    field('grid', 'text', null, ['所属网格', 'Grid'], '网格|所在网格|网格名称|网格编码', { weight: 2 }),
    field('branch', 'text', null, ['楼院党支部', 'Branch'], '党支部|所属党支部|支部'),
    ...POINT,
    field(
      'heightMetres',
      'number',
      'heightMetres',
      ['楼高', 'Height (m)'],
      '建筑高度|楼高米|高度|檐高|height',
      {
        weight: 2,
      },
    ),
    field(
      'groundArea',
      'number',
      null,
      ['占地面积', 'Ground area (m²)'],
      '基底面积|建筑占地面积|底层面积|占地|footprint area|ground area',
      { weight: 3 },
    ),
    field('builtArea', 'number', null, ['总建筑面积', 'Floor area (m²)'], '建筑面积|建筑总面积|floor area', {
      weight: 2,
    }),
    field('lengthMetres', 'number', null, ['楼长（米）', 'Length (m)'], '长度|楼体长度|面宽|length', {
      weight: 1,
    }),
    field('widthMetres', 'number', null, ['楼宽（米）', 'Width (m)'], '宽度|楼体宽度|进深|width|depth', {
      weight: 1,
    }),
  ],
};

export const DWELLINGS: KindOfTable = {
  kind: 'dwellings',
  title: { zh: '房屋', en: 'Homes' },
  table: 'dwellings',
  titles: /房屋|住房|房产|出租屋|实有房屋|dwelling|homes/i,
  required: [['address', 'room']],
  fields: [
    ...PLACE,
    field('door', 'integer', 'door', ['门序', 'Door'], '户序|门'),
    field('use', 'code', 'use', ['房屋用途', 'Use'], '用途|规划用途|房屋类型', {
      weight: 2,
      words: DWELLING_USE_WORDS,
    }),
    field(
      'occupancy',
      'code',
      'occupancy',
      ['居住情况', 'Occupancy'],
      '使用情况|房屋状态|房屋使用情况|使用状况|居住状态|入住情况|是否出租|租住情况|使用性质|房屋性质',
      {
        weight: 3,
        words: OCCUPANCY_WORDS,
      },
    ),
    field(
      'areaSquareMetres',
      'number',
      'areaSquareMetres',
      ['建筑面积', 'Area (m²)'],
      '面积|房屋面积|建筑面积平方米|住房面积|area',
      { weight: 3 },
    ),
    field('rooms', 'integer', 'rooms', ['房间数', 'Rooms'], '居室数|间数|室数|户型', { weight: 2 }),
    field(
      'ownerName',
      'name',
      'personal.ownerName',
      ['房主姓名', 'Owner'],
      '业主|业主姓名|产权人|房主|房屋所有人|权利人|产权人姓名|户主姓名|户主|owner name',
      {
        weight: 3,
      },
    ),
    field(
      'ownerPhone',
      'phone',
      'personal.ownerPhone',
      ['房主电话', "Owner's phone"],
      '业主电话|业主联系方式|房主联系电话|业主联系电话|联系电话|联系方式|电话|手机|owner phone',
      {
        weight: 2,
      },
    ),
    notes(),
  ],
};

export const FACILITIES: KindOfTable = {
  kind: 'facilities',
  title: { zh: '服务设施', en: 'Facilities' },
  table: 'facilities',
  titles: /设施|四站三室|服务站点|阵地|facilit/i,
  required: [['name'], ['facilityKind'], ['address', 'building', 'longitude', 'point']],
  fields: [
    field(
      'name',
      'text',
      'name',
      ['设施名称', 'Facility'],
      '名称|服务站名称|站点名称|场所名称|阵地名称|name',
    ),
    field('facilityKind', 'code', 'kind', ['设施类别', 'Kind'], '设施类型|类别|类型|站点类别|场所类别', {
      weight: 2,
      words: FACILITY_KIND_WORDS,
    }),
    ...PLACE,
    ...POINT,
    field('reachMetres', 'number', 'reachMetres', ['服务半径', 'Reach (m)'], '服务半径米|辐射半径|覆盖半径', {
      weight: 3,
    }),
    field(
      'openHours',
      'text',
      'openHours',
      ['开放时间', 'Opening hours'],
      '服务时间|营业时间|办公时间|开放时段',
      { weight: 3 },
    ),
    field('phone', 'publicPhone', 'phone', ['联系电话', 'Phone'], '电话|服务电话|咨询电话|联系方式'),
  ],
};
