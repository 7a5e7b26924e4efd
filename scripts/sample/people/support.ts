/** Assistance to households, and the care that people need, as their ages and families say. */
import { nextReview, REVIEW_MONTHS } from '../../../src/domain/checks/assistance.ts';
import { addDays, addMonths, addYears, later } from '../../../src/domain/dates.ts';
import type { Assistance, CareNeed } from '../../../src/domain/records/index.ts';
import type { Random } from '../random.ts';
import { type Stamp, TODAY } from '../stamp.ts';
import type { FamilyHousehold, Person } from './households.ts';
import { personName } from './identities.ts';

interface Makers {
  random: Random;
  stamp: Stamp;
}

const LOW_INCOME_SHARE = 0.042;
const REASONS = ['因病', '因残', '缺少劳动力', '单亲抚养', '失业', '年老无固定收入'];

/** How likely a family needs help, relative to others. */
const needOf = (family: FamilyHousehold): number => {
  const year = family.home.site.record.yearBuilt ?? 2000;
  const place = family.home.site.record.use === 'courtyard' ? 2.4 : year < 2004 ? 2 : 0.6;
  const kind: Partial<Record<FamilyHousehold['kind'], number>> = {
    singleElder: 3,
    singleParent: 4,
    grandparents: 4,
    coupleElder: 1.4,
  };
  const working = family.people.some((p) => p.work.tie === 'unit') ? 0.08 : 1;
  return place * (kind[family.kind] ?? 1) * working;
};

/** The heaviest of a weighted draw without replacement. */
export const drawWeighted = <T>(
  items: readonly T[],
  weightOf: (item: T) => number,
  count: number,
  random: Random,
): T[] =>
  items
    .map((item) => ({ item, key: -Math.log(1 - random.next()) / Math.max(weightOf(item), 1e-9) }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ item }) => item);

const toAssistance = (
  family: FamilyHousehold,
  kind: Assistance['kind'],
  n: number,
  { random, stamp }: Makers,
): Assistance => {
  const category =
    kind === 'lowIncome'
      ? random.weighted([
          ['A', 24],
          ['B', 44],
          ['C', 32],
        ] as const)
      : 'C';
  const months = kind === 'lowIncome' ? random.whole(1, 46) : random.whole(1, 8);
  const approvedOn = later(
    addDays(addMonths(TODAY, -months), -random.whole(0, 25)),
    addDays(family.since, 30),
  );
  const from = approvedOn > TODAY ? TODAY : approvedOn;
  let reviewed = from;
  while (addMonths(reviewed, REVIEW_MONTHS[category]) <= addDays(TODAY, -12))
    reviewed = addMonths(reviewed, REVIEW_MONTHS[category]);
  const head = family.people.find((p) => p.resident.relation === '02');
  const persons = kind === 'lowIncome' && random.chance(0.8) ? family.people.length : 1;
  return {
    ...stamp.base(),
    householdId: family.household.id,
    residentId: kind === 'lowIncome' ? null : (head?.resident.id ?? null),
    buildingId: family.household.buildingId,
    dwellingId: family.household.dwellingId,
    kind,
    category,
    approvedOn: from,
    from,
    until: kind === 'lowIncome' ? null : addYears(from, 1),
    personsCovered: persons,
    nextReviewOn: kind === 'lowIncome' ? nextReview(category, reviewed) : null,
    state: 'active',
    personal: {
      certificateNo: `${kind === 'lowIncome' ? 'DB' : 'JZ'}2026${String(n).padStart(5, '0')}`,
      monthlyYuan: persons * random.pick([380, 420, 460, 520, 590, 640]),
      reason: random.pick(REASONS),
      helperName: personName(random, random.chance(0.5) ? '1' : '2', random.whole(1970, 1995)),
    },
  };
};

