/** One person to another household, or to a household of one's own, in any home of the community: one edit, never a departure. */
import type { Household, Resident } from '../records/index.ts';
import { type Reason, reasonOf, refuse } from '../reasons.ts';
import { createDraft, type Draft } from './draft.ts';
import {
  checkComplete,
  handOverHead,
  type HomeContext,
  type LivedIn,
  loadHome,
  presentIn,
  settle,
} from './home.ts';
import { carryHousehold } from './move-household.ts';
import type { Operation } from './operation.ts';
import { checkEventDate, rehome } from './rehome.ts';
import type { Relation, Relations } from './relations.ts';

export interface MoveResidentInput {
  /** May be the present home, to join another household in it. */
  readonly to: HomeContext;
  /** The household joined; null for a new one. */
  readonly householdId: string | null;
  /** To the head of the household joined; a new household's person is its head. */
  readonly relation?: Relation | undefined;
  readonly on: string;
  readonly occupancy?: LivedIn | undefined;
  readonly registrationMoves?: boolean | undefined;
  /** New head of the household left, when its head moves out, and relations to that head. */
  readonly successorId?: string | undefined;
  readonly relations?: Relations | undefined;
}

export interface ResidentContext {
  readonly home: HomeContext;
  readonly resident: Resident;
}

export const notPresent = reasonOf(
  'resident.notPresent',
  '此人已注销，不在住；如系误办，请先恢复。',
  'This person is deregistered; reinstate the person first if that was a mistake.',
);

/** Shared by every operation on a person who must be present, in a home read whole. */
export const availableForPresent = ({ home, resident }: ResidentContext): true | Reason =>
  resident.status !== 'present' ? notPresent : (checkComplete(home)[0] ?? true);

const destinationReasons = (resident: Resident, input: MoveResidentInput): Reason[] => {
  if (input.householdId === null) return [];
  if (input.householdId === resident.householdId)
    return [
      reasonOf(
        'move.sameHousehold',
        '此人已在这一户，请另选一户。',
        'The person already belongs to this household; choose another.',
        'householdId',
      ),
    ];
  const joined = input.to.households.find((h) => h.id === input.householdId);
  if (!joined || joined.state !== 'active')
    return [
      reasonOf(
        'move.noHousehold',
        '目标住房里没有这一户，请重新选择。',
        'There is no such household in the home chosen; choose again.',
        'householdId',
      ),
    ];
  if (input.relation === undefined || input.relation === '01' || input.relation === '02')
    return [
      reasonOf(
        'move.relation',
        '请选择与新户户主的关系（不能是户主或本人）。',
        'Choose the relation to the head of the new household (neither “head” nor “self”).',
        'relation',
      ),
    ];
  return [];
};

const newHousehold = (draft: Draft, home: HomeContext): Household =>
  draft.create('households', {
    buildingId: home.building.id,
    dwellingId: home.dwelling.id,
    kind: 'family',
    headId: null,
    state: 'active',
    size: 0,
    personal: {},
  });

export const moveResident: Operation<ResidentContext, MoveResidentInput> = {
  key: 'moveResident',
  title: { zh: '居民迁移', en: 'Move a resident' },
  available: availableForPresent,
  run: (context, input, stamp) => {
    const available = moveResident.available(context);
    if (available !== true) return refuse(available);
    const { home, resident } = context;
    const draft = createDraft(stamp);
    loadHome(draft, home);
    loadHome(draft, input.to);
    const reasons = [
      ...checkComplete(input.to),
      ...checkEventDate(input.on, [resident], draft.today),
      ...destinationReasons(resident, input),
    ];
    if (reasons.length > 0) return refuse(...reasons);

    const old = draft.get('households', resident.householdId);
    const alone = presentIn(draft, resident.householdId).length === 1;
    if (old && alone && input.householdId === null) {
      if (input.to.dwelling.id === home.dwelling.id)
        return refuse(
          reasonOf(
            'move.aloneAlready',
            '此人已独自成户，无需再立新户。',
            'This person already is a household alone; a new one is not needed.',
            'householdId',
          ),
        );
      const unsettled = carryHousehold(draft, home, old, input);
      return unsettled.length > 0 ? refuse(...unsettled) : draft.finish('moveResident');
    }

    const householdId = input.householdId ?? newHousehold(draft, input.to).id;
    const relation: Relation = input.householdId === null ? '02' : (input.relation ?? '97');
    const moved = rehome(draft, resident, {
      home: input.to,
      householdId,
      on: input.on,
      registrationMoves: input.registrationMoves ?? false,
    });
    draft.update('residents', moved, { relation });
    const headless = handOverHead(draft, resident.householdId, input.successorId, input.relations);
    if (headless.length > 0) return refuse(...headless);
    const unsettled = settle(draft, {
      joined: [householdId],
      left: [resident.householdId],
      dwellings: [home.dwelling.id, input.to.dwelling.id],
      occupancy: input.occupancy,
      on: input.on,
    });
    return unsettled.length > 0 ? refuse(...unsettled) : draft.finish('moveResident');
  },
};
