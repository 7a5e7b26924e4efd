/**
 * One table on its way into the community: opened, guessed, mapped, checked, written. Lives in the import worker. What is recorded
 * already is read once into memory, because no personal value has an index to be looked up by.
 */
import { newId } from '../../../../domain/ids.ts';
import type { Change } from '../../../../domain/edit.ts';
import { normaliseText } from '../../../../domain/address.ts';
import type { AnyRecord, Community, RecordOf, TableName } from '../../../../domain/records/index.ts';
import { commit, everything } from '../../../../storage/index.ts';
import type { SourceFile } from '../../../../transfer/source-file.ts';
import {
  cellAt,
  createPlaceDirectory,
  type Existing,
  existingOf,
  guessTable,
  headerSignature,
  mappingOf,
  type OpenTable,
  planImport,
  type PlaceDirectory,
  readTable,
  recallMapping,
  rejectionLines,
  type RememberedMapping,
  sampleOfSheet,
  type TableSheet,
} from '../../../../transfer/tables/index.ts';
import { communityAbout } from '../../../../transfer/places/new-community.ts';
import type { Written } from '../places/views.ts';
import { writeAct } from '../write-act.ts';
import { KeptPlan } from './kept-plan.ts';
import type { CheckedTable, SheetGuess, TableChoice, TableSummary } from './views.ts';

const SAMPLES_OF_A_COLUMN = 4;

type Tables = { [T in TableName]?: RecordOf<T>[] };

const readRecords = async (): Promise<Tables> => {
  const tables: Record<string, AnyRecord[]> = {};
  for await (const { table, records } of everything()) {
    const list = tables[table] ?? [];
    for (const record of records) list.push(record);
    tables[table] = list;
  }
  return tables as Tables;
};

/** Nothing says yet where the community lies: the first buildings will. */
const isBare = (tables: Tables): boolean =>
  (tables.buildings ?? []).length === 0 &&
  (tables.grids ?? []).length === 0 &&
  (tables.landscapes ?? []).every(
    ({ terrain, roads, areas }) => !terrain && roads.length + areas.length === 0,
  );

interface Known {
  readonly existing: Existing;
  readonly directory: PlaceDirectory;
  readonly community: Community;
  readonly bare: boolean;
}

interface Checked {
  readonly choice: TableChoice;
  /** Before all others: the community, where the first buildings tell its place. */
  readonly moved: readonly Change[];
  readonly plan: KeptPlan;
}

function* chunksOf({ moved, plan }: Checked): Generator<readonly Change[]> {
  if (moved.length > 0) yield moved;
  yield* plan.changes;
}

export class TableSession {
  readonly #table: OpenTable;
  #known: Known | null = null;
  #checked: Checked | null = null;

  private constructor(table: OpenTable) {
    this.#table = table;
  }

  static async open(file: SourceFile): Promise<TableSession> {
    return new TableSession(await readTable(file));
  }

  summary(): TableSummary {
    const { format, encoding, delimiter, sheets, problems } = this.#table;
    return {
      format,
      encoding,
      delimiter,
      sheets: sheets.map(({ index, name, hidden }) => ({ index, name, hidden })),
      problems: problems.all(),
    };
  }

