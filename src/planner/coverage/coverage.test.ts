/** The check over the sample community: clean as it is, and every damage is found: it, and nothing else. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkCoverage,
  type CoverageFinding,
  type CoverageReport,
} from '../../domain/checks/coverage/index.ts';
import { changed, DAMAGES, without } from '../fixtures/coverage-damages.ts';
import { checkRecords, coverageSample } from '../fixtures/coverage-sample.ts';
import { groundFacts } from './ground.ts';

const sample = coverageSample();
const clean = checkRecords(sample);
const findingsOf = ({ themes }: CoverageReport): CoverageFinding[] =>
  themes.flatMap(({ findings }) => [...findings]);
const errorsOf = (report: CoverageReport): CoverageFinding[] =>
  findingsOf(report).filter(({ level }) => level === 'error');

/** Courtyards without a member of their own have a head from the next grid. */
const KNOWN_FAR_HEADS = 4;

describe('the sample community', () => {
  it('has no blank spot', () => {
    expect(errorsOf(clean)).toEqual([]);
    expect(clean.isWhole).toBe(true);
  });
  it('has the known remarks and no other', () => {
    expect(findingsOf(clean).map(({ rule }) => rule)).toEqual(Array(KNOWN_FAR_HEADS).fill('heads.farAway'));
  });
  it('is checked whole', () => {
    const figures = Object.fromEntries(clean.themes.map(({ theme, checked, ok }) => [theme, [checked, ok]]));
    const inForce =
      sample.households.filter(({ state }) => state === 'active').length +
      sample.residents.filter(({ status }) => status === 'present').length;
    const people = sample.dwellings.length + inForce;
    expect(figures).toMatchObject({
      grids: [9, 9],
      buildings: [107, 107],
      homes: [people, people],
      heads: [84, 84],
      members: [698, 698],
      branches: [28, 28],
    });
    expect(figures['ground']?.[0]).toBeGreaterThan(900_000);
    expect(figures['ground']?.[1]).toBe(figures['ground']?.[0]);
  });
});

