/** What a plan says of each row, and what it asks. */
import type { Change } from '../../../domain/edit.ts';
import type { Reason } from '../../../domain/reasons.ts';
import type { TableName } from '../../../domain/records/index.ts';
import type { Problem, Severity } from '../../problem.ts';
import type { SkippedRow } from '../data-rows.ts';

export interface RowReason extends Problem {
  /** As the spreadsheet numbers it. */
  readonly row: number;
  /** The header of the column; null where the reason is not one column's. */
  readonly column: string | null;
  readonly field: string | null;
}

/** Something that exists and that a rejected row may have meant. */
export interface Candidate {
  readonly table: TableName;
  readonly id: string;
  /** For a person to recognise it: "云知秋，云和家园3号楼2单元502室". */
  readonly label: string;
}

export type OutcomeKind = 'imported' | 'updated' | 'unchanged' | 'rejected';

export interface RowOutcome {
  readonly row: number;
  readonly outcome: OutcomeKind;
  /** Why it is rejected; empty otherwise. */
  readonly reasons: readonly RowReason[];
  /** What a person should look at although the row is taken. */
  readonly warnings: readonly RowReason[];
  readonly candidates: readonly Candidate[];
  /** The pair that has to be decided first, where that is why the row is rejected. */
  readonly pair: string | null;
  /** Records that the row made or changed. */
  readonly records: readonly { readonly table: TableName; readonly id: string }[];
}

export type PairKind =
  /** The same citizen ID twice in the file, with other values. */
  | 'sameId'
  /** The same citizen ID as a recorded person of another name. */
  | 'sameIdOtherName'
  /** Same name, date of birth and home, with another citizen ID. */
  | 'sameNameBirthHome'
  /** A recorded person who lives in another home by the file. */
  | 'moved';

/** Two that may be one person. `merge`: they are; the row's values are put on the other. `keep`: they are two, side by side. */
export interface DuplicatePair {
  /** The same for the same pair in every planning of the file: decisions are given under it. */
  readonly key: string;
  readonly kind: PairKind;
  readonly row: number;
  readonly other: { readonly row: number } | { readonly residentId: string; readonly label: string };
  readonly zh: string;
  readonly en: string;
}

export type Decision = 'merge' | 'keep';

export interface PlanChunk {
  readonly outcomes: readonly RowOutcome[];
  /** In the order in which they can be written; no record is named in two chunks. One edit a chunk. */
  readonly changes: readonly Change[];
  readonly pairs: readonly DuplicatePair[];
  readonly skipped: readonly SkippedRow[];
}

export const rowReason = (
  reason: Reason,
  severity: Severity,
  row: number,
  column: string | null,
  field: string | null,
): RowReason => ({
  code: reason.code,
  severity,
  where: column === null || column === '' ? `row ${row}` : `row ${row}, ${column}`,
  zh: reason.zh,
  en: reason.en,
  row,
  column,
  field,
});

export interface CollectedPlan extends PlanChunk {
  readonly counts: Readonly<Record<OutcomeKind, number>>;
}

/** The whole plan at once, rows in their order: for previews of some thousand rows, and for tests. */
export const collectPlan = async (plan: AsyncIterable<PlanChunk>): Promise<CollectedPlan> => {
  const outcomes: RowOutcome[] = [];
  const changes: Change[] = [];
  const pairs: DuplicatePair[] = [];
  const skipped: SkippedRow[] = [];
  for await (const chunk of plan) {
    outcomes.push(...chunk.outcomes);
    changes.push(...chunk.changes);
    pairs.push(...chunk.pairs);
    skipped.push(...chunk.skipped);
  }
  outcomes.sort((a, b) => a.row - b.row);
  const counts = { imported: 0, updated: 0, unchanged: 0, rejected: 0 };
  for (const { outcome } of outcomes) counts[outcome]++;
  return { outcomes, changes, pairs, skipped, counts };
};
