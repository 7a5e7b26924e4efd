/**
 * What a public screen may know of matters: how many of which kind at which stage, what is due, what came in and went out by week, and
 * the anonymised outcomes. A text that names anybody who lives here, or carries a number or a room, is not given out at all.
 */
import { dateOf, addDays } from '../../domain/dates.ts';
import { cardOf } from '../../domain/matter-card.ts';
import type { Matter } from '../../domain/records/index.ts';
import { recordsIn } from '../floors.ts';
import type { Store } from '../store.ts';
import { floorPages } from './scan.ts';

export const WEEKS_SHOWN = 13;
const PUBLISHED_SHOWN = 40;
const FLOORS_PER_PAGE = 100;
const DAY_MS = 86_400_000;

export interface PublishedMatter {
  readonly kind: Matter['kind'];
  readonly stage: Matter['stage'];
  readonly summary: string;
  /** The day it was finished; null where that is not written down. */
  readonly on: string | null;
}
/** Where something presses: the building or the grid, never the home. */
export interface PressingPlace {
  readonly buildingId: string | null;
  readonly gridId: string | null;
  readonly tone: 'red' | 'yellow' | 'urgent';
}
export interface MatterFigures {
  /** Open matters by `kind` and `stage`. */
  readonly open: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly openTotal: number;
  readonly red: number;
  readonly yellow: number;
  /** Open and unfinished, due today, within three days, within seven, later, and with the clock standing still. */
  readonly due: {
    readonly overdue: number;
    readonly today: number;
    readonly three: number;
    readonly seven: number;
    readonly later: number;
    readonly standing: number;
  };
  /** Mondays of the last weeks, oldest first; matters that came in and that were finished in each. */
  readonly weeks: readonly { readonly monday: string; readonly opened: number; readonly finished: number }[];
  readonly satisfied: { readonly satisfied: number; readonly fair: number; readonly dissatisfied: number };
  /** Finished this year, and those of them in time. */
  readonly finished: { readonly all: number; readonly inTime: number };
  readonly pressing: readonly PressingPlace[];
  /** Newest first; checked for numbers and rooms, not yet for names: see `textsNamingAnybodyIn`. */
  readonly published: readonly PublishedMatter[];
}

const mondayOf = (day: string): string => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
};

/** Phones, identity and account numbers, rooms and stairs. A year or a count of lamps has fewer digits. */
const TELLING = [/\d{7,}/, /\d{3,4}\s*室/, /\d+\s*单元/, /\d+\s*[号栋幢]楼?\s*\d+/, /\d+-\d+-\d+/];

/** Says a text where somebody lives or how to reach them, or does it repeat a personal value of its own record? */
export const tells = (text: string, personal: Matter['personal']): boolean =>
  TELLING.some((pattern) => pattern.test(text)) ||
  [personal.reporterName, personal.reporterPhone].some(
    (value) => value !== undefined && value.length > 1 && text.includes(value),
  );

const PUBLIC_STAGES: ReadonlySet<Matter['stage']> = new Set(['publish', 'followUp', 'archived']);

/** Cost: the table of matters, by a cursor that keeps nothing of a record but what is counted. */
export const matterFiguresIn = async ({ db }: Store, now: number): Promise<MatterFigures> => {
  const today = dateOf(now);
  const first = addDays(mondayOf(today), -7 * (WEEKS_SHOWN - 1));
  const weeks = Array.from({ length: WEEKS_SHOWN }, (_, k) => ({
    monday: addDays(first, 7 * k),
    opened: 0,
    finished: 0,
  }));
  const weekOf = (epochMs: number) => {
    const monday = mondayOf(dateOf(epochMs));
    return monday < first
      ? undefined
      : weeks[Math.round((Date.parse(monday) - Date.parse(first)) / (7 * DAY_MS))];
  };
  const open: Record<string, Record<string, number>> = {};
  const due = { overdue: 0, today: 0, three: 0, seven: 0, later: 0, standing: 0 };
  const satisfied = { satisfied: 0, fair: 0, dissatisfied: 0 };
  const finished = { all: 0, inTime: 0 };
  const pressing: PressingPlace[] = [];
  const published: PublishedMatter[] = [];
  let openTotal = 0;
  let red = 0;
  let yellow = 0;

  const countDue = (matter: Matter): void => {
    const { dueAt } = matter;
    if (matter.finishedAt !== null) return;
    if (dueAt === null) due.standing++;
    else if (dueAt < now) due.overdue++;
    else if (dateOf(dueAt) === today) due.today++;
    else if (dueAt < now + 3 * DAY_MS) due.three++;
    else if (dueAt < now + 7 * DAY_MS) due.seven++;
    else due.later++;
  };
  const countOpen = (matter: Matter): void => {
    const { kind, stage } = matter;
    openTotal++;
    const row = open[kind] ?? {};
    row[stage] = (row[stage] ?? 0) + 1;
    open[kind] = row;
    countDue(matter);
    const card = cardOf(matter, now);
    if (card === 'red') red++;
    if (card === 'yellow') yellow++;
    const urgent = kind === 'urgent' && matter.finishedAt === null;
    if (card !== 'none' || urgent)
      pressing.push({
        buildingId: matter.buildingId,
        gridId: matter.gridId,
        tone: card === 'red' ? 'red' : urgent ? 'urgent' : 'yellow',
      });
  };

  await db.plain('matters').each((matter) => {
    const { openedAt, finishedAt, dueAt, publicSummary, satisfaction } = matter;
    if (matter.open) countOpen(matter);
    const came = weekOf(openedAt);
    if (came && openedAt <= now) came.opened++;
    if (finishedAt !== null && finishedAt <= now) {
      const went = weekOf(finishedAt);
      if (went) went.finished++;
      if (dateOf(finishedAt).slice(0, 4) === today.slice(0, 4)) {
        finished.all++;
        if (dueAt === null || finishedAt <= dueAt) finished.inTime++;
      }
    }
    if (satisfaction !== null) satisfied[satisfaction]++;
    if (publicSummary !== null && PUBLIC_STAGES.has(matter.stage) && !tells(publicSummary, matter.personal))
      published.push({
        kind: matter.kind,
        stage: matter.stage,
        summary: publicSummary,
        on: finishedAt === null ? null : dateOf(finishedAt),
      });
  });
  published.sort((a, b) => (b.on ?? '').localeCompare(a.on ?? ''));
  return {
    open,
    openTotal,
    red,
    yellow,
    due,
    weeks,
    satisfied,
    finished,
    pressing,
    published: published.slice(0, PUBLISHED_SHOWN),
  };
};

/** Those of the texts in which the full name of anybody registered here occurs. Cost: the whole table of floors, in pages. */
export const textsNamingAnybodyIn = async (store: Store, texts: readonly string[]): Promise<Set<string>> => {
  const naming = new Set<string>();
  const left = new Set(texts);
  const look = (name: string | undefined): void => {
    if (name === undefined || name.length < 2) return;
    for (const text of left)
      if (text.includes(name)) {
        naming.add(text);
        left.delete(text);
      }
  };
  for await (const page of floorPages(store, FLOORS_PER_PAGE)) {
    for (const row of page) {
      for (const { personal } of recordsIn(row, 'residents')) {
        look(personal.name);
        look(personal.formerName);
      }
      for (const { personal } of recordsIn(row, 'dwellings')) look(personal.ownerName);
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  return naming;
};
