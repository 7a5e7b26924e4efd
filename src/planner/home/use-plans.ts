/** What one does with plans as a whole; each is one edit with its notice. */
import { newId } from '../../domain/ids.ts';
import type { GridPlan } from '../../domain/records/index.ts';
import type { Result } from '../../domain/reasons.ts';
import type { Edit } from '../../domain/edit.ts';
import type { PlanStep, TilingData } from '../../geometry/tiling/index.ts';
import { notify } from '../../state/notices.ts';
import { usePlaces } from '../../state/places.ts';
import { editStamp, save } from '../../state/save.ts';
import { beginPlan, type Beginning, TOLERANCES_MM } from '../model/begin.ts';
import { changePlan, copyPlan, deletePlan, type Made, makePlan } from '../model/plan-records.ts';

const carryOut = async (result: Result<Edit>): Promise<boolean> => {
  const answer = result.ok ? await save(result.value) : result;
  if (!answer.ok) notify({ kind: 'error', key: 'common.save.failed', reasons: answer.reasons });
  return answer.ok;
};

const carryOutMade = async (made: Result<Made>): Promise<string | null> => {
  if (!made.ok) {
    notify({ kind: 'error', key: 'common.save.failed', reasons: made.reasons });
    return null;
  }
  return (await carryOut({ ok: true, value: made.value.edit })) ? made.value.planId : null;
};

/** The grids of today, looked over. Null where no community is open. */
export const lookOver = (nameOfNew: string, toleranceMm: number = TOLERANCES_MM[0]): Beginning | null => {
  const { community, grids, gridWorkers } = usePlaces.getState();
  return community && beginPlan({ community, grids, gridWorkers, newId, nameOfNew, toleranceMm });
};

/** Faults that somebody should see; repeated points and turned rings are nobody's business. */
export const worthShowing = ({ faults }: Beginning) => faults.filter(({ level }) => level !== 'note');

export const createPlan = (name: string, base: TilingData): Promise<string | null> =>
  carryOutMade(makePlan({ name, base, grids: usePlaces.getState().grids }, editStamp()));

export const duplicatePlan = (
  plan: GridPlan,
  name: string,
  more: readonly PlanStep[] = [],
): Promise<string | null> => carryOutMade(copyPlan(plan, name, editStamp(), more));

export const renamePlan = (plan: GridPlan, name: string): Promise<boolean> =>
  carryOut(changePlan(plan, { name: name.trim() }, editStamp()));

export const archivePlan = (plan: GridPlan, archived: boolean): Promise<boolean> =>
  carryOut(changePlan(plan, { state: archived ? 'archived' : 'draft' }, editStamp()));

export const removePlan = (plan: GridPlan): Promise<boolean> =>
  carryOut({ ok: true, value: deletePlan(plan, editStamp()) });
