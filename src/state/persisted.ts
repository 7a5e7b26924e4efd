/**
 * Preferences kept in this browser: plain values under one key each, never anything about a person. A browser that forbids storage,
 * or a value that an older version wrote differently, gives the defaults.
 */
export const readPersisted = <T extends object>(key: string, defaults: T): T => {
  try {
    const stored: unknown = JSON.parse(globalThis.localStorage?.getItem(key) ?? 'null');
    if (stored === null || typeof stored !== 'object') return defaults;
    const known = Object.entries(stored).filter(
      ([name, value]) => name in defaults && typeof value === typeof defaults[name as keyof T],
    );
    return { ...defaults, ...Object.fromEntries(known) };
  } catch {
    return defaults;
  }
};

export const writePersisted = (key: string, value: object): void => {
  try {
    globalThis.localStorage?.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden storage loses a preference, nothing else.
  }
};
