/**
 * Files and meshes: too big for the journal, never changed, named by their content, so that the same file brought in twice lies there
 * once. Records refer to them; what undo may bring back is never removed.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { full, failed, isQuota, StoreError } from './failures.ts';
import type { Store } from './store.ts';

/** SHA-256 of the bytes, hexadecimal. */
export const assetIdOf = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));

/** Stores the bytes unless they are there, and answers with their id. Throws a `StoreError` when the disk is full. Cost: one row. */
export const saveAssetIn = async ({ db }: Store, bytes: Uint8Array): Promise<string> => {
  const id = assetIdOf(bytes);
  try {
    await db.transaction('rw', 'assets', async () => {
      const there = await db.of('assets').where('id').equals(id).count();
      if (there === 0) await db.of('assets').add({ id, bytes, savedAt: Date.now() });
    });
  } catch (error) {
    throw new StoreError(isQuota(error) ? full() : failed(error));
  }
  return id;
};

/** Cost: one look-up by key. */
export const assetIn = async ({ db }: Store, id: string): Promise<Uint8Array | null> =>
  (await db.of('assets').get(id))?.bytes ?? null;

/** Every asset, one after the other. Cost: a row each, one in memory at a time. */
export async function* eachAssetIn({ db }: Store): AsyncGenerator<{ id: string; bytes: Uint8Array }> {
  const ids = (await db.of('assets').toCollection().primaryKeys()) as string[];
  for (const id of ids) {
    const row = await db.of('assets').get(id);
    if (row) yield { id, bytes: row.bytes };
  }
}
