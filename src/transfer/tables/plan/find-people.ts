/**
 * Rows about people who are recorded already, to those people: by citizen ID, else by name together with birth, home or phone. What
 * fits nobody, or more than one, is rejected with those who come nearest.
 */
import { reasonOf } from '../../../domain/reasons.ts';
import type { Resident } from '../../../domain/records/index.ts';
import { similarity } from '../places/distance.ts';
import type { PlaceResolution } from '../places/directory.ts';
import { addressOf, type PlanContext } from './context.ts';
import { birthFits, type Facts, factsOf } from './person-row.ts';
import { recordedById } from './residents.ts';
import { type RowValues, textOf } from './row-reader.ts';

export interface FoundPerson {
  readonly row: RowValues;
  readonly resident: Resident;
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

const rejectUnknown = (sought: Sought, sameName: readonly Resident[], context: PlanContext): void => {
  const { row, facts, place } = sought;
  const home = place?.found === 'dwelling' ? (context.working.home(place.dwellingId)?.residents ?? []) : [];
  const atHome = home
    .map((r) => ({ r, likeness: similarity(r.personal.name, facts.name) }))
    .filter(({ r, likeness }) => r.status === 'present' && likeness >= LIKE_NAME)
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ r }) => r);
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

const findOne = (
  sought: Sought,
  byId: ReadonlyMap<string, readonly Resident[]>,
  byName: ReadonlyMap<string, readonly Resident[]>,
  context: PlanContext,
): FoundPerson | null => {
  const { row, facts } = sought;
  const sameId = (facts.citizenId === null ? [] : (byId.get(facts.citizenId) ?? [])).filter(
    (r) => facts.name === '' || r.personal.name === facts.name,
  );
  const withId = sameId.find((r) => r.status === 'present') ?? sameId[0];
  if (withId) return { row, resident: withId };
  const other = facts.citizenId === null ? undefined : byId.get(facts.citizenId)?.[0];
  if (other) {
    const reason = reasonOf(
      'person.otherName',
      `此身份证号登记的是“${other.personal.name}”，不是“${facts.name}”，请核对姓名和号码。`,
      `This citizen ID is recorded for “${other.personal.name}”, not “${facts.name}”; check name and number.`,
    );
    context.reject(row, [context.at(row, reason, 'name')], { candidates: [context.candidateOf(other)] });
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

/** Rows that cannot be read are rejected too. */
export const findPeople = async (
  rows: readonly RowValues[],
  context: PlanContext,
): Promise<FoundPerson[]> => {
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
      place?.found === 'dwelling' && !byName.has(facts.name) ? [place.dwellingId] : [],
    ),
  );
  return sought.flatMap((one) => findOne(one, byId, byName, context) ?? []);
};
