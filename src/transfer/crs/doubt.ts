/**
 * What speaks against a coordinate system: numbers that it cannot have, places far from where it is used or from the community, and
 * in China degrees that are obfuscated although nothing says so (a file called WGS 84 whose buildings stand 400 m off).
 */
import type { LngLat } from '../../domain/records/base.ts';
import { ringContains } from '../../geometry/polygon.ts';
import type { PlaceSet } from '../places/place-set.ts';
import type { Problem, Severity } from '../problem.ts';
import { type FilePoint, type PlaceContext, samplePoints } from './context.ts';
import { CHINA, type Crs, inBounds, swapAxes } from './crs.ts';
import { type Candidate, guessCrs, metresBetween, putsOf } from './guess.ts';
import { occupiedBy, pointsInside } from './overlap.ts';
import { resolveCrs } from './resolve.ts';

/** Something that speaks against a system, and the one that fits better, where there is one. */
export interface Doubt extends Problem {
  readonly better: Crs | null;
  /** How far the better one moves the data; null where the doubted one puts it nowhere. */
  readonly movesMetres: number | null;
}

/** Further from the community than this, a file is of another place. */
const FAR_METRES = 50_000;
/** A strip's neighbour still measures in it. */
const AREA_SLACK_DEGREES = 3;
/** The better system must meet this share of points, and this much more than the one in doubt. */
const ENOUGH_MET = 0.3;
const CLEARLY_MORE = 0.15;

/** A distance as the sentences of either language write it. */
const far = (metres: number): { readonly zh: string; readonly en: string } => {
  const isFar = metres >= 10_000;
  const amount = Math.round(isFar ? metres / 1000 : metres).toLocaleString('en');
  return { zh: `${amount} ${isFar ? '公里' : '米'}`, en: `${amount} ${isFar ? 'km' : 'm'}` };
};
const percent = (share: number): string => `${Math.round(share * 100)}%`;

const doubtOf = (
  code: string,
  severity: Severity,
  where: string,
  sentence: readonly [zh: string, en: string],
  better: Crs | null = null,
  movesMetres: number | null = null,
): Doubt => ({ code, severity, where, zh: sentence[0], en: sentence[1], better, movesMetres });

type Puts = NonNullable<Candidate['puts']>;

/** In the area where the system is used, and not in another part of the country. */
const plausible = (crs: Crs, puts: Puts | null, context: PlaceContext): boolean =>
  puts !== null &&
  (crs.area === null || inBounds(crs.area, ...puts.center, AREA_SLACK_DEGREES)) &&
  (context.anchor === undefined || metresBetween(context.anchor, puts.center) < FAR_METRES);

const offset = (from: Puts | null, to: Puts | null): number | null =>
  from && to ? metresBetween(from.center, to.center) : null;

/** Why the system cannot be right as it is; null where nothing speaks against it. */
const misread = (
  crs: Crs,
  points: readonly FilePoint[],
  puts: Puts | null,
  context: PlaceContext,
  where: string,
): Doubt | null => {
  if (plausible(crs, puts, context)) return null;
  const turned = swapAxes(crs);
  const turnedPuts = putsOf(turned, points);
  if (crs.kind !== 'geocentric' && plausible(turned, turnedPuts, context))
    return doubtOf(
      'crs.swapped',
      'warning',
      where,
      [
        `按 ${crs.name.zh} 读取时，前后两个数应当对调：文件里北（纬度）在前、东（经度）在后。`,
        `Read as ${crs.name.en}, the two numbers must change places: the file has north (latitude) first and east (longitude) second.`,
      ],
      turned,
      offset(puts, turnedPuts),
    );
  const [best] = guessCrs(points, context);
  const fits = best?.crs && plausible(best.crs, best.puts, context) ? best : null;
  const suggestion: readonly [string, string] = fits?.crs
    ? [`可能是 ${fits.crs.name.zh}。`, `It may be ${fits.crs.name.en}.`]
    : ['', ''];
  const tell = (code: string, zh: string, en: string): Doubt =>
    doubtOf(
      code,
      'warning',
      where,
      [zh + suggestion[0], `${en} ${suggestion[1]}`.trim()],
      fits?.crs ?? null,
      offset(puts, fits?.puts ?? null),
    );
  const asDegrees = points.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 180);
  if (crs.kind === 'geographic' && !asDegrees)
    return tell(
      'crs.notDegrees',
      `按 ${crs.name.zh}（度）读取，但数值超出了度数的范围，像是米。`,
      `Read as ${crs.name.en}, in degrees, but the numbers are larger than degrees can be; they look like metres.`,
    );
  if (crs.kind === 'projected' && asDegrees)
    return tell(
      'crs.notMetres',
      `按 ${crs.name.zh}（米）读取，但数值像经纬度的度数。`,
      `Read as ${crs.name.en}, in metres, but the numbers look like degrees.`,
    );
  if (puts === null)
    return tell(
      'crs.unreachable',
      `按 ${crs.name.zh} 计算不出这些坐标的位置。`,
      `These coordinates have no place in ${crs.name.en}.`,
    );
  const [lng, lat] = puts.center.map((value) => value.toFixed(4));
  if (crs.area && !inBounds(crs.area, ...puts.center, AREA_SLACK_DEGREES))
    return tell(
      'crs.outsideArea',
      `按 ${crs.name.zh} 读取，位置在东经 ${lng}°、北纬 ${lat}°，超出了这个坐标系的使用范围。`,
      `Read as ${crs.name.en}, the data lies at ${lng}, ${lat}, outside the area where that system is used.`,
    );
  const away = far(metresBetween(context.anchor as LngLat, puts.center));
  return tell(
    'crs.farAway',
    `按 ${crs.name.zh} 读取，数据离本社区 ${away.zh}。`,
    `Read as ${crs.name.en}, the data lies ${away.en} from the community.`,
  );
};

