/**
 * Tables about people: memberships and duties, floating registrations, assistance, care needs, building heads, visits. Each row is one record of
 * its person, registered by the domain's operation, or corrected where it is there; where the office wants it, a person who is not on
 * record is registered with it.
 */
import type { Edit } from '../../../domain/edit.ts';
import { registerVisit } from '../../../domain/operations/index.ts';
import { type Reason, reasonOf, type Result } from '../../../domain/reasons.ts';
import type { Resident, Visit } from '../../../domain/records/index.ts';
import {
  addressOf,
  homeReason,
  homeUnread,
  placeCandidates,
  type PlanContext,
  writtenAddress,
} from './context.ts';
import { enrol } from './enrol.ts';
import { findPeople, type FoundPerson, otherName, type UnknownPerson } from './find-people.ts';
import { type Books, personalOf, type Planner, PLANNERS, visitKey, dutyKey } from './attached-kinds.ts';
import { nameBook } from './names.ts';
import type { Candidate } from './outcome.ts';
import { amend, patchOf } from './patch.ts';
import { factsOf } from './person-row.ts';
import { type RowValues, textOf } from './row-reader.ts';
import type { RowStore } from './row-store.ts';

const ROWS_OF_A_BATCH = 500;
/** Rows whose people are looked up together. */
const ROWS_AT_ONCE = 2_000;

export const ATTACHED_KINDS: ReadonlySet<string> = new Set(Object.keys(PLANNERS));

const readBooks = async ({ existing, kind }: PlanContext): Promise<Books> => ({
  branches: nameBook(kind.kind === 'memberships' ? await existing.all('partyBodies') : []),
  heads: kind.kind === 'buildingHeads' ? [...(await existing.all('buildingHeads'))] : [],
  visits: new Map(
    kind.kind === 'visits' ? (await existing.all('visits')).map((visit) => [visitKey(visit), visit]) : [],
  ),
  duties: new Map(
    kind.kind === 'duties' ? (await existing.all('duties')).map((duty) => [dutyKey(duty), duty]) : [],
  ),
});

/** Lists that later rows of the same file look into. */
const keepBooks = (books: Books, edit: Edit | null): void => {
  for (const change of edit?.changes ?? []) {
    if (!('put' in change)) continue;
    if (change.table === 'duties') books.duties.set(dutyKey(change.put), change.put);
    if (change.table === 'visits') books.visits.set(visitKey(change.put), change.put);
    if (change.table !== 'buildingHeads') continue;
    const { put } = change;
    const at = books.heads.findIndex(({ id }) => id === put.id);
    if (at < 0) books.heads.push(put);
    else books.heads[at] = put;
  }
};

const refuseRow = (
  row: RowValues,
  reasons: readonly Reason[],
  candidates: readonly Candidate[],
  context: PlanContext,
): void => {
  const place = reasons.some(({ code }) => code.startsWith('address.'))
    ? context.directory.resolveColumns(addressOf(row))
    : null;
  context.reject(
    row,
    reasons.map((reason) => context.at(row, reason)),
    { candidates: place ? placeCandidates(place) : candidates },
  );
};

const warningsOf = (row: RowValues, warnings: readonly Reason[], context: PlanContext) =>
  warnings.map((reason) => context.at(row, reason, undefined, 'warning'));

/** A row about a person who is on record; the person as planned so far. */
const planOne = (found: FoundPerson, planner: Planner, context: PlanContext, books: Books): void => {
  const { row } = found;
  const resident: Resident = context.working.resident(found.resident);
  const home = context.working.home(resident.dwellingId);
  const candidates = [context.candidateOf(resident)];
  if (!home) {
    refuseRow(row, [{ ...homeUnread, field: 'address' }], candidates, context);
    return;
  }
  const planned = planner({ row, resident, home }, context, books);
  const { result } = planned;
  if (!result.ok) {
    refuseRow(row, result.reasons, candidates, context);
    return;
  }
  keepBooks(books, result.value);
  const records = context.apply(result.value);
  const warnings = planned.as === 'imported' ? (planned.warnings ?? []) : [];
  context.accept(
    row,
    result.value === null ? 'unchanged' : planned.as,
    records,
    warningsOf(row, warnings, context),
  );
};

