/** A disk that is full: what the browser grants this origin is limited, and noise fills it until not even a kilobyte fits. */
import type { Page } from 'playwright-core';

/** Bytes for the whole origin from the call on, none to lift the limit. To be set before anything is written: what was granted stays granted. */
export const diskLimiter = async (
  page: Page,
  origin: string,
): Promise<(quotaSize?: number) => Promise<void>> => {
  const devtools = await page.context().newCDPSession(page);
  return async (quotaSize) => {
    await devtools.send('Storage.overrideQuotaForOrigin', {
      origin,
      ...(quotaSize === undefined ? {} : { quotaSize }),
    });
  };
};

export const fillDisk = (page: Page): Promise<void> =>
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
