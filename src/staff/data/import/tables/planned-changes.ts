/** What a plan would write, as the session needs it: buildings that it makes, and records by building for the preview. */
import type { Change } from '../../../../domain/edit.ts';
import type { Building } from '../../../../domain/records/index.ts';
import type { CheckedTable } from './views.ts';

export const buildingsIn = (changes: readonly (readonly Change[])[]): Building[] =>
  changes.flatMap((part) =>
    part.flatMap((change) =>
      change.table === 'buildings' && 'put' in change && change.expect === null ? [change.put] : [],
    ),
  );

/** How many records come into or change in each building. */
export const landingOf = (changes: readonly (readonly Change[])[]): CheckedTable['landing'] => {
  const rows = new Map<string, number>();
  for (const part of changes)
    for (const change of part) {
      const record = 'put' in change ? change.put : null;
      const id =
        change.table === 'buildings'
          ? (record?.id ?? null)
          : record && 'buildingId' in record
            ? record.buildingId
            : null;
      if (id) rows.set(id, (rows.get(id) ?? 0) + 1);
    }
  return [...rows].map(([buildingId, count]) => ({ buildingId, rows: count }));
};
