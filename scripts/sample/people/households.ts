/** Families move into homes: households and residents, with registration, dates, IDs and phones that agree. */
import { addDays, addYears, later } from '../../../src/domain/dates.ts';
import type { Household, Resident } from '../../../src/domain/records/index.ts';
import type { Random } from '../random.ts';
import { type Stamp, TODAY } from '../stamp.ts';
import { type FamilyKind, type Member, makeDormitory, makeFamily, OWNERS, TENANTS } from './families.ts';
import type { Home } from './homes.ts';
import { type Identities, personName } from './identities.ts';
import { educationOf, type Work, workOf } from './work.ts';

export interface Person {
  resident: Resident;
  age: number;
  work: Work;
  family: FamilyHousehold;
}
export interface FamilyHousehold {
  household: Household;
  home: Home;
  kind: FamilyKind | 'dormitory';
  people: Person[];
  /** Came from outside and registered as floating. */
  floating: boolean;
  /** Since when in this home. */
  since: string;
}

const COUNTIES = [
  '甘肃省庆阳市环县',
  '甘肃省庆阳市宁县',
  '甘肃省庆阳市合水县',
  '甘肃省庆阳市镇原县',
  '甘肃省庆阳市正宁县',
  '甘肃省庆阳市华池县',
  '甘肃省庆阳市庆城县',
  '甘肃省平凉市泾川县',
  '陕西省咸阳市长武县',
  '陕西省延安市吴起县',
  '宁夏固原市彭阳县',
  '甘肃省定西市通渭县',
];
const DISTRICT_PLACES = [
  '西峰区塬北村',
  '西峰区杏花坪村',
  '西峰区老城东巷',
  '西峰区槐树庄村',
  '西峰区南川村',
  '西峰区董家咀村',
];

/** Homes of the heating works' dormitory: 热力家属院 3号楼, first staircase. */
const isDormitory = ({ site, dwelling }: Home): boolean =>
  site.record.estate === '热力家属院' && site.record.number === '3' && dwelling.unit === 1;

const moveInDate = (random: Random, home: Home, tenant: boolean): string => {
  const built = `${(home.site.record.yearBuilt ?? 2000) + 1}-01-01`;
  const years = tenant
    ? random.weighted([
        [0, 30],
        [1, 30],
        [2, 18],
        [4, 14],
        [7, 8],
      ])
    : random.whole(0, 24);
  return later(built, addDays(addYears(TODAY, -years), -random.whole(20, 360)));
};

interface Makers {
  random: Random;
  stamp: Stamp;
  identities: Identities;
}

const toPerson = (
  { random, stamp, identities }: Makers,
  family: FamilyHousehold,
  member: Member,
  familyName: string | undefined,
): Person => {
  const { home, household } = family;
  const birthDate = addDays(addYears(TODAY, -member.age), -random.whole(1, 363));
  const birthYear = Number(birthDate.slice(0, 4));
  const education = educationOf(random, member.age);
  const work = workOf(random, member.age, member.sex, education);
  const hasPhone = member.age > 14 && random.chance(member.age > 78 ? 0.6 : 0.97);
  const resident: Resident = {
    ...stamp.base(),
    buildingId: home.site.record.id,
    dwellingId: home.dwelling.id,
    householdId: household.id,
    relation: member.relation,
    sex: member.sex,
    birthYear,
    status: 'present',
    registration: family.floating ? 'elsewhere' : 'here',
    registeredDwellingId: null,
    since: later(family.since, birthDate),
    leftOn: null,
    personal: {
      name: personName(random, member.sex, birthYear, member.ownName ? familyName : undefined),
      citizenId: identities.citizenId(birthDate, member.sex),
      birthDate,
      ...(hasPhone ? { phone: identities.phone() } : {}),
      ...(member.age > 15 ? { marital: member.marital } : {}),
      ...(education ? { education } : {}),
      ...(work.occupation ? { occupation: work.occupation } : {}),
      ...(work.workplace ? { workplace: work.workplace } : {}),
    },
  };
  return { resident, age: member.age, work, family };
};

