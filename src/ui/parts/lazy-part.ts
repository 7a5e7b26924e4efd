/**
 * A part of the page whose code comes when it is first shown. Asking for it is work in hand until it stands on the page, so that
 * `linli.idle()` does not answer before: React holds back what has come for as long as the sign of waiting is young.
 */
import { type ComponentType, createElement, lazy, useEffect } from 'react';
import { beginWork, endWork } from '../../state/busy.ts';

/** Whoever went elsewhere meanwhile never sees it: nobody waits longer than this. */
const LONGEST_WAIT_MS = 2000;

export const lazyPart = <P extends object>(key: string, load: () => Promise<{ default: ComponentType<P> }>) =>
  lazy(async () => {
    let shown = false;
    const show = (): void => {
      if (shown) return;
      shown = true;
      endWork(key);
    };
    beginWork(key);
    try {
      const { default: Part } = await load();
      setTimeout(show, LONGEST_WAIT_MS);
      const Shown = (props: P) => {
        useEffect(show, []);
        return createElement(Part, props);
      };
      return { default: Shown };
    } catch (error) {
      show();
      throw error;
    }
  });
