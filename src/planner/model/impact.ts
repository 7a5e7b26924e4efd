/** What publishing would change, for the sheet that is read before and kept after: grids, flows, workers, heads, matters. */
import type { Grid } from '../../domain/records/index.ts';
import type { FaceId, Flow, PlanDifference, Side } from '../../geometry/tiling/index.ts';
import { differenceOf, exportLngLat } from '../../geometry/tiling/index.ts';
import type { PlanSession } from '../session/plan-session.ts';
import { membersIn, sumsBySide } from './figures.ts';
import { hasNewBorder } from './has-new-border.ts';
import { type Numbering, readingOrder, sequencesOf } from './numbering.ts';
import { goneIn, heirsOf, type PublishContext, workersAfter } from './publish.ts';

export interface GridImpact {
  readonly id: FaceId;
  readonly name: string;
  readonly fate: 'same' | 'reshaped' | 'new' | 'gone';
  readonly codeBefore: string;
  readonly codeAfter: string;
  readonly households: readonly [before: number, after: number];
  readonly members: readonly [before: number, after: number];
  readonly buildings: readonly [before: number, after: number];
  readonly branchBefore: string | null;
  readonly branchAfter: string | null;
}

export interface FlowImpact {
  readonly from: string;
  readonly to: string;
  readonly households: number;
  readonly members: number;
  readonly buildings: readonly string[];
  /** Buildings among them that have a head: heads that answer to another grid. */
  readonly heads: number;
  readonly branchBefore: string | null;
  readonly branchAfter: string | null;
}

/** Who goes along: from which grid to which. */
interface Follower {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

export interface Impact {
  readonly grids: readonly GridImpact[];
  readonly flows: readonly FlowImpact[];
  readonly movedHouseholds: number;
  readonly movedMembers: number;
  readonly movedBuildings: number;
  readonly workers: readonly Follower[];
  /** Heads of the buildings that change grids. */
  readonly heads: readonly (Follower & { readonly building: string })[];
  readonly matters: number;
}

type Records = ReadonlyMap<FaceId, Grid>;

/** What is asked of a plan and of the grids in force, of which a repair at the beginning may have removed some. */
interface Sides {
  readonly session: PlanSession;
  readonly records: Records;
}

const nameIn = ({ session, records }: Sides, side: Side): string => {
  if (side === null) return '—';
  const grid = session.tiling.face(side) ?? session.base.face(side) ?? records.get(side);
  return grid?.name || grid?.code || '—';
};

/** How buildings and their heads are called. */
export interface ImpactNames {
  /** By row. */
  readonly buildings: readonly string[];
  /** The head of a building; null where it has none. */
  readonly headOf: (row: number) => string | null;
}

const branchBefore = ({ session, records }: Sides, side: Side): string | null =>
  side === null ? null : ((session.base.face(side) ?? records.get(side))?.branchId ?? null);
const branchAfter = ({ session }: Sides, side: Side): string | null =>
  side === null ? null : (session.tiling.face(side)?.branchId ?? null);

const flowsOf = (sides: Sides, { flows }: PlanDifference, { buildings, headOf }: ImpactNames): FlowImpact[] =>
  flows.map(({ from, to, rows, values }: Flow) => ({
    from: nameIn(sides, from),
    to: nameIn(sides, to),
    households: values[0] ?? 0,
    members: membersIn(values),
    buildings: rows.map((row) => buildings[row] ?? ''),
    heads: rows.filter((row) => headOf(row) !== null).length,
    branchBefore: branchBefore(sides, from),
    branchAfter: branchAfter(sides, to),
  }));

const headsOf = (sides: Sides, { flows }: PlanDifference, names: ImpactNames): Impact['heads'] =>
  flows.flatMap(({ from, to, rows }) =>
    rows.flatMap((row) => {
      const name = names.headOf(row);
      if (name === null) return [];
      return [
        { name, building: names.buildings[row] ?? '', from: nameIn(sides, from), to: nameIn(sides, to) },
      ];
    }),
  );

export const impactOf = (
  session: PlanSession,
  context: PublishContext,
  numbering: Numbering,
  names: ImpactNames,
): Impact => {
  const { base, tiling, town, assignment } = session;
  const { metrics } = town.buildings;
  const records: Records = new Map(context.grids.map((grid) => [grid.id, grid]));
  const sides: Sides = { session, records };
  // By the records, not by the beginning of the plan: what was repaired there moves buildings when it is published, too.
  const wasIn = context.buildings.map(({ gridId }) =>
    gridId !== null && records.has(gridId) ? gridId : null,
  );
  const difference = differenceOf(
    { tiling: base, faceOf: wasIn },
    { tiling, faceOf: assignment.faceOf },
    town.buildings,
  );
  const sequences = sequencesOf(
    tiling,
    numbering,
    new Map(context.grids.map(({ id, sequence }) => [id, sequence])),
    context.closed.map(({ sequence }) => sequence),
  );
  const sumsBefore = sumsBySide(wasIn, town.buildings);
  const [before, after] = [exportLngLat(base, context.frame), exportLngLat(tiling, context.frame)];
  const none = new Float64Array(metrics.length + 1);
  const gone = goneIn(context).filter((id) => records.has(id));
  const grids = [...readingOrder(tiling), ...gone].map((id): GridImpact => {
    const is = tiling.face(id);
    const [old, now] = [sumsBefore.get(id) ?? none, is === undefined ? none : assignment.sums(id)];
    const sequence = sequences.get(id);
    const record = records.get(id);
    const isReshaped = hasNewBorder(context.frame, record?.boundary, before.get(id), after.get(id));
    const isNew = record === undefined;
    return {
      id,
      name: nameIn(sides, id),
      fate: is === undefined ? 'gone' : isNew ? 'new' : isReshaped ? 'reshaped' : 'same',
      codeBefore: record?.code ?? '',
      codeAfter:
        sequence === undefined ? '' : `${context.community.code}${String(sequence).padStart(3, '0')}`,
      households: [old[0] ?? 0, now[0] ?? 0],
      members: [membersIn(old), membersIn(now)],
      buildings: [old[metrics.length] ?? 0, now[metrics.length] ?? 0],
      branchBefore: branchBefore(sides, id),
      branchAfter: branchAfter(sides, id),
    };
  });
  const flows = flowsOf(sides, difference, names);
  const heirs = heirsOf(context);
  const workers = workersAfter(context, heirs);
  const moved = new Set(difference.moves.map(({ row }) => context.buildings[row]?.id));
  return {
    grids,
    flows,
    movedHouseholds: flows.reduce((sum, flow) => sum + flow.households, 0),
    movedMembers: flows.reduce((sum, flow) => sum + flow.members, 0),
    movedBuildings: difference.moves.length,
    heads: headsOf(sides, difference, names),
    workers: context.gridWorkers.flatMap(({ id, gridId, personal }) => {
      const to = workers.get(id) ?? gridId;
      return to === gridId
        ? []
        : [{ name: personal.name, from: nameIn(sides, gridId), to: nameIn(sides, to) }];
    }),
    matters: context.openMatters.filter(
      ({ buildingId, gridId }) =>
        gridId !== null && ((buildingId !== null && moved.has(buildingId)) || heirs.has(gridId)),
    ).length,
  };
};
