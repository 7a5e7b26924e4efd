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
import { homeRowOf } from '../commit/before.ts';
import { recordsIn } from '../homes.ts';
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
 * Cost: one index range of the building's homes (a row per home: 264 in the largest tower), three index look-ups of a few rows, one
 * for the head.
 */
export const interiorIn = async ({ db }: Store, buildingId: string): Promise<BuildingInterior> =>
  db.transaction('r', ['homes', 'organisations', 'buildingHeads', 'matters'], async () => {
    const [homes, organisations, heads, matters] = await Promise.all([
      db.of('homes').where('buildingId').equals(buildingId).toArray(),
      db.plain('organisations').where('buildingId').equals(buildingId).toArray(),
      db.plain('buildingHeads').where('buildingId').equals(buildingId).toArray(),
      db.plain('matters').where('buildingId').equals(buildingId).toArray(),
    ]);
    const head = heads.filter(({ until }) => until === null).at(-1) ?? null;
    const headHome = head ? await homeRowOf(db, 'residents', head.residentId) : undefined;
    const headResident =
      head && headHome
        ? recordsIn(headHome, 'residents').find(({ id }) => id === head.residentId)
        : undefined;
    const { floatingRegistrations, ...inside } = unpack(homes);
    return {
      ...inside,
      floating: floatingRegistrations,
      organisations,
      head,
      headResident: headResident ?? null,
      openMatters: matters.filter(({ open }) => open),
    };
  });
