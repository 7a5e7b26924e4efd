/**
 * Pages of lists, sorted and filtered over the whole table in memory (see `list-cache.ts`): an index per column and direction would
 * cost every import and commit, and names must not be indexed at all. The answer to the last question of each table is kept, so
 * that scrolling only slices.
 */
import type { RecordOf, TableName } from '../../domain/records/index.ts';
import type { Store } from '../store.ts';
import { listOf, listsVersion } from './list-cache.ts';

export type ListValue = string | number | boolean | null;
/** What a column must be: one value, one of several, a range, or a text that it contains. */
export type ListCondition =
  | ListValue
  | readonly ListValue[]
  | { readonly min?: number | string; readonly max?: number | string }
  | { readonly contains: string };
export interface ListQuery<T extends TableName> {
  /** A path of the record: `birthYear`, `personal.name`. Without it the order is that of the ids. */
  readonly orderBy?: string;
  readonly descending?: boolean;
  readonly filter?: Readonly<Record<string, ListCondition>> | ((record: RecordOf<T>) => boolean);
  readonly offset: number;
  readonly limit: number;
}
export interface ListPage<T extends TableName> {
  /** Records that pass the filter. */
  readonly total: number;
  readonly records: readonly RecordOf<T>[];
}

/** The value at a path; null for absent. */
const valueAt = (record: unknown, column: string): ListValue => {
  let at = record;
  for (const key of column.split('.')) {
    if (typeof at !== 'object' || at === null) return null;
    at = (at as Record<string, unknown>)[key];
  }
  if (Array.isArray(at)) return at.join(' ');
  return typeof at === 'string' || typeof at === 'number' || typeof at === 'boolean' ? at : null;
};

const passes = (value: ListValue, condition: ListCondition): boolean => {
  if (Array.isArray(condition)) return condition.includes(value);
  if (typeof condition !== 'object' || condition === null) return value === condition;
  if ('contains' in condition)
    return value !== null && String(value).toLowerCase().includes(condition.contains.toLowerCase());
  const { min, max } = condition as { min?: number | string; max?: number | string };
  return value !== null && (min === undefined || value >= min) && (max === undefined || value <= max);
};

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Absent values come last, whichever the direction. Every text is compared once, then by its rank. */
const sortBy = <R>(records: readonly R[], column: string, descending: boolean): R[] => {
  const values = records.map((record) => valueAt(record, column));
  const texts = new Set<string>();
  for (const value of values) if (typeof value === 'string') texts.add(value);
  const ranks = new Map([...texts].sort(collator.compare).map((value, rank) => [value, rank]));
  const sign = descending ? -1 : 1;
  const keys = Float64Array.from(values, (value) =>
    value === null || value === ''
      ? Number.POSITIVE_INFINITY
      : sign * (typeof value === 'string' ? (ranks.get(value) ?? 0) : Number(value)),
  );
  const order = Uint32Array.from(records, (_, at) => at);
  order.sort((a, b) => {
    const [x, y] = [keys[a] ?? 0, keys[b] ?? 0];
    return x === y ? a - b : x < y ? -1 : 1;
  });
  return Array.from(order, (at) => records[at] as R);
};

const answer = <T extends TableName>(
  list: ReadonlyMap<string, RecordOf<T>>,
  { filter, orderBy, descending = false }: ListQuery<T>,
): RecordOf<T>[] => {
  const conditions = filter && typeof filter !== 'function' ? Object.entries(filter) : [];
  const keep =
    typeof filter === 'function'
      ? filter
      : (record: RecordOf<T>) =>
          conditions.every(([column, condition]) => passes(valueAt(record, column), condition));
  const records = [...list.values()].filter(keep).sort((a, b) => (a.id < b.id ? -1 : 1));
  return orderBy ? sortBy(records, orderBy, descending) : records;
};

interface Remembered {
  readonly question: string;
  readonly filter: unknown;
  readonly version: number;
  readonly records: readonly unknown[];
}
const remembered = new WeakMap<Store, Map<TableName, Remembered>>();

/**
 * Cost: a slice, when only the page differs from the last question; else one pass and one sort over the table in memory. The first
 * time one scan of the table, or of the homes for what lies in them.
 */
export const listPageIn = async <T extends TableName>(
  store: Store,
  table: T,
  query: ListQuery<T>,
): Promise<ListPage<T>> => {
  const list = await listOf(store, table);
  const version = await listsVersion(store);
  const byTable = remembered.get(store) ?? new Map<TableName, Remembered>();
  remembered.set(store, byTable);
  const { filter, orderBy, descending, offset, limit } = query;
  const asFunction = typeof filter === 'function' ? filter : null;
  const question = JSON.stringify([orderBy, descending, asFunction ? null : filter]);
  const last = byTable.get(table);
  const fits = last?.question === question && last.filter === asFunction && last.version === version;
  const records = fits ? (last.records as readonly RecordOf<T>[]) : answer(list, query);
  if (!fits) byTable.set(table, { question, filter: asFunction, version, records });
  return { total: records.length, records: records.slice(offset, offset + limit) };
};
