/**
 * Records as columns: the compact text of the sample data. The first line is the header, an array of columns; every further line
 * is one record, the array of its values in that order. What all records share (community, times, revision) is not repeated.
 *
 *     ["id@", "buildingId@", ["occupation", ["教师", "医生"]], "personal.name", …]
 *     ["00A1", "0007", 1, "王建国", …]
 *
 * A column is a path such as `personal.name`. `@` after it: an id, or null, or an array of ids, without the prefix that all ids
 * of the data share. A pair of a path and a list: the value is an index into the list. An absent optional field is -1 in a
 * listed column and `{}` in any other (a value that is an object has fields); at the end of a line it is left out. Null is null.
 */
import { ID_PATTERN } from './ids.ts';
import type { AnyRecord } from './records/index.ts';

/** What every record of a file has in common. */
export interface ColumnConstants {
  readonly communityId: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly revision: number;
  /** What every id of the data begins with; `communityId` too. */
  readonly idPrefix: string;
}

type Value = string | number | boolean | null | readonly Value[];
type Column = string | readonly [path: string, values: readonly Value[]];
type Row = readonly (Value | Record<string, never>)[];

const CONSTANT_FIELDS = ['communityId', 'createdAt', 'updatedAt', 'revision'];
/** A column is listed when its values are at most this many, and each is used this often on the average. */
const MAX_LISTED = 4_000;
const MIN_USES = 3;

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object without fields stands for an absent value; one with fields is a value, as the community's grid band. */
const isAbsent = (value: unknown): boolean => isGroup(value) && Object.keys(value).length === 0;

/** Paths of a record's values: fields, and fields of its groups. */
const pathsOf = (records: readonly AnyRecord[]): string[] => {
  const paths = new Set<string>();
  for (const record of records) {
    for (const [key, value] of Object.entries(record)) {
      if (CONSTANT_FIELDS.includes(key)) continue;
      if (!isGroup(value)) paths.add(key);
      else if (Object.keys(value).length === 0) paths.add(`${key}.`);
      else for (const inner of Object.keys(value)) paths.add(`${key}.${inner}`);
    }
  }
  // A group that is empty in some records needs no column of its own where it has fields in others.
  return [...paths].filter(
    (path) => !path.endsWith('.') || ![...paths].some((other) => other !== path && other.startsWith(path)),
  );
};

const valueAt = (record: AnyRecord, path: string): Value | undefined => {
  const [group, field] = path.split('.') as [string, string?];
  const outer = (record as unknown as Record<string, unknown>)[group];
  return (field === undefined ? outer : (outer as Record<string, unknown> | undefined)?.[field]) as
    | Value
    | undefined;
};

const isId = (value: Value | undefined, prefix: string): boolean =>
  typeof value === 'string' && value.startsWith(prefix) && ID_PATTERN.test(value);

const isIdColumn = (values: readonly (Value | undefined)[], prefix: string): boolean => {
  const flat = values.flat().filter((value) => value !== null && value !== undefined);
  return prefix !== '' && flat.length > 0 && flat.every((value) => isId(value as Value, prefix));
};

const shorten = (value: Value | undefined, prefix: string): Value | undefined =>
  typeof value === 'string'
    ? value.slice(prefix.length)
    : Array.isArray(value)
      ? value.map((item) => String(item).slice(prefix.length))
      : value;

