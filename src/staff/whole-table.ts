/** Whole tables for lists and choices. Storage keeps them in memory once one has been asked for, and true to every commit. */
import type { RecordOf, TableName } from '../domain/records/index.ts';
import { listPage } from '../storage/index.ts';

export const all = async <T extends TableName>(table: T): Promise<RecordOf<T>[]> => [
  ...(await listPage(table, { offset: 0, limit: Number.MAX_SAFE_INTEGER })).records,
];

export const byId = <R extends { readonly id: string }>(records: readonly R[]): Map<string, R> =>
  new Map(records.map((record) => [record.id, record]));
