/**
 * The values of an open form. Every change is written to the database as a draft at once: Esc, a reload or a closed browser lose
 * nothing. A saved or discarded form takes its draft with it.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { duringWork } from '../../state/busy.ts';
import { deleteDraft, loadDraft, saveDraft } from '../../storage/index.ts';
import type { Values } from './form-def.ts';

export interface Draft {
  readonly values: Values | null;
  /** The values came from a draft of earlier. */
  readonly resumed: boolean;
  /** False when the last change could not be written: the disk is full. */
  readonly kept: boolean;
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
  const [kept, setKept] = useState(true);
  /** One write after the other, so that the last one typed is the last one kept. */
  const writing = useRef<Promise<void>>(Promise.resolve());

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

  const change = useCallback(
    (next: Values) => {
      setValues(next);
      writing.current = duringWork('draft', () =>
        writing.current
          .then(() => saveDraft(key, JSON.stringify(next)))
          .then(
            () => setKept(true),
            () => setKept(false),
          ),
      );
    },
    [key],
  );
  const drop = useCallback(async () => {
    await writing.current;
    await deleteDraft(key);
  }, [key]);
  const discard = useCallback(() => {
    void drop();
    setValues(initial);
    setResumed(false);
  }, [drop, initial]);

  return { values, resumed, kept, change, discard, drop };
};
