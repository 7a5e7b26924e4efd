/** A backup that is made while a plan is open holds the steps that its record does not have yet. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../domain/ids.ts';
import type { GridPlan } from '../../../domain/records/index.ts';
import { installFixture } from '../../../storage/fixtures/install.ts';
import {
  closeStore,
  commit,
  gridPlans,
  openStore,
  planDraftKey,
  record,
  saveDraft,
  withDraftSteps,
} from '../../../storage/index.ts';
import { fileOfBytes } from '../../../transfer/source-file.ts';
import { makeBackup, restoreBackup } from './make-backup.ts';

const signal = new AbortController().signal;
const onProgress = (): void => undefined;
const passphrase = '苹果 渡口 灯塔 三月';

const EMPTY = { vertices: [], arcs: [], faces: [] };
const stepNamed = (name: string): GridPlan['steps'][number] => ({
  label: 'fields',
  patch: {
    put: {
      ...EMPTY,
      faces: [
        {
          id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
          code: '',
          kind: 'basic',
          name,
          branchId: null,
          workerIds: [],
          locked: false,
          apart: false,
          validFrom: '',
          validTo: null,
          parents: [],
        },
      ],
    },
    del: { vertices: [], arcs: [], faces: [] },
    prev: EMPTY,
    nextId: { before: 1, after: 1 },
  },
});

let plan: GridPlan;
beforeEach(async () => {
  const { maker } = await installFixture(7, 2);
  const id = newId();
  const { communityId } = maker;
  const made: GridPlan = {
    id,
    communityId,
    createdAt: 1_790_000_000_000,
    updatedAt: 1_790_000_000_000,
    revision: 1,
    name: '调整',
    state: 'draft',
    notes: '',
    basedOn: '2026-11-01',
    baseGrids: [],
    base: { ...EMPTY, nextId: 1 },
    steps: [stepNamed('一')],
    cursor: 1,
    publishedFrom: null,
  };
  const result = await commit({
    id: newId(),
    communityId,
    at: 1_790_000_000_000,
    by: '王芳',
    label: { key: 'makeGridPlan', params: { name: made.name } },
    changes: [{ table: 'gridPlans', put: made }],
  });
  if (!result.ok) throw new Error(result.reasons[0]?.en);
  plan = (await record('gridPlans', id)) as GridPlan;
});

/** The plan as a backup made now would give it back. */
const fromBackup = async (): Promise<GridPlan | undefined> => {
  const blob = await makeBackup({ passphrase, onProgress, signal });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const back = await restoreBackup(fileOfBytes('a.linli', bytes), { passphrase, onProgress, signal });
  closeStore();
  await openStore(back.communityId);
  return (await gridPlans())[0];
};

describe('a backup of an open plan', () => {
  it('has the steps of the draft, and the place in them', async () => {
    const steps = [stepNamed('一'), stepNamed('二'), stepNamed('三')];
    await saveDraft(planDraftKey(plan.id), JSON.stringify({ revision: plan.revision, steps, cursor: 2 }));
    const restored = await fromBackup();
    expect(restored?.steps).toEqual(steps);
    expect(restored?.cursor).toBe(2);
  });
  it('has the record as it is where the draft is of another revision, or none, or unreadable', async () => {
    expect((await fromBackup())?.steps).toEqual(plan.steps);
    const steps = [stepNamed('二')];
    expect(withDraftSteps(plan, JSON.stringify({ revision: plan.revision + 1, steps, cursor: 1 }))).toBe(
      plan,
    );
    expect(withDraftSteps(plan, '{')).toBe(plan);
    expect(withDraftSteps(plan, JSON.stringify({ revision: plan.revision, steps, cursor: 2 }))).toBe(plan);
    const published = { ...plan, state: 'published' as const };
    const json = JSON.stringify({ revision: plan.revision, steps, cursor: 1 });
    expect(withDraftSteps(published, json)).toBe(published);
  });
});
