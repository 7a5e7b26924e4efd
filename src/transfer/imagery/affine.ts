/**
 * Where the cells of a raster lie: x = x0 + ax·i + bx·j, y = y0 + ay·i + by·j for the centre of column i, row j, in the raster's
 * system. Rows usually run south (by < 0) and columns east.
 */
import type { SourcePoint } from '../places/place-set.ts';

export interface Affine {
  readonly x0: number;
  readonly y0: number;
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

export const pointAt = ({ x0, y0, ax, ay, bx, by }: Affine, i: number, j: number): SourcePoint => [
  x0 + ax * i + bx * j,
  y0 + ay * i + by * j,
];

/** Corners of the whole raster, half a cell beyond the centres: upper left, upper right, lower right, lower left. */
export const cornersOf = (
  affine: Affine,
  columns: number,
  rows: number,
): [SourcePoint, SourcePoint, SourcePoint, SourcePoint] => {
  const [east, south] = [columns - 0.5, rows - 0.5];
  return [
    pointAt(affine, -0.5, -0.5),
    pointAt(affine, east, -0.5),
    pointAt(affine, east, south),
    pointAt(affine, -0.5, south),
  ];
};

/** Does it map every cell to a place of its own? */
export const isUsable = ({ x0, y0, ax, ay, bx, by }: Affine): boolean =>
  [x0, y0, ax, ay, bx, by].every(Number.isFinite) && Math.abs(ax * by - bx * ay) > 0;

/** Less turned than this over the whole raster is rounding. */
export const isTurned = ({ ax, ay, bx, by }: Affine, columns: number, rows: number): boolean =>
  Math.abs(ay) * columns > Math.abs(by) * 0.01 || Math.abs(bx) * rows > Math.abs(ax) * 0.01;

/** The raster of every k-th cell, each the mean of k × k. */
export const coarser = (affine: Affine, k: number): Affine => {
  const [x0, y0] = pointAt(affine, (k - 1) / 2, (k - 1) / 2);
  return { x0, y0, ax: affine.ax * k, ay: affine.ay * k, bx: affine.bx * k, by: affine.by * k };
};
