/**
 * The wall looks after itself: notices that the machine slept, that frames stopped coming, that more is held than a wall needs, that
 * a newer version has the database or waits at the door, and does the least that helps. Nothing here asks anybody.
 */
import { useEffect } from 'react';
import { whenIdle } from '../../state/busy.ts';
import { sceneProbe } from '../../state/scene-probe.ts';
import { useWallView } from '../../state/wall-view.ts';
import type { VersionTrouble } from '../../storage/index.ts';
import { hourOf, wallNow } from '../clock.ts';
import { useFigures } from '../figures/follow.ts';
import { beatNow } from '../remote/use-remote.ts';
import { noteEvent } from './journal.ts';
import { reloadWall } from './reload.ts';

/** What a wall may hold at most; measured ones are under a third of it. */
export const BUDGET = { geometries: 150, textures: 80, nodes: 6000, heapMegabytes: 900 } as const;
/** Over budget for so many looks in a row: one heavy moment is no leak. */
const LOOKS_OVER = 10;
const LOOK_MS = 30_000;
const SLEPT_MS = 4 * LOOK_MS;
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

export const isOverBudget = ({ geometries, textures, nodes, heapMegabytes }: Held): boolean =>
  geometries > BUDGET.geometries ||
  textures > BUDGET.textures ||
  nodes > BUDGET.nodes ||
  (heapMegabytes ?? 0) > BUDGET.heapMegabytes;

export const isNight = (epochMs: number): boolean => {
  const hour = hourOf(epochMs);
  return hour >= NIGHT.from && hour < NIGHT.to;
};

/** Does the browser have a newer version waiting? It fetches one by itself; taking it is a reload. */
const waitingWorker = async (): Promise<ServiceWorker | null> => {
  try {
    const registration = await navigator.serviceWorker?.getRegistration();
    await registration?.update().catch(() => undefined);
    return registration?.waiting ?? null;
  } catch {
    return null;
  }
};

/** Takes the version that waits at the door, where one does: false where none does. */
const takeVersion = async (): Promise<boolean> => {
  const worker = await waitingWorker();
  if (!worker) return false;
  const changed = new Promise((resolve) =>
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  );
  worker.postMessage({ type: 'SKIP_WAITING' });
  await Promise.race([changed, new Promise((resolve) => setTimeout(resolve, 10_000))]);
  return reloadWall('version');
};

/** Keeps the files for a day without a server. Registered late: it fetches all of them. */
const keepFiles = (): void => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  void whenIdle()
    .then(() => navigator.serviceWorker.register('./sw.js', { scope: './' }))
    // A page that may not keep files works as long as its server does.
    .catch(() => undefined);
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
    let last = Date.now();
    let over = 0;
    let askedAt = 0;
    const look = (): void => {
      const now = Date.now();
      if (now - last > SLEPT_MS || now < last - 1000) {
        noteEvent('slept');
        // The picture may be hours old, and its context with it.
        useWallView.setState((s) => ({ shotSeq: s.shotSeq + 1 }));
      }
      last = now;
      const held = beatNow();
      over = isOverBudget({ ...held, ...sceneProbe().memory() }) ? over + 1 : 0;
      if (over === LOOKS_OVER) {
        noteEvent('budget');
        reloadWall('reload');
      }
      if (!isNight(wallNow()) || now - askedAt < ASK_EVERY_MS) return;
      askedAt = now;
      void takeVersion();
    };
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
