/**
 * Are the coordinates degrees or metres, and which way round? By the declared system; where that says nothing, by the first thousands of
 * points: the footprint checks need lengths, and a latitude of 107° gives away exchanged axes.
 */
import type { MetresPerUnit } from '../../geometry/footprints/footprint.ts';
import { metresPerDegree } from '../../geometry/frame.ts';
import type { SourcePoint } from '../places/place-set.ts';
import type { GivenPolygon } from './geometry.ts';

export interface Units {
  readonly areDegrees: boolean;
  /** Latitude stands before longitude. */
  readonly areSwapped: boolean;
}

const isInDegrees = (x: number, y: number): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 90;

/** `isGeographic`: the declared system is one of degrees. */
export const judgeUnits = (polygons: Iterable<GivenPolygon>, isGeographic: boolean): Units => {
  let all = 0;
  let degrees = 0;
  let swapped = 0;
  for (const polygon of polygons) {
    const first = polygon[0]?.[0];
    if (first === undefined) continue;
    all++;
    if (isInDegrees(first[0], first[1])) degrees++;
    else if (isInDegrees(first[1], first[0])) swapped++;
  }
  const areDegrees = isGeographic || (degrees + swapped) * 2 > all;
  return { areDegrees, areSwapped: areDegrees && swapped * 2 > all };
};

const METRES: MetresPerUnit = [1, 1];
/** By tenths of a degree of latitude. */
const byLatitude = new Map<number, MetresPerUnit>();

export const metresPerUnitAt = (units: Units, point: SourcePoint): MetresPerUnit => {
  if (!units.areDegrees) return METRES;
  const tenth = Math.round(Math.max(-89.9, Math.min(89.9, point[1])) * 10);
  const known = byLatitude.get(tenth);
  if (known !== undefined) return known;
  const { lng, lat } = metresPerDegree(tenth / 10);
  const scale: MetresPerUnit = [lng, lat];
  byLatitude.set(tenth, scale);
  return scale;
};

/** Gauss–Krüger with the zone in front is the largest that is meant: 45,500,000 m. */
const MOST_METRES = 1e8;

/** The first point that cannot be on earth; null where all can. */
export const impossiblePoint = (units: Units, polygons: readonly GivenPolygon[]): SourcePoint | null => {
  for (const polygon of polygons)
    for (const ring of polygon)
      for (const point of ring) {
        const [x, y] = point;
        const isPossible = units.areDegrees
          ? x >= -180 && x <= 180 && y >= -90 && y <= 90
          : x >= -MOST_METRES && x <= MOST_METRES && y >= -MOST_METRES && y <= MOST_METRES;
        if (!isPossible) return point;
      }
  return null;
};

export const swapAxes = (polygons: readonly GivenPolygon[]): GivenPolygon[] =>
  polygons.map((polygon) => polygon.map((ring) => ring.map(([x, y]): SourcePoint => [y, x])));
