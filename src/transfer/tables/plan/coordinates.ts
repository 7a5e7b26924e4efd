/**
 * Columns of coordinates on the ground. One table is in one system: the one that a person chose, that a header names, or that its numbers
 * fit best; a point far from the community is refused, because a wrong system puts it there.
 */
import { type Reason, reasonOf } from '../../../domain/reasons.ts';
import type { Building, LngLat } from '../../../domain/records/index.ts';
import { createFrame, ringsToLocal } from '../../../geometry/frame.ts';
import { polygonContains } from '../../../geometry/polygon.ts';
import type { FilePoint } from '../../crs/context.ts';
import type { Crs } from '../../crs/crs.ts';
import { guessCrs, metresBetween } from '../../crs/guess.ts';
import { resolveCrs } from '../../crs/resolve.ts';
import type { TableMapping } from '../mapping.ts';
import type { PlanContext } from './context.ts';
import { numberOf, type RowValues } from './row-reader.ts';

/** A community is a kilometre or two wide. */
const FAR_METRES = 20_000;

export type PlacedPoint =
  | { readonly point: LngLat; readonly warnings: readonly Reason[] }
  | { readonly reason: Reason }
  /** The row has no coordinates. */
  | null;
export type PointOf = (row: RowValues) => PlacedPoint;

const NAMED: readonly (readonly [RegExp, string])[] = [
  [/gcj-?\s?02|火星|高德|腾讯|amap/i, 'GCJ-02'],
  [/bd-?\s?09|百度|baidu/i, 'BD-09'],
  [/wgs-?\s?84|cgcs\s?2000|国家2000|gps|北斗/i, 'EPSG:4326'],
];

/** What the headers of the coordinates say: 经度（GCJ-02）, 百度经度. A header of metres names no zone, so it names no system either. */
export const crsInHeaders = (mapping: TableMapping): string | null => {
  const headers = mapping.columns
    .filter(({ field }) => ['longitude', 'latitude', 'point'].includes(field))
    .map(({ header }) => header)
    .join(' ');
  return NAMED.find(([pattern]) => pattern.test(headers))?.[1] ?? null;
};

const pointIn = (row: RowValues): FilePoint | null => {
  const [x, y] = [numberOf(row, 'longitude'), numberOf(row, 'latitude')];
  return x === undefined || y === undefined ? null : [x, y];
};

const unknownCrs = (text: string): Reason =>
  reasonOf(
    'place.crs',
    text === ''
      ? '看不出坐标是什么坐标系，请在上方选择（如 EPSG:4547）。'
      : `不认识坐标系“${text}”，请另选或写成 EPSG 代号（如 EPSG:4547）。`,
    text === ''
      ? 'The coordinate system of these numbers cannot be told; choose it above (as EPSG:4547).'
      : `The coordinate system “${text}” is not known; choose another or write its EPSG code (as EPSG:4547).`,
    'longitude',
  );

const guessedCrs = (crs: Crs): Reason =>
  reasonOf(
    'place.crsGuessed',
    `没有说明坐标系，全表按 ${crs.name.zh} 读取；来自高德、腾讯或百度地图的坐标会偏几百米，请核对。`,
    `No coordinate system is named; the whole table is read as ${crs.name.en}. Coordinates of Amap, Tencent or Baidu are off by some hundred metres: please check.`,
    'longitude',
  );

const farAway = (crs: Crs, metres: number): Reason =>
  reasonOf(
    'place.far',
    `按 ${crs.name.zh} 读取，坐标离本社区 ${Math.round(metres / 1000)} 公里，请核对坐标或坐标系。`,
    `Read as ${crs.name.en}, the point lies ${Math.round(metres / 1000)} km from the community; check the coordinates or their system.`,
    'longitude',
  );

const nowhere = (crs: Crs): Reason =>
  reasonOf(
    'place.nowhere',
    `按 ${crs.name.zh} 读取，这个坐标不在地球上，请核对。`,
    `Read as ${crs.name.en}, this is no place on earth; please check it.`,
    'longitude',
  );

const half = reasonOf(
  'place.half',
  '经度和纬度只填了一个，请补充另一个。',
  'Only one of longitude and latitude is given; add the other.',
  'latitude',
);

export const pointReader = (rows: Iterable<RowValues>, context: PlanContext): PointOf => {
  const { anchor, crs: chosen } = context.options;
  const all: FilePoint[] = [];
  for (const row of rows) {
    const point = pointIn(row);
    if (point !== null) all.push(point);
  }
  if (all.length === 0) return (row) => (halfGiven(row) ? { reason: half } : null);
  const named = chosen ?? crsInHeaders(context.mapping);
  const crs = named === null ? guessedOf(all, context) : resolveCrs(named);
  let told = named !== null;
  return (row) => {
    const point = pointIn(row);
    if (point === null) return halfGiven(row) ? { reason: half } : null;
    if (crs === null) return { reason: unknownCrs(named ?? '') };
    const [lng, lat] = crs.toWgs84(point[0], point[1], 0);
    if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return { reason: nowhere(crs) };
    const metres = anchor === undefined ? 0 : metresBetween(anchor, [lng, lat]);
    if (metres > FAR_METRES) return { reason: farAway(crs, metres) };
    // Said once: it is the same for every row.
    const warnings = told ? [] : [guessedCrs(crs)];
    told = true;
    return { point: [lng, lat], warnings };
  };
};

const halfGiven = (row: RowValues): boolean =>
  (numberOf(row, 'longitude') === undefined) !== (numberOf(row, 'latitude') === undefined);

/** By all points at once; one that is wrong must not speak for the others, so the best of a few that fit the most is taken. */
const guessedOf = (points: readonly FilePoint[], context: PlanContext): Crs | null => {
  const place = {
    ...(context.options.anchor === undefined ? {} : { anchor: context.options.anchor }),
    footprints: context.directory.buildings.map(({ footprint }) => footprint),
  };
  const middle = (k: 0 | 1): number => {
    const sorted = points.map((point) => point[k]).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  const [x, y] = [middle(0), middle(1)];
  const near = points.filter((point) => Math.hypot(point[0] - x, point[1] - y) <= Math.hypot(x, y) / 50);
  return guessCrs(near.length > 0 ? near : points, place, near)[0]?.crs ?? null;
};

/** The building in which a point lies, or the nearest within so many metres of its outline. */
export const buildingAt = (
  point: LngLat,
  buildings: Iterable<Building>,
  withinMetres: number,
): Building | null => {
  const frame = createFrame(point);
  let best: Building | null = null;
  let least = withinMetres;
  for (const building of buildings) {
    const [first] = building.footprint[0] ?? [];
    // Nothing in a community is a kilometre long.
    if (!first || metresBetween(point, first) > 1000) continue;
    const rings = ringsToLocal(frame, building.footprint);
    if (polygonContains(rings, 0, 0)) return building;
    const [ring = []] = rings;
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length] ?? a;
      const metres = fromOrigin(a, b);
      if (metres < least) [least, best] = [metres, building];
    });
  }
  return best;
};

/** Distance of a segment from the origin. */
const fromOrigin = (a: readonly [number, number], b: readonly [number, number]): number => {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(a[0] * dx + a[1] * dy) / length));
  return Math.hypot(a[0] + t * dx, a[1] + t * dy);
};
