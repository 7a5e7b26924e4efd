/** Visits of the quarter: people with high care weekly, others monthly, the revisit campaign, and after matters. */
import { addDays, dateOf } from '../../../src/domain/dates.ts';
import type { CareNeed, FloatingRegistration, Matter, Visit } from '../../../src/domain/records/index.ts';
import { QUARTER } from '../party/duties.ts';
import type { FamilyHousehold } from '../people/households.ts';
import { personName } from '../people/identities.ts';
import type { Random } from '../random.ts';
import { type Stamp, TODAY } from '../stamp.ts';

const NOTES: Record<Visit['result'], string[]> = {
  well: ['身体状况平稳，家中整洁', '已提醒按时服药', '生活正常，无需求', '用电用气安全，已检查'],
  needsHelp: ['希望协助预约体检', '家中灯具损坏，已报修', '需要代办缴费', '行动不便，申请上门服务'],
  notHome: ['家中无人，已留联系卡'],
};

export const makeVisits = (
  families: readonly FamilyHousehold[],
  careNeeds: readonly CareNeed[],
  floating: readonly FloatingRegistration[],
  matters: readonly Matter[],
  { random, stamp }: { random: Random; stamp: Stamp },
): Visit[] => {
  const visits: Visit[] = [];
  const visitors = Array.from({ length: 14 }, () =>
    personName(random, random.chance(0.4) ? '1' : '2', random.whole(1972, 2000)),
  );
  const add = (fields: Pick<Visit, 'kind' | 'buildingId' | 'dwellingId' | 'on'> & Partial<Visit>): void => {
    const result =
      fields.result ??
      random.weighted([
        ['well', 84],
        ['needsHelp', 9],
        ['notHome', 7],
      ] as const);
    visits.push({
      ...stamp.base(),
      householdId: null,
      residentId: null,
      matterId: null,
      result,
      nextOn: null,
      ...fields,
      personal: {
        visitor: random.pick(visitors),
        ...(random.chance(0.45) ? { notes: random.pick(NOTES[result]) } : {}),
      },
    });
  };
  const householdOf = new Map(
    families.flatMap((f) => f.people.map((p) => [p.resident.id, f.household.id] as const)),
  );
  const day = (): string => addDays(QUARTER.from, random.whole(0, QUARTER.days - 1));

  // The heaviest need of a person sets the rhythm.
  const rank = { high: 0, medium: 1, low: 2 } as const;
  const heaviest = new Map<string, CareNeed>();
  for (const need of careNeeds) {
    const known = heaviest.get(need.residentId);
    if (!known || rank[need.level] < rank[known.level]) heaviest.set(need.residentId, need);
  }
  for (const need of heaviest.values()) {
    if (need.level === 'low') continue;
    const step = need.level === 'high' ? 7 : 30;
    const offset = random.whole(0, step - 1);
    // Weekly visits are kept for the last five weeks; older ones are in the yearly file.
    const from = need.level === 'high' ? addDays(TODAY, -34) : QUARTER.from;
    for (let on = addDays(from, offset); on <= TODAY; on = addDays(on, step)) {
      if (random.chance(0.08)) continue;
      add({
        kind: 'care',
        residentId: need.residentId,
        householdId: householdOf.get(need.residentId) ?? null,
        buildingId: need.buildingId,
        dwellingId: need.dwellingId,
        on,
        nextOn: addDays(on, step),
      });
    }
  }
  for (const family of families) {
    if (!random.chance(0.07)) continue;
    const { buildingId, dwellingId, id } = family.household;
    add({ kind: 'revisit', householdId: id, buildingId, dwellingId, on: day() });
  }
  for (const record of floating) {
    if (record.direction !== 'in' || !random.chance(0.045)) continue;
    const { residentId, householdId, buildingId, dwellingId } = record;
    add({ kind: 'floating', residentId, householdId, buildingId, dwellingId, on: day() });
  }
  for (const matter of matters) {
    if (matter.finishedAt === null || matter.buildingId === null || matter.satisfaction === null) continue;
    const on = addDays(dateOf(matter.finishedAt), random.whole(1, 6));
    if (on > TODAY) continue;
    add({
      kind: 'matter',
      matterId: matter.id,
      residentId: matter.residentId,
      buildingId: matter.buildingId,
      dwellingId: matter.dwellingId,
      on,
      result: matter.satisfaction === 'dissatisfied' ? 'needsHelp' : 'well',
    });
  }
  return visits.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
};