export const makeAssistances = (families: readonly FamilyHousehold[], makers: Makers): Assistance[] => {
  const eligible = families.filter((f) => !f.floating && f.kind !== 'dormitory' && f.people.length > 0);
  const chosen = drawWeighted(
    eligible,
    needOf,
    Math.round(families.length * LOW_INCOME_SHARE) + 34,
    makers.random,
  );
  return chosen.map((family, i) => {
    const kind = i < chosen.length - 34 ? 'lowIncome' : i < chosen.length - 16 ? 'medical' : 'temporary';
    return toAssistance(family, kind, i + 1, makers);
  });
};

type Disability = NonNullable<CareNeed['disability']>;
const DISABILITIES: [Disability, number][] = [
  ['physical', 54],
  ['sight', 12],
  ['hearing', 13],
  ['speech', 3],
  ['intellectual', 8],
  ['mental', 8],
  ['multiple', 4],
];

export const makeCareNeeds = (
  families: readonly FamilyHousehold[],
  { random, stamp }: Makers,
): CareNeed[] => {
  const records: CareNeed[] = [];
  const add = (
    person: Person,
    kind: CareNeed['kind'],
    level: CareNeed['level'],
    since: string,
    more?: Partial<CareNeed>,
  ): void => {
    const others = person.family.people.filter((p) => p !== person && p.age > 17);
    const contact = others[0]?.resident.personal;
    records.push({
      ...stamp.base(),
      residentId: person.resident.id,
      buildingId: person.resident.buildingId,
      dwellingId: person.resident.dwellingId,
      kind,
      level,
      disability: null,
      disabilityLevel: null,
      from: since > TODAY ? TODAY : since,
      until: null,
      state: 'active',
      personal: {
        ...(contact ? { contactName: contact.name } : {}),
        ...(contact?.phone ? { contactPhone: contact.phone } : {}),
        helperName: personName(random, random.chance(0.4) ? '1' : '2', random.whole(1968, 1998)),
      },
      ...more,
    });
  };
  const lately = (years: number): string => addDays(TODAY, -random.whole(30, years * 365));
  for (const family of families) {
    const present = family.people;
    const elders = present.filter((p) => p.age >= 65);
    const alone = present.length === 1 && elders.length === 1;
    const empty = present.length === 2 && elders.length === 2;
    for (const person of present) {
      const { age, resident } = person;
      if (age >= 80) {
        const turned = addYears(resident.personal.birthDate ?? TODAY, 80);
        add(person, 'aged80', alone ? 'high' : 'medium', turned);
      }
      if (age >= 78 && random.chance(0.11)) add(person, 'dependent', 'high', lately(4));
      if (random.chance(age > 60 ? 0.032 : age > 17 ? 0.012 : 0.005)) {
        const level = random.weighted([
          [1, 12],
          [2, 26],
          [3, 30],
          [4, 32],
        ] as const);
        const number = String(records.length + 1).padStart(5, '0');
        add(person, 'disabled', level === 1 ? 'high' : level === 2 ? 'medium' : 'low', lately(9), {
          disability: random.weighted(DISABILITIES),
          disabilityLevel: level,
          personal: { certificateNo: `CJ${number}` },
        });
        if (level === 1 && age > 17 && random.chance(0.4)) add(person, 'dependent', 'high', lately(4));
      }
      if (person.resident.sex === '1' && age > 50 && random.chance(0.018))
        add(person, 'veteranCare', 'low', lately(8));
    }
    const [first] = elders;
    if (alone && first) {
      add(first, 'livingAlone', first.age >= 75 ? 'high' : 'medium', lately(5));
      if (random.chance(0.09)) add(first, 'destitute', 'high', lately(5));
    }
    if (empty)
      for (const person of elders) add(person, 'emptyNest', person.age >= 75 ? 'medium' : 'low', lately(6));
    if (empty && first && random.chance(0.03))
      for (const person of elders) add(person, 'lostOnlyChild', 'high', lately(8));
    if (family.kind === 'grandparents') {
      const child = present.find((p) => p.age < 16);
      if (child) add(child, 'leftBehindChild', 'high', lately(3));
    }
  }
  return records;
};
