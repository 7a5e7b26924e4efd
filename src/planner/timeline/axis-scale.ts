/**
 * Where days lie on the axis. Years without a change would press versions of a few days together until nobody could hit them, so a
 * version gets a part of its width for being one and the rest for its days.
 */
import { addDays, daysBetween, later } from '../../domain/dates.ts';
import type { Version } from '../model/versions.ts';

/** In front of the first version: days of which nothing is recorded. */
const LEAD = 0.05;
const SHARED_EQUALLY = 0.45;

export interface AxisSpan {
  readonly version: Version;
  /** Shares of the axis, 0…1. */
  readonly start: number;
  readonly end: number;
  readonly days: number;
}

export interface AxisScale {
  readonly spans: readonly AxisSpan[];
  /** The middle of the day's own place. */
  readonly at: (day: string) => number;
  /** The day that a place of the axis belongs to; null in front of the first one. */
  readonly dayAt: (share: number) => string | null;
}

export const axisScale = (versions: readonly Version[], today: string): AxisScale => {
  // Days between two versions that none of them holds have no place of their own: they are shown at the end of the earlier one.
  const ends = versions.map(({ from, to }, at) =>
    later(addDays(from, 1), to ?? versions[at + 1]?.from ?? addDays(today, 1)),
  );
  const lengths = versions.map(({ from }, at) => Math.max(1, daysBetween(from, ends[at] ?? from)));
  const total = lengths.reduce((sum, days) => sum + days, 0);
  const spans: AxisSpan[] = [];
  let start = LEAD;
  for (const [at, version] of versions.entries()) {
    const days = lengths[at] ?? 1;
    const share = SHARED_EQUALLY / versions.length + ((1 - SHARED_EQUALLY) * days) / total;
    const end = start + share * (1 - LEAD);
    spans.push({ version, start, end, days });
    start = end;
  }
  return {
    spans,
    at: (day) => {
      const span = spans.findLast(({ version }) => version.from <= day);
      if (span === undefined) return LEAD / 2;
      const passed = Math.min(daysBetween(span.version.from, day), span.days - 1);
      return span.start + ((passed + 0.5) / span.days) * (span.end - span.start);
    },
    dayAt: (share) => {
      const span = spans.findLast((one) => one.start <= share);
      if (span === undefined) return null;
      const within = ((share - span.start) / (span.end - span.start)) * span.days;
      return addDays(span.version.from, Math.min(span.days - 1, Math.max(0, Math.floor(within))));
    },
  };
};