describe('a random damage', () => {
  const ground = groundFacts(sample);
  for (const [name, damage] of Object.entries(DAMAGES))
    it(`is found, and only it: ${name}`, () => {
      fc.assert(
        fc.property(fc.nat(), (n) => {
          const { records, expected } = damage(n);
          // Only facilities of these damages move: the ground of the rest is as it was.
          const facts = records.facilities === sample.facilities ? ground : groundFacts(records);
          const report = checkCoverage(records, facts);
          expect(errorsOf(report).map(({ id }) => id)).toEqual(expected);
          expect(report.isWhole).toBe(expected.length === 0);
          for (const { zh, en, fixes } of errorsOf(report)) {
            expect(zh.length).toBeGreaterThan(4);
            expect(en).toMatch(/\.$/);
            expect(fixes.length).toBeGreaterThan(0);
          }
        }),
        { seed: 7, numRuns: 6 },
      );
    });

  it('of a building leaves out everybody in it, without a finding each', () => {
    const building = sample.buildings.find(({ id }) =>
      sample.memberships.some((one) => one.buildingId === id),
    );
    const at = sample.buildings.findIndex(({ id }) => id === building?.id);
    const report = checkRecords({ ...sample, buildings: changed(sample.buildings, at, { gridId: null }) });
    expect(errorsOf(report).map(({ rule }) => rule)).toEqual(['buildings.noGrid']);
    const lost = (theme: string): number | undefined => {
      const found = report.themes.find((one) => one.theme === theme);
      return found && found.checked - found.ok;
    };
    const inIt = ({ buildingId }: { readonly buildingId: string | null }): boolean =>
      buildingId === building?.id;
    expect(lost('members')).toBe(sample.memberships.filter(inIt).length);
    expect(lost('homes')).toBe(
      sample.dwellings.filter(inIt).length +
        sample.households.filter((one) => inIt(one) && one.state === 'active').length +
        sample.residents.filter((one) => inIt(one) && one.status === 'present').length,
    );
    expect(report.themes.filter(({ state }) => state === 'problem').map(({ theme }) => theme)).toEqual(
      expect.arrayContaining(['buildings', 'homes', 'members']),
    );
  });

  it('of the ground: a grid is gone, and everything that lay in it is left out with it', () => {
    for (const [at, grid] of sample.grids.entries()) {
      const report = checkRecords({ ...sample, grids: without(sample.grids, at) });
      const errors = errorsOf(report);
      const inIt = sample.buildings.filter(({ gridId }) => gridId === grid.id).length;
      expect(errors.filter(({ rule }) => rule === 'buildings.noGrid').length).toBe(inIt);
      expect(errors.some(({ rule }) => rule === 'ground.gap')).toBe(true);
      const cover = report.themes[0];
      expect(cover && cover.checked - cover.ok).toBeGreaterThan(10_000);
    }
  });

  it('of the ground: a grid drawn twice overlaps by all of itself, and its buildings lie in both', () => {
    const [first, second] = sample.grids;
    if (first === undefined || second === undefined) throw new Error('no grids');
    const grids = changed(sample.grids, 1, { boundary: first.boundary });
    const rules = new Set(errorsOf(checkRecords({ ...sample, grids })).map(({ rule }) => rule));
    expect(rules).toContain('ground.overlap');
    expect(rules).toContain('ground.gap');
    expect(rules).toContain('buildings.two');
  });

  it('of the ground: a border that reaches out is told with its area and place', () => {
    const [first] = sample.grids;
    const [[ring = []] = []] = first?.boundary ?? [];
    const far = ring.map(([lng, lat]): [number, number] => [lng, lat]);
    const west = far.reduce((best, point, at) => (point[0] < (far[best]?.[0] ?? 0) ? at : best), 0);
    far[west] = [(far[west]?.[0] ?? 0) - 0.002, far[west]?.[1] ?? 0];
    const grids = changed(sample.grids, 0, { boundary: [[far]] });
    const beyond = errorsOf(checkRecords({ ...sample, grids })).filter(
      ({ rule }) => rule === 'ground.beyond',
    );
    expect(beyond.length).toBeGreaterThan(0);
    expect(beyond[0]?.place.at).not.toBeNull();
    expect(beyond[0]?.zh).toMatch(/平方米在社区界外/);
  });
});

describe('a community of nothing', () => {
  it('proves nothing, and says so', () => {
    const report = checkRecords({
      ...sample,
      ...{ grids: [], gridWorkers: [], buildings: [], dwellings: [], households: [], residents: [] },
      ...{ memberships: [], buildingHeads: [], partyBodies: [], organisations: [], facilities: [] },
    });
    expect(report.isWhole).toBe(false);
    expect(errorsOf(report).map(({ rule }) => rule)).toEqual(['ground.gap']);
    expect(report.themes.filter(({ state }) => state === 'notYet').length).toBe(8);
  });
});

describe('sentences', () => {
  it('never hold a personal value', () => {
    const names = new Set([...sample.residents, ...sample.gridWorkers].map(({ personal }) => personal.name));
    const report = checkRecords({
      ...sample,
      gridWorkers: sample.gridWorkers.map((worker) => ({ ...worker, gridId: worker.id })),
      memberships: sample.memberships.map((one) => ({ ...one, branchId: null })),
      residents: sample.residents.map((one) => ({ ...one, householdId: one.id })),
    });
    const text = findingsOf(report)
      .map(({ zh, en }) => zh + en)
      .join('\n');
    expect(text.length).toBeGreaterThan(100_000);
    expect([...names].filter((name) => name.length > 2 && text.includes(name))).toEqual([]);
  });
});

describe('the time it takes', () => {
  it('is a moment for the sample', () => {
    const facts = groundFacts(sample);
    const began = performance.now();
    checkCoverage(sample, facts);
    const took = performance.now() - began;
    console.log(`coverage of ${sample.residents.length} residents: ${took.toFixed(1)} ms`);
    expect(took).toBeLessThan(1000);
  });
});
