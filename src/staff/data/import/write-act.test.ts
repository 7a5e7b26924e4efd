/** Batches written as one act: all of them, or none, whatever is wrong with the last and whoever gives up in the middle. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Change } from '../../../domain/edit.ts';
import { newId } from '../../../domain/ids.ts';
import type { Building } from '../../../domain/records/index.ts';
import { installFixture } from '../../../storage/fixtures/install.ts';
import { closeStore, places, undo, undoState } from '../../../storage/index.ts';
import { writeAct } from './write-act.ts';

afterEach(closeStore);

const houses = (like: Building, count: number): Change[] =>
  Array.from({ length: count }, (_, n) => ({
    table: 'buildings',
    put: { ...like, id: newId(), name: `${n}号楼`, aliases: [], revision: 1 },
    expect: null,
  }));

const standing = async (): Promise<number> => (await places()).buildings.length;

const start = async () => {
  const { tables } = await installFixture(7);
  const [like] = tables.buildings ?? [];
  if (!like) throw new Error('the fixture has no building');
  return { like, before: await standing() };
};

describe('an act of batches', () => {
  it('cuts and joins chunks, tells every batch, and is one step of undo', async () => {
    const { like, before } = await start();
    const told: number[][] = [];
    const chunks = [houses(like, 10), houses(like, 45), houses(like, 3)];
    const report = (done: number, total: number): void => void told.push([done, total]);
    const signal = new AbortController().signal;
    const written = await writeAct({
      label: 'importPlaces',
      by: '1号窗口',
      chunks,
      total: 58,
      report,
      signal,
      batchChanges: 20,
    });
    expect(written).toEqual({ ok: true, reasons: [], changes: 58 });
    expect(told.map(([done]) => done)).toEqual([10, 30, 50, 58]);
    expect(await standing()).toBe(before + 58);
    await undo();
    expect(await standing()).toBe(before);
  });

  it('leaves nothing of it where a later batch is refused, and says why', async () => {
    const { like, before } = await start();
    const wrong = houses(like, 1).map((change) => ({
      ...change,
      put: { ...like, id: newId(), storeys: -1 },
    })) as Change[];
    const written = await writeAct({
      label: 'importPlaces',
      by: '1号窗口',
      batchChanges: 20,
      chunks: [houses(like, 20), wrong, houses(like, 20)],
      total: 41,
      report: () => undefined,
      signal: new AbortController().signal,
    });
    expect(written).toMatchObject({ ok: false, changes: 0 });
    expect(written.reasons.length).toBeGreaterThan(0);
    expect(await standing()).toBe(before);
  });

  it('leaves nothing of it where it is given up in the middle', async () => {
    const { like, before } = await start();
    const controller = new AbortController();
    const written = await writeAct({
      label: 'importPlaces',
      by: '1号窗口',
      batchChanges: 20,
      chunks: [houses(like, 20), houses(like, 20), houses(like, 20)],
      total: 60,
      report: () => controller.abort(),
      signal: controller.signal,
    });
    expect(written).toEqual({ ok: false, reasons: [], changes: 0 });
    expect(await standing()).toBe(before);
    expect((await undoState()).canUndo).toBe(false);
  });
});
