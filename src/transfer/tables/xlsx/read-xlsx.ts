/**
 * XLSX workbooks, read in pieces with fflate and saxes. hucre 1.0.0, which is there and writes well, was tried first: its streaming
 * reader gives values only. It drops merged cells and hidden rows, turns error cells into text and formulas into nothing that could
 * be told, keeps no number format beside the value, parses ahead of whoever takes the rows without limit, and inflates an entry up to
 * 2 GB; its other reader builds the whole workbook. A citizen ID in a number cell must be known for one, so the cells are read here.
 * The tests hold this reader against hucre's.
 */
import type { Problems } from '../../problem.ts';
import type { SourceFile } from '../../source-file.ts';
import type { Merge, OpenTable, TableSheet } from '../table.ts';
import { readMerges } from './merges.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheet } from './sheet.ts';
import { readDateStyles } from './styles.ts';
import { readWorkbook } from './workbook.ts';
import { readDirectory } from './zip.ts';

export const openXlsx = async (file: SourceFile, problems: Problems): Promise<OpenTable> => {
  const directory = await readDirectory(file);
  const workbook = await readWorkbook(file, directory);
  const strings = await readSharedStrings(file, workbook.sharedStrings);
  const isDate = await readDateStyles(file, workbook.styles);
  const sheets: TableSheet[] = [];
  for (const [index, { name, hidden, entry }] of workbook.sheets.entries()) {
    const merges: Merge[] = await readMerges(file, entry, problems);
    const context = {
      file,
      entry,
      sheetName: name,
      strings,
      isDate,
      from1904: workbook.from1904,
      merges,
      problems,
      told: { row: 0 },
    };
    sheets.push({ index, name, hidden, merges, rows: (options) => readSheet(context, options) });
    if (hidden)
      problems.add('xlsx.hiddenSheet', 'note', name, () => [
        `工作表“${name}”是隐藏的，默认不导入。`,
        `Sheet “${name}” is hidden; it is not imported unless chosen.`,
      ]);
  }
  return { format: 'xlsx', fileName: file.name, sheets, encoding: null, delimiter: null, problems };
};
