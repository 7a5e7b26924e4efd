/** 居民: everybody who lives here, and those who have left when they are asked for. */
import { MEMBER_MODE, REGISTRATION, RELATION, RESIDENT_STATUS, SEX } from '../../../domain/codes.ts';
import { maskCitizenId, maskName, maskPhone } from '../../../domain/mask.ts';
import type { Membership, Resident } from '../../../domain/records/index.ts';
import { type Home, homeColumns, homeFinder, homeText } from '../homes.ts';
import { all, byId } from '../../whole-table.ts';
import type { Register } from '../register.ts';

interface Row {
  readonly resident: Resident;
  readonly home: Home;
  readonly membership: Membership | null;
  readonly floating: boolean;
  readonly care: number;
}

const load = async (): Promise<Row[]> => {
  const [residents, dwellings, memberships, registrations, careNeeds] = await Promise.all([
    all('residents'),
    all('dwellings'),
    all('memberships'),
    all('floatingRegistrations'),
    all('careNeeds'),
  ]);
  const find = homeFinder(byId(dwellings));
  const memberOf = new Map(memberships.filter((m) => m.state === 'active').map((m) => [m.residentId, m]));
  const floating = new Set(registrations.filter((f) => f.state === 'active').map((f) => f.residentId));
  const care = new Map<string, number>();
  for (const need of careNeeds)
    if (need.state === 'active') care.set(need.residentId, (care.get(need.residentId) ?? 0) + 1);
  return residents.map((resident) => ({
    resident,
    home: find(resident.buildingId, resident.dwellingId),
    membership: memberOf.get(resident.id) ?? null,
    floating: floating.has(resident.id),
    care: care.get(resident.id) ?? 0,
  }));
};

const thisYear = (): number => new Date().getFullYear();

export const residents: Register<Row> = {
  load,
  personal: true,
  idOf: ({ resident }) => resident.id,
  refOf: ({ resident }) => ({ kind: 'resident', id: resident.id }),
  buildingIdOf: ({ resident }) => resident.buildingId,
  haystackOf: ({ resident, home }) =>
    `${resident.personal.name} ${homeText(home)} ${home.grid?.name ?? ''} ${resident.personal.phone ?? ''}`.toLowerCase(),
  columns: [
    {
      key: 'name',
      width: 110,
      value: ({ resident }) => resident.personal.name,
      text: ({ resident }, _words, bare) =>
        bare ? resident.personal.name : maskName(resident.personal.name),
    },
    { key: 'sex', width: 84, value: ({ resident }) => resident.sex, codes: SEX },
    { key: 'age', width: 84, value: ({ resident }) => thisYear() - resident.birthYear, align: 'end' },
    { key: 'relation', width: 136, value: ({ resident }) => resident.relation, codes: RELATION },
    ...homeColumns<Row>(),
    { key: 'registration', width: 170, value: ({ resident }) => resident.registration, codes: REGISTRATION },
    {
      key: 'memberMode',
      width: 110,
      value: ({ membership }) => membership?.mode ?? null,
      codes: MEMBER_MODE,
    },
    {
      key: 'floating',
      width: 110,
      value: ({ floating }) => (floating ? 'yes' : 'no'),
      codes: { yes: { zh: '流动人口', en: 'Floating' }, no: { zh: '', en: '' } },
    },
    { key: 'careNeeds', width: 130, value: ({ care }) => care || null, align: 'end' },
    {
      key: 'status',
      width: 110,
      value: ({ resident }) => resident.status,
      codes: RESIDENT_STATUS,
      optional: true,
    },
    {
      key: 'since',
      width: 130,
      value: ({ resident }) => resident.since,
      text: ({ resident }, words) => words.date(resident.since),
      optional: true,
    },
    {
      key: 'phone',
      width: 140,
      value: ({ resident }) => resident.personal.phone ?? null,
      text: ({ resident }, _words, bare) =>
        bare ? (resident.personal.phone ?? '') : maskPhone(resident.personal.phone ?? ''),
    },
    {
      key: 'citizenId',
      width: 190,
      value: ({ resident }) => resident.personal.citizenId ?? null,
      text: ({ resident }) => maskCitizenId(resident.personal.citizenId ?? ''),
      optional: true,
    },
  ],
};
