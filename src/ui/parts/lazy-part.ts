/**
 * A part of the page whose code comes when it is first shown. Asking for it is work in hand until the code is there and the page has
 * had time to show it, so that `linli.idle()` does not answer between the two.
 */
import { type ComponentType, lazy } from 'react';
import { duringWork } from '../../state/busy.ts';

/** React shows what has come as soon as it finds time; an idle callback comes after that. */
const afterShowing = (): Promise<void> =>
  new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 2000 });
    else setTimeout(resolve, 50);
  });

export const lazyPart = <P extends object>(key: string, load: () => Promise<{ default: ComponentType<P> }>) =>
  lazy(() => {
    const code = load();
    void duringWork(key, () => code.then(afterShowing, () => undefined));
    return code;
  });
