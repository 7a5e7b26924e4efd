/**
 * A survey of heights in any system as the regular raster that the community's record holds: local metres, row 0 in the south, relative
 * to its elevation. Sampled bilinearly; where the new cells are larger than the survey's, as the mean of several samples, since one
 * sample would pick ridges or gullies by chance. What nobody surveyed is filled smoothly from what is around it.
 */
import type { Terrain } from '../../domain/records/place.ts';
import { createFrame } from '../../geometry/frame.ts';
import type { SourceTerrain } from '../places/place-set.ts';
import type { Problem } from '../problem.ts';
import { fillUnknown } from './fill-unknown.ts';
import type { Ground } from './ground.ts';
import type { TerrainRequest } from './located-set.ts';

/** Rows and columns of a record: it is held as numbers in JSON. */
const MOST_CELLS = 1_000_000;
const MOST_SAMPLES_A_SIDE = 6;
/** The way back into the file's system is straight over this distance to within millimetres. */
const STRAIGHT_METRES = 250;

/** Bilinear between the four cells about a point in columns and rows; cells that are unknown do not count. `NaN` where all are. */
export const sampleSurvey = (survey: SourceTerrain, column: number, row: number): number => {
  const { columns, rows, heightsMetres } = survey;
  // A cell reaches half its size beyond its middle; a hair more, for what rounding leaves.
  if (!(column >= -0.501 && row >= -0.501 && column <= columns - 0.499 && row <= rows - 0.499))
    return Number.NaN;
  const c = Math.min(Math.max(column, 0), columns - 1);
  const r = Math.min(Math.max(row, 0), rows - 1);
  const c0 = Math.floor(c);
  const r0 = Math.floor(r);
  let [sum, weight] = [0, 0];
  for (let j = 0; j < 2; j++)
    for (let i = 0; i < 2; i++) {
      const w = (i === 0 ? 1 - (c - c0) : c - c0) * (j === 0 ? 1 - (r - r0) : r - r0);
      if (w === 0) continue;
      const height = heightsMetres[(r0 + j) * columns + c0 + i] as number;
      if (!Number.isFinite(height)) continue;
      sum += w * height;
      weight += w;
    }
  // Of a sliver of a known cell nothing is made up.
  return weight >= 0.25 ? sum / weight : Number.NaN;
};

/** From local metres into the survey's columns and rows; exact at the corners of squares, bilinear within. */
const toCells = (
  survey: SourceTerrain,
  fromLocal: (x: number, y: number) => readonly [number, number],
): ((x: number, y: number) => readonly [column: number, row: number]) => {
  const corners = new Map<string, readonly [number, number]>();
  const corner = (i: number, j: number): readonly [number, number] => {
    const key = `${i},${j}`;
    const known = corners.get(key);
    if (known) return known;
    const [x, y] = fromLocal(i * STRAIGHT_METRES, j * STRAIGHT_METRES);
    const cell = [(x - survey.origin[0]) / survey.stepX, (y - survey.origin[1]) / survey.stepY] as const;
    corners.set(key, cell);
    return cell;
  };
  return (x, y) => {
    const i = Math.floor(x / STRAIGHT_METRES);
    const j = Math.floor(y / STRAIGHT_METRES);
    const u = x / STRAIGHT_METRES - i;
    const v = y / STRAIGHT_METRES - j;
    const [a, b, c, d] = [corner(i, j), corner(i + 1, j), corner(i, j + 1), corner(i + 1, j + 1)];
    const mix = (k: 0 | 1): number => (1 - v) * ((1 - u) * a[k] + u * b[k]) + v * ((1 - u) * c[k] + u * d[k]);
    return [mix(0), mix(1)];
  };
};

const told = (code: string, severity: Problem['severity'], zh: string, en: string): Problem => ({
  code,
  severity,
  where: '',
  zh,
  en,
});

export interface Resampled {
  /** Null where the survey knows nothing of the extent, or too little. */
  readonly terrain: Terrain | null;
  readonly problems: readonly Problem[];
}

export const resampleTerrain = (
  survey: SourceTerrain,
  ground: Ground,
  request: TerrainRequest,
): Resampled => {
  const { extent, cellMetres, elevationMetres } = request;
  const [west, south, east, north] = extent;
  const columns = Math.max(Math.floor((east - west) / cellMetres + 1e-6) + 1, 2);
  const rows = Math.max(Math.floor((north - south) / cellMetres + 1e-6) + 1, 2);
  if (!ground.fromWgs84)
    return {
      terrain: null,
      problems: [
        told(
          'terrain.geocentric',
          'error',
          '地形不能用地心坐标。',
          'Terrain cannot be in geocentric coordinates.',
        ),
      ],
    };
  if (!(cellMetres > 0) || !(columns * rows <= MOST_CELLS))
    return {
      terrain: null,
      problems: [
        told(
          'terrain.tooMany',
          'error',
          `地形需要 ${columns * rows} 个格点，最多 ${MOST_CELLS} 个，请放大间距或缩小范围。`,
          `The terrain would have ${columns * rows} points, at most ${MOST_CELLS} are possible: take larger cells or a smaller extent.`,
        ),
      ],
    };
  const frame = createFrame(request.anchor);
  const { fromWgs84 } = ground;
  const cellOf = toCells(survey, (x, y) => fromWgs84(...frame.toLngLat([x, y])));
  const [c0, r0] = cellOf((west + east) / 2, (south + north) / 2);
  const [c1, r1] = cellOf((west + east) / 2 + cellMetres, (south + north) / 2);
  const cellsAStep = Math.hypot(c1 - c0, r1 - r0);
  const samples = Math.min(Math.max(Math.round(cellsAStep), 1), MOST_SAMPLES_A_SIDE);
  const heights = new Float32Array(columns * rows);
  let unknown = 0;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let [sum, count] = [0, 0];
      for (let j = 0; j < samples; j++)
        for (let i = 0; i < samples; i++) {
          const x = west + (column + (i + 0.5) / samples - 0.5) * cellMetres;
          const y = south + (row + (j + 0.5) / samples - 0.5) * cellMetres;
          const height = sampleSurvey(survey, ...cellOf(x, y));
          if (!Number.isFinite(height)) continue;
          sum += height;
          count++;
        }
      heights[row * columns + column] = count === 0 ? Number.NaN : sum / count;
      if (count === 0) unknown++;
    }
  const total = columns * rows;
  if (unknown === total)
    return {
      terrain: null,
      problems: [
        told(
          'terrain.elsewhere',
          'error',
          '地形文件不包含本社区的范围。',
          'The terrain does not cover the community.',
        ),
      ],
    };
  fillUnknown(heights, columns, rows);
  const share = unknown / total;
  const percent = share < 0.01 ? '<1' : `${Math.round(share * 100)}`;
  const problems =
    unknown === 0
      ? []
      : [
          told(
            'terrain.filled',
            share > 0.2 ? 'warning' : 'note',
            `范围内 ${percent}% 没有高程，已按周围的高程补齐。`,
            `${percent}% of the extent has no heights and is filled from what is around it.`,
          ),
        ];
  const heightsMetres = Array.from(heights, (height) => Math.round((height - elevationMetres) * 100) / 100);
  return { terrain: { origin: [west, south], cellMetres, columns, rows, heightsMetres }, problems };
};
