/** Writes what an import has planned: batches of changes as one act. Whatever goes wrong takes back all of it. */
import type { Change, EditLabel } from '../../../domain/edit.ts';
import { beginAct, type CommitResult } from '../../../storage/index.ts';
import type { Written } from './places/views.ts';

/**
 * A commit costs as much as some thousand records: small chunks of a plan, which share no record, go together. Stored rows a second of a
 * roster of 100,000 by batches of 8,000, 16,000 and 30,000: 12,700, 16,700, 19,100. Larger ones would let other tabs, which wait for the
 * end of a batch, and the bar of progress stand still for longer than two seconds.
 */
const BATCH_CHANGES = 30_000;
const MOST_REASONS = 5;

/** Chunks joined or cut to batches. */
function* batchesOf(chunks: Iterable<readonly Change[]>, most: number): Generator<readonly Change[]> {
  let batch: Change[] = [];
  for (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += most) {
      const part = chunk.slice(at, at + most);
      if (batch.length > 0 && batch.length + part.length > most) {
        yield batch;
        batch = [];
      }
      for (const change of part) batch.push(change);
    }
  if (batch.length > 0) yield batch;
}

interface WriteOptions {
  readonly label: EditLabel['key'];
  readonly by: string;
  /** Each is committed at once or not at all, as far as it fits a batch. */
  readonly chunks: Iterable<readonly Change[]>;
  /** How many changes that is. */
  readonly total: number;
  readonly report: (done: number, total: number) => void;
  readonly signal: AbortSignal;
  readonly batchChanges?: number;
}

/** The next batch is checked while the database still stores the one before. */
export const writeAct = async (options: WriteOptions): Promise<Written> => {
  const { label, by, chunks, total, report, signal, batchChanges = BATCH_CHANGES } = options;
  const act = await beginAct({ label: { key: label }, by });
  let done = 0;
  let refusal: CommitResult | null = null;
  let storing: { readonly result: Promise<CommitResult>; readonly changes: number } | null = null;
  const stored = async (): Promise<void> => {
    const result = await storing?.result;
    if (result?.ok === false) refusal ??= result;
    done += storing?.changes ?? 0;
    if (storing && !refusal) report(done, total);
  };
  for (const batch of batchesOf(chunks, batchChanges)) {
    if (signal.aborted || refusal) break;
    const next = { result: act.commit(batch), changes: batch.length };
    await stored();
    storing = next;
  }
  await stored();
  if (!refusal && !signal.aborted) {
    await act.finish();
    return { ok: true, reasons: [], changes: total };
  }
  await act.takeBack();
  const { reasons } = (refusal ?? { reasons: [] }) as { reasons: Written['reasons'] };
  return { ok: false, reasons: reasons.slice(0, MOST_REASONS), changes: 0 };
};
