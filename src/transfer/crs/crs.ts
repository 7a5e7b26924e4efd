/** What a coordinate system is to the rest of the product: a name, an area of use, and two functions. */
import type { Bounds } from '../../geometry/polygon.ts';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** `[longitude, latitude, height]`: WGS 84 degrees and the file's own metres of height. Not finite where there is no answer. */
export type Located = [lng: number, lat: number, heightMetres: number];

/** In which order a file has its two numbers: east first, or north (latitude) first. */
export type Axes = 'xy' | 'yx';

export interface Crs {
  /** What `resolveCrs` makes the same system of again: kept with what was imported, and sent to workers in place of the functions. */
  readonly text: string;
  /** `EPSG:4547`, `GCJ-02`, `BD-09`; null for a system that only a WKT or PROJ text describes. */
  readonly code: string | null;
  readonly name: Words;
  /** `geocentric`: metres from the middle of the earth, x, y and z. */
  readonly kind: 'geographic' | 'projected' | 'geocentric';
  readonly datum: 'wgs84' | 'cgcs2000' | 'gcj02' | 'bd09' | 'xian80' | 'beijing54' | 'other';
  /** How coordinates are read. */
  readonly axes: Axes;
  /** The order that the authority prescribes for the way in which it was spelled; files often have the other one. */
  readonly formalAxes: Axes;
  /** Where it is meant to be used: west, south, east, north in degrees. */
  readonly area: Bounds | null;
  /** EPSG code of the heights of a compound system; null where nothing is said of them. */
  readonly vertical: string | null;
  /** What a person should know before trusting it. */
  readonly caveats: readonly Words[];
  toWgs84(x: number, y: number, z: number): Located;
  /** The inverse: x, y, z in the order of `axes`. */
  fromWgs84(lng: number, lat: number, heightMetres: number): Located;
}

const AXES_SUFFIX = ' axes=yx';

/** The text without our own mark of a swapped order, and that order. */
export const splitAxes = (text: string): { readonly text: string; readonly axes: Axes } =>
  text.endsWith(AXES_SUFFIX)
    ? { text: text.slice(0, -AXES_SUFFIX.length), axes: 'yx' }
    : { text, axes: 'xy' };

/** The same system with the file's two numbers read in the other order. */
export const swapAxes = (crs: Crs): Crs => ({
  ...crs,
  text: crs.axes === 'yx' ? splitAxes(crs.text).text : crs.text + AXES_SUFFIX,
  axes: crs.axes === 'yx' ? 'xy' : 'yx',
  toWgs84: (x, y, z) => crs.toWgs84(y, x, z),
  fromWgs84: (lng, lat, heightMetres) => {
    const [x, y, z] = crs.fromWgs84(lng, lat, heightMetres);
    return [y, x, z];
  },
});

/** The rectangle that GCJ-02 and BD-09 are defined in: a rough box about China. */
export const CHINA: Bounds = [72.004, 0.8293, 137.8347, 55.8271];

export const inBounds = (
  [west, south, east, north]: Bounds,
  lng: number,
  lat: number,
  slackDegrees = 0,
): boolean =>
  lat >= south - slackDegrees &&
  lat <= north + slackDegrees &&
  // An area across the date line has its west east of its east.
  (west <= east
    ? lng >= west - slackDegrees && lng <= east + slackDegrees
    : lng >= west - slackDegrees || lng <= east + slackDegrees);
