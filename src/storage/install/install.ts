/**
 * Installs a whole community: everything is read and grouped by floor first, then written in chunks, counts last, and only then is
 * the community `ready`. An installation that is interrupted leaves it `loading`; the next one starts afresh. Two tabs that start
 * at once take turns, and the second finds it done.
 */
import { Dexie } from 'dexie';
import type { RecordOf } from '../../domain/records/index.ts';
import { createDatabase, databaseName, openRegistry, refuseNewer } from '../database.ts';
import { LATEST_VERSION } from '../schema/migrations.ts';
import { gather, type InstallBatch } from './gather.ts';
import { type MoreThanRecords, writeAll } from './write-all.ts';

export interface InstallOptions extends MoreThanRecords {
  readonly communityId: string;
  readonly name: string;
  /** Records to come, for the progress. */
  readonly total: number;
  /** `done` of `total` records; half of the way is reading, half is writing. */
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

const install = async (source: AsyncIterable<InstallBatch>, options: InstallOptions): Promise<void> => {
  const { communityId, name, total, onProgress, signal, history, assets } = options;
  const registry = await openRegistry();
  const known = await registry.communities.get(communityId);
  if (known?.state === 'ready') return;
  await refuseNewer(databaseName(communityId), LATEST_VERSION);
  await registry.communities.put({ id: communityId, name, synthetic: false, state: 'loading', openedAt: 0 });
  await Dexie.delete(databaseName(communityId));
  let halves = 0;
  const step = (records: number): void => {
    signal?.throwIfAborted();
    halves += records;
    onProgress?.(Math.min(total, Math.round(halves / 2)), total);
  };
  const db = createDatabase(communityId, 'relaxed');
  try {
    const gathered = await gather(source, step, signal);
    await db.open();
    await writeAll(db, gathered, step, { history, assets });
    const community = gathered.plain.get('communities')?.[0] as RecordOf<'communities'> | undefined;
    await registry.communities.update(communityId, {
      state: 'ready',
      synthetic: community?.synthetic ?? false,
    });
  } finally {
    db.close({ disableAutoOpen: true });
  }
};

/**
 * Installs the community unless it is there already. Rejects with a `StoreError` where a record names a building or home that is
 * not in the source, and with the signal's reason when it is aborted; the community then stays `loading`. The records are taken as
 * they are: a source checks what it hands over.
 */
export const installCommunity = async (
  source: AsyncIterable<InstallBatch>,
  options: InstallOptions,
): Promise<void> => {
  if (typeof navigator === 'undefined' || !navigator.locks) return install(source, options);
  await navigator.locks.request(`linli-install-${options.communityId}`, () => install(source, options));
};

/** Removes a community from this browser with everything in it. The open store must be closed first. */
export const removeCommunity = async (communityId: string): Promise<void> => {
  const registry = await openRegistry();
  await registry.communities.delete(communityId);
  await Dexie.delete(databaseName(communityId));
};
