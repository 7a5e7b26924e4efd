/** Lets a long reading report, be stopped, and give way to other work a few times a second. */
import type { ReadOptions } from '../source-file.ts';

const PERIOD_MS = 80;

export interface Pace {
  /** Null where it is not time yet: awaiting nothing costs nothing. Rejects with the signal's reason once it is aborted. */
  tick(done: number): Promise<void> | null;
}

export const createPace = ({ signal, report }: ReadOptions, total: number): Pace => {
  let last = performance.now();
  signal?.throwIfAborted();
  return {
    tick: (done) => {
      const now = performance.now();
      if (now - last < PERIOD_MS) return null;
      return (async () => {
        report?.(Math.min(done, total), total);
        await new Promise((resolve) => setTimeout(resolve, 0));
        last = performance.now();
        signal?.throwIfAborted();
      })();
    },
  };
};
