/** Undo and redo as the screen needs them: what can be undone, and doing it. Follows commits of every tab. */
import { create } from 'zustand';
import type { EditLabel } from '../domain/edit.ts';
import { type CommitResult, onCommitted, redo, undo, undoState } from '../storage/index.ts';
import { duringWork } from './busy.ts';
import { notify } from './notices.ts';

interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undoLabel: EditLabel | null;
  readonly redoLabel: EditLabel | null;
  readonly running: boolean;
  undo: () => Promise<void>;
  redo: () => Promise<void>;
}

const refresh = async (): Promise<void> => {
  const { canUndo, canRedo, undoLabel, redoLabel } = await undoState();
  useUndo.setState({ canUndo, canRedo, undoLabel, redoLabel });
};

/** Runs one step; a second key press while it runs waits for nothing and does nothing. */
const step = async (work: () => Promise<CommitResult | null>, doneKey: string, label: EditLabel | null) => {
  if (useUndo.getState().running) return;
  useUndo.setState({ running: true });
  try {
    const result = await duringWork('undo', work);
    if (result && !result.ok) notify({ kind: 'error', key: 'common.undo.refused', reasons: result.reasons });
    else if (result && label) notify({ kind: 'info', key: doneKey, label });
  } catch {
    notify({ kind: 'error', key: 'common.save.failed' });
  } finally {
    useUndo.setState({ running: false });
    await refresh();
  }
};

export const useUndo = create<UndoState>()((_set, get) => ({
  canUndo: false,
  canRedo: false,
  undoLabel: null,
  redoLabel: null,
  running: false,
  undo: () => step(undo, 'common.undo.undone', get().undoLabel),
  redo: () => step(redo, 'common.undo.redone', get().redoLabel),
}));

let unfollow: (() => void) | null = null;

/** Begins to follow the open store. */
export const watchUndo = async (): Promise<void> => {
  unfollow ??= onCommitted(() => void refresh());
  await refresh();
};
