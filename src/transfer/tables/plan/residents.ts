/**
 * The plan of a roster of residents. All rows are read before the first is planned: members of a household may stand anywhere in the
 * file, and a person twice. Then homes that share a person are planned together, in batches whose records no other batch touches.
 */
import type { Resident } from '../../../domain/records/index.ts';
import type { PlanContext } from './context.ts';
import { type Group, groupOf, type GroupOfRows, groupRows, OUTCOMES_AT_ONCE } from './groups.ts';
import { planGroup } from './households.ts';
import { createMatcher } from './matching.ts';
import type { Resolved } from './new-people.ts';
import type { RowStore } from './row-store.ts';

/** IDs that are looked up with one question. */
const IDS_AT_ONCE = 2_000;
const ROWS_OF_A_BATCH = 500;

export const recordedById = async (
  ids: readonly string[],
  context: PlanContext,
): Promise<Map<string, Resident[]>> => {
  const found = new Map<string, Resident[]>();
  const distinct = [...new Set(ids)];
  for (let at = 0; at < distinct.length; at += IDS_AT_ONCE) {
    for (const resident of await context.existing.residentsById(distinct.slice(at, at + IDS_AT_ONCE))) {
      const id = resident.personal.citizenId ?? '';
      const list = found.get(id);
      if (list) list.push(resident);
      else found.set(id, [resident]);
    }
  }
  return found;
};

/** Homes joined where one person concerns both (union-find with path halving). */
const createJoiner = () => {
  const parent = new Map<string, string>();
  const rootOf = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      const above = parent.get(up) ?? up;
      parent.set(at, above);
      at = above;
    }
    return at;
  };
  const join = (a: string, b: string): void => {
    const [one, other] = [rootOf(a), rootOf(b)];
    if (one !== other) parent.set(other, one);
  };
  return { rootOf, join };
};

/** Groups that are planned together. */
type Cluster = GroupOfRows[];

/** Clusters in the order of their first row. */
const clustersOf = (groups: readonly GroupOfRows[], rootOf: (home: string) => string): Cluster[] => {
  const clusters = new Map<string, Cluster>();
  for (const group of groups) {
    const root = rootOf(group.dwellingId);
    const cluster = clusters.get(root);
    if (cluster) cluster.push(group);
    else clusters.set(root, [group]);
  }
  return [...clusters.values()];
};

interface Clustered {
  readonly clusters: readonly Cluster[];
  readonly next: Int32Array;
  readonly recorded: ReadonlyMap<string, readonly Resident[]>;
}

/** Groups rows, and joins the homes that one person concerns: by two rows, or by a row and what is recorded. */
async function* clusterRows(rows: RowStore, context: PlanContext): AsyncGenerator<void, Clustered> {
  const { rootOf, join } = createJoiner();
  const firstHomeOf = new Map<string, string>();
  let sought: { readonly id: string; readonly home: string }[] = [];
  const recorded = new Map<string, readonly Resident[]>();
  const lookUp = async (): Promise<void> => {
    const found = await recordedById(
      sought.map(({ id }) => id),
      context,
    );
    for (const { id, home } of sought) {
      const residents = found.get(id);
      if (!residents) continue;
      recorded.set(id, residents);
      for (const { dwellingId } of residents) join(home, dwellingId);
    }
    sought = [];
  };
  const grouping = groupRows(rows, context, ({ citizenId }, { dwellingId }) => {
    if (citizenId === null) return;
    const first = firstHomeOf.get(citizenId);
    if (first !== undefined) {
      if (first !== dwellingId) join(first, dwellingId);
      return;
    }
    firstHomeOf.set(citizenId, dwellingId);
    sought.push({ id: citizenId, home: dwellingId });
  });
  let step = grouping.next();
  while (!step.done) {
    if (sought.length >= IDS_AT_ONCE) await lookUp();
    if (context.outcomes.length >= OUTCOMES_AT_ONCE) yield;
    step = grouping.next();
  }
  await lookUp();
  const { groups, next } = step.value;
  return { clusters: clustersOf(groups, rootOf), next, recorded };
}

/** The homes that a group concerns: its own, and those in which its people are recorded. */
const homesOf = ({ dwellingId, persons }: Group, recorded: Clustered['recorded']): string[] => [
  dwellingId,
  ...persons.flatMap(({ facts }) =>
    (facts.citizenId === null ? [] : (recorded.get(facts.citizenId) ?? [])).map((r) => r.dwellingId),
  ),
];

/** Pauses after each batch, when its changes are complete. */
export async function* planResidents(rows: RowStore, context: PlanContext): AsyncGenerator<void> {
  const { clusters, next, recorded } = yield* clusterRows(rows, context);
  for (let at = 0; at < clusters.length; ) {
    // Clusters share neither homes nor people, so each batch has its own memory of who has had a row.
    context.takenPeople.clear();
    const matchOf = createMatcher(context, recorded);
    const resolved: Resolved = new Map();
    const batch: Group[] = [];
    for (let count = 0; at < clusters.length && count < ROWS_OF_A_BATCH; at++)
      for (const each of clusters[at] ?? []) {
        const group = groupOf(each, next, rows, context.today);
        batch.push(group);
        count += group.persons.length;
      }
    await context.working.load(batch.flatMap((group) => homesOf(group, recorded)));
    for (const group of batch) planGroup(group, matchOf, resolved, context);
    yield;
    context.working.forget();
  }
}