/** Texts of what the file may really be in: the same numbers without, with one and with the other distortion. */
const hypotheses = (crs: Crs): string[] => {
  if (crs.kind === 'geographic' && crs.datum !== 'xian80' && crs.datum !== 'beijing54')
    return ['EPSG:4326', 'GCJ-02', 'BD-09'];
  if (crs.text === 'EPSG:3857' || crs.text === 'GCJ-02 via EPSG:3857')
    return ['EPSG:3857', 'GCJ-02 via EPSG:3857'];
  return [];
};

const inOutline = ({ outline = [] }: PlaceContext, [lng, lat]: LngLat): boolean =>
  outline.some(([outside = []]) => ringContains(outside, lng, lat));

/** Shares of points that fall on known buildings, or within the outline where no building is known. */
const fitOf = (set: PlaceSet, context: PlaceContext): ((crs: Crs) => number) | null => {
  const place = (crs: Crs, points: readonly FilePoint[]): LngLat[] =>
    points.map(([x, y]) => crs.toWgs84(x, y, 0).slice(0, 2) as LngLat);
  const inside = pointsInside(set.buildings.flatMap((b) => b.footprint));
  const occupied = inside.length > 0 && context.footprints ? occupiedBy(context.footprints) : null;
  if (occupied) return (crs) => occupied.shareMet(place(crs, inside));
  if (!context.outline || context.outline.length === 0) return null;
  const points = samplePoints(set);
  if (points.length === 0) return null;
  return (crs) => place(crs, points).filter((point) => inOutline(context, point)).length / points.length;
};

const obfuscated = (
  set: PlaceSet,
  crs: Crs,
  points: readonly FilePoint[],
  puts: Puts,
  context: PlaceContext,
  where: string,
): Doubt[] => {
  if (!inBounds(CHINA, ...puts.center)) return [];
  const others = hypotheses(crs)
    .map((text) => resolveCrs(text))
    .filter(
      (one) =>
        one !== null &&
        one.datum !== crs.datum &&
        !(crs.datum !== 'gcj02' && crs.datum !== 'bd09' && one.datum === 'wgs84'),
    )
    .map((one) => (crs.axes === 'yx' ? swapAxes(one as Crs) : (one as Crs)));
  if (others.length === 0) return [];
  const fit = fitOf(set, context);
  if (fit) {
    const asSaid = fit(crs);
    const ranked = others.map((one) => ({ crs: one, share: fit(one) })).sort((a, b) => b.share - a.share);
    const best = ranked[0];
    if (best && best.share >= ENOUGH_MET && best.share >= asSaid + CLEARLY_MORE) {
      const moves = offset(puts, putsOf(best.crs, points));
      const off = far(moves ?? 0);
      return [
        doubtOf(
          'crs.obfuscated',
          'warning',
          where,
          [
            `数据大约偏了 ${off.zh}：按 ${best.crs.name.zh} 读取时有 ${percent(best.share)} 与本社区吻合，按 ${crs.name.zh} 只有 ${percent(asSaid)}。`,
            `The data is about ${off.en} off: read as ${best.crs.name.en}, ${percent(best.share)} of it fits the community, as ${crs.name.en} only ${percent(asSaid)}.`,
          ],
          best.crs,
          moves,
        ),
      ];
    }
    if (asSaid >= ENOUGH_MET) return [];
  }
  if (set.crs !== null || crs.datum === 'gcj02' || crs.datum === 'bd09') return [];
  const distances = others.map((one) => far(offset(puts, putsOf(one, points)) ?? 0));
  const away = (language: 'zh' | 'en'): string => distances.map((one) => one[language]).join(' / ');
  return [
    doubtOf('crs.maybeObfuscated', 'note', where, [
      `文件没有写明坐标系，这里按 ${crs.name.zh} 读取。如果数据来自高德、腾讯或百度地图，会偏 ${away('zh')}，请对照已有的楼栋核对。`,
      `The file names no coordinate system and is read as ${crs.name.en}. If it comes from Amap, Tencent or Baidu, it is ${away('en')} off: compare it with buildings you know.`,
    ]),
  ];
};

/** What speaks against reading the set in this system; empty where nothing does. */
export const doubtCrs = (set: PlaceSet, crs: Crs, context: PlaceContext): Doubt[] => {
  const where = set.crs?.where ?? '';
  const points = samplePoints(set);
  if (points.length === 0) return [];
  const caveats = crs.caveats.map((words) => doubtOf('crs.caveat', 'warning', where, [words.zh, words.en]));
  const puts = putsOf(crs, points);
  const wrong = misread(crs, points, puts, context, where);
  if (wrong) return [wrong, ...caveats];
  // Both orders are possible, and the authority's is not the one that most files have.
  const unclear =
    crs.formalAxes === 'yx' &&
    crs.axes === 'xy' &&
    plausible(swapAxes(crs), putsOf(swapAxes(crs), points), context)
      ? [
          doubtOf(
            'crs.axesUnclear',
            'note',
            where,
            [
              `${crs.name.zh} 的正式规定是北（纬度）在前，但多数文件东（经度）在前；两种读法都说得通，这里按东在前读取。`,
              `${crs.name.en} formally puts north (latitude) first, but most files put east (longitude) first; both make sense here, and east is taken first.`,
            ],
            swapAxes(crs),
            offset(puts, putsOf(swapAxes(crs), points)),
          ),
        ]
      : [];
  return [...unclear, ...(puts ? obfuscated(set, crs, points, puts, context, where) : []), ...caveats];
};
