/** Which columns of a list are shown: remembered per list in this browser. Nothing personal in it. */
import { useMemo, useState } from 'react';
import { readPersisted, writePersisted } from '../../state/persisted.ts';
import type { Column } from './register.ts';

const KEY = 'linli.list-columns';
type Kept = Record<string, string[]>;

/** The keys that are shown: the kept ones that still exist, or the columns that are not optional. */
export const shownColumns = (
  columns: readonly Column<unknown>[],
  kept: readonly string[] | undefined,
): string[] => {
  const known = columns.map((c) => c.key);
  const chosen = kept?.filter((key) => known.includes(key)) ?? [];
  return chosen.length > 0
    ? known.filter((key) => chosen.includes(key))
    : columns.filter((c) => !c.optional).map((c) => c.key);
};

export const useColumns = (name: string, columns: readonly Column<unknown>[]) => {
  const [kept, setKept] = useState<Kept>(() => readPersisted<Kept>(KEY, {}));
  const shown = useMemo(() => shownColumns(columns, kept[name]), [columns, kept, name]);
  const choose = (keys: readonly string[]): void => {
    const next = { ...kept, [name]: [...keys] };
    setKept(next);
    writePersisted(KEY, next);
  };
  return { shown, choose };
};
