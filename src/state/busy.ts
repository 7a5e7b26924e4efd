/**
 * Who is at work: scene animations, queries and workers begin and end a named piece of work here. `linli.idle()` and the end-to-end
 * tests wait for it instead of for time.
 */
const running = new Map<string, number>();
let lastChange = 0;

/** Counts up the pieces of work under the key; every `beginWork` needs its `endWork`. */
export const beginWork = (key: string): void => {
  lastChange++;
  running.set(key, (running.get(key) ?? 0) + 1);
};

export const endWork = (key: string): void => {
  lastChange++;
  const left = (running.get(key) ?? 0) - 1;
  if (left > 0) running.set(key, left);
  else running.delete(key);
};

/** Runs the work between `beginWork` and `endWork`, whatever becomes of it. */
export const duringWork = async <T>(key: string, work: () => Promise<T>): Promise<T> => {
  beginWork(key);
  try {
    return await work();
  } finally {
    endWork(key);
  }
};

export const isIdle = (): boolean => running.size === 0;

/** What is running, for a message or a test that hangs. */
export const workInHand = (): string[] => [...running.keys()];

const LOOK_MS = 20;

/** Resolves when none of the named pieces of work is running, or when the limit is reached. */
export const whenDone = async (keys: readonly string[], limitMs: number): Promise<void> => {
  const end = performance.now() + limitMs;
  while (keys.some((key) => running.has(key)) && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
};

/** Frames do not come in a hidden tab, so a timer stands in for them there. */
const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestAnimationFrame !== 'function' || (typeof document !== 'undefined' && document.hidden))
      setTimeout(resolve, 16);
    else requestAnimationFrame(() => resolve());
  });

const QUIET_FRAMES = 2;

/** The page has found time: what React had planned to draw is drawn. */
const spareTime = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 500 });
    else setTimeout(resolve);
  });

/** Resolves when nothing has begun, ended or been running for two animation frames with spare time between them. */
export const whenIdle = async (): Promise<void> => {
  let quiet = 0;
  let seen = lastChange;
  while (quiet < QUIET_FRAMES) {
    await nextFrame();
    await spareTime();
    quiet = isIdle() && seen === lastChange ? quiet + 1 : 0;
    seen = lastChange;
  }
};
