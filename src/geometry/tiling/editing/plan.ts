/**
 * A plan: a base version and the patches since, with a cursor for undo and redo. Plain data, so that it survives a reload; there
 * is no cap on its length. Functions answer a new plan and the patch to apply to the tiling.
 */
import { invertPatch } from '../model/patch.ts';
import type { Patch } from '../model/rows.ts';
import type { Tiling } from '../model/tiling.ts';

export interface PlanStep {
  readonly patch: Patch;
  /** What the step was, for the list of steps: a key the screen translates. */
  readonly label: string;
}

export interface Plan {
  readonly id: string;
  /** The published version of the grids that it starts from. */
  readonly baseVersion: string;
  readonly steps: readonly PlanStep[];
  /** How many of the steps are in force. */
  readonly cursor: number;
}

export const newPlan = (id: string, baseVersion: string): Plan => ({ id, baseVersion, steps: [], cursor: 0 });

/** Adds a step in force; steps undone before are forgotten. */
export const record = (plan: Plan, step: PlanStep): Plan => ({
  ...plan,
  steps: [...plan.steps.slice(0, plan.cursor), step],
  cursor: plan.cursor + 1,
});

export interface PlanMove {
  readonly plan: Plan;
  /** To be applied to the tiling. */
  readonly patch: Patch;
}

export const undo = (plan: Plan): PlanMove | null => {
  const step = plan.steps[plan.cursor - 1];
  return step === undefined
    ? null
    : { plan: { ...plan, cursor: plan.cursor - 1 }, patch: invertPatch(step.patch) };
};

export const redo = (plan: Plan): PlanMove | null => {
  const step = plan.steps[plan.cursor];
  return step === undefined ? null : { plan: { ...plan, cursor: plan.cursor + 1 }, patch: step.patch };
};

/** Brings a tiling of the base version to where the plan is: after a reload. */
export const replay = (tiling: Tiling, plan: Plan): void => {
  for (const { patch } of plan.steps.slice(0, plan.cursor)) tiling.apply(patch);
};