  #sheet(index: number): TableSheet {
    const sheet = this.#table.sheets[index];
    if (!sheet) throw new Error(`no sheet ${index}`);
    return sheet;
  }

  /** `recall` answers with what was remembered for a set of headers. */
  async guess(
    index: number,
    recall: (signature: string) => Promise<RememberedMapping | null>,
  ): Promise<SheetGuess> {
    const sample = await sampleOfSheet(this.#table, this.#sheet(index));
    const guess = guessTable(sample);
    const signature = headerSignature(sample);
    const remembered = await recall(signature);
    const data = sample.rows.filter(({ number }) => number >= guess.header.firstDataRow);
    return {
      kind: guess.kind,
      confidence: guess.confidence,
      alternatives: guess.alternatives,
      title: guess.header.title,
      columns: guess.columns,
      samples: guess.columns.map(({ column }) =>
        data
          .map((row) => cellAt(row, column).text)
          .filter((text) => text !== '')
          .slice(0, SAMPLES_OF_A_COLUMN),
      ),
      mapping: remembered ? recallMapping(remembered, guess) : mappingOf(guess),
      remembered: remembered !== null,
      signature,
    };
  }

  async #know(): Promise<Known> {
    if (this.#known) return this.#known;
    const tables = await readRecords();
    const community = tables.communities?.[0];
    if (!community) throw new Error('no community');
    this.#known = {
      existing: existingOf(tables),
      directory: createPlaceDirectory({
        buildings: tables.buildings ?? [],
        dwellings: tables.dwellings ?? [],
        remembered: tables.addressAliases ?? [],
      }),
      community,
      bare: isBare(tables),
    };
    return this.#known;
  }

  /** Plans every row and keeps the plan for `write`. */
  async check(
    choice: TableChoice,
    by: string,
    report: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<CheckedTable> {
    const began = performance.now();
    const known = await this.#know();
    const kept = new KeptPlan();
    const plan = planImport(
      this.#sheet(choice.sheet).rows({ signal }),
      choice.mapping,
      choice.mapping.kind,
      known.directory,
      known.existing,
      {
        stamp: { communityId: known.community.id, by, at: Date.now(), newId },
        withoutDamagedId: choice.withoutDamagedId,
        wrongPhonesToNotes: choice.wrongPhonesToNotes,
        moves: choice.moves,
        decisions: choice.decisions,
        district: known.community.district,
        crs: choice.crs.trim() === '' ? null : choice.crs.trim(),
        makeHomes: choice.makeHomes,
        ...(choice.unknownPeople === null ? {} : { unknownPeople: choice.unknownPeople }),
        ...(known.bare ? {} : { anchor: known.community.anchor }),
        signal,
        report,
        problems: this.#table.problems,
      },
    );
    for await (const chunk of plan) kept.add(chunk);
    const { created } = kept;
    const moved = known.bare && created.length > 0 ? communityAbout(known.community, created) : null;
    this.#checked = { choice, moved: moved ? [{ table: 'communities', put: moved }] : [], plan: kept };
    return {
      ...kept.told(),
      problems: this.#table.problems.all(),
      movesTo: moved?.anchor ?? null,
      seconds: (performance.now() - began) / 1000,
    };
  }

  /** The address of a row as it was written; null where the table has no column of whole addresses. */
  async #addressOf(row: number): Promise<string | null> {
    const { mapping, sheet } = this.#checked?.choice ?? {};
    const column = mapping?.columns.find(({ field }) => field === 'address')?.column;
    if (column === undefined || sheet === undefined) return null;
    for await (const chunk of this.#sheet(sheet).rows())
      for (const each of chunk) if (each.number === row) return cellAt(each, column).text;
    return null;
  }

  /** Remembers which home the address of a row means; the next check finds it. */
  async nameAddress(row: number, dwellingId: string, by: string): Promise<Written> {
    const known = await this.#know();
    const text = normaliseText((await this.#addressOf(row)) ?? '').slice(0, 200);
    const buildingId = known.directory.dwelling(dwellingId)?.buildingId;
    if (text === '' || buildingId === undefined) return { ok: false, reasons: [], changes: 0 };
    const at = Date.now();
    const base = { id: newId(), communityId: known.community.id, createdAt: at, updatedAt: at, revision: 1 };
    const result = await commit({
      id: newId(),
      communityId: known.community.id,
      at,
      by,
      label: { key: 'nameAddress' },
      changes: [{ table: 'addressAliases', put: { ...base, text, buildingId, dwellingId }, expect: null }],
    });
    this.#known = null;
    return result.ok
      ? { ok: true, reasons: [], changes: 1 }
      : { ok: false, reasons: result.reasons, changes: 0 };
  }

  /** Writes what was checked last, as one act. */
  async write(
    by: string,
    report: (done: number, total: number) => void,
    signal: AbortSignal,
  ): Promise<Written> {
    const checked = this.#checked;
    if (!checked) throw new Error('nothing has been checked');
    const written = await writeAct({
      label: 'importRecords',
      by,
      chunks: chunksOf(checked),
      total: checked.moved.length + checked.plan.changes.length,
      report,
      signal,
    });
    if (written.ok) this.#known = null;
    return written;
  }

  /** The rejected rows as a CSV file that can be corrected and brought again. */
  async rejections(language: 'zh' | 'en'): Promise<Blob> {
    const checked = this.#checked;
    if (!checked) throw new Error('nothing has been checked');
    const { mapping, sheet } = checked.choice;
    const parts: string[] = [];
    for await (const line of rejectionLines(
      checked.plan.rejected(),
      mapping,
      this.#sheet(sheet).rows(),
      language,
    ))
      parts.push(line);
    return new Blob(parts, { type: 'text/csv;charset=utf-8' });
  }
}
