/**
 * Has the disk room for this site? A wall needs none; who looks after it should know. What browsers say of room is a round number that
 * no longer follows the disk (Chromium names the same ten gigabytes when nothing fits any more), so a few bytes are written and taken
 * away again.
 */

export interface Room {
  readonly usedMegabytes: number;
  readonly leftMegabytes: number;
  /** The last few bytes that were written did not fit. */
  readonly full: boolean;
}

/** With less than this the desks of this browser can keep no day's work. */
const SHORT_MEGABYTES = 50;
const DATABASE = 'linli.room';
const STORE = 'probe';
const PROBE_BYTES = 65_536;

export const isShort = (room: Room | null): boolean =>
  room !== null && (room.full || room.leftMegabytes < SHORT_MEGABYTES);

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The request failed'));
  });
const done = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The transaction failed'));
  });

const write = async (): Promise<void> => {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await answer(opening);
  try {
    const put = database.transaction(STORE, 'readwrite');
    // Noise: what is all alike would be packed into nothing.
    put.objectStore(STORE).put(crypto.getRandomValues(new Uint8Array(PROBE_BYTES)), 0);
    await done(put);
    const clear = database.transaction(STORE, 'readwrite');
    clear.objectStore(STORE).clear();
    await done(clear);
  } finally {
    database.close();
  }
};

/** Only what says that there is no room counts; a database that cannot be reached is another's business. */
export const isFull = async (probe: () => Promise<void> = write): Promise<boolean> => {
  try {
    await probe();
    return false;
  } catch (error) {
    return /Quota/i.test(String((error as Error)?.name));
  }
};

const estimate = async (): Promise<StorageEstimate> => {
  try {
    return (await navigator.storage?.estimate()) ?? {};
  } catch {
    return {};
  }
};

export const readRoom = async (full: boolean): Promise<Room> => {
  const { usage = 0, quota = Number.POSITIVE_INFINITY } = await estimate();
  return {
    usedMegabytes: Math.round(usage / 1e6),
    leftMegabytes: Math.round(Math.max(0, quota - usage) / 1e6),
    full,
  };
};
