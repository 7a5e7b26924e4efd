/** A raster of heights as a set of places: turned so that its rows run south and its columns east, and looked at for sense. */
import { type Affine, isTurned, pointAt } from '../imagery/affine.ts';
import type { DeclaredCrs, PlaceFormat, PlaceSet, SourceTerrain } from '../places/place-set.ts';
import type { Problems } from '../problem.ts';

/** Cells that are kept unless told otherwise: 32 MB of heights. */
export const MAX_CELLS = 8_000_000;
const HIGHEST_METRES = 9000;
const LOWEST_METRES = -500;
/** With less known than this share, a raster is told to be mostly empty. */
const KNOWN_SHARE = 0.5;

export interface Raster {
  readonly columns: number;
  readonly rows: number;
  readonly heights: Float32Array;
  /** Null where nobody knows where it lies: cells of `cellMetres` about its middle then. */
  readonly affine: Affine | null;
  readonly cellMetres: number;
}

/** Rows southwards, columns eastwards. */
const flipped = (raster: Raster, affine: Affine): SourceTerrain => {
  const { columns, rows, heights } = raster;
  const [west, south] = [affine.ax < 0, affine.by > 0];
  let heightsMetres = heights;
  if (west || south) {
    heightsMetres = new Float32Array(heights.length);
    for (let j = 0; j < rows; j++)
      for (let i = 0; i < columns; i++)
        heightsMetres[j * columns + i] = heights[
          (south ? rows - 1 - j : j) * columns + (west ? columns - 1 - i : i)
        ] as number;
  }
  const [x, y] = pointAt(affine, west ? columns - 1 : 0, south ? rows - 1 : 0);
  return {
    columns,
    rows,
    heightsMetres,
    origin: [x, y],
    stepX: Math.abs(affine.ax),
    stepY: -Math.abs(affine.by),
  };
};

/** A turned raster sampled on one that is not, between the four cells about each point. */
const straightened = (raster: Raster, affine: Affine): SourceTerrain => {
  const { columns, rows, heights } = raster;
  const corners = [
    pointAt(affine, 0, 0),
    pointAt(affine, columns - 1, 0),
    pointAt(affine, columns - 1, rows - 1),
    pointAt(affine, 0, rows - 1),
  ];
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [west, east] = [Math.min(...xs), Math.max(...xs)];
  const [south, north] = [Math.min(...ys), Math.max(...ys)];
  const step = Math.min(Math.hypot(affine.ax, affine.ay), Math.hypot(affine.bx, affine.by));
  // Turned by 45° the box is twice the raster.
  const wide = Math.min(Math.floor((east - west) / step) + 1, 2 * (columns + rows));
  const high = Math.min(Math.floor((north - south) / step) + 1, 2 * (columns + rows));
  const heightsMetres = new Float32Array(wide * high).fill(Number.NaN);
  const det = affine.ax * affine.by - affine.bx * affine.ay;
  const at = (i: number, j: number): number => heights[j * columns + i] as number;
  for (let r = 0; r < high; r++)
    for (let c = 0; c < wide; c++) {
      const [dx, dy] = [west + c * step - affine.x0, north - r * step - affine.y0];
      const u = (affine.by * dx - affine.bx * dy) / det;
      const v = (affine.ax * dy - affine.ay * dx) / det;
      if (u < -1e-6 || v < -1e-6 || u > columns - 1 + 1e-6 || v > rows - 1 + 1e-6) continue;
      const i = Math.min(Math.max(Math.floor(u), 0), Math.max(columns - 2, 0));
      const j = Math.min(Math.max(Math.floor(v), 0), Math.max(rows - 2, 0));
      const [i1, j1] = [Math.min(i + 1, columns - 1), Math.min(j + 1, rows - 1)];
      const [fu, fv] = [u - i, v - j];
      heightsMetres[r * wide + c] =
        (at(i, j) * (1 - fu) + at(i1, j) * fu) * (1 - fv) + (at(i, j1) * (1 - fu) + at(i1, j1) * fu) * fv;
    }
  return { columns: wide, rows: high, heightsMetres, origin: [west, north], stepX: step, stepY: -step };
};

interface Range {
  readonly low: number;
  readonly high: number;
  readonly known: number;
}

const rangeOf = (heights: Float32Array): Range => {
  let [low, high, known] = [Infinity, -Infinity, 0];
  for (const height of heights) {
    if (Number.isNaN(height)) continue;
    known++;
    if (height < low) low = height;
    if (height > high) high = height;
  }
  return { low, high, known };
};

const tellRange = ({ low, high, known }: Range, cells: number, problems: Problems): void => {
  const metres = (value: number): string => `${Number(value.toFixed(1))}`;
  if (known === 0) {
    problems.add('terrain.empty', 'warning', '', () => [
      '栅格里没有任何高程值。',
      'The raster holds no height at all.',
    ]);
    return;
  }
  if (known < cells * KNOWN_SHARE)
    problems.add('terrain.mostlyEmpty', 'warning', '', () => [
      `只有 ${Math.round((100 * known) / cells)}% 的格点有高程值。`,
      `Only ${Math.round((100 * known) / cells)}% of the cells have a height.`,
    ]);
  if (high > HIGHEST_METRES || low < LOWEST_METRES)
    problems.add('terrain.implausible', 'warning', '', () => [
      `高程范围 ${metres(low)} 到 ${metres(high)} 米，不像地面高程，请检查单位和无效值。`,
      `Heights run from ${metres(low)} to ${metres(high)} m, which is no ground: check the unit and the value for nothing.`,
    ]);
  else if (low === high)
    problems.add('terrain.flat', 'warning', '', () => [
      `所有格点高程都是 ${metres(low)} 米。`,
      `All cells have the same height of ${metres(low)} m.`,
    ]);
};

export interface TerrainFacts {
  readonly format: PlaceFormat;
  readonly version: string | null;
  readonly crs: DeclaredCrs | null;
  readonly raster: Raster;
  readonly problems: Problems;
  readonly counts: Readonly<Record<string, number>>;
}

/** About the middle: for a raster that has to be placed by hand. */
const aboutZero = ({ columns, rows, cellMetres }: Raster): Affine => ({
  x0: (-(columns - 1) / 2) * cellMetres,
  y0: ((rows - 1) / 2) * cellMetres,
  ax: cellMetres,
  ay: 0,
  bx: 0,
  by: -cellMetres,
});

export const terrainSet = ({ format, version, crs, raster, problems, counts }: TerrainFacts): PlaceSet => {
  const { columns, rows } = raster;
  const affine = raster.affine ?? aboutZero(raster);
  const turned = isTurned(affine, columns, rows);
  if (turned)
    problems.add('terrain.turned', 'note', '', () => [
      '栅格是旋转的，已重采样为正北方向。',
      'The raster is turned; it was sampled anew with north up.',
    ]);
  const terrain = turned ? straightened(raster, affine) : flipped(raster, affine);
  const range = rangeOf(raster.heights);
  tellRange(range, raster.heights.length, problems);
  if (raster.affine === null)
    problems.add('terrain.unplaced', 'warning', '', () => [
      '文件没有地理位置，需要手工放置；暂按每格一米。',
      'The file says not where it lies and has to be placed; its cells are taken for one metre.',
    ]);
  return {
    format,
    version,
    crs: raster.affine === null ? null : crs,
    unplaced: raster.affine === null,
    buildings: [],
    areas: [],
    terrain,
    imagery: null,
    textures: [],
    counts: { ...counts, columns: terrain.columns, rows: terrain.rows, known: range.known },
    problems: problems.all(),
  };
};
