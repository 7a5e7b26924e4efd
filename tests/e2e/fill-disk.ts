/** A disk that is full: what the browser grants this origin is limited, and noise fills it until not even a kilobyte fits. */
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
 * The disk stays full: the database compacts what it holds whenever it likes, and gives megabytes back that a test counted on being
 * taken. So the noise uses up what was granted already, and from then on nothing more is.
 */
export const fillDisk = async (page: Page, limit: DiskLimit): Promise<void> => {
  await writeNoise(page);
  await limit(NO_ROOM_BYTES);
};

const writeNoise = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const opening = indexedDB.open('noise', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('noise', { autoIncrement: true });
    const noise = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error ?? new Error('The database did not open'));
    });
    const write = (bytes: number): Promise<boolean> =>
      new Promise((resolve) => {
        const data = new Uint8Array(bytes);
        for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(data.subarray(at, at + 65_536));
        const transaction = noise.transaction('noise', 'readwrite', { durability: 'strict' });
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
        transaction.objectStore('noise').add(data);
      });
    // Each size at most so often that all of them are more than the room there is.
    for (const bytes of [4_000_000, 200_000, 10_000, 1000])
      for (let k = 0; k < 100 && (await write(bytes)); k++);
    noise.close();
  });
