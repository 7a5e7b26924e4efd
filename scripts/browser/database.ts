/**
 * Reads IndexedDB itself, past all of the application's own code: the second opinion on what the screen shows. Names only object
 * stores and fields, and fails loudly when they are gone.
 */
import type { Page } from 'playwright-core';
import type { HomeRow } from '../../src/storage/schema/layout.ts';

/** All rows of an object store of the only community there is. */
export function readStore<T>(page: Page, store: string): Promise<T[]> {
  return page.evaluate(async (name) => {
    const found = (await indexedDB.databases()).find((database) => database.name?.startsWith('linli-'));
    if (found?.name === undefined) throw new Error('There is no community in the database');
    const answer = <R>(request: IDBRequest<R>): Promise<R> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The request failed'));
      });
    const database = await answer(indexedDB.open(found.name));
    const rows = await answer(database.transaction(name).objectStore(name).getAll());
    database.close();
    return rows as never[];
  }, store);
}

export const readHomes = (page: Page): Promise<HomeRow[]> => readStore<HomeRow>(page, 'homes');
