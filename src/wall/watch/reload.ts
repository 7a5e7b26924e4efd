/**
 * Loads the page anew for the watchdog, but never in a circle: so many times an hour, counted across the reloads themselves. A page that
 * no service worker keeps is only left when its server answers: otherwise the wall would end on the browser's own error page.
 */
import { readPersisted, writePersisted } from '../../state/persisted.ts';
import { noteEvent, type WallEventKind } from './journal.ts';

const KEY = 'linli.wall.reloads';
const HOUR_MS = 3_600_000;
export const MOST_PER_HOUR = 4;

/** The times of the last hour. A clock that was set back must not make an old one look new for ever. */
export const recent = (times: readonly unknown[], now: number): number[] =>
  times.filter((at): at is number => typeof at === 'number' && at <= now && now - at < HOUR_MS);

const times = (now: number): number[] => recent(readPersisted<{ at: unknown[] }>(KEY, { at: [] }).at, now);

export const mayReload = (now: number): boolean => times(now).length < MOST_PER_HOUR;
export const reloadsLately = (now: number = Date.now()): number => times(now).length;

const ASK_MS = 10_000;

const isKept = (): boolean =>
  typeof navigator !== 'undefined' && Boolean(navigator.serviceWorker?.controller);

const serverAnswers = async (): Promise<boolean> => {
  try {
    return (await fetch(window.location.pathname, { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
};

/** Somebody waits for the server already. */
let leaving = false;

const leave = async (): Promise<void> => {
  if (isKept()) return window.location.reload();
  if (leaving) return;
  leaving = true;
  while (!(await serverAnswers())) await new Promise((resolve) => setTimeout(resolve, ASK_MS));
  leaving = false;
  window.location.reload();
};

/** False where it would be once too often; then nothing happens. */
export const reloadWall = (why: WallEventKind, now: number = Date.now()): boolean => {
  if (!mayReload(now)) return false;
  const next = [...times(now), now];
  writePersisted(KEY, { at: next });
  // Where nothing can be kept, nothing can be counted: then a circle could not be told from a recovery.
  if (times(now).length < next.length) return false;
  noteEvent(why, now);
  void leave();
  return true;
};
