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
  'full',
  'fault',
  'database',
] as const;
export type WallEventKind = (typeof EVENTS)[number];
export interface WallEvent {
  readonly at: number;
  readonly kind: WallEventKind;
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

/** The list with one more, or as it was where the same was written down a moment ago. */
export const withEvent = (events: readonly WallEvent[], event: WallEvent): readonly WallEvent[] => {
  const same = events.findLast(({ kind }) => kind === event.kind);
  if (same && event.at - same.at < QUIET_MS && event.kind !== 'reload' && event.kind !== 'opened')
    return events;
  return [...events, event].slice(-KEPT);
};

export const noteEvent = (kind: WallEventKind, at: number = Date.now()): void => {
  const events = readEvents();
  const next = withEvent(events, { at, kind });
  if (next !== events) writePersisted(KEY, { events: next });
};
