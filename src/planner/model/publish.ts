/**
 * A plan becomes the grids in force: one edit, so that one step of undo takes it back whole. Grids keep their records where they
 * live on and get the new border; what a plan made is added, what it dissolved is closed with the day on which the new grids begin.
 * Buildings, workers and open matters follow; branches of buildings and members stay as they are.
 */
import { checkRecord } from '../../domain/checks/records.ts';
import { isRealDate } from '../../domain/dates.ts';
import type { Change, Edit } from '../../domain/edit.ts';
import { dayOf, type Stamp } from '../../domain/operations/index.ts';
import type { Building, Community, Grid, GridPlan, GridWorker, Matter } from '../../domain/records/index.ts';
import { ok, type Reason, reasonOf, type Result, refuse } from '../../domain/reasons.ts';
import type { Frame } from '../../geometry/frame.ts';
import { exportLngLat, type Face, type FaceId, type Side, type Tiling } from '../../geometry/tiling/index.ts';
import { boundaryMark } from './begin.ts';
import { hasNewBorder } from './has-new-border.ts';
import { type Numbering, sequencesOf } from './numbering.ts';

export interface PublishContext {
  readonly plan: GridPlan;
  readonly base: Tiling;
  readonly tiling: Tiling;
  readonly frame: Frame;
  readonly community: Community;
  /** In force. */
  readonly grids: readonly Grid[];
  /** Closed ones: their numbers are not given again. */
  readonly closed: readonly Grid[];
  readonly gridWorkers: readonly GridWorker[];
  readonly buildings: readonly Building[];
  /** The plan's grid of each building, row by row. */
  readonly faceOf: readonly Side[];
  /** Households of each building, row by row: the grid that gets most of them is the heir of a grid that goes. */
  readonly households: ArrayLike<number>;
  readonly openMatters: readonly Matter[];
}

export interface PublishInput {
  /** First day of the new grids. */
  readonly from: string;
  readonly numbering: Numbering;
}

/** Have the grids changed since the plan began with them? */
export const isStale = ({ baseGrids }: Pick<GridPlan, 'baseGrids'>, grids: readonly Grid[]): boolean => {
  const marks = new Map(baseGrids.map(({ id, mark }) => [id, mark]));
  return (
    grids.length !== marks.size || grids.some(({ id, boundary }) => marks.get(id) !== boundaryMark(boundary))
  );
};

/** Grids that will be no more: of those in force, those that a repair removed when the plan began, too. */
export const goneIn = ({ base, tiling, grids }: PublishContext): FaceId[] =>
  [...new Set([...base.faces.keys(), ...grids.map(({ id }) => id)])].filter(
    (id) => tiling.face(id) === undefined,
  );

/** Where what belonged to a grid goes when it is no more. */
export const heirsOf = (context: PublishContext): Map<FaceId, FaceId> => {
  const { tiling, buildings, faceOf, households } = context;
  const heirs = new Map<FaceId, FaceId>();
  for (const id of goneIn(context)) {
    const weights = new Map<FaceId, number>();
    for (const [row, { gridId }] of buildings.entries()) {
      const to = faceOf[row];
      if (gridId === id && to) weights.set(to, (weights.get(to) ?? 0) + (households[row] ?? 0) + 1e-6);
    }
    const most = [...weights].sort((a, b) => b[1] - a[1])[0]?.[0];
    const child = [...tiling.faces.values()].find(({ parents }) => parents.includes(id))?.id;
    const heir = most ?? child ?? [...tiling.faces.keys()][0];
    if (heir !== undefined) heirs.set(id, heir);
  }
  return heirs;
};

