/**
 * The values of an open form. Every change is kept as a draft in the database a moment later, and at once when the form closes or
 * the page is hidden: Esc, a reload or a closed browser lose nothing. A saved or discarded form takes its draft with it.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { duringWork } from '../../state/busy.ts';
import { deleteDraft, loadDraft, saveDraft } from '../../storage/index.ts';
import type { Values } from './form-def.ts';

const PAUSE_MS = 250;

export interface Draft {
  readonly values: Values | null;
  /** The values came from a draft of earlier. */
  readonly resumed: boolean;
  readonly change: (values: Values) => void;
  readonly discard: () => void;
  /** After saving: nothing is kept. */
  readonly drop: () => Promise<void>;
}

const parse = (json: string | null): Values | null => {
  if (json === null) return null;
  const kept: unknown = JSON.parse(json);
  return typeof kept === 'object' && kept !== null ? (kept as Values) : null;
};

export const useDraft = (key: string, initial: Values | null): Draft => {
  const [values, setValues] = useState<Values | null>(null);
  const [resumed, setResumed] = useState(false);
  const pending = useRef<Values | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const flush = useCallback(() => {
    clearTimeout(timer.current);
    if (pending.current === null) return;
    const json = JSON.stringify(pending.current);
    pending.current = null;
    void duringWork('draft', () => saveDraft(key, json));
  }, [key]);

  useEffect(() => {
    if (!initial) return;
    let current = true;
    void duringWork('draft', () => loadDraft(key))
      .then(parse, () => null)
      .then((kept) => {
        if (!current) return;
        setValues(kept ? { ...initial, ...kept } : initial);
        setResumed(kept !== null);
      });
    return () => {
      current = false;
    };
  }, [key, initial]);

  useEffect(() => {
    document.addEventListener('visibilitychange', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      document.removeEventListener('visibilitychange', flush);
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  const change = useCallback(
    (next: Values) => {
      setValues(next);
      pending.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(flush, PAUSE_MS);
    },
    [flush],
  );
  const drop = useCallback(async () => {
    clearTimeout(timer.current);
    pending.current = null;
    await deleteDraft(key);
  }, [key]);
  const discard = useCallback(() => {
    void drop();
    setValues(initial);
    setResumed(false);
  }, [drop, initial]);

  return { values, resumed, change, discard, drop };
};
