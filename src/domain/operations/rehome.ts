/** Takes a person, with every record that follows the person, to another home or household within the community. */
import { checkNotFuture, checkOrder } from '../checks/dates.ts';
import { isRealDate } from '../dates.ts';
import { fieldName } from '../field-names.ts';
import type { Resident } from '../records/index.ts';
import { type Reason, reasonOf } from '../reasons.ts';
import type { Draft } from './draft.ts';
import type { HomeContext } from './home.ts';

/** Where to. `householdId` may be one that the draft has just made. */
export interface Destination {
  readonly home: HomeContext;
  readonly householdId: string;
  readonly on: string;
  /** The 户籍 moves as well. Otherwise it stays where it is. */
  readonly registrationMoves: boolean;
}

type Registration = Pick<Resident, 'registration' | 'registeredDwellingId'>;

/** Who was registered here and moves without the 户籍 is from now on registered elsewhere, in the home left. */
const registrationAfter = (resident: Resident, dwellingId: string, moves: boolean): Registration => {
  if (moves || resident.registeredDwellingId === dwellingId)
    return { registration: 'here', registeredDwellingId: null };
  if (resident.registration === 'here')
    return { registration: 'separated', registeredDwellingId: resident.dwellingId };
  return { registration: resident.registration, registeredDwellingId: resident.registeredDwellingId };
};

export const rehome = (draft: Draft, resident: Resident, destination: Destination): Resident => {
  const { home, householdId } = destination;
  const place = { buildingId: home.building.id, dwellingId: home.dwelling.id };
  const elsewhere = resident.dwellingId !== place.dwellingId;
  const moved = draft.update('residents', resident, {
    ...place,
    householdId,
    ...(elsewhere
      ? {
          since: destination.on,
          ...registrationAfter(resident, place.dwellingId, destination.registrationMoves),
        }
      : {}),
  });
  const mine = (record: { residentId: string | null }): boolean => record.residentId === resident.id;
  for (const record of draft.all('memberships').filter(mine)) draft.update('memberships', record, place);
  for (const record of draft.all('careNeeds').filter(mine)) draft.update('careNeeds', record, place);
  for (const record of draft.all('floatingRegistrations').filter(mine))
    draft.update('floatingRegistrations', record, { ...place, householdId });
  for (const record of draft.all('assistances').filter(mine))
    draft.update('assistances', record, { ...place, householdId });
  if (elsewhere)
    for (const matter of draft.all('matters').filter((m) => mine(m) && m.open && followsPerson(m)))
      draft.update('matters', matter, { ...place, gridId: home.building.gridId });
  return moved;
};

/** A service for a person goes where the person goes; a broken lamp or a leak stays where it is. */
const followsPerson = (matter: { serviceId: string | null; dwellingId: string | null }): boolean =>
  matter.serviceId !== null && matter.dwellingId !== null;

/** What was granted to a household as a whole goes with the whole household. */
export const rehomeAssistance = (
  draft: Draft,
  fromHouseholdId: string,
  to: Pick<Destination, 'home' | 'householdId'>,
): void => {
  for (const assistance of draft.all('assistances'))
    if (assistance.householdId === fromHouseholdId)
      draft.update('assistances', assistance, {
        buildingId: to.home.building.id,
        dwellingId: to.home.dwelling.id,
        householdId: to.householdId,
      });
};

/** The day of a move or a departure: it exists, is not in the future, and not before the person came or was born. */
export const checkEventDate = (
  on: string,
  residents: readonly Resident[],
  today: string,
  field = 'on',
): Reason[] => {
  if (!isRealDate(on))
    return [
      reasonOf(
        'date.form',
        `日期“${on}”不是日历上的日期，请写成 2026-03-05 的样子。`,
        `The date “${on}” is no day of the calendar; write it as 2026-03-05.`,
        field,
      ),
    ];
  const name = fieldName('', 'on');
  return [
    ...checkNotFuture(on, name, field, today),
    ...residents.flatMap((r) => [
      ...checkOrder(r.since, fieldName('residents', 'since'), on, name, field),
      ...checkOrder(r.personal.birthDate, fieldName('residents', 'birthDate'), on, name, field),
    ]),
  ].slice(0, 1);
};