/** The same for each person who is not on record, in every row of the file. */
const identityOf = ({ facts, dwellingId }: UnknownPerson): string =>
  facts.citizenId ?? `${facts.name}/${facts.birth.date}/${dwellingId}`;

/** A row about somebody who is not on record: a resident is made with the record, or neither. */
const planNewcomer = (
  one: UnknownPerson,
  planner: Planner,
  context: PlanContext,
  books: Books,
  made: Map<string, Resident>,
): void => {
  const { row, facts, dwellingId } = one;
  const identity = identityOf(one);
  const earlier = made.get(identity);
  if (earlier && earlier.personal.name !== facts.name) {
    refuseRow(row, [otherName(earlier, facts.name)], [context.candidateOf(earlier)], context);
    return;
  }
  if (earlier) {
    planOne({ row, resident: earlier }, planner, context, books);
    return;
  }
  const home = context.working.home(dwellingId);
  if (!home) {
    refuseRow(row, [{ ...homeUnread, field: 'address' }], [], context);
    return;
  }
  const enrolled = enrol(one, home, context);
  if (!enrolled.ok) {
    refuseRow(row, enrolled.reasons, [], context);
    return;
  }
  const { edit, resident, home: after, warnings } = enrolled.value;
  const planned = planner({ row, resident, home: after }, context, books);
  const { result } = planned;
  if (!result.ok) {
    refuseRow(row, result.reasons, [], context);
    return;
  }
  const ofPerson = context.apply(edit);
  made.set(identity, resident);
  keepBooks(books, result.value);
  const told = planned.as === 'imported' ? (planned.warnings ?? []) : [];
  const records = [...ofPerson, ...context.apply(result.value)];
  context.accept(row, 'imported', records, warningsOf(row, [...warnings, ...told], context));
};

const isHead = ({ row }: UnknownPerson): boolean => ['01', '02'].includes(textOf(row, 'relation') ?? '');

/** In one home: who is on record first, then newcomers, heads of households before their members. */
const inOrder = (people: readonly Waiting[]): Waiting[] => {
  const heads = new Set(
    people.flatMap(({ isHead: leads, about }) => (leads && 'identity' in about ? [about.identity] : [])),
  );
  const rank = ({ about }: Waiting): number =>
    'identity' in about ? (heads.has(about.identity) ? 1 : 2) : 0;
  return [...people].sort((a, b) => rank(a) - rank(b));
};

/** Rows about a home and nobody in it: only a visit can be that. */
const planHomeVisit = (row: RowValues, context: PlanContext, books: Books): void => {
  const place = context.directory.resolveColumns(addressOf(row));
  const on = textOf(row, 'on');
  if (!place || !('buildingId' in place) || on === undefined || row.errors.length > 0) {
    const reason =
      on === undefined
        ? reasonOf('visit.noDate', '没有填写走访日期。', 'There is no date of the visit.', 'on')
        : homeReason(place, writtenAddress(row));
    context.reject(row, row.errors.length > 0 ? row.errors : [context.at(row, reason)], {
      candidates: place ? placeCandidates(place) : [],
    });
    return;
  }
  const patch = patchOf(context.kind, row);
  const dwellingId = place.found === 'dwelling' ? place.dwellingId : null;
  const before = books.visits.get(
    visitKey({ residentId: null, dwellingId, on, kind: patch['kind'] as Visit['kind'] }),
  );
  const input = { ...patch, personal: personalOf(patch) } as unknown as Parameters<
    typeof registerVisit.run
  >[1];
  const result: Result<Edit | null> = before
    ? amend('visits', before, patch, context.stamp)
    : registerVisit.run({ buildingId: place.buildingId, dwellingId }, input, context.stamp);
  if (!result.ok) {
    context.reject(
      row,
      result.reasons.map((reason) => context.at(row, reason)),
    );
    return;
  }
  keepBooks(books, result.value);
  context.accept(
    row,
    result.value === null ? 'unchanged' : before ? 'updated' : 'imported',
    context.apply(result.value),
  );
};

