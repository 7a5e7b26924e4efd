/**
 * Dexie databases: one per community, `linli-<communityId>`, and the small registry `linli` that knows which there are.
 * Versions come from `schema/migrations.ts`; Dexie multiplies them by ten for IndexedDB.
 */
import { Dexie, type Table } from 'dexie';
import { newerVersion, StoreError } from './failures.ts';
import type { PlainTable, StoredName, StoredTables } from './schema/layout.ts';
import { LATEST_VERSION, MIGRATIONS } from './schema/migrations.ts';
import type { RecordOf } from '../domain/records/index.ts';

type KeyOf<N extends StoredName> = N extends 'journal' | 'outbox' ? number : string;

export class CommunityDatabase extends Dexie {
  of<N extends StoredName>(name: N): Table<StoredTables[N], KeyOf<N>> {
    return this.table(name);
  }
  plain<T extends PlainTable>(name: T): Table<RecordOf<T>, string> {
    return this.table(name);
  }
  /**
   * Reads, puts and deletes many. Nothing to do asks the database nothing: Dexie answers an empty bulk call without a request, late
   * enough for an idle transaction to commit itself half-way.
   */
  async getAll<N extends StoredName>(
    name: N,
    keys: readonly KeyOf<N>[],
  ): Promise<(StoredTables[N] | undefined)[]> {
    return keys.length === 0 ? [] : this.of(name).bulkGet([...keys]);
  }
  async putAll<N extends StoredName>(name: N, rows: readonly StoredTables[N][]): Promise<void> {
    if (rows.length > 0) await this.of(name).bulkPut([...rows]);
  }
  async deleteAll<N extends StoredName>(name: N, keys: readonly KeyOf<N>[]): Promise<void> {
    if (keys.length > 0) await this.of(name).bulkDelete([...keys]);
  }
}

export const databaseName = (communityId: string): string => `linli-${communityId}`;

/**
 * `strict`: a commit is answered when it is on the disk, not when the operating system has it. `relaxed` only for what can be
 * done again from the beginning, such as an installation.
 */
export const createDatabase = (
  communityId: string,
  durability: 'strict' | 'relaxed',
  upTo = LATEST_VERSION,
): CommunityDatabase => {
  const db = new CommunityDatabase(databaseName(communityId), {
    chromeTransactionDurability: durability,
    cache: 'disabled',
  });
  for (const { version, stores, upgrade } of MIGRATIONS) {
    if (version > upTo) continue;
    const declared = db.version(version).stores({ ...stores });
    if (upgrade) declared.upgrade(upgrade);
  }
  return db;
};

/** The version of a database as Dexie counts it, 0 where there is none. Reads nothing else and changes nothing. */
const versionOf = (name: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    let created = false;
    request.onupgradeneeded = () => {
      created = true;
      request.transaction?.abort();
    };
    request.onsuccess = () => {
      const { version } = request.result;
      request.result.close();
      resolve(version / 10);
    };
    request.onerror = (event) => {
      event.preventDefault();
      if (created) resolve(0);
      else reject(request.error);
    };
  });

/**
 * Refuses a database that a newer version wrote, before Dexie opens it: Dexie 4 would open it as it is, and a write by code that
 * does not know its tables could damage it.
 */
export const refuseNewer = async (name: string, known: number): Promise<void> => {
  const found = Math.floor(await versionOf(name));
  if (found > known) throw new StoreError(newerVersion(found, known));
};

export interface CommunityEntry {
  id: string;
  name: string;
  /** Everything in it is invented. */
  synthetic: boolean;
  state: 'loading' | 'ready';
  /** Epoch milliseconds; 0 when it has never been opened. */
  openedAt: number;
}

export class Registry extends Dexie {
  readonly communities!: Table<CommunityEntry, string>;
  constructor() {
    super('linli', { chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.version(1).stores({ communities: 'id' });
  }
}

let registry: Registry | null = null;
export const openRegistry = async (): Promise<Registry> => {
  if (registry?.isOpen()) return registry;
  await refuseNewer('linli', 1);
  registry = new Registry();
  registry.on('versionchange', () => registry?.close());
  await registry.open();
  return registry;
};

/** Makes it the one that is opened next. */
export const chooseCommunity = async (communityId: string): Promise<void> => {
  await (await openRegistry()).communities.update(communityId, { openedAt: Date.now() });
};

/** Every community of this browser. Cost: one small table, a row per community. */
export const listCommunities = async (): Promise<CommunityEntry[]> =>
  (await openRegistry()).communities.toArray();
