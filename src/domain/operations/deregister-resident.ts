/**
 * A person moves away from the community or dies. What the person held ends on that day: membership here, floating registration,
 * care, assistance of one's own, the charge of a building. The household passes to a new head or ends; an emptied home is vacant.
 */
import { later } from '../dates.ts';
import type { BuildingHead, Resident } from '../records/index.ts';
import { refuse } from '../reasons.ts';
import { createDraft, type Draft } from './draft.ts';
import { endAssistanceOn, handOverHead, loadHome, settle } from './home.ts';
import { availableForPresent, type ResidentContext } from './move-resident.ts';
import type { Operation } from './operation.ts';
import { checkEventDate } from './rehome.ts';
import type { Relations } from './relations.ts';

export interface DeregisterInput {
  readonly status: 'movedAway' | 'died';
  readonly on: string;
  /** Where to, when moving away. */
  readonly destination?: string | undefined;
  readonly successorId?: string | undefined;
  readonly relations?: Relations | undefined;
}

export interface DeregisterContext extends ResidentContext {
  /** Buildings the person is head of. */
  readonly headships: readonly BuildingHead[];
}

/** The history tells the two apart. */
const LABELS = { movedAway: 'residentMovedAway', died: 'residentDied' } as const;

const endEverything = (draft: Draft, resident: Resident, on: string): void => {
  const mine = (record: { residentId: string | null }): boolean => record.residentId === resident.id;
  for (const record of draft.all('memberships').filter(mine))
    if (record.state === 'active') draft.update('memberships', record, { state: 'ended' });
  for (const table of ['floatingRegistrations', 'careNeeds'] as const)
    for (const record of draft.all(table).filter(mine))
      if (record.state === 'active')
        draft.update(table, record, { state: 'ended', until: later(on, record.from) });
  for (const record of draft.all('assistances').filter(mine))
    if (record.state === 'active') endAssistanceOn(draft, record, on);
  for (const record of draft.all('buildingHeads').filter(mine))
    if (record.until === null || record.until > on)
      draft.update('buildingHeads', record, { until: later(on, record.from) });
};

export const deregisterResident: Operation<DeregisterContext, DeregisterInput> = {
  key: 'deregisterResident',
  title: { zh: '注销居民', en: 'Deregister a resident' },
  available: availableForPresent,
  run: (context, input, stamp) => {
    const available = deregisterResident.available(context);
    if (available !== true) return refuse(available);
    const { home, resident, headships } = context;
    const draft = createDraft(stamp);
    loadHome(draft, home);
    draft.know('buildingHeads', headships);
    const reasons = checkEventDate(input.on, [resident], draft.today);
    if (reasons.length > 0) return refuse(...reasons);

    const destination = input.status === 'movedAway' ? input.destination?.trim() : undefined;
    draft.update('residents', resident, {
      status: input.status,
      leftOn: input.on,
      ...(destination ? { personal: { ...resident.personal, destination } } : {}),
    });
    endEverything(draft, resident, input.on);
    const headless = handOverHead(draft, resident.householdId, input.successorId, input.relations);
    if (headless.length > 0) return refuse(...headless);
    const unsettled = settle(draft, {
      joined: [],
      left: [resident.householdId],
      dwellings: [home.dwelling.id],
      on: input.on,
    });
    return unsettled.length > 0 ? refuse(...unsettled) : draft.finish(LABELS[input.status]);
  },
};
