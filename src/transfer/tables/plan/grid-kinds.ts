/** Rows about Party bodies, grids and who works in them: which it is, and what becomes of it. */
import { reasonOf } from '../../../domain/reasons.ts';
import type { PartyBody } from '../../../domain/records/index.ts';
import { amend, createRecord, type Patch, patchOf } from './patch.ts';
import { pointed, type RecordPlanner, refused, updated, workerKey } from './record-books.ts';
import { textOf } from './row-reader.ts';

export const planPartyBody: RecordPlanner = (row, context, books) => {
  const parent = pointed(row, 'parent', books.partyBodies, ['上级党组织', 'Party body above']);
  if ('reason' in parent) return refused(parent.reason);
  const organisation = pointed(row, 'organisation', books.organisations, ['单位', 'organisation']);
  if ('reason' in organisation) return refused(organisation.reason);
  const name = textOf(row, 'name') ?? '';
  const patch: Patch = {
    ...patchOf(context.kind, row),
    ...(parent.id === null ? {} : { parentId: parent.id }),
    ...(organisation.id === null ? {} : { organisationId: organisation.id }),
  };
  const before = books.partyBodies.all().findLast((body) => body.name === name);
  if (before) {
    const { level, ...told } = patch;
    return updated(
      amend('partyBodies', before, context.has('level') ? { ...told, level } : told, context.stamp),
    );
  }
  const level = (patch['level'] ?? 'branch') as PartyBody['level'];
  const role = {
    workingCommittee: 'core',
    generalBranch: 'main',
    branch: 'supplement',
    group: 'extension',
  } as const;
  const result = createRecord(
    'partyBodies',
    {
      level,
      role: role[level],
      parentId: null,
      organisationId: null,
      joint: false,
      foundedOn: null,
      personal: {},
      ...patch,
      name,
    } as Parameters<typeof createRecord<'partyBodies'>>[1],
    context.stamp,
  );
  return { as: 'imported', result };
};

export const planGrid: RecordPlanner = (row, context, books) => {
  const code = textOf(row, 'code');
  const name = textOf(row, 'name');
  const before = books.grids.find(code ?? '') ?? books.grids.find(name ?? '');
  if (!before)
    return refused(
      reasonOf(
        'grid.noBoundary',
        `没有网格“${name ?? code ?? ''}”。表格只能补充已有网格的资料；新网格请在地图上划定，或导入边界。`,
        `There is no grid “${name ?? code ?? ''}”. A table adds to grids that exist; draw a new one on the map, or import its boundary.`,
        'name',
      ),
    );
  const branch = pointed(row, 'branch', books.partyBodies, ['党组织', 'Party body']);
  if ('reason' in branch) return refused(branch.reason);
  // A grid is found by its code; the code itself is given by its sequence.
  const { code: _code, ...told } = patchOf(context.kind, row);
  return updated(
    amend(
      'grids',
      before,
      { ...told, ...(branch.id === null ? {} : { branchId: branch.id }) },
      context.stamp,
    ),
  );
};

export const planGridWorker: RecordPlanner = (row, context, books) => {
  const grid = books.grids.find(textOf(row, 'grid') ?? '');
  if (!grid) return refused(books.grids.unknown(textOf(row, 'grid') ?? '', ['网格', 'grid'], 'grid'));
  const patch = patchOf(context.kind, row);
  const role = (patch['role'] ?? 'gridWorker') as 'gridWorker';
  const before = books.gridWorkers.get(workerKey(grid.id, role, textOf(row, 'name') ?? ''));
  if (before) return updated(amend('gridWorkers', before, patch, context.stamp));
  const personal = { name: '', ...patch.personal };
  return {
    as: 'imported',
    result: createRecord('gridWorkers', { gridId: grid.id, role, personal }, context.stamp),
  };
};
