/** What an edit does to the counts of buildings: old contributions out, new ones in, rows of new buildings, none of gone ones. */
import type { Reason } from '../../domain/reasons.ts';
import type { AnyRecord } from '../../domain/records/index.ts';
import { type BuildingStats, contributionsOf, emptyStats, METRICS, type Metric } from '../../domain/stats.ts';
import type { CommunityDatabase } from '../database.ts';
import { notEmpty, orphan } from '../failures.ts';
import type { JournalChange } from '../schema/layout.ts';

export interface StatsPlan {
  readonly rows: readonly BuildingStats[];
  readonly removed: readonly string[];
  readonly reasons: readonly Reason[];
}

const buildingIdOf = (record: AnyRecord | null): string | null =>
  record && 'buildingId' in record ? record.buildingId : null;

type Deltas = Map<string, Map<Metric, number>>;
const add = (deltas: Deltas, change: JournalChange): void => {
  const count = (record: AnyRecord | null, by: 1 | -1): void => {
    if (!record) return;
    for (const { buildingId, metric } of contributionsOf(change.table, record)) {
      const row = deltas.get(buildingId) ?? new Map<Metric, number>();
      row.set(metric, (row.get(metric) ?? 0) + by);
      deltas.set(buildingId, row);
    }
  };
  count(change.before, -1);
  count(change.after, 1);
};

/**
 * A building has a stats row exactly while it exists, so these rows also answer whether the buildings that records name exist,
 * and whether a building to delete is empty. What counts must name a building that exists. What does not count (a visit, a closed
 * matter) may outlive its building; it must only not name a missing one anew, unless it is put back as it was. Cost: one look-up
 * by key per building named.
 */
export const planStats = async (
  db: CommunityDatabase,
  changes: readonly JournalChange[],
  restores: boolean,
): Promise<StatsPlan> => {
  const deltas: Deltas = new Map();
  const named = new Set<string>();
  for (const change of changes) {
    add(deltas, change);
    const id = buildingIdOf(change.after);
    if (id) named.add(id);
    if (change.table === 'buildings') named.add(change.id);
  }
  for (const id of deltas.keys()) named.add(id);
  const ids = [...named];
  const stored = await db.getAll('stats', ids);
  const rows = new Map<string, BuildingStats>();
  ids.forEach((id, at) => {
    const row = stored[at];
    if (row) rows.set(id, row);
  });

  const removed: string[] = [];
  const changed = new Set<string>();
  for (const { table, id, before, after } of changes) {
    if (table !== 'buildings') continue;
    if (after && !before) {
      rows.set(id, emptyStats(id));
      changed.add(id);
    } else if (before && !after) removed.push(id);
  }
  for (const [buildingId, metrics] of deltas) {
    const row = rows.get(buildingId);
    if (!row) continue;
    const next = { ...row };
    let moved = false;
    for (const [metric, by] of metrics) {
      next[metric] += by;
      moved ||= by !== 0;
    }
    if (!moved) continue;
    rows.set(buildingId, next);
    changed.add(buildingId);
  }

  const gone = new Set(removed);
  const reasons: Reason[] = [];
  for (const { table, id, before, after } of changes) {
    const buildingId = buildingIdOf(after);
    if (!after || !buildingId || (rows.has(buildingId) && !gone.has(buildingId))) continue;
    const isNew = !restores && buildingId !== buildingIdOf(before);
    if (isNew || contributionsOf(table, after).length > 0)
      reasons.push(orphan(table, id, 'buildings', buildingId));
  }
  for (const id of removed) {
    const row = rows.get(id);
    if (row && METRICS.some((metric) => row[metric] !== 0)) reasons.push(notEmpty('buildings', id));
  }
  return {
    rows: [...changed].filter((id) => !gone.has(id)).map((id) => rows.get(id) ?? emptyStats(id)),
    removed,
    reasons,
  };
};
