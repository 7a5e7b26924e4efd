/** The verbs that mend a blank spot, and the certificate. */
import { describe, expect, it } from 'vitest';
import { sampleOf, seededIds, COMMUNITY_ID, NOON } from '../testing/samples.ts';
import type { Edit } from '../edit.ts';
import type { Certificate, Disclosure, Grid, GridWorker } from '../records/index.ts';
import type { Result } from '../reasons.ts';
import { issueCertificate, nextCertificateNumber } from './issue-certificate.ts';
import { setMemberBranch, setParentBody } from './set-branch.ts';
import { setBuildingGrid } from './set-building-grid.ts';
import { addGridWorker, giveGridCode, moveGridWorker, setGridBranch } from './staff-grid.ts';

const newId = seededIds(77);
const stamp = () => ({ communityId: COMMUNITY_ID, by: '一号窗口', at: NOON, newId });
const base = () => ({
  id: newId(),
  communityId: COMMUNITY_ID,
  createdAt: NOON,
  updatedAt: NOON,
  revision: 1,
});
const gridOf = (sequence: number): Grid => ({
  ...base(),
  code: `621002001901${String(sequence).padStart(3, '0')}`,
  sequence,
  kind: 'basic',
  name: `第${sequence}网格`,
  boundary: [
    [
      [
        [107.65, 35.73],
        [107.66, 35.73],
        [107.66, 35.74],
      ],
    ],
  ],
  branchId: null,
  validFrom: '2024-01-01',
  validTo: null,
  parents: [],
});
const putsOf = (result: Result<Edit>) => {
  if (!result.ok) throw new Error(result.reasons[0]?.en);
  return result.value.changes.map((change) => ({ table: change.table, put: 'put' in change && change.put }));
};
const codeOf = (result: Result<Edit>) => (result.ok ? null : result.reasons[0]?.code);

describe('setBuildingGrid', () => {
  it('takes the open matters of the building along', () => {
    const building = sampleOf('buildings');
    const matter = sampleOf('matters', { buildingId: building.id, gridId: building.gridId });
    const grid = gridOf(2);
    expect(putsOf(setBuildingGrid.run({ building, openMatters: [matter] }, { grid }, stamp()))).toMatchObject(
      [
        { table: 'buildings', put: { gridId: grid.id } },
        { table: 'matters', put: { gridId: grid.id } },
      ],
    );
  });
  it('puts nothing into a closed grid', () => {
    const input = { grid: { ...gridOf(2), validTo: '2025-01-01' } };
    const context = { building: sampleOf('buildings'), openMatters: [] };
    expect(codeOf(setBuildingGrid.run(context, input, stamp()))).toBe('grid.closed');
  });
});

describe('who answers for a grid', () => {
  it('is a branch, not a group', () => {
    const grid = gridOf(1);
    const branch = sampleOf('partyBodies');
    expect(putsOf(setGridBranch.run({ grid }, { branch }, stamp()))).toMatchObject([
      { put: { branchId: branch.id } },
    ]);
    const group = sampleOf('partyBodies', { level: 'group' });
    expect(codeOf(setGridBranch.run({ grid }, { branch: group }, stamp()))).toBe('grid.branch');
  });
  it('are workers, moved or registered', () => {
    const worker: GridWorker = { ...base(), gridId: newId(), role: 'gridWorker', personal: { name: '云工' } };
    const grid = gridOf(1);
    expect(putsOf(moveGridWorker.run({ worker }, { grid }, stamp()))).toMatchObject([
      { put: { id: worker.id, gridId: grid.id } },
    ]);
    const input = { role: 'gridWorker', personal: { name: '云新' } } as const;
    expect(putsOf(addGridWorker.run({ grid }, input, stamp()))).toMatchObject([
      { table: 'gridWorkers', put: { gridId: grid.id, ...input } },
    ]);
    expect(addGridWorker.run({ grid }, { ...input, personal: { name: '' } }, stamp()).ok).toBe(false);
  });
  it('code and number go together, and no number is given twice', () => {
    const [grid, other] = [gridOf(1), gridOf(2)];
    const context = { grid, communityCode: '621002001901', others: [grid, other] };
    expect(putsOf(giveGridCode.run(context, { sequence: 3 }, stamp()))).toMatchObject([
      { put: { sequence: 3, code: '621002001901003' } },
    ]);
    expect(codeOf(giveGridCode.run(context, { sequence: 2 }, stamp()))).toBe('grid.sequenceTaken');
  });
});

