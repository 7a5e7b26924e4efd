/** Values of JSON that nobody has checked: what is not of the kind asked for is absent. */
import { Refused } from '../problem.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

export const recordOf = (value: unknown): JsonRecord | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonRecord) : null;

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A table to look up names of a file in: `constructor` and `__proto__` are in none. */
export const tableOf = <T>(entries: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(Object.entries(entries));

/** The record at a place of a list of records; null where there is none. */
export const recordAt = (list: unknown, index: number | null): JsonRecord | null =>
  index === null ? null : recordOf(listOf(list)[index]);

export const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

export const numberOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

/** A whole number from 0. */
export const indexOf = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

/** Exactly so many finite numbers. */
export const numbersOf = (value: unknown, count: number): number[] | null => {
  const list = listOf(value);
  return list.length === count && list.every((entry) => numberOf(entry) !== null) ? (list as number[]) : null;
};

export const extensionOf = (holder: JsonRecord | null, name: string): JsonRecord | null =>
  recordOf(recordOf(holder?.['extensions'])?.[name]);

export type Attributes = Readonly<Record<string, string | number | boolean | null>>;

const asText = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    // Nested more deeply than the engine can follow.
    return '…';
  }
};

/** Attributes as records hold them: texts, numbers and truth values as they are, nested values as JSON text. */
export const attributesOf = (value: unknown): Attributes =>
  Object.fromEntries(
    Object.entries(recordOf(value) ?? {}).map(([name, entry]) => [
      name,
      entry === null || ['string', 'number', 'boolean'].includes(typeof entry)
        ? (entry as string | number | boolean | null)
        : asText(entry),
    ]),
  );

const ID_NAMES = ['id', 'gml_id', 'gmlid', 'guid', 'globalid', 'objectid', 'fid', 'uuid', '编号', '楼号'];
const NAME_NAMES = ['name', 'title', 'label', '名称', '楼名', '楼栋名称', '建筑名称'];

const firstOf = (attributes: Attributes, names: readonly string[]): string | null => {
  for (const wanted of names)
    for (const [name, value] of Object.entries(attributes))
      if (name.toLowerCase() === wanted && value !== null && `${value}`.trim() !== '')
        return `${value}`.trim();
  return null;
};

/** What attributes call their object, by the usual names of such a field; case does not matter. */
export const idIn = (attributes: Attributes): string | null => firstOf(attributes, ID_NAMES);
export const nameIn = (attributes: Attributes): string | null => firstOf(attributes, NAME_NAMES);

/** The JSON object of a file. `what` names the file in the sentence. */
export const parseJsonObject = (bytes: Uint8Array, code: string, what: string): JsonRecord => {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8').decode(bytes));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new Refused(
      code,
      what,
      `“${what}”不是有效的 JSON（${detail}），文件可能损坏或没有传完整。`,
      `“${what}” is not valid JSON (${detail}): the file may be damaged or incomplete.`,
    );
  }
  const record = recordOf(value);
  if (record === null)
    throw new Refused(
      code,
      what,
      `“${what}”是 JSON，但最外层不是对象，不是所要的文件。`,
      `“${what}” is JSON, but not an object: it is not the file that is meant.`,
    );
  return record;
};
