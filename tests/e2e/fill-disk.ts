/** A disk that is full: what the browser grants this origin is limited, and noise fills it until not even a kilobyte fits. */
import type { Page } from 'playwright-core';

/** Bytes for the whole origin from now on. Set before anything is written: what was granted stays granted. */
export const limitDisk = async (page: Page, origin: string, quotaSize: number): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
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
    for (const bytes of [4_000_000, 200_000, 10_000, 1000])
      for (let k = 0; k < 100 && (await write(bytes)); k++);
    noise.close();
  });
