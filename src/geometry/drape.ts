/**
 * Lays flat shapes on the land: triangles of the plane are cut along the edges of the terrain's triangles, so that every piece lies in
 * one of them and no piece floats or sinks, at any distance. Coordinates that ride on the corners (metres along a road, …) are
 * interpolated where a cut adds a corner.
 */
import { middleOf, rootTriangles, type Terrain, type TreeTriangle } from './terrain.ts';

/** `[x, y, …riders]`: local metres, then what rides on the corner. */
export type Corner = readonly number[];

const between = (a: Corner, b: Corner, t: number): number[] =>
  a.map((value, k) => value + ((b[k] as number) - value) * t);

/** A corner this near a cut lies on it, metres. */
const ON_CUT_METRES = 1e-7;

/** The part of a convex polygon where `nx·x + ny·y >= offset`; (nx, ny) of any length but measured in it. */
const cutConvex = (polygon: readonly Corner[], nx: number, ny: number, offset: number): readonly Corner[] => {
  const sideOf = (corner: Corner): number => nx * (corner[0] as number) + ny * (corner[1] as number) - offset;
  let [lowest, highest] = [Infinity, -Infinity];
  for (const corner of polygon) {
    const d = sideOf(corner);
    if (d < lowest) lowest = d;
    if (d > highest) highest = d;
  }
  if (lowest >= -ON_CUT_METRES) return polygon;
  if (highest <= ON_CUT_METRES) return [];
  const out: Corner[] = [];
  let previous = polygon[polygon.length - 1] as Corner;
  let was = sideOf(previous);
  for (const corner of polygon) {
    const is = sideOf(corner);
    if (was >= 0 !== is >= 0) out.push(between(previous, corner, was / (was - is)));
    if (is >= 0) out.push(corner);
    previous = corner;
    was = is;
  }
  return out;
};

type Emit = (piece: readonly Corner[]) => void;

/** Within the tree: a triangle that is halved halves what lies in it. */
const cutByTree = (
  terrain: Terrain,
  polygon: readonly Corner[],
  triangle: TreeTriangle,
  emit: Emit,
): void => {
  if (polygon.length < 3) return;
  const middle = middleOf(terrain, triangle);
  if (middle < 0) return emit(polygon);
  const [ax, ay, bx, by, cx, cy] = triangle;
  const { side, cellMetres, origin } = terrain;
  const mx = middle % (side + 1);
  const my = (middle - mx) / (side + 1);
  // Along c–m, positive on a's side: the normal is the long side itself.
  const length = Math.hypot(ax - bx, ay - by);
  const [nx, ny] = [(ax - bx) / length, (ay - by) / length];
  const offset = nx * (origin[0] + mx * cellMetres) + ny * (origin[1] + my * cellMetres);
  cutByTree(terrain, cutConvex(polygon, nx, ny, offset), [cx, cy, ax, ay, mx, my], emit);
  cutByTree(terrain, cutConvex(polygon, -nx, -ny, -offset), [bx, by, cx, cy, mx, my], emit);
};

/** Beyond the square the land changes along its rim only: strips between the grid lines, and what lies past the rim's ends. */
const cutByStrips = (
  { side, cellMetres, origin }: Terrain,
  polygon: readonly Corner[],
  axis: 0 | 1,
  emit: Emit,
): void => {
  const [nx, ny] = axis === 0 ? [1, 0] : [0, 1];
  const values = polygon.map((corner) => corner[axis] as number);
  const cell = (value: number): number =>
    Math.min(Math.max(Math.floor((value - origin[axis]) / cellMetres), -1), side);
  const last = cell(Math.max(...values));
  let rest = polygon;
  for (let k = cell(Math.min(...values)); k <= last && rest.length >= 3; k++) {
    const line = origin[axis] + (k + 1) * cellMetres;
    const strip = k === last ? rest : cutConvex(rest, -nx, -ny, -line);
    if (strip.length >= 3) emit(strip);
    rest = cutConvex(rest, nx, ny, line);
  }
};

/** Cuts a convex polygon along the terrain's edges; `emit` gets convex pieces, each within one terrain triangle. */
export const drapeConvex = (terrain: Terrain, polygon: readonly Corner[], emit: Emit): void => {
  const { side, cellMetres, origin } = terrain;
  const [west, south] = origin;
  const [east, north] = [west + side * cellMetres, south + side * cellMetres];
  let inside: readonly Corner[] = polygon;
  // West and east of the square, then south and north of it, then the square itself.
  for (const [nx, ny, offset] of [
    [-1, 0, -west],
    [1, 0, east],
    [0, -1, -south],
    [0, 1, north],
  ] as const) {
    const outside = cutConvex(inside, nx, ny, offset);
    if (outside.length >= 3) cutByStrips(terrain, outside, nx === 0 ? 0 : 1, emit);
    inside = outside === inside ? [] : cutConvex(inside, -nx, -ny, -offset);
    if (inside.length < 3) return;
  }
  const [lower, upper] = rootTriangles(side);
  const across = (north - south) / (east - west);
  const slant = Math.hypot(across, 1);
  const [nx, ny] = [across / slant, -1 / slant];
  const offset = nx * west + ny * south;
  cutByTree(terrain, cutConvex(inside, nx, ny, offset), lower, emit);
  cutByTree(terrain, cutConvex(inside, -nx, -ny, -offset), upper, emit);
};
