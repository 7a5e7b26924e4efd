/** 流动人口: who came here from elsewhere and who of here is away. */
import { FLOATING_DIRECTION, FLOATING_REASON, PERMIT, RECORD_STATE } from '../../../domain/codes.ts';
import { maskAddress, maskName } from '../../../domain/mask.ts';
import type { FloatingRegistration, Resident } from '../../../domain/records/index.ts';
import { type Home, homeColumns, homeFinder, homeText } from '../homes.ts';
import { all, byId } from '../../whole-table.ts';
import type { Register } from '../register.ts';

interface Row {
  readonly registration: FloatingRegistration;
  readonly resident: Resident | null;
  readonly home: Home;
}

const load = async (): Promise<Row[]> => {
  const [registrations, residents, dwellings] = await Promise.all([
    all('floatingRegistrations'),
    all('residents'),
    all('dwellings'),
  ]);
  const find = homeFinder(byId(dwellings));
  const people = byId(residents);
  return registrations.map((registration) => ({
    registration,
    resident: people.get(registration.residentId) ?? null,
    home: find(registration.buildingId, registration.dwellingId),
  }));
};

export const floating: Register<Row> = {
  load,
  personal: true,
  idOf: ({ registration }) => registration.id,
  refOf: ({ registration }) => ({ kind: 'resident', id: registration.residentId }),
  buildingIdOf: ({ registration }) => registration.buildingId,
  haystackOf: ({ resident, registration, home }) =>
    `${resident?.personal.name ?? ''} ${homeText(home)} ${registration.personal.place ?? ''} ${home.grid?.name ?? ''}`.toLowerCase(),
  columns: [
    {
      key: 'name',
      width: 110,
      value: ({ resident }) => resident?.personal.name ?? null,
      text: ({ resident }, _words, bare) =>
        resident ? (bare ? resident.personal.name : maskName(resident.personal.name)) : '',
    },
    {
      key: 'direction',
      width: 96,
      value: ({ registration }) => registration.direction,
      codes: FLOATING_DIRECTION,
    },
    { key: 'reason', width: 120, value: ({ registration }) => registration.reason, codes: FLOATING_REASON },
    ...homeColumns<Row>(),
    {
      key: 'place',
      width: 180,
      value: ({ registration }) => registration.personal.place ?? null,
      text: ({ registration }, _words, bare) =>
        bare ? (registration.personal.place ?? '') : maskAddress(registration.personal.place ?? ''),
    },
    {
      key: 'from',
      width: 130,
      value: ({ registration }) => registration.from,
      text: ({ registration }, words) => words.date(registration.from),
    },
    { key: 'permit', width: 120, value: ({ registration }) => registration.permit, codes: PERMIT },
    {
      key: 'endorsedOn',
      width: 130,
      value: ({ registration }) => registration.endorsedOn,
      text: ({ registration }, words) => words.date(registration.endorsedOn),
    },
    {
      key: 'until',
      width: 130,
      value: ({ registration }) => registration.until,
      text: ({ registration }, words) => words.date(registration.until),
      optional: true,
    },
    {
      key: 'state',
      width: 100,
      value: ({ registration }) => registration.state,
      codes: RECORD_STATE,
      optional: true,
    },
  ],
};
