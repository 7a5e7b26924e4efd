/**
 * Rows to households: the same 户号 in one home; without one, from a row of a head to the next; without relations, the same home. Members
 * whose address cell is empty live where the row above them does, as people leave out what repeats.
 */
import type { Relation } from '../../../domain/operations/relations.ts';
import { addressOf, homeReason, placeCandidates, type PlanContext, writtenAddress } from './context.ts';
import { birthReasons, factsOf, type PersonRow } from './person-row.ts';
import { type RowValues, textOf } from './row-reader.ts';

export interface Group {
  readonly dwellingId: string;
  readonly householdNo: string | null;
  readonly persons: PersonRow[];
  /** Rows that belong to it and were rejected, with their relation: without its head a household cannot be made. */
  readonly rejected: { readonly row: number; readonly relation: Relation | null }[];
}

const isHead = (relation: Relation | null): boolean => relation === '02';

interface Open {
  group: Group | null;
  /** Where the rows so far live, for rows that do not say. */
  dwellingId: string | null;
  householdNo: string | null;
}

/** Makes the groups; rows that cannot be read or have no home are rejected at once. */
export const groupRows = (rows: readonly RowValues[], context: PlanContext): Group[] => {
  const groups: Group[] = [];
  const byKey = new Map<string, Group>();
  const open: Open = { group: null, dwellingId: null, householdNo: null };
  const hasRelations = context.has('relation');

  const groupFor = (row: RowValues, dwellingId: string, relation: Relation | null): Group => {
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
    const group: Group = { dwellingId, householdNo, persons: [], rejected: [] };
    groups.push(group);
    if (key !== null) byKey.set(key, group);
    return group;
  };

  for (const read of rows) {
    const relation = (textOf(read, 'relation') as Relation | undefined) ?? null;
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
      ...(facts.name === ''
        ? [
            context.at(
              read,
              { code: 'resident.noName', zh: '没有填写姓名。', en: 'There is no name.' },
              'name',
            ),
          ]
        : []),
      // A wrong ID says already why nothing is known of the birth.
      ...(read.errors.length > 0
        ? []
        : birthReasons(read, facts.birth).map((reason) => context.at(read, reason))),
    ];
    if (reasons.length > 0) {
      group.rejected.push({ row: read.row, relation });
      context.reject(read, reasons);
    } else group.persons.push({ read, dwellingId, relation, facts });
  }
  return groups;
};
