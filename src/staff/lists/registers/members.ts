/** 党员: every member, how managed and by which branch. */
import { MEMBER_KIND, MEMBER_MODE, MEMBER_STANDING, POST } from '../../../domain/codes.ts';
import { maskName } from '../../../domain/mask.ts';
import type { Membership, PartyBody, Resident } from '../../../domain/records/index.ts';
import { type Home, homeColumns, homeFinder, homeText } from '../homes.ts';
import { all, byId } from '../../whole-table.ts';
import type { Register } from '../register.ts';

interface Row {
  readonly membership: Membership;
  readonly resident: Resident | null;
  readonly branch: PartyBody | null;
  readonly home: Home;
  readonly head: boolean;
}

const load = async (): Promise<Row[]> => {
  const [memberships, residents, bodies, heads, dwellings] = await Promise.all([
    all('memberships'),
    all('residents'),
    all('partyBodies'),
    all('buildingHeads'),
    all('dwellings'),
  ]);
  const find = homeFinder(byId(dwellings));
  const people = byId(residents);
  const branches = byId(bodies);
  const inOffice = new Set(heads.filter((h) => h.until === null).map((h) => h.membershipId));
  return memberships.map((membership) => ({
    membership,
    resident: people.get(membership.residentId) ?? null,
    branch: membership.branchId ? (branches.get(membership.branchId) ?? null) : null,
    home: find(membership.buildingId, membership.dwellingId),
    head: inOffice.has(membership.id),
  }));
};

export const members: Register<Row> = {
  load,
  personal: true,
  idOf: ({ membership }) => membership.id,
  refOf: ({ membership }) => ({ kind: 'resident', id: membership.residentId }),
  buildingIdOf: ({ membership }) => membership.buildingId,
  haystackOf: ({ resident, branch, home }) =>
    `${resident?.personal.name ?? ''} ${branch?.name ?? ''} ${homeText(home)} ${home.grid?.name ?? ''}`.toLowerCase(),
  columns: [
    {
      key: 'name',
      width: 110,
      value: ({ resident }) => resident?.personal.name ?? null,
      text: ({ resident }, _words, bare) =>
        resident ? (bare ? resident.personal.name : maskName(resident.personal.name)) : '',
    },
    { key: 'memberMode', width: 110, value: ({ membership }) => membership.mode, codes: MEMBER_MODE },
    { key: 'memberKind', width: 130, value: ({ membership }) => membership.kind, codes: MEMBER_KIND },
    { key: 'branch', width: 230, value: ({ branch }) => branch?.name ?? null },
    ...homeColumns<Row>(),
    {
      key: 'buildingHead',
      width: 110,
      value: ({ head }) => (head ? 'yes' : 'no'),
      codes: { yes: { zh: '党员楼长', en: 'Building head' }, no: { zh: '', en: '' } },
    },
    {
      key: 'joinedOn',
      width: 130,
      value: ({ membership }) => membership.joinedOn,
      text: ({ membership }, words) => words.date(membership.joinedOn),
    },
    {
      key: 'duesPaidTo',
      width: 120,
      value: ({ membership }) => membership.duesPaidTo,
      text: ({ membership }, words) => words.date(membership.duesPaidTo),
    },
    {
      key: 'posts',
      width: 180,
      value: ({ membership }) => membership.posts.join(' '),
      text: ({ membership }, words) =>
        membership.posts.map((post) => words.code(POST, post)).join(words.language === 'zh' ? '、' : ', '),
      optional: true,
    },
    {
      key: 'standing',
      width: 110,
      value: ({ membership }) => membership.standing,
      codes: MEMBER_STANDING,
      optional: true,
    },
    {
      key: 'lastContactOn',
      width: 130,
      value: ({ membership }) => membership.lastContactOn,
      text: ({ membership }, words) => words.date(membership.lastContactOn),
      optional: true,
    },
  ],
};
