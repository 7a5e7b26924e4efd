/**
 * Systems that a text describes: WKT, PROJJSON, PROJ strings. The table knows the shifts between datums and the areas of use that such
 * texts leave out, and proj4 reads a few of them wrongly (the Swiss grid in WKT 2 by 63 km), so where a text leads to the table by code
 * or name and does not speak against it, the table's system is taken.
 */
import type { Crs } from './crs.ts';
import { DEFINITIONS } from './definitions.ts';
import { COMPOUNDS } from './definitions-table.ts';
import { caveatsOf, kindOf, ofCodes } from './known.ts';
import { throughProj4 } from './proj-functions.ts';
import { type Horizontal, wktCode, wktName, type WktNode } from './wkt.ts';

const datumOf = (text: string): Crs['datum'] =>
  /xian[_ ]?(?:19)?80|西安/i.test(text)
    ? 'xian80'
    : /beijing[_ ]?(?:19)?54|北京/i.test(text)
      ? 'beijing54'
      : /CGCS[_ ]?2000|China[_ ]Geodetic[_ ]Coordinate[_ ]System[_ ]2000|China[_ ]2000/i.test(text)
        ? 'cgcs2000'
        : /(?<!TO)WGS[_ ]?(?:19)?84|World[_ ]Geodetic[_ ]System[_ ]1984/i.test(text)
          ? 'wgs84'
          : 'other';

/** Places all over the world: every real system reaches one of them. */
const PROBES: readonly (readonly [number, number])[] = [
  -150, -105, -75, -45, 0, 15, 45, 75, 105, 120, 150,
].flatMap((lng) => [5, 35, 50, -30].map((lat) => [lng, lat] as const));

