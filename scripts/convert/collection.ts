/**
 * The community that comes out of a conversion, in memory: every file adds to what the files before it gave. Places are held as they are,
 * since every table looks into them; records of people, of which there may be hundreds of thousands, packed.
 */
import type { Change } from '../../src/domain/edit.ts';
import {
  type AnyRecord,
  type Community,
  type RecordOf,
  TABLE_NAMES,
  type TableName,
} from '../../src/domain/records/index.ts';
import type { LngLat } from '../../src/domain/records/base.ts';
import type { Terrain } from '../../src/domain/records/place.ts';
import { PackedList } from '../../src/transfer/packed/packed-list.ts';
import { newCommunity, squareAbout } from '../../src/transfer/places/new-community.ts';

const OF_PEOPLE: ReadonlySet<TableName> = new Set([
  'residents',
  'households',
  'memberships',
  'floatingRegistrations',
  'assistances',
  'careNeeds',
  'visits',
  'matters',
]);

/** Records of one table: those that came packed, and what has been put since under an id, or anew. */
class Shelf {
  readonly #packed = new PackedList<AnyRecord>();
  readonly #put = new Map<string, AnyRecord>();
  /** Ids among the packed that have been put again, or taken away. */
  readonly #gone = new Set<string>();

  get size(): number {
    return this.#packed.length - this.#gone.size + this.#put.size;
  }

  /** Records that were not there before. */
  add(records: readonly AnyRecord[]): void {
    this.#packed.push(records);
  }

  put(record: AnyRecord, isPacked: boolean): void {
    if (isPacked) this.#gone.add(record.id);
    this.#put.set(record.id, record);
  }

  delete(id: string): void {
    if (!this.#put.delete(id)) this.#gone.add(id);
  }

  *batches(): Generator<readonly AnyRecord[]> {
    for (const batch of this.#packed)
      yield this.#gone.size === 0 ? batch : batch.filter(({ id }) => !this.#gone.has(id));
    if (this.#put.size > 0) yield [...this.#put.values()];
  }
}

export class Collection {
  readonly #tables = new Map<TableName, Shelf>(TABLE_NAMES.map((table) => [table, new Shelf()]));
  readonly assets = new Map<string, Uint8Array>();
  readonly at: number;

  constructor(name: string, at: number) {
    this.at = at;
    const { community, landscape } = newCommunity(
      { name, code: '000000000000', district: '', anchor: [0, 0], elevationMetres: 0 },
      at,
    );
    this.#put('communities', community);
    this.#put('landscapes', landscape);
  }

  #put<T extends TableName>(table: T, record: RecordOf<T>): void {
    this.#tables.get(table)?.put(record, false);
  }

  list<T extends TableName>(table: T): RecordOf<T>[] {
    const records: AnyRecord[] = [];
    for (const batch of this.#tables.get(table)?.batches() ?? []) for (const one of batch) records.push(one);
    return records as unknown as RecordOf<T>[];
  }

  get community(): Community {
    return this.list('communities')[0] as Community;
  }

  /** Has anything told where the community lies? */
  get placed(): boolean {
    const [lng, lat] = this.community.anchor;
    return lng !== 0 || lat !== 0;
  }

  moveTo(anchor: LngLat): void {
    this.#put('communities', { ...this.community, anchor, outline: squareAbout(anchor) });
  }

  setGround(terrain: Terrain | null, elevationMetres: number): void {
    const [landscape] = this.list('landscapes');
    if (!terrain || !landscape) return;
    this.#put('landscapes', { ...landscape, terrain });
    this.#put('communities', { ...this.community, elevationMetres });
  }

  apply(changes: readonly Change[]): void {
    const fresh = new Map<TableName, AnyRecord[]>();
    for (const change of changes) {
      const shelf = this.#tables.get(change.table);
      if (!('put' in change)) shelf?.delete(change.del);
      else if (!OF_PEOPLE.has(change.table)) shelf?.put(change.put, false);
      else if (change.expect) shelf?.put(change.put, true);
      else {
        const records = fresh.get(change.table);
        if (records) records.push(change.put);
        else fresh.set(change.table, [change.put]);
      }
    }
    for (const [table, records] of fresh) this.#tables.get(table)?.add(records);
  }

  tables(): { [T in TableName]?: RecordOf<T>[] } {
    return Object.fromEntries(TABLE_NAMES.map((table) => [table, this.list(table)]));
  }

  counts(): Record<string, number> {
    return Object.fromEntries(
      [...this.#tables]
        .filter(([, records]) => records.size > 0)
        .map(([table, records]) => [table, records.size]),
    );
  }

  async *batches(): AsyncGenerator<{ table: string; records: readonly AnyRecord[] }> {
    for (const [table, shelf] of this.#tables)
      for (const records of shelf.batches()) if (records.length > 0) yield { table, records };
  }
}
