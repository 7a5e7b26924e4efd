/**
 * How records lie in the database. IndexedDB's cost is per row and per index entry, not per byte, so everything that has one actual
 * home (the home itself, households, residents and what is known about them) lies in one row per floor of a building; the rest is
 * a row per record. Nothing outside this room knows: queries and `commit` speak in records.
 *
 * Measured in Chromium on two shared cores that were busy, so it is processor time of page and browser together, the range of two
 * to four runs. 24,400 made records that have a home, in 4,400 homes, all with an index of ids; the tower has 264 homes:
 *
 * | a row per | rows  | write all      | read the tower | one edit writes about |
 * |-----------|-------|----------------|----------------|-----------------------|
 * | home      | 4,400 | 1,500–2,300 ms | 21–30 ms       | 6 records             |
 * | **floor** |   650 |   680–1,060 ms | 11–20 ms       | 40 records            |
 * | building  |   100 |   540–700 ms   | 10–12 ms       | 1,300 records         |
 *
 * A row per building costs too much at every edit of a tower. Records as JSON text or UTF-8 bytes instead of objects: no less to
 * write, up to 80 % more to read, and no longer legible.
 */
import type { BuildingStats } from '../../domain/stats.ts';
import type { EditLabel } from '../../domain/edit.ts';
import { type AnyRecord, type RecordOf, TABLE_NAMES, type TableName } from '../../domain/records/index.ts';

/** Tables whose records lie in the row of their home's floor. */
export const PACKED = [
  'dwellings',
  'households',
  'residents',
  'memberships',
  'floatingRegistrations',
  'assistances',
  'careNeeds',
] as const satisfies readonly TableName[];
export type PackedTable = (typeof PACKED)[number];
export type PlainTable = Exclude<TableName, PackedTable>;

const packed: ReadonlySet<string> = new Set(PACKED);
export const isPacked = (table: TableName): table is PackedTable => packed.has(table);
export const PLAIN = TABLE_NAMES.filter((table): table is PlainTable => !isPacked(table));

/**
 * One floor of one building with all that is recorded about its homes. Lists are sorted by id and absent when empty, so that equal
 * contents are equal bytes. `ids` are the ids of all its records, for the look-up from a record to its row.
 */
export type FloorRow = { key: string; ids: string[] } & {
  [T in PackedTable]?: RecordOf<T>[];
};
/** `buildingId:floor`: all floors of a building are one range of keys. */
export const floorKey = ({
  buildingId,
  floor,
}: Pick<RecordOf<'dwellings'>, 'buildingId' | 'floor'>): string => `${buildingId}:${floor}`;
export const floorsOf = (buildingId: string): string => `${buildingId}:`;

/** One committed edit: the audit entry, the history of its records and what undo needs. */
export interface JournalRow {
  /** Numbered from 1 without gaps, in the order of commits in this database. */
  seq: number;
  editId: string;
  /** The desk (browser profile) that made it: whose undo it belongs to. */
  desk: string;
  at: number;
  by: string;
  label: EditLabel;
  changes: JournalChange[];
  /** Under what their history finds it: see `commit/touched.ts`. */
  touched: string[];
  /** Of an undo or redo: the edit that was taken back or done again. */
  restores: string | null;
  undone: boolean;
  /** The id of the edit that takes this one back, or does it again when it is undone. */
  inverseId: string;
  /** Below this on the desk's undo stack: a seq, 0 for the bottom. */
  undoBelow: number;
  /** Below this on the desk's redo stack while undone. */
  redoBelow: number;
  /** The act that the edit is a part of: rows that lie together on the stack with the same group are one step of undo. */
  group?: string;
}
export interface JournalChange {
  table: TableName;
  id: string;
  before: AnyRecord | null;
  after: AnyRecord | null;
}

/** Tops of a desk's undo and redo stacks: seqs of the journal, 0 for empty. The stacks themselves are links between its rows. */
export interface DeskRow {
  desk: string;
  undoTop: number;
  redoTop: number;
  /** An act of several commits that is under way: the desk takes no other edit until it is done or taken back. */
  inHand?: ActInHand;
}
export interface ActInHand {
  group: string;
  way: 'do' | 'undo' | 'redo';
  /** Epoch milliseconds of its last commit: a page that is gone counts no further. */
  aliveAt: number;
}
/** Commits that have not been sent anywhere yet; the edit itself is in the journal. */
export interface OutboxRow {
  seq: number;
  editId: string;
}
export interface DraftRow {
  key: string;
  savedAt: number;
  json: string;
}
/** A file or a mesh: too big for the journal, never changed, named by its content. */
export interface AssetRow {
  /** SHA-256 of the bytes, hexadecimal. */
  id: string;
  bytes: Uint8Array;
  savedAt: number;
}
export interface MetaRow {
  key: string;
  value: string | number;
}

/** The rows of every object store. */
export type StoredTables = { [T in PlainTable]: RecordOf<T> } & {
  floors: FloorRow;
  stats: BuildingStats;
  journal: JournalRow;
  outbox: OutboxRow;
  desks: DeskRow;
  drafts: DraftRow;
  assets: AssetRow;
  meta: MetaRow;
};
export type StoredName = keyof StoredTables;
