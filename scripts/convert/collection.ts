/** The community that comes out of a conversion, in memory: every file adds to what the files before it gave. */
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
import { newCommunity, squareAbout } from '../../src/transfer/places/new-community.ts';

export class Collection {
  readonly #tables = new Map<TableName, Map<string, AnyRecord>>(
    TABLE_NAMES.map((table) => [table, new Map()]),
  );
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
    this.#tables.get(table)?.set(record.id, record);
  }

  list<T extends TableName>(table: T): RecordOf<T>[] {
    return [...(this.#tables.get(table)?.values() ?? [])] as unknown as RecordOf<T>[];
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
    for (const change of changes) {
      const records = this.#tables.get(change.table);
      if ('put' in change) records?.set(change.put.id, change.put);
      else records?.delete(change.del);
    }
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
    for (const [table, records] of this.#tables)
      if (records.size > 0) yield { table, records: [...records.values()] };
  }
}
