/**
 * What happened to the wall, for whoever looks after it: a short list in this browser, without a word about people. A full or forbidden
 * storage loses entries, nothing else.
 */
import { readPersisted, writePersisted } from '../../state/persisted.ts';

export const EVENTS = [
  'opened',
  'remount',
  'reload',
  'gaveUp',
  'version',
  'budget',
  'slept',
  'clock',
  'full',
  'fault',
  'database',
] as const;
export type WallEventKind = (typeof EVENTS)[number];
export interface WallEvent {
  /** Epoch milliseconds; of several the first. */
  readonly at: number;
  readonly kind: WallEventKind;
  /** How often in a row, and when last; once where nothing is said. */
  readonly times?: number;
  readonly until?: number;
}

const KEY = 'linli.wall.journal';
const KEPT = 200;
/** A fault that comes back every frame is written down once a minute. */
const QUIET_MS = 60_000;

const isEvent = (value: unknown): value is WallEvent =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'number' &&
  'kind' in value &&
  EVENTS.includes(value.kind as WallEventKind);

export const readEvents = (): readonly WallEvent[] =>
  readPersisted<{ events: unknown[] }>(KEY, { events: [] }).events.filter(isEvent);

/** Each of these is told by itself, however many come. */
const ALWAYS: ReadonlySet<WallEventKind> = new Set<WallEventKind>(['opened', 'reload', 'version']);

/**
 * The list with one more: as it was where the same was written down a moment ago, and counted where it was the last that happened, so
 * that a disk that stays full does not push out everything else.
 */
export const withEvent = (events: readonly WallEvent[], event: WallEvent): readonly WallEvent[] => {
  if (!ALWAYS.has(event.kind)) {
    const same = events.findLast(({ kind }) => kind === event.kind);
    // A clock that was set back must not silence what happens now.
    if (same && Math.abs(event.at - (same.until ?? same.at)) < QUIET_MS) return events;
    const last = events.at(-1);
    if (last?.kind === event.kind)
      return [...events.slice(0, -1), { ...last, times: (last.times ?? 1) + 1, until: event.at }];
  }
  return [...events, event].slice(-KEPT);
};

export const noteEvent = (kind: WallEventKind, at: number = Date.now()): void => {
  const events = readEvents();
  const next = withEvent(events, { at, kind });
  if (next !== events) writePersisted(KEY, { events: next });
};
