/** Keys that are unique within a file: links hang on them, so that two objects of one id must not become one. */

export interface UniqueKeys {
  /** The key itself the first time, then `key#2`, `key#3`. */
  take(key: string): { readonly key: string; readonly isRepeated: boolean };
}

export const createUniqueKeys = (): UniqueKeys => {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return {
    take: (key) => {
      if (!taken.has(key)) {
        taken.add(key);
        return { key, isRepeated: false };
      }
      let count = counts.get(key) ?? 1;
      let next: string;
      do next = `${key}#${++count}`;
      while (taken.has(next));
      counts.set(key, count);
      taken.add(next);
      return { key: next, isRepeated: true };
    },
  };
};
