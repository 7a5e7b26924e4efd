/** Undo and redo: commits of the inverse, through the same door as everything else. */
import type { EditLabel } from '../../domain/edit.ts';
import { closed } from '../failures.ts';
import type { JournalRow } from '../schema/layout.ts';
import type { Store } from '../store.ts';
import { type CommitResult, commitTo } from './commit.ts';
import { flipOf } from './inverse.ts';

export interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undoLabel: EditLabel | null;
  readonly redoLabel: EditLabel | null;
}

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

const flip = async (store: Store, which: 'undo' | 'redo', at: number): Promise<CommitResult | null> => {
  if (!store.db.isOpen()) return { ok: false, reasons: [closed()] };
  const original = (await readTops(store))[which];
  return original ? commitTo(store, flipOf(original, store.communityId, at)) : null;
};

/**
 * Takes back this desk's last edit. Null when there is none; reasons when someone else has changed its records since. Two tabs
 * that undo at once commit the same inverse, by the same id, and it happens once. Cost: three look-ups and a commit.
 */
export const undoIn = (store: Store, at = Date.now()): Promise<CommitResult | null> =>
  flip(store, 'undo', at);

/** Does again what this desk took back last. Null when there is nothing, or when a new edit was made since. */
export const redoIn = (store: Store, at = Date.now()): Promise<CommitResult | null> =>
  flip(store, 'redo', at);
