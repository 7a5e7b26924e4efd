/** Takes the rows of a raster from the first and keeps as many cells as are wanted: each the mean of a square of known ones. */
import { type Affine, coarser } from '../imagery/affine.ts';
import type { Raster } from './terrain-set.ts';

export class Decimator {
  /** Cells of the raster along a side of one that is kept. */
  readonly factor: number;
  readonly columns: number;
  readonly rows: number;
  readonly heights: Float32Array;
  private readonly sums: Float64Array;
  private readonly known: Uint32Array;
  private row = 0;

  /** What is left of the last squares is dropped, so that all have the same size. */
  constructor(columns: number, rows: number, maxCells: number) {
    let factor = Math.max(1, Math.ceil(Math.sqrt((columns * rows) / maxCells)));
    // A ribbon of one row is not thinned to nothing.
    factor = Math.max(1, Math.min(factor, columns, rows));
    this.factor = factor;
    this.columns = Math.floor(columns / factor);
    this.rows = Math.floor(rows / factor);
    this.heights = new Float32Array(this.columns * this.rows).fill(Number.NaN);
    this.sums = new Float64Array(this.columns);
    this.known = new Uint32Array(this.columns);
  }

  /** The next row; `NaN` where nothing is known. `from`: where it begins in the array. */
  add(values: ArrayLike<number>, from = 0): void {
    const { factor, columns, sums, known, heights } = this;
    const target = Math.floor(this.row / factor);
    this.row++;
    if (target >= this.rows) return;
    if (factor === 1) {
      for (let i = 0; i < columns; i++) heights[target * columns + i] = values[from + i] as number;
      return;
    }
    for (let i = 0; i < columns * factor; i++) {
      const value = values[from + i] as number;
      if (Number.isNaN(value)) continue;
      const cell = Math.floor(i / factor);
      sums[cell] = (sums[cell] as number) + value;
      known[cell] = (known[cell] as number) + 1;
    }
    if (this.row % factor !== 0) return;
    for (let i = 0; i < columns; i++)
      if ((known[i] as number) > 0)
        heights[target * columns + i] = (sums[i] as number) / (known[i] as number);
    sums.fill(0);
    known.fill(0);
  }

  /** What was kept; `affine` is that of the raster as it was. */
  raster(affine: Affine | null): Raster {
    const { columns, rows, heights, factor } = this;
    return {
      columns,
      rows,
      heights,
      affine: affine === null ? null : coarser(affine, factor),
      cellMetres: factor,
    };
  }
}
