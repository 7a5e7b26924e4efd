/** A person deregistered by mistake, or back again, is present once more: in the old household, another one of the home, or alone. */
import { type Reason, reasonOf, refuse } from '../reasons.ts';
import { createDraft } from './draft.ts';
import { checkComplete, type LivedIn, loadHome, settle } from './home.ts';
import type { ResidentContext } from './move-resident.ts';
import type { Operation } from './operation.ts';
import { checkEventDate, rehome } from './rehome.ts';
import type { Relation } from './relations.ts';

export interface ReinstateInput {
  /** An active household of the home; null to be a household again: the old one where it has ended, else a new one. */
  readonly householdId: string | null;
  readonly relation?: Relation | undefined;
  /** Since when at this home again; unchanged when the deregistration was a mistake. */
  readonly since?: string | undefined;
  readonly occupancy?: LivedIn | undefined;
}

const present = reasonOf(
  'resident.present',
  '此人在住，无需恢复。',
  'This person is present; there is nothing to reinstate.',
);

const joinReasons = (active: boolean, relation: Relation | undefined): Reason[] => {
  if (!active)
    return [
      reasonOf(
        'move.noHousehold',
        '住房里没有这一户，请重新选择。',
        'There is no such household in this home; choose again.',
        'householdId',
      ),
    ];
  return relation === undefined || relation === '01' || relation === '02'
    ? [
        reasonOf(
          'move.relation',
          '请选择与户主的关系（不能是户主或本人）。',
          'Choose the relation to the head (neither “head” nor “self”).',
          'relation',
        ),
      ]
    : [];
};

export const reinstateResident: Operation<ResidentContext, ReinstateInput> = {
  key: 'reinstateResident',
  title: { zh: '恢复居民', en: 'Reinstate a resident' },
  available: ({ home, resident }) =>
    resident.status === 'present' ? present : (checkComplete(home)[0] ?? true),
  run: (context, input, stamp) => {
    const available = reinstateResident.available(context);
    if (available !== true) return refuse(available);
    const { home, resident } = context;
    const draft = createDraft(stamp);
    loadHome(draft, home);
    const since = input.since ?? resident.since;
    const wanted = home.households.find((h) => h.id === input.householdId);
    const reasons = [
      ...(since === null ? [] : checkEventDate(since, [{ ...resident, since: null }], draft.today, 'since')),
      ...(input.householdId === null ? [] : joinReasons(wanted?.state === 'active', input.relation)),
    ];
    if (reasons.length > 0) return refuse(...reasons);

    const old = home.households.find((h) => h.id === resident.householdId);
    const household =
      wanted ??
      (old?.state === 'ended'
        ? draft.update('households', old, { state: 'active' })
        : draft.create('households', {
            buildingId: home.building.id,
            dwellingId: home.dwelling.id,
            kind: 'family',
            headId: null,
            state: 'active',
            size: 0,
            personal: {},
          }));
    const on = since ?? draft.today;
    const back = rehome(draft, resident, { home, householdId: household.id, on, registrationMoves: false });
    draft.update('residents', back, {
      status: 'present',
      leftOn: null,
      since,
      relation: wanted ? (input.relation ?? '97') : '02',
    });
    const unsettled = settle(draft, {
      joined: [household.id],
      left: [],
      dwellings: [home.dwelling.id],
      occupancy: input.occupancy,
      on: draft.today,
    });
    return unsettled.length > 0 ? refuse(...unsettled) : draft.finish('reinstateResident');
  },
};
