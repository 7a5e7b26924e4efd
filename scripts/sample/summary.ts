/** The figures of the sample, as `npm run sample` prints them. */
import { TABLE_NAMES } from '../../src/domain/records/index.ts';
import { recordsOf, type Sample } from './world.ts';

export const summaryOf = (sample: Sample): [what: string, value: string][] => {
  const rows: [string, string][] = TABLE_NAMES.map((table) => [
    table,
    String(recordsOf(sample, table).length),
  ]);
  return rows;
};
