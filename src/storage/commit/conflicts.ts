/** Optimistic concurrency: an edit says in which state it found the records; this finds those that are in another state now. */
import { type Edit, type Expected, isDelete } from '../../domain/edit.ts';
import type { Reason } from '../../domain/reasons.ts';
import type { AnyRecord, TableName } from '../../domain/records/index.ts';
import type { CommunityDatabase } from '../database.ts';
import { conflict, missing, recordField } from '../failures.ts';
import { buildingOf, rowsTouching } from './touched.ts';

type Kind = Parameters<typeof conflict>[2];

const differs = (expected: Expected | undefined, found: AnyRecord | undefined): Kind | null => {
  if (expected === undefined) return null;
  if (expected === null) return found ? 'exists' : null;
  if (!found) return 'deleted';
  return found.revision === expected.revision && found.updatedAt === expected.updatedAt ? null : 'changed';
};

/** Who changed the record last. Cost: that of its history, only when there is a conflict. */
const lastChange = async (
  db: CommunityDatabase,
  table: TableName,
  id: string,
): Promise<{ by: string; at: number } | null> =>
  (await rowsTouching(db, [id], [await buildingOf(db, table, id)])).at(-1) ?? null;

export const findConflicts = async (
  db: CommunityDatabase,
  edit: Edit,
  records: ReadonlyMap<string, AnyRecord>,
): Promise<Reason[]> => {
  const reasons: Reason[] = [];
  const seen = new Set<string>();
  for (const change of edit.changes) {
    const table: TableName = change.table;
    const id = isDelete(change) ? change.del : change.put.id;
    const key = recordField(table, id);
    // Of several changes to one record the first names the state that was read.
    if (seen.has(key)) continue;
    seen.add(key);
    const found = records.get(key);
    const kind = differs(change.expect, found);
    if (kind) reasons.push(conflict(table, id, kind, await lastChange(db, table, id)));
    else if (isDelete(change) && !found) reasons.push(missing(table, id));
  }
  return reasons;
};
