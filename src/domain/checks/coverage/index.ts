/**
 * The check over the whole organisation (横向到边、纵向到底): ground, grids, buildings, homes, heads, members, branches, places.
 * Pure and pure of names; some 10 ms for 12,000 residents.
 */
import type { CoverageReport } from './finding.ts';
import { checkBranches, checkHeads, checkMembers, checkWorkers } from './people.ts';
import { checkBuildings, checkEstablishments, checkGrids, checkGround, checkHomes } from './places.ts';
import { type CoverageRecords, type GroundFacts, lookUp } from './records.ts';

export * from './finding.ts';
export { type CoverageRecords, type GroundFacts, type GroundSpot, nameOfBuilding } from './records.ts';

/** A community need not have organisations or facilities; without grids, buildings, members or bodies nothing is proved. */
const MAY_BE_EMPTY = new Set(['places', 'homes']);

export const checkCoverage = (records: CoverageRecords, ground: GroundFacts): CoverageReport => {
  const look = lookUp(records);
  const themes = [
    checkGround(records, look, ground),
    checkGrids(records, look),
    checkWorkers(records, look),
    checkBuildings(records, look, ground),
    checkHomes(records, look),
    checkHeads(records, look),
    checkMembers(records, look),
    checkBranches(records, look),
    checkEstablishments(records, look, ground),
  ];
  const isWhole = themes.every(
    ({ theme, state, findings }) =>
      (state !== 'notYet' || MAY_BE_EMPTY.has(theme)) && findings.every(({ level }) => level !== 'error'),
  );
  return { themes, isWhole };
};
