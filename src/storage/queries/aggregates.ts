/**
 * Sums for a public screen: counts and nothing else. Records are read in a cursor's pages, counted and let go; no answer holds a name,
 * a number, a home or the id of a person.
 */
import { ageOfResident } from '../../domain/age.ts';
import { daysInMonth } from '../../domain/dates.ts';
import type { Duty } from '../../domain/records/index.ts';
import { floorWith } from '../commit/find-floors.ts';
import { recordsIn } from '../floors.ts';
import { type FloorRow, floorsOf } from '../schema/layout.ts';
import type { Store } from '../store.ts';
import { floorPages } from './scan.ts';

/** How many of what: `age:7:f` women of 35 to 39, `care:disabled`, `arrived:2026-09`. Absent is none. */
export type Tally = Map<string, number>;

export const AGE_BAND_YEARS = 5;
/** The last band is open: 90 and more. */
export const LAST_AGE_BAND = 18;
const FLOORS_PER_PAGE = 60;

export const addTo = (tally: Tally, key: string, by = 1): void => {
  tally.set(key, (tally.get(key) ?? 0) + by);
};
export const sumOf = (tallies: Iterable<Tally>): Tally => {
  const sum: Tally = new Map();
  for (const tally of tallies) for (const [key, value] of tally) addTo(sum, key, value);
  return sum;
};

const SEX_LETTER: Readonly<Record<string, string>> = { '1': 'm', '2': 'f' };

/** Adds what lives on one floor. Only what is in force counts. */
const tallyFloor = (row: FloorRow, on: string, tally: Tally): void => {
  for (const resident of recordsIn(row, 'residents')) {
    if (resident.since) addTo(tally, `arrived:${resident.since.slice(0, 7)}`);
    if (resident.status !== 'present') {
      if (resident.leftOn) addTo(tally, `left:${resident.leftOn.slice(0, 7)}`);
      continue;
    }
    const band = Math.min(
      LAST_AGE_BAND,
      Math.max(0, Math.floor(ageOfResident(resident, on) / AGE_BAND_YEARS)),
    );
    addTo(tally, `age:${band}:${SEX_LETTER[resident.sex] ?? 'u'}`);
  }
  for (const { state, kind } of recordsIn(row, 'careNeeds'))
    if (state === 'active') addTo(tally, `care:${kind}`);
  for (const { state, kind, personsCovered } of recordsIn(row, 'assistances'))
    if (state === 'active') addTo(tally, `helped:${kind}`, personsCovered);
  for (const { state, direction, reason } of recordsIn(row, 'floatingRegistrations'))
    if (state === 'active' && direction === 'in') addTo(tally, `reason:${reason}`);
  for (const { state, kind, standing } of recordsIn(row, 'memberships')) {
    if (state !== 'active') continue;
    addTo(tally, `member:${kind}`);
    if (standing === 'outOfContact') addTo(tally, 'member:outOfContact');
  }
};

const buildingOfFloor = (key: string): string => key.slice(0, key.lastIndexOf(':'));

/** Every building's tally as of a day. Cost: the whole table of floors, in pages that block for some ten milliseconds each. */
export const tallyBuildingsIn = async (store: Store, on: string): Promise<Map<string, Tally>> => {
  const tallies = new Map<string, Tally>();
  for await (const page of floorPages(store, FLOORS_PER_PAGE)) {
    for (const row of page) {
      const id = buildingOfFloor(row.key);
      const tally = tallies.get(id) ?? new Map<string, number>();
      tallyFloor(row, on, tally);
      tallies.set(id, tally);
    }
    // Others have their turn: a wall draws while it counts.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return tallies;
};

/** One building's tally. Cost: its floors, one range of keys. */
export const tallyBuildingIn = async ({ db }: Store, buildingId: string, on: string): Promise<Tally> => {
  const tally: Tally = new Map();
  await db
    .of('floors')
    .where('key')
    .startsWith(floorsOf(buildingId))
    .each((row) => tallyFloor(row, on, tally));
  return tally;
};

/** The buildings that records of homes lie in now. Cost: one look-up by the index of ids each. */
export const buildingsWithIn = async ({ db }: Store, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await Promise.all(ids.map((id) => floorWith(db, id)));
  return new Set(rows.flatMap((row) => (row ? [buildingOfFloor(row.key)] : [])));
};

/** Members who did a duty of each kind between two days, both included. Cost: the table of duties, by a cursor. */
export const dutiesBetweenIn = async (
  { db }: Store,
  from: string,
  to: string,
): Promise<Record<Duty['kind'], number>> => {
  const who = new Map<Duty['kind'], Set<string>>();
  await db.plain('duties').each(({ kind, on, membershipId }) => {
    if (on < from || on > to) return;
    const members = who.get(kind) ?? new Set<string>();
    members.add(membershipId);
    who.set(kind, members);
  });
  const count = (kind: Duty['kind']): number => who.get(kind)?.size ?? 0;
  return {
    checkIn: count('checkIn'),
    activity: count('activity'),
    deed: count('deed'),
    meeting: count('meeting'),
    appraisal: count('appraisal'),
  };
};

/** First and last day of the quarter that a day lies in. */
export const quarterOf = (day: string): readonly [from: string, to: string] => {
  const year = Number(day.slice(0, 4));
  const last = Math.ceil(Number(day.slice(5, 7)) / 3) * 3;
  const month = (n: number): string => `${year}-${String(n).padStart(2, '0')}`;
  return [`${month(last - 2)}-01`, `${month(last)}-${daysInMonth(year, last)}`];
};
