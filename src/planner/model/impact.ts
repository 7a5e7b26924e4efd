/** What publishing would change, for the sheet that is read before and kept after: grids, flows, workers, heads, matters. */
import type { FaceId, Flow, PlanDifference, Side, Tiling } from '../../geometry/tiling/index.ts';
import { differenceOf, exportLngLat } from '../../geometry/tiling/index.ts';
import type { PlanSession } from '../session/plan-session.ts';
import { membersIn } from './figures.ts';
import { hasNewBorder } from './has-new-border.ts';
import { type Numbering, readingOrder, sequencesOf } from './numbering.ts';
import { heirsOf, type PublishContext, workersAfter } from './publish.ts';

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

const nameIn = (session: PlanSession, side: Side): string => {
  const face = side === null ? undefined : (session.tiling.face(side) ?? session.base.face(side));
  return face?.name || face?.code || '—';
};

/** How buildings and their heads are called. */
export interface ImpactNames {
  /** By row. */
  readonly buildings: readonly string[];
  /** The head of a building; null where it has none. */
  readonly headOf: (row: number) => string | null;
}

const branchIn = (tiling: Tiling, side: Side): string | null =>
  (side === null ? undefined : tiling.face(side))?.branchId ?? null;

const flowsOf = (
  session: PlanSession,
  { flows }: PlanDifference,
  { buildings, headOf }: ImpactNames,
): FlowImpact[] =>
  flows.map(({ from, to, rows, values }: Flow) => ({
    from: nameIn(session, from),
    to: nameIn(session, to),
    households: values[0] ?? 0,
    members: membersIn(values),
    buildings: rows.map((row) => buildings[row] ?? ''),
    heads: rows.filter((row) => headOf(row) !== null).length,
    branchBefore: branchIn(session.base, from),
    branchAfter: branchIn(session.tiling, to),
  }));

const headsOf = (session: PlanSession, { flows }: PlanDifference, names: ImpactNames): Impact['heads'] =>
  flows.flatMap(({ from, to, rows }) =>
    rows.flatMap((row) => {
      const name = names.headOf(row);
      if (name === null) return [];
      return [
        { name, building: names.buildings[row] ?? '', from: nameIn(session, from), to: nameIn(session, to) },
      ];
    }),
  );

export const impactOf = (
  session: PlanSession,
  context: PublishContext,
  numbering: Numbering,
  names: ImpactNames,
): Impact => {
  const { base, tiling, town, assignment, baseFaceOf } = session;
  const { metrics, values } = town.buildings;
  const difference = differenceOf(
    { tiling: base, faceOf: baseFaceOf },
    { tiling, faceOf: assignment.faceOf },
    town.buildings,
  );
  const records = new Map(context.grids.map((grid) => [grid.id, grid]));
  const sequences = sequencesOf(
    tiling,
    numbering,
    new Map(context.grids.map(({ id, sequence }) => [id, sequence])),
    context.closed.map(({ sequence }) => sequence),
  );
  const baseSums = new Map<FaceId, Float64Array>();
  for (const [row, id] of baseFaceOf.entries()) {
    if (id === null) continue;
    const sums = baseSums.get(id) ?? new Float64Array(metrics.length + 1);
    for (let m = 0; m < metrics.length; m++)
      sums[m] = (sums[m] as number) + (values[row * metrics.length + m] as number);
    sums[metrics.length] = (sums[metrics.length] as number) + 1;
    baseSums.set(id, sums);
  }
  const [before, after] = [exportLngLat(base, context.frame), exportLngLat(tiling, context.frame)];
  const none = new Float64Array(metrics.length + 1);
  const gone = [...base.faces.keys()].filter((id) => tiling.face(id) === undefined);
  const grids = [...readingOrder(tiling), ...gone].map((id): GridImpact => {
    const [was, is] = [base.face(id), tiling.face(id)];
    const [old, now] = [baseSums.get(id) ?? none, is === undefined ? none : assignment.sums(id)];
    const sequence = sequences.get(id);
    const record = records.get(id);
    const isReshaped = hasNewBorder(context.frame, record?.boundary, before.get(id), after.get(id));
    const isNew = was === undefined || record === undefined;
    return {
      id,
      name: nameIn(session, id),
      fate: is === undefined ? 'gone' : isNew ? 'new' : isReshaped ? 'reshaped' : 'same',
      codeBefore: record?.code ?? '',
      codeAfter:
        sequence === undefined ? '' : `${context.community.code}${String(sequence).padStart(3, '0')}`,
      households: [old[0] ?? 0, now[0] ?? 0],
      members: [membersIn(old), membersIn(now)],
      buildings: [old[metrics.length] ?? 0, now[metrics.length] ?? 0],
      branchBefore: was?.branchId ?? null,
      branchAfter: is?.branchId ?? null,
    };
  });
  const flows = flowsOf(session, difference, names);
  const heirs = heirsOf(context);
  const workers = workersAfter(context, heirs);
  const moved = new Set(difference.moves.map(({ row }) => context.buildings[row]?.id));
  return {
    grids,
    flows,
    movedHouseholds: flows.reduce((sum, flow) => sum + flow.households, 0),
    movedMembers: flows.reduce((sum, flow) => sum + flow.members, 0),
    movedBuildings: difference.moves.length,
    heads: headsOf(session, difference, names),
    workers: context.gridWorkers.flatMap(({ id, gridId, personal }) => {
      const to = workers.get(id) ?? gridId;
      return to === gridId
        ? []
        : [{ name: personal.name, from: nameIn(session, gridId), to: nameIn(session, to) }];
    }),
    matters: context.openMatters.filter(
      ({ buildingId, gridId }) =>
        gridId !== null && ((buildingId !== null && moved.has(buildingId)) || heirs.has(gridId)),
    ).length,
  };
};
