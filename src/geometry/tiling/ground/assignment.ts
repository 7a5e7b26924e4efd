/**
 * Which building is in which grid, and the sums of each grid. After a change of borders only the buildings of the grids that
 * changed are looked at again: together these grids cover what they covered before.
 */
import { shapeContains } from '../model/shape.ts';
import type { FaceId, Side } from '../model/rows.ts';
import type { FaceShape } from '../model/shape.ts';
import type { Tiling } from '../model/tiling.ts';
import type { BuildingSet } from './building-set.ts';

export interface BuildingMove {
  /** Row of the building set. */
  readonly row: number;
  readonly from: Side;
  readonly to: Side;
}

export interface Assignment {
  readonly buildings: BuildingSet;
  /** By row; null where a building is outside of the community. */
  readonly faceOf: readonly Side[];
  /** One number a metric, and how many buildings last. */
  sums(id: FaceId): Float64Array;
  rows(side: Side): ReadonlySet<number>;
  /** After a patch: the buildings of these grids are looked up again. Answers who moved. */
  update(tiling: Tiling, sides: Iterable<Side>): BuildingMove[];
}

/** Sums of a grid with a building more or less. */
export const addRow = (
  sums: Float64Array,
  { metrics, values }: BuildingSet,
  row: number,
  sign: 1 | -1,
): void => {
  const width = metrics.length;
  for (let m = 0; m < width; m++) sums[m] = (sums[m] as number) + sign * (values[row * width + m] as number);
  sums[width] = (sums[width] as number) + sign;
};

/** The side among some that a building's point is in; the outside when it is in none. */
export const locate = (
  shapes: readonly (readonly [FaceId, FaceShape])[],
  buildings: BuildingSet,
  row: number,
): Side => {
  const x = buildings.x[row] as number;
  const y = buildings.y[row] as number;
  for (const [id, shape] of shapes) if (shapeContains(shape, x, y)) return id;
  return null;
};

export const assignBuildings = (tiling: Tiling, buildings: BuildingSet): Assignment => {
  const n = buildings.ids.length;
  const faceOf = new Array<Side>(n).fill(null);
  const rows = new Map<Side, Set<number>>();
  const sums = new Map<FaceId, Float64Array>();
  const rowsOf = (side: Side): Set<number> => {
    let set = rows.get(side);
    if (set === undefined) {
      set = new Set();
      rows.set(side, set);
    }
    return set;
  };
  const sumsOf = (id: FaceId): Float64Array => {
    let own = sums.get(id);
    if (own === undefined) {
      own = new Float64Array(buildings.metrics.length + 1);
      sums.set(id, own);
    }
    return own;
  };
  const put = (row: number, to: Side): void => {
    faceOf[row] = to;
    rowsOf(to).add(row);
    if (to !== null) addRow(sumsOf(to), buildings, row, 1);
  };
  for (const id of tiling.faces.keys()) {
    const shape = tiling.shape(id);
    for (const row of buildings.inBox(shape.box)) {
      if (faceOf[row] !== null) continue;
      if (shapeContains(shape, buildings.x[row] as number, buildings.y[row] as number)) put(row, id);
    }
  }
  for (let row = 0; row < n; row++) if (faceOf[row] === null) rowsOf(null).add(row);

  return {
    buildings,
    faceOf,
    sums: sumsOf,
    rows: rowsOf,
    update: (now, changed) => {
      const sides = [...new Set(changed)];
      const ids = sides.filter((side): side is FaceId => side !== null && now.face(side) !== undefined);
      const shapes = ids.map((id) => [id, now.shape(id)] as const);
      const moves: BuildingMove[] = [];
      for (const side of sides)
        for (const row of rowsOf(side)) {
          const to = locate(shapes, buildings, row);
          if (to !== side) moves.push({ row, from: side, to });
        }
      for (const { row, from, to } of moves) {
        rowsOf(from).delete(row);
        if (from !== null) addRow(sumsOf(from), buildings, row, -1);
        put(row, to);
      }
      for (const side of sides)
        if (side !== null && now.face(side) === undefined) {
          sums.delete(side);
          rows.delete(side);
        }
      return moves;
    },
  };
};
