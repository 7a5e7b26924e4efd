/** Why the community did not open, as a sentence that says what to do. */
import type { Reason } from '../domain/reasons.ts';

export interface OpeningFailure {
  /** A key of the catalogue, where there is no reason that carries its own text. */
  readonly key: string;
  readonly reason: Reason | null;
  /** For whoever looks after the machine. */
  readonly details: string;
}

const detailsOf = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error);

/** A file that was refused says so itself. */
const problemOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'problem' in error ? error.problem : null;

const isReason = (value: unknown): value is Reason =>
  typeof value === 'object' && value !== null && 'code' in value && 'zh' in value && 'en' in value;

/** Dexie and the browser name their errors; storage gives a reason of its own where it knows one. */
export const whyNotOpened = (error: unknown): OpeningFailure => {
  const details = detailsOf(error);
  const reason =
    typeof error === 'object' && error !== null && 'reason' in error ? error.reason : problemOf(error);
  if (isReason(reason)) return { key: 'start.failedText', reason, details };
  const key = /QuotaExceeded/i.test(details)
    ? 'start.full'
    : /SecurityError|InvalidState|MissingAPI|OpenFailed|indexedDB/i.test(details)
      ? 'start.noDatabase'
      : /fetch|NetworkError|Failed to load|HTTP/i.test(details)
        ? 'start.sampleMissing'
        : 'start.failedText';
  return { key, reason: null, details };
};
