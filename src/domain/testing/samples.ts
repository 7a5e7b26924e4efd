/** Small, valid records for tests of any room. Everything in them is invented. */
import { createIdSource, type IdSource } from '../ids.ts';
import type { RecordOf, TableName } from '../records/index.ts';

export const COMMUNITY_ID = '01J0000000000000000000000C';
/** 2026-03-05 10:00 in the community. */
export const NOON = Date.UTC(2026, 2, 5, 2);
export const TODAY = '2026-03-05';

/** Reproducible chance in [0, 1) (mulberry32). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const seededIds = (seed: number): IdSource => createIdSource(() => NOON, seededRandom(seed));

const sampleId = seededIds(1);
const base = () => ({
  id: sampleId(),
  communityId: COMMUNITY_ID,
  createdAt: NOON,
  updatedAt: NOON,
  revision: 1,
});
const place = () => ({ buildingId: sampleId(), dwellingId: sampleId() });

type Samples = { readonly [T in TableName]?: () => RecordOf<T> };

const SAMPLES = {
  organisations: () => ({
    ...base(),
    buildingId: sampleId(),
    dwellingIds: [],
    kind: 'company',
    name: '云和物业',
    creditCode: '91621002MA0000000G',
    industry: '物业管理',
    staffCount: 12,
    partyBodyId: null,
    since: '2020-01-01',
    until: null,
    personal: { contactPhone: '0934-8212345' },
  }),
  partyBodies: () => ({
    ...base(),
    level: 'branch',
    role: 'supplement',
    name: '第一党支部',
    parentId: sampleId(),
    organisationId: null,
    joint: false,
    foundedOn: '2019-07-01',
    personal: {},
  }),
  buildings: () => ({
    ...base(),
    gridId: sampleId(),
    name: '3号楼',
    estate: '云和家园',
    number: '3',
    aliases: [],
    use: 'residential',
    footprint: [
      [
        [107.65, 35.73],
        [107.6505, 35.73],
        [107.6505, 35.7301],
      ],
    ],
    heightMetres: 18,
    minHeightMetres: 0,
    storeys: 6,
    podiumStoreys: 0,
    roof: 'flat',
    facade: 1,
    units: 3,
    doorsPerLanding: 2,
    yearBuilt: 1998,
    branchId: null,
  }),
  dwellings: () => ({
    ...base(),
    buildingId: sampleId(),
    unit: 2,
    floor: 5,
    door: 2,
    room: '502',
    use: 'home',
    occupancy: 'vacant',
    areaSquareMetres: 86.5,
    rooms: 3,
    personal: {},
  }),
  households: () => ({
    ...base(),
    ...place(),
    kind: 'family',
    headId: null,
    state: 'active',
    size: 0,
    personal: {},
  }),
  residents: () => ({
    ...base(),
    ...place(),
    householdId: sampleId(),
    relation: '02',
    sex: '2',
    birthYear: 1949,
    status: 'present',
    registration: 'here',
    registeredDwellingId: null,
    since: '2001-05-01',
    leftOn: null,
    personal: {
      name: '云知秋',
      citizenId: '11010519491231002X',
      birthDate: '1949-12-31',
      phone: '13812345678',
    },
  }),
  memberships: () => ({
    ...base(),
    ...place(),
    residentId: sampleId(),
    mode: 'direct',
    kind: 'full',
    standing: 'normal',
    branchId: null,
    joinedOn: '1980-07-01',
    fullOn: '1981-07-01',
    outOfContactSince: null,
    duesPaidTo: '2026-01',
    lastContactOn: null,
    lastAppraisalOn: null,
    posts: [],
    zoneBuildingIds: [],
    state: 'active',
    personal: {},
  }),
  floatingRegistrations: () => ({
    ...base(),
    ...place(),
    residentId: sampleId(),
    householdId: sampleId(),
    direction: 'in',
    reason: '01',
    from: '2025-01-10',
    until: null,
    permit: 'residencePermit',
    permitFrom: '2025-07-10',
    endorsedOn: null,
    state: 'active',
    personal: {},
  }),
  assistances: () => ({
    ...base(),
    ...place(),
    householdId: sampleId(),
    residentId: null,
    kind: 'lowIncome',
    category: 'A',
    approvedOn: '2025-05-20',
    from: '2025-06-01',
    until: null,
    personsCovered: 2,
    nextReviewOn: '2026-05-20',
    state: 'active',
    personal: { monthlyYuan: 620 },
  }),
  careNeeds: () => ({
    ...base(),
    ...place(),
    residentId: sampleId(),
    kind: 'disabled',
    level: 'high',
    disability: 'sight',
    disabilityLevel: 2,
    from: '2020-01-01',
    until: null,
    state: 'active',
    personal: { contactPhone: '13912345678' },
  }),
  facilities: () => ({
    ...base(),
    kind: 'clinic',
    name: '云和社区卫生服务站',
    buildingId: null,
    point: [107.65, 35.73],
    floor: 1,
    reachMetres: 300,
    openHours: '8:30–18:00',
    phone: '12345',
  }),
  matters: () => ({
    ...base(),
    number: '2026-0412',
    kind: 'timed',
    channel: 'hotline',
    stage: 'accept',
    open: true,
    gridId: null,
    buildingId: sampleId(),
    dwellingId: null,
    residentId: null,
    serviceId: null,
    openedAt: NOON,
    dueAt: NOON + 86_400_000,
    finishedAt: null,
    satisfaction: null,
    publicSummary: null,
    personal: { title: '路灯不亮' },
  }),
  visits: () => ({
    ...base(),
    kind: 'care',
    householdId: null,
    residentId: null,
    matterId: null,
    buildingId: sampleId(),
    dwellingId: null,
    on: '2026-03-01',
    result: 'well',
    nextOn: '2026-03-08',
    personal: {},
  }),
} satisfies Samples;

export type SampledTable = keyof typeof SAMPLES;
export const SAMPLED_TABLES = Object.keys(SAMPLES) as SampledTable[];

/** A valid record with a fresh id, changed as asked. */
export const sampleOf = <T extends SampledTable>(table: T, patch: Partial<RecordOf<T>> = {}): RecordOf<T> =>
  ({ ...SAMPLES[table](), ...patch }) as RecordOf<T>;
