/** The history of records out of the journal: who, when, what, and which fields. */
import type { EditLabel } from '../../domain/edit.ts';
import type { AnyRecord, TableName } from '../../domain/records/index.ts';
import type { CommunityDatabase } from '../database.ts';
import { buildingOf, rowsTouching } from '../commit/touched.ts';
import type { Store } from '../store.ts';

export interface FieldChange {
  /** Dotted, `personal.phone`. */
  readonly path: string;
  /** Undefined for absent. Personal values are as they were: masking is the screen's. */
  readonly before: unknown;
  readonly after: unknown;
}
export interface HistoryEntry {
  readonly seq: number;
  readonly editId: string;
  readonly at: number;
  readonly by: string;
  readonly label: EditLabel;
  readonly table: TableName;
  readonly id: string;
  readonly kind: 'added' | 'changed' | 'deleted';
  /** Of a change only. */
  readonly fields: readonly FieldChange[];
  /** The edit has been taken back since. */
  readonly undone: boolean;
  /** This is an undo or a redo. */
  readonly restores: boolean;
}

const BOOKKEEPING = new Set(['id', 'communityId', 'createdAt', 'updatedAt', 'revision']);
const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const compare = (before: object, after: object, prefix: string, out: FieldChange[]): FieldChange[] => {
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const [x, y] = [a[key], b[key]];
    if (prefix === '' && BOOKKEEPING.has(key)) continue;
    if (isBag(x) && isBag(y)) compare(x, y, `${prefix}${key}.`, out);
    else if (JSON.stringify(x) !== JSON.stringify(y))
      out.push({ path: `${prefix}${key}`, before: x, after: y });
  }
  return out;
};

/** The fields in which two versions of a record differ. */
export const changedFields = (before: AnyRecord, after: AnyRecord): FieldChange[] =>
  compare(before, after, '', []);

/**
 * Newest first. `buildingIds`: where the records lie now. Cost: two index look-ups, a journal row per change, the large rows of their
 * buildings.
 */
export const historyOfIds = async (
  db: CommunityDatabase,
  ids: readonly string[],
  buildingIds: readonly (string | null)[],
): Promise<HistoryEntry[]> => {
  const wanted = new Set(ids);
  const rows = await rowsTouching(db, ids, buildingIds);
  const entries = rows.flatMap((row) =>
    row.changes
      .filter(({ id, before, after }) => wanted.has(id) && (before || after))
      .map(
        ({ table, id, before, after }): HistoryEntry => ({
          seq: row.seq,
          editId: row.editId,
          at: row.at,
          by: row.by,
          label: row.label,
          table,
          id,
          kind: !before ? 'added' : !after ? 'deleted' : 'changed',
          fields: before && after ? changedFields(before, after) : [],
          undone: row.undone,
          restores: row.restores !== null,
        }),
      ),
  );
  return entries.sort((a, b) => b.seq - a.seq);
};

/** The history of one record, newest first. Cost: a look-up more than that of `historyOfIds`. */
export const historyIn = async ({ db }: Store, table: TableName, id: string): Promise<HistoryEntry[]> => {
  const entries = await historyOfIds(db, [id], [await buildingOf(db, table, id)]);
  return entries.filter((entry) => entry.table === table);
};
