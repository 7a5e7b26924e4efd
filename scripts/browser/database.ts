/**
 * Reads IndexedDB itself, past all of the application's own code: the second opinion on what the screen shows. Names only object
 * stores and fields, and fails loudly when they are gone.
 */
import type { Page } from 'playwright-core';
import type { RecordOf } from '../../src/domain/records/index.ts';
import { type FloorRow, PACKED, type PackedTable } from '../../src/storage/schema/layout.ts';

/** All rows of an object store of the community that was opened last. */
export async function readStore<T>(page: Page, store: string): Promise<T[]> {
  // As text: ten thousand records handed over one by one take seconds.
  const text = await page.evaluate(async (name) => {
    const answer = <R>(request: IDBRequest<R>): Promise<R> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The request failed'));
      });
    const registry = await answer(indexedDB.open('linli'));
    const known = await answer<{ id: string; openedAt: number }[]>(
      registry.transaction('communities').objectStore('communities').getAll(),
    );
    registry.close();
    const [latest] = known.sort((a, b) => b.openedAt - a.openedAt);
    if (latest === undefined) throw new Error('There is no community in the database');
    const database = await answer(indexedDB.open(`linli-${latest.id}`));
    const rows = await answer(database.transaction(name).objectStore(name).getAll());
    database.close();
    return JSON.stringify(rows);
  }, store);
  return JSON.parse(text) as T[];
}

/** A home with all that is recorded about it; lists are absent when empty. */
export type Home = { dwellingId: string; buildingId: string; ids: string[] } & {
  [T in PackedTable]?: RecordOf<T>[];
};

/** Every home, out of the rows of the floors they are on. */
export async function readHomes(page: Page): Promise<Home[]> {
  const homes = new Map<string, Home>();
  const floors = await readStore<FloorRow>(page, 'floors');
  for (const { id, buildingId } of floors.flatMap((floor) => floor.dwellings ?? [])) {
    homes.set(id, { dwellingId: id, buildingId, ids: [] });
  }
  for (const floor of floors) {
    for (const table of PACKED) {
      for (const record of floor[table] ?? []) {
        const home = homes.get('dwellingId' in record ? record.dwellingId : record.id);
        if (home === undefined) throw new Error(`${table} ${record.id} has no home`);
        if (table !== 'dwellings') home.ids.push(record.id);
        const list = (home[table] ?? []) as RecordOf<PackedTable>[];
        list.push(record);
        Object.assign(home, { [table]: list });
      }
    }
  }
  return [...homes.values()];
}
