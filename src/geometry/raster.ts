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

const blurLines = (
  from: Float32Array,
  to: Float32Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
  radius: number,
): void => {
  const span = radius * 2 + 1;
  for (let line = 0; line < lines; line++) {
    const start = line * lineStep;
    let sum = 0;
    for (let i = -radius; i <= radius; i++)
      sum += from[start + Math.min(Math.max(i, 0), length - 1) * step] as number;
    for (let i = 0; i < length; i++) {
      to[start + i * step] = sum / span;
      const enter = Math.min(i + radius + 1, length - 1);
      const leave = Math.max(i - radius, 0);
      sum += (from[start + enter * step] as number) - (from[start + leave * step] as number);
    }
  }
};

/** Three box blurs: nearly a bell. In place; cost per texel does not depend on the radius. */
export const blur = (values: Float32Array, width: number, height: number, radius: number): void => {
  const other = new Float32Array(values.length);
  for (let pass = 0; pass < 3; pass++) {
    blurLines(values, other, height, width, width, 1, radius);
    blurLines(other, values, width, height, 1, width, radius);
  }
};
