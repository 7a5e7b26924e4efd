/**
 * Which attribute says what, by its name: OpenStreetMap, Overture, Tilezen, Microsoft and Google footprints, Geofabrik, 3DBAG, the
 * headers of Chinese surveys and their pinyin initials.
 *
 * Names are compared without case, spaces and signs: `building:levels`, `building_levels` and `buildingLevels` are one.
 */

export type Role =
  | 'height'
  | 'heightFeet'
  | 'heightCentimetres'
  | 'elevation'
  | 'storeys'
  | 'minHeight'
  | 'minStorey'
  | 'ground'
  | 'name'
  | 'names'
  | 'id'
  | 'elementType'
  | 'parent'
  | 'building'
  | 'part'
  | 'kind'
  | 'isBuilding'
  | 'isArea';

/** The first name of a list that has a value wins. */
const NAMES: Readonly<Record<Role, readonly string[]>> = {
  height: [
    'height',
    '_height',
    'building:height',
    'height_m',
    'heightmetres',
    'heightmeters',
    'measuredheight',
    'render_height',
    'est_height',
    'bldg_height',
    'build_height',
    'height_max',
    'max_height',
    'b3_h_max',
    '建筑高度',
    '楼高',
    '房屋高度',
    '楼栋高度',
    '高度',
    '高度(米)',
    '高度（m）',
    '建筑高',
    'jzgd',
    'fwgd',
    'lgd',
    'hoehe',
    'altura',
    'hauteur',
  ],
  heightFeet: ['height_ft', 'height_feet', 'heightft', 'bldg_height_ft'],
  heightCentimetres: ['height_cm'],
  elevation: ['elevation', 'elev'],
  storeys: [
    'building:levels',
    'num_floors',
    'number_of_floors',
    'storeys',
    'stories',
    'storeysaboveground',
    'numberoffloorsaboveground',
    'floors',
    'floor',
    'floor_count',
    'floornum',
    'num_floor',
    'nfloors',
    'numfloors',
    'levels',
    'building_levels',
    'b3_bouwlagen',
    '层数',
    '地上层数',
    '总层数',
    '楼层',
    '楼层数',
    '房屋层数',
    '建筑层数',
    '层高数',
    'lc',
    'cs',
    'zcs',
    'dscs',
    'fwcs',
    'jzcs',
    'lcs',
  ],
  minHeight: ['min_height', 'building:min_height', 'render_min_height', 'base_height', '底高', '底部高度'],
  minStorey: ['building:min_level', 'min_level', 'min_floor'],
  ground: [
    'ground_elevation',
    'ground_height',
    'terrainheight',
    'ground_z',
    'base_elevation',
    '地面高程',
    '地面标高',
    '室外地坪标高',
    'b3_h_maaiveld',
  ],
  name: [
    'name',
    'name:zh',
    'name:zh-hans',
    '名称',
    'addr:housename',
    'name_zh',
    'name_cn',
    '楼名',
    '楼栋名称',
    '建筑名称',
    '建筑物名称',
    '房屋名称',
    '网格名称',
    '社区名称',
    '区域名称',
    'label',
    'title',
    '标题',
    'mc',
    'jzmc',
    'name:en',
    'name_en',
    '楼号',
    '楼栋号',
    '幢号',
    '栋号',
    '自然幢号',
    'zrzh',
    '楼栋',
    '门牌号',
    '网格编号',
  ],
  names: ['names'],
  id: [
    '@id',
    'id',
    'osm_id',
    'gml_id',
    'gmlid',
    'uuid',
    'guid',
    'globalid',
    'identificatie',
    'bdcdyh',
    '不动产单元号',
    '楼栋编码',
    '楼栋编号',
    '建筑编号',
    '房屋编号',
    '标识码',
    'bsm',
    '编号',
    '编码',
    'fid',
    'objectid',
    'ogc_fid',
    'gid',
    'adcode',
    '网格编号',
    'code',
    'full_plus_code',
  ],
  elementType: ['element', 'osm_type', '@type'],
  parent: ['building_id', 'root_id', 'parent_id', 'parent', 'outline_id', 'part_of', '所属楼栋'],
  building: ['building'],
  part: ['building:part', 'building_part'],
  kind: ['kind', 'type', 'theme', 'fclass', 'feature_type', 'layer', 'element_type', 'class'],
  isBuilding: [
    '楼号',
    '楼栋号',
    '幢号',
    '栋号',
    '自然幢号',
    'zrzh',
    '楼名',
    '楼栋名称',
    '楼栋编码',
    '楼栋编号',
    '建筑名称',
    '建筑物名称',
    '房屋名称',
    '房屋编号',
    '房屋用途',
    '房屋结构',
    '建筑结构',
    '建筑面积',
    '不动产单元号',
    'bdcdyh',
    'fwjg',
    'fwyt',
    'fwyt1',
    'jzmj',
    'jzmc',
    'area_in_meters',
    'full_plus_code',
    'capture_dates_range',
    'building_id',
    'building:use',
    'building:material',
    'roof:shape',
    'bouwjaar',
    'oorspronkelijkbouwjaar',
    'yearofconstruction',
    'b3_h_dak_max',
    'bin',
    'heightroof',
    'doitt_id',
    'bldg_id',
  ],
  isArea: [
    'boundary',
    'admin_level',
    'adcode',
    '网格编号',
    '网格名称',
    '网格',
    'grid_id',
    'grid_code',
    'gridcode',
    '社区名称',
    '社区编码',
    '区划代码',
    '行政区划代码',
    'totpop',
  ],
};

/** Without case, width, spaces and signs. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-:.()@]+/g, '');

export interface RoleOfName {
  readonly role: Role;
  /** The lower, the more it is believed. */
  readonly rank: number;
}

const ROLES: ReadonlyMap<string, readonly RoleOfName[]> = (() => {
  const roles = new Map<string, RoleOfName[]>();
  for (const [role, names] of Object.entries(NAMES) as [Role, readonly string[]][])
    names.forEach((name, rank) => {
      const key = plainName(name);
      const list = roles.get(key) ?? [];
      if (!list.some((known) => known.role === role)) roles.set(key, [...list, { role, rank }]);
    });
  return roles;
})();

const NO_ROLES: readonly RoleOfName[] = [];

/** Looks a name up; names repeat a hundred thousand times in a file and are kept. */
export const createRoles = (): ((name: string) => readonly RoleOfName[]) => {
  const known = new Map<string, readonly RoleOfName[]>();
  return (name) => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const roles = ROLES.get(plainName(name)) ?? NO_ROLES;
    known.set(name, roles);
    return roles;
  };
};
