/** The whole sample: every table's records from one seed. */
import type { ColumnConstants } from '../../src/domain/columns.ts';
import type { AnyRecord, RecordOf, TableName } from '../../src/domain/records/index.ts';
import { makePlace } from './place/index.ts';
import { createRandom } from './random.ts';
import { makePlaceRecords } from './records/places.ts';
import { createStamp } from './stamp.ts';

export type Tables = { [T in TableName]?: RecordOf<T>[] };
export interface Sample {
  seed: string;
  name: string;
  constants: ColumnConstants;
  tables: Tables;
}

export const SEED = 'yunhe-2026';

export const makeSample = (seed: string = SEED): Sample => {
  const random = createRandom(seed);
  const stamp = createStamp(random.fork('ids'));
  const place = makePlace(seed);
  const { community, landscape, grids, sites } = makePlaceRecords(place, stamp);
  const tables: Tables = {
    communities: [community],
    landscapes: [landscape],
    grids,
    buildings: sites.map((site) => site.record),
  };
  return { seed, name: community.name, constants: stamp.constants(), tables };
};

export const recordsOf = (sample: Sample, table: TableName): AnyRecord[] => sample.tables[table] ?? [];
