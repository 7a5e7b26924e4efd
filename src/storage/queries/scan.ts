/** The few readings that go over everybody: for the search worker and the lists' memory. Page by page, never all at once. */
import type { Dwelling, Resident } from '../../domain/records/index.ts';
import { recordsIn } from '../floors.ts';
import type { FloorRow } from '../schema/layout.ts';
import type { Store } from '../store.ts';

/** Every floor in the order of keys, in pages. Cost: the whole table, a request per page. */
export async function* floorPages({ db }: Store, floorsPerPage: number): AsyncGenerator<FloorRow[]> {
  let after = '';
  for (;;) {
    const page = await db.of('floors').where('key').above(after).limit(floorsPerPage).toArray();
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.key;
  }
}

/** Floors read at a time when people are asked for: so many live on one, more or less. */
const RESIDENTS_PER_FLOOR = 16;

/**
 * Every resident, departed ones too, about `chunk` at a time, with the homes they live in. Cost: the whole table of floors; 12,000
 * people take a few hundred milliseconds, in pages that block for some ten each.
 */
export const eachResidentIn = async (
  store: Store,
  chunk: number,
  callback: (residents: readonly Resident[], homes: readonly Dwelling[]) => void | Promise<void>,
): Promise<void> => {
  for await (const page of floorPages(store, Math.max(1, Math.ceil(chunk / RESIDENTS_PER_FLOOR)))) {
    await callback(
      page.flatMap((row) => recordsIn(row, 'residents')),
      page.flatMap((row) => recordsIn(row, 'dwellings')),
    );
  }
};
