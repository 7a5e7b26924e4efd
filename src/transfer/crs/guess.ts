/**
 * Which system a file without a word about it is in. Ranges of numbers rule most systems out; of the rest, the best are those that
 * put the data where the community lies, on the buildings that are there, and that are in common use. The answer is a ranking with
 * the place where each candidate would put the data, so that a person can look at it: it is never applied unseen.
 */
import type { LngLat } from '../../domain/records/base.ts';
import { metresPerDegree } from '../../geometry/frame.ts';
import { type Bounds, boundsOf } from '../../geometry/polygon.ts';
import type { FilePoint, PlaceContext } from './context.ts';
import { CHINA, type Crs, inBounds, swapAxes, type Words } from './crs.ts';
import { CHINESE_MERIDIANS, chineseMeridianCode, chineseZoneCode } from './definitions.ts';
import { TABLE } from './definitions-table.ts';
import { occupiedBy } from './overlap.ts';
import { resolveCrs } from './resolve.ts';

export interface Candidate {
  /** Null: the file's own metres about its own origin; it must be placed by hand. */
  readonly crs: Crs | null;
  /** Where it would put the data; null where `crs` is. */
  readonly puts: { readonly center: LngLat; readonly bounds: Bounds } | null;
  /** From the middle of the data to the community; null where either is unknown. */
  readonly distanceMetres: number | null;
  /** The share of the points that meet known buildings; null where none are known. */
  readonly overlap: number | null;
  /** Lower is likelier: the order of the answer. */
  readonly cost: number;
  readonly why: Words;
}

/** One more kilometre from the community, in the currency of `prior`: doubling the distance costs 1. */
const distanceCost = (metres: number): number => Math.log2(1 + metres / 1000);
/** A community is a kilometre wide; a file that would span a country is read wrongly. */
const WIDEST_METRES = 150_000;
const MOST_CANDIDATES = 12;
/** Full overlap with known buildings is worth this much. */
const OVERLAP_WORTH = 8;
const LOCAL_REACH_METRES = 50_000;
const EARTH_NEAR_METRES = 6_330_000;
const EARTH_FAR_METRES = 6_400_000;
const WEB_MERCATOR_REACH = 20_037_509;
/** Eastings of a strip without its zone's number, and northings of China. */
const inStrip = (x: number): boolean => x >= 100_000 && x <= 900_000;
const northing = (y: number): boolean => y >= 1_800_000 && y <= 6_200_000;

export const metresBetween = (a: LngLat, b: LngLat): number => {
  const scale = metresPerDegree((a[1] + b[1]) / 2);
  return Math.hypot((a[0] - b[0]) * scale.lng, (a[1] - b[1]) * scale.lat);
};

interface Idea {
  readonly crs: Crs;
  /** How uncommon it is. */
  readonly prior: number;
  readonly why: Words;
}

const ideaOf = (text: string, prior: number, zh: string, en: string): Idea[] => {
  const crs = resolveCrs(text);
  return crs ? [{ crs, prior, why: { zh, en } }] : [];
};

const every = (points: readonly FilePoint[], test: (x: number, y: number) => boolean): boolean =>
  points.every(([x, y]) => test(x, y));

const degrees = (points: readonly FilePoint[]): Idea[] =>
  every(points, (x, y) => Math.abs(x) <= 180 && Math.abs(y) <= 90)
    ? [
        ...ideaOf('EPSG:4326', 0, '数值像经纬度（度）', 'numbers look like degrees'),
        ...(every(points, (x, y) => inBounds(CHINA, x, y))
          ? [
              ...ideaOf(
                'GCJ-02',
                1,
                '中国境内的经纬度，可能来自高德、腾讯地图',
                'degrees in China, perhaps of Amap or Tencent',
              ),
              ...ideaOf(
                'BD-09',
                1.5,
                '中国境内的经纬度，可能来自百度地图',
                'degrees in China, perhaps of Baidu',
              ),
            ]
          : []),
      ]
    : [];

const chineseStrips = (points: readonly FilePoint[]): Idea[] => {
  if (!every(points, (_x, y) => northing(y))) return [];
  const datums = [
    ['cgcs2000', 1],
    ['xian80', 3],
    ['beijing54', 3.5],
  ] as const;
  if (every(points, inStrip))
    return datums.flatMap(([datum, prior]) =>
      ([3, 6] as const).flatMap((width) =>
        CHINESE_MERIDIANS(width).flatMap((meridian) =>
          ideaOf(
            `EPSG:${chineseMeridianCode(datum, meridian, width)}`,
            prior + (width === 6 ? 1 : 0),
            `数值像高斯投影坐标，不含带号`,
            'numbers look like Gauss-Kruger metres without a zone',
          ),
        ),
      ),
    );
  const zone = Math.floor((points[0]?.[0] ?? 0) / 1e6);
  if (!every(points, (x) => Math.floor(x / 1e6) === zone && inStrip(x - zone * 1e6))) return [];
  return datums.flatMap(([datum, prior]) =>
    ideaOf(
      `EPSG:${chineseZoneCode(datum, zone)}`,
      prior - 1,
      `数值像高斯投影坐标，带号 ${zone}`,
      `numbers look like Gauss-Kruger metres of zone ${zone}`,
    ),
  );
};

const webMercator = (points: readonly FilePoint[]): Idea[] =>
  every(points, (x, y) => Math.abs(x) <= WEB_MERCATOR_REACH && Math.abs(y) <= WEB_MERCATOR_REACH) &&
  !every(points, (x, y) => Math.abs(x) <= LOCAL_REACH_METRES && Math.abs(y) <= LOCAL_REACH_METRES)
    ? [
        ...ideaOf(
          'EPSG:3857',
          1,
          '数值像网络地图的墨卡托坐标',
          'numbers look like the Mercator metres of web maps',
        ),
        ...ideaOf(
          'GCJ-02 via EPSG:3857',
          2.5,
          '可能来自高德、腾讯地图的瓦片',
          'perhaps of tiles of Amap or Tencent',
        ),
        ...ideaOf('BD-09 MC', 3, '可能来自百度地图', 'perhaps of Baidu'),
      ]
    : [];

