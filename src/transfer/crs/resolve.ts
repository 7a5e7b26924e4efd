/**
 * From a text that names a coordinate system to the system. Codes come from our own table: proj4 brings only WGS 84, NAD 83, UTM and
 * Web Mercator, and fetching definitions is out of the question.
 */
import type { DeclaredCrs } from '../places/place-set.ts';
import { CHINA, type Crs, splitAxes, swapAxes, type Words } from './crs.ts';
import { DEFINITIONS, type Definition } from './definitions.ts';
import { COMPOUNDS } from './definitions-table.ts';
import { OBFUSCATED, ofVia } from './obfuscated.ts';
import { SAME, throughProj4 } from './proj-functions.ts';
import { spellingOf } from './spelling.ts';
import { wktCode, wktName, type WktNode } from './wkt.ts';

const CAVEATS: Readonly<Partial<Record<Crs['datum'], Words>>> = {
  xian80: {
    zh: '西安 80 坐标系的转换参数没有公开，这里按经纬度原样使用，位置可能偏差几十米到一百多米，请用控制点核对。',
    en: 'The parameters of Xian 1980 are not published. Its degrees are used as they are, which may be off by tens of metres to over a hundred; check with control points.',
  },
  beijing54: {
    zh: '北京 54 坐标系只有全国概略参数，位置可能偏差几十米，请用控制点核对。',
    en: 'Only coarse nationwide parameters of Beijing 1954 are published: positions may be off by tens of metres; check with control points.',
  },
};
const caveatsOf = (datum: Crs['datum']): Words[] => {
  const words = CAVEATS[datum];
  return words ? [words] : [];
};

const kindOf = (proj: string): Crs['kind'] =>
  /\+proj=(?:longlat|latlong|lonlat|latlon)\b/.test(proj)
    ? 'geographic'
    : /\+proj=geocent\b/.test(proj)
      ? 'geocentric'
      : 'projected';

const ofDefinition = (d: Definition, vertical: string | null, formal: boolean, text: string): Crs => {
  const kind = kindOf(d.proj);
  return {
    text,
    code: text,
    name: d.name,
    kind,
    datum: d.datum,
    axes: 'xy',
    formalAxes: formal && d.northFirst ? 'yx' : 'xy',
    area: d.area,
    vertical,
    caveats: caveatsOf(d.datum),
    // WGS 84 and CGCS2000 agree to the decimetre: both in degrees, there is nothing to convert.
    ...(kind === 'geographic' && (d.datum === 'wgs84' || d.datum === 'cgcs2000')
      ? SAME
      : throughProj4(d.proj, kind)),
  };
};

const ofCodes = (codes: readonly number[], formal: boolean): Crs | null => {
  const [first = 0, second] = codes;
  const compound = COMPOUNDS[first];
  const definition = DEFINITIONS.get(compound ? compound[0] : first);
  if (!definition) return null;
  const up = compound ? compound[1] : second;
  const text = second === undefined ? `EPSG:${first}` : `EPSG:${first}+${second}`;
  return ofDefinition(definition, up === undefined ? null : `EPSG:${up}`, formal, text);
};

const datumOfWkt = (text: string): Crs['datum'] =>
  /xian[_ ]?(?:19)?80|西安/i.test(text)
    ? 'xian80'
    : /beijing[_ ]?(?:19)?54|北京/i.test(text)
      ? 'beijing54'
      : /CGCS[_ ]?2000|China[_ ]Geodetic[_ ]Coordinate[_ ]System[_ ]2000|China[_ ]2000/i.test(text)
        ? 'cgcs2000'
        : /(?<!TO)WGS[_ ]?(?:19)?84|World Geodetic System 1984/i.test(text)
          ? 'wgs84'
          : 'other';

/** Shifts to WGS 84 that Esri's texts leave out, by the name of their datum. */
const MISSING_SHIFTS: readonly (readonly [RegExp, number])[] = [
  [/D?_?Amersfoort/i, 28992],
  [/D?_?OSGB_?1936/i, 27700],
  [/Beijing_?1954/i, 4214],
  [/Belge_1972|Reseau_National_Belge_1972/i, 31370],
];

const withShift = (node: WktNode): string => {
  if (/TOWGS84/i.test(node.text)) return node.text;
  const known = MISSING_SHIFTS.find(([pattern]) => pattern.test(node.text));
  const shift = known && /\+towgs84=([\d.,-]+)/.exec(DEFINITIONS.get(known[1])?.proj ?? '')?.[1];
  // WKT 1 has its shift inside the datum, after the spheroid.
  return shift === undefined
    ? node.text
    : node.text.replace(/(SPHEROID\s*\[[^\]]*(?:\[[^\]]*\][^\]]*)?\])/i, `$1,TOWGS84[${shift}]`);
};

/** Places all over the world: every real system reaches one of them. */
const PROBES: readonly (readonly [number, number])[] = [
  -150, -105, -75, -45, 0, 15, 45, 75, 105, 120, 150,
].flatMap((lng) => [5, 35, 50, -30].map((lat) => [lng, lat] as const));

