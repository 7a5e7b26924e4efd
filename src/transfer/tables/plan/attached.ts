/**
 * Tables about recorded people: memberships, floating registrations, assistance, care needs, building heads, visits. Each row is one
 * record of its person, registered by the domain's operation, or corrected where it is there.
 */
import type { Edit } from '../../../domain/edit.ts';
import { registerVisit } from '../../../domain/operations/index.ts';
import { reasonOf, type Result } from '../../../domain/reasons.ts';
import type { Resident, Visit } from '../../../domain/records/index.ts';
import {
  addressOf,
  homeReason,
  homeUnread,
  placeCandidates,
  type PlanContext,
  writtenAddress,
} from './context.ts';
import { findPeople, type FoundPerson } from './find-people.ts';
import { type Books, personalOf, type Planner, PLANNERS, visitKey } from './attached-kinds.ts';
import { nameBook } from './names.ts';
import type { Candidate } from './outcome.ts';
import { amend, patchOf } from './patch.ts';
import { type RowValues, textOf } from './row-reader.ts';

const ROWS_OF_A_BATCH = 500;

export const ATTACHED_KINDS: ReadonlySet<string> = new Set(Object.keys(PLANNERS));

const readBooks = async ({ existing, kind }: PlanContext): Promise<Books> => ({
  branches: nameBook(kind.kind === 'memberships' ? await existing.all('partyBodies') : []),
  heads: kind.kind === 'buildingHeads' ? [...(await existing.all('buildingHeads'))] : [],
  visits: new Map(
    kind.kind === 'visits' ? (await existing.all('visits')).map((visit) => [visitKey(visit), visit]) : [],
  ),
});

/** Lists that later rows of the same file look into. */
const keepBooks = (books: Books, edit: Edit | null): void => {
  for (const change of edit?.changes ?? []) {
    if (!('put' in change)) continue;
    if (change.table === 'visits') books.visits.set(visitKey(change.put), change.put);
    if (change.table !== 'buildingHeads') continue;
    const { put } = change;
    const at = books.heads.findIndex(({ id }) => id === put.id);
    if (at < 0) books.heads.push(put);
    else books.heads[at] = put;
  }
};

/** Rows of one person's home, one after the other; the person as planned so far. */
const planOne = (found: FoundPerson, planner: Planner, context: PlanContext, books: Books): void => {
  const { row } = found;
  const resident: Resident = context.working.resident(found.resident);
  const home = context.working.home(resident.dwellingId);
  if (!home) {
    context.reject(row, [context.at(row, homeUnread, 'address')], {
      candidates: [context.candidateOf(resident)],
    });
    return;
  }
  const planned = planner({ row, resident, home }, context, books);
  const { result } = planned;
  if (!result.ok) {
    const candidates: Candidate[] = [context.candidateOf(resident)];
    const place = result.reasons.some(({ code }) => code.startsWith('address.'))
      ? context.directory.resolveColumns(addressOf(row))
      : null;
    context.reject(
      row,
      result.reasons.map((reason) => context.at(row, reason)),
      {
        candidates: place ? placeCandidates(place) : candidates,
      },
    );
    return;
  }
  keepBooks(books, result.value);
  const records = context.apply(result.value);
  const warnings = (planned.as === 'imported' ? (planned.warnings ?? []) : []).map((reason) =>
    context.at(row, reason, undefined, 'warning'),
  );
  context.accept(row, result.value === null ? 'unchanged' : planned.as, records, warnings);
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

/** Pauses after each batch, when its changes are complete. */
export async function* planAttached(rows: readonly RowValues[], context: PlanContext): AsyncGenerator<void> {
  const planner = PLANNERS[context.kind.kind];
  if (!planner) throw new RangeError(`${context.kind.kind} is no table about people`);
  const books = await readBooks(context);
  const about =
    context.kind.kind === 'visits'
      ? rows.filter(({ values }) => 'name' in values || 'citizenId' in values)
      : rows;
  const found = await findPeople(about, context);
  const names = new Set(about);
  for (const row of rows) if (!names.has(row)) planHomeVisit(row, context, books);
  // What lies in one home is planned in one batch; buildings may have two heads one after the other, so those are one batch.
  const byHome = new Map<string, FoundPerson[]>();
  for (const one of found) {
    const key = context.kind.kind === 'buildingHeads' ? '' : one.resident.dwellingId;
    byHome.set(key, [...(byHome.get(key) ?? []), one]);
  }
  let batch: FoundPerson[] = [];
  const run = async (): Promise<void> => {
    await context.working.load(batch.map(({ resident }) => resident.dwellingId));
    for (const one of batch) planOne(one, planner, context, books);
    batch = [];
  };
  for (const ofHome of byHome.values()) {
    batch.push(...ofHome);
    if (batch.length < ROWS_OF_A_BATCH) continue;
    await run();
    yield;
    context.working.forget();
  }
  await run();
  yield;
  context.working.forget();
}
