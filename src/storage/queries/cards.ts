/** Cards: one thing with everything recorded about it, each in one read-only transaction. */
import type {
  Assistance,
  Building,
  BuildingHead,
  CareNeed,
  Duty,
  Dwelling,
  Facility,
  FloatingRegistration,
  Household,
  Matter,
  Membership,
  Organisation,
  PartyBody,
  RecordOf,
  Resident,
  Service,
  Visit,
} from '../../domain/records/index.ts';
import { floorWith } from '../commit/find-floors.ts';
import type { CommunityDatabase } from '../database.ts';
import { findIn, recordsIn } from '../floors.ts';
import type { FloorRow, PackedTable } from '../schema/layout.ts';
import type { Store } from '../store.ts';
import { type HistoryEntry, historyOfIds } from './history.ts';

export interface HomeContents {
  readonly building: Building;
  readonly dwelling: Dwelling;
  readonly households: readonly Household[];
  readonly residents: readonly Resident[];
  readonly memberships: readonly Membership[];
  readonly floating: readonly FloatingRegistration[];
  readonly assistances: readonly Assistance[];
  readonly careNeeds: readonly CareNeed[];
}
export interface DwellingCard extends HomeContents {
  readonly organisations: readonly Organisation[];
  readonly openMatters: readonly Matter[];
  readonly history: readonly HistoryEntry[];
}
export interface HouseholdCard extends HomeContents {
  readonly household: Household;
  readonly head: Resident | null;
  readonly visits: readonly Visit[];
  readonly history: readonly HistoryEntry[];
}
export interface ResidentCard {
  readonly resident: Resident;
  readonly household: Household | null;
  readonly dwelling: Dwelling;
  readonly building: Building;
  /** The others of the household. */
  readonly relatives: readonly Resident[];
  /** 户籍地 where it is another home of this community. */
  readonly registered: { readonly dwelling: Dwelling; readonly building: Building | null } | null;
  readonly memberships: readonly Membership[];
  readonly branch: PartyBody | null;
  readonly duties: readonly Duty[];
  /** Buildings the person is head of. */
  readonly headships: readonly BuildingHead[];
  readonly floating: readonly FloatingRegistration[];
  /** Of the person and of the household. */
  readonly assistances: readonly Assistance[];
  readonly careNeeds: readonly CareNeed[];
  readonly matters: readonly Matter[];
  readonly visits: readonly Visit[];
  /** Of the person and of all records of the person, newest first. */
  readonly history: readonly HistoryEntry[];
}
export interface OrganisationCard {
  readonly organisation: Organisation;
  readonly building: Building | null;
  readonly dwellings: readonly Dwelling[];
  readonly partyBody: PartyBody | null;
  readonly history: readonly HistoryEntry[];
}
export interface FacilityCard {
  readonly facility: Facility;
  readonly building: Building | null;
  readonly services: readonly Service[];
  readonly history: readonly HistoryEntry[];
}

const contentsOf = async (
  db: CommunityDatabase,
  row: FloorRow,
  dwellingId: string,
): Promise<HomeContents | null> => {
  const dwelling = findIn(row, 'dwellings', dwellingId);
  const building = dwelling && (await db.plain('buildings').get(dwelling.buildingId));
  if (!dwelling || !building) return null;
  const within = <T extends Exclude<PackedTable, 'dwellings'>>(table: T): RecordOf<T>[] =>
    recordsIn(row, table).filter((record) => record.dwellingId === dwellingId);
  return {
    building,
    dwelling,
    households: within('households'),
    residents: within('residents'),
    memberships: within('memberships'),
    floating: within('floatingRegistrations'),
    assistances: within('assistances'),
    careNeeds: within('careNeeds'),
  };
};

/** A home. Cost: one floor by the index of ids, the building, two index look-ups of its building, the journal of the home. */
export const dwellingCardIn = async ({ db }: Store, id: string): Promise<DwellingCard | null> =>
  db.transaction('r', ['floors', 'buildings', 'organisations', 'matters', 'journal'], async () => {
    const row = await floorWith(db, id);
    const contents = row && (await contentsOf(db, row, id));
    if (!contents) return null;
    const at = contents.building.id;
    const [organisations, matters, history] = await Promise.all([
      db.plain('organisations').where('buildingId').equals(at).toArray(),
      db.plain('matters').where('buildingId').equals(at).toArray(),
      historyOfIds(db, [id], [at]),
    ]);
    return {
      ...contents,
      organisations: organisations.filter(({ dwellingIds }) => dwellingIds.includes(id)),
      openMatters: matters.filter(({ open, dwellingId }) => open && dwellingId === id),
      history,
    };
  });

/** A household. Cost: one floor by the index of ids, the building, its visits by index, its journal. */
export const householdCardIn = async ({ db }: Store, id: string): Promise<HouseholdCard | null> =>
  db.transaction('r', ['floors', 'buildings', 'visits', 'journal'], async () => {
    const row = await floorWith(db, id);
    const household = row && findIn(row, 'households', id);
    const contents = household && (await contentsOf(db, row, household.dwellingId));
    if (!contents) return null;
    const residents = contents.residents.filter(({ householdId }) => householdId === id);
    const people = new Set(residents.map((resident) => resident.id));
    const [visits, history] = await Promise.all([
      db.plain('visits').where('householdId').equals(id).toArray(),
      historyOfIds(db, [id, ...people], [contents.building.id]),
    ]);
    return {
      ...contents,
      household,
      head: residents.find((resident) => resident.id === household.headId) ?? null,
      residents,
      memberships: contents.memberships.filter(({ residentId }) => people.has(residentId)),
      floating: contents.floating.filter(({ residentId }) => people.has(residentId)),
      assistances: contents.assistances.filter(({ householdId }) => householdId === id),
      careNeeds: contents.careNeeds.filter(({ residentId }) => people.has(residentId)),
      visits,
      history,
    };
  });

