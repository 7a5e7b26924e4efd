/** What must hold after any sequence of edits: counts equal a recount, and undoing everything gives back the bytes. */
import { random32 } from '../../domain/random32.ts';
import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { recount } from '../../domain/stats.ts';
import { EPOCH } from '../fixtures/community.ts';
import { installFixture } from '../fixtures/install.ts';
import { Mirror, randomEdit } from '../fixtures/random-edits.ts';
import { closeStore, commit, redo, undo } from '../index.ts';
import { PLAIN, type StoredName } from '../schema/layout.ts';
import type { Store } from '../store.ts';

const STEPS = 5_000;
const SEED = Number(process.env['SEED'] ?? 20_260_105);
const digest = (rows: unknown[]): string =>
  `${rows.length} ${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`;
const STORES: readonly StoredName[] = [...PLAIN, 'floors', 'stats'];

/** A digest of every table of records and counts: of every byte, the order of fields included. */
const snapshot = async ({ db }: Store): Promise<Map<string, string>> =>
  new Map(
    await Promise.all(STORES.map(async (name) => [name, digest(await db.table(name).toArray())] as const)),
  );

afterAll(closeStore);

describe(`commit, undo and redo (seed ${SEED})`, () => {
  it(`keeps counts and takes everything back after ${STEPS} random steps`, { timeout: 300_000 }, async () => {
    const { maker, tables, store } = await installFixture(SEED, 4);
    const random = random32(SEED);
    const mirror = new Mirror(tables);
    const first = await snapshot(store);
    const tally = { commit: 0, refused: 0, undo: 0, redo: 0 };

    const countsHold = async (): Promise<void> => {
      const stored = await store.db.of('stats').toArray();
      const expected = recount([...mirror.of('buildings').keys()], mirror.listed());
      expect(new Map(stored.map((row) => [row.buildingId, row]))).toEqual(expected);
    };
    const follow = async (seq: number): Promise<void> => {
      mirror.apply((await store.db.of('journal').get(seq))?.changes ?? []);
    };

    for (let step = 1; step <= STEPS; step++) {
      const dice = random();
      const kind = dice < 0.7 ? 'commit' : dice < 0.87 ? 'undo' : 'redo';
      const edit = kind === 'commit' ? randomEdit(maker, mirror, EPOCH + step) : null;
      const answer = edit ? await commit(edit) : kind === 'undo' ? await undo() : await redo();
      if (answer?.ok) await follow(answer.seq);
      if (answer) tally[answer.ok ? kind : 'refused'] += 1;
      // An undo or redo of one's own edits is never refused; a refusal of an edit has a reason of its own, not a failure.
      if (answer && !answer.ok) {
        expect(kind).toBe('commit');
        expect(answer.reasons[0]?.code).not.toBe('storage.failed');
      }
      if (step % 500 === 0) await countsHold();
    }
    expect(tally.commit).toBeGreaterThan(STEPS * 0.4);
    expect(Math.min(tally.refused, tally.undo, tally.redo)).toBeGreaterThan(STEPS * 0.02);
    for (const [table, records] of mirror.tables) expect([table, records.size]).not.toEqual([table, 0]);

    let undone = 0;
    for (;;) {
      const answer = await undo();
      if (!answer) break;
      expect(answer).toMatchObject({ ok: true });
      undone++;
    }
    expect(undone).toBeGreaterThan(STEPS * 0.2);
    expect(await snapshot(store)).toEqual(first);
  });

  it('does again what was undone, to the byte', async () => {
    const { maker, tables, store } = await installFixture(SEED + 1, 2);
    const mirror = new Mirror(tables);
    const first = await snapshot(store);
    for (let step = 1; step <= 200; step++) {
      const edit = randomEdit(maker, mirror, EPOCH + step);
      const answer = edit && (await commit(edit));
      if (answer?.ok) mirror.apply((await store.db.of('journal').get(answer.seq))?.changes ?? []);
    }
    const last = await snapshot(store);
    for (const _ of [1, 2]) {
      while (await undo());
      expect(await snapshot(store)).toEqual(first);
      while (await redo());
      expect(await snapshot(store)).toEqual(last);
    }
  });
});
