/** What a CityJSON says about itself: version, transform, system, extent. */
import { crsOf } from '../places/declared-crs.ts';
import type { DeclaredCrs } from '../places/place-set.ts';
import type { Problems } from '../problem.ts';
import { NO_TRANSFORM, type Transform, transformOf } from './vertices.ts';

const KNOWN = /^(?:1\.0|1\.1|2\.0)(?:\.\d+)?$/;
/** The extent may be rounded; this and a hundredth of the size are no contradiction. */
const EXTENT_METRES = 1;
const EXTENT_SHARE = 0.01;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text as given; told where it is not one of those that this reader was written for. */
export const versionOf = (version: unknown, problems: Problems): string | null => {
  const text =
    typeof version === 'string' ? version : typeof version === 'number' ? version.toFixed(1) : null;
  if (text === null)
    problems.add('cityjson.version', 'warning', 'version', () => [
      '没有写明版本，已按 2.0 读入。',
      'It names no version: read as 2.0.',
    ]);
  else if (!KNOWN.test(text))
    problems.add('cityjson.version', 'warning', 'version', () => [
      `版本“${text}”无法识别（可识别 1.0、1.1、2.0），已按 2.0 读入，请核对结果。`,
      `The version “${text}” is not known (1.0, 1.1 and 2.0 are): read as 2.0, please check.`,
    ]);
  return text;
};

/** Version 1.0 may store plain coordinates; since 1.1 the transform is required. */
export const takeTransform = (value: unknown, version: string | null, problems: Problems): Transform => {
  const transform = transformOf(value);
  if (transform !== null) return transform;
  if (value === undefined && version?.startsWith('1.0') === true) return NO_TRANSFORM;
  problems.add('cityjson.transform', 'warning', 'transform', () =>
    value === undefined
      ? [
          '缺少“transform”，顶点按原始数值读入，位置可能不对。',
          '“transform” is missing: vertices are taken as they are, which may be the wrong place.',
        ]
      : [
          '“transform”不完整，已忽略，位置可能不对。',
          '“transform” is not complete and was ignored: the place may be wrong.',
        ],
  );
  return NO_TRANSFORM;
};

export const referenceSystemOf = (metadata: unknown): DeclaredCrs | null =>
  isObject(metadata)
    ? crsOf(metadata['referenceSystem'] ?? metadata['crs'], 'metadata.referenceSystem')
    : null;

/** Warns where what is there lies outside of what the file says. */
export const checkExtent = (
  metadata: unknown,
  bounds: readonly number[] | null,
  problems: Problems,
): void => {
  const extent = isObject(metadata) ? metadata['geographicalExtent'] : undefined;
  if (extent === undefined || extent === null || bounds === null) return;
  const where = 'metadata.geographicalExtent';
  const isExtent =
    Array.isArray(extent) &&
    extent.length === 6 &&
    extent.every((n: unknown) => typeof n === 'number' && Number.isFinite(n));
  if (!isExtent) {
    problems.add('cityjson.extent', 'warning', where, () => [
      '范围应当是六个数字，已忽略。',
      'The extent should be six numbers: ignored.',
    ]);
    return;
  }
  const told = extent as number[];
  for (let k = 0; k < 3; k++) {
    const low = told[k] as number;
    const high = told[k + 3] as number;
    const slack = EXTENT_METRES + EXTENT_SHARE * Math.abs(high - low);
    if ((bounds[k] as number) >= low - slack && (bounds[k + 3] as number) <= high + slack) continue;
    problems.add('cityjson.extent', 'warning', where, () => [
      `写明的范围与实际坐标不符：${told.join(', ')}；实际为 ${bounds.map((n) => Number(n.toFixed(3))).join(', ')}。`,
      `The extent does not hold what is there: ${told.join(', ')}; in fact ${bounds.map((n) => Number(n.toFixed(3))).join(', ')}.`,
    ]);
    return;
  }
};
