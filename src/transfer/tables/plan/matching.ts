/**
 * Whether a row's person is recorded already, or stands in the file a second time. Where values leave that to a person, the pair is
 * asked, and the row waits until it is decided.
 */
import { notPresent } from '../../../domain/operations/index.ts';
import { type Reason, reasonOf } from '../../../domain/reasons.ts';
import type { Resident } from '../../../domain/records/index.ts';
import type { PlanContext } from './context.ts';
import type { DuplicatePair, PairKind } from './outcome.ts';
import { birthFits, type PersonRow } from './person-row.ts';

export type Match =
  | { readonly as: 'new' }
  | { readonly as: 'recorded' | 'moved'; readonly resident: Resident }
  /** The same as an earlier row of the file. */
  | { readonly as: 'again'; readonly earlier: PersonRow }
  /** The outcome is given. */
  | { readonly as: 'done' };

const NEW: Match = { as: 'new' };
const DONE: Match = { as: 'done' };

const samePerson = ({ facts: a }: PersonRow, { facts: b }: PersonRow): boolean => {
  if (a.name !== b.name) return false;
  if (a.birth.date !== null && b.birth.date !== null) return a.birth.date === b.birth.date;
  const apart = Math.abs((a.birth.year ?? Number.NaN) - (b.birth.year ?? Number.NaN));
  return apart <= (a.birth.about || b.birth.about ? 1 : 0);
};

const question = (kind: PairKind, name: string, other: string): readonly [zh: string, en: string] => {
  switch (kind) {
    case 'sameId':
      return [
        `“${name}”的身份证号与${other}相同，但内容不同：是同一人（合并），还是两条都保留？`,
        `“${name}” has the same citizen ID as ${other}, with other values: one person (merge), or keep both?`,
      ];
    case 'sameIdOtherName':
      return [
        `“${name}”的身份证号与已登记的“${other}”相同，姓名不同：是同一人（合并并改名），还是两条都保留？`,
        `“${name}” has the same citizen ID as the recorded “${other}” of another name: one person (merge and rename), or keep both?`,
      ];
    case 'sameNameBirthHome':
      return [
        `“${name}”与“${other}”同名、同出生日期、同住址，身份证号不同：是同一人（合并），还是两个人？`,
        `“${name}” has the name, date of birth and home of “${other}”, but another citizen ID: one person (merge), or two?`,
      ];
    default:
      return [
        `“${name}”登记在另一处：${other}。是迁到表中的住址（合并），还是两条都保留？`,
        `“${name}” is recorded elsewhere: ${other}. Has the person moved to the address of the file (merge), or keep both?`,
      ];
  }
};

