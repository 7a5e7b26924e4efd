/**
 * An act of several commits is in hand: its desk takes no other edit, so that it stays one step of undo. Whether the page that does it
 * still lives tells a lock, or, where the browser has none (plain http), the time of its last commit.
 */
import type { Reason } from '../../domain/reasons.ts';
import { actInHand } from '../failures.ts';
import { type ActInHand, type DeskRow } from '../schema/layout.ts';
import type { Store } from '../store.ts';
import { deskRow } from './stacks.ts';

const changeDesk = async (store: Store, change: (row: DeskRow) => DeskRow | null): Promise<boolean> =>
  store.db.transaction('rw', 'desks', async () => {
    const next = change(await deskRow(store.db, store.desk));
    if (next) await store.db.of('desks').put(next);
    return next !== null;
  });

const lockName = ({ communityId, desk }: Store): string => `linli-act-${communityId}-${desk}`;
const locks = (): LockManager | null => (typeof navigator === 'undefined' ? null : (navigator.locks ?? null));

/** Lets go of the lock that this page holds; by store, because a test has several in one process. */
const held = new WeakMap<Store, () => void>();

const holdLock = (store: Store): Promise<void> =>
  new Promise((resolve) => {
    const manager = locks();
    if (!manager) return resolve();
    void manager.request(lockName(store), { ifAvailable: true }, (lock) => {
      resolve();
      if (!lock) return undefined;
      return new Promise<void>((release) => held.set(store, release));
    });
  });

export type Taken = { readonly ok: true } | { readonly ok: false; readonly reasons: readonly Reason[] };

/** Refused while another act of this desk is in hand. */
export const takeInHand = async (store: Store, group: string, way: ActInHand['way']): Promise<Taken> => {
  const taken = await changeDesk(store, (row) =>
    row.inHand ? null : { ...row, inHand: { group, way, aliveAt: Date.now() } },
  );
  if (!taken) return { ok: false, reasons: [actInHand()] };
  await holdLock(store);
  store.hold();
  return { ok: true };
};

/** `endRedo`: there is nothing left to do again, because what was taken back was never whole. */
export const leaveHand = async (store: Store, { endRedo = false } = {}): Promise<void> => {
  await changeDesk(store, ({ inHand: _, ...row }) => (endRedo ? { ...row, redoTop: 0 } : row));
  held.get(store)?.();
  held.delete(store);
  await store.release();
};

/** A page that has not committed for so long is taken for gone, where there are no locks. */
const GONE_MS = 10_000;
const LOOK_MS = 500;

const doerIsGone = async (store: Store): Promise<boolean> => {
  const manager = locks();
  if (!manager) {
    const row = await store.db.of('desks').get(store.desk);
    return !row?.inHand || Date.now() - row.inHand.aliveAt > GONE_MS;
  }
  const { held: holders = [] } = await manager.query();
  return !holders.some(({ name }) => name === lockName(store));
};

/** What is in hand and has no page any more; null when nothing is. Waits for a page that is at work to finish or to be gone. */
export const orphanedAct = async (store: Store, onWait: () => void): Promise<ActInHand | null> => {
  for (let told = false; ; told = true) {
    const row = await store.db.of('desks').get(store.desk);
    if (!row?.inHand) return null;
    if (await doerIsGone(store)) return row.inHand;
    if (!told) onWait();
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
};
