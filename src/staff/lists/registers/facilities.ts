/** 便民设施: the ten kinds of facility; nothing in it is personal. */
import { FACILITY_KIND } from '../../../domain/codes.ts';
import type { Facility } from '../../../domain/records/index.ts';
import { type Home, homeColumns, homeFinder, homeText } from '../homes.ts';
import { all } from '../../whole-table.ts';
import type { Register } from '../register.ts';

interface Row {
  readonly facility: Facility;
  readonly home: Home;
  readonly services: readonly string[];
}

const load = async (): Promise<Row[]> => {
  const [facilities, services] = await Promise.all([all('facilities'), all('services')]);
  const find = homeFinder(new Map());
  return facilities.map((facility) => ({
    facility,
    home: find(facility.buildingId, null),
    services: services.filter((s) => s.facilityId === facility.id).map((s) => s.name),
  }));
};

export const facilities: Register<Row> = {
  load,
  personal: false,
  idOf: ({ facility }) => facility.id,
  refOf: ({ facility }) => ({ kind: 'facility', id: facility.id }),
  buildingIdOf: ({ facility }) => facility.buildingId,
  haystackOf: ({ facility, home, services }) =>
    `${facility.name} ${homeText(home)} ${services.join(' ')}`.toLowerCase(),
  columns: [
    { key: 'facility', width: 240, value: ({ facility }) => facility.name },
    { key: 'facilityKind', width: 210, value: ({ facility }) => facility.kind, codes: FACILITY_KIND },
    ...homeColumns<Row>(),
    { key: 'openHours', width: 190, value: ({ facility }) => facility.openHours },
    { key: 'phone', width: 140, value: ({ facility }) => facility.phone },
    { key: 'reachMetres', width: 120, value: ({ facility }) => facility.reachMetres, align: 'end' },
    {
      key: 'services',
      width: 300,
      value: ({ services }) => services.length,
      text: ({ services }, words) => services.join(words.language === 'zh' ? '、' : ', '),
    },
  ],
};
