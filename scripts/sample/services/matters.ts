/** A quarter of matters: five kinds, five channels, every stage; what was opened long ago is archived, what came this week is not. */
import { addDays, dateOf } from '../../../src/domain/dates.ts';
import type { Matter, Service } from '../../../src/domain/records/index.ts';
import { QUARTER } from '../party/duties.ts';
import type { Person } from '../people/households.ts';
import { personName } from '../people/identities.ts';
import type { Random } from '../random.ts';
import { instantOf, NOW_MS, type Stamp } from '../stamp.ts';
import { afterWorkingDays, isWorkingDay, workingDayFrom } from './calendar.ts';
import { STORIES, type Story } from './matter-list.ts';

type Kind = Matter['kind'];
type Stage = Matter['stage'];
const COUNTS: [Kind, number][] = [
  ['urgent', 13],
  ['timed', 118],
  ['promised', 44],
  ['supplement', 43],
  ['suggestion', 34],
];
const FIRST_NUMBER = 402;
const HOUR_MS = 3_600_000;

const dueOf = (kind: Kind, openedAt: number, complete: boolean, random: Random): number | null => {
  const date = dateOf(openedAt);
  switch (kind) {
    case 'urgent':
      return openedAt + 24 * HOUR_MS;
    case 'timed':
      return afterWorkingDays(date, 5);
    case 'promised':
      return afterWorkingDays(date, random.whole(7, 15));
    case 'supplement':
      // The clock stands still until the material is complete.
      return complete ? afterWorkingDays(date, 5 + random.whole(0, 4)) : null;
    case 'suggestion':
      return afterWorkingDays(date, 15);
  }
};

const stageOf = (due: number | null, openedAt: number, kind: Kind, random: Random): Stage => {
  const days = (NOW_MS - openedAt) / (24 * HOUR_MS);
  if (due === null) return days < 3 ? 'accept' : 'handle';
  if (days < 1 && kind !== 'urgent') return 'accept';
  if (due > NOW_MS)
    return random.weighted([
      ['handle', 74],
      ['publish', 14],
      ['followUp', 12],
    ] as const);
  const over = (NOW_MS - due) / (24 * HOUR_MS);
  // A few are overdue: red cards.
  if (over < 12 && random.chance(0.14)) return 'handle';
  if (over < 20)
    return random.weighted([
      ['publish', 18],
      ['followUp', 36],
      ['archived', 46],
    ] as const);
  return 'archived';
};

const openedAtOf = (kind: Kind, random: Random): number => {
  const date = addDays(QUARTER.from, random.whole(0, QUARTER.days - 1));
  if (kind === 'urgent') return instantOf(date, random.whole(0, 16), random.whole(0, 59));
  const day = isWorkingDay(date) || random.chance(0.12) ? date : workingDayFrom(date);
  return Math.min(instantOf(day, random.whole(8, 17), random.whole(0, 59)), NOW_MS - HOUR_MS);
};

interface Draft {
  kind: Kind;
  openedAt: number;
  told: Story;
}

export const makeMatters = (
  people: readonly Person[],
  services: readonly Service[],
  { random, stamp }: { random: Random; stamp: Stamp },
): Matter[] => {
  const adults = people.filter((p) => p.age >= 22 && p.age < 80 && p.resident.personal.phone);
  const drafts = COUNTS.flatMap(([kind, count]) =>
    Array.from(
      { length: count },
      (): Draft => ({ kind, openedAt: openedAtOf(kind, random), told: random.pick(STORIES[kind]) }),
    ),
  ).sort((a, b) => a.openedAt - b.openedAt);
  const handlers = Array.from({ length: 9 }, () =>
    personName(random, random.chance(0.45) ? '1' : '2', random.whole(1975, 1998)),
  );

  return drafts.map(({ kind, openedAt, told }, i): Matter => {
    const reporter = random.pick(adults);
    const { resident, family } = reporter;
    const declined = kind !== 'urgent' && random.chance(0.03) && openedAt < NOW_MS - 5 * 24 * HOUR_MS;
    const complete = openedAt < NOW_MS - 16 * 24 * HOUR_MS || random.chance(0.35);
    const dueAt = declined ? null : dueOf(kind, openedAt, complete, random);
    const stage: Stage = declined ? 'declined' : stageOf(dueAt, openedAt, kind, random);
    const done = stage === 'publish' || stage === 'followUp' || stage === 'archived';
    const span = Math.min(dueAt ?? NOW_MS, NOW_MS) - openedAt;
    const late = done && random.chance(0.05) ? 1.12 : random.between(0.35, 0.95);
    const finishedAt = done ? Math.min(openedAt + Math.round((span * late) / 60_000) * 60_000, NOW_MS) : null;
    const service = services.find((s) => s.name.startsWith(told.title.slice(0, 5)));
    const shared = random.chance(0.18);
    const satisfaction =
      stage === 'archived' || stage === 'followUp'
        ? random.weighted([
            ['satisfied', 82],
            ['fair', 13],
            ['dissatisfied', 5],
          ] as const)
        : null;
    return {
      ...stamp.base(),
      number: `2026-${String(FIRST_NUMBER + i).padStart(4, '0')}`,
      kind,
      channel: random.weighted([
        ['hotline', 38],
        ['officer', 26],
        ['contactCard', 14],
        ['mailbox', 12],
        ['notebook', 10],
      ] as const),
      stage,
      open: stage !== 'archived' && stage !== 'declined',
      gridId: family.home.site.record.gridId,
      buildingId: resident.buildingId,
      dwellingId: shared ? null : resident.dwellingId,
      residentId: shared ? null : resident.id,
      serviceId: service?.id ?? null,
      openedAt,
      dueAt,
      finishedAt,
      satisfaction,
      publicSummary: done ? told.outcome : null,
      personal: {
        title: told.title,
        description: told.description,
        ...(shared ? {} : { reporterName: resident.personal.name }),
        ...(shared || !resident.personal.phone ? {} : { reporterPhone: resident.personal.phone }),
        ...(stage === 'accept' || declined ? {} : { handlerName: random.pick(handlers) }),
        ...(done ? { outcome: told.outcome } : declined ? { outcome: '不属社区职责，已告知办理部门。' } : {}),
      },
    };
  });
};
