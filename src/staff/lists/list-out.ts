/** A register as a file: the rows and columns that stand on the screen, names masked unless somebody gave a reason. */
import type { Words } from '../../ui/parts/use-words.ts';
import type { OutList } from '../../transfer/out/list.ts';
import type { Column, Register } from './register.ts';
import { textOf } from './table-columns.tsx';

interface OutRow {
  readonly row: unknown;
  readonly bare: boolean;
}

const isNumber = (column: Column<unknown>, rows: readonly unknown[]): boolean =>
  !column.text && !column.codes && rows.length > 0 && typeof column.value(rows[0]) === 'number';

export const listOut = (
  name: string,
  register: Register<unknown>,
  rows: readonly unknown[],
  shown: readonly string[],
  words: Words,
): OutList<OutRow> => {
  const title = (key: string) => ({ zh: words.t(key), en: words.t(key) });
  return {
    name: title(`common.lists.${name}`),
    columns: register.columns
      .filter(({ key }) => shown.includes(key))
      .map((column) => ({
        title: title(`lists.column.${column.key}`),
        value: ({ row, bare }: OutRow) =>
          isNumber(column, rows) ? column.value(row) : textOf(column, row, { words, bare }),
        kind: isNumber(column, rows) ? ('number' as const) : ('text' as const),
      })),
    rows: rows.map((row) => ({ row, bare: true })),
    mask: ({ row }) => ({ row, bare: false }),
  };
};
