/** How figures of the wall are written: "1,234", "<5", "—". */
import { useMemo } from 'react';
import { useWords, type Words } from '../../ui/parts/use-words.ts';
import { type Shown, THRESHOLD } from '../figures/disclosure.ts';

export interface ShownWords extends Words {
  readonly shown: (value: Shown) => string;
  /** A share of two figures that are both shown. */
  readonly share: (part: Shown, whole: Shown) => string;
}

export const shownText = (value: Shown, number: (value: number) => string): string =>
  value === 'few' ? `<${THRESHOLD}` : value === 'withheld' ? '—' : number(value);

export const numberOf = (value: Shown): number | null => (typeof value === 'number' ? value : null);

export const useShown = (): ShownWords => {
  const words = useWords();
  return useMemo(
    () => ({
      ...words,
      shown: (value) => shownText(value, words.number),
      share: (part, whole) =>
        typeof part === 'number' && typeof whole === 'number' && whole > 0 ? words.percent(part / whole) : '',
    }),
    [words],
  );
};
