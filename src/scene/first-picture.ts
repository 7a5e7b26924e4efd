/** From the moment a scene is asked for until its first picture stands there is work in hand: `linli.idle()` waits for it. */
import { beginWork, endWork } from '../state/busy.ts';

let waiting = false;

const end = (): void => {
  if (!waiting) return;
  waiting = false;
  endWork('first picture');
};

/** The returned function gives up waiting: the scene was left, or cannot be drawn. */
export const expectPicture = (): (() => void) => {
  if (!waiting) {
    waiting = true;
    beginWork('first picture');
  }
  return end;
};

/** A frame has been drawn with all its parts in place. */
export const pictureDrawn = end;
