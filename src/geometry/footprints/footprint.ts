/**
 * Words and measures of checking footprints. A footprint comes in degrees or in metres; what is too small, too near or too large is
 * measured in metres, by `MetresPerUnit`.
 */
import type { Point, PointRing } from '../polygon.ts';

/** Metres of one unit of x and of y: `[90370, 110950]` for degrees at 35.7° north, `[1, 1]` for metres. */
export type MetresPerUnit = readonly [x: number, y: number];

/** Rings without the repeated last point: the outside counter-clockwise, then holes clockwise. */
export type FootprintPolygon = readonly PointRing[];

/** What is found wrong with a footprint. The first group costs the polygon or the hole; the others are set right or only told. */
export const FAULT_CODES = [
  'notFinite',
  'tooFewPoints',
  'noArea',
  'tooTangled',
  'open',
  'repeatedPoints',
  'spike',
  'winding',
  'selfCrossing',
  'holeCrosses',
  'holeOutside',
  'partsOverlap',
  'tinyArea',
  'tooLarge',
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

export interface FootprintFault {
  readonly code: FaultCode;
  /** Which polygon and which ring of it, as given. */
  readonly polygon: number;
  readonly ring: number;
  /** A point where it shows, in the footprint's units; null where it is the whole ring. */
  readonly at: Point | null;
  /** How many points, or square metres for areas. */
  readonly amount: number;
}

export interface CheckedFootprint {
  /** What can be used; empty where nothing can. */
  readonly polygons: readonly FootprintPolygon[];
  readonly faults: readonly FootprintFault[];
}

export interface FootprintRules {
  readonly metresPerUnit: MetresPerUnit;
  /** The format repeats the first point at the end: a ring that does not is told. */
  readonly closed: boolean;
  /** Above this something is wrong, square metres; `Infinity` for grids and districts. */
  readonly largestSquareMetres: number;
}

/** Points nearer than this are one. GeoJSON of seven decimals has steps of 11 mm, eight decimals of 1 mm. */
export const SAME_POINT_METRES = 0.001;
/** A tip thinner than this, and sharper than `SPIKE_SINE`, is no corner of a building. */
export const SPIKE_METRES = 0.01;
export const SPIKE_SINE = 0.05;
/** Less than this is no area: what is left of a line drawn there and back. */
export const NO_AREA_SQUARE_METRES = 0.01;
/** Less than this is hardly a building. */
export const TINY_SQUARE_METRES = 1;
/** The largest buildings of the world stand on about one square kilometre. */
export const LARGEST_BUILDING_SQUARE_METRES = 2_000_000;

/** Signed area in square metres, counter-clockwise positive; exact enough far from the origin. */
export const areaMetres = (ring: PointRing, metresPerUnit: MetresPerUnit): number => {
  const first = ring[0];
  if (first === undefined) return 0;
  const [ox, oy] = first;
  let twice = 0;
  let px = 0;
  let py = 0;
  for (let i = 1; i < ring.length; i++) {
    const p = ring[i] as Point;
    const x = p[0] - ox;
    const y = p[1] - oy;
    twice += px * y - x * py;
    px = x;
    py = y;
  }
  return (twice / 2) * metresPerUnit[0] * metresPerUnit[1];
};

export const footprintAreaMetres = (
  polygons: readonly FootprintPolygon[],
  metresPerUnit: MetresPerUnit,
): number => {
  let sum = 0;
  for (const polygon of polygons)
    for (let i = 0; i < polygon.length; i++)
      sum += (i === 0 ? 1 : -1) * Math.abs(areaMetres(polygon[i] as PointRing, metresPerUnit));
  return sum;
};
