/** The few readings that go over everybody: for the search worker and the lists' memory. Page by page, never all at once. */
import type { Dwelling, Resident } from '../../domain/records/index.ts';
import { dwellingIn, recordsIn } from '../homes.ts';
import type { HomeRow } from '../schema/layout.ts';
import type { Store } from '../store.ts';

/** Every home row in the order of keys, in pages. Cost: the whole table, a request per page. */
export async function* homePages({ db }: Store, homesPerPage: number): AsyncGenerator<HomeRow[]> {
  let after = '';
  for (;;) {
    const page = await db.of('homes').where('dwellingId').above(after).limit(homesPerPage).toArray();
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.dwellingId;
  }
}

/** Homes read at a time when people are asked for: two to three live in one. */
const RESIDENTS_PER_HOME = 2.5;

/**
 * Every resident, departed ones too, about `chunk` at a time, with the homes they live in. Cost: the whole table of homes; 12,000
 * people take a few hundred milliseconds, in pages that block for some ten each.
 */
export const eachResidentIn = async (
  store: Store,
  chunk: number,
  callback: (residents: readonly Resident[], homes: readonly Dwelling[]) => void | Promise<void>,
): Promise<void> => {
  for await (const page of homePages(store, Math.max(1, Math.ceil(chunk / RESIDENTS_PER_HOME)))) {
    const homes = page.map(dwellingIn).filter((home) => home !== undefined);
    await callback(
      page.flatMap((row) => recordsIn(row, 'residents')),
      homes,
    );
  }
};
