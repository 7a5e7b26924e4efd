/** Every coordinate system known by its EPSG code: the table, and the series of zones whose codes follow a rule. */
import type { Bounds } from '../../geometry/polygon.ts';
import type { Crs, Words } from './crs.ts';
import { CHINESE_NAMES, TABLE } from './definitions-table.ts';

export interface Definition {
  readonly code: number;
  readonly name: Words;
  readonly proj: string;
  readonly area: Bounds;
  readonly northFirst: boolean;
  readonly datum: Crs['datum'];
}

/** A datum in which China is surveyed in Gauss-Krüger strips; first codes of its four series. */
interface ChineseDatum {
  readonly datum: Crs['datum'];
  readonly zh: string;
  readonly en: string;
  readonly ellipsoid: string;
  readonly threeDegreeZone: number;
  readonly threeDegreeMeridian: number;
  readonly sixDegreeZone: number;
  readonly sixDegreeMeridian: number;
}
const KRASSOWSKY = '+ellps=krass +towgs84=15.8,-154.4,-82.3,0,0,0,0';
const CHINESE_DATUMS: readonly ChineseDatum[] = [
  {
    datum: 'cgcs2000',
    zh: 'CGCS2000',
    en: 'CGCS2000',
    ellipsoid: '+ellps=GRS80',
    threeDegreeZone: 4513,
    threeDegreeMeridian: 4534,
    sixDegreeZone: 4491,
    sixDegreeMeridian: 4502,
  },
  {
    datum: 'xian80',
    zh: '西安 80',
    en: 'Xian 1980',
    ellipsoid: '+a=6378140 +rf=298.257',
    threeDegreeZone: 2349,
    threeDegreeMeridian: 2370,
    sixDegreeZone: 2327,
    sixDegreeMeridian: 2338,
  },
  {
    datum: 'beijing54',
    zh: '北京 54',
    en: 'Beijing 1954',
    ellipsoid: KRASSOWSKY,
    threeDegreeZone: 2401,
    threeDegreeMeridian: 2422,
    sixDegreeZone: 21413,
    sixDegreeMeridian: 21453,
  },
];
const CHINA_SOUTH = 16.7;
const CHINA_NORTH = 53.56;
const FIRST_MERIDIAN = 75;
const LAST_MERIDIAN = 135;

/** Strips of 3 degrees (numbered 25–45) or 6 (13–23); easting with the zone's number before it, or without. */
const chineseStrips = (d: ChineseDatum, width: 3 | 6, prefixed: boolean): Definition[] => {
  const first =
    width === 3
      ? prefixed
        ? d.threeDegreeZone
        : d.threeDegreeMeridian
      : prefixed
        ? d.sixDegreeZone
        : d.sixDegreeMeridian;
  const out: Definition[] = [];
  for (let meridian = FIRST_MERIDIAN, i = 0; meridian <= LAST_MERIDIAN; meridian += width, i++) {
    const zone = width === 3 ? meridian / 3 : (meridian + 3) / 6;
    const strip = prefixed
      ? [`第 ${zone} 带`, `zone ${zone}`]
      : [`中央子午线 ${meridian}°E`, `CM ${meridian}E`];
    out.push({
      code: first + i,
      name: {
        zh: `${d.zh} ${width} 度带高斯投影，${strip[0]}`,
        en: `${d.en} / ${width === 3 ? '3-degree ' : ''}Gauss-Kruger ${strip[1]}`,
      },
      proj: `+proj=tmerc +lon_0=${meridian} +x_0=${prefixed ? zone : ''}500000 ${d.ellipsoid} +units=m`,
      area: [meridian - width / 2, CHINA_SOUTH, meridian + width / 2, CHINA_NORTH],
      northFirst: true,
      datum: d.datum,
    });
  }
  return out;
};

/** UTM zones `from`…`to`, of which zone 0 would have the code `base`. */
const utm = (
  base: number,
  from: number,
  to: number,
  en: string,
  ellipsoid: string,
  datum: Crs['datum'],
  south = false,
): Definition[] =>
  Array.from({ length: to - from + 1 }, (_, i) => {
    const zone = from + i;
    const west = zone * 6 - 186;
    return {
      code: base + zone,
      name: {
        zh: `${en} UTM 第 ${zone}${south ? 'S' : 'N'} 带`,
        en: `${en} / UTM zone ${zone}${south ? 'S' : 'N'}`,
      },
      proj: `+proj=utm +zone=${zone}${south ? ' +south' : ''} ${ellipsoid} +units=m`,
      area: south ? [west, -80, west + 6, 0] : [west, 0, west + 6, 84],
      northFirst: false,
      datum,
    };
  });

