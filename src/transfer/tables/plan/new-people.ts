/**
 * New people of one group: a household of their own, or members of one that is there. The domain's operations decide; where they
 * refuse a household, it is found out whose row is to blame, and the others are taken without it.
 */
import { type Edit, isDelete } from '../../../domain/edit.ts';
import {
  addHousehold,
  addResident,
  type HomeContext,
  type LivedIn,
  relationToNewHead,
  suggestHead,
} from '../../../domain/operations/index.ts';
import type { Relation } from '../../../domain/operations/relations.ts';
import type { Reason } from '../../../domain/reasons.ts';
import type { Household, TableName } from '../../../domain/records/index.ts';
import type { PlanContext } from './context.ts';
import type { Group } from './groups.ts';
import { because, blamed, type Newcomer, newcomerOf } from './newcomer.ts';
import type { PersonRow } from './person-row.ts';
import { textOf } from './row-reader.ts';

/** Which record each row became. */
export type Resolved = Map<PersonRow, string>;

const HEADS: readonly (Relation | null)[] = ['01', '02'];

const rejectAll = (people: readonly Newcomer[], reasons: readonly Reason[], context: PlanContext): void => {
  for (const { person } of people)
    context.reject(
      person.read,
      reasons.map((reason) => context.at(person.read, reason)),
    );
};

const headRejected = (rows: readonly number[]): Reason =>
  because(
    'headRejected',
    `同户的户主（第 ${rows.join('、')} 行）未能导入，请修正户主那一行后整户一起导入。`,
    `The head of this household (row ${rows.join(', ')}) was rejected; correct that row and import the household together.`,
  );

const acceptCreated = (
  edit: Edit,
  people: readonly Newcomer[],
  resolved: Resolved,
  context: PlanContext,
): void => {
  context.apply(edit);
  const created = edit.changes.filter(
    (change) => !isDelete(change) && change.table === 'residents' && change.expect === null,
  );
  const household = edit.changes.find(
    (change) => !isDelete(change) && change.table === 'households' && change.expect === null,
  );
  for (const [i, { person }] of people.entries()) {
    const change = created[i];
    if (!change || isDelete(change)) throw new Error(`row ${person.read.row} made no record`);
    resolved.set(person, change.put.id);
    context.takenPeople.add(change.put.id);
    const records: { table: TableName; id: string }[] = [{ table: 'residents', id: change.put.id }];
    if (i === 0 && household && !isDelete(household))
      records.unshift({ table: 'households', id: household.put.id });
    const guessed = person.relation === null && i > 0 ? [relationUnknown(person, context)] : [];
    context.accept(person.read, 'imported', records, guessed);
  }
};

const relationUnknown = (person: PersonRow, context: PlanContext) =>
  context.at(
    person.read,
    because(
      'relationUnknown',
      '没有填写与户主关系，按“其他亲属”登记，请核对。',
      'No relation to the head is given; “other relative” was recorded. Check it.',
    ),
    'relation',
    'warning',
  );

const occupancyOf = (people: readonly Newcomer[]): LivedIn | undefined => {
  const told = people
    .map(({ person }) => textOf(person.read, 'occupancy'))
    .find((code) => code === 'owner' || code === 'let');
  return told as LivedIn | undefined;
};

/** Who is head, and how the others are related to that one; rows that claim to be head as well are rejected. */
const findHead = (
  people: readonly Newcomer[],
  context: PlanContext,
): { head: Newcomer; named: boolean } | null => {
  const heads = people.filter(({ person }) => person.relation === '02');
  const selves = heads.length > 0 ? heads : people.filter(({ person }) => person.relation === '01');
  const [first, ...others] = selves;
  if (first) {
    rejectAll(
      others,
      [
        because(
          'twoHeads',
          `这户已有户主（第 ${first.person.read.row} 行“${first.person.facts.name}”），一户只能有一个户主，请改正关系或户号。`,
          `This household has a head already (row ${first.person.read.row}, “${first.person.facts.name}”); correct the relation or the household number.`,
        ),
      ],
      context,
    );
    return { head: first, named: true };
  }
  const [only = null] = people;
  if (people.every(({ person }) => person.relation === null)) return only && { head: only, named: false };
  const suggested = suggestHead(
    people.map(({ sketch, person }) => ({ ...sketch(), id: String(person.read.row) })),
    context.today,
  );
  const head = people.find(({ person }) => String(person.read.row) === suggested?.id);
  return head ? { head, named: false } : null;
};

