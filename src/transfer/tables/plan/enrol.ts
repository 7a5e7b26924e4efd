/**
 * Makes a resident of somebody whom a register names and who is not on record: in a household of the home, or with one of their own.
 * The edit is not taken yet: it is only worth something together with the record that the row is about.
 */
import { addHousehold, addResident, type HomeContext } from '../../../domain/operations/index.ts';
import type { Relation } from '../../../domain/operations/relations.ts';
import type { Edit } from '../../../domain/edit.ts';
import { type Reason, reasonOf, refuse, type Result, ok } from '../../../domain/reasons.ts';
import type { Household, Resident } from '../../../domain/records/index.ts';
import type { PlanContext } from './context.ts';
import type { UnknownPerson } from './find-people.ts';
import { newResidentOf, type PersonRow } from './person-row.ts';
import { type RowValues, textOf, type Value } from './row-reader.ts';
import { homeAfter } from './working.ts';

export interface Enrolled {
  readonly edit: Edit;
  readonly resident: Resident;
  /** The home as it is with the newcomer. */
  readonly home: HomeContext;
  readonly warnings: readonly Reason[];
}

/** What of a register's row is said of the person, under the names that a roster of residents has for it. */
const SAYS: Readonly<Record<string, string>> = {
  name: 'name',
  citizenId: 'citizenId',
  idBirthDate: 'idBirthDate',
  idSex: 'idSex',
  sex: 'sex',
  birthDate: 'birthDate',
  age: 'age',
  phone: 'phone',
  marital: 'marital',
  education: 'education',
  place: 'registeredAddress',
  employer: 'workplace',
  unitName: 'workplace',
};

const personRow = (row: RowValues): RowValues => {
  const values: Record<string, Value> = {};
  for (const [from, to] of Object.entries(SAYS)) {
    const value = row.values[from];
    if (value !== undefined) values[to] = value;
  }
  return { ...row, values };
};

const isHead = (relation: Relation | null): boolean => relation === '01' || relation === '02';

const because = (code: string, zh: string, en: string): Reason => reasonOf(code, zh, en, 'relation');

/** Where a newcomer belongs: a household that is there, a new one, or nowhere before a person has decided. */
const householdFor = (
  relation: Relation | null,
  arrives: boolean,
  home: HomeContext,
): { readonly household: Household | null } | { readonly reason: Reason } => {
  const active = home.households.filter(({ state }) => state === 'active');
  if (arrives) {
    // Who came together shares a household; a family that was there before is another one, unless the newcomer is related to it.
    const ofArrivals = active.findLast(({ id }) =>
      home.floating.some((f) => f.householdId === id && f.state === 'active' && f.direction === 'in'),
    );
    if (isHead(relation)) return { household: null };
    const related = relation !== null && relation !== '99';
    return { household: ofArrivals ?? (related && active.length === 1 ? (active[0] ?? null) : null) };
  }
  const [only = null] = active;
  if (active.length > 1)
    return {
      reason: because(
        'person.whichHousehold',
        `这套住房里有 ${active.length} 户，不知道此人属于哪一户，请先在住房里登记为居民。`,
        `There are ${active.length} households in this home; register the person in the right one first.`,
      ),
    };
  if (only === null || !isHead(relation)) return { household: only };
  const head = home.residents.find(({ id }) => id === only.headId)?.personal.name ?? '';
  return {
    reason: because(
      'person.otherHead',
      `这套住房已有一户，户主是“${head}”；请改正与户主关系，或先在住房里登记这一户。`,
      `There is a household in this home, with “${head}” as head; correct the relation, or register this household first.`,
    ),
  };
};

const registered = (name: string): Reason =>
  reasonOf(
    'person.registered',
    `“${name}”原来没有登记，已按这一行登记为居民，请核对。`,
    `“${name}” was not on record and is registered as a resident by this row; please check.`,
    'name',
  );

const assumed = (unrelated: boolean): Reason =>
  because(
    'import.relationUnknown',
    `没有填写与户主关系，按“${unrelated ? '非亲属' : '其他亲属'}”登记，请核对。`,
    `No relation to the head is given; “${unrelated ? 'not related' : 'other relative'}” was recorded. Check it.`,
  );

/** `home`: as planned so far. */
export const enrol = (
  { row, facts, dwellingId }: UnknownPerson,
  home: HomeContext,
  context: PlanContext,
): Result<Enrolled> => {
  const relation = (textOf(row, 'relation') as Relation | undefined) ?? null;
  const isFloating = context.kind.kind === 'floating';
  const arrives = isFloating && textOf(row, 'direction') !== 'out';
  const found = householdFor(relation, arrives, home);
  if ('reason' in found) return refuse(found.reason);
  const person: PersonRow = { read: personRow(row), dwellingId, relation, facts };
  const told = newResidentOf(person, context);
  // Who is registered as having come from elsewhere is not registered here, whatever else the row leaves out.
  const input = arrives
    ? {
        ...told,
        registration: told.registration === 'separated' ? told.registration : ('elsewhere' as const),
        since: textOf(row, 'from') ?? null,
      }
    : told;
  const { household } = found;
  const joinsAs: Relation = relation !== null && !isHead(relation) ? relation : arrives ? '99' : '97';
  const made = household
    ? addResident.run({ home, household }, { relation: joinsAs, resident: input }, context.stamp)
    : addHousehold.run({ home }, { personal: {}, head: input }, context.stamp);
  if (!made.ok) return made;
  const edit = made.value;
  const after = homeAfter(home, edit);
  const before = new Set(home.residents.map(({ id }) => id));
  const resident = after.residents.find(({ id }) => !before.has(id));
  if (!resident) throw new Error(`row ${row.row} made no resident`);
  const guessed = household !== null && relation === null ? [assumed(joinsAs === '99')] : [];
  return ok({ edit, resident, home: after, warnings: [registered(facts.name), ...guessed] });
};