const utm = (points: readonly FilePoint[], context: PlaceContext): Idea[] => {
  if (!every(points, (x, y) => inStrip(x) && y >= 0 && y <= 10_000_000)) return [];
  const near = context.anchor ? Math.floor((context.anchor[0] + 180) / 6) + 1 : null;
  const zones = Array.from({ length: 60 }, (_, i) => i + 1).filter(
    (zone) => near === null || Math.abs(zone - near) <= 1,
  );
  return zones.flatMap((zone) =>
    [32600, 32700].flatMap((base) =>
      ideaOf(`EPSG:${base + zone}`, near === null ? 4 : 2, '数值像 UTM 坐标', 'numbers look like UTM metres'),
    ),
  );
};

/** National systems of the table, each only where its own area takes the data. */
const national = (points: readonly FilePoint[]): Idea[] =>
  TABLE.filter(
    ([code, , proj]) =>
      !proj.includes('+proj=longlat') && !proj.includes('+proj=geocent') && code !== 3857 && code !== 3395,
  ).flatMap(([code]) =>
    ideaOf(`EPSG:${code}`, 3, '数值在该坐标系的使用范围内', 'numbers lie in the area of this system').filter(
      ({ crs }) => {
        const [x = 0, y = 0] = points[0] ?? [];
        const [lng, lat] = crs.toWgs84(x, y, 0);
        return crs.area !== null && inBounds(crs.area, lng, lat);
      },
    ),
  );

const geocentric = (points: readonly FilePoint[]): Idea[] =>
  points.every(([x, y, z]) => {
    const radius = Math.hypot(x, y, z ?? 0);
    return z !== undefined && radius > EARTH_NEAR_METRES && radius < EARTH_FAR_METRES;
  })
    ? ideaOf('EPSG:4978', 0, '数值像地心坐标', 'numbers look like metres from the middle of the earth')
    : [];

const flipped = (points: readonly FilePoint[]): FilePoint[] =>
  points.map(([x, y, z]): FilePoint => (z === undefined ? [y, x] : [y, x, z]));

const isSmall = (points: readonly FilePoint[]): boolean =>
  every(points, (x, y) => Math.abs(x) <= LOCAL_REACH_METRES && Math.abs(y) <= LOCAL_REACH_METRES);

const LOCAL: Candidate = {
  crs: null,
  puts: null,
  distanceMetres: null,
  overlap: null,
  cost: 6,
  why: {
    zh: '数值像模型自己的米制坐标，需要指定位置和方向',
    en: 'numbers look like the metres of a model of its own, which must be placed',
  },
};

/** Where the system puts the points; null where it cannot, or would spread them over a country. */
export const putsOf = (crs: Crs, points: readonly FilePoint[]): NonNullable<Candidate['puts']> | null => {
  const placed = points.map(([x, y, z]): LngLat => {
    const [lng, lat] = crs.toWgs84(x, y, z ?? 0);
    return [lng, lat];
  });
  if (placed.length === 0 || !placed.every(([lng, lat]) => Math.abs(lng) <= 180 && Math.abs(lat) <= 90))
    return null;
  const bounds = boundsOf(placed);
  return { bounds, center: [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2] };
};

/**
 * The likeliest systems of some points, best first, at most twelve. `inside` are points within footprints of the file: where the
 * context knows buildings, what falls on them comes first.
 */
export const guessCrs = (
  points: readonly FilePoint[],
  context: PlaceContext,
  inside: readonly FilePoint[] = [],
): Candidate[] => {
  if (points.length === 0) return [];
  const straight = [degrees, chineseStrips, webMercator, national, geocentric].flatMap((find) =>
    find(points),
  );
  const turned = [degrees, chineseStrips]
    .flatMap((find) => find(flipped(points)))
    .map(
      ({ crs, prior, why }): Idea => ({
        crs: swapAxes(crs),
        prior: prior + 1.5,
        why: { zh: `${why.zh}，但纬度（北）在前`, en: `${why.en}, but north comes first` },
      }),
    );
  const occupied = context.footprints && inside.length > 0 ? occupiedBy(context.footprints) : null;
  const placed = [...straight, ...utm(points, context), ...turned].flatMap(
    ({ crs, prior, why }): Candidate[] => {
      const puts = putsOf(crs, points);
      if (!puts) return [];
      const [west, south, east, north] = puts.bounds;
      const spread = metresBetween([west, south], [east, north]);
      if (spread > WIDEST_METRES && !(context.anchor === undefined && prior === 0)) return [];
      const distanceMetres = context.anchor ? metresBetween(context.anchor, puts.center) : null;
      const overlap = occupied
        ? occupied.shareMet(
            inside.map(([x, y, z]): LngLat => crs.toWgs84(x, y, z ?? 0).slice(0, 2) as LngLat),
          )
        : null;
      const outside = crs.area && !inBounds(crs.area, ...puts.center, 1) ? 4 : 0;
      const cost =
        prior +
        outside +
        (distanceMetres === null ? 0 : distanceCost(distanceMetres)) -
        OVERLAP_WORTH * (overlap ?? 0);
      return [{ crs, puts, distanceMetres, overlap, cost, why }];
    },
  );
  const all = isSmall(points) ? [...placed, LOCAL] : placed;
  return all.sort((a, b) => a.cost - b.cost).slice(0, MOST_CANDIDATES);
};