const makeHousehold = (
  group: Group,
  everybody: readonly Newcomer[],
  home: HomeContext,
  resolved: Resolved,
  context: PlanContext,
): void => {
  const found = findHead(everybody, context);
  if (!found) return;
  const { head, named } = found;
  const people = everybody.filter(
    (one) => one === head || !(named && one.person.relation === head.person.relation),
  );
  const members = people.filter((one) => one !== head);
  const relationOf = (one: Newcomer): Relation => {
    if (!named && head.person.relation !== null) return relationToNewHead(one.sketch(), head.sketch());
    const { relation } = one.person;
    return relation === null || HEADS.includes(relation) ? '97' : relation;
  };
  const phone = textOf(head.person.read, 'householdPhone');
  const result = addHousehold.run(
    { home },
    {
      personal: {
        ...(group.householdNo === null ? {} : { bookletNo: group.householdNo }),
        ...(phone === undefined ? {} : { phone }),
      },
      head: head.input,
      members: members.map((one) => ({ relation: relationOf(one), resident: one.input })),
      occupancy: occupancyOf(people),
    },
    context.stamp,
  );
  if (result.ok) {
    acceptCreated(result.value, [head, ...members], resolved, context);
    return;
  }
  const guilty = blamed(people, head);
  if (guilty.size === 0) {
    rejectAll(people, result.reasons, context);
    return;
  }
  for (const [one, reasons] of guilty)
    context.reject(
      one.person.read,
      reasons.map((reason) => context.at(one.person.read, reason)),
    );
  const rest = people.filter((one) => !guilty.has(one));
  if (rest.length === 0) return;
  if (named && guilty.has(head)) rejectAll(rest, [headRejected([head.person.read.row])], context);
  else makeHousehold(group, rest, home, resolved, context);
};

const joinHousehold = (
  one: Newcomer,
  household: Household,
  resolved: Resolved,
  context: PlanContext,
): void => {
  const { person, input } = one;
  const home = context.working.home(person.dwellingId);
  if (!home) throw new Error(`home ${person.dwellingId} was not loaded`);
  const { relation } = person;
  if (HEADS.includes(relation)) {
    const head = home.residents.find((r) => r.id === household.headId);
    const name = head?.personal.name ?? '';
    rejectAll(
      [one],
      [
        because(
          'otherHead',
          `这户已有户主“${name}”，请先办理“变更户主”，或改正与户主关系。`,
          `This household has a head already, “${name}”; change the head first, or correct the relation.`,
        ),
      ],
      context,
    );
    return;
  }
  const result = addResident.run(
    { home, household },
    { relation: relation ?? '97', resident: input },
    context.stamp,
  );
  if (!result.ok) {
    rejectAll([one], result.reasons, context);
    return;
  }
  const records = context.apply(result.value).filter(({ table }) => table === 'residents');
  const [made] = records;
  if (made) {
    resolved.set(person, made.id);
    context.takenPeople.add(made.id);
  }
  context.accept(
    person.read,
    'imported',
    records,
    relation === null ? [relationUnknown(person, context)] : [],
  );
};

/** `household`: the one that recorded people of the group belong to, or that the group is by its number; null for a new one. */
export const planNewPeople = (
  group: Group,
  persons: readonly PersonRow[],
  household: Household | null,
  resolved: Resolved,
  context: PlanContext,
): void => {
  const people = persons.map((person) => newcomerOf(person, context));
  if (household) {
    for (const one of people) {
      // Each joining changes the household's size: it is asked for anew.
      const home = context.working.home(group.dwellingId);
      const now = home?.households.find(({ id }) => id === household.id) ?? household;
      joinHousehold(one, now, resolved, context);
    }
    return;
  }
  const lostHeads = group.rejected.filter(({ relation }) => relation === '02').map(({ row }) => row);
  if (lostHeads.length > 0 && !people.some(({ person }) => person.relation === '02')) {
    rejectAll(people, [headRejected(lostHeads)], context);
    return;
  }
  const home = context.working.home(group.dwellingId);
  if (!home) throw new Error(`home ${group.dwellingId} was not loaded`);
  makeHousehold(group, people, home, resolved, context);
};
