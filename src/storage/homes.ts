/** Packing and unpacking of home rows: pure, and always in the one canonical form (see `schema/layout.ts`). */
import type { AnyRecord, RecordOf } from '../domain/records/index.ts';
import { type HomeRow, PACKED, type PackedTable } from './schema/layout.ts';

/** A record that has an actual home. */
export type HomeRecord = RecordOf<PackedTable>;

export const homeIdOf = (table: PackedTable, record: AnyRecord): string =>
  table === 'dwellings' ? record.id : (record as RecordOf<'households'>).dwellingId;

export const recordsIn = <T extends PackedTable>(row: HomeRow, table: T): readonly RecordOf<T>[] =>
  (row[table] as RecordOf<T>[] | undefined) ?? [];

export const dwellingIn = (row: HomeRow): RecordOf<'dwellings'> | undefined => row.dwellings?.[0];

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The row of one home from its records, whatever their order. */
export const packHome = (
  dwellingId: string,
  buildingId: string,
  lists: { readonly [T in PackedTable]?: readonly HomeRecord[] },
): HomeRow => {
  const ids: string[] = [];
  const kept: Partial<Record<PackedTable, HomeRecord[]>> = {};
  for (const table of PACKED) {
    const list = lists[table];
    if (!list?.length) continue;
    kept[table] = list.length === 1 ? [...list] : [...list].sort(byId);
    if (table !== 'dwellings') for (const record of list) ids.push(record.id);
  }
  return { dwellingId, buildingId, ids: ids.sort(), ...kept } as HomeRow;
};

/** Changes of one home, collected and then packed once. */
export interface HomeDraft {
  readonly dwellingId: string;
  buildingId: string;
  readonly lists: { [T in PackedTable]?: HomeRecord[] };
}
export const draftOf = (dwellingId: string, row: HomeRow | undefined): HomeDraft => {
  const lists: HomeDraft['lists'] = {};
  for (const table of PACKED) {
    const list = row?.[table];
    if (list) lists[table] = [...list];
  }
  return { dwellingId, buildingId: row?.buildingId ?? '', lists };
};
export const putInto = (draft: HomeDraft, table: PackedTable, record: HomeRecord): void => {
  const list = (draft.lists[table] ??= []);
  const at = list.findIndex((other) => other.id === record.id);
  if (at < 0) list.push(record);
  else list[at] = record;
  if (table === 'dwellings') draft.buildingId = record.buildingId;
};
export const takeFrom = (draft: HomeDraft, table: PackedTable, id: string): void => {
  const list = draft.lists[table];
  const at = list?.findIndex((other) => other.id === id) ?? -1;
  if (list && at >= 0) list.splice(at, 1);
};
export const isVacant = (draft: HomeDraft): boolean => PACKED.every((table) => !draft.lists[table]?.length);
