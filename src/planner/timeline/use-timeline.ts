/** What the timeline is made of: published plans and all grids from the database, places from memory; and the grids of a version as a map. */
import { useMemo } from 'react';
import type { Grid } from '../../domain/records/index.ts';
import { usePlaces } from '../../state/places.ts';
import { gridPlans, listPage, partyTree } from '../../storage/index.ts';
import { type QueryState, useQuery } from '../../ui/parts/use-query.ts';
import { branchNamesIn } from '../model/branch-names.ts';
import { gridsAsPlan } from '../model/grids-as-plan.ts';
import type { Town } from '../model/town.ts';
import { type Timeline, timelineOf, type Version } from '../model/versions.ts';
import { PlanSession } from '../session/plan-session.ts';

export interface TimelineData {
  readonly timeline: Timeline;
  readonly branches: ReadonlyMap<string, string>;
}

const read = async () => {
  const [plans, grids, tree] = await Promise.all([
    gridPlans(),
    listPage('grids', { offset: 0, limit: Number.MAX_SAFE_INTEGER }),
    partyTree(),
  ]);
  return { plans, grids: grids.records, branches: branchNamesIn(tree) };
};

export const useTimeline = (): QueryState<TimelineData> & { retry: () => void } => {
  const answer = useQuery('grid timeline', read);
  const frame = usePlaces((s) => s.frame);
  const gridWorkers = usePlaces((s) => s.gridWorkers);
  const buildings = usePlaces((s) => s.buildings);
  const data = useMemo((): TimelineData | null => {
    if (answer.data === null || frame === null) return null;
    const { plans, grids, branches } = answer.data;
    return { timeline: timelineOf({ frame, grids, gridWorkers, buildings, plans }), branches };
  }, [answer.data, frame, gridWorkers, buildings]);
  const { retry } = answer;
  if (answer.status === 'failed') return { status: 'failed', data: null, retry };
  return data === null ? { status: 'loading', data: null, retry } : { status: 'ready', data, retry };
};

/** The grids of each version on the town as it stands; null where they make no map. Made when first asked for, and kept. */
export const useVersionSessions = (
  timeline: Timeline | null,
  town: Town | null,
): ((version: Version | null) => PlanSession | null) => {
  const community = usePlaces((s) => s.community);
  return useMemo(() => {
    const made = new Map<Version, PlanSession | null>();
    return (version) => {
      if (version === null || timeline === null || town === null || community === null) return null;
      const known = made.get(version);
      if (known !== undefined) return known;
      const stamp = { communityId: community.id, createdAt: 0, updatedAt: 0, revision: 1 };
      const grids = version.grids.map(
        (grid): Grid => ({ ...stamp, ...grid, parents: [...grid.parents], validTo: version.to }),
      );
      const plan = gridsAsPlan(version.from, community, grids, []);
      const session = 'refused' in plan ? null : new PlanSession(plan.ok, town);
      made.set(version, session);
      return session;
    };
  }, [timeline, town, community]);
};
