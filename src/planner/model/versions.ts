/**
 * The grids of every day, put together again from records. A publication keeps what it took the place of, so the state between two
 * publications is what the later one replaced, and after the last one what is recorded now. A later publication holds from its first
 * day on, whatever an earlier one said of those days. Plans published before that was kept tell by the borders they began with.
 */
import type { Building, Grid, GridPlan, GridWorker } from '../../domain/records/index.ts';
import type { Frame } from '../../geometry/frame.ts';
import { exportLngLat, Tiling } from '../../geometry/tiling/index.ts';

/** A grid as it was during a version. */
export interface GridThen
  extends Pick<
    Grid,
    'id' | 'code' | 'sequence' | 'kind' | 'name' | 'boundary' | 'branchId' | 'validFrom' | 'parents'
  > {
  readonly workerIds: readonly string[];
}

export interface Version {
  /** First day, and the first day on which it held no more; null while it holds. */
  readonly from: string;
  readonly to: string | null;
  /** The plan that made it; null where only the dates of the grids tell of it. */
  readonly plan: { readonly id: string; readonly name: string } | null;
  readonly grids: readonly GridThen[];
  /** The grid of each building by id; null where only the place of a building can tell. */
  readonly gridOf: ReadonlyMap<string, string | null> | null;
  /** As it was recorded, not as a plan drew it when it began. */
  readonly isExact: boolean;
}

/** A publication that no day ever saw: another one took its place from the same day or an earlier one. */
export interface Overtaken {
  readonly planId: string;
  readonly name: string;
  readonly from: string;
}

export interface Timeline {
  /** In the order of days, each beginning where the one before ends. */
  readonly versions: readonly Version[];
  readonly overtaken: readonly Overtaken[];
}

export interface TimelineInput {
  readonly frame: Frame;
  /** In force and closed. */
  readonly grids: readonly Grid[];
  readonly gridWorkers: readonly Pick<GridWorker, 'id' | 'gridId'>[];
  readonly buildings: readonly Pick<Building, 'id' | 'gridId'>[];
  readonly plans: readonly GridPlan[];
}

interface State {
  readonly grids: readonly GridThen[];
  readonly gridOf: Version['gridOf'];
  readonly isExact: boolean;
}

type Published = GridPlan & { readonly publishedFrom: string };

const isPublished = (plan: GridPlan): plan is Published =>
  plan.state === 'published' && plan.publishedFrom !== null;

/** In the order in which they were published; those that kept no moment came before all that did. */
const inOrder = (plans: readonly GridPlan[]): Published[] =>
  plans
    .filter(isPublished)
    .sort(
      (a, b) =>
        (a.replaced?.at ?? 0) - (b.replaced?.at ?? 0) ||
        (a.publishedFrom < b.publishedFrom ? -1 : a.publishedFrom > b.publishedFrom ? 1 : 0) ||
        a.updatedAt - b.updatedAt ||
        (a.id < b.id ? -1 : 1),
    );

const recorded = (
  grids: readonly Grid[],
  workers: TimelineInput['gridWorkers'],
  buildings: TimelineInput['buildings'],
): State => ({
  grids: grids
    .map((grid) => ({
      ...grid,
      workerIds: workers.filter(({ gridId }) => gridId === grid.id).map(({ id }) => id),
    }))
    .sort((a, b) => a.sequence - b.sequence || (a.id < b.id ? -1 : 1)),
  gridOf: new Map(buildings.map(({ id, gridId }) => [id, gridId])),
  isExact: true,
});

/** What a plan of former days began with: its borders and names, without what was mended or invented when it began. */
const begunWith = ({ base, baseGrids }: GridPlan, frame: Frame): State => {
  const tiling = Tiling.of(base);
  const boundaries = exportLngLat(tiling, frame);
  return {
    grids: baseGrids
      .flatMap(({ id }): GridThen[] => {
        const face = tiling.face(id);
        const boundary = boundaries.get(id);
        if (face === undefined || boundary === undefined) return [];
        const { code, kind, name, branchId, workerIds, validFrom, parents } = face;
        const sequence = Number(code.slice(-3)) || 0;
        const own = { code, sequence, kind, name, branchId, validFrom, workerIds };
        return [{ id, ...own, boundary, parents: [...parents] }];
      })
      .sort((a, b) => a.sequence - b.sequence || (a.id < b.id ? -1 : 1)),
    gridOf: null,
    isExact: false,
  };
};

const replacedBy = (plan: GridPlan, frame: Frame): State =>
  plan.replaced === undefined
    ? begunWith(plan, frame)
    : recorded(plan.replaced.grids, plan.replaced.workers, plan.replaced.buildings);

/** Days within a span on which a grid of it begins or ends by its own dates. */
const daysWithin = (
  from: string,
  to: string | null,
  grids: readonly Pick<Grid, 'validFrom'>[],
  loose: readonly Grid[],
): string[] => {
  const days = [
    ...grids.map(({ validFrom }) => validFrom),
    ...loose.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? validFrom]),
  ];
  return [...new Set(days)].filter((day) => day > from && (to === null || day < to)).sort();
};

export const timelineOf = (input: TimelineInput): Timeline => {
  const { frame, grids, gridWorkers, buildings } = input;
  const plans = inOrder(input.plans);
  const inForce = grids.filter(({ validTo }) => validTo === null);
  const states = [...plans.map((plan) => replacedBy(plan, frame)), recorded(inForce, gridWorkers, buildings)];
  // Closed grids that no publication speaks of came with their dates from elsewhere: those dates are all there is.
  const known = new Set(states.flatMap((state) => state.grids.map(({ id }) => id)));
  const loose = grids.filter(({ id, validTo }) => validTo !== null && !known.has(id));

  const versions: Version[] = [];
  const overtaken: Overtaken[] = [];
  for (const [at, state] of states.entries()) {
    const plan = plans[at - 1] ?? null;
    const from = plan?.publishedFrom ?? '';
    const to = plans
      .slice(at)
      .reduce<string | null>(
        (first, { publishedFrom }) => (first === null || publishedFrom < first ? publishedFrom : first),
        null,
      );
    if (to !== null && from >= to) {
      if (plan !== null) overtaken.push({ planId: plan.id, name: plan.name, from });
      continue;
    }
    const days = [from, ...daysWithin(from, to, state.grids, loose)];
    for (const [i, day] of days.entries()) {
      const then = [
        ...state.grids.filter(({ validFrom }) => validFrom <= day),
        ...recorded(
          loose.filter(({ validFrom, validTo }) => validFrom <= day && day < (validTo ?? '')),
          [],
          [],
        ).grids,
      ];
      if (then.length === 0) continue;
      const isFirst = i === 0 && plan !== null;
      versions.push({
        from: day,
        to: days[i + 1] ?? to,
        plan: isFirst ? { id: plan.id, name: plan.name } : null,
        grids: then,
        gridOf: state.gridOf,
        isExact: state.isExact,
      });
    }
  }
  return { versions: versions.sort((a, b) => (a.from < b.from ? -1 : 1)), overtaken };
};

/** The version that held on a day; null before the first one. */
export const versionOn = ({ versions }: Timeline, day: string): Version | null =>
  versions.findLast(({ from, to }) => from <= day && (to === null || day < to)) ?? null;