/** The text of one table's records. Records must agree with the constants. */
export const encodeColumns = (records: readonly AnyRecord[], constants: ColumnConstants): string => {
  for (const record of records) {
    for (const field of CONSTANT_FIELDS) {
      const key = field as 'communityId';
      if (record[key] !== constants[key]) throw new RangeError(`${record.id} has another ${field}`);
    }
  }
  const header: Column[] = [];
  const cells: (Value | Record<string, never>)[][] = records.map(() => []);
  for (const path of pathsOf(records)) {
    const values = path.endsWith('.') ? records.map(() => undefined) : records.map((r) => valueAt(r, path));
    if (isIdColumn(values, constants.idPrefix)) {
      header.push(`${path}@`);
      values.forEach((value, i) =>
        cells[i]?.push(shorten(value, constants.idPrefix) ?? (value === null ? null : {})),
      );
      continue;
    }
    const keys = values.map((value) => JSON.stringify(value));
    const listed = [...new Set(keys)].filter((key) => key !== undefined);
    if (listed.length <= MAX_LISTED && listed.length * MIN_USES <= values.length) {
      const index = new Map(listed.map((key, i) => [key, i]));
      header.push([path, listed.map((key) => JSON.parse(key) as Value)]);
      for (const [i, key] of keys.entries())
        cells[i]?.push(key === undefined ? -1 : (index.get(key) as number));
      continue;
    }
    header.push(path);
    values.forEach((value, i) => cells[i]?.push(value === undefined ? {} : value));
  }
  const lines = cells.map((row) => {
    let end = row.length;
    while (end > 0 && (isAbsent(row[end - 1]) || (row[end - 1] === -1 && Array.isArray(header[end - 1]))))
      end--;
    return JSON.stringify(row.slice(0, end));
  });
  return `${[JSON.stringify(header), ...lines].join('\n')}\n`;
};

interface Reader {
  readonly group: string | null;
  readonly field: string;
  /** The cell's value, or undefined for an absent field. */
  readonly read: (cell: Row[number] | undefined) => unknown;
}

const readerOf = (column: Column, prefix: string): Reader => {
  const listed = typeof column === 'string' ? null : column[1];
  const named = typeof column === 'string' ? column : column[0];
  const holdsIds = listed === null && named.endsWith('@');
  const path = holdsIds ? named.slice(0, -1) : named;
  const dot = path.indexOf('.');
  const plain = (cell: Row[number] | undefined): unknown => (isAbsent(cell) ? undefined : cell);
  const read = listed
    ? (cell: Row[number] | undefined): unknown => {
        const value = typeof cell === 'number' ? listed[cell] : undefined;
        return Array.isArray(value) ? [...value] : value;
      }
    : holdsIds
      ? (cell: Row[number] | undefined): unknown =>
          typeof cell === 'string'
            ? prefix + cell
            : Array.isArray(cell)
              ? cell.map((item) => prefix + String(item))
              : plain(cell)
      : plain;
  return { group: dot < 0 ? null : path.slice(0, dot), field: path.slice(dot + 1), read };
};

/** A reader of the lines under a header. About 3 µs a record, most of it JSON. */
export const createColumnReader = (
  headerLine: string,
  constants: ColumnConstants,
): ((lines: readonly string[]) => AnyRecord[]) => {
  const header = JSON.parse(headerLine) as Column[];
  const readers = header.map((column) => readerOf(column, constants.idPrefix));
  const groups = [...new Set(readers.map((r) => r.group).filter((g) => g !== null))];
  const { communityId, createdAt, updatedAt, revision } = constants;
  const toRecord = (row: Row): AnyRecord => {
    const record: Record<string, unknown> = { id: '', communityId, createdAt, updatedAt, revision };
    for (const group of groups) record[group] = {};
    for (let i = 0; i < readers.length; i++) {
      const { group, field, read } = readers[i] as Reader;
      const value = read(row[i]);
      if (value === undefined || field === '') continue;
      if (group === null) record[field] = value;
      else (record[group] as Record<string, unknown>)[field] = value;
    }
    return record as unknown as AnyRecord;
  };
  // One parse for many lines is three times as fast as one for each.
  return (lines) => (JSON.parse(`[${lines.join(',')}]`) as Row[]).map(toRecord);
};

/** All records of a text. */
export const decodeColumns = (text: string, constants: ColumnConstants): AnyRecord[] => {
  const [header, ...lines] = text.trimEnd().split('\n');
  return createColumnReader(header ?? '[]', constants)(lines);
};
