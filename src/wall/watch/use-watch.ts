/**
 * The wall looks after itself: notices that the machine slept, that frames stopped coming, that more is held than a wall needs, that
 * a newer version has the database or waits at the door, and does the least that helps. Nothing here asks anybody.
 */
import { useEffect } from 'react';
import { usePlaces } from '../../state/places.ts';
import { useWallView } from '../../state/wall-view.ts';
import type { VersionTrouble } from '../../storage/index.ts';
import { hourOf, onClockJump, wallNow, watchClock } from '../clock.ts';
import { useFigures } from '../figures/follow.ts';
import { beatNow, tellRoom } from '../remote/use-remote.ts';
import { noteEvent } from './journal.ts';
import { reloadWall } from './reload.ts';
import { isFull, isShort, readRoom } from './room.ts';
import { keepFiles, takeVersion } from './version.ts';

/** What a wall may hold at most; measured ones are under a third of it. */
export const BUDGET = { geometries: 150, textures: 80, nodes: 6000, heapMegabytes: 900 } as const;
/** Over budget for so many looks in a row: one heavy moment is no leak. */
const LOOKS_OVER = 10;
const LOOK_MS = 30_000;
/** Less is no sleep: a page in the background is looked at once a minute. */
const SLEPT_MS = 120_000;
/** Writing a few bytes to see whether they fit is for now and then. */
const PROBE_EVERY_LOOKS = 20;
/** How often it is asked for a new version, at night. */
const ASK_EVERY_MS = 600_000;
/** Restarts that can wait, wait for the dead of night. */
const NIGHT = { from: 3, to: 4 } as const;

interface Held {
  readonly geometries: number;
  readonly textures: number;
  readonly nodes: number;
  readonly heapMegabytes: number | null;
}

/** What tiles may hold besides: their cache is bounded in bytes and number by itself. */
const TILES = { geometries: 4000, textures: 4000 } as const;

export const isOverBudget = (
  { geometries, textures, nodes, heapMegabytes }: Held,
  withTiles = false,
): boolean =>
  geometries > BUDGET.geometries + (withTiles ? TILES.geometries : 0) ||
  textures > BUDGET.textures + (withTiles ? TILES.textures : 0) ||
  nodes > BUDGET.nodes ||
  (heapMegabytes ?? 0) > BUDGET.heapMegabytes;

const hasTiles = (): boolean => usePlaces.getState().sources.some(({ shown, backdrop }) => shown && backdrop);

export const isNight = (epochMs: number): boolean => {
  const hour = hourOf(epochMs);
  return hour >= NIGHT.from && hour < NIGHT.to;
};

export const useWatch = (trouble: VersionTrouble | null): void => {
  useEffect(() => {
    noteEvent('opened');
    keepFiles();
  }, []);

  // Another window brought the database up to date: this version must not touch it any more, the new one may.
  useEffect(() => {
    if (trouble !== 'newerElsewhere') return;
    const timer = setTimeout(() => {
      void takeVersion().then((taken) => taken || reloadWall('database'));
    }, 2000);
    return () => clearTimeout(timer);
  }, [trouble]);

  useEffect(() => {
    const stopLooking = watchClock();
    const stopFollowing = onClockJump((byMs) => {
      if (byMs < 0) noteEvent('clock');
      else if (byMs > SLEPT_MS) noteEvent('slept');
      // The picture may be hours old, and its context with it.
      useWallView.setState((s) => ({ shotSeq: s.shotSeq + 1 }));
    });
    return () => {
      stopFollowing();
      stopLooking();
    };
  }, []);

  useEffect(() => {
    let over = 0;
    let askedAt: number | null = null;
    let wasShort = false;
    let looks = -1;
    const lookForRoom = async (): Promise<void> => {
      const room = await readRoom(await isFull());
      tellRoom(room);
      if (isShort(room) && !wasShort) noteEvent('full');
      wasShort = isShort(room);
    };
    const look = (): void => {
      over = isOverBudget(beatNow(), hasTiles()) ? over + 1 : 0;
      if (over === LOOKS_OVER) {
        noteEvent('budget');
        reloadWall('reload');
      }
      if (++looks % PROBE_EVERY_LOOKS === 1) void lookForRoom();
      const now = performance.now();
      if (!isNight(wallNow()) || (askedAt !== null && now - askedAt < ASK_EVERY_MS)) return;
      askedAt = now;
      void takeVersion();
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, []);

  // Errors that nobody caught are written down; a wall full of them would not be seen by anybody.
  useEffect(() => {
    const onError = ({ reason, error }: { readonly reason?: unknown; readonly error?: unknown }): void => {
      const name = String((reason as Error)?.name ?? (error as Error)?.name ?? '');
      noteEvent(/Quota/i.test(name) ? 'full' : 'fault');
    };
    const onRejection = (event: PromiseRejectionEvent): void => onError({ reason: event.reason });
    const onFault = (event: ErrorEvent): void => onError({ error: event.error });
    window.addEventListener('unhandledrejection', onRejection);
    window.addEventListener('error', onFault);
    return () => {
      window.removeEventListener('unhandledrejection', onRejection);
      window.removeEventListener('error', onFault);
    };
  }, []);

  // Figures that cannot be counted for long, although the database should be there: begin anew.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const unsubscribe = useFigures.subscribe(({ failed }, before) => {
      if (failed === before.failed) return;
      clearTimeout(timer);
      if (failed) timer = setTimeout(() => reloadWall('reload'), 120_000);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, []);
};
