/**
 * Lays flat shapes on the land: triangles of the plane are cut along the edges of the terrain's triangles, so that every piece lies in
 * one of them and no piece floats or sinks, at any distance. Coordinates that ride on the corners (metres along a road, …) are
 * interpolated where a cut adds a corner.
 */
import type { Terrain } from './terrain.ts';

/** `[x, y, …riders]`: local metres, then what rides on the corner. */
export type Corner = readonly number[];

const between = (a: Corner, b: Corner, t: number): number[] =>
  a.map((value, k) => value + ((b[k] as number) - value) * t);

/** The part of a convex polygon where `side(corner) >= 0`. */
const cutConvex = (polygon: readonly Corner[], side: (corner: Corner) => number): Corner[] => {
  const out: Corner[] = [];
  let previous = polygon[polygon.length - 1];
  if (!previous) return out;
  let was = side(previous);
  for (const corner of polygon) {
    const is = side(corner);
    if (was >= 0 !== is >= 0) out.push(between(previous, corner, was / (was - is)));
    if (is >= 0) out.push(corner);
    previous = corner;
    was = is;
  }
  return out;
};

const EPSILON = 1e-7;

/** Cuts a convex polygon along the terrain's edges; `emit` gets convex pieces, each within one terrain triangle. */
export const drapeConvex = (
  terrain: Terrain,
  polygon: readonly Corner[],
  emit: (piece: readonly Corner[]) => void,
): void => {
  const { xs, ys } = terrain;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of polygon) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  const i1 = terrain.columnAt(east - EPSILON);
  const j1 = terrain.rowAt(north - EPSILON);
  for (let i = terrain.columnAt(west); i <= i1; i++) {
    const x0 = xs[i] as number;
    const x1 = xs[i + 1] as number;
    let column = polygon;
    if (west < x0) column = cutConvex(column, (c) => (c[0] as number) - x0);
    if (east > x1) column = cutConvex(column, (c) => x1 - (c[0] as number));
    if (column.length < 3) continue;
    for (let j = terrain.rowAt(south); j <= j1; j++) {
      const y0 = ys[j] as number;
      const y1 = ys[j + 1] as number;
      let cell: readonly Corner[] = column;
      if (south < y0) cell = cutConvex(cell, (c) => (c[1] as number) - y0);
      if (north > y1) cell = cutConvex(cell, (c) => y1 - (c[1] as number));
      if (cell.length < 3) continue;
      const slope = (y1 - y0) / (x1 - x0);
      const above = (c: Corner): number => (c[1] as number) - y0 - ((c[0] as number) - x0) * slope;
      const lower = cutConvex(cell, (c) => -above(c));
      const upper = cutConvex(cell, above);
      if (lower.length >= 3) emit(lower);
      if (upper.length >= 3) emit(upper);
    }
  }
};
