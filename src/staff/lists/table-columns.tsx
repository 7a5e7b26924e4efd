/** The columns of a register as antd's table wants them: sorted by value, filtered by code, the first one a link to the record. */
import type { TableColumnType } from 'antd';
import type { CodeList } from '../../domain/codes.ts';
import type { Words } from '../../ui/parts/use-words.ts';
import { type Column, compareValues, type Register } from './register.ts';
import { RowLink } from './RowLink.tsx';

interface Settings {
  readonly words: Words;
  /** Names and numbers in clear. */
  readonly bare: boolean;
  readonly gridCodes: CodeList;
  readonly shown: readonly string[];
}

/** What a cell reads. */
export const textOf = (
  column: Column<unknown>,
  row: unknown,
  { words, bare }: Pick<Settings, 'words' | 'bare'>,
): string => {
  if (column.text) return column.text(row, words, bare);
  const value = column.value(row);
  if (value === null) return '';
  if (column.codes) return words.code(column.codes, String(value));
  return typeof value === 'number' ? words.number(value) : value;
};

const filtersOf = (column: Column<unknown>, { words, gridCodes }: Settings) => {
  const codes = column.key === 'grid' ? gridCodes : column.codes;
  if (!codes) return {};
  return {
    filters: Object.keys(codes).map((code) => ({
      text: words.code(codes, code) || words.t('lists.filter.none'),
      value: code,
    })),
    onFilter: (chosen: unknown, row: unknown) => column.value(row) === chosen,
  };
};

export const tableColumns = (register: Register<unknown>, settings: Settings): TableColumnType<unknown>[] =>
  register.columns
    .filter(({ key }) => settings.shown.includes(key))
    .map((column, at) => ({
      key: column.key,
      title: settings.words.t(`lists.column.${column.key}`),
      width: column.width,
      ellipsis: true,
      align: column.align ?? 'start',
      showSorterTooltip: false,
      sorter: (a: unknown, b: unknown) => compareValues(column.value(a), column.value(b)),
      ...filtersOf(column, settings),
      render: (_: unknown, row: unknown) => {
        const text = textOf(column, row, settings);
        return at === 0 ? <RowLink to={register.refOf(row)}>{text || '—'}</RowLink> : text;
      },
    }));
