/** Home rows back into lists of records, homes in the order people read them: unit, floor, door. */
import type { RecordOf } from '../../domain/records/index.ts';
import { dwellingIn, recordsIn } from '../homes.ts';
import { type HomeRow, PACKED, type PackedTable } from '../schema/layout.ts';

export type Unpacked = { [T in PackedTable]: RecordOf<T>[] };

const inOrder = (a: HomeRow, b: HomeRow): number => {
  const [x, y] = [dwellingIn(a), dwellingIn(b)];
  if (!x || !y) return 0;
  return x.unit - y.unit || x.floor - y.floor || x.door - y.door;
};

export const unpack = (rows: HomeRow[]): Unpacked => {
  const out = Object.fromEntries(PACKED.map((table) => [table, []])) as unknown as Unpacked;
  for (const row of [...rows].sort(inOrder)) {
    for (const table of PACKED) {
      const list = out[table] as RecordOf<PackedTable>[];
      for (const record of recordsIn(row, table)) list.push(record);
    }
  }
  return out;
};
