/** Undo and redo: commits of the inverse, through the same door as everything else. An act of several commits is one step. */
import type { EditLabel } from '../../domain/edit.ts';
import { closed } from '../failures.ts';
import type { JournalRow } from '../schema/layout.ts';
import type { Store } from '../store.ts';
import { type CommitResult, commitTo } from './commit.ts';
import { leaveHand, takeInHand } from './in-hand.ts';
import { flipOf } from './inverse.ts';

export interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undoLabel: EditLabel | null;
  readonly redoLabel: EditLabel | null;
}
export type Way = 'undo' | 'redo';
/** Told after every commit of an act: how many are flipped. */
export type OnStep = (done: number) => void;

const tops = async (store: Store): Promise<{ undo?: JournalRow; redo?: JournalRow }> => {
  const desk = await store.db.of('desks').get(store.desk);
  const journal = store.db.of('journal');
  const undo = desk?.undoTop ? await journal.get(desk.undoTop) : undefined;
  const redo = desk?.redoTop ? await journal.get(desk.redoTop) : undefined;
  return { ...(undo && { undo }), ...(redo && { redo }) };
};
const readTops = (store: Store) => store.db.transaction('r', ['desks', 'journal'], async () => tops(store));

/** What the next undo and redo of this desk are. Three look-ups by key; made for `liveQuery`. */
export const undoStateOf = async (store: Store): Promise<UndoState> => {
  const { undo, redo } = await readTops(store);
  return {
    canUndo: undo !== undefined,
    canRedo: redo !== undefined,
    undoLabel: undo?.label ?? null,
    redoLabel: redo?.label ?? null,
  };
};

const flipRow = (store: Store, row: JournalRow, at: number): Promise<CommitResult> =>
  commitTo(store, flipOf(row, store.communityId, at));

export interface Flipped {
  readonly result: CommitResult | null;
  readonly count: number;
}

/** Flips what lies on top of the stack for as long as it belongs to the group, at most `limit` commits. */
export const flipGroup = async (
  store: Store,
  which: Way,
  group: string,
  at: number,
  { limit = Number.POSITIVE_INFINITY, onStep }: { limit?: number; onStep?: OnStep | undefined } = {},
): Promise<Flipped> => {
  let result: CommitResult | null = null;
  let count = 0;
  while (count < limit) {
    const row = (await readTops(store))[which];
    if (row?.group !== group) break;
    result = await flipRow(store, row, at);
    if (!result.ok) break;
    count++;
    onStep?.(count);
  }
  return { result, count };
};

/** All of an act or nothing of it: where one commit cannot be flipped, those that were are flipped back. */
const flipAct = async (store: Store, which: Way, group: string, at: number, onStep?: OnStep) => {
  const taken = await takeInHand(store, group, which);
  if (!taken.ok) return taken;
  try {
    const { result, count } = await flipGroup(store, which, group, at, { onStep });
    if (result && !result.ok)
      await flipGroup(store, which === 'undo' ? 'redo' : 'undo', group, at, { limit: count });
    return result;
  } finally {
    await leaveHand(store);
  }
};

const flip = async (store: Store, which: Way, at: number, onStep?: OnStep): Promise<CommitResult | null> => {
  if (!store.db.isOpen()) return { ok: false, reasons: [closed()] };
  const original = (await readTops(store))[which];
  if (!original) return null;
  return original.group === undefined
    ? flipRow(store, original, at)
    : flipAct(store, which, original.group, at, onStep);
};

/**
 * Takes back this desk's last edit. Null when there is none; reasons when someone else has changed its records since. Two tabs
 * that undo at once commit the same inverse, by the same id, and it happens once. Cost: three look-ups and a commit.
 */
export const undoIn = (store: Store, at = Date.now(), onStep?: OnStep): Promise<CommitResult | null> =>
  flip(store, 'undo', at, onStep);

/** Does again what this desk took back last. Null when there is nothing, or when a new edit was made since. */
export const redoIn = (store: Store, at = Date.now(), onStep?: OnStep): Promise<CommitResult | null> =>
  flip(store, 'redo', at, onStep);
