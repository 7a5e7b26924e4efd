/**
 * The whole list of rules, for a worker: eleven reports. Never one validator alone: GEOS's coverage check sees no missing grid, no
 * spike, no turned ring, and the sum of areas is the same whatever happens.
 */
import { DEFAULT_LIMITS, type Limits } from '../model/limits.ts';
import type { Tiling } from '../model/tiling.ts';
import type { Assignment } from '../ground/assignment.ts';
import { checkContiguous, checkEdgesOf, checkRings, checkSides } from './border-rules.ts';
import type { RuleReport } from './finding.ts';
import { checkLocked, checkOutlineKept, checkThrough, type ThroughFacts } from './ground-rules.ts';
import { type Band, checkBand, checkBuildings, checkStaff } from './record-rules.ts';

/** What is known besides the tiling; rules that need what is not given say `notYet`. */
export interface Facts extends ThroughFacts {
  readonly assignment?: Assignment;
  readonly band?: Band;
  /** The metric that counts households; the first when not given. */
  readonly householdMetric?: string;
  readonly hasHead?: (row: number) => boolean;
  /** The published version. */
  readonly base?: Tiling;
  readonly limits?: Limits;
}

export const validate = (tiling: Tiling, facts: Facts = {}): RuleReport[] => {
  const { assignment, limits = DEFAULT_LIMITS } = facts;
  const sides = checkSides(tiling);
  const metric = assignment?.buildings.metrics.indexOf(facts.householdMetric ?? '') ?? -1;
  const [crossings, clearance] = checkEdgesOf(tiling, limits);
  return [
    sides,
    crossings,
    checkRings(tiling, limits),
    clearance,
    checkBuildings(tiling, assignment),
    checkContiguous(tiling),
    checkBand(tiling, assignment, facts.band, Math.max(0, metric)),
    checkStaff(tiling, assignment, facts.hasHead),
    checkLocked(tiling, facts.base),
    checkOutlineKept(tiling, facts.base),
    checkThrough(tiling, facts),
  ];
};

/** Is the tiling fit to be published, as far as borders go? Warnings do not stand in the way. */
export const hasErrors = (reports: readonly RuleReport[]): boolean =>
  reports.some(({ findings }) => findings.some(({ level }) => level === 'error'));

/** Reports in which only findings that concern some grids are left; the list of a drag's own grids. */
export const findingsOf = (reports: readonly RuleReport[], faceIds: readonly string[]) =>
  reports.flatMap(({ findings }) =>
    findings.filter((finding) => finding.faceIds.some((id) => faceIds.includes(id))),
  );
