/** The difference of two plans: who goes from where to where, and which grids have other borders. Sets, never an overlay. */
import type { Side } from '../model/rows.ts';
import type { Tiling } from '../model/tiling.ts';
import type { BuildingSet } from '../ground/building-set.ts';
import type { BuildingMove } from '../ground/assignment.ts';

export interface Flow {
  readonly from: Side;
  readonly to: Side;
  readonly rows: readonly number[];
  /** One number a metric: households, members … that go along. */
  readonly values: Float64Array;
}

export interface PlanDifference {
  readonly moves: readonly BuildingMove[];
  /** The flow table, the largest first. */
  readonly flows: readonly Flow[];
  readonly created: readonly string[];
  readonly gone: readonly string[];
  /** Grids in both whose border runs elsewhere. */
  readonly reshaped: readonly string[];
  /** Borders (pairs of points in millimetres) of one that the other has not. */
  readonly bordersGone: readonly (readonly [number, number, number, number])[];
  readonly bordersNew: readonly (readonly [number, number, number, number])[];
  readonly borderNewMm: number;
}

type Border = readonly [number, number, number, number];

interface Bordered {
  readonly border: Border;
  readonly sides: readonly Side[];
}

/** Edges by place: two tilings share no ids where both made new vertices. */
const bordersByPlace = (tiling: Tiling): Map<string, Bordered> => {
  const out = new Map<string, Bordered>();
  for (const { vertexIds, left, right } of tiling.arcs.values())
    for (let i = 1; i < vertexIds.length; i++) {
      const a = tiling.vertex(vertexIds[i - 1] as number);
      const b = tiling.vertex(vertexIds[i] as number);
      if (a === undefined || b === undefined) continue;
      const swap = b.x < a.x || (b.x === a.x && b.y < a.y);
      const [p, q] = swap ? [b, a] : [a, b];
      const sides = swap ? [right, left] : [left, right];
      out.set(`${p.x},${p.y},${q.x},${q.y},${sides[0]},${sides[1]}`, {
        border: [p.x, p.y, q.x, q.y],
        sides,
      });
    }
  return out;
};

export interface PlanState {
  readonly tiling: Tiling;
  /** By row of the building set. */
  readonly faceOf: readonly Side[];
}

export const differenceOf = (before: PlanState, after: PlanState, buildings: BuildingSet): PlanDifference => {
  const moves: BuildingMove[] = [];
  const flows = new Map<string, { from: Side; to: Side; rows: number[]; values: Float64Array }>();
  const width = buildings.metrics.length;
  for (const [row, from] of before.faceOf.entries()) {
    const to = after.faceOf[row] as Side;
    if (from === to) continue;
    moves.push({ row, from, to });
    const key = `${from} ${to}`;
    let flow = flows.get(key);
    if (flow === undefined) {
      flow = { from, to, rows: [], values: new Float64Array(width) };
      flows.set(key, flow);
    }
    flow.rows.push(row);
    for (let m = 0; m < width; m++)
      flow.values[m] = (flow.values[m] as number) + (buildings.values[row * width + m] as number);
  }
  const [old, now] = [bordersByPlace(before.tiling), bordersByPlace(after.tiling)];
  const reshaped = new Set<string>();
  const only = (one: Map<string, Bordered>, other: Map<string, Bordered>): Border[] => {
    const out: Border[] = [];
    for (const [key, { border, sides }] of one) {
      if (other.has(key)) continue;
      out.push(border);
      for (const side of sides)
        if (side !== null && before.tiling.face(side) !== undefined && after.tiling.face(side) !== undefined)
          reshaped.add(side);
    }
    return out;
  };
  const bordersGone = only(old, now);
  const bordersNew = only(now, old);
  return {
    moves,
    flows: [...flows.values()].sort((a, b) => b.rows.length - a.rows.length),
    created: [...after.tiling.faces.keys()].filter((id) => before.tiling.face(id) === undefined),
    gone: [...before.tiling.faces.keys()].filter((id) => after.tiling.face(id) === undefined),
    reshaped: [...reshaped].sort(),
    bordersGone,
    bordersNew,
    borderNewMm: bordersNew.reduce((sum, [ax, ay, bx, by]) => sum + Math.hypot(ax - bx, ay - by), 0),
  };
};
