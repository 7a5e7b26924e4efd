/** Everything the check looks at, out of the database: whole tables that storage keeps in memory and true to every commit. */
import {
  checkCoverage,
  type CoverageRecords,
  type CoverageReport,
} from '../../domain/checks/coverage/index.ts';
import type { RecordOf, TableName } from '../../domain/records/index.ts';
import { listPage } from '../../storage/index.ts';
import { keptGroundFacts } from './ground.ts';

export const all = async <T extends TableName>(table: T): Promise<readonly RecordOf<T>[]> =>
  (await listPage(table, { offset: 0, limit: Number.MAX_SAFE_INTEGER })).records;

export interface Coverage {
  readonly records: CoverageRecords;
  readonly report: CoverageReport;
  /** Epoch milliseconds. */
  readonly at: number;
}

export const gatherRecords = async (): Promise<CoverageRecords> => {
  const [places, people] = await Promise.all([
    Promise.all([
      all('communities'),
      all('grids'),
      all('gridWorkers'),
      all('buildings'),
      all('organisations'),
      all('facilities'),
    ]),
    Promise.all([
      all('dwellings'),
      all('households'),
      all('residents'),
      all('memberships'),
      all('buildingHeads'),
      all('partyBodies'),
    ]),
  ]);
  const [[community], everyGrid, gridWorkers, buildings, organisations, facilities] = places;
  const [dwellings, households, residents, memberships, buildingHeads, partyBodies] = people;
  if (community === undefined) throw new Error('the database holds no community');
  return {
    community,
    grids: everyGrid.filter(({ validTo }) => validTo === null).sort((a, b) => a.sequence - b.sequence),
    closedSequences: everyGrid.filter(({ validTo }) => validTo !== null).map(({ sequence }) => sequence),
    ...{ gridWorkers, buildings, organisations, facilities },
    ...{ dwellings, households, residents, memberships, buildingHeads, partyBodies },
  };
};

export const checkNow = async (): Promise<Coverage> => {
  const asked = performance.now();
  const records = await gatherRecords();
  const start = performance.now();
  const report = checkCoverage(records, keptGroundFacts(records));
  // For benches: how long the page waited for the records, and how long its thread was busy.
  performance.measure('linli:coverage-records', { start: asked, end: start });
  performance.measure('linli:coverage', { start });
  return { records, report, at: Date.now() };
};
