/** Floor rows back into lists of records, in the order people read homes: unit, floor, door. */
import type { RecordOf } from '../../domain/records/index.ts';
import { homeIdOf, recordsIn } from '../floors.ts';
import { type FloorRow, PACKED, type PackedTable } from '../schema/layout.ts';

export type Unpacked = { [T in PackedTable]: RecordOf<T>[] };

export const unpack = (rows: readonly FloorRow[]): Unpacked => {
  const out = Object.fromEntries(
    PACKED.map((table) => [table, rows.flatMap((row) => recordsIn(row, table) as RecordOf<PackedTable>[])]),
  ) as unknown as Unpacked;
  out.dwellings.sort((a, b) => a.unit - b.unit || a.floor - b.floor || a.door - b.door);
  const place = new Map(out.dwellings.map(({ id }, at) => [id, at]));
  for (const table of PACKED) {
    if (table === 'dwellings') continue;
    const placeOf = (record: RecordOf<PackedTable>): number => place.get(homeIdOf(table, record)) ?? 0;
    (out[table] as RecordOf<PackedTable>[]).sort((a, b) => placeOf(a) - placeOf(b));
  }
  return out;
};
