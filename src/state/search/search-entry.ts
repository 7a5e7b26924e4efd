/** What the index holds about each thing: what it is found by, and how it is shown. */
import type { Language } from '../../domain/reasons.ts';
import { initialsMask, type Syllables } from './pinyin-match.ts';
import type { SearchResult } from './result.ts';

export interface Name {
  /** Half-width and lower case. */
  readonly text: string;
  readonly syllables: Syllables;
  readonly mask: number;
}

export interface Entry {
  readonly kind: SearchResult['kind'];
  readonly id: string;
  readonly ref: SearchResult['ref'];
  readonly names: readonly Name[];
  readonly buildingId: string | null;
  readonly dwellingId: string | null;
  /** Numbers it is found by: phones, IDs, credit codes, matter numbers. */
  readonly numbers: readonly string[];
  /** Taken from the score: people who have left stand behind those who are here. */
  readonly behind: number;
  readonly show: (
    language: Language,
    matchedNumber: string | null,
  ) => Pick<SearchResult, 'title' | 'subtitle'>;
}

export const nameOf = (text: string, syllables: (text: string) => Syllables): Name => {
  const read = syllables(text);
  return { text: text.normalize('NFKC').toLowerCase(), syllables: read, mask: initialsMask(read) };
};
