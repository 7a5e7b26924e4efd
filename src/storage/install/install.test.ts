import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { recount } from '../../domain/stats.ts';
import { databaseName } from '../database.ts';
import { batchesOf, createMaker, makeResident, makeTables } from '../fixtures/community.ts';
import { closeStore, counts, interiorOf, listCommunities, openStore, places, StoreError } from '../index.ts';
import { currentStore } from '../store.ts';
import type { InstallBatch } from './gather.ts';
import { installCommunity, removeCommunity } from './install.ts';

const maker = createMaker(11);
const { communityId } = maker;
const tables = makeTables(maker, 3);
const total = Object.values(tables).reduce((sum, list) => sum + list.length, 0);
const options = { communityId, name: '云和社区', total };

afterEach(async () => {
  closeStore();
  await removeCommunity(communityId);
});
const stateNow = async () => (await listCommunities()).find(({ id }) => id === communityId)?.state;
const reasonOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'none',
    (error: unknown) => (error instanceof StoreError ? error.reason.code : String(error)),
  );

describe('installCommunity', () => {
  it('writes every record, counts as a recount does, and tells how far it is', async () => {
    const heard: number[] = [];
    await installCommunity(batchesOf(tables), { ...options, onProgress: (done) => heard.push(done) });
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(heard.at(-1)).toBe(total);
    expect((await listCommunities())[0]).toMatchObject({ id: communityId, synthetic: true, state: 'ready' });
    await openStore(communityId);
    const { stats, buildings } = await places();
    expect(new Map(stats.map((row) => [row.buildingId, row]))).toEqual(
      recount(
        buildings.map(({ id }) => id),
        tables,
      ),
    );
    const inside = await Promise.all(buildings.map(({ id }) => interiorOf(id)));
    for (const table of ['dwellings', 'households', 'residents', 'memberships', 'careNeeds'] as const)
      expect(
        inside
          .flatMap((one): { id: string }[] => one[table])
          .map(({ id }) => id)
          .sort(),
      ).toEqual(tables[table]?.map(({ id }) => id).sort());
    expect((await counts()).buildings).toBe(3);
  });

  it('starts afresh after an interruption', async () => {
    const interrupted = async function* (): AsyncGenerator<InstallBatch> {
      let count = 0;
      for await (const batch of batchesOf(tables)) {
        if (count++ === 4) throw new Error('the browser was killed');
        yield batch;
      }
    };
    await expect(installCommunity(interrupted(), options)).rejects.toThrow('killed');
    expect(await stateNow()).toBe('loading');
    expect(await reasonOf(openStore(communityId))).toBe('storage.stillLoading');
    await installCommunity(batchesOf(tables), options);
    await openStore(communityId);
    expect(await currentStore().db.plain('buildings').count()).toBe(3);
  });

  it('stays loading when it is stopped while it writes', async () => {
    const abort = new AbortController();
    const onProgress = (done: number) => done > total / 2 && abort.abort(new Error('stopped'));
    await expect(
      installCommunity(batchesOf(tables), { ...options, signal: abort.signal, onProgress }),
    ).rejects.toThrow('stopped');
    expect(await stateNow()).toBe('loading');
    expect(await reasonOf(openStore(communityId))).toBe('storage.stillLoading');
  });

  it('does nothing where the community is ready', async () => {
    await installCommunity(batchesOf(tables), options);
    let asked = false;
    const again: AsyncIterable<InstallBatch> = {
      [Symbol.asyncIterator]: () => {
        asked = true;
        return batchesOf(tables)[Symbol.asyncIterator]();
      },
    };
    await installCommunity(again, options);
    expect(asked).toBe(false);
  });

  it('refuses a person without a home', async () => {
    const nowhere = makeResident(
      maker,
      { id: maker.newId(), buildingId: maker.newId() },
      maker.newId(),
      true,
    );
    const source = async function* (): AsyncGenerator<InstallBatch> {
      yield* batchesOf(tables);
      yield { table: 'residents', records: [nowhere] };
    };
    expect(await reasonOf(installCommunity(source(), options))).toBe('dwellings.missing');
  });
});

describe('openStore', () => {
  it('refuses an unknown community', async () => {
    expect(await reasonOf(openStore(maker.newId()))).toBe('storage.unknownCommunity');
  });

  it('refuses what a newer version wrote, and writes nothing', async () => {
    await installCommunity(batchesOf(tables), options);
    const open = (version?: number): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open(databaseName(communityId), version);
        request.onupgradeneeded = () => request.result.createObjectStore('ofTheFuture');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    (await open(990)).close();
    expect(await reasonOf(openStore(communityId))).toBe('storage.newerVersion');
    const untouched = await open();
    expect(untouched.version).toBe(990);
    expect([...untouched.objectStoreNames]).toContain('ofTheFuture');
    untouched.close();
  });
});
