/**
 * Rows about people to those people: by citizen ID, else by name together with birth, home or phone. What fits more than one is
 * rejected with those who come nearest; so is what fits nobody, unless the register may make residents of people who are not on record.
 */
import { type Reason, reasonOf } from '../../../domain/reasons.ts';
import type { Resident } from '../../../domain/records/index.ts';
import { similarity } from '../places/distance.ts';
import type { PlaceResolution } from '../places/directory.ts';
import { addressOf, placeCandidates, type PlanContext, writtenAddress } from './context.ts';
import { birthFits, birthReasons, type Facts, factsOf } from './person-row.ts';
import { recordedById } from './residents.ts';
import { type RowValues, textOf } from './row-reader.ts';

export interface FoundPerson {
  readonly row: RowValues;
  readonly resident: Resident;
}

/** Somebody who is not on record, of whom the row says enough to be registered. */
export interface UnknownPerson {
  readonly row: RowValues;
  readonly facts: Facts;
  readonly dwellingId: string;
}

const NAMES_AT_ONCE = 2_000;
const MOST_CANDIDATES = 5;
/** Names as like as 王建国 and 王建军. */
const LIKE_NAME = 0.6;

const recordedByName = async (
  names: readonly string[],
  context: PlanContext,
): Promise<Map<string, Resident[]>> => {
  const found = new Map<string, Resident[]>();
  const distinct = [...new Set(names)].filter((name) => name !== '');
  for (let at = 0; at < distinct.length; at += NAMES_AT_ONCE) {
    for (const resident of await context.existing.residentsByName(distinct.slice(at, at + NAMES_AT_ONCE))) {
      const { name } = resident.personal;
      const list = found.get(name);
      if (list) list.push(resident);
      else found.set(name, [resident]);
    }
  }
  return found;
};

interface Sought {
  readonly row: RowValues;
  readonly facts: Facts;
  readonly place: PlaceResolution | null;
}

/** How much speaks for a person of the same name; null where something speaks against. */
const evidence = (r: Resident, { row, facts, place }: Sought): number | null => {
  let count = 0;
  if (facts.birth.year !== null) {
    if (!birthFits(r, facts.birth)) return null;
    // An age alone fits too many.
    count += facts.birth.date !== null ? 2 : facts.birth.about ? 0.5 : 1;
  }
  const sex = textOf(row, 'sex');
  if (sex !== undefined && ['1', '2'].includes(sex) && ['1', '2'].includes(r.sex) && sex !== r.sex)
    return null;
  if (facts.citizenId !== null && r.personal.citizenId !== undefined) return null;
  if (place?.found === 'dwelling' && place.dwellingId === r.dwellingId) count += 2;
  else if (place !== null && 'buildingId' in place && place.buildingId === r.buildingId) count += 1;
  const phone = textOf(row, 'phone');
  if (phone !== undefined && phone === r.personal.phone) count += 2;
  return count;
};

/** Who lives in the row's home under a like name, the likest first. */
const likeNamed = ({ facts, place }: Sought, context: PlanContext): Resident[] => {
  const home = place?.found === 'dwelling' ? (context.working.home(place.dwellingId)?.residents ?? []) : [];
  return home
    .map((r) => ({ r, likeness: similarity(r.personal.name, facts.name) }))
    .filter(({ r, likeness }) => r.status === 'present' && likeness >= LIKE_NAME)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ r }) => r);
};

/** May be the same person, written otherwise: nothing that the row says tells the two apart. */
const mayBe = (r: Resident, { facts }: Sought): boolean => {
  const differs =
    facts.citizenId !== null &&
    r.personal.citizenId !== undefined &&
    facts.citizenId !== r.personal.citizenId;
  return birthFits(r, facts.birth) && (!differs || r.personal.name === facts.name);
};

/** What a row lacks for registering its person; in the order in which one fills it in. */
const lackingOf = ({ row, facts, place }: Sought): [zh: string, en: string][] => [
  ...(facts.name === '' ? [['姓名', 'the name'] as [string, string]] : []),
  ...(facts.citizenId === null && facts.birth.date === null
    ? [['身份证号（或完整的出生日期）', 'the citizen ID (or the full date of birth)'] as [string, string]]
    : []),
  ...(place?.found === 'dwelling'
    ? []
    : [
        (writtenAddress(row) === ''
          ? ['住址', 'the address']
          : ['能对应到一套住房的住址', 'an address that names one home']) as [string, string],
      ]),
];

