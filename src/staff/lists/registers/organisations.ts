/** 单位: organisations in the community's jurisdiction. */
import { ORGANISATION_KIND } from '../../../domain/codes.ts';
import { maskName, maskPhone } from '../../../domain/mask.ts';
import type { Organisation, PartyBody } from '../../../domain/records/index.ts';
import { type Home, homeColumns, homeFinder, homeText } from '../homes.ts';
import { all, byId } from '../../whole-table.ts';
import type { Register } from '../register.ts';

interface Row {
  readonly organisation: Organisation;
  readonly body: PartyBody | null;
  readonly home: Home;
}

const load = async (): Promise<Row[]> => {
  const [organisations, bodies, dwellings] = await Promise.all([
    all('organisations'),
    all('partyBodies'),
    all('dwellings'),
  ]);
  const find = homeFinder(byId(dwellings));
  const bodiesById = byId(bodies);
  return organisations.map((organisation) => ({
    organisation,
    body: organisation.partyBodyId ? (bodiesById.get(organisation.partyBodyId) ?? null) : null,
    home: find(organisation.buildingId, organisation.dwellingIds[0] ?? null),
  }));
};

export const organisations: Register<Row> = {
  load,
  personal: true,
  idOf: ({ organisation }) => organisation.id,
  refOf: ({ organisation }) => ({ kind: 'organisation', id: organisation.id }),
  buildingIdOf: ({ organisation }) => organisation.buildingId,
  haystackOf: ({ organisation, home }) =>
    `${organisation.name} ${organisation.industry} ${organisation.creditCode ?? ''} ${homeText(home)}`.toLowerCase(),
  columns: [
    { key: 'organisation', width: 260, value: ({ organisation }) => organisation.name },
    {
      key: 'organisationKind',
      width: 140,
      value: ({ organisation }) => organisation.kind,
      codes: ORGANISATION_KIND,
    },
    { key: 'industry', width: 120, value: ({ organisation }) => organisation.industry },
    ...homeColumns<Row>(),
    { key: 'staffCount', width: 100, value: ({ organisation }) => organisation.staffCount, align: 'end' },
    { key: 'partyBody', width: 200, value: ({ body }) => body?.name ?? null },
    { key: 'creditCode', width: 190, value: ({ organisation }) => organisation.creditCode, optional: true },
    {
      key: 'contact',
      width: 110,
      value: ({ organisation }) => organisation.personal.contactName ?? null,
      text: ({ organisation }, _words, bare) => {
        const name = organisation.personal.contactName ?? '';
        return bare ? name : maskName(name);
      },
    },
    {
      key: 'phone',
      width: 140,
      value: ({ organisation }) => organisation.personal.contactPhone ?? null,
      text: ({ organisation }, _words, bare) => {
        const phone = organisation.personal.contactPhone ?? '';
        return bare ? phone : maskPhone(phone);
      },
    },
    {
      key: 'since',
      width: 130,
      value: ({ organisation }) => organisation.since,
      text: ({ organisation }, words) => words.date(organisation.since),
      optional: true,
    },
  ],
};
