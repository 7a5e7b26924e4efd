/** What the check looks at: the records in force, and the facts about the ground that geometry found. Looked up once, by id. */
import type {
  Building,
  BuildingHead,
  Community,
  Dwelling,
  Facility,
  Grid,
  GridWorker,
  Household,
  LngLat,
  Membership,
  Organisation,
  PartyBody,
  Resident,
} from '../../records/index.ts';

export interface CoverageRecords {
  readonly community: Community;
  /** In force. */
  readonly grids: readonly Grid[];
  /** Sequences that closed grids had: never given again. */
  readonly closedSequences: readonly number[];
  readonly gridWorkers: readonly GridWorker[];
  readonly buildings: readonly Building[];
  readonly dwellings: readonly Dwelling[];
  readonly households: readonly Household[];
  readonly residents: readonly Resident[];
  readonly memberships: readonly Membership[];
  readonly buildingHeads: readonly BuildingHead[];
  readonly partyBodies: readonly PartyBody[];
  readonly organisations: readonly Organisation[];
  readonly facilities: readonly Facility[];
}

/** A piece of ground that is in no grid, in several, or outside of the community. */
export interface GroundSpot {
  readonly kind: 'gap' | 'overlap' | 'beyond' | 'crossing';
  readonly at: LngLat;
  readonly areaSquareMetres: number;
  readonly gridIds: readonly string[];
}

export interface GroundFacts {
  readonly areaSquareMetres: number;
  /** In exactly one grid; a dedicated grid takes its ground from the basic one around it. */
  readonly onceSquareMetres: number;
  readonly spots: readonly GroundSpot[];
  /** Grids at a building's deciding point and at a facility's point, by id. */
  readonly gridsAtBuilding: ReadonlyMap<string, readonly string[]>;
  readonly gridsAtFacility: ReadonlyMap<string, readonly string[]>;
}

const byId = <R extends { readonly id: string }>(records: readonly R[]): Map<string, R> =>
  new Map(records.map((record) => [record.id, record]));

export interface Lookup {
  readonly grid: ReadonlyMap<string, Grid>;
  readonly building: ReadonlyMap<string, Building>;
  readonly dwelling: ReadonlyMap<string, Dwelling>;
  readonly household: ReadonlyMap<string, Household>;
  readonly resident: ReadonlyMap<string, Resident>;
  readonly body: ReadonlyMap<string, PartyBody>;
  /** Buildings of a grid in force: who and what is in the others is in no grid. */
  readonly inGrid: ReadonlySet<string>;
  /** Homes (not shops or offices) of each building. */
  readonly homes: ReadonlyMap<string, number>;
  readonly households: ReadonlyMap<string, number>;
}

const countBy = <R>(records: readonly R[], key: (record: R) => string | null): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const record of records) {
    const at = key(record);
    if (at !== null) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return counts;
};

const buildingsInGrids = ({ grids, buildings }: CoverageRecords): Set<string> => {
  const inForce = new Set(grids.map(({ id }) => id));
  return new Set(
    buildings.filter(({ gridId }) => gridId !== null && inForce.has(gridId)).map(({ id }) => id),
  );
};

export const lookUp = (records: CoverageRecords): Lookup => ({
  grid: byId(records.grids),
  inGrid: buildingsInGrids(records),
  building: byId(records.buildings),
  dwelling: byId(records.dwellings),
  household: byId(records.households),
  resident: byId(records.residents),
  body: byId(records.partyBodies),
  homes: countBy(records.dwellings, ({ use, buildingId }) => (use === 'home' ? buildingId : null)),
  households: countBy(records.households, ({ state, buildingId }) =>
    state === 'active' ? buildingId : null,
  ),
});

/** "和顺家园3号楼". */
export const nameOfBuilding = ({ estate, name }: Pick<Building, 'estate' | 'name'>): string =>
  name.startsWith(estate) ? name : `${estate}${name}`;
