/** Adds up what the parts of `npm test` passed and failed. */

/** @typedef {{passed: number, failed: number}} Counts */

/**
 * A check that passes or fails as a whole.
 * @param {boolean} passed
 * @returns {Counts}
 */
export const one = (passed) => (passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/**
 * The counts of a vitest report. A file that could not be loaded has no tests to count and is one failure; so is a run that
 * ended badly, found no test or wrote no report, although no test failed.
 * @param {{numPassedTests?: number, numFailedTests?: number, testResults?: {status?: string, assertionResults?: unknown[]}[]} | null} report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countsOf(report, exitCode) {
  const passed = report?.numPassedTests ?? 0;
  const broken = (report?.testResults ?? []).filter(
    ({ status, assertionResults = [] }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = (report?.numFailedTests ?? 0) + broken;
  const silentlyBad = failed === 0 && (exitCode !== 0 || passed === 0);
  return { passed, failed: silentlyBad ? 1 : failed };
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export const sum = (all) =>
  all.reduce(
    (total, { passed, failed }) => ({ passed: total.passed + passed, failed: total.failed + failed }),
    {
      passed: 0,
      failed: 0,
    },
  );

/** @param {Counts} counts */
export const closingLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`;
