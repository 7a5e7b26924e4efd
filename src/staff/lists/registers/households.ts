/** 户: every household with its head and home. */
import { RECORD_STATE } from '../../../domain/codes.ts';
import { maskName } from '../../../domain/mask.ts';
import type { Household, Resident } from '../../../domain/records/index.ts';
import { type Home, homeColumns, homeFinder, homeText } from '../homes.ts';
import { all, byId } from '../../whole-table.ts';
import type { Register } from '../register.ts';

interface Row {
  readonly household: Household;
  readonly head: Resident | null;
  readonly home: Home;
  readonly lowIncome: boolean;
}

const load = async (): Promise<Row[]> => {
  const [households, residents, dwellings, assistances] = await Promise.all([
    all('households'),
    all('residents'),
    all('dwellings'),
    all('assistances'),
  ]);
  const find = homeFinder(byId(dwellings));
  const people = byId(residents);
  const assisted = new Set(
    assistances.filter((a) => a.state === 'active' && a.kind === 'lowIncome').map((a) => a.householdId),
  );
  return households.map((household) => ({
    household,
    head: household.headId ? (people.get(household.headId) ?? null) : null,
    home: find(household.buildingId, household.dwellingId),
    lowIncome: assisted.has(household.id),
  }));
};

export const households: Register<Row> = {
  load,
  personal: true,
  idOf: ({ household }) => household.id,
  refOf: ({ household }) => ({ kind: 'household', id: household.id }),
  buildingIdOf: ({ household }) => household.buildingId,
  haystackOf: ({ head, home }) =>
    `${head?.personal.name ?? ''} ${homeText(home)} ${home.grid?.name ?? ''}`.toLowerCase(),
  columns: [
    {
      key: 'head',
      width: 120,
      value: ({ head }) => head?.personal.name ?? null,
      text: ({ head }, _words, bare) =>
        head ? (bare ? head.personal.name : maskName(head.personal.name)) : '',
    },
    ...homeColumns<Row>(),
    { key: 'size', width: 100, value: ({ household }) => household.size, align: 'end' },
    {
      key: 'householdKind',
      width: 120,
      value: ({ household }) => household.kind,
      codes: { family: { zh: '家庭户', en: 'Family' }, collective: { zh: '集体户', en: 'Collective' } },
    },
    {
      key: 'lowIncome',
      width: 100,
      value: ({ lowIncome }) => (lowIncome ? 'yes' : 'no'),
      codes: { yes: { zh: '低保户', en: 'Low-income' }, no: { zh: '', en: '' } },
    },
    {
      key: 'state',
      width: 100,
      value: ({ household }) => household.state,
      codes: RECORD_STATE,
      optional: true,
    },
  ],
};
