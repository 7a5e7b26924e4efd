/** Which column is which field, as a person has confirmed it; and how that is remembered for the next file of the same form. */
import { normaliseHeader, type ImportKind } from './fields/field.ts';
import type { TableGuess } from './guess/guess-table.ts';

export interface MappedColumn {
  readonly column: number;
  readonly header: string;
  readonly field: string;
}

export interface TableMapping {
  readonly kind: ImportKind;
  readonly columns: readonly MappedColumn[];
  /** Values for all rows, by field, as a cell would say them. A column of the same field wins where it says something. */
  readonly constants: Readonly<Record<string, string>>;
  readonly firstDataRow: number;
  /** Headers of all columns, in order; empty texts where there is none. */
  readonly headers: readonly string[];
}

export const mappingOf = (guess: TableGuess): TableMapping => ({
  kind: guess.kind,
  columns: guess.columns.flatMap(({ column, header, field }) =>
    field === null ? [] : [{ column, header, field }],
  ),
  constants: guess.constants,
  firstDataRow: guess.header.firstDataRow,
  headers: guess.columns.map(({ header }) => header),
});

/** What is kept under a `headerSignature`: fields by header, not by column, so that columns may change places. */
export interface RememberedMapping {
  readonly kind: ImportKind;
  readonly fields: Readonly<Record<string, string>>;
  readonly constants: Readonly<Record<string, string>>;
}

export const rememberMapping = (mapping: TableMapping): RememberedMapping => ({
  kind: mapping.kind,
  fields: Object.fromEntries(mapping.columns.map(({ header, field }) => [normaliseHeader(header), field])),
  constants: mapping.constants,
});

/** The remembered mapping on this sheet's columns. */
export const recallMapping = (remembered: RememberedMapping, guess: TableGuess): TableMapping => {
  const used = new Set<string>();
  const columns = guess.columns.flatMap(({ column, header }) => {
    const name = normaliseHeader(header);
    const field = Object.hasOwn(remembered.fields, name) ? remembered.fields[name] : undefined;
    if (field === undefined || name === '' || used.has(field)) return [];
    used.add(field);
    return [{ column, header, field }];
  });
  return { ...mappingOf(guess), kind: remembered.kind, columns, constants: remembered.constants };
};
