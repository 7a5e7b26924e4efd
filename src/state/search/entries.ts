/** Records → entries of the index: what each is found by and how it reads in a result. Phones and IDs are shown masked. */
import { formatAddress } from '../../domain/address.ts';
import { ageOfResident } from '../../domain/age.ts';
import {
  FACILITY_KIND,
  GRID_KIND,
  MATTER_STAGE,
  OCCUPANCY,
  ORGANISATION_KIND,
  RESIDENT_STATUS,
  SEX,
} from '../../domain/codes.ts';
import { today } from '../../domain/dates.ts';
import { maskCitizenId, maskPhone } from '../../domain/mask.ts';
import type { Language } from '../../domain/reasons.ts';
import type {
  Building,
  Dwelling,
  Facility,
  Grid,
  Matter,
  Organisation,
  Resident,
} from '../../domain/records/index.ts';
import type { Syllables } from './pinyin-match.ts';
import type { Entry } from './search-entry.ts';
import { nameOf } from './search-entry.ts';
import type { SearchIndex } from './search-index.ts';

/** How names are read aloud: the worker gives pinyin-pro's readings. */
export interface Reader {
  readonly text: (text: string) => Syllables;
  readonly person: (name: string) => Syllables;
}

const join = (...parts: (string | undefined)[]): string => parts.filter((part) => part).join(' · ');
const DEPARTED_BEHIND = 30;

/** Where a home or building is, in words; empty where it is unknown. */
const addressOf = (
  index: SearchIndex,
  language: Language,
  buildingId: string | null,
  dwellingId: string | null,
): string => {
  const building = index.building(buildingId);
  if (!building) return '';
  const home = index.home(dwellingId);
  return formatAddress(
    { estate: building.estate, buildingName: building.name, unit: home?.unit, room: home?.room },
    language,
  );
};

export const residentEntry = (index: SearchIndex, read: Reader, resident: Resident): Entry => {
  const { name, formerName, phone, citizenId } = resident.personal;
  const here = resident.status === 'present';
  return {
    kind: 'resident',
    id: resident.id,
    ref: { kind: 'resident', id: resident.id },
    names: [name, formerName].filter((each) => each).map((each) => nameOf(each ?? '', read.person)),
    buildingId: resident.buildingId,
    dwellingId: resident.dwellingId,
    numbers: [phone, citizenId?.toLowerCase()].filter((each) => each !== undefined),
    behind: here ? 0 : DEPARTED_BEHIND,
    show: (language, number) => ({
      title: name,
      subtitle: join(
        here ? SEX[resident.sex][language] : RESIDENT_STATUS[resident.status][language],
        here ? ageText(ageOfResident(resident, today()), language) : undefined,
        number === null
          ? undefined
          : number === phone
            ? maskPhone(number)
            : maskCitizenId(number.toUpperCase()),
        addressOf(index, language, resident.buildingId, resident.dwellingId),
      ),
    }),
  };
};

const storeysText = (storeys: number, language: Language): string =>
  language === 'zh' ? `${storeys}层` : storeys === 1 ? '1 storey' : `${storeys} storeys`;

const ageText = (age: number, language: Language): string => (language === 'zh' ? `${age}岁` : String(age));

export const dwellingEntry = (index: SearchIndex, dwelling: Dwelling): Entry => ({
  kind: 'dwelling',
  id: dwelling.id,
  ref: { kind: 'dwelling', id: dwelling.id },
  names: [],
  buildingId: dwelling.buildingId,
  dwellingId: dwelling.id,
  numbers: [],
  behind: 0,
  show: (language) => ({
    title: addressOf(index, language, dwelling.buildingId, dwelling.id),
    subtitle: OCCUPANCY[dwelling.occupancy][language],
  }),
});

export const buildingEntry = (index: SearchIndex, read: Reader, building: Building, grid?: Grid): Entry => ({
  kind: 'building',
  id: building.id,
  ref: { kind: 'building', id: building.id },
  names: [
    building.name.startsWith(building.estate) ? building.name : building.estate + building.name,
    building.name,
    ...building.aliases,
  ].map((name) => nameOf(name, read.text)),
  buildingId: building.id,
  dwellingId: null,
  numbers: [],
  behind: 0,
  show: (language) => ({
    title: addressOf(index, language, building.id, null),
    subtitle: join(storeysText(building.storeys, language), grid?.name),
  }),
});

export const gridEntry = (read: Reader, grid: Grid): Entry => ({
  kind: 'grid',
  id: grid.id,
  ref: { kind: 'grid', id: grid.id },
  names: [nameOf(grid.name, read.text)],
  buildingId: null,
  dwellingId: null,
  numbers: [grid.code],
  behind: 0,
  show: (language) => ({ title: grid.name, subtitle: join(GRID_KIND[grid.kind][language], grid.code) }),
});

export const facilityEntry = (index: SearchIndex, read: Reader, facility: Facility): Entry => ({
  kind: 'facility',
  id: facility.id,
  ref: { kind: 'facility', id: facility.id },
  names: [nameOf(facility.name, read.text), nameOf(FACILITY_KIND[facility.kind].zh, read.text)],
  buildingId: facility.buildingId,
  dwellingId: null,
  numbers: [],
  behind: 0,
  show: (language) => ({
    title: facility.name,
    subtitle: join(
      FACILITY_KIND[facility.kind][language],
      addressOf(index, language, facility.buildingId, null),
    ),
  }),
});

export const organisationEntry = (index: SearchIndex, read: Reader, organisation: Organisation): Entry => ({
  kind: 'organisation',
  id: organisation.id,
  ref: { kind: 'organisation', id: organisation.id },
  names: [nameOf(organisation.name, read.text)],
  buildingId: organisation.buildingId,
  dwellingId: organisation.dwellingIds[0] ?? null,
  numbers: organisation.creditCode ? [organisation.creditCode.toLowerCase()] : [],
  behind: organisation.until === null ? 0 : DEPARTED_BEHIND,
  show: (language) => ({
    title: organisation.name,
    subtitle: join(
      ORGANISATION_KIND[organisation.kind][language],
      addressOf(index, language, organisation.buildingId, organisation.dwellingIds[0] ?? null),
    ),
  }),
});

const placeOfMatter = (matter: Matter): Entry['ref'] =>
  matter.dwellingId
    ? { kind: 'dwelling', id: matter.dwellingId }
    : matter.buildingId
      ? { kind: 'building', id: matter.buildingId }
      : matter.gridId
        ? { kind: 'grid', id: matter.gridId }
        : { kind: 'none' };

export const matterEntry = (index: SearchIndex, read: Reader, matter: Matter): Entry => ({
  kind: 'matter',
  id: matter.id,
  ref: placeOfMatter(matter),
  names: [nameOf(matter.personal.title, read.text)],
  buildingId: matter.buildingId,
  dwellingId: matter.dwellingId,
  numbers: [matter.number],
  behind: matter.open ? 0 : DEPARTED_BEHIND / 2,
  show: (language) => ({
    title: matter.personal.title,
    subtitle: join(
      matter.number,
      MATTER_STAGE[matter.stage][language],
      addressOf(index, language, matter.buildingId, matter.dwellingId),
    ),
  }),
});