/** The grid of each worker: as the plan says where it says something new, else as it was, else the heir. */
export const workersAfter = (
  { base, tiling, gridWorkers }: PublishContext,
  heirs: ReadonlyMap<FaceId, FaceId>,
): Map<string, FaceId> => {
  const placeIn = (faces: Iterable<Face>): Map<string, FaceId> =>
    new Map([...faces].flatMap(({ id, workerIds }) => workerIds.map((worker) => [worker, id] as const)));
  const before = placeIn(base.faces.values());
  const after = placeIn(tiling.faces.values());
  return new Map(
    gridWorkers.map(({ id, gridId }) => {
      const planned = after.get(id);
      if (planned !== undefined && planned !== before.get(id)) return [id, planned];
      return [id, tiling.face(gridId) === undefined ? (heirs.get(gridId) ?? gridId) : gridId];
    }),
  );
};

const reasonsAgainst = (context: PublishContext, { from }: PublishInput, stamp: Stamp): Reason[] => {
  const { plan, grids, tiling } = context;
  if (plan.state !== 'draft')
    return [
      reasonOf(
        'plan.state',
        '这个方案不是草案，不能发布。',
        'This plan is no draft and cannot be published.',
      ),
    ];
  if (tiling.faces.size === 0)
    return [reasonOf('plan.empty', '方案中没有网格。', 'There is no grid in this plan.')];
  if (isStale(plan, grids))
    return [
      reasonOf(
        'plan.stale',
        '方案建立之后，现行网格已经变动。请以现行网格新建方案，再作调整。',
        'The grids in force have changed since this plan began with them. Begin a new plan with the grids of today.',
      ),
    ];
  if (!isRealDate(from) || from > dayOf(stamp))
    return [
      reasonOf(
        'plan.from',
        '启用日期须是今天或更早的日期。',
        'The first day must be today or earlier.',
        'from',
      ),
    ];
  const late = grids.find(({ validFrom }) => validFrom > from);
  return late === undefined
    ? []
    : [
        reasonOf(
          'plan.before',
          `网格“${late.name}”自 ${late.validFrom} 起启用，新网格不能早于这一天。`,
          `The grid “${late.name}” holds since ${late.validFrom}; the new grids cannot begin earlier.`,
          'from',
        ),
      ];
};

const expectOf = ({ revision, updatedAt }: { revision: number; updatedAt: number }) => ({
  expect: { revision, updatedAt },
});

/** What the plan says of a grid where it says something else than at the beginning; else what is recorded by now. */
const fieldsAfter = (face: Face, before: Face | undefined, record: Grid | undefined) => {
  const of = <K extends 'kind' | 'name' | 'branchId'>(key: K): Face[K] =>
    record === undefined || before === undefined || face[key] !== before[key]
      ? face[key]
      : (record[key] as Face[K]);
  return { kind: of('kind'), name: of('name'), branchId: of('branchId') };
};

/** The same of the target, which may be absent. */
const targetAfter = (
  face: Face,
  before: Face | undefined,
  record: Grid | undefined,
): Pick<Grid, 'target'> => {
  const isSaid = JSON.stringify(face.target) !== JSON.stringify(before?.target);
  const target = record === undefined || before === undefined || isSaid ? face.target : record.target;
  return target === undefined ? {} : { target };
};

