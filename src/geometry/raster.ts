/** Polygons and discs into a picture of the ground, and the blur that turns shapes into soft shade. */
import type { Point } from './polygon.ts';

export interface RasterFrame {
  readonly width: number;
  readonly height: number;
  /** Local metres of the south-west corner, and metres a texel. */
  readonly west: number;
  readonly south: number;
  readonly texelMetres: number;
}

/** Calls `put` for every texel whose middle lies in the polygon (even-odd over all rings), by scan lines. */
export const fillPolygon = (
  frame: RasterFrame,
  rings: readonly (readonly Point[])[],
  put: (index: number) => void,
): void => {
  const { width, height, west, south, texelMetres } = frame;
  let low = Infinity;
  let high = -Infinity;
  for (const ring of rings)
    for (const [, y] of ring) {
      low = Math.min(low, y);
      high = Math.max(high, y);
    }
  const first = Math.max(Math.ceil((low - south) / texelMetres - 0.5), 0);
  const last = Math.min(Math.floor((high - south) / texelMetres - 0.5), height - 1);
  for (let row = first; row <= last; row++) {
    const y = south + (row + 0.5) * texelMetres;
    const crossings: number[] = [];
    for (const ring of rings)
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [ax, ay] = ring[i] as Point;
        const [bx, by] = ring[j] as Point;
        if (ay > y !== by > y) crossings.push(ax + ((y - ay) * (bx - ax)) / (by - ay));
      }
    crossings.sort((a, b) => a - b);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const from = Math.max(Math.ceil(((crossings[k] as number) - west) / texelMetres - 0.5), 0);
      const to = Math.min(Math.floor(((crossings[k + 1] as number) - west) / texelMetres - 0.5), width - 1);
      for (let column = from; column <= to; column++) put(row * width + column);
    }
  }
};

/** Calls `put` with the share of the radius (0 at the middle, 1 at the rim) for every texel of a disc. */
export const fillDisc = (
  frame: RasterFrame,
  [x, y]: Point,
  radiusMetres: number,
  put: (index: number, share: number) => void,
): void => {
  const { width, height, west, south, texelMetres } = frame;
  const cx = (x - west) / texelMetres - 0.5;
  const cy = (y - south) / texelMetres - 0.5;
  const r = radiusMetres / texelMetres;
  for (let row = Math.max(Math.ceil(cy - r), 0); row <= Math.min(Math.floor(cy + r), height - 1); row++)
    for (
      let column = Math.max(Math.ceil(cx - r), 0);
      column <= Math.min(Math.floor(cx + r), width - 1);
      column++
    ) {
      const share = Math.hypot(column - cx, row - cy) / r;
      if (share < 1) put(row * width + column, share);
    }
};

/** One box blur along the rows, from one picture into another. */
const blurRows = (
  from: Float32Array,
  to: Float32Array,
  width: number,
  height: number,
  radius: number,
): void => {
  const span = radius * 2 + 1;
  for (let row = 0; row < height; row++) {
    const start = row * width;
    const last = start + width - 1;
    let sum = (radius + 1) * (from[start] as number);
    for (let i = 1; i <= radius; i++) sum += from[Math.min(start + i, last)] as number;
    for (let i = start; i <= last; i++) {
      to[i] = sum / span;
      sum += (from[Math.min(i + radius + 1, last)] as number) - (from[Math.max(i - radius, start)] as number);
    }
  }
};

/** The same along the columns, all of them at once, row by row: reading down one column at a time misses the cache at every step. */
const blurColumns = (
  from: Float32Array,
  to: Float32Array,
  width: number,
  height: number,
  radius: number,
): void => {
  const span = radius * 2 + 1;
  const sums = new Float32Array(width);
  const add = (row: number, sign: number): void => {
    const start = Math.min(Math.max(row, 0), height - 1) * width;
    for (let i = 0; i < width; i++) sums[i] = (sums[i] as number) + sign * (from[start + i] as number);
  };
  for (let row = -radius; row <= radius; row++) add(row, 1);
  for (let row = 0; row < height; row++) {
    const start = row * width;
    for (let i = 0; i < width; i++) to[start + i] = (sums[i] as number) / span;
    add(row + radius + 1, 1);
    add(row - radius, -1);
  }
};

/** Three box blurs: nearly a bell. In place; cost per texel does not depend on the radius. */
export const blur = (values: Float32Array, width: number, height: number, radius: number): void => {
  const other = new Float32Array(values.length);
  for (let pass = 0; pass < 3; pass++) {
    blurRows(values, other, width, height, radius);
    blurColumns(other, values, width, height, radius);
  }
};
