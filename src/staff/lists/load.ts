/** Whole tables for lists. Storage keeps them in memory once a list has asked, and true to every commit. */
import type { RecordOf, TableName } from '../../domain/records/index.ts';
import { listPage } from '../../storage/index.ts';

export const all = async <T extends TableName>(table: T): Promise<RecordOf<T>[]> => [
  ...(await listPage(table, { offset: 0, limit: Number.MAX_SAFE_INTEGER })).records,
];

export const byId = <R extends { readonly id: string }>(records: readonly R[]): Map<string, R> =>
  new Map(records.map((record) => [record.id, record]));

export const groupBy = <R>(records: readonly R[], keyOf: (record: R) => string): Map<string, R[]> => {
  const groups = new Map<string, R[]>();
  for (const record of records) {
    const key = keyOf(record);
    const group = groups.get(key);
    if (group) group.push(record);
    else groups.set(key, [record]);
  }
  return groups;
};
