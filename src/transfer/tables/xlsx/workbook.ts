/** Where the parts of a workbook lie, as its relations say; never by their usual names, which other programs do not keep to. */
import { Refused } from '../../problem.ts';
import type { SourceFile } from '../../source-file.ts';
import { attributeOf, flagOf, readXml } from './xml.ts';
import { damaged, entryOf, type ZipDirectory, type ZipEntry } from './zip.ts';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly entry: ZipEntry;
}

export interface Workbook {
  readonly sheets: readonly SheetPart[];
  /** Days are counted from 1904, as old Macintosh workbooks do. */
  readonly from1904: boolean;
  readonly sharedStrings: ZipEntry | undefined;
  readonly styles: ZipEntry | undefined;
}

interface Relation {
  readonly id: string;
  /** The last word of its type, the same in strict and transitional files. */
  readonly type: string;
  readonly target: string;
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

const resolve = (folder: string, target: string): string => {
  const parts = target.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '');
  for (const part of target.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
};

const readRelations = async (
  file: SourceFile,
  directory: ZipDirectory,
  part: string,
): Promise<Relation[]> => {
  const folder = folderOf(part);
  const entry = entryOf(directory, `${folder}_rels/${part.slice(folder.length)}.rels`);
  const relations: Relation[] = [];
  if (!entry) return relations;
  await readXml(file, entry, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const type = attributes['Type'] ?? '';
      relations.push({
        id: attributes['Id'] ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: resolve(folder, attributes['Target'] ?? ''),
      });
    },
  });
  return relations;
};

/** Other programs' files that are ZIP archives too. */
const refuseStrangers = (directory: ZipDirectory): void => {
  if (entryOf(directory, 'xl/workbook.bin'))
    throw new Refused(
      'xlsx.binary',
      '',
      '这是 .xlsb 二进制工作簿，请在 Excel 中另存为 .xlsx 后再导入。',
      'This is a binary .xlsb workbook; save it as .xlsx and import that.',
    );
  if (entryOf(directory, 'content.xml'))
    throw new Refused(
      'xlsx.openDocument',
      '',
      '这是 .ods 表格，请另存为 .xlsx 后再导入。',
      'This is an .ods spreadsheet; save it as .xlsx and import that.',
    );
  if (entryOf(directory, 'word/document.xml') || entryOf(directory, 'ppt/presentation.xml'))
    throw new Refused(
      'xlsx.otherDocument',
      '',
      '这不是表格，而是 Word 或 PowerPoint 文件，请选择 .xlsx 或 CSV 文件。',
      'This is a Word or PowerPoint document, no spreadsheet; choose an .xlsx or CSV file.',
    );
};

export const readWorkbook = async (file: SourceFile, directory: ZipDirectory): Promise<Workbook> => {
  refuseStrangers(directory);
  const roots = await readRelations(file, directory, '');
  const path = roots.find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const entry = entryOf(directory, path);
  if (!entry)
    throw new Refused(
      'xlsx.noWorkbook',
      '',
      '压缩文件中没有表格，请选择 .xlsx 或 CSV 文件。',
      'There is no workbook in this archive; choose an .xlsx or CSV file.',
    );
  const relations = await readRelations(file, directory, path);
  const sheets: SheetPart[] = [];
  let from1904 = false;
  await readXml(file, entry, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = flagOf(attributes, 'date1904');
      if (name !== 'sheet') return;
      const id = attributeOf(attributes, 'id');
      const relation = relations.find((candidate) => candidate.id === id && candidate.type === 'worksheet');
      // Chart sheets and macro sheets are sheets too, but hold no table.
      const part = relation && entryOf(directory, relation.target);
      const state = attributes['state'];
      if (part)
        sheets.push({
          name: attributes['name'] ?? '',
          hidden: state === 'hidden' || state === 'veryHidden',
          entry: part,
        });
    },
  });
  if (sheets.length === 0) throw damaged(path, ['其中没有工作表', 'it holds no sheet']);
  const partOf = (type: string): ZipEntry | undefined => {
    const relation = relations.find((candidate) => candidate.type === type);
    return relation && entryOf(directory, relation.target);
  };
  return { sheets, from1904, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') };
};
