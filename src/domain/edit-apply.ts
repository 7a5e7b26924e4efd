/**
 * Applying an edit to records in memory: what `commit` does to the database, as one pure function. Storage's tests hold the
 * database against it.
 */
import { type Change, type Edit, type Expected, isDelete } from './edit.ts';
import { type AnyRecord, TABLE_NAMES, type TableName } from './records/index.ts';

/** Records by table and id. */
export type RecordState = { readonly [T in TableName]: ReadonlyMap<string, AnyRecord> };

export const emptyState = (): RecordState =>
  Object.fromEntries(TABLE_NAMES.map((table) => [table, new Map()])) as unknown as RecordState;

const expectedOf = (record: AnyRecord | null): Expected =>
  record && { revision: record.revision, updatedAt: record.updatedAt };

const idOf = (change: Change): string => (isDelete(change) ? change.del : change.put.id);

/** Changes that found another record than they expected: someone else was faster. An edit with any must not be applied. */
export const conflictsOf = (state: RecordState, edit: Edit): Change[] => {
  const seen = new Set<string>();
  return edit.changes.filter((change) => {
    const key = `${change.table}/${idOf(change)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    const found = state[change.table].get(idOf(change)) ?? null;
    if (change.expect === undefined) return isDelete(change) && found === null;
    if (change.expect === null || found === null) return (change.expect === null) !== (found === null);
    return found.revision !== change.expect.revision || found.updatedAt !== change.expect.updatedAt;
  });
};

/** What is stored for a put: the next revision, or the record exactly as given when it restores. */
const stored = (put: AnyRecord, before: AnyRecord | null, edit: Edit): AnyRecord =>
  edit.restores !== undefined
    ? put
    : {
        ...put,
        createdAt: before?.createdAt ?? put.createdAt,
        updatedAt: edit.at,
        revision: (before?.revision ?? 0) + 1,
      };

/** The state after the edit, and the edit that puts everything back. Throws on a conflict: ask `conflictsOf` first. */
export const applyEdit = (
  state: RecordState,
  edit: Edit,
  inverseId: string = `${edit.id}-inverse`,
): { state: RecordState; inverse: Edit } => {
  const conflicts = conflictsOf(state, edit);
  if (conflicts.length > 0)
    throw new Error(
      `edit ${edit.id} conflicts on ${conflicts.map((c) => `${c.table}/${idOf(c)}`).join(', ')}`,
    );
  const tables: Partial<Record<TableName, Map<string, AnyRecord>>> = {};
  const touched = new Map<string, { table: TableName; id: string; before: AnyRecord | null }>();
  for (const change of edit.changes) {
    const { table } = change;
    const id = idOf(change);
    const records = tables[table] ?? new Map(state[table]);
    tables[table] = records;
    const before = state[table].get(id) ?? null;
    touched.set(`${table}/${id}`, { table, id, before });
    if (isDelete(change)) records.delete(id);
    else records.set(id, stored(change.put, before, edit));
  }
  const changes = [...touched.values()].reverse().flatMap(({ table, id, before }): Change[] => {
    const expect = expectedOf(tables[table]?.get(id) ?? null);
    if (before) return [{ table, put: before, expect } as Change];
    return expect ? [{ table, del: id, expect }] : [];
  });
  return {
    state: { ...state, ...tables },
    inverse: { ...edit, id: inverseId, changes, restores: edit.restores ?? edit.id },
  };
};