/** A row whose person is known, until the turn of its home: where it lies in the store, and who it is about. */
interface Waiting {
  readonly at: number;
  readonly isHead: boolean;
  readonly about: Resident | { readonly identity: string; readonly dwellingId: string };
}
type Found = FoundPerson | UnknownPerson;

const waitingOf = (at: number, one: Found): Waiting => ({
  at,
  isHead: !('resident' in one) && isHead(one),
  about: 'resident' in one ? one.resident : { identity: identityOf(one), dwellingId: one.dwellingId },
});

const foundOf = ({ at, about }: Waiting, rows: RowStore, { today }: PlanContext): Found => {
  const row = rows.get(at);
  return 'identity' in about
    ? { row, facts: factsOf(row, today), dwellingId: about.dwellingId }
    : { row, resident: about };
};

/** Who each row is about, some rows at a time; of visits, those to nobody in particular are planned at once. */
async function* findAll(rows: RowStore, context: PlanContext, books: Books): AsyncGenerator<void, Waiting[]> {
  const waiting: Waiting[] = [];
  const namesSomebody = ({ values }: RowValues): boolean => 'name' in values || 'citizenId' in values;
  for (let at = 0; at < rows.length; ) {
    const placeOf = new Map<RowValues, number>();
    for (; at < rows.length && placeOf.size < ROWS_AT_ONCE; at++) {
      const row = rows.get(at);
      if (context.kind.kind !== 'visits' || namesSomebody(row)) placeOf.set(row, at);
      else planHomeVisit(row, context, books);
    }
    for (const one of await findPeople([...placeOf.keys()], context))
      waiting.push(waitingOf(placeOf.get(one.row) ?? 0, one));
    // Nobody's home has been changed by now.
    context.working.forget();
    // Visits to a home may amend one another, and no record may be named in two chunks.
    if (context.kind.kind !== 'visits' && context.outcomes.length >= ROWS_OF_A_BATCH) yield;
  }
  return waiting;
}

/** Pauses after each batch, when its changes are complete. */
export async function* planAttached(rows: RowStore, context: PlanContext): AsyncGenerator<void> {
  const planner = PLANNERS[context.kind.kind];
  if (!planner) throw new RangeError(`${context.kind.kind} is no table about people`);
  const books = await readBooks(context);
  const people = yield* findAll(rows, context, books);
  // What lies in one home is planned in one batch; buildings may have two heads one after the other, so those are one batch.
  const byHome = new Map<string, Waiting[]>();
  const homeOfNewcomer = new Map<string, string>();
  const homeOf = ({ about }: Waiting): string => {
    if (!('identity' in about)) return about.dwellingId;
    // Rows of one newcomer belong together, wherever each says that the person lives.
    const first = homeOfNewcomer.get(about.identity) ?? about.dwellingId;
    homeOfNewcomer.set(about.identity, first);
    return first;
  };
  for (const one of people) {
    const key = context.kind.kind === 'buildingHeads' ? '' : homeOf(one);
    const list = byHome.get(key);
    if (list) list.push(one);
    else byHome.set(key, [one]);
  }
  const made = new Map<string, Resident>();
  let batch: Waiting[] = [];
  const run = async (): Promise<void> => {
    await context.working.load(batch.map(homeOf));
    for (const each of batch) {
      const one = foundOf(each, rows, context);
      if ('resident' in one) planOne(one, planner, context, books);
      else planNewcomer(one, planner, context, books, made);
    }
    batch = [];
  };
  for (const ofHome of byHome.values()) {
    batch.push(...inOrder(ofHome));
    if (batch.length < ROWS_OF_A_BATCH) continue;
    await run();
    yield;
    context.working.forget();
  }
  await run();
  yield;
  context.working.forget();
}
