/** The results for what is typed. Every key asks the worker; an answer that a later key has overtaken is dropped. */
import { useEffect, useRef, useState } from 'react';
import { search, useSearchStatus } from '../../state/search/index.ts';
import type { SearchResult } from '../../state/search/result.ts';

export interface Results {
  readonly results: readonly SearchResult[];
  readonly searching: boolean;
  /** False while the index is being built. */
  readonly ready: boolean;
}

const LIMIT = 40;

export const useResults = (text: string): Results => {
  const ready = useSearchStatus() === 'ready';
  const [answer, setAnswer] = useState<{ text: string; results: readonly SearchResult[] }>({
    text: '',
    results: [],
  });
  const turn = useRef(0);
  const wanted = text.trim();
  useEffect(() => {
    const mine = ++turn.current;
    if (wanted === '' || !ready) return;
    void search(wanted, LIMIT).then((results) => {
      if (mine === turn.current) setAnswer({ text: wanted, results });
    });
  }, [wanted, ready]);
  const results = wanted === '' ? [] : answer.results;
  return { results, searching: ready && wanted !== '' && answer.text !== wanted, ready };
};
