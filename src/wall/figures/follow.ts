/**
 * Keeps the wall's figures true: everything is counted once, then only the buildings that a commit touched; anew at midnight, and now
 * and then in case something was missed. What is kept between are sums by building, never a record. Only what may be shown reaches the
 * store.
 */
import { create } from 'zustand';
import { dateOf } from '../../domain/dates.ts';
import type { Duty, TableName } from '../../domain/records/index.ts';
import { beginWork, endWork } from '../../state/busy.ts';
import { usePlaces } from '../../state/places.ts';
import {
  buildingsWith,
  type Committed,
  dutiesBetween,
  type MatterFigures,
  matterFigures,
  onCommitted,
  quarterOf,
  sumOf,
  type Tally,
  tallyBuilding,
  tallyBuildings,
  textsNamingAnybody,
} from '../../storage/index.ts';
import { onClockJump, wallNow } from '../clock.ts';
import { type ShownFigures, shownFigures } from './shown.ts';

interface FiguresState {
  readonly shown: ShownFigures | null;
  /** Commits that have reached the screen, and when the last did. */
  readonly commits: number;
  readonly freshAt: number;
  /** The last attempt to count failed; what is shown is the last that was known. */
  readonly failed: boolean;
}

export const useFigures = create<FiguresState>()(() => ({
  shown: null,
  commits: 0,
  freshAt: 0,
  failed: false,
}));

const HOMES: ReadonlySet<TableName> = new Set<TableName>([
  'residents',
  'memberships',
  'floatingRegistrations',
  'assistances',
  'careNeeds',
]);
/** Cards change by the clock alone. */
const LOOK_EVERY_MS = 20_000;
const COUNT_ALL_EVERY_MS = 3_600_000;

interface Raw {
  day: string;
  countedAt: number;
  tallies: Map<string, Tally>;
  matters: MatterFigures | null;
  duties: Record<Duty['kind'], number> | null;
}
const nothing = (): Raw => ({ day: '', countedAt: 0, tallies: new Map(), matters: null, duties: null });

/** What a run has to look at again. */
interface Dirty {
  all: boolean;
  buildings: Set<string>;
  records: Set<string>;
  matters: boolean;
  duties: boolean;
  commits: number;
}
const clean = (): Dirty => ({
  all: false,
  buildings: new Set(),
  records: new Set(),
  matters: false,
  duties: false,
  commits: 0,
});

/** Texts that were looked through for names: true may be shown. */
const createNameCheck = () => {
  const verdicts = new Map<string, boolean>();
  return {
    /** Texts not known yet are looked up together. */
    learn: async (texts: readonly string[]): Promise<void> => {
      const unknown = [...new Set(texts)].filter((text) => !verdicts.has(text));
      if (unknown.length === 0) return;
      const naming = await textsNamingAnybody(unknown);
      for (const text of unknown) verdicts.set(text, !naming.has(text));
    },
    mayShow: (text: string): boolean => verdicts.get(text) === true,
    forget: () => verdicts.clear(),
  };
};

/** Begins to count and to follow; the returned function ends it. */
export const followFigures = (): (() => void) => {
  const raw = nothing();
  const names = createNameCheck();
  let dirty: Dirty = { ...clean(), all: true };
  let running = false;
  let gone = false;

  const publish = (commits: number): void => {
    const places = usePlaces.getState();
    const { matters, duties, day } = raw;
    if (!matters || !duties || places.status !== 'ready' || gone) return;
    // The same outcome of several matters is news once.
    const texts = new Set<string>();
    const published = matters.published.filter(({ summary }) => {
      if (!names.mayShow(summary) || texts.has(summary)) return false;
      texts.add(summary);
      return true;
    });
    const shown = shownFigures({
      ...places,
      tally: sumOf(raw.tallies.values()),
      matters: { ...matters, published },
      duties,
      today: day,
    });
    useFigures.setState((s) => ({
      shown,
      commits: s.commits + commits,
      freshAt: Date.now(),
      failed: false,
    }));
  };

  const countAll = async (now: number): Promise<void> => {
    raw.day = dateOf(now);
    raw.tallies = await tallyBuildings(raw.day);
    raw.countedAt = Date.now();
    // Somebody may have taken a name since.
    names.forget();
  };
  const countSome = async ({ buildings, records }: Dirty): Promise<void> => {
    const touched = new Set([...buildings, ...(await buildingsWith([...records]))]);
    for (const id of touched) raw.tallies.set(id, await tallyBuilding(id, raw.day));
  };
  const work = async (todo: Dirty): Promise<void> => {
    const now = wallNow();
    const all = todo.all || dateOf(now) !== raw.day;
    if (all) await countAll(now);
    else if (todo.buildings.size + todo.records.size > 0) await countSome(todo);
    if (all || todo.duties || raw.duties === null) raw.duties = await dutiesBetween(...quarterOf(raw.day));
    if (all || todo.matters || raw.matters === null) {
      raw.matters = await matterFigures(now);
      await names.learn(raw.matters.published.map(({ summary }) => summary));
    }
    publish(todo.commits);
  };

  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    beginWork('figures');
    try {
      while (!gone && isDirty(dirty)) {
        const todo = dirty;
        dirty = clean();
        await work(todo);
      }
    } catch {
      // The database was closed by a newer version, or is out of reach: the next look tries again.
      dirty.all = true;
      useFigures.setState({ failed: true });
    } finally {
      running = false;
      endWork('figures');
    }
  };

  const follow = ({ tables, ids, bulk, buildings }: Committed): void => {
    // So many records that they are not named: an import.
    dirty.all ||= bulk && tables.some((table) => HOMES.has(table));
    for (const id of buildings) dirty.buildings.add(id);
    for (const { table, id } of ids) if (HOMES.has(table)) dirty.records.add(id);
    dirty.matters ||= tables.includes('matters');
    dirty.duties ||= tables.includes('duties');
    dirty.commits++;
    void run();
  };
  const look = (): void => {
    dirty.matters = true;
    dirty.all ||= Math.abs(Date.now() - raw.countedAt) > COUNT_ALL_EVERY_MS;
    void run();
  };

  const stops = [
    onCommitted(follow),
    // Another day, another quarter, other cards; and what was told while the machine slept.
    onClockJump(look),
    // Counts in memory are there before the database has been asked.
    usePlaces.subscribe((state, before) => {
      if (state.statsVersion !== before.statsVersion || state.placesVersion !== before.placesVersion)
        publish(0);
    }),
  ];
  const timer = setInterval(look, LOOK_EVERY_MS);
  const onShown = (): void => {
    if (document.visibilityState === 'visible') look();
  };
  document.addEventListener('visibilitychange', onShown);
  void run();
  return () => {
    gone = true;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', onShown);
    for (const stop of stops) stop();
  };
};

const isDirty = ({ all, buildings, records, matters, duties, commits }: Dirty): boolean =>
  all || matters || duties || commits > 0 || buildings.size + records.size > 0;
