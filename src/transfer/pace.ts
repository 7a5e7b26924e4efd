/** Long readings tell how far they are, give way to other work and stop when they are told to. */
import type { ReadOptions } from './source-file.ts';

const REPORT_EVERY_MS = 200;
const GIVE_WAY_EVERY_MS = 40;

/** Called between two small pieces of work; `done` of `total` bytes. Throws the signal's reason when the reading is given up. */
export type Pace = (done: number) => Promise<void>;

export const createPace = (options: ReadOptions, total: number): Pace => {
  let reported = Number.NEGATIVE_INFINITY;
  let gaveWay = performance.now();
  return async (done) => {
    options.signal?.throwIfAborted();
    const now = performance.now();
    if (now - reported >= REPORT_EVERY_MS) {
      reported = now;
      options.report?.(Math.min(done, total), total);
    }
    if (now - gaveWay < GIVE_WAY_EVERY_MS) return;
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 0);
    });
    gaveWay = performance.now();
  };
};
