/** The kernel's rows are read-only, a record's are not; the bytes are the same. Here, and only here, one is taken for the other. */
import type { GridPlan } from '../../domain/records/index.ts';
import type { PlanStep, TilingData } from '../../geometry/tiling/index.ts';

export const storedTiling = (data: TilingData): GridPlan['base'] => data as GridPlan['base'];
export const storedSteps = (steps: readonly PlanStep[]): GridPlan['steps'] => steps as GridPlan['steps'];
