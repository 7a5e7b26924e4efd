/** Every record of the community, table by table, some hundreds at a time: for backups and for what must know everybody. */
import { type AnyRecord, TABLE_NAMES, type TableName } from '../../domain/records/index.ts';
import { recordsIn } from '../floors.ts';
import { isPacked, PACKED, type PlainTable } from '../schema/layout.ts';
import type { Store } from '../store.ts';
import { floorPages } from './scan.ts';

export interface RecordBatch {
  readonly table: TableName;
  readonly records: readonly AnyRecord[];
}

const ROWS_A_PAGE = 500;
const FLOORS_A_PAGE = 50;

async function* plainPages({ db }: Store, table: PlainTable): AsyncGenerator<AnyRecord[]> {
  let after = '';
  for (;;) {
    const page = (await db
      .table<AnyRecord, string>(table)
      .where('id')
      .above(after)
      .limit(ROWS_A_PAGE)
      .toArray()) as AnyRecord[];
    const last = page.at(-1);
    if (!last) return;
    yield page;
    after = last.id;
  }
}

/**
 * What is pointed at comes before what points at it, as far as tables go; records of homes come floor by floor, their tables side by
 * side. Cost: every row once, a request per page. Not one transaction: whoever needs one moment stops commits meanwhile.
 */
export async function* everythingIn(store: Store): AsyncGenerator<RecordBatch> {
  let packed = false;
  for (const table of TABLE_NAMES) {
    if (!isPacked(table)) {
      for await (const records of plainPages(store, table)) yield { table, records };
      continue;
    }
    if (packed) continue;
    packed = true;
    for await (const page of floorPages(store, FLOORS_A_PAGE))
      for (const each of PACKED) {
        const records = page.flatMap((row): AnyRecord[] => [...recordsIn(row, each)]);
        if (records.length > 0) yield { table: each, records };
      }
  }
}
