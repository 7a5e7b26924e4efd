/** Grids as they are or were recorded, as a plan without steps: to be looked at and compared, never kept. */
import type { Community, Grid, GridWorker } from '../../domain/records/index.ts';
import type { Fault, Outcome, Repair } from '../../geometry/tiling/index.ts';
import type { SessionPlan } from '../session/plan-session.ts';
import { beginPlan } from './begin.ts';
import { storedTiling } from './stored.ts';

/** Nothing is given to anybody: ground without a grid stays without, ground beyond the outline stays where it is. */
const AS_RECORDED: Partial<Record<Fault['kind'], Repair>> = {
  gap: 'leave',
  missing: 'leave',
  beyondOutline: 'keep',
};

export const gridsAsPlan = (
  id: string,
  community: Community,
  grids: readonly Grid[],
  gridWorkers: readonly GridWorker[],
): Outcome<SessionPlan> => {
  let blank = 0;
  const newId = (): string => `${id}:${++blank}`;
  const beginning = beginPlan({ community, grids, gridWorkers, newId, nameOfNew: '—' });
  const choices = new Map(
    beginning.faults.flatMap((fault) => {
      const repair = AS_RECORDED[fault.kind];
      return repair === undefined ? [] : [[fault.id, repair] as const];
    }),
  );
  const asRecorded = beginning.finish(choices);
  // Borders that are no tiling as they stand are shown with the repairs that a plan would begin with.
  const base = 'refused' in asRecorded ? beginning.finish(new Map()) : asRecorded;
  if ('refused' in base) return base;
  return { ok: { id, revision: 1, basedOn: '', base: storedTiling(base.ok), steps: [], cursor: 0 } };
};
