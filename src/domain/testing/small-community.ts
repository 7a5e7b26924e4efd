/** A handful of homes in memory, and what every edit must keep true of them. For tests of operations and of storage. */
import { checkHousehold } from '../checks/household.ts';
import { checkRecord } from '../checks/records.ts';
import { emptyState, type RecordState } from '../edit-apply.ts';
import type { HomeContext } from '../operations/home.ts';
import type { RecordOf, TableName } from '../records/index.ts';
import { recount } from '../stats.ts';
import { COMMUNITY_ID, NOON, type SampledTable, sampleOf, seededIds } from './samples.ts';

export const listOf = <T extends TableName>(state: RecordState, table: T): RecordOf<T>[] =>
  [...state[table].values()] as RecordOf<T>[];

const withRecords = <T extends SampledTable>(
  state: RecordState,
  table: T,
  records: RecordOf<T>[],
): RecordState => ({
  ...state,
  [table]: new Map([...state[table], ...records.map((record): [string, RecordOf<T>] => [record.id, record])]),
});

/** Two buildings with `homesEach` vacant homes each. */
export const emptyCommunity = (homesEach: number): RecordState => {
  const buildings = ['1', '2'].map((number) => sampleOf('buildings', { number, name: `${number}号楼` }));
  const dwellings = buildings.flatMap((building) =>
    Array.from({ length: homesEach }, (_, i) =>
      sampleOf('dwellings', { buildingId: building.id, unit: 1, floor: i + 1, door: 1, room: `${i + 1}01` }),
    ),
  );
  return withRecords(withRecords(emptyState(), 'buildings', buildings), 'dwellings', dwellings);
};

/** A home as storage reads it: everything recorded there, ended records and people who left among it. */
export const homeOf = (state: RecordState, dwellingId: string): HomeContext => {
  const dwelling = state.dwellings.get(dwellingId) as RecordOf<'dwellings'>;
  const here = <T extends TableName>(table: T): RecordOf<T>[] =>
    listOf(state, table).filter((record) => (record as { dwellingId?: string }).dwellingId === dwellingId);
  return {
    building: state.buildings.get(dwelling.buildingId) as RecordOf<'buildings'>,
    dwelling,
    households: here('households'),
    residents: here('residents'),
    memberships: here('memberships'),
    floating: here('floatingRegistrations'),
    assistances: here('assistances'),
    careNeeds: here('careNeeds'),
    openMatters: here('matters').filter((matter) => matter.open),
  };
};

export const stampOf = (seed: number) => ({
  communityId: COMMUNITY_ID,
  by: '一号窗口',
  at: NOON + seed,
  newId: seededIds(seed + 1000),
});

const PERSONAL_RECORDS = ['memberships', 'floatingRegistrations', 'careNeeds', 'assistances'] as const;

const householdFaults = (state: RecordState): string[] =>
  listOf(state, 'households').flatMap((h) => {
    const present = listOf(state, 'residents').filter(
      (r) => r.householdId === h.id && r.status === 'present',
    );
    const faults: string[] = [];
    if (h.size !== present.length)
      faults.push(`household ${h.id}: size ${h.size}, present ${present.length}`);
    if ((h.state === 'active') !== present.length > 0)
      faults.push(`household ${h.id}: ${h.state} with ${present.length}`);
    if (present.length > 0 && !present.some((r) => r.id === h.headId))
      faults.push(`household ${h.id}: head gone`);
    if (present.length === 0 && h.headId !== null) faults.push(`household ${h.id}: head of nobody`);
    for (const r of present)
      if (r.dwellingId !== h.dwellingId || r.buildingId !== h.buildingId)
        faults.push(`resident ${r.id}: not in the home of the household`);
    const heads = checkHousehold(present).filter((r) => /noHead|twoHeads/.test(r.code));
    const lowIncome = listOf(state, 'assistances').filter(
      (a) => a.householdId === h.id && a.state === 'active' && a.kind === 'lowIncome',
    );
    if (lowIncome.length > 1) faults.push(`household ${h.id}: ${lowIncome.length} allowances`);
    return [...faults, ...heads.map((r) => `household ${h.id}: ${r.code}`)];
  });

