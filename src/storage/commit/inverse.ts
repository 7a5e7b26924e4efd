/** The edit that puts back what a journal row changed, exactly as it was, and expects to find exactly what the row wrote. */
import type { Change, Edit, Expected } from '../../domain/edit.ts';
import type { AnyRecord } from '../../domain/records/index.ts';
import type { JournalRow } from '../schema/layout.ts';

const stateOf = (record: AnyRecord | null): Expected =>
  record ? { revision: record.revision, updatedAt: record.updatedAt } : null;

type Direction = 'backward' | 'forward';
const changesOf = (row: JournalRow, direction: Direction): Change[] => {
  const changes = row.changes.flatMap(({ table, id, before, after }): Change[] => {
    const [from, to] = direction === 'backward' ? [after, before] : [before, after];
    const expect = stateOf(from);
    if (to) return [{ table, put: to, expect } as Change];
    return from ? [{ table, del: id, expect }] : [];
  });
  return direction === 'backward' ? changes.reverse() : changes;
};

/** Takes the row's effect back. */
export const inverseOf = (row: JournalRow, communityId: string): Edit => ({
  id: row.inverseId,
  communityId,
  at: row.at,
  by: row.by,
  label: row.label,
  changes: changesOf(row, 'backward'),
  restores: row.restores ?? row.editId,
});

/** Takes back what is done, or does again what is undone: the next step of undo or redo on an original edit. */
export const flipOf = (original: JournalRow, communityId: string, at: number): Edit => ({
  ...inverseOf(original, communityId),
  at,
  changes: changesOf(original, original.undone ? 'forward' : 'backward'),
});
