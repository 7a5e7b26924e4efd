/** The edits of plans themselves: made, named, changed, archived, deleted. */
import { createDraft } from '../../domain/operations/draft.ts';
import type { Stamp } from '../../domain/operations/index.ts';
import type { Edit } from '../../domain/edit.ts';
import type { Grid, GridPlan } from '../../domain/records/index.ts';
import { ok, type Result } from '../../domain/reasons.ts';
import type { PlanStep, TilingData } from '../../geometry/tiling/index.ts';
import { baseGridsOf } from './begin.ts';
import { storedSteps, storedTiling } from './stored.ts';

export interface NewPlan {
  readonly name: string;
  readonly base: TilingData;
  readonly grids: readonly Grid[];
}

export interface Made {
  readonly edit: Edit;
  readonly planId: string;
}

const made = (draft: ReturnType<typeof createDraft>, planId: string, name: string): Result<Made> => {
  const edit = draft.finish('makeGridPlan', { name });
  return edit.ok ? ok({ edit: edit.value, planId }) : edit;
};

export const makePlan = ({ name, base, grids }: NewPlan, stamp: Stamp): Result<Made> => {
  const draft = createDraft(stamp);
  const { id } = draft.create('gridPlans', {
    name: name.trim(),
    state: 'draft',
    notes: '',
    basedOn: draft.today,
    baseGrids: baseGridsOf(grids),
    base: storedTiling(base),
    steps: [],
    cursor: 0,
    publishedFrom: null,
  });
  return made(draft, id, name.trim());
};

/** A draft that goes on where a plan is, with what was done so far; `more` are steps on top of it. */
export const copyPlan = (
  plan: GridPlan,
  name: string,
  stamp: Stamp,
  more: readonly PlanStep[] = [],
): Result<Made> => {
  const draft = createDraft(stamp);
  const steps = [...plan.steps.slice(0, plan.cursor), ...storedSteps(more)];
  const { notes, basedOn, baseGrids, base } = plan;
  const { id } = draft.create('gridPlans', {
    ...{ notes, basedOn, baseGrids, base },
    name: name.trim(),
    state: 'draft',
    steps,
    cursor: steps.length,
    publishedFrom: null,
  });
  return made(draft, id, name.trim());
};

type Changed = Partial<Pick<GridPlan, 'name' | 'notes' | 'state' | 'steps' | 'cursor'>>;

export const changePlan = (plan: GridPlan, changed: Changed, stamp: Stamp): Result<Edit> => {
  const draft = createDraft(stamp);
  draft.update('gridPlans', plan, changed);
  return draft.finish('changeGridPlan', { name: changed.name ?? plan.name });
};

export const deletePlan = (plan: GridPlan, stamp: Stamp): Edit => ({
  id: stamp.newId(),
  communityId: stamp.communityId,
  at: stamp.at,
  by: stamp.by,
  label: { key: 'deleteGridPlan', params: { name: plan.name } },
  changes: [
    { table: 'gridPlans', del: plan.id, expect: { revision: plan.revision, updatedAt: plan.updatedAt } },
  ],
});
