/** Whether the window is too narrow for two panels beside the scene; then they lie over it as drawers. */
import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 1099px)';

const subscribe = (listener: () => void): (() => void) => {
  const query = window.matchMedia(NARROW);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

export const useNarrow = (): boolean =>
  useSyncExternalStore(subscribe, () => window.matchMedia(NARROW).matches);
