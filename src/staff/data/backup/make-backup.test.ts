/** A backup holds everything: restored where there is nothing it gives the same records, history and files; damaged it gives nothing. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { installFixture } from '../../../storage/fixtures/install.ts';
import {
  asset,
  backupState,
  closeStore,
  commit,
  counts,
  everything,
  historyOf,
  historyPages,
  listCommunities,
  openStore,
  removeCommunity,
  saveAsset,
} from '../../../storage/index.ts';
import { Refused } from '../../../transfer/problem.ts';
import { fileOfBytes } from '../../../transfer/source-file.ts';
import { makeBackup, restoreBackup } from './make-backup.ts';

const signal = new AbortController().signal;
const PASSPHRASE = '苹果 渡口 灯塔 三月';
const make = async (): Promise<Uint8Array> =>
  new Uint8Array(
    await (await makeBackup({ passphrase: PASSPHRASE, onProgress: () => undefined, signal })).arrayBuffer(),
  );
const restore = (bytes: Uint8Array, passphrase = PASSPHRASE) =>
  restoreBackup(fileOfBytes('a.linli', bytes), { passphrase, onProgress: () => undefined, signal });

const recordsOf = async (): Promise<Map<string, unknown>> => {
  const all = new Map<string, unknown>();
  for await (const { table, records } of everything())
    for (const record of records) all.set(`${table}/${record.id}`, record);
  return all;
};
const historyRows = async (): Promise<unknown[]> => {
  const rows: unknown[] = [];
  for await (const page of historyPages()) rows.push(...page);
  return rows;
};

/** A community with a changed person and a file of places. */
const prepared = async (seed: number) => {
  const installed = await installFixture(seed, 4);
  const { maker, tables } = installed;
  const person = tables.residents?.[0];
  if (!person) throw new Error('the fixture is empty');
  await commit({
    id: maker.newId(),
    communityId: maker.communityId,
    at: 1_790_000_000_000,
    by: '王芳',
    label: { key: 'correctRecord' },
    changes: [{ table: 'residents', put: { ...person, since: '2026-02-01' } }],
  });
  const assetId = await saveAsset(Uint8Array.from({ length: 5000 }, (_, i) => i % 251));
  return { installed, person, assetId };
};

afterEach(closeStore);

describe('a backup', () => {
  it('restored where there is nothing gives equal counts, records, history and files', async () => {
    const { installed, person, assetId } = await prepared(51);
    expect(await backupState()).toEqual({ lastAt: null, changes: 1 });
    const bytes = await make();
    expect((await backupState()).changes).toBe(0);
    const before = { counts: await counts(), records: await recordsOf(), history: await historyRows() };
    closeStore();
    await removeCommunity(installed.maker.communityId);

    const restored = await restore(bytes);
    expect(restored).toMatchObject({ communityId: installed.maker.communityId, copy: false });
    await openStore(restored.communityId);
    expect(await counts()).toEqual(before.counts);
    expect(await recordsOf()).toEqual(before.records);
    expect(await historyRows()).toEqual(before.history);
    expect(await historyOf('residents', person.id)).toMatchObject([{ by: '王芳' }]);
    expect((await asset(assetId))?.length).toBe(5000);
  });

  it('beside the same community becomes a copy, and overwrites nothing', async () => {
    const { installed } = await prepared(52);
    const bytes = await make();
    const before = await recordsOf();
    const restored = await restore(bytes);
    expect(restored.copy).toBe(true);
    expect(await recordsOf()).toEqual(before);
    await openStore(restored.communityId);
    const copied = await recordsOf();
    expect(copied.size).toBe(before.size);
    expect(JSON.stringify([...copied.values()])).not.toContain(installed.maker.communityId);
    expect((await listCommunities()).map(({ name }) => name)).toContain('云和社区（副本）');
    closeStore();
    await removeCommunity(restored.communityId);
  });

  it('that is damaged, cut off or opened with another passphrase is refused, and nothing is touched', async () => {
    await prepared(53);
    const bytes = await make();
    const known = await listCommunities();
    const flipped = bytes.slice();
    flipped[flipped.length - 200] = (flipped[flipped.length - 200] as number) ^ 1;
    await expect(restore(flipped)).rejects.toBeInstanceOf(Refused);
    await expect(restore(bytes.slice(0, bytes.length - 100))).rejects.toBeInstanceOf(Refused);
    await expect(restore(bytes, '别的口令别的口令')).rejects.toMatchObject({
      problem: { code: /passphrase/i },
    });
    expect(await listCommunities()).toEqual(known);
  });
});