const registeredHome = async (
  db: CommunityDatabase,
  id: string | null,
): Promise<ResidentCard['registered']> => {
  const row = id ? await floorWith(db, id) : undefined;
  const dwelling = id && row ? findIn(row, 'dwellings', id) : undefined;
  if (!dwelling) return null;
  return { dwelling, building: (await db.plain('buildings').get(dwelling.buildingId)) ?? null };
};

const RESIDENT_STORES = [
  'floors',
  'buildings',
  'partyBodies',
  'buildingHeads',
  'duties',
  'matters',
  'visits',
  'journal',
];
/**
 * A person with everything recorded. Cost: one or two floors by the index of ids, two buildings, index look-ups of duties, matters and visits of a
 * few rows each, the heads of buildings (a row per building), the journal of the person's records.
 */
export const residentCardIn = async ({ db }: Store, id: string): Promise<ResidentCard | null> =>
  db.transaction('r', RESIDENT_STORES, async () => {
    const row = await floorWith(db, id);
    const resident = row && findIn(row, 'residents', id);
    const contents = resident && (await contentsOf(db, row, resident.dwellingId));
    if (!contents) return null;
    const ofPerson = (record: { residentId: string | null }): boolean => record.residentId === id;
    const memberships = contents.memberships.filter(ofPerson);
    const floating = contents.floating.filter(ofPerson);
    const careNeeds = contents.careNeeds.filter(ofPerson);
    const assistances = contents.assistances.filter(
      ({ residentId, householdId }) =>
        residentId === id || (residentId === null && householdId === resident.householdId),
    );
    const membership = memberships.find(({ state }) => state === 'active') ?? memberships.at(-1);
    const own = [...memberships, ...floating, ...careNeeds, ...assistances].map((record) => record.id);
    const [registered, branch, heads, duties, matters, visits, history] = await Promise.all([
      registeredHome(db, resident.registeredDwellingId),
      membership?.branchId ? db.plain('partyBodies').get(membership.branchId) : undefined,
      membership ? db.plain('buildingHeads').toArray() : [],
      db
        .plain('duties')
        .where('membershipId')
        .anyOf(memberships.map((record) => record.id))
        .toArray(),
      db.plain('matters').where('residentId').equals(id).toArray(),
      db.plain('visits').where('residentId').equals(id).toArray(),
      historyOfIds(db, [id, ...own], [contents.building.id]),
    ]);
    return {
      resident,
      household: contents.households.find((one) => one.id === resident.householdId) ?? null,
      dwelling: contents.dwelling,
      building: contents.building,
      relatives: contents.residents.filter(
        (other) => other.householdId === resident.householdId && other.id !== id,
      ),
      registered,
      memberships,
      branch: branch ?? null,
      duties,
      headships: heads.filter(ofPerson),
      floating,
      assistances,
      careNeeds,
      matters,
      visits,
      history,
    };
  });

/** An organisation. Cost: a handful of look-ups by key, a floor per room it uses, its journal. */
export const organisationIn = async ({ db }: Store, id: string): Promise<OrganisationCard | null> =>
  db.transaction('r', ['organisations', 'buildings', 'floors', 'partyBodies', 'journal'], async () => {
    const organisation = await db.plain('organisations').get(id);
    if (!organisation) return null;
    const { buildingId, partyBodyId, dwellingIds } = organisation;
    const [building, partyBody, rows, history] = await Promise.all([
      buildingId ? db.plain('buildings').get(buildingId) : undefined,
      partyBodyId ? db.plain('partyBodies').get(partyBodyId) : undefined,
      Promise.all(dwellingIds.map((dwellingId) => floorWith(db, dwellingId))),
      historyOfIds(db, [id], [buildingId]),
    ]);
    const dwellings = dwellingIds.flatMap((dwellingId, at) => {
      const row = rows[at];
      return (row && findIn(row, 'dwellings', dwellingId)) ?? [];
    });
    return { organisation, building: building ?? null, partyBody: partyBody ?? null, dwellings, history };
  });

/** A facility and its services. Cost: three look-ups, a row per service. */
export const facilityCardIn = async ({ db }: Store, id: string): Promise<FacilityCard | null> =>
  db.transaction('r', ['facilities', 'buildings', 'services', 'journal'], async () => {
    const facility = await db.plain('facilities').get(id);
    if (!facility) return null;
    const [building, services, history] = await Promise.all([
      facility.buildingId ? db.plain('buildings').get(facility.buildingId) : undefined,
      db.plain('services').where('facilityId').equals(id).toArray(),
      historyOfIds(db, [id], [facility.buildingId]),
    ]);
    return { facility, building: building ?? null, services, history };
  });