/** What proj4 makes of a definition; null where it makes nothing of it. */
const described = (
  text: string,
  definition: string | object,
  kind: Crs['kind'],
  name: string,
  vertical: string | null,
): Crs | null => {
  try {
    const functions = throughProj4(definition, kind);
    if (!PROBES.some(([lng, lat]) => functions.fromWgs84(lng, lat, 0).every(Number.isFinite))) return null;
    const datum = datumOf(text);
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

/** Another shift of the datum moves things by hundreds of metres, other parameters of the projection by tens of kilometres. */
const SAME_PROJECTION_DEGREES = 0.02;
const SAME_SHIFT_DEGREES = 1e-5;

/** Do two systems put the same coordinates in the same place? Asked at the middle of the known one's area. */
const agree = (known: Crs, other: Crs, toleranceDegrees: number): boolean => {
  if (!known.area || known.kind !== other.kind) return false;
  if (other.datum !== 'other' && other.datum !== known.datum) return false;
  const [west, south, east, north] = known.area;
  const middle = known.fromWgs84(west <= east ? (west + east) / 2 : west, (south + north) / 2, 0);
  const [lng, lat] = known.toWgs84(...middle);
  const [otherLng, otherLat] = other.toWgs84(...middle);
  return Math.abs(lng - otherLng) < toleranceDegrees && Math.abs(lat - otherLat) < toleranceDegrees;
};

/** `CGCS2000_3_Degree_GK_CM_108E` and `CGCS2000 / 3-degree Gauss-Kruger CM 108E` are one name. */
const plainName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^gcs_/, '')
    .replace(/(wgs|etrs|nad|gda|jgd|rgf)[_ ]?(?:19)?(\d\d)(?!\d)/g, '$1$2')
    .replace(/(wgs|etrs|nad|gda|jgd|rgf)_(20\d\d)/g, '$1$2')
    .replace(/gauss[-_ ]?kr[uü]e?ger/g, 'gk')
    .replace(/amersfoort \/ |auxiliary|sphere|_?v1 /g, '')
    .replace(/pseudo/g, 'web')
    .replace(/[^a-z0-9]/g, '');
const codesByName = new Map<string, number>();
for (const { code, name } of DEFINITIONS.values())
  if (!codesByName.has(plainName(name.en))) codesByName.set(plainName(name.en), code);

/** The text brings a shift of its own, which a person may have put there on purpose. */
const hasShift = (text: string): boolean =>
  /TOWGS84\s*[[(][^\])]*[1-9]|ABRIDGEDTRANSFORMATION|\+towgs84=[^\s]*[1-9]/i.test(text);

/** The table's system where the text leads to it and does not speak against it. */
const preferKnown = (
  own: Crs | null,
  text: string,
  name: string,
  saidCode: number | null,
  vertical: string | null,
): Crs | null => {
  const nameCode = codesByName.get(plainName(name));
  const code = saidCode !== null && DEFINITIONS.has(saidCode) ? saidCode : nameCode;
  const known = code === undefined ? null : ofCodes([code], false);
  if (code === undefined || !known) return own;
  const sameName = code === saidCode && plainName(known.name.en) === plainName(name);
  const tolerance = hasShift(text) ? SAME_SHIFT_DEGREES : SAME_PROJECTION_DEGREES;
  const trusted = own === null || agree(known, own, tolerance) || (sameName && !hasShift(text));
  if (!trusted) return own;
  const up = vertical === null ? null : /^EPSG:(\d+)$/.exec(vertical)?.[1];
  return up ? ofCodes([code, Number(up)], false) : { ...known, vertical };
};

/** The compound system itself, where its horizontal part is the one that was found. */
const asCompound = (crs: Crs | null, compound: number | null): Crs | null => {
  const [horizontal] = (compound === null ? undefined : COMPOUNDS[compound]) ?? [];
  const same = horizontal !== undefined && crs?.code?.split('+')[0] === `EPSG:${horizontal}`;
  return same ? ofCodes([compound as number], false) : crs;
};

/** Shifts to WGS 84 that Esri's texts leave out, by the name of their datum. */
const MISSING_SHIFTS: readonly (readonly [RegExp, number])[] = [
  [/Amersfoort/i, 28992],
  [/OSGB_?1936/i, 27700],
  [/Beijing_?1954/i, 4214],
  [/Belge_1972/i, 31370],
  [/Deutsches_Hauptdreiecksnetz/i, 31467],
  [/Hong_Kong_1980/i, 2326],
  [/CH1903/i, 2056],
  [/Hungarian_(?:Datum_)?1972/i, 23700],
  [/Korean_Datum_1985/i, 5174],
  [/GGRS_?1987/i, 2100],
  [/Vietnam_2000/i, 3405],
  [/S_JTSK/i, 5514],
  [/D_MGI|Militar_Geographische/i, 31256],
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

const kindOfWkt = ({ keyword, text }: WktNode): Crs['kind'] => {
  if (keyword === 'GEOCCS') return 'geocentric';
  // WKT 2 of 2015 has one word for degrees and for the middle of the earth.
  if (keyword === 'GEODCRS' || keyword === 'GEODETICCRS')
    return /CS\s*\[\s*Cartesian/i.test(text) ? 'geocentric' : 'geographic';
  return keyword.startsWith('GEOG') ? 'geographic' : 'projected';
};

export const ofWkt = ({ node, vertical, compound }: Horizontal, text: string): Crs | null => {
  const name = wktName(node);
  // proj4 knows GEODCRS by no name.
  const definition = withShift(node).replace(/^\s*(?:GEODCRS|GEODETICCRS)/i, 'GEOGCRS');
  const kind = kindOfWkt(node);
  const own = kind === 'geocentric' ? null : described(text, definition, kind, name, vertical);
  return asCompound(preferKnown(own, node.text, name, wktCode(node), vertical), compound);
};

interface ProjJson {
  readonly type?: string;
  readonly name?: string;
  readonly id?: { readonly authority?: string; readonly code?: number | string };
  readonly components?: readonly ProjJson[];
  readonly source_crs?: ProjJson;
  readonly coordinate_system?: { readonly subtype?: string };
}

export const ofProjJson = (value: object, text: string): Crs | null => {
  const json = value as ProjJson;
  const [horizontal, up] = json.components ?? [json.source_crs ?? json];
  if (!horizontal) return null;
  const upCode = up?.id?.authority === 'EPSG' ? `EPSG:${up.id.code}` : (up?.name ?? null);
  const name = String(horizontal.name ?? 'PROJJSON');
  const geocentric =
    horizontal.coordinate_system?.subtype === 'Cartesian' && horizontal.type === 'GeodeticCRS';
  const kind = geocentric
    ? 'geocentric'
    : String(horizontal.type).startsWith('Geo')
      ? 'geographic'
      : 'projected';
  const own = geocentric ? null : described(text, horizontal, kind, name, upCode);
  const code = horizontal.id?.authority === 'EPSG' ? Number(horizontal.id.code) : null;
  const compound = json.components && json.id?.authority === 'EPSG' ? Number(json.id.code) : null;
  return asCompound(preferKnown(own, '', name, code, upCode), compound);
};

/** Parameters that say nothing of the projection. */
const BESIDE = /^(?:no_defs|type|title|wktext|towgs84|nadgrids|vunits|geoidgrids|geoid_crs|datum|ellps)$/;
const ELLIPSOIDS: Readonly<Record<string, string>> = { WGS84: 'WGS84', OSGB36: 'airy', NAD83: 'GRS80' };

/** What a PROJ text says of the projection and the ellipsoid, in one order and without what is taken for granted. */
const parametersOf = (proj: string): string => {
  const pairs = [...proj.matchAll(/\+([a-z_A-Z0-9]+)(?:=(\S+))?/g)].map(
    ([, key = '', value = '']) => [key, value] as const,
  );
  const ellipsoid =
    pairs.find(([key]) => key === 'ellps')?.[1] ??
    ELLIPSOIDS[pairs.find(([key]) => key === 'datum')?.[1] ?? ''];
  const rest = pairs
    .filter(([key]) => !BESIDE.test(key))
    .map(
      ([key, value]) =>
        [
          key === 'k_0' ? 'k' : key,
          Number.isNaN(Number(value)) || value === '' ? value : Number(value).toPrecision(10),
        ] as const,
    )
    .filter(
      ([key, value]) =>
        !(/^(?:lat_0|lon_0|x_0|y_0)$/.test(key) && Number(value) === 0) &&
        !(key === 'k' && Number(value) === 1),
    )
    .map(([key, value]) => `${key}=${value}`);
  return [...rest, `ellps=${ellipsoid ?? ''}`].sort().join(' ');
};
/** Shifts to WGS 84 by parameters; empty where there is none. */
const shiftsByParameters = new Map<string, Set<string>>();
for (const { proj } of DEFINITIONS.values()) {
  const key = parametersOf(proj);
  const shifts = shiftsByParameters.get(key) ?? new Set();
  shifts.add(/\+towgs84=\S+/.exec(proj)?.[0] ?? '');
  shiftsByParameters.set(key, shifts);
}

/**
 * A PROJ text. One without a shift of its datum, or with the name of a grid of shifts that nobody has here, gets the table's shift where
 * everything else in it is of one system alone: UTM on the ellipsoid of WGS 84 may be that or Vietnam's, and stays as it is.
 */
export const ofProj = (proj: string, text: string): Crs | null => {
  const title = /\+title=([^+]+)/.exec(proj)?.[1]?.trim() ?? proj;
  const grid = /\+nadgrids=(?!@null)\S+/.test(proj);
  const bare = grid || !/\+(?:towgs84|datum|nadgrids)=/.test(proj);
  const shifts = [...((bare ? shiftsByParameters.get(parametersOf(proj)) : undefined) ?? [])];
  const shift = shifts.length === 1 ? shifts[0] : '';
  return described(
    text,
    `${grid ? proj.replace(/\+nadgrids=\S+/, '') : proj} ${shift}`,
    kindOf(proj),
    title,
    null,
  );
};
