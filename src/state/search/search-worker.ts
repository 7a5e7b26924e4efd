/**
 * The search worker: its own connection to the database, its own index, nothing of it on the page's thread. It hears of commits as
 * another tab would.
 */
import { expose } from 'comlink';
import type { Language } from '../../domain/reasons.ts';
import { onCommitted, openStore } from '../../storage/index.ts';
import { fillIndex, followCommit } from './build-index.ts';
import type { Reader } from './entries.ts';
import type { SearchResult } from './result.ts';
import { SearchIndex } from './search-index.ts';
import { syllablesOf, syllablesOfName } from './syllables.ts';

const read: Reader = { text: syllablesOf, person: syllablesOfName };
let index = new SearchIndex();
/** Fills and refreshes run one after the other, so that no old record is put over a newer one. */
let turn: Promise<void> = Promise.resolve();

/** After a batch that touched a great many records the index is made anew: once, when no further batch has come for a while. */
const REBUILD_AFTER_MS = 1_000;
let rebuilding: ReturnType<typeof setTimeout> | undefined;
const rebuildSoon = (): void => {
  clearTimeout(rebuilding);
  rebuilding = setTimeout(() => {
    const fresh = new SearchIndex();
    turn = turn
      .then(() => fillIndex(fresh, read))
      .then(() => {
        index = fresh;
      })
      .catch((error) => console.error(error));
  }, REBUILD_AFTER_MS);
};

const api = {
  /** Opens the community and fills the index; returns how many things can be found. */
  async open(communityId: string): Promise<number> {
    await openStore(communityId);
    const fresh = new SearchIndex();
    turn = turn.then(() => fillIndex(fresh, read));
    index = fresh;
    onCommitted((committed) => {
      if (committed.bulk) return void rebuildSoon();
      turn = turn.then(() => followCommit(index, read, committed)).catch((error) => console.error(error));
    });
    await turn;
    return fresh.size;
  },
  query: (text: string, language: Language, limit: number): SearchResult[] =>
    index.query(text, language, limit),
};

export type SearchApi = typeof api;

expose(api);
