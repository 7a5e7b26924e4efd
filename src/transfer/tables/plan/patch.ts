/** A row's values as fields of a record, and the edit that puts them on a record that exists. */
import type { Edit } from '../../../domain/edit.ts';
import { createDraft, type Fields } from '../../../domain/operations/draft.ts';
import { correctRecord, type Stamp } from '../../../domain/operations/index.ts';
import { ok, type Result } from '../../../domain/reasons.ts';
import type { RecordOf, TableName } from '../../../domain/records/index.ts';
import type { KindOfTable } from '../fields/field.ts';
import type { RowValues, Value } from './row-reader.ts';

/** Fields of a record, those of `personal` in their group. */
export type Patch = {
  readonly [field: string]: unknown;
  readonly personal?: Readonly<Record<string, unknown>>;
};

const plain = (value: Value): unknown =>
  typeof value === 'object' && 'precision' in value ? value.date : value;

/** What the row says for fields that lie in the record. */
export const patchOf = (kind: KindOfTable, row: RowValues, without: readonly string[] = []): Patch => {
  const patch: Record<string, unknown> = {};
  const personal: Record<string, unknown> = {};
  for (const { key, path } of kind.fields) {
    const value = row.values[key];
    if (path === null || value === undefined || without.includes(key)) continue;
    if (path.startsWith('personal.')) personal[path.slice(9)] = plain(value);
    else patch[path] = plain(value);
  }
  return Object.keys(personal).length > 0 ? { ...patch, personal } : patch;
};

export const merged = <T extends TableName>(before: RecordOf<T>, patch: Patch): RecordOf<T> => {
  const old = 'personal' in before ? (before.personal as Readonly<Record<string, unknown>>) : undefined;
  const personal = old && patch.personal ? { personal: { ...old, ...patch.personal } } : {};
  return { ...before, ...patch, ...personal } as RecordOf<T>;
};

const agrees = (before: unknown, value: unknown): boolean =>
  before === value || (typeof value === 'object' && JSON.stringify(before) === JSON.stringify(value));

/** Whether the record says already what the patch does: most rows of a file that comes again. */
const saysAlready = (before: object, patch: Patch): boolean =>
  Object.entries(patch).every(([field, value]) =>
    field === 'personal'
      ? Object.entries(value as object).every(([key, inner]) =>
          agrees((before as { personal?: Record<string, unknown> }).personal?.[key], inner),
        )
      : agrees((before as Record<string, unknown>)[field], value),
  );

/** The correction, or null where nothing changes. */
export const amend = <T extends TableName>(
  table: T,
  before: RecordOf<T>,
  patch: Patch,
  stamp: Stamp,
): Result<Edit | null> => {
  if (saysAlready(before, patch)) return ok(null);
  const result = correctRecord(table).run({ before }, merged(before, patch), stamp);
  if (!result.ok && result.reasons.every(({ code }) => code === 'edit.nothing')) return ok(null);
  return result;
};

/** A record of a kind that has no operation of its own for what an import makes. */
export const createRecord = <T extends TableName>(
  table: T,
  fields: Fields<T>,
  stamp: Stamp,
): Result<Edit> => {
  const draft = createDraft(stamp);
  draft.create(table, fields);
  return draft.finish('importTable', { table });
};