const gridChanges = (context: PublishContext, input: PublishInput, stamp: Stamp): Change[] => {
  const { base, tiling, frame, community, grids, closed } = context;
  const known = new Map(grids.map((grid) => [grid.id, grid]));
  const current = new Map(grids.map(({ id, sequence }) => [id, sequence]));
  const sequences = sequencesOf(
    tiling,
    input.numbering,
    current,
    closed.map(({ sequence }) => sequence),
  );
  const [before, after] = [exportLngLat(base, frame), exportLngLat(tiling, frame)];
  const changes: Change[] = [];
  for (const [id, boundary] of after) {
    const face = tiling.face(id) as Face;
    const record = known.get(id);
    const sequence = sequences.get(id) as number;
    const isReshaped = hasNewBorder(frame, record?.boundary, before.get(id), boundary);
    const fields = {
      ...fieldsAfter(face, base.face(id), record),
      code: `${community.code}${String(sequence).padStart(3, '0')}`,
      sequence,
    };
    const name = fields.name || `${sequence}`;
    if (record === undefined) {
      const { at } = stamp;
      const own = { id, communityId: community.id, createdAt: at, updatedAt: at, revision: 1 };
      const rest = { boundary, validFrom: input.from, validTo: null, parents: [...face.parents] };
      const put: Grid = { ...own, ...fields, name, ...rest, ...targetAfter(face, base.face(id), record) };
      changes.push({ table: 'grids', put, expect: null });
      continue;
    }
    const gained = face.parents.filter((parent) => !record.parents.includes(parent));
    const { target: _, ...lasting } = record;
    const put: Grid = {
      ...lasting,
      ...fields,
      name,
      ...(isReshaped ? { boundary, validFrom: input.from } : {}),
      parents: [...record.parents, ...gained],
      ...targetAfter(face, base.face(id), record),
    };
    if (JSON.stringify(put) !== JSON.stringify(record))
      changes.push({ table: 'grids', put, ...expectOf(record) });
  }
  for (const record of grids)
    if (tiling.face(record.id) === undefined)
      changes.push({ table: 'grids', put: { ...record, validTo: input.from }, ...expectOf(record) });
  return changes;
};

/** The grids in force until now, whole: with them the timeline tells every earlier day as it was. */
const replacedBy = (
  { grids, buildings, gridWorkers }: PublishContext,
  { at }: Stamp,
): NonNullable<GridPlan['replaced']> => ({
  at,
  grids: [...grids],
  buildings: buildings.map(({ id, gridId }) => ({ id, gridId })),
  workers: gridWorkers.map(({ id, gridId }) => ({ id, gridId })),
});

/** Everything that names a grid and now lies in another one. */
const followers = (context: PublishContext): Change[] => {
  const { gridWorkers, buildings, faceOf, openMatters } = context;
  const heirs = heirsOf(context);
  const workers = workersAfter(context, heirs);
  const gridOf = new Map(buildings.map(({ id }, row) => [id, faceOf[row] ?? null]));
  const matterGrid = ({ buildingId, gridId }: Matter): string | null => {
    if (gridId === null) return null;
    return (buildingId === null ? undefined : gridOf.get(buildingId)) ?? heirs.get(gridId) ?? gridId;
  };
  return [
    ...gridWorkers.flatMap((record): Change[] => {
      const gridId = workers.get(record.id) ?? record.gridId;
      return gridId === record.gridId
        ? []
        : [{ table: 'gridWorkers', put: { ...record, gridId }, ...expectOf(record) }];
    }),
    ...buildings.flatMap((record, row): Change[] => {
      const gridId = faceOf[row] ?? null;
      return gridId === record.gridId
        ? []
        : [{ table: 'buildings', put: { ...record, gridId }, ...expectOf(record) }];
    }),
    ...openMatters.flatMap((record): Change[] => {
      const gridId = matterGrid(record);
      return gridId === record.gridId
        ? []
        : [{ table: 'matters', put: { ...record, gridId }, ...expectOf(record) }];
    }),
  ];
};

export const publishPlan = (context: PublishContext, input: PublishInput, stamp: Stamp): Result<Edit> => {
  const against = reasonsAgainst(context, input, stamp);
  if (against.length > 0) return refuse(...against);
  const { plan } = context;
  const changes: Change[] = [
    ...gridChanges(context, input, stamp),
    ...followers(context),
    {
      table: 'gridPlans',
      put: { ...plan, state: 'published', publishedFrom: input.from, replaced: replacedBy(context, stamp) },
      ...expectOf(plan),
    },
  ];
  const reasons = changes.flatMap((change) => ('put' in change ? checkRecord(change.table, change.put) : []));
  if (reasons.length > 0) return refuse(...reasons);
  return ok({
    id: stamp.newId(),
    communityId: context.community.id,
    at: stamp.at,
    by: stamp.by,
    label: { key: 'publishGridPlan', params: { name: plan.name } },
    changes,
  });
};
