/** Forms that are not saved yet, kept over Esc and reload. Outside the journal: a draft is nobody's history. One look-up by key each. */
import type { Store } from './store.ts';

export const saveDraftIn = async (store: Store, key: string, json: string): Promise<void> => {
  await store.db.of('drafts').put({ key, savedAt: Date.now(), json });
};
export const loadDraftFrom = async (store: Store, key: string): Promise<string | null> =>
  (await store.db.of('drafts').get(key))?.json ?? null;
export const deleteDraftIn = async (store: Store, key: string): Promise<void> => {
  await store.db.of('drafts').delete(key);
};
