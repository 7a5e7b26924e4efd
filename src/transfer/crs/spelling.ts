/** The ways in which files write down a coordinate system, brought to four: codes, a WKT, a PROJ text, or one of the Chinese systems. */
import type { Crs } from './crs.ts';
import { chineseMeridianCode, chineseZoneCode } from './definitions.ts';
import { type Horizontal, horizontalNode, looksLikeWkt } from './wkt.ts';

export type Spelling =
  | {
      readonly as: 'codes';
      /** EPSG codes: one, or horizontal and vertical. */
      readonly codes: readonly number[];
      /** Written as URN or URL of the OGC: then the authority's order of axes is meant to hold. */
      readonly formal: boolean;
    }
  | ({ readonly as: 'wkt' } & Horizontal)
  | { readonly as: 'proj'; readonly text: string }
  | { readonly as: 'projjson'; readonly value: object }
  | { readonly as: 'obfuscated'; readonly system: 'GCJ-02' | 'BD-09' | 'BD-09 MC' };

const codes = (list: readonly number[], formal = false): Spelling => ({ as: 'codes', codes: list, formal });

/** Names without spaces, dashes, dots and slashes, in capitals. */
const ALIASES: Readonly<Record<string, Spelling>> = {
  WGS84: codes([4326]),
  GCSWGS1984: codes([4326]),
  WGS1984: codes([4326]),
  CRS84: codes([4326]),
  CRS84H: codes([4979]),
  OGCCRS84: codes([4326]),
  OGC13CRS84: codes([4326]),
  CRS83: codes([4269]),
  NAD83: codes([4269]),
  ETRS89: codes([4258]),
  CGCS2000: codes([4490]),
  国家2000: codes([4490]),
  '2000国家大地坐标系': codes([4490]),
  国家2000坐标系: codes([4490]),
  CHINAGEODETICCOORDINATESYSTEM2000: codes([4490]),
  西安80: codes([4610]),
  XIAN80: codes([4610]),
  XIAN1980: codes([4610]),
  '1980西安坐标系': codes([4610]),
  北京54: codes([4214]),
  BEIJING54: codes([4214]),
  BEIJING1954: codes([4214]),
  '1954年北京坐标系': codes([4214]),
  WEBMERCATOR: codes([3857]),
  GOOGLEMERCATOR: codes([3857]),
  WEB墨卡托: codes([3857]),
  ECEF: codes([4978]),
  RDNEW: codes([28992]),
  GCJ02: { as: 'obfuscated', system: 'GCJ-02' },
  火星坐标: { as: 'obfuscated', system: 'GCJ-02' },
  火星坐标系: { as: 'obfuscated', system: 'GCJ-02' },
  高德: { as: 'obfuscated', system: 'GCJ-02' },
  高德坐标: { as: 'obfuscated', system: 'GCJ-02' },
  腾讯: { as: 'obfuscated', system: 'GCJ-02' },
  AMAP: { as: 'obfuscated', system: 'GCJ-02' },
  国测局坐标: { as: 'obfuscated', system: 'GCJ-02' },
  BD09: { as: 'obfuscated', system: 'BD-09' },
  BD09LL: { as: 'obfuscated', system: 'BD-09' },
  百度: { as: 'obfuscated', system: 'BD-09' },
  百度坐标: { as: 'obfuscated', system: 'BD-09' },
  百度坐标系: { as: 'obfuscated', system: 'BD-09' },
  BD09MC: { as: 'obfuscated', system: 'BD-09 MC' },
  百度墨卡托: { as: 'obfuscated', system: 'BD-09 MC' },
};

const DATUMS: readonly (readonly [name: RegExp, datum: Crs['datum']])[] = [
  [/^(?:CGCS2000|国家2000|2000国家大地坐标系)/, 'cgcs2000'],
  [/^(?:XIAN1980|XIAN80|西安80|1980西安坐标系)/, 'xian80'],
  [/^(?:BEIJING1954|BEIJING54|北京54|1954年北京坐标系)/, 'beijing54'],
];
const STRIP =
  /^(3(?:DEGREE|度带?))?(?:GAUSSKR[UÜ]GER|GK|高斯(?:克吕格)?(?:投影)?)?(?:(?:ZONE|第)?(\d{2})(?:N|带)?|(?:CM|中央(?:子午线|经线))(\d{2,3})(?:E|°E?|度)?)$/;

