/**
 * Steps of an open plan that its record does not have yet. They are kept as a draft, outside the journal, until the plan is left; a
 * backup that is made meanwhile must hold them, so what they are named and when they hold stands here, for both.
 */
import type { GridPlan } from '../domain/records/index.ts';

export const planDraftKey = (planId: string): string => `gridPlan:${planId}`;

/** The steps and the place in them; of one revision of the record, and of no other. */
export type PlanDraft = Pick<GridPlan, 'revision' | 'steps' | 'cursor'>;

/** The plan with the steps of its draft. One of another revision, or one that cannot be read, changes nothing. */
export const withDraftSteps = (plan: GridPlan, json: string | null): GridPlan => {
  if (json === null || plan.state !== 'draft') return plan;
  try {
    const { revision, steps, cursor } = JSON.parse(json) as PlanDraft;
    return revision === plan.revision && Array.isArray(steps) && cursor <= steps.length
      ? { ...plan, steps, cursor }
      : plan;
  } catch {
    return plan;
  }
};
