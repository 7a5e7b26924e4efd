/**
 * Selection ↔ address, both ways. A new address opens what it names; a new selection becomes the address, as a step of the browser's
 * history. Lists (`#/staff/lists/residents`) and the data page have addresses of their own: they leave the selection alone, and selecting something
 * from a list leaves the list. The query (`?inspect`) stays.
 */
import { useEffect, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { parsePath, pathOf } from '../state/selection.ts';
import { useSelection } from '../state/selection-store.ts';

export const STAFF_ROOT = '/staff';

/** The part of the address that names the selection, or null where the address is a list's. */
export const selectionPath = (pathname: string): string | null => {
  const rest = pathname.slice(STAFF_ROOT.length).replace(/\/+$/, '');
  return /^\/(?:lists|data)(?:\/|$)/.test(rest) ? null : rest;
};

export const useSelectionRoute = (): void => {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  /** The address whose look-up runs: what it finds corrects the address in place and is no new step. */
  const following = useRef<string | null>(null);

  useEffect(() => {
    const path = selectionPath(pathname);
    const { selection, open } = useSelection.getState();
    if (path === null || path === pathOf(selection)) return;
    following.current = pathname;
    void open(parsePath(path)).finally(() => {
      if (following.current === pathname) following.current = null;
    });
  }, [pathname]);

  useEffect(
    () =>
      useSelection.subscribe((state, before) => {
        if (state.picks === before.picks) return;
        const target = STAFF_ROOT + pathOf(state.selection);
        if (target !== pathname)
          void navigate({ pathname: target, search }, { replace: following.current === pathname });
      }),
    [pathname, search, navigate],
  );
};
