/** The open store: one community's database, the desk it is used from, and the channel between tabs. A module-level singleton. */
import { newId } from '../domain/ids.ts';
import {
  type CommunityDatabase,
  createDatabase,
  databaseName,
  openRegistry,
  refuseNewer,
} from './database.ts';
import { type Committed, emitCommitted, emitVersionTrouble, together } from './events.ts';
import { closed, StoreError, stillLoading, unknownCommunity } from './failures.ts';
import { LATEST_VERSION } from './schema/migrations.ts';
import { missedSince } from './missed.ts';

export interface Store {
  readonly communityId: string;
  /** Whose undo this is: the browser profile, so that it outlives the tab. */
  readonly desk: string;
  readonly db: CommunityDatabase;
  /** Tells this tab's listeners and the other tabs. */
  announce: (committed: Committed) => Promise<void>;
  /** From now on news is kept back, until `release` tells all of it as one: an act of many commits is one piece of news. */
  hold(): void;
  release(): Promise<void>;
  /** Runs before any listener hears of a commit: what storage itself keeps in memory. */
  readonly followers: Set<(committed: Committed) => void>;
  close(): void;
}

const DESK_KEY = 'desk';
/**
 * The desk's id lies in the database itself, on the disk before anything refers to it: a browser that is killed loses what it wrote to
 * its local storage a moment before, and with it every step of undo. On a full disk the desk lasts as long as the page.
 */
const deskOf = async (db: CommunityDatabase): Promise<string> => {
  const meta = db.of('meta');
  const known = (await meta.get(DESK_KEY))?.value;
  if (typeof known === 'string') return known;
  const fresh = newId();
  const claim = async (): Promise<string> => {
    // Another tab may have been faster.
    const first = (await meta.get(DESK_KEY))?.value;
    if (typeof first === 'string') return first;
    await meta.put({ key: DESK_KEY, value: fresh });
    return fresh;
  };
  return db.transaction('rw', 'meta', async () => claim()).catch(() => fresh);
};

/** Follows the other tabs of this community: messages in order are passed on, a gap is filled from the journal. */
const followTabs = (store: Store, startSeq: number) => {
  const channel =
    typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(databaseName(store.communityId));
  let lastSeq = startSeq;
  let catchingUp: Promise<void> | null = null;
  const pass = (committed: Committed): void => {
    if (committed.seq <= lastSeq) return;
    lastSeq = committed.seq;
    for (const follower of store.followers) follower(committed);
    emitCommitted(committed);
  };
  const catchUp = (): Promise<void> => {
    catchingUp ??= missedSince(store.db, lastSeq)
      .then((missed) => missed && pass(missed))
      .catch(() => undefined)
      .then(() => {
        catchingUp = null;
      });
    return catchingUp;
  };
  if (channel) {
    channel.onmessage = ({ data }: MessageEvent<Committed>) => {
      // Of an act the last number is told; what lies before is in it.
      if (data.seq === lastSeq + 1 || (data.bulk && data.seq > lastSeq)) pass({ ...data, elsewhere: true });
      else if (data.seq > lastSeq) void catchUp();
    };
    // Node keeps a process alive for a channel; a browser has no such method.
    (channel as { unref?: () => void }).unref?.();
  }
  const onShown = (): void => {
    if (document.visibilityState === 'visible') void catchUp();
  };
  if (typeof document !== 'undefined') document.addEventListener('visibilitychange', onShown);
  return {
    announce: async (committed: Committed): Promise<void> => {
      channel?.postMessage(committed);
      // Commits of another tab may lie between: they are told first, from the journal.
      if (committed.seq > lastSeq + 1 && !committed.bulk) await catchUp();
      pass(committed);
    },
    stop: (): void => {
      channel?.close();
      if (typeof document !== 'undefined') document.removeEventListener('visibilitychange', onShown);
    },
  };
};

/** A store that is not the current one; the tests' second tab. */
export const createStore = async (
  communityId: string,
  options: { readonly desk?: string } = {},
): Promise<Store> => {
  const name = databaseName(communityId);
  await refuseNewer(name, LATEST_VERSION);
  const db = createDatabase(communityId, 'strict');
  db.on('versionchange', () => emitVersionTrouble('newerElsewhere'));
  db.on('blocked', () => emitVersionTrouble('blocked'));
  await db.open();
  const last = await db.of('journal').toCollection().last();
  let held: Committed[] | null = null;
  const store: Store = {
    communityId,
    desk: options.desk ?? (await deskOf(db)),
    db,
    followers: new Set(),
    announce: async (committed) => {
      if (held) held.push(committed);
      else await tabs.announce(committed);
    },
    hold: () => {
      held ??= [];
    },
    release: async () => {
      const news = together(held ?? []);
      held = null;
      if (news) await tabs.announce(news);
    },
    close: () => {
      tabs.stop();
      db.close({ disableAutoOpen: true });
    },
  };
  const tabs = followTabs(store, last?.seq ?? 0);
  return store;
};

let current: Store | null = null;

/** The store that `openStore` opened, though a newer version elsewhere may have closed it since. */
export const openedStore = (): Store => {
  if (!current) throw new Error('openStore has not been called');
  return current;
};
/** The store that queries work on; throws a `StoreError` where it has been closed. */
export const currentStore = (): Store => {
  const store = openedStore();
  if (!store.db.isOpen()) throw new StoreError(closed());
  return store;
};

/**
 * Opens a community that is completely installed and makes it the current one. Throws a `StoreError` with its reason where there is
 * none, where its import was interrupted, and where a newer version wrote it. Cost: three small look-ups.
 */
export const openStore = async (
  communityId: string,
  options: { readonly desk?: string } = {},
): Promise<Store> => {
  if (current?.communityId === communityId && current.db.isOpen()) return current;
  const registry = await openRegistry();
  const entry = await registry.communities.get(communityId);
  if (!entry) throw new StoreError(unknownCommunity(communityId));
  if (entry.state !== 'ready') throw new StoreError(stillLoading());
  const store = await createStore(communityId, options);
  if ((await store.db.of('meta').get('state'))?.value !== 'ready') {
    store.close();
    throw new StoreError(stillLoading());
  }
  closeStore();
  current = store;
  // Which was opened last is good to know and no more: a full disk must not keep anybody from reading what is on it.
  await registry.communities.update(communityId, { openedAt: Date.now() }).catch(() => undefined);
  return store;
};

export const closeStore = (): void => {
  current?.close();
  current = null;
};
