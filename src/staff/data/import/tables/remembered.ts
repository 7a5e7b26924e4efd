/** Mappings by the headers they were made for, kept in this browser: names of columns, never a value. */
import { readPersisted, writePersisted } from '../../../../state/persisted.ts';
import type { RememberedMapping } from '../../../../transfer/tables/index.ts';

const KEY = 'linli.mappings';
const MOST = 60;

interface Kept {
  readonly list: readonly { readonly signature: string; readonly mapping: RememberedMapping }[];
}
const read = (): Kept => {
  const kept = readPersisted<Kept>(KEY, { list: [] });
  return Array.isArray(kept.list) ? kept : { list: [] };
};

export const recalled = (signature: string): RememberedMapping | null =>
  read().list.find((entry) => entry.signature === signature)?.mapping ?? null;

export const remember = (signature: string, mapping: RememberedMapping): void => {
  const others = read().list.filter((entry) => entry.signature !== signature);
  writePersisted(KEY, { list: [{ signature, mapping }, ...others].slice(0, MOST) });
};
