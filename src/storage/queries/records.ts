/** Single records by id, wherever they lie; and what lies around them, for addresses. */
import type { RecordOf, TableName } from '../../domain/records/index.ts';
import { floorWith } from '../commit/find-floors.ts';
import { findIn } from '../floors.ts';
import { isPacked } from '../schema/layout.ts';
import type { Store } from '../store.ts';

/** Cost: one look-up, by key or (for what lies in a home) by the index of ids. */
export const recordIn = async <T extends TableName>(
  { db }: Store,
  table: T,
  id: string,
): Promise<RecordOf<T> | undefined> => {
  if (!isPacked(table)) return db.table<RecordOf<T>, string>(table).get(id);
  const row = await floorWith(db, id);
  return row && (findIn(row, table, id) as RecordOf<T> | undefined);
};

export type LocateRef = { readonly kind: string; readonly id: string; readonly number?: number };
/** Same shape as the state's `Selection`. */
export type Located =
  | { readonly kind: 'grid' | 'building' | 'facility'; readonly id: string }
  | { readonly kind: 'unit'; readonly id: string; readonly unit: number }
  | { readonly kind: 'floor'; readonly id: string; readonly floor: number }
  | { readonly kind: 'dwelling'; readonly id: string; readonly buildingId: string }
  | {
      readonly kind: 'household' | 'resident';
      readonly id: string;
      readonly dwellingId: string;
      readonly buildingId: string;
    }
  | { readonly kind: 'organisation'; readonly id: string; readonly buildingId: string | null };

/** From what a URL names to the ids around it; null where there is no such thing. Cost: one look-up. */
export const locateIn = async (store: Store, { kind, id, number }: LocateRef): Promise<Located | null> => {
  switch (kind) {
    case 'grid':
      // A grid that is closed is history: it is in no tree and on no map.
      return (await recordIn(store, 'grids', id))?.validTo === null ? { kind, id } : null;
    case 'facility':
      return (await recordIn(store, 'facilities', id)) ? { kind, id } : null;
    case 'building':
    case 'unit':
    case 'floor':
      if (!(await recordIn(store, 'buildings', id))) return null;
      if (kind === 'building' || number === undefined) return { kind: 'building', id };
      return kind === 'unit' ? { kind, id, unit: number } : { kind, id, floor: number };
    case 'dwelling': {
      const home = await recordIn(store, 'dwellings', id);
      return home ? { kind, id, buildingId: home.buildingId } : null;
    }
    case 'household': {
      const household = await recordIn(store, 'households', id);
      return household
        ? { kind, id, dwellingId: household.dwellingId, buildingId: household.buildingId }
        : null;
    }
    case 'resident': {
      const resident = await recordIn(store, 'residents', id);
      return resident ? { kind, id, dwellingId: resident.dwellingId, buildingId: resident.buildingId } : null;
    }
    case 'organisation': {
      const organisation = await recordIn(store, 'organisations', id);
      return organisation ? { kind, id, buildingId: organisation.buildingId } : null;
    }
    default:
      return null;
  }
};
