/** The command wall: what a frame of the tour costs the page's thread, how fast it is drawn, and how long a change takes to the screen. */
import type { Page } from 'playwright-core';
import { whenIdle } from '../browser/linli.ts';
import { change, prepareChanges } from '../soak/changes.ts';
import { type Figure, median } from './table.ts';

const STOPS = 8;
const CHANGES = 20;
const STOP_TIMEOUT_MS = 60_000;

/** Sends the tour on and watches the flight: script of every frame, and the frames a second of the moving picture. */
async function watchFlights(
  page: Page,
): Promise<{ scriptMs: number[]; frameMs: number[]; drawCalls: number }> {
  const scriptMs: number[] = [];
  const frameMs: number[] = [];
  let drawCalls = 0;
  for (let stop = 0; stop < STOPS; stop++) {
    const seen = await page.evaluate(
      (limitMs) =>
        new Promise<{ frames: number[]; script: number[]; calls: number }>((resolve) => {
          const channel = new BroadcastChannel('linli-wall');
          channel.postMessage({ kind: 'next' });
          channel.close();
          const frames: number[] = [];
          let last = performance.now();
          const began = last;
          let before = window.linli.frames().scriptMs.join();
          const look = (): void => {
            const now = performance.now();
            const { scriptMs: script } = window.linli.frames();
            const after = script.join();
            if (after !== before) {
              frames.push(now - last);
              last = now;
            }
            before = after;
            // A flight takes at most seven seconds.
            if (now - began < Math.min(7000, limitMs)) requestAnimationFrame(look);
            else
              resolve({
                frames: frames.slice(1),
                script: script.slice(-frames.length),
                calls: window.linli.frames().drawCalls,
              });
          };
          requestAnimationFrame(look);
        }),
      STOP_TIMEOUT_MS,
    );
    scriptMs.push(...seen.script);
    frameMs.push(...seen.frames);
    drawCalls = Math.max(drawCalls, seen.calls);
  }
  return { scriptMs, frameMs, drawCalls };
}

/** Somebody is signed off and back on in a second window; its news and the wall's new figure, by one clock. */
async function measureChanges(page: Page, desk: Page): Promise<number[]> {
  await prepareChanges(desk);
  const times: number[] = [];
  for (let ordinal = 0; ordinal < CHANGES; ordinal++) {
    const shown = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const element = document.querySelector('[data-figure="residents"]');
          const observer = new MutationObserver(() => {
            observer.disconnect();
            resolve(performance.timeOrigin + performance.now());
          });
          if (element) observer.observe(element, { childList: true, characterData: true, subtree: true });
          setTimeout(resolve, 10_000, Number.NaN);
        }),
    );
    const committedAt = await change(desk, ordinal);
    const at = await shown;
    if (!Number.isNaN(at)) times.push(at - committedAt);
  }
  return times;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
/** Nine of ten are no larger. */
const at90 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.9)] ?? Number.NaN;

/** `openDesk` opens the second window, behind the wall; flights are watched before it is there. */
export async function measureWall(page: Page, openDesk: () => Promise<Page>): Promise<Figure[]> {
  await whenIdle(page);
  const { scriptMs, frameMs, drawCalls } = await watchFlights(page);
  const level = await page.evaluate(() => document.querySelector('[data-wall]')?.getAttribute('data-level'));
  const times = await measureChanges(page, await openDesk());
  return [
    { name: 'Wall: script a frame on tour', unit: 'ms', measured: median(scriptMs), aim: 6 },
    { name: 'Wall: draw calls a frame', unit: '', measured: drawCalls, aim: 40 },
    // Drawn in software at 1920 × 1080: the interval from frame to frame as the screen gets them, not the script in them.
    {
      name: 'Wall: frames a second in flight',
      unit: '',
      measured: 1000 / mean(frameMs),
      aim: 10,
      least: true,
    },
    { name: 'Wall: frames a second, slowest tenth', unit: '', measured: 1000 / at90(frameMs), aim: null },
    {
      name: 'Wall: step of the frame-rate governor',
      unit: '',
      measured: Number(level ?? Number.NaN),
      aim: null,
    },
    { name: 'Wall: change → screen', unit: 'ms', measured: median(times), aim: 1000 },
    { name: 'Wall: change → screen, slowest', unit: 'ms', measured: Math.max(...times), aim: 1000 },
  ];
}