const personFaults = (state: RecordState): string[] =>
  PERSONAL_RECORDS.flatMap((table) =>
    listOf(state, table).flatMap((record) => {
      const faults: string[] = [];
      const resident = record.residentId ? state.residents.get(record.residentId) : undefined;
      const person = resident as RecordOf<'residents'> | undefined;
      const place =
        person ??
        (record.state === 'active' && 'householdId' in record
          ? (state.households.get(record.householdId) as RecordOf<'households'>)
          : undefined);
      if (place && (place.dwellingId !== record.dwellingId || place.buildingId !== record.buildingId))
        faults.push(`${table} ${record.id}: not at the person's home`);
      if (person && person.status !== 'present' && record.state === 'active')
        faults.push(`${table} ${record.id}: active for somebody gone`);
      if (
        person?.status === 'present' &&
        'householdId' in record &&
        record.householdId !== person.householdId
      )
        faults.push(`${table} ${record.id}: of another household`);
      if (table === 'assistances' && record.state === 'active' && 'householdId' in record) {
        const household = state.households.get(record.householdId) as RecordOf<'households'>;
        if (household.state !== 'active') faults.push(`assistance ${record.id}: of an ended household`);
      }
      return faults;
    }),
  );

const dwellingFaults = (state: RecordState): string[] =>
  listOf(state, 'dwellings').flatMap((d) => {
    const people = listOf(state, 'residents').filter((r) => r.dwellingId === d.id && r.status === 'present');
    const inBuilding = d.buildingId === people[0]?.buildingId || people.length === 0;
    return [
      ...(inBuilding ? [] : [`dwelling ${d.id}: people of another building`]),
      ...(d.occupancy === 'vacant' && people.length > 0
        ? [`dwelling ${d.id}: vacant with ${people.length}`]
        : []),
      ...(d.occupancy !== 'vacant' && d.occupancy !== 'business' && people.length === 0
        ? [`dwelling ${d.id}: ${d.occupancy} with nobody`]
        : []),
    ];
  });

const headshipFaults = (state: RecordState): string[] =>
  listOf(state, 'buildingHeads')
    .filter((h) => h.until === null)
    .flatMap((h) => {
      const membership = state.memberships.get(h.membershipId) as RecordOf<'memberships'> | undefined;
      return membership?.state === 'active' ? [] : [`building head ${h.id}: no active member`];
    });

const statsFaults = (state: RecordState): string[] => {
  const tables = Object.fromEntries(
    Object.entries(state).map(([table, records]) => [table, [...records.values()]]),
  );
  const rows = recount([...state.buildings.keys()], tables);
  return [...rows].flatMap(([buildingId, row]) => {
    const households = listOf(state, 'households').filter((h) => h.buildingId === buildingId);
    const people = households.reduce((sum, h) => sum + h.size, 0);
    const active = households.filter((h) => h.state === 'active').length;
    return [
      ...(row.residents === people
        ? []
        : [`stats ${buildingId}: ${row.residents} residents, sizes give ${people}`]),
      ...(row.households === active
        ? []
        : [`stats ${buildingId}: ${row.households} households, ${active} active`]),
    ];
  });
};

const recordFaults = (state: RecordState): string[] =>
  (Object.keys(state) as TableName[]).flatMap((table) =>
    listOf(state, table).flatMap((record) =>
      checkRecord(table, record).map((reason) => `${table} ${record.id}: ${reason.en}`),
    ),
  );

/** Everything that is wrong with a community; empty when all holds. */
export const faultsOf = (state: RecordState): string[] => [
  ...householdFaults(state),
  ...personFaults(state),
  ...dwellingFaults(state),
  ...headshipFaults(state),
  ...statsFaults(state),
  ...recordFaults(state),
];

/** The whole state as text, for comparing byte by byte. */
export const snapshot = (state: RecordState): string =>
  JSON.stringify(
    Object.entries(state).map(([table, records]) => [
      table,
      [...records.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  );