export const createMatcher = (
  context: PlanContext,
  recordedById: ReadonlyMap<string, readonly Resident[]>,
) => {
  const claimed = context.takenPeople;
  const byId = new Map<string, PersonRow>();
  /** By home and name: a home may be a hall of residence. */
  const byHome = new Map<string, PersonRow[]>();

  const ask = (kind: PairKind, person: PersonRow, other: PersonRow | Resident): 'merge' | 'keep' | null => {
    const { row } = person.read;
    const isRow = 'read' in other;
    const label = isRow ? `第 ${other.read.row} 行` : context.labelOf(other);
    const [zh, en] = question(kind, person.facts.name, isRow ? label : context.labelOf(other));
    const pair: DuplicatePair = {
      key: `${kind}:${row}:${isRow ? other.read.row : other.id}`,
      kind,
      row,
      other: isRow ? { row: other.read.row } : { residentId: other.id, label },
      zh,
      en: isRow ? en.replace(label, `row ${other.read.row}`) : en,
    };
    const decision = context.decide(pair);
    if (decision === null) {
      const reason: Reason = reasonOf(`import.${kind}`, pair.zh, pair.en);
      context.reject(
        person.read,
        [context.at(person.read, reason, kind === 'moved' ? 'address' : 'citizenId')],
        {
          pair: pair.key,
          candidates: isRow ? [] : [context.candidateOf(other)],
        },
      );
    }
    return decision;
  };

  /** An earlier row of the same person; null where there is none or a person said that they are two. */
  const inFile = (person: PersonRow): Match | null => {
    const { citizenId } = person.facts;
    const place = `${person.dwellingId}/${person.facts.name}`;
    const neighbours = byHome.get(place);
    const sameId = citizenId === null ? undefined : byId.get(citizenId);
    const earlier = sameId ?? neighbours?.find((other) => samePerson(other, person));
    if (citizenId !== null && !sameId) byId.set(citizenId, person);
    if (!neighbours) byHome.set(place, [person]);
    else neighbours.push(person);
    if (!earlier) return null;
    if (
      JSON.stringify(earlier.read.values) === JSON.stringify(person.read.values) &&
      earlier.dwellingId === person.dwellingId
    ) {
      const repeated = reasonOf(
        'import.repeated',
        `与第 ${earlier.read.row} 行完全相同，只导入一次。`,
        `The same as row ${earlier.read.row}; it is imported once.`,
      );
      context.accept(person.read, 'unchanged', [], [context.at(person.read, repeated, undefined, 'warning')]);
      return DONE;
    }
    const decision = ask(sameId ? 'sameId' : 'sameNameBirthHome', person, earlier);
    if (decision === null) return DONE;
    return decision === 'merge' ? { as: 'again', earlier } : null;
  };

  const recordedWithId = (person: PersonRow): Match | null => {
    const { citizenId, name } = person.facts;
    if (citizenId === null) return null;
    const fitness = (r: Resident): number =>
      (r.status === 'present' ? 4 : 0) +
      (r.personal.name === name ? 2 : 0) +
      (r.dwellingId === person.dwellingId ? 1 : 0);
    const [best] = (recordedById.get(citizenId) ?? [])
      .map((r) => context.working.resident(r))
      .filter((r) => !claimed.has(r.id))
      .sort((a, b) => fitness(b) - fitness(a));
    if (!best) return null;
    if (best.status !== 'present') {
      context.reject(person.read, [context.at(person.read, notPresent, 'name')], {
        candidates: [context.candidateOf(best)],
      });
      return DONE;
    }
    if (best.personal.name !== name) {
      const decision = ask('sameIdOtherName', person, best);
      if (decision !== 'merge') return decision === null ? DONE : NEW;
    }
    if (best.dwellingId === person.dwellingId) return { as: 'recorded', resident: best };
    const { moves = 'ask' } = context.options;
    if (moves === 'stay') return { as: 'recorded', resident: best };
    const decision = moves === 'move' ? 'merge' : ask('moved', person, best);
    if (decision === null) return DONE;
    return decision === 'merge' ? { as: 'moved', resident: best } : NEW;
  };

  const recordedAtHome = (person: PersonRow): Match | null => {
    const { name, citizenId, birth } = person.facts;
    const same = (context.working.home(person.dwellingId)?.residents ?? []).filter(
      (r) => r.status === 'present' && r.personal.name === name && !claimed.has(r.id) && birthFits(r, birth),
    );
    const differs = (r: Resident): boolean =>
      citizenId !== null && r.personal.citizenId !== undefined && r.personal.citizenId !== citizenId;
    const best = same.find((r) => !differs(r)) ?? same[0];
    if (!best) return null;
    if (!differs(best)) return { as: 'recorded', resident: best };
    const decision = ask('sameNameBirthHome', person, best);
    if (decision === null) return DONE;
    return decision === 'merge' ? { as: 'recorded', resident: best } : NEW;
  };

  return (person: PersonRow): Match => {
    const match = inFile(person) ?? recordedWithId(person) ?? recordedAtHome(person) ?? NEW;
    if ('resident' in match) claimed.add(match.resident.id);
    return match;
  };
};
