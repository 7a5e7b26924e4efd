/**
 * A list on its way out of the application: columns with titles, rows, and how a row is masked. What is written never sees an unmasked
 * row unless somebody gave a reason to reveal it; a list cannot be made without saying how it is masked.
 */
import { dateOf } from '../../domain/dates.ts';
import { fieldName } from '../../domain/field-names.ts';
import { labelOf } from '../../domain/labels.ts';
import { maskPersonal } from '../../domain/mask.ts';
import type { Language } from '../../domain/reasons.ts';
import type { AnyRecord, RecordOf, TableName } from '../../domain/records/index.ts';
import { CODE_LISTS } from './code-lists.ts';

export type Cell = string | number | boolean | null | undefined;
type Words = Readonly<Record<Language, string>>;

export interface OutColumn<Row> {
  readonly title: Words;
  /** A method, not a property: so that lists of different rows can stand in one workbook. */
  value(row: Row, language: Language): Cell;
  /**
   * `text` (the default) is never turned into a number, whatever its digits look like; `number` where the value is one;
   * `date` for `yyyy-MM-dd`.
   */
  readonly kind?: 'text' | 'number' | 'date';
}

export interface OutList<Row> {
  /** The sheet's and the file's name. */
  readonly name: Words;
  readonly columns: readonly OutColumn<Row>[];
  readonly rows: Iterable<Row>;
  /** The row as lists may show it. */
  mask(row: Row): Row;
}

export interface OutOptions {
  readonly language: Language;
  /** Personal values in the clear: a deliberate act, whose reason the caller has written to the history before. */
  readonly reveal?: { readonly reason: string };
}

/** The rows that may be written under these options. */
export const shownRows = function* <Row>(list: OutList<Row>, { reveal }: OutOptions): Generator<Row> {
  const open = reveal !== undefined && reveal.reason.trim() !== '';
  for (const row of list.rows) yield open ? row : list.mask(row);
};

const LONGEST_SAMPLE = 200;
/** A Chinese character is as wide as two Latin ones. */
const widthOf = (text: string): number => {
  let width = 0;
  for (const c of text) width += (c.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1;
  return width;
};

/** Widths in characters, from the titles and the first rows. */
export const columnWidths = (titles: readonly string[], rows: readonly (readonly Cell[])[]): number[] =>
  titles.map((title, i) => {
    const texts = rows.slice(0, LONGEST_SAMPLE).map((row) => String(row[i] ?? ''));
    return Math.min(Math.max(widthOf(title) + 2, ...texts.map((text) => widthOf(text) + 1), 6), 60);
  });

/** A record with its personal values masked; records without any are as they are. */
export const maskRecord =
  <T extends TableName>(table: T) =>
  (record: RecordOf<T>): RecordOf<T> =>
    'personal' in record ? { ...record, personal: maskPersonal(table, record.personal) } : record;

export interface RecordListOptions<T extends TableName> {
  /** Paths of the columns in their order: `personal.name`, `buildingId`. */
  readonly paths: readonly string[];
  /** The name of what an id points to: "3号楼". Ids that it does not know stay ids. */
  readonly nameOf?: (path: string, id: string) => string | undefined;
  /** Columns of one's own, after the others. */
  readonly more?: readonly OutColumn<RecordOf<T>>[];
}

const valueAt = (record: AnyRecord, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], record);

const YES_NO: Readonly<Record<Language, readonly [yes: string, no: string]>> = {
  zh: ['是', '否'],
  en: ['yes', 'no'],
};
const INSTANT = /At$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_FIELDS = /(?:On|Date|Until|^on|^from|^until|^since|From|Since|validTo)$/;

const instantText = (epochMs: number): string => {
  const clock = new Date(epochMs + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${dateOf(epochMs)} ${clock}`;
};

/** A list of one table's records, with titles from the field names, words for codes, and its personal values masked. */
export const recordList = <T extends TableName>(
  table: T,
  name: Words,
  rows: Iterable<RecordOf<T>>,
  { paths, nameOf, more = [] }: RecordListOptions<T>,
): OutList<RecordOf<T>> => {
  const cellOf = (path: string, value: unknown, language: Language): Cell => {
    if (value === null || value === undefined) return null;
    if (Array.isArray(value))
      return value.map((item) => cellOf(path, item, language)).join(language === 'zh' ? '、' : ', ');
    if (typeof value === 'boolean') return YES_NO[language][value ? 0 : 1];
    const codes = CODE_LISTS[table]?.[path];
    if (typeof value === 'string')
      return codes ? labelOf(codes, value, language) : (nameOf?.(path, value) ?? value);
    if (typeof value === 'number') return INSTANT.test(path) ? instantText(value) : value;
    return JSON.stringify(value);
  };
  const columns = paths.map(
    (path): OutColumn<RecordOf<T>> => ({
      title: fieldName(table, path),
      value: (record, language) => cellOf(path, valueAt(record, path), language),
      kind: DATE_FIELDS.test(path.split('.').at(-1) ?? path) ? 'date' : 'number',
    }),
  );
  return { name, columns: [...columns, ...more], rows, mask: maskRecord(table) };
};

/** Is it a whole date, which a spreadsheet may hold as one? */
export const isDateText = (cell: Cell): cell is string => typeof cell === 'string' && DATE.test(cell);
