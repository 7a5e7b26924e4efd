/** The obfuscated systems of Chinese web maps, in degrees and in metres. */
import {
  bd09McToWgs84,
  bd09ToWgs84,
  gcj02ToWgs84,
  wgs84ToBd09,
  wgs84ToBd09Mc,
  wgs84ToGcj02,
} from './china-offsets.ts';
import { CHINA, type Crs } from './crs.ts';
import { flat } from './proj-functions.ts';

export const OBFUSCATED = {
  'GCJ-02': {
    datum: 'gcj02',
    kind: 'geographic',
    name: { zh: 'GCJ-02（高德、腾讯地图的加密坐标）', en: 'GCJ-02 (obfuscated; Amap, Tencent)' },
    functions: flat(gcj02ToWgs84, wgs84ToGcj02),
  },
  'BD-09': {
    datum: 'bd09',
    kind: 'geographic',
    name: { zh: 'BD-09（百度地图的加密坐标）', en: 'BD-09 (obfuscated; Baidu)' },
    functions: flat(bd09ToWgs84, wgs84ToBd09),
  },
  'BD-09 MC': {
    datum: 'bd09',
    kind: 'projected',
    name: { zh: 'BD-09 墨卡托（百度地图的米制坐标）', en: 'BD-09 MC (Baidu Mercator metres)' },
    functions: flat(bd09McToWgs84, wgs84ToBd09Mc),
  },
} as const;

/** Chinese web maps also have obfuscated degrees in Web Mercator metres: `GCJ-02 via EPSG:3857`. */
export const ofVia = (system: 'GCJ-02' | 'BD-09', outer: Crs | null, text: string): Crs | null => {
  if (outer?.kind !== 'projected') return null;
  const { datum, name, functions } = OBFUSCATED[system];
  return {
    ...outer,
    text,
    code: text,
    datum,
    area: CHINA,
    name: { zh: `${name.zh}，${outer.name.zh}`, en: `${name.en} in ${outer.name.en}` },
    toWgs84: (x, y, z) => {
      const [lng, lat] = outer.toWgs84(x, y, z);
      return functions.toWgs84(lng, lat, z);
    },
    fromWgs84: (lng, lat, z) => {
      const [x, y] = functions.fromWgs84(lng, lat, z);
      return outer.fromWgs84(x, y, z);
    },
  };
};
