/** Texts about what some kinds of table ask before they are checked. */
export const tables = {
  crs: '表中坐标的坐标系',
  crsFound: '自动判断',
  crsHint: '不填则按表头和数值判断；来自高德、腾讯地图的选 GCJ-02，百度地图的选 BD-09。',
  crsUnknown: '不认识这个坐标系，请写 EPSG 代号，如 EPSG:4545。',
  makeHomes: '没有房屋的楼栋：按层数、单元数和每层户数生成房屋',
  unknownPeople: '还没有登记的人：',
  unknown: { create: '登记为居民', refuse: '不导入，列出来核对' },
  unknownHint: '登记需要姓名、身份证号（或完整的出生日期）和能对应到一套住房的住址。',
  registerUnknown: '把没有登记的 {{people}} 人登记为居民，重新检查',
  outline: '轮廓',
  approximate: '近似（按表格中的坐标生成，导入真实轮廓后替换）',
};
