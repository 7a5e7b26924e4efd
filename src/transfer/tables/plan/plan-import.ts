/**
 * From the rows of a table to what is written: exactly one outcome for every row of data, and changes in chunks, each of which is one
 * edit. Planning the same file against what the first import wrote leaves everything unchanged.
 */
import type { Change } from '../../../domain/edit.ts';
import { cellAt, type TableRow } from '../cell.ts';
import { createRowFilter, type SkippedRow } from '../data-rows.ts';
import type { ImportKind } from '../fields/field.ts';
import { kindOf } from '../fields/kinds.ts';
import type { TableMapping } from '../mapping.ts';
import type { PlaceDirectory } from '../places/directory.ts';
import { areRounded } from '../values/citizen-id.ts';
import { ATTACHED_KINDS, planAttached } from './attached.ts';
import { PlanContext, type PlanOptions } from './context.ts';
import type { Existing } from './existing.ts';
import type { PlanChunk } from './outcome.ts';
import { planRecords } from './records.ts';
import { planResidents } from './residents.ts';
import { createRowReader } from './row-reader.ts';
import { RowStore } from './row-store.ts';

/** Rows of a sheet, in chunks as readers give them. */
export type RowSource = AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>;

const CHANGES_OF_A_CHUNK = 4_000;

interface ReadRows {
  readonly rows: RowStore;
  readonly skipped: SkippedRow[];
}

/**
 * A table of more rows is taken up to here, and the rest is told: a whole town has fewer people, and what is checked is held in memory
 * until it is written.
 */
const MOST_ROWS = 300_000;

const tooMany = (most: number, row: number): readonly [zh: string, en: string] => [
  `表格超过 ${most} 行，一次最多处理这么多：从第 ${row} 行起没有读入，请把它们另存为一个文件再导入。`,
  `The table has more than ${most} rows, which is the most that is taken at once: from row ${row} on nothing was read. Save those rows as a file of their own and bring it afterwards.`,
];

const readRows = async (
  source: RowSource,
  mapping: TableMapping,
  context: PlanContext,
): Promise<ReadRows> => {
  const { options } = context;
  const skips = createRowFilter(mapping);
  const skipped: SkippedRow[] = [];
  const kept = new RowStore();
  const make = (roundedIds: boolean) =>
    createRowReader(context.kind, mapping, {
      today: context.today,
      withoutDamagedId: options.withoutDamagedId,
      wrongPhonesToNotes: options.wrongPhonesToNotes,
      roundedIds,
    });
  const read = make(false);
  const readRounded = make(true);
  const most = options.mostRows ?? MOST_ROWS;
  const idColumn = mapping.columns.find(({ field }) => field === 'citizenId')?.column;
  // Whether IDs that end in 000 are right is only known when the whole column is: until then both readings wait.
  const otherwise = { rows: new RowStore(), at: [] as number[] };
  let ids = 0;
  for await (const chunk of source) {
    const [first] = chunk;
    if (kept.length >= most && first) {
      options.problems?.add('table.tooMany', 'error', `row ${first.number}`, () =>
        tooMany(most, first.number),
      );
      break;
    }
    options.signal?.throwIfAborted();
    for (const row of chunk) {
      const as = skips(row);
      if (as !== null) {
        if (row.number >= mapping.firstDataRow) skipped.push({ row: row.number, as });
        continue;
      }
      const id = idColumn === undefined ? '' : cellAt(row, idColumn).text;
      if (id.length === 18) ids++;
      if (id.length === 18 && id.endsWith('000')) {
        otherwise.at.push(kept.length);
        otherwise.rows.push(readRounded(row));
      }
      kept.push(read(row));
    }
  }
  const { at, rows } = otherwise;
  return { rows: areRounded(ids, at.length) ? withOthers(kept, at, rows) : kept, skipped };
};

/** The rows, those at some places as they are read otherwise. */
const withOthers = (rows: RowStore, places: readonly number[], others: RowStore): RowStore => {
  const made = new RowStore();
  let next = 0;
  for (let at = 0; at < rows.length; at++) made.push(places[next] === at ? others.get(next++) : rows.get(at));
  return made;
};

const plannerOf = (kind: ImportKind) =>
  kind === 'residents' ? planResidents : ATTACHED_KINDS.has(kind) ? planAttached : planRecords;

/** Changes of one batch; a batch that is too large for one edit is parted where no record stands twice. */
const parted = (changes: readonly Change[]): (readonly Change[])[] => {
  const parts: Change[][] = [];
  for (let at = 0; at < changes.length; at += CHANGES_OF_A_CHUNK)
    parts.push(changes.slice(at, at + CHANGES_OF_A_CHUNK));
  return parts.length === 0 ? [[]] : parts;
};

/**
 * `kind` is the mapping's unless a person chose another. Outcomes come batch by batch, not in the order of rows; `collectPlan` sorts
 * them. Throws what reading throws.
 */
export async function* planImport(
  source: RowSource,
  mapping: TableMapping,
  kind: ImportKind,
  directory: PlaceDirectory,
  existing: Existing,
  options: PlanOptions,
): AsyncGenerator<PlanChunk> {
  const context = new PlanContext(kindOf(kind), mapping, directory, existing, options);
  const { rows, skipped } = await readRows(source, mapping, context);
  const total = rows.length;
  let left: readonly SkippedRow[] = skipped;
  let done = 0;
  const chunkOf = (changes: readonly Change[]): PlanChunk => {
    const chunk = { outcomes: context.outcomes, changes, pairs: context.pairs, skipped: left };
    done += context.outcomes.length;
    context.outcomes = [];
    context.pairs = [];
    left = [];
    return chunk;
  };
  for await (const _ of plannerOf(kind)(rows, context)) {
    options.signal?.throwIfAborted();
    for (const part of parted(context.working.takeChanges())) yield chunkOf(part);
    options.report?.(done, total);
    // Between batches other work of the thread gets its turn.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  if (context.outcomes.length > 0 || left.length > 0) yield chunkOf([]);
}