/** Latitude and longitude of origin in degrees of the 19 plane systems of Japan, I to XIX. */
const JAPAN: readonly (readonly [lat: number, lng: number])[] = [
  [33, 129.5],
  [33, 131],
  [36, 132 + 1 / 6],
  [33, 133.5],
  [36, 134 + 1 / 3],
  [36, 136],
  [36, 137 + 1 / 6],
  [36, 138.5],
  [36, 139 + 5 / 6],
  [40, 140 + 5 / 6],
  [44, 140.25],
  [44, 142.25],
  [44, 144.25],
  [26, 142],
  [26, 127.5],
  [26, 124],
  [26, 131],
  [20, 136],
  [26, 154],
];
const japan = (base: number, en: string): Definition[] =>
  JAPAN.map(([lat, lng], i) => ({
    code: base + i,
    name: { zh: `${en} 日本平面直角坐标系 ${i + 1}`, en: `${en} / Japan Plane Rectangular CS ${i + 1}` },
    proj: `+proj=tmerc +lat_0=${lat} +lon_0=${lng} +k=0.9999 +ellps=GRS80 +units=m`,
    area: [lng - 2, lat - 8, lng + 2, lat + 6],
    northFirst: true,
    datum: 'other',
  }));

const DATUM_OF: Readonly<Record<number, Crs['datum']>> = {
  4326: 'wgs84',
  4979: 'wgs84',
  4978: 'wgs84',
  3857: 'wgs84',
  3395: 'wgs84',
  4490: 'cgcs2000',
  4480: 'cgcs2000',
  4479: 'cgcs2000',
  4610: 'xian80',
  4214: 'beijing54',
};

const all: readonly Definition[] = [
  ...TABLE.map(
    ([code, en, proj, area, northFirst]): Definition => ({
      code,
      name: { zh: CHINESE_NAMES[code] ?? en, en },
      proj,
      area,
      northFirst: northFirst ?? false,
      datum: DATUM_OF[code] ?? 'other',
    }),
  ),
  ...CHINESE_DATUMS.flatMap((d) =>
    ([3, 6] as const).flatMap((width) =>
      [true, false].flatMap((prefixed) => chineseStrips(d, width, prefixed)),
    ),
  ),
  ...utm(32600, 1, 60, 'WGS 84', '+datum=WGS84', 'wgs84'),
  ...utm(32700, 1, 60, 'WGS 84', '+datum=WGS84', 'wgs84', true),
  ...utm(25800, 28, 38, 'ETRS89', '+ellps=GRS80', 'other'),
  ...utm(26900, 1, 23, 'NAD83', '+ellps=GRS80', 'other'),
  ...utm(28300, 48, 58, 'GDA94', '+ellps=GRS80', 'other', true),
  ...utm(7800, 46, 59, 'GDA2020', '+ellps=GRS80', 'other', true),
  ...utm(31960, 18, 25, 'SIRGAS 2000', '+ellps=GRS80', 'other', true),
  ...japan(6669, 'JGD2011'),
  ...japan(2443, 'JGD2000'),
];

export const DEFINITIONS: ReadonlyMap<number, Definition> = new Map(all.map((d) => [d.code, d]));

/** The central meridian of a strip of the datum, without a zone's number in the easting. */
export const chineseMeridianCode = (datum: Crs['datum'], meridian: number, width: 3 | 6): number | null => {
  const d = CHINESE_DATUMS.find((one) => one.datum === datum);
  const i = (meridian - FIRST_MERIDIAN) / width;
  if (!d || !Number.isInteger(i) || i < 0 || meridian > LAST_MERIDIAN) return null;
  return (width === 3 ? d.threeDegreeMeridian : d.sixDegreeMeridian) + i;
};

/** The strip of the datum whose number stands before the easting: 13–23 are 6 degrees wide, 25–45 are 3. */
export const chineseZoneCode = (datum: Crs['datum'], zone: number): number | null => {
  const d = CHINESE_DATUMS.find((one) => one.datum === datum);
  if (!d) return null;
  if (zone >= 25 && zone <= 45) return d.threeDegreeZone + zone - 25;
  return zone >= 13 && zone <= 23 ? d.sixDegreeZone + zone - 13 : null;
};

export const CHINESE_MERIDIANS = (width: 3 | 6): number[] =>
  Array.from({ length: (LAST_MERIDIAN - FIRST_MERIDIAN) / width + 1 }, (_, i) => FIRST_MERIDIAN + i * width);
