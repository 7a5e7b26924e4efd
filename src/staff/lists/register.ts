/** What a list (名册) is: where its rows come from, what each row selects, and its columns. */
import type { CodeList } from '../../domain/codes.ts';
import type { SelectionRef } from '../../state/selection.ts';
import type { Words } from '../../ui/parts/use-words.ts';

export type Value = string | number | null;

export interface Column<R> {
  /** Of the text `lists.column.<key>`, of the remembered choice of columns, and of the table. */
  readonly key: string;
  /** CSS pixels. */
  readonly width: number;
  /** What is sorted and filtered by. */
  readonly value: (row: R) => Value;
  /** What is read; the value itself where absent. Personal values answer masked unless `bare`. */
  readonly text?: (row: R, words: Words, bare: boolean) => string;
  /** Offers a filter by these codes. */
  readonly codes?: CodeList;
  /** Not among the columns at first. */
  readonly optional?: boolean;
  readonly align?: 'end';
}

export interface Register<R> {
  readonly load: () => Promise<R[]>;
  readonly idOf: (row: R) => string;
  readonly refOf: (row: R) => SelectionRef;
  /** Where "show in 3D" flies. */
  readonly buildingIdOf: (row: R) => string | null;
  /** Lower-case text that the filter looks in: names, addresses. Never shown. */
  readonly haystackOf: (row: R) => string;
  /** Whether its rows hold names to be masked. */
  readonly personal: boolean;
  readonly columns: readonly Column<R>[];
}

/** Chinese by pinyin, numbers by size, nothing last. */
const collator = new Intl.Collator('zh-CN', { numeric: true });
export const compareValues = (a: Value, b: Value): number => {
  if (a === b) return 0;
  if (a === null || a === '') return b === null || b === '' ? 0 : 1;
  if (b === null || b === '') return -1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
};

/** The words of the filter must all be found, in any order. */
export const matches = (haystack: string, filter: string): boolean =>
  filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
