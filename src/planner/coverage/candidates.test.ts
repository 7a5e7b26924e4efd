import { describe, expect, it } from 'vitest';
import { coverageSample } from '../fixtures/coverage-sample.ts';
import { gridBranches, headCandidates, memberBranches, parentBodies, workersFor } from './candidates.ts';

const sample = coverageSample();
const inOffice = sample.buildingHeads.filter(({ until }) => until === null);

describe('headCandidates', () => {
  it('are active members who are present, of the building before those of its grid, without the head there is', () => {
    for (const { buildingId, membershipId } of inOffice.slice(0, 12)) {
      const found = headCandidates(sample, buildingId);
      expect(found.length).toBeGreaterThan(0);
      expect(found.map(({ membership }) => membership.id)).not.toContain(membershipId);
      const gridId = sample.buildings.find(({ id }) => id === buildingId)?.gridId;
      for (const { membership, resident } of found) {
        expect([membership.state, resident.status, membership.residentId]).toEqual([
          'active',
          'present',
          resident.id,
        ]);
        expect(sample.buildings.find(({ id }) => id === resident.buildingId)?.gridId).toBe(gridId);
      }
      const here = found.map(({ livesHere }) => livesHere);
      expect(here).toEqual([...here].sort((a, b) => Number(b) - Number(a)));
    }
  });
  it('whoever has a building already comes after who has none', () => {
    const { buildingId = '' } = inOffice[0] ?? {};
    const neighbours = headCandidates(sample, buildingId).filter(({ livesHere }) => !livesHere);
    expect(neighbours.map(({ headOf }) => headOf)).toEqual(
      neighbours.map(({ headOf }) => headOf).sort((a, b) => a - b),
    );
  });
  it('come from the whole community where the grid has no member', () => {
    const [building] = sample.buildings;
    const alone = { ...sample, memberships: sample.memberships.slice(-5) };
    const buildings = sample.buildings.map((one) => (one === building ? { ...one, gridId: null } : one));
    expect(headCandidates({ ...alone, buildings }, building?.id ?? '').length).toBe(5);
  });
});

describe('branches', () => {
  it('of a grid: first the one that most of its buildings belong to', () => {
    for (const { id, branchId } of sample.grids) {
      const [first, ...rest] = gridBranches(sample, id);
      expect(first?.share).toBeGreaterThan(0);
      expect(rest.every(({ share }) => share <= (first?.share ?? 0))).toBe(true);
      expect([first, ...rest].map((one) => one?.body.id)).toContain(branchId);
    }
  });
  it('of a member: first the one of the neighbours', () => {
    const [member] = sample.memberships;
    const without = sample.memberships.map((one) => (one === member ? { ...one, branchId: null } : one));
    const [first] = memberBranches({ ...sample, memberships: without }, member?.id ?? '');
    const neighbours = without.filter(({ buildingId }) => buildingId === member?.buildingId);
    expect(neighbours.some(({ branchId }) => branchId === first?.body.id)).toBe(true);
  });
  it('above a body: neither itself nor what stands below', () => {
    const general = sample.partyBodies.find(({ level }) => level === 'generalBranch');
    const above = parentBodies(sample, general?.id ?? '');
    expect(above.map(({ body }) => body.level)).toEqual(['workingCommittee']);
    const group = sample.partyBodies.find(({ level }) => level === 'group');
    expect(parentBodies(sample, group?.id ?? '')[0]?.body.level).toBe('generalBranch');
  });
});

describe('workersFor', () => {
  it('takes first from where most are left', () => {
    const { id = '' } = sample.grids[2] ?? {};
    const found = workersFor(sample, id);
    expect(found.every(({ worker }) => worker.gridId !== id && worker.role !== 'informationOfficer')).toBe(
      true,
    );
    const left = found.map((one) => one.left);
    expect(left).toEqual([...left].sort((a, b) => b - a));
  });
});
