/** Records that a table names in words: Party bodies, grids, organisations, facilities. */
import { type Reason, reasonOf } from '../../../domain/reasons.ts';
import { similarity } from '../places/distance.ts';
import { normaliseWord } from '../values/text.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface NameBook<T extends Named> {
  readonly find: (name: string) => T | undefined;
  readonly add: (record: T) => void;
  readonly all: () => readonly T[];
  /** For a name that is not there; it says the nearest. */
  readonly unknown: (name: string, what: readonly [zh: string, en: string], field: string) => Reason;
}

/** `more`: other names of a record, such as a code. */
export const nameBook = <T extends Named>(
  records: readonly T[],
  more: (record: T) => readonly string[] = () => [],
): NameBook<T> => {
  const byName = new Map<string, T>();
  const list: T[] = [];
  const add = (record: T): void => {
    list.push(record);
    for (const name of [record.name, ...more(record)]) {
      const key = normaliseWord(name);
      if (key !== '' && !byName.has(key)) byName.set(key, record);
    }
  };
  for (const record of records) add(record);
  const find = (name: string): T | undefined => {
    const key = normaliseWord(name);
    const exact = byName.get(key);
    if (exact) return exact;
    // A longer name in front, "中共云和社区第一党支部", when only one ends so.
    const ending = list.filter((record) => {
      const other = normaliseWord(record.name);
      return other.length >= 4 && key.length >= 4 && (key.endsWith(other) || other.endsWith(key));
    });
    return ending.length === 1 ? ending[0] : undefined;
  };
  const unknown = (name: string, [zh, en]: readonly [string, string], field: string): Reason => {
    const near = list
      .map((record) => ({ record, likeness: similarity(normaliseWord(record.name), normaliseWord(name)) }))
      .filter(({ likeness }) => likeness >= 0.3)
      .sort((a, b) => b.likeness - a.likeness)
      .slice(0, 3)
      .map(({ record }) => record.name);
    return reasonOf(
      'name.unknown',
      `没有${zh}“${name}”，请核对名称或先登记。${near.length > 0 ? `相近的有：${near.join('、')}。` : ''}`,
      `There is no ${en} “${name}”; check the name or register it first.${near.length > 0 ? ` Near it: ${near.join(', ')}.` : ''}`,
      field,
    );
  };
  return { find, add, all: () => list, unknown };
};
