/**
 * Rows to households: the same 户号 in one home; without one, from a row of a head to the next; without relations, the same home. Members
 * whose address cell is empty live where the row above them does, as people leave out what repeats.
 */
import type { Relation } from '../../../domain/operations/relations.ts';
import type { Reason } from '../../../domain/reasons.ts';
import { addressOf, homeReason, placeCandidates, type PlanContext, writtenAddress } from './context.ts';
import { birthReasons, type Facts, factsOf, type PersonRow } from './person-row.ts';
import { type RowValues, textOf } from './row-reader.ts';
import type { RowStore } from './row-store.ts';

export interface Group {
  readonly dwellingId: string;
  readonly householdNo: string | null;
  readonly persons: PersonRow[];
  /** Rows that belong to it and were rejected, with their relation: without its head a household cannot be made. */
  readonly rejected: readonly Rejected[];
}

interface Rejected {
  readonly row: number;
  readonly relation: Relation | null;
}

/** A group before its turn: of its rows only where they are in the store, each with the one after it. */
export interface GroupOfRows {
  readonly dwellingId: string;
  readonly householdNo: string | null;
  /** -1: none of its rows is left. */
  first: number;
  last: number;
  rejected: Rejected[];
}

export interface GroupedRows {
  readonly groups: GroupOfRows[];
  readonly next: Int32Array;
}

/** Shared by the many groups of which every row is good. */
const NOBODY: Rejected[] = [];

const relationOf = (row: RowValues): Relation | null =>
  (textOf(row, 'relation') as Relation | undefined) ?? null;

/** The group with its people. */
export const groupOf = (group: GroupOfRows, next: Int32Array, rows: RowStore, today: string): Group => {
  const { dwellingId, householdNo, rejected } = group;
  const persons: PersonRow[] = [];
  for (let at = group.first; at >= 0; at = next[at] ?? -1) {
    const read = rows.get(at);
    persons.push({ read, dwellingId, relation: relationOf(read), facts: factsOf(read, today) });
  }
  return { dwellingId, householdNo, persons, rejected };
};

const isHead = (relation: Relation | null): boolean => relation === '02';

interface Open {
  group: GroupOfRows | null;
  /** Where the rows so far live, for rows that do not say. */
  dwellingId: string | null;
  householdNo: string | null;
}

/** Outcomes that are given out at once, by whoever asks for the next step. */
export const OUTCOMES_AT_ONCE = 500;
const ROWS_OF_A_STEP = 1_000;

const noName: Reason = { code: 'resident.noName', zh: '没有填写姓名。', en: 'There is no name.' };

/**
 * Makes the groups; `take` is told of everybody in one. Rows that cannot be read or have no home are rejected at once. It pauses
 * every so often, so that rejections can be given out and people be looked up.
 */
export function* groupRows(
  rows: RowStore,
  context: PlanContext,
  take: (facts: Facts, group: GroupOfRows) => void,
): Generator<void, GroupedRows> {
  const groups: GroupOfRows[] = [];
  const next = new Int32Array(rows.length).fill(-1);
  const byKey = new Map<string, GroupOfRows>();
  const open: Open = { group: null, dwellingId: null, householdNo: null };
  const hasRelations = context.has('relation');

  const groupFor = (row: RowValues, dwellingId: string, relation: Relation | null): GroupOfRows => {
    const householdNo = textOf(row, 'householdNo') ?? null;
    const headName = textOf(row, 'headName') ?? null;
    const key =
      householdNo !== null
        ? `no/${dwellingId}/${householdNo}`
        : headName !== null
          ? `head/${dwellingId}/${headName}`
          : hasRelations
            ? null
            : `home/${dwellingId}`;
    const known = key === null ? open.group : byKey.get(key);
    const fits =
      known !== null &&
      known !== undefined &&
      known.dwellingId === dwellingId &&
      (key !== null || !isHead(relation));
    if (fits) return known;
    const group: GroupOfRows = { dwellingId, householdNo, first: -1, last: -1, rejected: NOBODY };
    groups.push(group);
    if (key !== null) byKey.set(key, group);
    return group;
  };

  for (let at = 0; at < rows.length; at++) {
    if (at % ROWS_OF_A_STEP === ROWS_OF_A_STEP - 1) yield;
    const read = rows.get(at);
    const relation = relationOf(read);
    const place = context.directory.resolveColumns(addressOf(read));
    const householdNo = textOf(read, 'householdNo') ?? null;
    const follows =
      place === null &&
      open.dwellingId !== null &&
      (householdNo === null ? hasRelations && !isHead(relation) : householdNo === open.householdNo);
    const dwellingId = place?.found === 'dwelling' ? place.dwellingId : follows ? open.dwellingId : null;
    if (place !== null || !follows) {
      open.dwellingId = dwellingId;
      open.householdNo = householdNo;
    }
    if (dwellingId === null) {
      // Members below a head without a home have none either.
      if (isHead(relation)) open.group = null;
      const reason = context.at(
        read,
        homeReason(place, writtenAddress(read)),
        context.has('address') ? 'address' : 'room',
      );
      context.reject(read, [...read.errors, reason], { candidates: place ? placeCandidates(place) : [] });
      continue;
    }
    const group = groupFor(read, dwellingId, relation);
    open.group = group;
    const facts = factsOf(read, context.today);
    const reasons = [
      ...read.errors,
      ...(facts.name === '' ? [context.at(read, noName, 'name')] : []),
      // A wrong ID says already why nothing is known of the birth.
      ...(read.errors.length > 0
        ? []
        : birthReasons(read, facts.birth).map((reason) => context.at(read, reason))),
    ];
    if (reasons.length > 0) {
      if (group.rejected === NOBODY) group.rejected = [];
      group.rejected.push({ row: read.row, relation });
      context.reject(read, reasons);
      continue;
    }
    if (group.last < 0) group.first = at;
    else next[group.last] = at;
    group.last = at;
    take(facts, group);
  }
  return { groups, next };
}
