/** One group of a roster: who of it is recorded already, who has moved, who is new; and what the household itself says. */
import { checkRelation } from '../../../domain/checks/household.ts';
import type { Edit } from '../../../domain/edit.ts';
import {
  type HomeContext,
  moveHousehold,
  moveResident,
  suggestHead,
} from '../../../domain/operations/index.ts';
import type { Relation } from '../../../domain/operations/relations.ts';
import { ok, type Result, refuse } from '../../../domain/reasons.ts';
import type { Household, Resident } from '../../../domain/records/index.ts';
import { homeUnread, type PlanContext } from './context.ts';
import type { Group } from './groups.ts';
import type { Match } from './matching.ts';
import { planNewPeople, type Resolved } from './new-people.ts';
import type { RowOutcome } from './outcome.ts';
import { amend } from './patch.ts';
import { type PersonRow, residentPatch } from './person-row.ts';
import { textOf } from './row-reader.ts';

const isHead = (relation: Relation | null): boolean => relation === '01' || relation === '02';

/** The relation that the row corrects; none where either side is a head, or the file names no head to be related to. */
const relationPatch = (
  person: PersonRow,
  before: Resident,
  group: Group,
  home: HomeContext,
): { readonly relation?: Relation } => {
  const { relation } = person;
  const named = [...group.persons, ...group.rejected].some((one) => one.relation === '02');
  if (relation === null || !named || isHead(relation) || isHead(before.relation)) return {};
  if (relation === before.relation) return {};
  const head = home.residents.find(
    (r) => r.id === home.households.find(({ id }) => id === before.householdId)?.headId,
  );
  return head ? { relation } : {};
};

const update = (
  person: PersonRow,
  before: Resident,
  group: Group,
  context: PlanContext,
): Result<Edit | null> => {
  const home = context.working.home(before.dwellingId);
  const relation = home ? relationPatch(person, before, group, home) : {};
  const result = amend(
    'residents',
    before,
    { ...residentPatch(person, before, context), ...relation },
    context.stamp,
  );
  if (!result.ok || !('relation' in relation) || !home) return result;
  const head = home.residents.find((r) => r.householdId === before.householdId && r.relation === '02');
  const wrong = head ? checkRelation({ ...before, ...relation }, head) : [];
  return wrong.length > 0 ? refuse(...wrong) : result;
};

/** Where a mover goes: the household of the group at the new home, else one of its own. */
const move = (
  person: PersonRow,
  resident: Resident,
  movers: readonly Resident[],
  household: Household | null,
  context: PlanContext,
): Result<Edit | null> => {
  const now = context.working.resident(resident);
  const from = context.working.home(now.dwellingId);
  const to = context.working.home(person.dwellingId);
  if (!from || !to) return refuse(homeUnread);
  // It came along with its household.
  if (now.dwellingId === person.dwellingId) return ok(null);
  const on = textOf(person.read, 'since') ?? context.today;
  const own = from.households.find(({ id }) => id === now.householdId);
  const present = from.residents.filter((r) => r.householdId === now.householdId && r.status === 'present');
  const ids = new Set(movers.map(({ id }) => id));
  if (own && household === null && present.every(({ id }) => ids.has(id)))
    return moveHousehold.run({ home: from, household: own }, { to, on }, context.stamp);
  const relation = person.relation === null || isHead(person.relation) ? '97' : person.relation;
  return moveResident.run(
    { home: from, resident: now },
    {
      to,
      householdId: household?.id ?? null,
      ...(household ? { relation } : {}),
      on,
      successorId: suggestHead(
        present.filter(({ id }) => id !== now.id),
        context.today,
      )?.id,
    },
    context.stamp,
  );
};

