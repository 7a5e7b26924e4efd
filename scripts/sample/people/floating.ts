/** The floating population: who came, since when and why, and those registered here who work elsewhere. */
import { addDays, addMonths, addYears, earlier, later } from '../../../src/domain/dates.ts';
import type { FloatingRegistration } from '../../../src/domain/records/index.ts';
import type { Random } from '../random.ts';
import { type Stamp, TODAY } from '../stamp.ts';
import type { FamilyHousehold, Person } from './households.ts';

type Reason = FloatingRegistration['reason'];

const reasonOf = ({ age, work, family }: Person, random: Random): Reason => {
  if (age < 16) return '09';
  if (age > 62)
    return random.weighted([
      ['09', 7],
      ['07', 2],
      ['10', 1],
    ]);
  if (work.occupation === '学生') return '06';
  if (work.occupation === '个体经营') return '03';
  if (work.occupation === '家政服务') return '08';
  if (work.occupation === '餐饮服务') return '04';
  if (work.occupation === '务农') return '02';
  if (family.kind === 'dormitory') return '01';
  return random.weighted([
    ['01', 72],
    ['04', 8],
    ['09', 14],
    ['05', 2],
    ['99', 4],
  ]);
};

const permitOf = (
  from: string,
  age: number,
  random: Random,
): Pick<FloatingRegistration, 'permit' | 'permitFrom' | 'endorsedOn'> => {
  const earliest = addMonths(from, 6);
  if (age >= 16 && earliest < addDays(TODAY, -20) && random.chance(0.72)) {
    const permitFrom = earlier(addDays(earliest, random.whole(3, 90)), addDays(TODAY, -5));
    let endorsedOn: string | null = null;
    for (let due = addYears(permitFrom, 1); due < TODAY; due = addYears(due, 1)) {
      if (random.chance(0.94)) endorsedOn = addDays(due, -random.whole(0, 20));
    }
    return { permit: 'residencePermit', permitFrom, endorsedOn: endorsedOn && later(endorsedOn, permitFrom) };
  }
  if (random.chance(0.9)) {
    return {
      permit: 'registration',
      permitFrom: earlier(addDays(from, random.whole(0, 12)), TODAY),
      endorsedOn: null,
    };
  }
  return { permit: 'none', permitFrom: null, endorsedOn: null };
};

const OUT_PLACES = [
  '陕西省西安市',
  '甘肃省兰州市',
  '江苏省苏州市',
  '新疆乌鲁木齐市',
  '浙江省杭州市',
  '广东省东莞市',
  '北京市',
  '内蒙古鄂尔多斯市',
];

export const makeFloating = (
  families: readonly FamilyHousehold[],
  { random, stamp }: { random: Random; stamp: Stamp },
): FloatingRegistration[] => {
  const records: FloatingRegistration[] = [];
  const base = (person: Person) => ({
    ...stamp.base(),
    residentId: person.resident.id,
    householdId: person.family.household.id,
    buildingId: person.resident.buildingId,
    dwellingId: person.resident.dwellingId,
  });
  for (const family of families) {
    const owner = family.home.dwelling.personal;
    const let_ = family.home.dwelling.occupancy === 'let';
    if (family.floating) {
      for (const person of family.people) {
        const from = person.resident.since ?? family.since;
        const permit = permitOf(from, person.age, random);
        const employer = person.age >= 18 && person.age < 61 ? person.work.workplace : undefined;
        records.push({
          ...base(person),
          direction: 'in',
          reason: reasonOf(person, random),
          from,
          until: null,
          ...permit,
          state: 'active',
          personal: {
            ...(permit.permit === 'residencePermit'
              ? { permitNo: `LLJZ${String(records.length + 1).padStart(6, '0')}` }
              : {}),
            place: person.resident.personal.registeredAddress ?? '',
            ...(employer ? { employer } : {}),
            ...(let_ && owner.ownerName ? { landlordName: owner.ownerName } : {}),
            ...(let_ && owner.ownerPhone ? { landlordPhone: owner.ownerPhone } : {}),
          },
        });
      }
      continue;
    }
    for (const person of family.people) {
      const goes = person.age >= 20 && person.age < 50 && person.work.tie === 'none' && random.chance(0.035);
      if (!goes || person.resident.relation === '02') continue;
      const from = later(person.resident.since ?? family.since, addDays(TODAY, -random.whole(60, 900)));
      records.push({
        ...base(person),
        direction: 'out',
        reason: random.weighted([
          ['01', 8],
          ['03', 1],
          ['06', 1],
        ]),
        from: earlier(from, TODAY),
        until: null,
        permit: 'none',
        permitFrom: null,
        endorsedOn: null,
        state: 'active',
        personal: { place: random.pick(OUT_PLACES) },
      });
    }
  }
  // A few who left again: their last registrations stay on record, ended.
  for (const record of records.filter((r) => r.direction === 'out').slice(0, 14)) {
    record.state = 'ended';
    record.until = later(record.from, addDays(TODAY, -random.whole(5, 60)));
    record.personal.notes = '已返乡';
  }
  return records;
};
