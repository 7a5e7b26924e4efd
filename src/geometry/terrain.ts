/**
 * The ground's height. The survey is a regular grid; what is drawn is a tree of right-angled triangles over it (a right-triangulated
 * irregular network): a triangle is halved at the middle of its long side where the ground departs from it by more than is allowed
 * there. Flat tableland becomes a few large triangles, a gully keeps its many. What is drawn, what things are laid on and what
 * `heightAt` answers are the same triangles. Against two triangles a cell: the sample's land 102,000 → 16,000 triangles, what is
 * laid out on it 100,000 → 25,000.
 *
 *        c            A triangle (a, b, c) with its right angle at c; m is the middle of a–b.
 *       ╱│╲           Its halves are (c, a, m) and (b, c, m), so that every level turns the same way.
 *      ╱ │ ╲
 *     a──m──b
 *
 * Beyond the square of the tree the land runs on at the height of its rim, into the haze.
 */
import type { Terrain as TerrainGrid } from '../domain/records/place.ts';
import type { Bounds } from './polygon.ts';

/** Grid coordinates (columns and rows of the tree's square) of a triangle's corners, right angle last. */
export type TreeTriangle = readonly [ax: number, ay: number, bx: number, by: number, cx: number, cy: number];

/** What a terrain is made of: plain data, which a worker can hand over. */
export interface TerrainData {
  /** Cells along a side of the square, a power of two. */
  readonly side: number;
  readonly cellMetres: number;
  /** South-west corner of the square, local metres. */
  readonly origin: readonly [number, number];
  /** Heights of the drawn ground in metres, row by row from the south, `side + 1` a row. */
  readonly heights: Float32Array;
  /** Is the triangle halved, whose long side has its middle at this grid point? */
  readonly halved: Uint8Array;
  /** Bounds of the surveyed part: west, south, east, north in metres. */
  readonly bounds: Bounds;
  readonly minHeight: number;
  readonly maxHeight: number;
}

export interface Terrain extends TerrainData {
  /** Height of the drawn ground in metres at a local point. Four array reads and a plane: about 30 ns. */
  heightAt(x: number, y: number): number;
}

/** How far the land goes on beyond the square, metres. */
export const APRON_METRES = 9000;
/** Ground without a survey: a plain of this size. */
const PLAIN_HALF_METRES = 800;
const PLAIN_CELL_METRES = 100;
/** What the drawn ground may depart from the survey where houses stand, and how that grows with the distance from them. */
const TOLERANCE_METRES = 0.12;
const TOLERANCE_GROWTH = 0.002;
const WIDEST_TOLERANCE_METRES = 1;

const flatGrid = (): TerrainGrid => {
  const columns = (PLAIN_HALF_METRES * 2) / PLAIN_CELL_METRES + 1;
  return {
    origin: [-PLAIN_HALF_METRES, -PLAIN_HALF_METRES],
    cellMetres: PLAIN_CELL_METRES,
    columns,
    rows: columns,
    heightsMetres: new Array<number>(columns * columns).fill(0),
  };
};

/** The two triangles of the square. */
export const rootTriangles = (side: number): readonly [TreeTriangle, TreeTriangle] => [
  [0, 0, side, side, side, 0],
  [side, side, 0, 0, 0, side],
];

/** The middle of the triangle's long side as an index of the tree's points, or -1 where the triangle is drawn whole. */
export const middleOf = (
  { side, halved }: Pick<Terrain, 'side' | 'halved'>,
  [ax, ay, bx, by]: TreeTriangle,
): number => {
  // The smallest triangles have the middle of their long side between grid points.
  if ((ax + bx) % 2 !== 0 || (ay + by) % 2 !== 0) return -1;
  const middle = ((ay + by) / 2) * (side + 1) + (ax + bx) / 2;
  return halved[middle] === 1 ? middle : -1;
};

/** Survey heights over the whole square; beyond the survey those of its rim. */
const squareHeights = ({ columns, rows, heightsMetres }: TerrainGrid, side: number): Float32Array => {
  const heights = new Float32Array((side + 1) ** 2);
  for (let j = 0; j <= side; j++) {
    const row = Math.min(j, rows - 1) * columns;
    for (let i = 0; i <= side; i++)
      heights[j * (side + 1) + i] = heightsMetres[row + Math.min(i, columns - 1)] ?? 0;
  }
  return heights;
};

const distanceTo = ([west, south, east, north]: Bounds, x: number, y: number): number =>
  Math.hypot(Math.max(west - x, 0, x - east), Math.max(south - y, 0, y - north));

/**
 * Which triangles are halved: from the smallest up, so that no triangle is left whole next to one that is halved at their common
 * side. Every grid point is the middle of a long side on exactly one level.
 */
