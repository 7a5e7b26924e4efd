/**
 * An edit: plain data, records to put and to delete. It is the only way in which anything changes. `commit` (storage) stamps
 * `revision` and `updatedAt` on what it puts and returns the inverse; the inverse puts records back exactly as they were.
 */
import type { RecordOf, TableName } from './records/index.ts';

/** What the history calls the edit: a key of `operations/edit-titles.ts` and values that are never personal. */
export interface EditLabel {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The state a change expects to find: null for "no such record". */
export type Expected = Pick<{ revision: number; updatedAt: number }, 'revision' | 'updatedAt'> | null;

export type PutChange = {
  [T in TableName]: { readonly table: T; readonly put: RecordOf<T>; readonly expect?: Expected };
}[TableName];
export interface DeleteChange {
  readonly table: TableName;
  readonly del: string;
  readonly expect?: Expected;
}
export type Change = PutChange | DeleteChange;

export interface Edit {
  readonly id: string;
  readonly communityId: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Who: the desk's name as set in the preferences. */
  readonly by: string;
  readonly label: EditLabel;
  readonly changes: readonly Change[];
  /** An undo or a redo: records are put back as given, revision and all. */
  readonly restores?: string;
  /** Edits of one act, such as the batches of an import: undone and redone together. */
  readonly group?: string;
}

export const isDelete = (change: Change): change is DeleteChange => 'del' in change;
