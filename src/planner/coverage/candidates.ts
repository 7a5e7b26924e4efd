/** Whom or what a repair can choose from, the likeliest first: that one is chosen before anybody looks. */
import { type CoverageRecords, nameOfBuilding } from '../../domain/checks/coverage/index.ts';
import { isBranch } from '../../domain/operations/index.ts';
import type { Grid, GridWorker, Membership, PartyBody, Resident } from '../../domain/records/index.ts';

export interface HeadCandidate {
  readonly membership: Membership;
  readonly resident: Resident;
  readonly livesHere: boolean;
  /** Buildings that the member is head of already. */
  readonly headOf: number;
  /** Where the member lives: no room, which is nobody's business here. */
  readonly home: string;
}

/** More than these nobody reads. */
const MOST = 40;
const MODE_ORDER: readonly Membership['mode'][] = ['direct', 'joint', 'adopted', 'shared', 'assisted'];

/** Active members of the building, then of its grid; of the whole community where the grid has none. */
export const headCandidates = (records: CoverageRecords, buildingId: string): HeadCandidate[] => {
  const { memberships, residents, buildings, buildingHeads } = records;
  const people = new Map(residents.map((one) => [one.id, one]));
  const houses = new Map(buildings.map((one) => [one.id, one]));
  const gridId = houses.get(buildingId)?.gridId ?? null;
  const inOffice = buildingHeads.filter(({ until }) => until === null);
  const headOf = new Map<string, number>();
  for (const { membershipId } of inOffice) headOf.set(membershipId, (headOf.get(membershipId) ?? 0) + 1);
  const here = new Set(
    inOffice.filter((head) => head.buildingId === buildingId).map(({ membershipId }) => membershipId),
  );
  const every = memberships.flatMap((membership): HeadCandidate[] => {
    const resident = people.get(membership.residentId);
    if (membership.state !== 'active' || resident?.status !== 'present' || here.has(membership.id)) return [];
    const house = houses.get(resident.buildingId);
    return [
      {
        membership,
        resident,
        livesHere: resident.buildingId === buildingId,
        headOf: headOf.get(membership.id) ?? 0,
        home: house === undefined ? '' : nameOfBuilding(house),
      },
    ];
  });
  const near = every.filter(
    ({ livesHere, resident }) =>
      livesHere || (gridId !== null && houses.get(resident.buildingId)?.gridId === gridId),
  );
  return (near.length > 0 ? near : every)
    .sort(
      (a, b) =>
        Number(b.livesHere) - Number(a.livesHere) ||
        a.headOf - b.headOf ||
        MODE_ORDER.indexOf(a.membership.mode) - MODE_ORDER.indexOf(b.membership.mode) ||
        (a.membership.id < b.membership.id ? -1 : 1),
    )
    .slice(0, MOST);
};

export interface BodyCandidate {
  readonly body: PartyBody;
  /** Buildings of the grid, or members of the building, that belong to it already. */
  readonly share: number;
}

const byShare = (bodies: readonly PartyBody[], shares: ReadonlyMap<string, number>): BodyCandidate[] =>
  bodies
    .map((body) => ({ body, share: shares.get(body.id) ?? 0 }))
    .sort((a, b) => b.share - a.share || a.body.name.localeCompare(b.body.name, 'zh'));

const countOf = <R>(records: readonly R[], key: (record: R) => string | null): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const record of records) {
    const at = key(record);
    if (at !== null) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return counts;
};

/** Branches by how many buildings of the grid they have. */
export const gridBranches = ({ partyBodies, buildings }: CoverageRecords, gridId: string): BodyCandidate[] =>
  byShare(
    partyBodies.filter(isBranch),
    countOf(buildings, (building) => (building.gridId === gridId ? building.branchId : null)),
  );

/** 就近: branches by how many members of the same building are in them; where there are none, the building's own first. */
export const memberBranches = (
  { partyBodies, memberships, buildings }: CoverageRecords,
  membershipId: string,
): BodyCandidate[] => {
  const buildingId = memberships.find(({ id }) => id === membershipId)?.buildingId ?? '';
  const shares = countOf(memberships, (one) =>
    one.buildingId === buildingId && one.state === 'active' ? one.branchId : null,
  );
  const own = buildings.find(({ id }) => id === buildingId)?.branchId ?? null;
  if (own !== null && shares.size === 0) shares.set(own, 1);
  return byShare(partyBodies.filter(isBranch), shares);
};

/** Bodies that may stand above: not itself, nothing below it. */
export const parentBodies = ({ partyBodies }: CoverageRecords, bodyId: string): BodyCandidate[] => {
  const above = new Map(partyBodies.map(({ id, parentId }) => [id, parentId]));
  const isBelow = (start: string): boolean => {
    const seen = new Set<string>();
    for (let here: string | null = start; here !== null && !seen.has(here); here = above.get(here) ?? null) {
      if (here === bodyId) return true;
      seen.add(here);
    }
    return false;
  };
  const order: readonly PartyBody['level'][] = ['generalBranch', 'workingCommittee', 'branch'];
  const isGeneral = partyBodies.some(({ id, level }) => id === bodyId && level === 'generalBranch');
  return byShare(
    partyBodies.filter(({ id, level }) => order.includes(level) && !isBelow(id)),
    new Map(),
  ).sort((a, b) => {
    const rank = ({ body }: BodyCandidate): number =>
      isGeneral && body.level === 'workingCommittee' ? -1 : order.indexOf(body.level);
    return rank(a) - rank(b);
  });
};

export interface WorkerCandidate {
  readonly worker: GridWorker;
  readonly grid: Grid | null;
  /** Workers that would stay in the worker's own grid. */
  readonly left: number;
}

/** Workers and leaders of other grids; those first whose own grid keeps most. */
export const workersFor = ({ gridWorkers, grids }: CoverageRecords, gridId: string): WorkerCandidate[] => {
  const known = new Map(grids.map((grid) => [grid.id, grid]));
  const serving = gridWorkers.filter(({ role }) => role !== 'informationOfficer');
  const counts = countOf(serving, (worker) => worker.gridId);
  return serving
    .filter((worker) => worker.gridId !== gridId)
    .map((worker) => {
      const grid = known.get(worker.gridId) ?? null;
      return { worker, grid, left: grid === null ? Number.MAX_SAFE_INTEGER : (counts.get(grid.id) ?? 1) - 1 };
    })
    .sort(
      (a, b) =>
        b.left - a.left ||
        Number(a.worker.role === 'gridLeader') - Number(b.worker.role === 'gridLeader') ||
        (a.worker.id < b.worker.id ? -1 : 1),
    );
};