const halvedPoints = (
  heights: Float32Array,
  side: number,
  toleranceAt: (i: number, j: number) => number,
): Uint8Array => {
  const width = side + 1;
  const halved = new Uint8Array(width * width);
  const height = (i: number, j: number): number => heights[j * width + i] as number;
  const isHalved = (i: number, j: number): boolean =>
    i >= 0 && j >= 0 && i <= side && j <= side && halved[j * width + i] === 1;
  /** Does the ground depart from the straight line between two points in their middle? */
  const departs = (ax: number, ay: number, bx: number, by: number): boolean => {
    const [mx, my] = [(ax + bx) / 2, (ay + by) / 2];
    const error = Math.abs((height(ax, ay) + height(bx, by)) / 2 - height(mx, my));
    return error > toleranceAt(mx, my);
  };
  /** The long sides of the next level about a point lie across from it. */
  const cornersHalved = (i: number, j: number, q: number): boolean =>
    q >= 1 &&
    (isHalved(i - q, j - q) || isHalved(i + q, j - q) || isHalved(i - q, j + q) || isHalved(i + q, j + q));
  for (let half = 1; half * 2 <= side; half *= 2) {
    const step = half * 2;
    // Long sides along the axes, of length `step`: middles at odd multiples of `half` on lines of even ones.
    for (let j = 0; j <= side; j += step)
      for (let i = half; i < side; i += step) {
        if (cornersHalved(i, j, half / 2) || departs(i - half, j, i + half, j)) halved[j * width + i] = 1;
        if (cornersHalved(j, i, half / 2) || departs(j, i - half, j, i + half)) halved[i * width + j] = 1;
      }
    // Long sides across a square of `step`: its middle. Which diagonal is the long one alternates over the square.
    for (let j = half; j < side; j += step)
      for (let i = half; i < side; i += step) {
        const rising = ((i - half) / step + (j - half) / step) % 2 === 0;
        if (
          isHalved(i - half, j) ||
          isHalved(i + half, j) ||
          isHalved(i, j - half) ||
          isHalved(i, j + half) ||
          (rising
            ? departs(i - half, j - half, i + half, j + half)
            : departs(i - half, j + half, i + half, j - half))
        )
          halved[j * width + i] = 1;
      }
  }
  return halved;
};

/** Puts the points within triangles that are drawn whole onto them, from the largest down. */
const levelOut = (heights: Float32Array, halved: Uint8Array, side: number): void => {
  const width = side + 1;
  const between = (i: number, j: number, di: number, dj: number): void => {
    if (halved[j * width + i] === 1) return;
    const a = heights[(j - dj) * width + i - di] as number;
    const b = heights[(j + dj) * width + i + di] as number;
    heights[j * width + i] = (a + b) / 2;
  };
  for (let half = side / 2; half >= 1; half /= 2) {
    const step = half * 2;
    for (let j = half; j < side; j += step)
      for (let i = half; i < side; i += step)
        between(i, j, half, ((i - half) / step + (j - half) / step) % 2 === 0 ? half : -half);
    for (let j = 0; j <= side; j += step)
      for (let i = half; i < side; i += step) {
        between(i, j, half, 0);
        between(j, i, 0, half);
      }
  }
};

/** The ground of a terrain's data. */
export const terrainOf = (data: TerrainData): Terrain => {
  const { side, cellMetres, origin, heights } = data;
  const width = side + 1;
  // Every cell is cut along the diagonal that the tree would cut it along, whole triangles or not.
  const heightAt = (x: number, y: number): number => {
    const u = Math.min(Math.max((x - origin[0]) / cellMetres, 0), side);
    const v = Math.min(Math.max((y - origin[1]) / cellMetres, 0), side);
    const i = Math.min(Math.floor(u), side - 1);
    const j = Math.min(Math.floor(v), side - 1);
    const fx = u - i;
    const fy = v - j;
    const base = j * width + i;
    const sw = heights[base] as number;
    const se = heights[base + 1] as number;
    const nw = heights[base + width] as number;
    const ne = heights[base + width + 1] as number;
    if (((i + j) & 1) === 0)
      return fx >= fy ? sw + fx * (se - sw) + fy * (ne - se) : sw + fy * (nw - sw) + fx * (ne - nw);
    return fx + fy <= 1
      ? sw + fx * (se - sw) + fy * (nw - sw)
      : ne + (1 - fx) * (nw - ne) + (1 - fy) * (se - ne);
  };
  return { ...data, heightAt };
};

/** Heights for the ground about `focus`, the bounds of what is built; without it every place is held as close as any other. */
export const createTerrain = (survey: TerrainGrid | null, focus: Bounds | null = null): Terrain => {
  const grid = survey ?? flatGrid();
  const { origin, cellMetres, columns, rows } = grid;
  const side = 2 ** Math.ceil(Math.log2(Math.max(columns - 1, rows - 1, 1)));
  const heights = squareHeights(grid, side);
  const halved = halvedPoints(heights, side, (i, j) =>
    focus === null
      ? TOLERANCE_METRES
      : Math.min(
          TOLERANCE_METRES +
            TOLERANCE_GROWTH * distanceTo(focus, origin[0] + i * cellMetres, origin[1] + j * cellMetres),
          WIDEST_TOLERANCE_METRES,
        ),
  );
  levelOut(heights, halved, side);
  const { min, max } = heights.reduce((so, h) => ({ min: Math.min(so.min, h), max: Math.max(so.max, h) }), {
    min: Infinity,
    max: -Infinity,
  });

  return terrainOf({
    side,
    cellMetres,
    origin,
    heights,
    halved,
    bounds: [
      origin[0],
      origin[1],
      origin[0] + cellMetres * (columns - 1),
      origin[1] + cellMetres * (rows - 1),
    ],
    minHeight: min,
    maxHeight: max,
  });
};
