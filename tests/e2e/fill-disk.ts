/** A disk that is full: what the browser grants this origin is limited, and noise uses up what was granted before. */
import type { Page } from 'playwright-core';

/** Bytes for the whole origin from the call on, none to lift the limit. To be set before anything is written: what was granted stays granted. */
type DiskLimit = (quotaSize?: number) => Promise<void>;

export const diskLimiter = async (page: Page, origin: string): Promise<DiskLimit> => {
  const devtools = await page.context().newCDPSession(page);
  return async (quotaSize) => {
    await devtools.send('Storage.overrideQuotaForOrigin', {
      origin,
      ...(quotaSize === undefined ? {} : { quotaSize }),
    });
  };
};

/** Less than any community takes. */
const NO_ROOM_BYTES = 1000;

/**
 * First nothing more is granted, then noise uses up what was. The other way round the disk does not stay full: the database compacts what
 * it holds, and the worker that keeps the pages takes back what it could not finish, whenever they like; megabytes are free again, in
 * the middle of the noise or behind it. Throws where there is room at the end all the same.
 */
export const fillDisk = async (page: Page, limit: DiskLimit): Promise<void> => {
  await makeStore(page);
  await limit(NO_ROOM_BYTES);
  await writeNoise(page);
};

/** While there is room for it. */
const makeStore = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('noise', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('noise', { autoIncrement: true });
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
        opening.onerror = () => reject(opening.error ?? new Error('The database was not made'));
      }),
  );

const writeNoise = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const opening = indexedDB.open('noise', 1);
    const noise = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('The database did not open'));
    });
    /** `null` when written, else the name of the fault. */
    const write = (bytes: number): Promise<string | null> =>
      new Promise((resolve) => {
        const data = new Uint8Array(bytes);
        for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(data.subarray(at, at + 65_536));
        const transaction = noise.transaction('noise', 'readwrite', { durability: 'strict' });
        transaction.oncomplete = () => resolve(null);
        transaction.onabort = () => resolve(transaction.error?.name ?? 'aborted');
        transaction.objectStore('noise').add(data);
      });
    // More of each size than was granted.
    for (const bytes of [4_000_000, 200_000, 10_000, 1000])
      for (let k = 0; k < 100 && (await write(bytes)) === null; k++);
    const fault = await write(1000);
    noise.close();
    if (fault !== 'QuotaExceededError') throw new Error(`The disk is not full: ${fault}`);
  });
