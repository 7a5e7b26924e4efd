/**
 * Two divisions of the same town side by side: who goes from which grid to which, and what each grid has before and after. By set
 * difference of building → grid, so it asks nothing of how many grids there are or how they were made; grids are the same where
 * they have the same id.
 */
import type { Community } from '../../domain/records/index.ts';
import {
  type BuildingSet,
  differenceOf,
  type Face,
  type FaceId,
  type PlanDifference,
  type PlanState,
  type Side,
  type Tiling,
} from '../../geometry/tiling/index.ts';
import { membersIn, type Standing, standingOf, type Sums, sumOf, sumsBySide } from './figures.ts';
import { readingOrder } from './numbering.ts';
import { type Ring, sameLine } from './same-line.ts';

export interface FlowRow {
  readonly key: string;
  readonly from: Side;
  readonly to: Side;
  readonly rows: readonly number[];
  readonly households: number;
  readonly residents: number;
  readonly members: number;
  /** Buildings among them that have a head: heads that would answer to another grid. */
  readonly heads: number;
  readonly branchBefore: string | null;
  readonly branchAfter: string | null;
}

export type FlowTotal = Pick<FlowRow, 'households' | 'residents' | 'members' | 'heads'> & {
  readonly buildings: number;
  /** Branches of the grids that give or take. */
  readonly branches: number;
};

export interface BalanceRow {
  readonly id: FaceId;
  readonly before: Face | null;
  readonly after: Face | null;
  readonly fate: 'same' | 'reshaped' | 'new' | 'gone';
  readonly households: readonly [before: number, after: number];
  readonly residents: readonly [before: number, after: number];
  readonly members: readonly [before: number, after: number];
  readonly buildings: readonly [before: number, after: number];
  readonly standing: readonly [before: Standing | null, after: Standing | null];
}

export interface Comparison {
  readonly difference: PlanDifference;
  readonly flows: readonly FlowRow[];
  readonly total: FlowTotal;
  readonly balance: readonly BalanceRow[];
}

const branchOf = (tiling: Tiling, side: Side): string | null =>
  (side === null ? undefined : tiling.face(side))?.branchId ?? null;

const flowsOf = (
  { flows }: PlanDifference,
  [left, right]: readonly [Tiling, Tiling],
  hasHead: (row: number) => boolean,
): FlowRow[] =>
  flows
    .map(({ from, to, rows, values }) => ({
      key: `${from ?? ''} ${to ?? ''}`,
      from,
      to,
      rows,
      households: sumOf(values, 'households'),
      residents: sumOf(values, 'residents'),
      members: membersIn(values),
      heads: rows.filter(hasHead).length,
      branchBefore: branchOf(left, from),
      branchAfter: branchOf(right, to),
    }))
    .sort((a, b) => b.households - a.households || b.rows.length - a.rows.length);

const totalOf = (flows: readonly FlowRow[]): FlowTotal => {
  const sum = (of: (flow: FlowRow) => number): number => flows.reduce((total, flow) => total + of(flow), 0);
  const branches = new Set(flows.flatMap(({ branchBefore, branchAfter }) => [branchBefore, branchAfter]));
  branches.delete(null);
  return {
    buildings: sum(({ rows }) => rows.length),
    households: sum(({ households }) => households),
    residents: sum(({ residents }) => residents),
    members: sum(({ members }) => members),
    heads: sum(({ heads }) => heads),
    branches: branches.size,
  };
};

/** Millimetres: a point that is put on a border is rounded. */
const SAME_LINE_MM = 2;

const ringsOf = (tiling: Tiling, id: FaceId): Ring[] =>
  tiling
    .shape(id)
    .parts.flat()
    .map(({ vertexIds }) =>
      vertexIds.flatMap((vertexId): (readonly [number, number])[] => {
        const vertex = tiling.vertex(vertexId);
        return vertex === undefined ? [] : [[vertex.x, vertex.y]];
      }),
    );

export interface CompareOptions {
  readonly buildings: BuildingSet;
  readonly band: Community['settings']['gridBand'];
  readonly hasHead: (row: number) => boolean;
}

export const compareStates = (left: PlanState, right: PlanState, options: CompareOptions): Comparison => {
  const { buildings, band, hasHead } = options;
  const difference = differenceOf(left, right, buildings);
  const flows = flowsOf(difference, [left.tiling, right.tiling], hasHead);
  const [was, is] = [sumsBySide(left.faceOf, buildings), sumsBySide(right.faceOf, buildings)];
  const none = new Float64Array(buildings.metrics.length + 1);
  const reshaped = new Set(
    difference.reshaped.filter(
      (id) => !sameLine(ringsOf(left.tiling, id), ringsOf(right.tiling, id), SAME_LINE_MM),
    ),
  );
  const gone = readingOrder(left.tiling).filter((id) => right.tiling.face(id) === undefined);
  const balance = [...readingOrder(right.tiling), ...gone].map((id): BalanceRow => {
    const [before, after] = [left.tiling.face(id) ?? null, right.tiling.face(id) ?? null];
    const [old, now] = [was.get(id) ?? none, is.get(id) ?? none];
    const both = (of: (sums: Sums) => number): readonly [number, number] => [of(old), of(now)];
    const stand = (face: Face | null, sums: Sums): Standing | null =>
      face && standingOf(face, sumOf(sums, 'households'), band);
    return {
      id,
      before,
      after,
      fate: after === null ? 'gone' : before === null ? 'new' : reshaped.has(id) ? 'reshaped' : 'same',
      households: both((sums) => sumOf(sums, 'households')),
      residents: both((sums) => sumOf(sums, 'residents')),
      members: both(membersIn),
      buildings: both((sums) => sums[buildings.metrics.length] ?? 0),
      standing: [stand(before, old), stand(after, now)],
    };
  });
  return { difference, flows, total: totalOf(flows), balance };
};
