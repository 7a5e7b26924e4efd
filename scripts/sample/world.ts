/** The whole sample: every table's records from one seed. Each part draws from a chance of its own. */
import type { ColumnConstants } from '../../src/domain/columns.ts';
import type { AnyRecord, RecordOf, TableName } from '../../src/domain/records/index.ts';
import { makePartyTree } from './party/bodies.ts';
import { makeDuties } from './party/duties.ts';
import { makeHeads, makeMembers } from './party/members.ts';
import { makeFloating } from './people/floating.ts';
import { makeHomes } from './people/homes.ts';
import { recordDepartures, settleHomes } from './people/households.ts';
import { createIdentities } from './people/identities.ts';
import { makeAssistances, makeCareNeeds } from './people/support.ts';
import { makePlace } from './place/index.ts';
import { createRandom } from './random.ts';
import { makePlaceRecords } from './records/places.ts';
import { makeFacilities } from './services/facilities.ts';
import { makeGridWorkers } from './services/grid-workers.ts';
import { makeMatters } from './services/matters.ts';
import { makeOrganisations } from './services/organisations.ts';
import { makeVisits } from './services/visits.ts';
import { createStamp } from './stamp.ts';

type Tables = { [T in TableName]: RecordOf<T>[] };
export interface Sample {
  seed: string;
  name: string;
  constants: ColumnConstants;
  tables: Tables;
}

const SEED = 'yunhe-2026';

export const makeSample = (seed: string = SEED): Sample => {
  const random = createRandom(seed);
  const stamp = createStamp(random.fork('ids'));
  const identities = createIdentities(random.fork('identities'));
  const makersOf = (part: string) => ({ random: random.fork(part), stamp, identities });

  const { community, landscape, grids, sites } = makePlaceRecords(makePlace(seed), stamp);
  const homes = makeHomes(sites, random.fork('homes'), stamp);
  const organisations = makeOrganisations(sites, homes, makersOf('organisations'));
  const { bodies } = makePartyTree(sites, organisations, makersOf('bodies'));

  const families = settleHomes(homes, makersOf('people'));
  const residents = families.flatMap((family) => family.people.map((person) => person.resident));
  recordDepartures(families, random.fork('departures'));
  const people = families.flatMap((family) => family.people);

  const branches = new Map(sites.map(({ record }) => [record.id, record.branchId ?? '']));
  const members = makeMembers(people, (buildingId) => branches.get(buildingId) ?? '', makersOf('members'));
  const floatingRegistrations = makeFloating(families, makersOf('floating'));
  const careNeeds = makeCareNeeds(families, makersOf('care'));
  const { facilities, services } = makeFacilities(sites, makersOf('facilities'));
  const matters = makeMatters(people, services, makersOf('matters'));
  const tables: Tables = {
    communities: [community],
    landscapes: [landscape],
    organisations: organisations.map(({ record }) => record),
    partyBodies: bodies,
    grids,
    gridWorkers: makeGridWorkers(grids, makersOf('gridWorkers')),
    buildings: sites.map(({ record }) => record),
    dwellings: homes.map(({ dwelling }) => dwelling),
    disclosures: [],
    gridPlans: [],
    sources: [],
    sourceLinks: [],
    addressAliases: [],
    households: families.map(({ household }) => household),
    residents,
    memberships: members.map(({ membership }) => membership),
    buildingHeads: makeHeads(sites, members, stamp),
    duties: makeDuties(members, makersOf('duties')),
    floatingRegistrations,
    assistances: makeAssistances(families, makersOf('assistance')),
    careNeeds,
    facilities,
    services,
    matters,
    visits: makeVisits(families, careNeeds, floatingRegistrations, matters, makersOf('visits')),
  };
  return { seed, name: community.name, constants: stamp.constants(), tables };
};

export const recordsOf = (sample: Sample, table: TableName): AnyRecord[] => sample.tables[table];