const rejectUnknown = (sought: Sought, sameName: readonly Resident[], context: PlanContext): void => {
  const { row, facts, place } = sought;
  const atHome = likeNamed(sought, context);
  const lacking = lackingOf(sought);
  if (context.registersPeople && lacking.length > 0 && atHome.length === 0 && sameName.length === 0) {
    const list = (language: 0 | 1): string =>
      lacking.map((one) => one[language]).join(language === 0 ? '、' : ', ');
    const reason = reasonOf(
      'person.notEnough',
      `“${facts.name}”还没有登记；要按这一行登记为居民，还缺：${list(0)}。`,
      `“${facts.name}” is not on record; to register the person by this row it lacks: ${list(1)}.`,
    );
    context.reject(row, [context.at(row, reason, place?.found === 'dwelling' ? 'citizenId' : 'address')], {
      candidates: place ? placeCandidates(place) : [],
    });
    return;
  }
  const candidates = [...new Set([...atHome, ...sameName])].slice(0, MOST_CANDIDATES);
  const [zh, en] =
    candidates.length === 0
      ? ['请先登记为居民。', 'register the person first.']
      : [
          '请补充身份证号、出生日期或住址，或从相近的人中选择。',
          'add the citizen ID, date of birth or address, or choose among those who come near.',
        ];
  const reason = reasonOf(
    'person.unknown',
    `没有与“${facts.name}”相符的居民，${zh}`,
    `No resident fits “${facts.name}”; ${en}`,
  );
  context.reject(row, [context.at(row, reason, 'name')], {
    candidates: candidates.map((r) => context.candidateOf(r)),
  });
};

export const otherName = (recorded: Resident, name: string): Reason =>
  reasonOf(
    'person.otherName',
    `此身份证号登记的是“${recorded.personal.name}”，不是“${name}”，请核对姓名和号码。`,
    `This citizen ID is recorded for “${recorded.personal.name}”, not “${name}”; check name and number.`,
    'name',
  );

const findOne = (
  sought: Sought,
  byId: ReadonlyMap<string, readonly Resident[]>,
  byName: ReadonlyMap<string, readonly Resident[]>,
  context: PlanContext,
): FoundPerson | UnknownPerson | null => {
  const { row, facts, place } = sought;
  const sameId = (facts.citizenId === null ? [] : (byId.get(facts.citizenId) ?? [])).filter(
    (r) => facts.name === '' || r.personal.name === facts.name,
  );
  const withId = sameId.find((r) => r.status === 'present') ?? sameId[0];
  if (withId) return { row, resident: withId };
  const other = facts.citizenId === null ? undefined : byId.get(facts.citizenId)?.[0];
  if (other) {
    context.reject(row, [context.at(row, otherName(other, facts.name))], {
      candidates: [context.candidateOf(other)],
    });
    return null;
  }
  const sameName = byName.get(facts.name) ?? [];
  const fitting = sameName
    .map((resident) => ({ resident, count: evidence(resident, sought) }))
    .filter((one): one is { resident: Resident; count: number } => one.count !== null && one.count >= 1)
    .sort(
      (a, b) =>
        Number(b.resident.status === 'present') - Number(a.resident.status === 'present') ||
        b.count - a.count,
    );
  const [best, second] = fitting;
  if (!best) {
    const enough = lackingOf(sought).length === 0;
    if (
      context.registersPeople &&
      enough &&
      place?.found === 'dwelling' &&
      !likeNamed(sought, context).some((r) => mayBe(r, sought))
    ) {
      const wrong = birthReasons(row, facts.birth);
      if (wrong.length === 0) return { row, facts, dwellingId: place.dwellingId };
      context.reject(
        row,
        wrong.map((reason) => context.at(row, reason)),
      );
      return null;
    }
    rejectUnknown(sought, sameName, context);
    return null;
  }
  if (second && second.count === best.count && second.resident.status === best.resident.status) {
    const reason = reasonOf(
      'person.several',
      `有 ${fitting.length} 位居民与“${facts.name}”相符，请补充身份证号。`,
      `${fitting.length} residents fit “${facts.name}”; add the citizen ID.`,
    );
    context.reject(row, [context.at(row, reason, 'name')], {
      candidates: fitting.slice(0, MOST_CANDIDATES).map(({ resident }) => context.candidateOf(resident)),
    });
    return null;
  }
  return { row, resident: best.resident };
};

/** Some rows at a time; rows that cannot be read are rejected too. */
export const findPeople = async (
  rows: readonly RowValues[],
  context: PlanContext,
): Promise<readonly (FoundPerson | UnknownPerson)[]> => {
  const sought: Sought[] = [];
  for (const row of rows) {
    if (row.errors.length > 0) {
      context.reject(row, row.errors);
      continue;
    }
    const facts = factsOf(row, context.today);
    sought.push({ row, facts, place: context.directory.resolveColumns(addressOf(row)) });
  }
  const byId = await recordedById(
    sought.flatMap(({ facts }) => (facts.citizenId === null ? [] : [facts.citizenId])),
    context,
  );
  const unknown = sought.filter(({ facts }) => facts.citizenId === null || !byId.has(facts.citizenId));
  const byName = await recordedByName(
    unknown.map(({ facts }) => facts.name),
    context,
  );
  // Homes of those whose name nobody has: somebody of a like name may live there.
  await context.working.load(
    unknown.flatMap(({ facts, place }) =>
      place?.found === 'dwelling' && (context.registersPeople || !byName.has(facts.name))
        ? [place.dwellingId]
        : [],
    ),
  );
  return sought.flatMap((one) => findOne(one, byId, byName, context) ?? []);
};
