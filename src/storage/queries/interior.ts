/** Everything inside one building: what the house table, the opened building and its panel show. */
import type {
  Assistance,
  BuildingHead,
  CareNeed,
  Dwelling,
  FloatingRegistration,
  Household,
  Matter,
  Membership,
  Organisation,
  Resident,
} from '../../domain/records/index.ts';
import { floorWith } from '../commit/find-floors.ts';
import { findIn } from '../floors.ts';
import { floorsOf } from '../schema/layout.ts';
import type { Store } from '../store.ts';
import { unpack } from './unpack.ts';

export interface BuildingInterior {
  readonly dwellings: Dwelling[];
  readonly households: Household[];
  readonly residents: Resident[];
  readonly memberships: Membership[];
  readonly floating: FloatingRegistration[];
  readonly assistances: Assistance[];
  readonly careNeeds: CareNeed[];
  readonly organisations: Organisation[];
  /** 党员楼长 in office, and the person; who may live in another building. */
  readonly head: BuildingHead | null;
  readonly headResident: Resident | null;
  readonly openMatters: Matter[];
}

/**
 * Cost: one range of keys (a row per floor: 33 in the highest tower), three index look-ups of a few rows, one for the head.
 */
export const interiorIn = async ({ db }: Store, buildingId: string): Promise<BuildingInterior> =>
  db.transaction('r', ['floors', 'organisations', 'buildingHeads', 'matters'], async () => {
    const [floors, organisations, heads, matters] = await Promise.all([
      db.of('floors').where('key').startsWith(floorsOf(buildingId)).toArray(),
      db.plain('organisations').where('buildingId').equals(buildingId).toArray(),
      db.plain('buildingHeads').where('buildingId').equals(buildingId).toArray(),
      db.plain('matters').where('buildingId').equals(buildingId).toArray(),
    ]);
    const head = heads.filter(({ until }) => until === null).at(-1) ?? null;
    const headFloor = head ? await floorWith(db, head.residentId) : undefined;
    const headResident = head && headFloor ? findIn(headFloor, 'residents', head.residentId) : undefined;
    const { floatingRegistrations, ...inside } = unpack(floors);
    return {
      ...inside,
      floating: floatingRegistrations,
      organisations,
      head,
      headResident: headResident ?? null,
      openMatters: matters.filter(({ open }) => open),
    };
  });
