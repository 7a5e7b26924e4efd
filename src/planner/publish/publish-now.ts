/** Gathers what publishing needs from the open plan and the database, and does it: one edit, one step of undo. */
import { maskName } from '../../domain/mask.ts';
import type { BuildingHead, Grid, Matter, RecordOf, TableName } from '../../domain/records/index.ts';
import type { Reason } from '../../domain/reasons.ts';
import { duringWork } from '../../state/busy.ts';
import { usePlaces } from '../../state/places.ts';
import { editStamp, save } from '../../state/save.ts';
import { listPage, record } from '../../storage/index.ts';
import { type PublishContext, publishPlan, type PublishInput } from '../model/publish.ts';
import { savePlan } from '../session/open-plan.ts';
import { usePlanner } from '../session/planner-store.ts';

const all = async <T extends TableName>(table: T): Promise<readonly RecordOf<T>[]> =>
  (await listPage(table, { offset: 0, limit: Number.MAX_SAFE_INTEGER })).records;

/** By building. Somebody who is no longer on record is a head all the same. */
const headNames = async (heads: readonly BuildingHead[]): Promise<Map<string, string>> =>
  new Map(
    await Promise.all(
      heads.map(async ({ buildingId, residentId }) => {
        const resident = await record('residents', residentId);
        return [buildingId, resident === undefined ? '—' : maskName(resident.personal.name)] as const;
      }),
    ),
  );

export interface Gathered {
  readonly context: PublishContext;
  /** The head of a building that changes grids, masked: the sheet goes from hand to hand. Null where it has none. */
  readonly headOf: (row: number) => string | null;
}

export const gather = (): Promise<Gathered | null> =>
  duringWork('publish', async () => {
    const { session, stored } = usePlanner.getState();
    const { community, frame, grids, gridWorkers, buildings, stats } = usePlaces.getState();
    if (session === null || stored === null || community === null || frame === null) return null;
    const moved = new Set(
      buildings
        .filter((_, row) => session.baseFaceOf[row] !== session.assignment.faceOf[row])
        .map(({ id }) => id),
    );
    const [every, matters, heads] = await Promise.all([all('grids'), all('matters'), all('buildingHeads')]);
    const names = await headNames(
      heads.filter(({ buildingId, until }) => until === null && moved.has(buildingId)),
    );
    return {
      context: {
        plan: stored,
        base: session.base,
        tiling: session.tiling,
        frame,
        community,
        grids,
        closed: every.filter(({ validTo }: Grid) => validTo !== null),
        gridWorkers,
        buildings,
        faceOf: session.assignment.faceOf,
        households: stats.households,
        openMatters: matters.filter(({ open }: Matter) => open),
      },
      headOf: (row) => names.get(buildings[row]?.id ?? '') ?? null,
    };
  });

/** Reasons where it cannot be; none when it is done. */
export const publishNow = async (
  context: PublishContext,
  input: PublishInput,
): Promise<readonly Reason[]> => {
  // The steps first: an undo of the publication gives the draft back as it is now.
  const plan = await savePlan();
  if (plan === null) return [];
  const edit = publishPlan({ ...context, plan }, input, editStamp());
  if (!edit.ok) return edit.reasons;
  const result = await save(edit.value);
  return result.ok ? [] : result.reasons;
};
