/**
 * Undo and redo as two stacks per desk, without a cap: linked lists through the journal's own rows, so that they survive a reload
 * and every step costs a few look-ups however long they are.
 */
import type { CommunityDatabase } from '../database.ts';
import type { DeskRow, JournalRow } from '../schema/layout.ts';

/** The row of a desk; of an act in hand it says that its page lives. */
export const deskRow = async (db: CommunityDatabase, desk: string): Promise<DeskRow> => {
  const row = await db.of('desks').get(desk);
  if (!row) return { desk, undoTop: 0, redoTop: 0 };
  return row.inHand ? { ...row, inHand: { ...row.inHand, aliveAt: Date.now() } } : row;
};

/** What a row that is about to be appended will lie on. */
export const undoBelowOf = (desk: DeskRow | undefined): number => desk?.undoTop ?? 0;

/**
 * Moves the stacks for a row just appended. Taking back the top of the
 * undo stack moves it to the redo stack, and the other way round. Anything else is a change of its own: it goes on the undo stack,
 * and there is nothing left to redo.
 */
export const moveStacks = async (
  db: CommunityDatabase,
  row: JournalRow,
  original: JournalRow | undefined,
): Promise<void> => {
  const journal = db.of('journal');
  const desk = await deskRow(db, row.desk);
  if (original && !original.undone && desk.undoTop === original.seq) {
    await journal.put({ ...original, undone: true, redoBelow: desk.redoTop, inverseId: row.inverseId });
    await db.of('desks').put({ ...desk, undoTop: original.undoBelow, redoTop: original.seq });
    return;
  }
  if (original?.undone && desk.redoTop === original.seq) {
    await journal.put({ ...original, undone: false, redoBelow: 0, inverseId: row.inverseId });
    await db.of('desks').put({ ...desk, undoTop: original.seq, redoTop: original.redoBelow });
    return;
  }
  // The row was written with what lies below it.
  await db.of('desks').put({ ...desk, undoTop: row.seq, redoTop: 0 });
};
