/**
 * An edit in the making: the records that an operation was given, and what it makes of them so far. A record changed twice is one
 * change; a record that ends as it began is none. `finish` checks every record and puts what is pointed at first.
 */
import { checkRecord } from '../checks/records.ts';
import type { Edit, PutChange } from '../edit.ts';
import { type AnyRecord, type RecordOf, TABLE_NAMES, type TableName } from '../records/index.ts';
import { ok, type Reason, type Result, refuse } from '../reasons.ts';
import { tidyRecord } from '../tidy.ts';
import { dayOf, type Stamp } from './operation.ts';

type BaseField = 'id' | 'communityId' | 'createdAt' | 'updatedAt' | 'revision';
/** A record's own fields, without those that every record shares. */
export type Fields<T extends TableName> = Omit<RecordOf<T>, BaseField>;

interface Entry {
  readonly before: AnyRecord | null;
  after: AnyRecord;
}

export interface Draft {
  readonly stamp: Stamp;
  /** The day of the stamp. */
  readonly today: string;
  /** Makes records known, so that `all` finds them. A record already known stays as the draft has it. */
  readonly know: <T extends TableName>(table: T, records: readonly RecordOf<T>[]) => void;
  readonly get: <T extends TableName>(table: T, id: string) => RecordOf<T> | undefined;
  readonly all: <T extends TableName>(table: T) => RecordOf<T>[];
  readonly create: <T extends TableName>(table: T, fields: Fields<T>) => RecordOf<T>;
  readonly update: <T extends TableName>(
    table: T,
    record: RecordOf<T>,
    patch: Partial<Fields<T>>,
  ) => RecordOf<T>;
  /** `params` never hold a personal value. */
  readonly finish: (key: string, params?: Readonly<Record<string, string | number>>) => Result<Edit>;
}

const same = (a: AnyRecord, b: AnyRecord): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const changeOf = (table: TableName, { before, after }: Entry): PutChange =>
  ({
    table,
    put: after,
    expect: before && { revision: before.revision, updatedAt: before.updatedAt },
  }) as PutChange;

export const createDraft = (stamp: Stamp): Draft => {
  const tables = new Map<TableName, Map<string, Entry>>();
  const entriesOf = (table: TableName): Map<string, Entry> => {
    const known = tables.get(table);
    if (known) return known;
    const made = new Map<string, Entry>();
    tables.set(table, made);
    return made;
  };
  const know: Draft['know'] = (table, records) => {
    const entries = entriesOf(table);
    for (const record of records)
      if (!entries.has(record.id)) entries.set(record.id, { before: record, after: record });
  };
  const changed = (): [TableName, Entry][] => {
    const entries: [TableName, Entry][] = [];
    for (const table of TABLE_NAMES)
      for (const entry of tables.get(table)?.values() ?? [])
        if (entry.before === null || !same(entry.before, entry.after)) entries.push([table, entry]);
    return entries;
  };
  return {
    stamp,
    today: dayOf(stamp),
    know,
    get: <T extends TableName>(table: T, id: string) =>
      entriesOf(table).get(id)?.after as RecordOf<T> | undefined,
    all: <T extends TableName>(table: T) =>
      [...entriesOf(table).values()].map((entry) => entry.after) as RecordOf<T>[],
    create: <T extends TableName>(table: T, fields: Fields<T>) => {
      const base = {
        id: stamp.newId(),
        communityId: stamp.communityId,
        createdAt: stamp.at,
        updatedAt: stamp.at,
        revision: 1,
      };
      const record = tidyRecord(table, { ...base, ...fields } as unknown as RecordOf<T>);
      entriesOf(table).set(record.id, { before: null, after: record });
      return record;
    },
    update: <T extends TableName>(table: T, record: RecordOf<T>, patch: Partial<Fields<T>>) => {
      know(table, [record]);
      const entry = entriesOf(table).get(record.id);
      if (!entry) throw new Error(`${table} ${record.id} is unknown`);
      entry.after = { ...entry.after, ...patch };
      return entry.after as RecordOf<T>;
    },
    finish: (key, params) => {
      const entries = changed();
      const reasons: Reason[] = entries.flatMap(([table, entry]) => checkRecord(table, entry.after));
      if (reasons.length > 0) return refuse(...reasons);
      if (entries.length === 0)
        return refuse({
          code: 'edit.nothing',
          zh: '没有任何改动，无需保存。',
          en: 'Nothing has changed, so there is nothing to save.',
        });
      return ok({
        id: stamp.newId(),
        communityId: stamp.communityId,
        at: stamp.at,
        by: stamp.by,
        label: params ? { key, params } : { key },
        changes: entries.map(([table, entry]) => changeOf(table, entry)),
      });
    },
  };
};