/** The household that the group is: that of its recorded people, that of its number, or the only one of the home. */
const householdOf = (group: Group, recorded: readonly Resident[], context: PlanContext): Household | null => {
  const active = (context.working.home(group.dwellingId)?.households ?? []).filter(
    ({ state }) => state === 'active',
  );
  const ofPeople = recorded
    .filter((r) => r.dwellingId === group.dwellingId)
    .map((r) => active.find(({ id }) => id === r.householdId))
    .find((household) => household !== undefined);
  if (ofPeople) return ofPeople;
  const byNumber =
    group.householdNo === null
      ? undefined
      : active.find(({ personal }) => personal.bookletNo === group.householdNo);
  if (byNumber) return byNumber;
  const hasHead = [...group.persons, ...group.rejected].some(({ relation }) => relation === '02');
  const [only] = active;
  return active.length === 1 && only && !hasHead && group.householdNo === null ? only : null;
};

/** Number and phone of the household, from whichever row says them first. */
const amendHousehold = (group: Group, household: Household, context: PlanContext): Result<Edit | null> => {
  const phone = group.persons
    .map(({ read }) => textOf(read, 'householdPhone'))
    .find((text) => text !== undefined);
  const personal = {
    ...(group.householdNo === null ? {} : { bookletNo: group.householdNo }),
    ...(phone === undefined ? {} : { phone }),
  };
  return Object.keys(personal).length === 0
    ? ok(null)
    : amend('households', household, { personal }, context.stamp);
};

export const planGroup = (
  group: Group,
  matchOf: (person: PersonRow) => Match,
  resolved: Resolved,
  context: PlanContext,
): void => {
  if (!context.working.home(group.dwellingId)) {
    for (const { read } of group.persons) context.reject(read, [context.at(read, homeUnread, 'address')]);
    return;
  }
  const matches = group.persons.map((person) => ({ person, match: matchOf(person) }));
  const of = (as: Match['as']) => matches.filter(({ match }) => match.as === as);
  const recorded = matches.flatMap(({ match }) => ('resident' in match ? [match.resident] : []));
  const taken: { person: PersonRow; records: RowOutcome['records'] }[] = [];

  const take = (person: PersonRow, resident: Resident, before: RowOutcome['records']): void => {
    const result = update(person, context.working.resident(resident), group, context);
    resolved.set(person, resident.id);
    if (result.ok) taken.push({ person, records: [...before, ...context.apply(result.value)] });
    else
      context.reject(
        person.read,
        result.reasons.map((reason) => context.at(person.read, reason)),
      );
  };

  for (const { person, match } of of('recorded')) if ('resident' in match) take(person, match.resident, []);

  const moved = of('moved').sort(
    (a, b) => Number(isHead(b.person.relation)) - Number(isHead(a.person.relation)),
  );
  const movers = moved.flatMap(({ match }) => ('resident' in match ? [match.resident] : []));
  for (const { person, match } of moved) {
    if (!('resident' in match)) continue;
    const settled = recorded.map((r) => context.working.resident(r));
    const result = move(person, match.resident, movers, householdOf(group, settled, context), context);
    // Who came along with the household has moved as well.
    if (result.ok)
      take(person, match.resident, [
        ...context.apply(result.value),
        ...(result.value === null ? [{ table: 'residents' as const, id: match.resident.id }] : []),
      ]);
    else
      context.reject(
        person.read,
        result.reasons.map((reason) => context.at(person.read, reason)),
      );
  }

  const newcomers = of('new').map(({ person }) => person);
  const household = householdOf(
    group,
    recorded.map((r) => context.working.resident(r)),
    context,
  );
  if (newcomers.length > 0) planNewPeople(group, newcomers, household, resolved, context);

  for (const { person, match } of of('again')) {
    if (match.as !== 'again') continue;
    const id = resolved.get(match.earlier);
    const home = context.working.home(match.earlier.dwellingId);
    const resident = home?.residents.find((r) => r.id === id);
    // The earlier row was rejected: this one takes its place.
    if (resident) take(person, resident, []);
    else planNewPeople(group, [person], household, resolved, context);
  }

  const told = household ? amendHousehold(group, household, context) : ok(null);
  const records = told.ok ? context.apply(told.value) : [];
  for (const [i, { person, records: own }] of taken.entries()) {
    const all = i === 0 ? [...own, ...records] : own;
    context.accept(person.read, all.length > 0 ? 'updated' : 'unchanged', all);
  }
};
