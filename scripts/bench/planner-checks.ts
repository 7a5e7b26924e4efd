/** How long the planner waits for its worker to go through all rules: seen from outside, on the messages that go to and fro. */
import type { Page } from 'playwright-core';
import { whenIdle } from '../browser/linli.ts';

const CHECKS = 14;
/** The worker's code is compiled by the first ones. */
const WARM_UP = 4;

declare global {
  interface Window {
    benchChecks?: number[];
  }
}

/** From the moment that the question is handed to the worker, copying included, until the page has its answer. */
export const watchChecks = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const times: number[] = [];
    window.benchChecks = times;
    const { postMessage } = Worker.prototype;
    const asked = new Map<unknown, number>();
    const watched = new WeakSet<Worker>();
    Worker.prototype.postMessage = function (this: Worker, message: unknown, ...rest: unknown[]) {
      const { id, path } = (message ?? {}) as { id?: unknown; path?: readonly string[] };
      if (path?.[0] === 'check') {
        asked.set(id, performance.now());
        if (!watched.has(this))
          this.addEventListener('message', ({ data }: MessageEvent<{ id?: unknown } | null>) => {
            const from = asked.get(data?.id);
            if (from !== undefined) times.push(performance.now() - from);
            asked.delete(data?.id);
          });
        watched.add(this);
      }
      Reflect.apply(postMessage, this, [message, ...rest]);
    };
  });

/** A grid is locked and unlocked again and again: every step is checked when it is a moment old. */
export const checkTimes = async (page: Page): Promise<number[]> => {
  const lock = page.locator('tr[data-grid] button[aria-pressed]').last();
  for (let i = 0; i < CHECKS; i++) {
    const before = await page.evaluate(() => window.benchChecks?.length ?? 0);
    await lock.click();
    await page.waitForFunction((count) => (window.benchChecks?.length ?? 0) > count, before);
    await whenIdle(page);
  }
  return page.evaluate((first) => window.benchChecks?.slice(first) ?? [], WARM_UP);
};
