/**
 * How a wall comes to a newer version without anybody: the service worker fetches it beside the running page, and the wall takes it when
 * nobody looks. Where no service worker is allowed (plain http on an intranet) the page that the server has now is compared with the one
 * that runs.
 */
import { whenIdle } from '../../state/busy.ts';
import { reloadWall } from './reload.ts';

/** A wall whose tour never rests keeps its files all the same. */
const LONGEST_WAIT_MS = 60_000;
/** A new version is fetched whole before it waits. */
const FETCH_MS = 300_000;
const HAND_OVER_MS = 10_000;

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The script that a page begins with; its name changes with every version. */
export const entryOf = (html: string): string | null =>
  /<script\b[^>]*\btype="module"[^>]*\bsrc="([^"]+)"/.exec(html)?.[1] ?? null;

const serverHasAnother = async (): Promise<boolean> => {
  try {
    const answer = await fetch(window.location.pathname, { cache: 'no-store' });
    const entry = answer.ok ? entryOf(await answer.text()) : null;
    const runs = document.querySelector('script[type="module"][src]')?.getAttribute('src');
    return entry !== null && runs !== undefined && runs !== null && entry !== runs;
  } catch {
    return false;
  }
};

const untilInstalled = (worker: ServiceWorker): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (worker.state !== 'installing') resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });

/** The worker that waits at the door; asked for, and waited for while it is being fetched. */
const waitingWorker = async (registration: ServiceWorkerRegistration): Promise<ServiceWorker | null> => {
  await registration.update().catch(() => undefined);
  if (registration.installing) await Promise.race([untilInstalled(registration.installing), after(FETCH_MS)]);
  return registration.waiting;
};

/** Another page of this browser let a newer worker in: this page still runs what was before. */
let overtaken = false;

/** Keeps the files for a day without a server. Registered late: it fetches all of them. */
export const keepFiles = (): void => {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  if (navigator.serviceWorker.controller)
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      overtaken = true;
    });
  void Promise.race([whenIdle(), after(LONGEST_WAIT_MS)])
    .then(() => navigator.serviceWorker.register('./sw.js', { scope: './' }))
    // A page that may not keep files works as long as its server does.
    .catch(() => undefined);
};

/** Takes a newer version, where there is one: false where there is none. */
export const takeVersion = async (): Promise<boolean> => {
  if (overtaken) return reloadWall('version');
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  if (!registration) return (await serverHasAnother()) && reloadWall('version');
  const worker = await waitingWorker(registration);
  if (!worker) return false;
  const changed = new Promise((resolve) =>
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  );
  worker.postMessage({ type: 'SKIP_WAITING' });
  await Promise.race([changed, after(HAND_OVER_MS)]);
  return reloadWall('version');
};
