/** What the import worker tells the page about a table, and what the page tells it: plain data, as few personal values as possible. */
import type { Building, LngLat } from '../../../../domain/records/index.ts';
import type { Problem } from '../../../../transfer/problem.ts';
import type {
  ColumnGuess,
  Decision,
  DuplicatePair,
  ImportKind,
  KindGuess,
  OutcomeKind,
  RowOutcome,
  TableMapping,
  UnknownPeople,
} from '../../../../transfer/tables/index.ts';

export interface SheetView {
  readonly index: number;
  readonly name: string;
  readonly hidden: boolean;
}
export interface TableSummary {
  readonly format: 'csv' | 'xlsx';
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly sheets: readonly SheetView[];
  readonly problems: readonly Problem[];
}
export interface SheetGuess {
  readonly kind: ImportKind;
  readonly confidence: number;
  readonly alternatives: readonly KindGuess[];
  readonly title: string;
  readonly columns: readonly ColumnGuess[];
  /** The first values of each column, by its number. */
  readonly samples: readonly (readonly string[])[];
  /** The mapping that was remembered for these headers, or the guess. */
  readonly mapping: TableMapping;
  readonly remembered: boolean;
  readonly signature: string;
}
export interface TableChoice {
  readonly sheet: number;
  readonly mapping: TableMapping;
  readonly withoutDamagedId: boolean;
  readonly wrongPhonesToNotes: boolean;
  readonly moves: 'ask' | 'move' | 'stay';
  /** Null: as is usual for the kind of table. */
  readonly unknownPeople: UnknownPeople | null;
  /** The coordinate system of coordinates in the table; empty: found out. */
  readonly crs: string;
  readonly makeHomes: boolean;
  readonly decisions: ReadonlyMap<string, Decision>;
}
export interface CheckedTable {
  readonly counts: Readonly<Record<OutcomeKind, number>>;
  readonly skipped: number;
  readonly warnings: number;
  /** Rows that a person should look at, the first so many. */
  readonly rejected: readonly RowOutcome[];
  readonly warned: readonly RowOutcome[];
  readonly pairs: readonly DuplicatePair[];
  /** Rows that were rejected because their person is not on record. */
  readonly unknownPeople: number;
  readonly problems: readonly Problem[];
  /** Rows that land in each building, for the preview. */
  /** Buildings that the table makes, for the preview; the first so many. */
  readonly created: readonly Building[];
  /** Where an empty community comes to lie by them; null where it stays. */
  readonly movesTo: LngLat | null;
  readonly landing: readonly { readonly buildingId: string; readonly rows: number }[];
  readonly seconds: number;
}