const settle = (makers: Makers, home: Home): FamilyHousehold => {
  const { random, stamp, identities } = makers;
  const dormitory = isDormitory(home);
  const tenant = home.dwelling.occupancy === 'let';
  const { kind, members } = dormitory
    ? { kind: 'dormitory' as const, members: makeDormitory(random) }
    : makeFamily(random, tenant ? TENANTS : OWNERS);
  const floating = dormitory || random.chance(tenant ? 0.82 : 0.028);
  const household: Household = {
    ...stamp.base(),
    buildingId: home.site.record.id,
    dwellingId: home.dwelling.id,
    kind: dormitory ? 'collective' : 'family',
    headId: null,
    state: 'active',
    size: members.length,
    personal: floating || dormitory ? {} : { bookletNo: identities.bookletNo() },
  };
  const family: FamilyHousehold = {
    household,
    home,
    kind,
    people: [],
    floating,
    since: moveInDate(random, home, tenant || dormitory),
  };
  let familyName: string | undefined;
  for (const member of members) {
    const person = toPerson(makers, family, member, familyName);
    if (member.relation === '02') {
      familyName = person.resident.personal.name.slice(0, 1);
      household.headId = person.resident.id;
      if (person.resident.personal.phone) household.personal.phone = person.resident.personal.phone;
    }
    family.people.push(person);
  }
  return family;
};

/** 人户分离 and those registered outside: one household in seven is not registered where it lives, a few people singly. */
const register = (families: readonly FamilyHousehold[], random: Random): void => {
  const owned = families.filter((f) => !f.floating && f.home.dwelling.occupancy === 'owner');
  for (const family of families) {
    if (family.floating) {
      const place = random.pick(COUNTIES);
      for (const { resident } of family.people) resident.personal.registeredAddress = place;
      continue;
    }
    const whole = random.chance(family.home.dwelling.occupancy === 'let' ? 0.8 : 0.1);
    const other = random.chance(0.3) ? random.pick(owned) : undefined;
    const place = random.pick(DISTRICT_PLACES);
    for (const { resident } of family.people) {
      if (!whole && !random.chance(0.03)) continue;
      resident.registration = 'separated';
      if (other && other !== family) resident.registeredDwellingId = other.home.dwelling.id;
      else resident.personal.registeredAddress = place;
    }
  }
};

const nameOwners = (
  { random, identities }: Makers,
  homes: readonly Home[],
  families: readonly FamilyHousehold[],
): void => {
  const byHome = new Map(families.map((family) => [family.home, family]));
  for (const home of homes) {
    if (home.dwelling.use !== 'home') continue;
    const head = byHome.get(home)?.people.find((p) => p.resident.relation === '02')?.resident;
    const own = home.dwelling.occupancy === 'owner' && head;
    const sex = random.chance(0.7) ? '1' : '2';
    const ownerName = own ? head.personal.name : personName(random, sex, random.whole(1955, 1990));
    const ownerPhone = own ? head.personal.phone : identities.phone();
    home.dwelling.personal = { ownerName, ...(ownerPhone ? { ownerPhone } : {}) };
  }
};

/** Everybody who lives in the homes. Some homes hold two households. */
export const settleHomes = (homes: readonly Home[], makers: Makers): FamilyHousehold[] => {
  const { random } = makers;
  const families: FamilyHousehold[] = [];
  for (const home of homes) {
    if (home.dwelling.use !== 'home') continue;
    if (isDormitory(home)) home.dwelling.occupancy = 'let';
    if (home.dwelling.occupancy === 'vacant') continue;
    families.push(settle(makers, home));
    const shared =
      home.site.record.use === 'courtyard' ? 0.5 : home.dwelling.occupancy === 'let' ? 0.05 : 0.022;
    if (!isDormitory(home) && random.chance(shared)) families.push(settle(makers, home));
  }
  register(families, random);
  nameOwners(makers, homes, families);
  return families;
};

/** Some who were here in the last year and left, and some who died: kept as records, no longer of the household. */
export const recordDepartures = (families: readonly FamilyHousehold[], random: Random): Person[] => {
  const departed: Person[] = [];
  for (const family of families) {
    for (const person of [...family.people]) {
      const { resident, age } = person;
      if (resident.relation === '02') continue;
      const died = age > 72 && random.chance(0.035);
      const moved = !died && age > 17 && age < 30 && random.chance(0.028);
      if (!died && !moved) continue;
      const leftOn = addDays(TODAY, -random.whole(1, 400));
      if (resident.since !== null && leftOn <= resident.since) continue;
      resident.status = died ? 'died' : 'movedAway';
      resident.leftOn = leftOn;
      if (moved) resident.personal.destination = random.pick(['兰州市', '西安市', '庆城县', '银川市']);
      if (died) {
        const spouse = family.people.find(
          (p) =>
            p !== person &&
            (p.resident.relation === '02' ||
              p.resident.relation === '10' ||
              p.resident.relation === (resident.sex === '1' ? '52' : '51')),
        );
        if (spouse && Math.abs(spouse.age - age) < 12) spouse.resident.personal.marital = '30';
      }
      family.household.size -= 1;
      family.people = family.people.filter((p) => p !== person);
      departed.push(person);
    }
  }
  return departed;
};
