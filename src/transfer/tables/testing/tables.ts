/** Tables made in code, and a small community to import them into. Everybody in it is invented. */
import { citizenIdCheckSign } from '../../../domain/checks/citizen-id.ts';
import type { Edit } from '../../../domain/edit.ts';
import { applyEdit, emptyState, type RecordState } from '../../../domain/edit-apply.ts';
import type { RecordOf, TableName } from '../../../domain/records/index.ts';
import { COMMUNITY_ID, NOON, sampleOf, seededIds } from '../../../domain/testing/samples.ts';
import { listOf } from '../../../domain/testing/small-community.ts';
import { fileOfBytes } from '../../source-file.ts';
import {
  collectPlan,
  type CollectedPlan,
  createPlaceDirectory,
  existingOf,
  guessTable,
  type ImportKind,
  mappingOf,
  type PlaceDirectory,
  planImport,
  type PlanOptions,
  readTable,
  sampleOfSheet,
  type TableMapping,
  type TableRow,
} from '../index.ts';

/** A valid ID of an invented person: `birth` as yyyyMMdd, `sequence` of three digits (odd for a man). */
export const idOf = (birth: string, sequence: string, area = '621002'): string => {
  const first17 = `${area}${birth}${sequence}`;
  return first17 + citizenIdCheckSign(first17);
};

export const csvOf = (rows: readonly (readonly string[])[], delimiter = ','): string =>
  rows
    .map((row) =>
      row
        .map((cell) =>
          /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell,
        )
        .join(delimiter),
    )
    .join('\r\n');

export const csvFile = (rows: readonly (readonly string[])[], name = '居民花名册.csv') =>
  fileOfBytes(name, new TextEncoder().encode(csvOf(rows)));

/** Two estates; 3号楼 of 云和家园 has two units of six floors with two doors, 1号楼 the same, 新村 a 3号楼 too. */
export const community = (): RecordState => {
  const buildings = [
    sampleOf('buildings', { estate: '云和家园', number: '3', name: '3号楼', units: 2, aliases: ['银行楼'] }),
    sampleOf('buildings', { estate: '云和家园', number: '1', name: '1号楼', units: 2 }),
    sampleOf('buildings', { estate: '和顺新村', number: '3', name: '3号楼', units: 2 }),
    sampleOf('buildings', { estate: '', number: '', name: '社区服务中心', units: 0 }),
  ];
  const dwellings = buildings.slice(0, 3).flatMap((building) =>
    [1, 2].flatMap((unit) =>
      [1, 2, 3, 4, 5, 6].flatMap((floor) =>
        [1, 2].map((door) =>
          sampleOf('dwellings', {
            buildingId: building.id,
            unit,
            floor,
            door,
            room: `${floor * 100 + door}`,
          }),
        ),
      ),
    ),
  );
  const put = <T extends TableName>(records: readonly RecordOf<T>[]) =>
    new Map(records.map((r) => [r.id, r]));
  return { ...emptyState(), buildings: put(buildings), dwellings: put(dwellings) };
};

export const directoryOf = (state: RecordState): PlaceDirectory =>
  createPlaceDirectory({ buildings: listOf(state, 'buildings'), dwellings: listOf(state, 'dwellings') });

export const existingIn = (state: RecordState) =>
  existingOf(
    Object.fromEntries(Object.entries(state).map(([table, records]) => [table, [...records.values()]])),
  );

// The samples' own ids come of seed 1.
let seed = 1_000;
export const stamp = () => ({
  communityId: COMMUNITY_ID,
  by: '一号窗口',
  at: NOON,
  newId: seededIds(seed++),
});

export interface Imported {
  readonly plan: CollectedPlan;
  readonly state: RecordState;
  readonly mapping: TableMapping;
  readonly rows: readonly TableRow[];
}

/** Reads, guesses, plans, and writes every chunk as one edit. */
export const importRows = async (
  state: RecordState,
  table: readonly (readonly string[])[] | ReturnType<typeof fileOfBytes>,
  options: Partial<PlanOptions> & { readonly kind?: ImportKind; readonly mapping?: TableMapping } = {},
): Promise<Imported> => {
  const file = Array.isArray(table) ? csvFile(table) : (table as ReturnType<typeof fileOfBytes>);
  const opened = await readTable(file);
  const [sheet] = opened.sheets;
  if (!sheet) throw new Error('no sheet');
  const mapping = options.mapping ?? mappingOf(guessTable(await sampleOfSheet(opened, sheet), options.kind));
  const rows: TableRow[] = [];
  for await (const chunk of sheet.rows()) rows.push(...chunk);
  const { kind = mapping.kind } = options;
  const chunks = [];
  let next = state;
  const planning = planImport([rows], mapping, kind, directoryOf(state), existingIn(state), {
    stamp: stamp(),
    ...options,
  });
  for await (const chunk of planning) {
    chunks.push(chunk);
    if (chunk.changes.length === 0) continue;
    const edit: Edit = {
      id: seededIds(seed++)(),
      communityId: COMMUNITY_ID,
      at: NOON,
      by: '一号窗口',
      label: { key: 'importTable' },
      changes: chunk.changes,
    };
    next = applyEdit(next, edit).state;
  }
  const plan = await collectPlan(
    (async function* () {
      yield* chunks;
    })(),
  );
  return { plan, state: next, mapping, rows };
};