describe('branches', () => {
  it('take active members in', () => {
    const branch = sampleOf('partyBodies');
    const membership = sampleOf('memberships');
    expect(putsOf(setMemberBranch.run({ membership }, { branch }, stamp()))).toMatchObject([
      { put: { branchId: branch.id } },
    ]);
    const ended = sampleOf('memberships', { state: 'ended' });
    expect(setMemberBranch.run({ membership: ended }, { branch }, stamp()).ok).toBe(false);
    const committee = sampleOf('partyBodies', { level: 'workingCommittee', parentId: null });
    expect(codeOf(setMemberBranch.run({ membership }, { branch: committee }, stamp()))).toBe(
      'membership.branch',
    );
  });
  it('never stand above what stands above them', () => {
    const top = sampleOf('partyBodies', { parentId: null });
    const middle = sampleOf('partyBodies', { parentId: top.id });
    const low = sampleOf('partyBodies', { parentId: middle.id });
    const bodies = [top, middle, low];
    expect(codeOf(setParentBody.run({ body: top, bodies }, { parent: low }, stamp()))).toBe(
      'partyBody.round',
    );
    expect(codeOf(setParentBody.run({ body: top, bodies }, { parent: top }, stamp()))).toBe(
      'partyBody.round',
    );
    expect(putsOf(setParentBody.run({ body: low, bodies }, { parent: top }, stamp()))).toMatchObject([
      { put: { parentId: top.id } },
    ]);
  });
});

const certificate: Omit<Certificate, 'number'> = {
  communityName: '云和社区',
  communityCode: '621002001901',
  by: '一号窗口',
  at: NOON,
  isWhole: false,
  grids: [{ id: newId(), code: '621002001901001', name: '第一网格', validFrom: '2024-01-01', mark: 'x1' }],
  themes: [
    { theme: 'ground', checked: 1_000_000, ok: 999_000, gaps: 1, remarks: 0 },
    { theme: 'buildings', checked: 107, ok: 106, gaps: 1, remarks: 0 },
  ],
  gaps: [{ rule: 'buildings.noGrid', count: 1, places: ['和顺家园3号楼'] }],
  checksum: 'a'.repeat(64),
};

describe('issueCertificate', () => {
  it('is kept with its figures, and the records that it stands for are counted', () => {
    const [change] = putsOf(issueCertificate.run({ issued: [] }, certificate, stamp()));
    expect(change).toMatchObject({
      table: 'disclosures',
      put: { kind: 'print', clear: false, rows: 107, certificate: { ...certificate, number: '2026-001' } },
    });
  });
  it('numbers run within the year, whatever else was printed', () => {
    const issued = ['2026-002', '2025-017', '2026-009'].map(
      (number) => ({ certificate: { ...certificate, number } }) as Disclosure,
    );
    const printed = { certificate: undefined } as unknown as Disclosure;
    expect(nextCertificateNumber([...issued, printed], '2026-11-26')).toBe('2026-010');
    expect(nextCertificateNumber(issued, '2027-01-02')).toBe('2027-001');
  });
  it('is refused with figures that are none', () => {
    const wrong = { ...certificate, checksum: 'none' };
    expect(issueCertificate.run({ issued: [] }, wrong, stamp()).ok).toBe(false);
  });
});
