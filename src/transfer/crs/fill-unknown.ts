/**
 * Fills the holes of a raster from what is around them: the known cells are averaged into ever coarser rasters until none has a hole,
 * and each hole takes the smooth value of the next coarser one. Holes of any shape and size, two passes over the data in all.
 */

const bilinear = (values: Float32Array, columns: number, rows: number, x: number, y: number): number => {
  const cx = Math.min(Math.max(x, 0), columns - 1);
  const cy = Math.min(Math.max(y, 0), rows - 1);
  const x0 = Math.min(Math.floor(cx), Math.max(columns - 2, 0));
  const y0 = Math.min(Math.floor(cy), Math.max(rows - 2, 0));
  const x1 = Math.min(x0 + 1, columns - 1);
  const y1 = Math.min(y0 + 1, rows - 1);
  const at = (i: number, j: number): number => values[j * columns + i] as number;
  const [u, v] = [cx - x0, cy - y0];
  return (1 - v) * ((1 - u) * at(x0, y0) + u * at(x1, y0)) + v * ((1 - u) * at(x0, y1) + u * at(x1, y1));
};

/** In place; at least one cell must be known. */
export const fillUnknown = (values: Float32Array, columns: number, rows: number): void => {
  if (!values.some(Number.isNaN) || columns * rows <= 1) return;
  const halfColumns = Math.ceil(columns / 2);
  const halfRows = Math.ceil(rows / 2);
  const half = new Float32Array(halfColumns * halfRows).fill(Number.NaN);
  for (let j = 0; j < halfRows; j++)
    for (let i = 0; i < halfColumns; i++) {
      let [sum, count] = [0, 0];
      for (let y = j * 2; y < Math.min(j * 2 + 2, rows); y++)
        for (let x = i * 2; x < Math.min(i * 2 + 2, columns); x++) {
          const value = values[y * columns + x] as number;
          if (Number.isNaN(value)) continue;
          sum += value;
          count++;
        }
      if (count > 0) half[j * halfColumns + i] = sum / count;
    }
  fillUnknown(half, halfColumns, halfRows);
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      const i = y * columns + x;
      // The middle of a coarse cell lies between two fine ones.
      if (Number.isNaN(values[i] as number))
        values[i] = bilinear(half, halfColumns, halfRows, (x - 0.5) / 2, (y - 0.5) / 2);
    }
};
