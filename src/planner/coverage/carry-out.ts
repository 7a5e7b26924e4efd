/** A repair, carried out: one edit with its notice, to be undone like any other. */
import type { Edit } from '../../domain/edit.ts';
import type { CoverageFix, CoverageRecords } from '../../domain/checks/coverage/index.ts';
import {
  addGridWorker,
  appointBuildingHead,
  dayOf,
  dismissBuildingHead,
  endMembership,
  giveGridCode,
  moveGridWorker,
  setBuildingGrid,
  setGridBranch,
  setMemberBranch,
  setParentBody,
  type Stamp,
} from '../../domain/operations/index.ts';
import { reasonOf, refuse, type Result } from '../../domain/reasons.ts';
import { notify } from '../../state/notices.ts';
import { editStamp, save } from '../../state/save.ts';
import { listPage } from '../../storage/index.ts';

/** What was chosen from the list: an id, or a worker who is new. */
export type Chosen = { readonly id: string } | { readonly newWorker: { name: string; phone: string } };

const gone = refuse(
  reasonOf(
    'repair.gone',
    '要处理的记录已经变动，请按最新情况再选。',
    'The record has changed meanwhile; choose again from the list as it is now.',
  ),
);

const find = <R extends { readonly id: string }>(records: readonly R[], id: string): R | undefined =>
  records.find((one) => one.id === id);

/** What makes the repair, where everything it needs is there. */
const editOf = async (
  fix: CoverageFix,
  chosen: Chosen | null,
  records: CoverageRecords,
  stamp: Stamp,
): Promise<Result<Edit>> => {
  const { grids, buildings, gridWorkers, memberships, buildingHeads, partyBodies, community } = records;
  const id = chosen !== null && 'id' in chosen ? chosen.id : '';
  switch (fix.kind) {
    case 'setBuildingGrid': {
      const [building, grid] = [find(buildings, fix.buildingId), find(grids, fix.gridId)];
      if (!building || !grid) return gone;
      const { records: openMatters } = await listPage('matters', {
        filter: { buildingId: building.id, open: true },
        offset: 0,
        limit: Number.MAX_SAFE_INTEGER,
      });
      return setBuildingGrid.run({ building, openMatters }, { grid }, stamp);
    }
    case 'appointHead': {
      const [building, membership] = [find(buildings, fix.buildingId), find(memberships, id)];
      if (!building || !membership) return gone;
      const heads = buildingHeads.filter((head) => head.buildingId === building.id);
      return appointBuildingHead.run({ building, heads }, { membership, from: dayOf(stamp) }, stamp);
    }
    case 'endHead': {
      const head = find(buildingHeads, fix.headId);
      const building = find(buildings, head?.buildingId ?? '');
      if (!head || !building) return gone;
      return dismissBuildingHead.run({ building, head }, { until: dayOf(stamp) }, stamp);
    }
    case 'setGridBranch': {
      const [grid, branch] = [find(grids, fix.gridId), find(partyBodies, id)];
      return grid && branch ? setGridBranch.run({ grid }, { branch }, stamp) : gone;
    }
    case 'setGridWorker': {
      const grid = find(grids, fix.gridId);
      if (!grid) return gone;
      if (chosen !== null && 'newWorker' in chosen) {
        const { name, phone } = chosen.newWorker;
        const personal = { name: name.trim(), ...(phone.trim() === '' ? {} : { phone: phone.trim() }) };
        return addGridWorker.run({ grid }, { role: 'gridWorker', personal }, stamp);
      }
      const worker = find(gridWorkers, id);
      return worker ? moveGridWorker.run({ worker }, { grid }, stamp) : gone;
    }
    case 'moveWorker': {
      const [worker, grid] = [find(gridWorkers, fix.workerId), find(grids, id)];
      return worker && grid ? moveGridWorker.run({ worker }, { grid }, stamp) : gone;
    }
    case 'giveCode': {
      const grid = find(grids, fix.gridId);
      const context = grid && { grid, communityCode: community.code, others: grids };
      return context ? giveGridCode.run(context, { sequence: fix.sequence }, stamp) : gone;
    }
    case 'setMemberBranch': {
      const [membership, branch] = [find(memberships, fix.membershipId), find(partyBodies, id)];
      return membership && branch ? setMemberBranch.run({ membership }, { branch }, stamp) : gone;
    }
    case 'endMembership': {
      const membership = find(memberships, fix.membershipId);
      const headships = buildingHeads.filter((head) => head.membershipId === fix.membershipId);
      return membership ? endMembership.run({ membership, headships }, { on: dayOf(stamp) }, stamp) : gone;
    }
    case 'setParent': {
      const [body, parent] = [find(partyBodies, fix.bodyId), find(partyBodies, id)];
      return body && parent ? setParentBody.run({ body, bodies: partyBodies }, { parent }, stamp) : gone;
    }
    default:
      return gone;
  }
};

/** True when it is done; a refusal is said at the foot of the page. */
export const carryOut = async (
  fix: CoverageFix,
  chosen: Chosen | null,
  records: CoverageRecords,
): Promise<boolean> => {
  const edit = await editOf(fix, chosen, records, editStamp());
  const answer = edit.ok ? await save(edit.value) : edit;
  if (!answer.ok) notify({ kind: 'error', key: 'common.save.failed', reasons: answer.reasons });
  return answer.ok;
};
