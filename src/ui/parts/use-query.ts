/**
 * A question to the database for a component: asked when its key changes and again after every commit, in this tab or another.
 * The last answer stays on the screen while a fresh one is on its way, so that a panel never jumps.
 */
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { duringWork } from '../../state/busy.ts';
import { onCommitted } from '../../storage/index.ts';

export type QueryState<T> =
  | { readonly status: 'loading'; readonly data: null }
  | { readonly status: 'failed'; readonly data: null }
  | { readonly status: 'ready'; readonly data: T };

const LOADING = { status: 'loading', data: null } as const;
const FAILED = { status: 'failed', data: null } as const;

interface Answer<T> {
  readonly key: string;
  readonly state: QueryState<T>;
}

/**
 * `key` names the question whole: two equal keys must mean the same answer. `ask` is read when the question is put, so it need not
 * be stable.
 */
export const useQuery = <T>(key: string, ask: () => Promise<T>): QueryState<T> & { retry: () => void } => {
  const [answer, setAnswer] = useState<Answer<T>>({ key, state: LOADING });
  const [turn, setTurn] = useState(0);
  const retry = useCallback(() => setTurn((n) => n + 1), []);

  const put = useEffectEvent(() => duringWork('panel', ask));
  useEffect(() => onCommitted(() => setTurn((n) => n + 1)), []);
  useEffect(() => {
    let current = true;
    put().then(
      (data) => current && setAnswer({ key, state: { status: 'ready', data } }),
      () => current && setAnswer({ key, state: FAILED }),
    );
    return () => {
      current = false;
    };
  }, [key, turn]);

  return { ...(answer.key === key ? answer.state : LOADING), retry };
};
