/** Packing and unpacking of floor rows: pure, and always in the one canonical form (see `schema/layout.ts`). */
import type { AnyRecord, RecordOf } from '../domain/records/index.ts';
import { type FloorRow, PACKED, type PackedTable } from './schema/layout.ts';

/** A record that has an actual home. */
export type HomeRecord = RecordOf<PackedTable>;

export const homeIdOf = (table: PackedTable, record: AnyRecord): string =>
  table === 'dwellings' ? record.id : (record as RecordOf<'households'>).dwellingId;

export const recordsIn = <T extends PackedTable>(row: FloorRow, table: T): readonly RecordOf<T>[] =>
  (row[table] as RecordOf<T>[] | undefined) ?? [];

export const findIn = <T extends PackedTable>(row: FloorRow, table: T, id: string): RecordOf<T> | undefined =>
  recordsIn(row, table).find((record) => record.id === id);

/** A floor whose records are being added, taken out and replaced. */
export interface FloorDraft {
  readonly key: string;
  readonly lists: { readonly [T in PackedTable]: Map<string, HomeRecord> };
}

export const draftOf = (key: string, row?: FloorRow): FloorDraft => ({
  key,
  lists: Object.fromEntries(
    PACKED.map((table) => [
      table,
      new Map((row?.[table] as HomeRecord[] | undefined)?.map((record) => [record.id, record])),
    ]),
  ) as FloorDraft['lists'],
});

export const isBare = (draft: FloorDraft): boolean => PACKED.every((table) => draft.lists[table].size === 0);

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The row of a floor, whatever the order in which its records came. */
export const packFloor = ({ key, lists }: FloorDraft): FloorRow => {
  const ids: string[] = [];
  const kept: Partial<Record<PackedTable, HomeRecord[]>> = {};
  for (const table of PACKED) {
    const list = lists[table];
    if (list.size === 0) continue;
    kept[table] = [...list.values()].sort(byId);
    for (const id of list.keys()) ids.push(id);
  }
  return { key, ids: ids.sort(), ...kept } as FloorRow;
};
