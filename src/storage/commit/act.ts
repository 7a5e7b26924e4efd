/**
 * An act of several commits: an import. It is begun, its batches are committed, and it is finished; from then on it is one step of
 * undo. Whatever ends it before (a cancel, a failure, a killed browser) takes back all of it.
 */
import type { Change, EditLabel } from '../../domain/edit.ts';
import { newId } from '../../domain/ids.ts';
import { StoreError } from '../failures.ts';
import type { Store } from '../store.ts';
import { type CommitResult, commitTo } from './commit.ts';
import { leaveHand, orphanedAct, takeInHand } from './in-hand.ts';
import { flipGroup, type OnStep } from './undo.ts';

export interface Act {
  readonly id: string;
  /** One batch, at once or not at all. A refused batch changes nothing; the act goes on, or is taken back. */
  commit(changes: readonly Change[]): Promise<CommitResult>;
  finish(): Promise<void>;
  /** Takes back every batch, the last first. */
  takeBack(onStep?: OnStep): Promise<void>;
}

export interface ActOptions {
  readonly label: EditLabel;
  readonly by: string;
}

const takeBackGroup = async (store: Store, group: string, onStep?: OnStep): Promise<boolean> => {
  const { result } = await flipGroup(store, 'undo', group, Date.now(), { onStep });
  // Where another desk has changed a record since, what is left stays as it is and can be undone by hand.
  const whole = result === null || result.ok;
  await leaveHand(store, { endRedo: true });
  return whole;
};

/** Rejects with a `StoreError` while another act of this desk is in hand. */
export const beginActIn = async (store: Store, { label, by }: ActOptions): Promise<Act> => {
  const group = newId();
  const taken = await takeInHand(store, group, 'do');
  if (!taken.ok) throw new StoreError(taken.reasons[0] as (typeof taken.reasons)[0]);
  return {
    id: group,
    commit: (changes) =>
      commitTo(store, {
        id: newId(),
        communityId: store.communityId,
        at: Date.now(),
        by,
        label,
        changes,
        group,
      }),
    finish: () => leaveHand(store),
    takeBack: async (onStep) => {
      await takeBackGroup(store, group, onStep);
    },
  };
};

/** What became of an act whose page is gone. */
export type Settled = 'nothing' | 'takenBack' | 'finished' | 'kept';

/**
 * Brings to an end what a killed page left half-way: an import is taken back, an undo or redo is finished. Waits while another page
 * is at it (`onWait` tells so). To be called once when a community is opened. Cost: one look-up when there is nothing to do.
 */
export const settleActsIn = async (store: Store, onWait: () => void = () => undefined): Promise<Settled> => {
  const act = await orphanedAct(store, onWait);
  if (!act) return 'nothing';
  if (act.way === 'do') return (await takeBackGroup(store, act.group)) ? 'takenBack' : 'kept';
  const { result } = await flipGroup(store, act.way, act.group, Date.now());
  await leaveHand(store);
  return result === null || result.ok ? 'finished' : 'kept';
};
