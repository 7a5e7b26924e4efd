/**
 * Who is told of commits and of trouble. Tabs tell each other over a BroadcastChannel; a tab that missed a message (frozen in the
 * background) reads what it missed from the journal when the next one arrives or when it is shown again.
 */
import type { TableName } from '../domain/records/index.ts';
import type { BuildingStats } from '../domain/stats.ts';

export interface Committed {
  readonly seq: number;
  readonly tables: readonly TableName[];
  readonly ids: readonly { readonly table: TableName; readonly id: string }[];
  /** Buildings whose counts changed, came or went. */
  readonly buildings: readonly string[];
  /** The new rows of those that are still there. */
  readonly stats: readonly BuildingStats[];
  /** So much changed that `ids` does not name it: look again at whatever lies in `tables`. */
  readonly bulk: boolean;
  /** Made by another tab. */
  readonly elsewhere: boolean;
}
export type VersionTrouble = 'newerElsewhere' | 'blocked';

/** Several pieces of news as one; null for none. */
export const together = (news: readonly Committed[]): Committed | null => {
  const last = news.at(-1);
  if (!last || news.length === 1) return last ?? null;
  const stats = new Map(news.flatMap((each) => each.stats.map((row) => [row.buildingId, row] as const)));
  return {
    seq: last.seq,
    tables: [...new Set(news.flatMap(({ tables }) => tables))],
    ids: [],
    bulk: true,
    buildings: [...new Set(news.flatMap(({ buildings }) => buildings))],
    stats: [...stats.values()],
    elsewhere: last.elsewhere,
  };
};

const createEvent = <T>() => {
  const listeners = new Set<(value: T) => void>();
  return {
    on: (listener: (value: T) => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** One listener's failure is reported and does not keep the news from the others. */
    emit: (value: T): void => {
      for (const listener of [...listeners]) {
        try {
          listener(value);
        } catch (error) {
          reportError(error);
        }
      }
    },
  };
};
const reportError = (error: unknown): void => {
  if (typeof globalThis.reportError === 'function') globalThis.reportError(error);
  else console.error(error);
};

const committed = createEvent<Committed>();
const trouble = createEvent<VersionTrouble>();

/** Called after every commit of this tab and of others. May be registered before a store is open. */
export const onCommitted = committed.on;
export const emitCommitted = committed.emit;

/**
 * `newerElsewhere`: another tab opened a newer version; this one has closed its database and must be reloaded. `blocked`: this tab
 * wants to bring the database up to date and waits for another tab, running an older version, to close.
 */
export const onVersionTrouble = trouble.on;
export const emitVersionTrouble = trouble.emit;
