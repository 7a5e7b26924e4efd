/**
 * A plan as the session keeps it between check and writing: changes and rejected rows packed, since a large roster would fill the memory
 * with them; of what is shown the first by row; of rows that say nothing to anybody only their number.
 */
import type { Change } from '../../../../domain/edit.ts';
import type { Building } from '../../../../domain/records/index.ts';
import { PackedList } from '../../../../transfer/packed/packed-list.ts';
import type { PlanChunk, RowOutcome } from '../../../../transfer/tables/index.ts';
import type { CheckedTable } from './views.ts';

const MOST_TOLD = 2_000;

/** The first so many by row, of outcomes that come in any order. */
class FirstByRow {
  #outcomes: RowOutcome[] = [];

  add(outcomes: readonly RowOutcome[]): void {
    for (const outcome of outcomes) this.#outcomes.push(outcome);
    if (this.#outcomes.length >= 2 * MOST_TOLD) this.#outcomes = this.all();
  }

  all(): RowOutcome[] {
    return this.#outcomes.sort((a, b) => a.row - b.row).slice(0, MOST_TOLD);
  }
}

const madeBuildings = (changes: readonly Change[]): Building[] =>
  changes.flatMap((change) =>
    change.table === 'buildings' && 'put' in change && change.expect === null ? [change.put] : [],
  );

/** The building in which a change lands, for the preview. */
const buildingOf = (change: Change): string | null => {
  const record = 'put' in change ? change.put : null;
  if (change.table === 'buildings') return record?.id ?? null;
  return record && 'buildingId' in record ? record.buildingId : null;
};

export class KeptPlan {
  readonly changes = new PackedList<Change>();
  readonly #rejected = new PackedList<RowOutcome>();
  /** Buildings that the plan makes. */
  readonly created: Building[] = [];
  readonly #landing = new Map<string, number>();
  readonly #pairs: CheckedTable['pairs'][number][] = [];
  readonly #told = { rejected: new FirstByRow(), warned: new FirstByRow() };
  readonly #counts = { imported: 0, updated: 0, unchanged: 0, rejected: 0 };
  #skipped = 0;
  #warnings = 0;
  #unknownPeople = 0;

  add({ changes, outcomes, pairs, skipped }: PlanChunk): void {
    this.changes.push(changes);
    this.created.push(...madeBuildings(changes));
    for (const change of changes) {
      const id = buildingOf(change);
      if (id !== null) this.#landing.set(id, (this.#landing.get(id) ?? 0) + 1);
    }
    for (const { outcome } of outcomes) this.#counts[outcome]++;
    const rejected = outcomes.filter(({ outcome }) => outcome === 'rejected');
    this.#rejected.push(rejected);
    this.#told.rejected.add(rejected);
    this.#unknownPeople += rejected.filter(({ reasons }) =>
      reasons.some(({ code }) => code === 'person.unknown'),
    ).length;
    const warned = outcomes.filter(({ outcome, warnings }) => outcome !== 'rejected' && warnings.length > 0);
    this.#told.warned.add(warned);
    this.#warnings += warned.length;
    this.#pairs.push(...pairs);
    this.#skipped += skipped.length;
  }

  *rejected(): Generator<RowOutcome> {
    for (const batch of this.#rejected) yield* batch;
  }

  told(): Omit<CheckedTable, 'problems' | 'movesTo' | 'seconds'> {
    return {
      counts: this.#counts,
      skipped: this.#skipped,
      warnings: this.#warnings,
      rejected: this.#told.rejected.all(),
      warned: this.#told.warned.all(),
      pairs: this.#pairs,
      unknownPeople: this.#unknownPeople,
      created: this.created.slice(0, MOST_TOLD),
      landing: [...this.#landing].map(([buildingId, rows]) => ({ buildingId, rows })),
    };
  }
}
