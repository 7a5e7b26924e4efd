/** Plans of new grids, the latest first. Cost: one small table whole. */
import type { GridPlan } from '../../domain/records/index.ts';
import type { Store } from '../store.ts';

export const gridPlansIn = async ({ db }: Store): Promise<GridPlan[]> =>
  (await db.plain('gridPlans').toArray()).sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? 1 : -1));
