/** Who answers for a grid: its branch, its workers, its code. */
import type { Grid, GridWorker, PartyBody } from '../records/index.ts';
import { reasonOf, refuse } from '../reasons.ts';
import { createDraft, type Fields } from './draft.ts';
import type { Operation } from './operation.ts';

interface GridContext {
  readonly grid: Grid;
}

const notBranch = reasonOf(
  'grid.branch',
  '网格须由党支部或党总支负责，请另选。',
  'A grid is answered for by a branch or general branch; choose another.',
  'branchId',
);

/** Bodies that can answer for a grid or take a member in. */
export const isBranch = ({ level }: Pick<PartyBody, 'level'>): boolean =>
  level === 'branch' || level === 'generalBranch';

export const setGridBranch: Operation<GridContext, { readonly branch: PartyBody }> = {
  key: 'setGridBranch',
  title: { zh: '指定网格党支部', en: 'Name the branch of a grid' },
  available: () => true,
  run: ({ grid }, { branch }, stamp) => {
    if (!isBranch(branch)) return refuse(notBranch);
    const draft = createDraft(stamp);
    draft.update('grids', grid, { branchId: branch.id });
    return draft.finish('setGridBranch', { grid: grid.name });
  },
};

export const moveGridWorker: Operation<{ readonly worker: GridWorker }, GridContext> = {
  key: 'moveGridWorker',
  title: { zh: '调整网格人员', en: 'Move a grid worker' },
  available: () => true,
  run: ({ worker }, { grid }, stamp) => {
    const draft = createDraft(stamp);
    draft.update('gridWorkers', worker, { gridId: grid.id });
    return draft.finish('moveGridWorker', { grid: grid.name });
  },
};

export const addGridWorker: Operation<GridContext, Pick<Fields<'gridWorkers'>, 'role' | 'personal'>> = {
  key: 'addGridWorker',
  title: { zh: '登记网格人员', en: 'Register a grid worker' },
  available: () => true,
  run: ({ grid }, { role, personal }, stamp) => {
    const draft = createDraft(stamp);
    draft.create('gridWorkers', { gridId: grid.id, role, personal });
    return draft.finish('addGridWorker', { grid: grid.name });
  },
};

/** Code and sequence are one fact: the last three digits of the one are the other. */
export const giveGridCode: Operation<
  GridContext & { readonly communityCode: string; readonly others: readonly Grid[] },
  { readonly sequence: number }
> = {
  key: 'giveGridCode',
  title: { zh: '更正网格编码', en: 'Correct the code of a grid' },
  available: () => true,
  run: ({ grid, communityCode, others }, { sequence }, stamp) => {
    if (others.some((other) => other.id !== grid.id && other.sequence === sequence))
      return refuse(
        reasonOf(
          'grid.sequenceTaken',
          `序号 ${sequence} 已有网格使用，请另选。`,
          `The number ${sequence} belongs to another grid; choose another.`,
          'sequence',
        ),
      );
    const draft = createDraft(stamp);
    draft.update('grids', grid, { sequence, code: `${communityCode}${String(sequence).padStart(3, '0')}` });
    return draft.finish('giveGridCode', { grid: grid.name });
  },
};
