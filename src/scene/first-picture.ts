/** From the moment a scene is asked for until its first picture stands there is work in hand: `linli.idle()` waits for it. */
import { create } from 'zustand';
import { beginWork, endWork } from '../state/busy.ts';

const useWaiting = create<{ waiting: boolean }>()(() => ({ waiting: false }));

/** Is a scene asked for and not yet to be seen? */
export const useAwaitingPicture = (): boolean => useWaiting((state) => state.waiting);

const set = (waiting: boolean): void => {
  if (useWaiting.getState().waiting === waiting) return;
  useWaiting.setState({ waiting });
  if (waiting) return beginWork('first picture');
  endWork('first picture');
  // For benches: when it stood there.
  performance.mark('linli:picture');
};

/** A frame has been drawn with all its parts in place. */
export const pictureDrawn = (): void => set(false);

/** The returned function gives up waiting: the scene was left, or cannot be drawn. */
export const expectPicture = (): (() => void) => {
  set(true);
  return pictureDrawn;
};
