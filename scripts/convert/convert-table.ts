/** One spreadsheet into the collection. Nobody looks at what its columns are taken for, so what is not known for a register is left. */
import { communityAbout } from '../../src/transfer/places/new-community.ts';
import { type Problem, Problems } from '../../src/transfer/problem.ts';
import type { SourceFile } from '../../src/transfer/source-file.ts';
import { newId } from '../../src/domain/ids.ts';
import {
  createPlaceDirectory,
  existingOf,
  guessTable,
  mappingOf,
  planImport,
  readTable,
  sampleOfSheet,
  type TableGuess,
} from '../../src/transfer/tables/index.ts';
import type { Collection } from './collection.ts';
import type { Told } from './told.ts';

/** Rows that became or are something: what a table is there for. */
const TAKEN = ['imported', 'updated', 'unchanged'] as const;
const nothingTaken = (rejected: number): Problem => ({
  code: rejected > 0 ? 'convert.allRejected' : 'convert.noRows',
  severity: 'error',
  where: '',
  ...(rejected > 0
    ? {
        zh: `表格的 ${rejected} 行全部被退回，没有一行可以导入；请按上面的原因改正后重新导入。`,
        en: `All ${rejected} rows of the table were rejected, so nothing of it could be brought in; correct them by the reasons above.`,
      }
    : {
        zh: '表格里没有一行数据可以导入，请检查表头下面是否有内容。',
        en: 'The table holds no row of data that could be brought in; see whether anything stands below its headers.',
      }),
});

/** `isAll`: nothing else of the file was of use. */
const notRecognised = (sheet: string, isAll: boolean): Problem => ({
  code: isAll ? 'convert.notRecognised' : 'convert.sheetLeft',
  severity: isAll ? 'error' : 'warning',
  where: sheet,
  zh: `看不出“${sheet}”是什么表：列名里没有认识的内容。请在第一行写明列名（如 姓名、公民身份号码、现住址），或在“导入”页面手工对应各列。`,
  en: `It cannot be told what “${sheet}” lists: none of its headers is known. Name the columns in the first row (such as 姓名, 公民身份号码, 现住址), or map them by hand on the import page.`,
});
/** Columns whose contents leave no doubt what they are, whatever stands above them. */
const CERTAIN: ReadonlySet<string | null> = new Set(['citizenId', 'creditCode']);
/** Two columns at least are known by their headers, or one by what is in it. */
const isRecognised = ({ columns }: TableGuess): boolean =>
  columns.filter(({ field, by }) => field !== null && by === 'name').length >= 2 ||
  columns.some(({ field }) => CERTAIN.has(field));

export const convertTable = async (
  file: SourceFile,
  crs: string | null,
  collection: Collection,
): Promise<Told> => {
  const table = await readTable(file);
  const counts: Record<string, number> = {};
  const add = (key: string, by: number): void => {
    counts[key] = (counts[key] ?? 0) + by;
  };
  // A table can have as many faults as rows: of each kind the first are told, and how many more there are.
  const problems = new Problems();
  const tell = ({ code, severity, where, zh, en }: Problem): void =>
    problems.add(code, severity, where, () => [zh, en]);
  const strange: string[] = [];
  for (const sheet of table.sheets.filter(({ hidden }) => !hidden)) {
    const sample = await sampleOfSheet(table, sheet);
    const guess = guessTable(sample);
    add('sheets', 1);
    if (sample.rows.length === 0) continue;
    // Nobody looks at the guess here: a text that is no register must not become one.
    if (!isRecognised(guess)) {
      strange.push(sheet.name);
      continue;
    }
    const mapping = mappingOf(guess);
    const tables = collection.tables();
    const directory = createPlaceDirectory({
      buildings: tables.buildings ?? [],
      dwellings: tables.dwellings ?? [],
      remembered: tables.addressAliases ?? [],
    });
    const stamp = { communityId: collection.community.id, by: '', at: collection.at, newId };
    const wasPlaced = collection.placed;
    const plan = planImport(sheet.rows(), mapping, mapping.kind, directory, existingOf(tables), {
      stamp,
      crs,
      problems: table.problems,
      ...(wasPlaced ? { anchor: collection.community.anchor } : {}),
    });
    for await (const { outcomes, changes, skipped } of plan) {
      collection.apply(changes);
      add('skipped', skipped.length);
      for (const { outcome, reasons, warnings } of outcomes) {
        add(outcome, 1);
        for (const reason of [...reasons, ...warnings]) tell(reason);
      }
    }
    const buildings = collection.list('buildings');
    if (!wasPlaced && buildings.length > 0)
      collection.moveTo(communityAbout(collection.community, buildings).anchor);
  }
  const taken = TAKEN.some((outcome) => (counts[outcome] ?? 0) > 0);
  return {
    format: table.format,
    version: null,
    crs: null,
    counts,
    problems: [
      ...table.problems.all(),
      ...problems.all(),
      ...strange.map((sheet) => notRecognised(sheet, !taken)),
      ...(taken || strange.length > 0 ? [] : [nothingTaken(counts['rejected'] ?? 0)]),
    ],
  };
};
