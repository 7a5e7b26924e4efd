/**
 * From a text that names a coordinate system to the system. Codes come from our own table: proj4 brings only WGS 84, NAD 83, UTM and
 * Web Mercator, and fetching definitions is out of the question.
 */
import type { DeclaredCrs } from '../places/place-set.ts';
import { CHINA, type Crs, splitAxes, swapAxes } from './crs.ts';
import { ofProj, ofProjJson, ofWkt } from './described.ts';
import { ofCodes } from './known.ts';
import { OBFUSCATED, ofVia } from './obfuscated.ts';
import { spellingOf } from './spelling.ts';

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
      return ofWkt(spelling, text);
    case 'proj':
      return ofProj(spelling.text, text);
    case 'projjson':
      return ofProjJson(spelling.value, text);
    default:
      return null;
  }
};

const resolved = new Map<string, Crs | null>();
const MOST_REMEMBERED = 200;
/** What is longer describes no coordinate system. */
const LONGEST_TEXT = 100_000;

/**
 * The system that a text names, or null where it is not known: then a person picks one, or gives its WKT or PROJ text. EPSG codes in
 * every spelling, compound codes, OGC URNs and URLs, WKT 1 and 2, `.prj` texts, PROJ strings, PROJJSON, GCJ-02 and BD-09.
 */
export const resolveCrs = (declared: DeclaredCrs | string): Crs | null => {
  const given = (typeof declared === 'string' ? declared : declared.text).replace(/^\uFEFF/, '').trim();
  if (given.length > LONGEST_TEXT) return null;
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
