/**
 * Town coordinates → local metres → degrees. The town's streets are turned 5° counter-clockwise from true north, so that its
 * slabs look south by a little east, as most of the plateau's do:
 *
 *       y north ▲  ╱ v            u runs along the streets to the east, v along those to the north;
 *               │ ╱               both axes meet in the community's anchor.
 *               │╱ 5°
 *               └────────► x east
 *                ╲ u is 5° north of it
 */
import type { LngLat } from '../../../src/domain/records/base.ts';
import { createFrame, type LocalPoint } from '../../../src/geometry/frame.ts';
import type { Line, Point } from './plane.ts';

export const ANCHOR: LngLat = [107.6507, 35.7306];
export const ELEVATION_METRES = 1420;
export const TOWN_TURN_DEGREES = 5;
const TURN = (TOWN_TURN_DEGREES * Math.PI) / 180;
const COS = Math.cos(TURN);
const SIN = Math.sin(TURN);
const frame = createFrame(ANCHOR);

/** Eight decimals of a degree are a millimetre. */
const rounded = (degrees: number, decimals: number): number => Number(degrees.toFixed(decimals));

export const townToLocal = ([u, v]: Point): LocalPoint => [u * COS - v * SIN, u * SIN + v * COS];
export const localToTown = ([x, y]: Point): Point => [x * COS + y * SIN, y * COS - x * SIN];

export const toLngLat = (point: Point, decimals = 8): LngLat => {
  const [lng, lat] = frame.toLngLat(townToLocal(point));
  return [rounded(lng, decimals), rounded(lat, decimals)];
};
export const lineToLngLat = (line: Line): LngLat[] => line.map((point) => toLngLat(point));