const projOfText = (
  text: string,
  definition: string | object,
  name: string,
  vertical: string | null,
): Crs | null => {
  const wkt = typeof definition === 'string' ? definition : JSON.stringify(definition);
  const datum = datumOfWkt(wkt);
  const kind =
    /^\s*(?:GEOGCS|GEOGCRS|GEOGRAPHICCRS)/i.test(wkt) || /"type":"Geographic/.test(wkt)
      ? 'geographic'
      : /^\s*GEOCCS|Cartesian,\s*3/i.test(wkt)
        ? 'geocentric'
        : wkt.startsWith('+')
          ? kindOf(wkt)
          : 'projected';
  try {
    const functions = throughProj4(definition, kind);
    // A definition that reaches no place at all is not understood.
    if (!PROBES.some(([lng, lat]) => functions.fromWgs84(lng, lat, 0).every(Number.isFinite))) return null;
    return {
      text,
      code: null,
      name: { zh: name, en: name },
      kind,
      datum,
      axes: 'xy',
      formalAxes: 'xy',
      area: null,
      vertical,
      caveats: caveatsOf(datum),
      ...functions,
    };
  } catch {
    return null;
  }
};

/** Do two systems put the same coordinates in the same place? Asked at the middle of the known one's area. */
const agree = (known: Crs, other: Crs): boolean => {
  if (!known.area || known.kind !== other.kind) return false;
  if (other.datum !== 'other' && other.datum !== known.datum) return false;
  const [west, south, east, north] = known.area;
  const middle = known.fromWgs84(west <= east ? (west + east) / 2 : west, (south + north) / 2, 0);
  const [lng, lat] = known.toWgs84(...middle);
  const [otherLng, otherLat] = other.toWgs84(...middle);
  return Math.abs(lng - otherLng) < 1e-3 && Math.abs(lat - otherLat) < 1e-3;
};

/** `CGCS2000_3_Degree_GK_CM_108E` and `CGCS2000 / 3-degree Gauss-Kruger CM 108E` are one name. */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/wgs[_ ]?1984/g, 'wgs84')
    .replace(/etrs[_ ]?1989/g, 'etrs89')
    .replace(/gauss[-_ ]?kr[uü]e?ger/g, 'gk')
    .replace(/^gcs_/, '')
    .replace(/amersfoort \/ |pseudo|web|auxiliary|sphere/g, (word) =>
      word.startsWith('amers') ? '' : word === 'sphere' || word === 'auxiliary' ? '' : 'web',
    )
    .replace(/[^a-z0-9]/g, '');
const codesByName = new Map([...DEFINITIONS.values()].map((d) => [plainName(d.name.en), d.code]));

/** The table knows datum shifts and areas that a WKT leaves out: where code or name lead there and both agree, the table's is taken. */
const ofWkt = (node: WktNode, vertical: string | null, text: string): Crs | null => {
  const described = projOfText(text, withShift(node), wktName(node), vertical);
  const code = wktCode(node) ?? codesByName.get(plainName(wktName(node)));
  const known = code === undefined ? null : ofCodes([code], false);
  if (!known) return described;
  if (described && !agree(known, described)) return described;
  const up = vertical === null ? null : /^EPSG:(\d+)$/.exec(vertical)?.[1];
  return up ? ofCodes([code as number, Number(up)], false) : { ...known, vertical };
};

const resolve = (text: string): Crs | null => {
  const via = /^(GCJ-02|BD-09) via (EPSG:\d+)$/.exec(text);
  if (via) return ofVia(via[1] as 'GCJ-02' | 'BD-09', resolve(via[2] as string), text);
  const spelling = spellingOf(text);
  switch (spelling?.as) {
    case 'codes':
      return ofCodes(spelling.codes, spelling.formal);
    case 'obfuscated': {
      const { functions, ...rest } = OBFUSCATED[spelling.system];
      return {
        text: spelling.system,
        code: spelling.system,
        axes: 'xy',
        formalAxes: 'xy',
        area: CHINA,
        vertical: null,
        caveats: [],
        ...rest,
        ...functions,
      };
    }
    case 'wkt':
      return ofWkt(spelling.node, spelling.vertical, text);
    case 'proj':
      return projOfText(text, spelling.text, /\+title=([^+]+)/.exec(text)?.[1]?.trim() ?? text, null);
    case 'projjson':
      return projOfText(
        text,
        spelling.value,
        String((spelling.value as { name?: unknown }).name ?? 'PROJJSON'),
        null,
      );
    default:
      return null;
  }
};

const resolved = new Map<string, Crs | null>();
const MOST_REMEMBERED = 200;

/**
 * The system that a text names, or null where it is not known: then a person picks one, or gives its WKT or PROJ text. EPSG codes in
 * every spelling, compound codes, OGC URNs and URLs, WKT 1 and 2, `.prj` texts, PROJ strings, PROJJSON, GCJ-02 and BD-09.
 */
export const resolveCrs = (declared: DeclaredCrs | string): Crs | null => {
  const given = (typeof declared === 'string' ? declared : declared.text).replace(/^\uFEFF/, '').trim();
  const known = resolved.get(given);
  if (known !== undefined) return known;
  const { text, axes } = splitAxes(given);
  const crs = resolve(text);
  const found = crs && axes === 'yx' ? swapAxes(crs) : crs;
  if (resolved.size >= MOST_REMEMBERED) resolved.clear();
  resolved.set(given, found);
  return found;
};

/** WGS 84 in degrees, longitude first: what files without a word about it mostly are. */
export const WGS84_CRS: Crs = resolveCrs('EPSG:4326') as Crs;
