/** A worker's record may pass from one person to the next; the history knows who it was. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GridWorker } from '../../domain/records/index.ts';
import { commit, historyOf, places, record, undo } from '../../storage/index.ts';
import { communityId, openSample, stamp } from '../fixtures/sample-plan.ts';
import { workerOn } from './worker-then.ts';

beforeEach(openSample);

const change = async (id: string, day: string, name: string, role: GridWorker['role']): Promise<void> => {
  const before = (await record('gridWorkers', id)) as GridWorker;
  const put = { ...before, role, personal: { ...before.personal, name } };
  const result = await commit({
    ...{ id: stamp().newId(), communityId, by: '一号窗口', at: Date.parse(`${day}T02:00:00Z`) },
    label: { key: 'correctRecord', params: {} },
    changes: [
      { table: 'gridWorkers', put, expect: { revision: before.revision, updatedAt: before.updatedAt } },
    ],
  });
  expect(result).toMatchObject({ ok: true });
};

describe('a worker on a day', () => {
  it('is who the record said at its end', async () => {
    const first = (await places()).gridWorkers[0] as GridWorker;
    await change(first.id, '2026-03-01', '示例甲', 'gridWorker');
    await change(first.id, '2026-06-01', '示例乙', 'gridLeader');
    const now = (await record('gridWorkers', first.id)) as GridWorker;
    const history = await historyOf('gridWorkers', first.id);
    const on = (day: string) => workerOn(now, history, day);
    expect(on('2026-02-28')).toEqual({ name: first.personal.name, role: first.role });
    expect(on('2026-03-01')).toEqual({ name: '示例甲', role: 'gridWorker' });
    expect(on('2026-05-31')).toEqual({ name: '示例甲', role: 'gridWorker' });
    expect(on('2026-06-01')).toEqual({ name: '示例乙', role: 'gridLeader' });
    await undo();
    const back = (await record('gridWorkers', first.id)) as GridWorker;
    expect(workerOn(back, await historyOf('gridWorkers', first.id), '2026-04-01').name).toBe('示例甲');
  });
});
