/** Saving as forms do it: one commit, one notice with "Undo", and the stamp that operations sign their edits with. */
import type { Edit } from '../domain/edit.ts';
import { newId } from '../domain/ids.ts';
import { type CommitResult, commit } from '../storage/index.ts';
import { duringWork } from './busy.ts';
import { notify } from './notices.ts';
import { usePlaces } from './places.ts';
import { usePreferences } from './preferences.ts';

/** Who, when and where of an edit made now at this desk. */
export const editStamp = (): { communityId: string; by: string; at: number; newId: () => string } => ({
  communityId: usePlaces.getState().community?.id ?? '',
  by: usePreferences.getState().deskName,
  at: Date.now(),
  newId,
});

/** Commits and says so. A refusal is returned with its reasons and not announced: the form shows it where it belongs. */
export const save = async (edit: Edit): Promise<CommitResult> => {
  const result = await duringWork('save', () => commit(edit));
  if (result.ok) notify({ kind: 'success', key: 'common.save.done', label: edit.label, undoSeq: result.seq });
  return result;
};
