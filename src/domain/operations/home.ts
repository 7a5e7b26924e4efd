/**
 * Homes as operations work on them: who is present, who is head, how many, and whether the home is empty. After people have come
 * or gone, `settle…` brings the households and homes they touched in order; every count depends on that.
 */
import { checkHead, checkHousehold, headOf } from '../checks/household.ts';
import { later } from '../dates.ts';
import type {
  Assistance,
  Building,
  CareNeed,
  Dwelling,
  FloatingRegistration,
  Household,
  Matter,
  Membership,
  Resident,
} from '../records/index.ts';
import { type Reason, reasonOf } from '../reasons.ts';
import type { Draft } from './draft.ts';
import { type Relations, relationToNewHead } from './relations.ts';

/** Everything recorded of one home; a storage `DwellingCard` is one. Ended records and people who left may be among it. */
export interface HomeContext {
  readonly building: Pick<Building, 'id' | 'gridId'>;
  readonly dwelling: Dwelling;
  readonly households: readonly Household[];
  readonly residents: readonly Resident[];
  readonly memberships: readonly Membership[];
  readonly floating: readonly FloatingRegistration[];
  readonly assistances: readonly Assistance[];
  readonly careNeeds: readonly CareNeed[];
  readonly openMatters: readonly Matter[];
}

export const loadHome = (draft: Draft, home: HomeContext): void => {
  draft.know('dwellings', [home.dwelling]);
  draft.know('households', home.households);
  draft.know('residents', home.residents);
  draft.know('memberships', home.memberships);
  draft.know('floatingRegistrations', home.floating);
  draft.know('assistances', home.assistances);
  draft.know('careNeeds', home.careNeeds);
  draft.know('matters', home.openMatters);
};

export const presentIn = (draft: Draft, householdId: string): Resident[] =>
  draft.all('residents').filter((r) => r.householdId === householdId && r.status === 'present');

/** Counts go wrong when an operation sees only a part of a household; it is refused then. */
export const checkComplete = (home: HomeContext): Reason[] =>
  home.households.flatMap((household) => {
    const present = home.residents.filter((r) => r.householdId === household.id && r.status === 'present');
    return present.length === household.size
      ? []
      : [
          reasonOf(
            'home.incomplete',
            `这户登记 ${household.size} 人，读到 ${present.length} 人，资料可能已被改动，请重新打开住房后再试。`,
            `The household counts ${household.size} members but ${present.length} were read; it may have changed. Open the home again and retry.`,
          ),
        ];
  });

const needsSuccessor = (remaining: readonly Resident[]): Reason =>
  reasonOf(
    'household.needsSuccessor',
    `户主离开后这户还有 ${remaining.length} 人，请指定新户主。`,
    `When the head leaves, ${remaining.length} members remain; name the new head.`,
    'successorId',
  );

/** Makes one member head and rewrites the others' relations; `relations` overrules what the old ones tell. */
export const appointHead = (
  draft: Draft,
  householdId: string,
  newHead: Resident,
  relations: Relations = {},
): void => {
  for (const member of presentIn(draft, householdId)) {
    const relation =
      member.id === newHead.id ? '02' : (relations[member.id] ?? relationToNewHead(member, newHead));
    draft.update('residents', member, { relation });
  }
};

/** After members left: names the successor when the head is gone. A single person left becomes head without being asked for. */
export const handOverHead = (
  draft: Draft,
  householdId: string,
  successorId: string | undefined,
  relations?: Relations,
): Reason[] => {
  const remaining = presentIn(draft, householdId);
  if (remaining.length === 0 || headOf(remaining)) return [];
  const successor = remaining.length === 1 ? remaining[0] : remaining.find((r) => r.id === successorId);
  if (!successor) return [needsSuccessor(remaining)];
  appointHead(draft, householdId, successor, relations);
  return [];
};

/** Ends an assistance, not before it began. */
export const endAssistanceOn = (draft: Draft, assistance: Assistance, on: string): void => {
  draft.update('assistances', assistance, { state: 'ended', until: later(on, assistance.from) });
};

/** Size, head and state follow from who is present; assistance covers nobody who is gone. */
const settleHousehold = (draft: Draft, householdId: string, on: string): void => {
  const household = draft.get('households', householdId);
  if (!household) return;
  const present = presentIn(draft, householdId);
  const size = present.length;
  draft.update('households', household, {
    size,
    headId: headOf(present)?.id ?? null,
    state: size === 0 ? 'ended' : 'active',
  });
  for (const assistance of draft.all('assistances')) {
    if (assistance.householdId !== householdId || assistance.state !== 'active') continue;
    if (size === 0) endAssistanceOn(draft, assistance, on);
    else if (assistance.personsCovered > size)
      draft.update('assistances', assistance, { personsCovered: size });
  }
};

export type LivedIn = 'owner' | 'let';

/** An emptied home is vacant; a vacant one that is filled is let when all in it are registered outside, else lived in by its owner. */
const settleDwelling = (draft: Draft, dwellingId: string, chosen: LivedIn | undefined): void => {
  const dwelling = draft.get('dwellings', dwellingId);
  if (!dwelling) return;
  const people = draft.all('residents').filter((r) => r.dwellingId === dwellingId && r.status === 'present');
  if (people.length === 0) {
    if (dwelling.use === 'home' && dwelling.occupancy !== 'business')
      draft.update('dwellings', dwelling, { occupancy: 'vacant' });
    return;
  }
  if (dwelling.occupancy === 'vacant' || (chosen && dwelling.occupancy !== 'business')) {
    const strangers = people.every((r) => r.registration === 'elsewhere');
    draft.update('dwellings', dwelling, { occupancy: chosen ?? (strangers ? 'let' : 'owner') });
  }
};

const twoLowIncome = (draft: Draft, householdId: string): Reason[] => {
  const count = draft
    .all('assistances')
    .filter((a) => a.householdId === householdId && a.state === 'active' && a.kind === 'lowIncome').length;
  return count <= 1
    ? []
    : [
        reasonOf(
          'household.twoLowIncome',
          `这样会使一户同时享受 ${count} 份低保，请先终止其中一份。`,
          `This would give one household ${count} low-income allowances; end one of them first.`,
        ),
      ];
};

export interface Touched {
  /** Households that somebody joined: all their relations are checked. Those that were only left need just a head. */
  readonly joined: readonly string[];
  readonly left: readonly string[];
  readonly dwellings: readonly string[];
  /** What a filled home shall be. */
  readonly occupancy?: LivedIn | undefined;
  readonly on: string;
}

/** Brings what was touched in order; the reasons say what it cannot put right by itself. */
export const settle = (draft: Draft, touched: Touched): Reason[] => {
  for (const id of new Set([...touched.joined, ...touched.left])) settleHousehold(draft, id, touched.on);
  for (const id of new Set(touched.dwellings)) settleDwelling(draft, id, touched.occupancy);
  return [
    ...touched.joined.flatMap((id) => [...checkHousehold(presentIn(draft, id)), ...twoLowIncome(draft, id)]),
    ...touched.left
      .filter((id) => !touched.joined.includes(id))
      .flatMap((id) => checkHead(presentIn(draft, id))),
  ];
};