/** "CGCS2000 / 3-degree Gauss-Kruger zone 35", as EPSG and Esri call the strips in which China is mapped. `plain`: as in `ALIASES`. */
const stripOf = (plain: string): Spelling | null => {
  for (const [name, datum] of DATUMS) {
    const rest = name.test(plain) ? plain.replace(name, '') : '';
    const [, three, zone, meridian] = STRIP.exec(rest) ?? [];
    const code =
      zone !== undefined
        ? chineseZoneCode(datum, Number(zone))
        : meridian !== undefined
          ? chineseMeridianCode(datum, Number(meridian), three === undefined ? 6 : 3)
          : null;
    if (code !== null) return codes([code]);
  }
  return null;
};

/** Codes that mean Web Mercator outside EPSG's own list. */
const WEB_MERCATORS = new Set([900913, 3785, 102100, 102113, 41001]);
const settled = (code: number): number => (WEB_MERCATORS.has(code) ? 3857 : code);
const numbers = (found: Iterable<RegExpMatchArray>): number[] =>
  [...found].map((match) => settled(Number(match[1])));

const ofJson = (text: string): Spelling | null => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { type, properties } = value as { type?: unknown; properties?: { name?: unknown; code?: unknown } };
  // The `crs` member of GeoJSON of 2008.
  if (typeof properties?.name === 'string') return spellingOf(properties.name);
  if (type === 'EPSG' && Number.isInteger(properties?.code))
    return codes([settled(Number(properties?.code))]);
  return typeof type === 'string' && type.endsWith('CRS') ? { as: 'projjson', value } : null;
};

/** What a text names; null where it names nothing that is understood. */
export const spellingOf = (raw: string): Spelling | null => {
  const text = raw.replace(/^\uFEFF/, '').trim();
  if (text === '') return null;
  if (text.startsWith('{')) return ofJson(text);
  if (looksLikeWkt(text)) {
    const found = horizontalNode(text);
    return found && { as: 'wkt', ...found };
  }
  const init = /\+init=epsg:(\d+)/i.exec(text);
  if (init) return codes([settled(Number(init[1]))]);
  if (/\+proj=/.test(text)) return { as: 'proj', text };
  const plainName = text.toUpperCase().replace(/[\s\-_./:,，]+/g, '');
  const alias = ALIASES[plainName] ?? stripOf(plainName);
  if (alias) return alias;
  const ogc = /(?:^urn:(?:x-)?ogc:def:crs:OGC:[\d.]*:|\/def\/crs\/OGC\/[\d.]+\/)(CRS84h?|CRS83)$/i.exec(text);
  if (ogc) return ALIASES[(ogc[1] as string).toUpperCase()] ?? null;
  const formal = /^urn:|\/def\/crs|\/gml\/srs\//i.test(text);
  const plain = /^(?:EPSG|ESRI)?:?\s*(\d{4,6})(?:\s*\+\s*(?:EPSG:)?(\d{4,6}))?$/i.exec(text);
  if (plain) return codes([plain[1], plain[2]].filter((n) => n !== undefined).map((n) => settled(Number(n))));
  const found = [
    ...numbers(text.matchAll(/EPSG:[\d.]*:(\d{4,6})\b/gi)),
    ...numbers(text.matchAll(/\/def\/crs\/EPSG\/[\d.]+\/(\d{4,6})\b/gi)),
    ...numbers(text.matchAll(/\/gml\/srs\/epsg\.xml#(\d{4,6})\b/gi)),
  ];
  if (found.length > 0) return codes(found, formal);
  const spaced = numbers(text.matchAll(/\bEPSG[\s:]*(\d{4,6})\b/gi));
  return spaced.length > 0 ? codes(spaced) : null;
};
