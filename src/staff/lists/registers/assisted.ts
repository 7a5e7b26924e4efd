/** 低保与关爱: households on assistance and people who need care, in one list. */
import {
  ASSISTANCE_CATEGORY,
  ASSISTANCE_KIND,
  CARE_KIND,
  CARE_LEVEL,
  RECORD_STATE,
} from '../../../domain/codes.ts';
import { maskName } from '../../../domain/mask.ts';
import type { Assistance, CareNeed } from '../../../domain/records/index.ts';
import type { SelectionRef } from '../../../state/selection.ts';
import { type Home, homeColumns, homeFinder, homeText } from '../homes.ts';
import { all, byId } from '../../whole-table.ts';
import type { Register } from '../register.ts';

interface Row {
  readonly id: string;
  readonly ref: SelectionRef;
  readonly name: string;
  readonly home: Home;
  readonly assistance: Assistance | null;
  readonly care: CareNeed | null;
  readonly state: 'active' | 'ended';
  readonly from: string;
}

const load = async (): Promise<Row[]> => {
  const [assistances, careNeeds, households, residents, dwellings] = await Promise.all([
    all('assistances'),
    all('careNeeds'),
    all('households'),
    all('residents'),
    all('dwellings'),
  ]);
  const find = homeFinder(byId(dwellings));
  const people = byId(residents);
  const houses = byId(households);
  const nameOf = (residentId: string | null | undefined): string =>
    (residentId && people.get(residentId)?.personal.name) || '';
  return [
    ...assistances.map((assistance) => ({
      id: assistance.id,
      ref: { kind: 'household', id: assistance.householdId } as const,
      name: nameOf(assistance.residentId ?? houses.get(assistance.householdId)?.headId),
      home: find(assistance.buildingId, assistance.dwellingId),
      assistance,
      care: null,
      state: assistance.state,
      from: assistance.from,
    })),
    ...careNeeds.map((care) => ({
      id: care.id,
      ref: { kind: 'resident', id: care.residentId } as const,
      name: nameOf(care.residentId),
      home: find(care.buildingId, care.dwellingId),
      assistance: null,
      care,
      state: care.state,
      from: care.from,
    })),
  ];
};

export const assisted: Register<Row> = {
  load,
  personal: true,
  idOf: ({ id }) => id,
  refOf: ({ ref }) => ref,
  buildingIdOf: ({ home }) => home.building?.id ?? null,
  haystackOf: ({ name, home }) => `${name} ${homeText(home)} ${home.grid?.name ?? ''}`.toLowerCase(),
  columns: [
    {
      key: 'name',
      width: 110,
      value: ({ name }) => name,
      text: ({ name }, _words, bare) => (bare ? name : maskName(name)),
    },
    {
      key: 'assistedKind',
      width: 170,
      value: ({ assistance, care }) => assistance?.kind ?? care?.kind ?? null,
      codes: { ...ASSISTANCE_KIND, ...CARE_KIND },
    },
    {
      key: 'category',
      width: 160,
      value: ({ assistance, care }) => assistance?.category ?? care?.level ?? null,
      codes: { ...ASSISTANCE_CATEGORY, ...CARE_LEVEL },
    },
    ...homeColumns<Row>(),
    {
      key: 'personsCovered',
      width: 110,
      value: ({ assistance }) => assistance?.personsCovered ?? null,
      align: 'end',
    },
    { key: 'from', width: 130, value: ({ from }) => from, text: ({ from }, words) => words.date(from) },
    {
      key: 'nextReviewOn',
      width: 130,
      value: ({ assistance }) => assistance?.nextReviewOn ?? null,
      text: ({ assistance }, words) => words.date(assistance?.nextReviewOn),
    },
    { key: 'state', width: 100, value: ({ state }) => state, codes: RECORD_STATE, optional: true },
  ],
};
