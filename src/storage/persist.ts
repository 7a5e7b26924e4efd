/** Asks the browser not to clear this site's data when the disk runs short. */
export type Persistence = 'granted' | 'refused' | 'unsupported';
export const persistStorage = async (): Promise<Persistence> => {
  if (typeof navigator === 'undefined' || !navigator.storage?.persist) return 'unsupported';
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist())
      ? 'granted'
      : 'refused';
  } catch {
    return 'unsupported';
  }
};
