/** What a side of the comparison is: a plan by its id, or the grids in force by a word. */
import type { Language } from '../../domain/reasons.ts';
import type { Community, Grid, GridPlan, GridWorker } from '../../domain/records/index.ts';
import { gridPlans, listPage, partyTree, record } from '../../storage/index.ts';
import { branchNamesIn } from '../model/branch-names.ts';
import { gridsAsPlan } from '../model/grids-as-plan.ts';
import type { Town } from '../model/town.ts';
import { readUnsaved } from '../session/open-plan.ts';
import { PlanSession, type Unsaved } from '../session/plan-session.ts';

export const IN_FORCE = 'in-force';

export interface ReadSide {
  readonly key: string;
  /** Null for the grids in force, undefined for a plan that is not there. */
  readonly plan: GridPlan | null | undefined;
  readonly unsaved: Unsaved | null;
}

export interface ReadSides {
  readonly left: ReadSide;
  readonly right: ReadSide;
  readonly plans: readonly GridPlan[];
  /** Buildings that have a head. */
  readonly headed: ReadonlySet<string>;
  readonly branches: ReadonlyMap<string, string>;
}

const readSide = async (key: string): Promise<ReadSide> => {
  if (key === IN_FORCE) return { key, plan: null, unsaved: null };
  const plan = await record('gridPlans', key);
  const unsaved = plan?.state === 'draft' ? await readUnsaved(key) : null;
  return { key, plan, unsaved };
};

export const readSides = async (left: string, right: string): Promise<ReadSides> => {
  const [one, other, plans, heads, tree] = await Promise.all([
    readSide(left),
    readSide(right),
    gridPlans(),
    listPage('buildingHeads', { offset: 0, limit: Number.MAX_SAFE_INTEGER }),
    partyTree(),
  ]);
  return {
    left: one,
    right: other,
    plans,
    headed: new Set(heads.records.filter(({ until }) => until === null).map(({ buildingId }) => buildingId)),
    branches: branchNamesIn(tree),
  };
};

export interface Places {
  readonly community: Community;
  readonly grids: readonly Grid[];
  readonly gridWorkers: readonly GridWorker[];
}

export type OpenSide =
  | { readonly kind: 'open'; readonly session: PlanSession }
  | { readonly kind: 'missing' }
  /** It is there and cannot be shown; the reason in both languages where there is one. */
  | { readonly kind: 'refused'; readonly why: Readonly<Record<Language, string>> | null };

export const openSide = ({ plan, unsaved }: ReadSide, places: Places, town: Town): OpenSide => {
  if (plan === undefined) return { kind: 'missing' };
  try {
    if (plan !== null) return { kind: 'open', session: new PlanSession(plan, town, unsaved) };
    const now = gridsAsPlan(IN_FORCE, places.community, places.grids, places.gridWorkers);
    if ('refused' in now) return { kind: 'refused', why: now.refused };
    return { kind: 'open', session: new PlanSession(now.ok, town) };
  } catch (error) {
    console.error(error);
    return { kind: 'refused', why: null };
  }
};
