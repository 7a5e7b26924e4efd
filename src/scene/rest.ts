/**
 * When the picture has come to rest: nothing has moved for a while, and no button is held that could move it again at once. The while
 * grows with the time that a frame takes, or a slow machine would draw a full picture between any two steps of a drag.
 */
import { beginWork, endWork } from '../state/busy.ts';

const SHORTEST_MS = 160;
const LONGEST_MS = 1200;
/** Frames' time without a movement before the picture rests. */
const FRAMES = 1.5;
/** A pause this long says nothing about how long a frame takes. */
const PAUSE_MS = 2500;

export interface Rest {
  readonly resting: boolean;
  /** A frame is being drawn; has the picture moved since the last one? */
  drawn(moved: boolean): void;
  hold(): void;
  release(): void;
  dispose(): void;
}

/** `wake` asks for the frame that is drawn at rest; until then there is work in hand. */
export const createRest = (wake: () => void, now: () => number = () => performance.now()): Rest => {
  let resting = true;
  let held = false;
  let working = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastMoved = Number.NEGATIVE_INFINITY;
  let frameMs = 0;

  const work = (on: boolean): void => {
    if (on === working) return;
    working = on;
    if (on) beginWork('still picture');
    else endWork('still picture');
  };
  const come = (): void => {
    timer = undefined;
    if (held) return;
    resting = true;
    wake();
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(come, Math.min(Math.max(frameMs * FRAMES, SHORTEST_MS), LONGEST_MS));
  };
  return {
    get resting() {
      return resting;
    },
    drawn: (moved) => {
      if (moved) {
        const at = now();
        const gap = at - lastMoved;
        if (gap < PAUSE_MS) frameMs = frameMs === 0 ? gap : frameMs * 0.6 + gap * 0.4;
        lastMoved = at;
        resting = false;
        work(true);
        wait();
      } else if (resting) work(false);
    },
    hold: () => {
      held = true;
    },
    release: () => {
      if (!held) return;
      held = false;
      if (!resting) wait();
    },
    dispose: () => {
      clearTimeout(timer);
      work(false);
    },
  };
};
