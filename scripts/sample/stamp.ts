/** What every record of the sample shares, and the ids: a fixed clock and a seeded chance, so that they never change. */
import type { ColumnConstants } from '../../src/domain/columns.ts';
import { createIdSource } from '../../src/domain/ids.ts';
import type { Random } from './random.ts';

/** The sample's today. */
export const TODAY = '2026-09-30';
/** 2026-09-30 18:00 in 庆阳 (UTC+8). */
export const NOW_MS = Date.UTC(2026, 8, 30, 10, 0, 0);
const HOUR_MS = 3_600_000;

/** The instant of a local date and hour. */
export const instantOf = (date: string, hour = 9, minute = 0): number => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute) - 8 * HOUR_MS;
};

export interface Base {
  id: string;
  communityId: string;
  createdAt: number;
  updatedAt: number;
  revision: number;
}

export interface Stamp {
  readonly communityId: string;
  /** The shared fields of a new record. */
  base(): Base;
  /** The constants of the columns, once all ids are made. */
  constants(): ColumnConstants;
}

const commonPrefix = (a: string, b: string): string => {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return a.slice(0, n);
};

export const createStamp = (random: Random): Stamp => {
  const newId = createIdSource(() => NOW_MS, random.next);
  const communityId = newId();
  let last = communityId;
  const shared = { communityId, createdAt: NOW_MS, updatedAt: NOW_MS, revision: 1 };
  return {
    communityId,
    base: () => {
      last = newId();
      return { id: last, ...shared };
    },
    constants: () => ({ ...shared, idPrefix: commonPrefix(communityId, last) }),
  };
};
