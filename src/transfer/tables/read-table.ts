/**
 * Opens a spreadsheet by what it holds, not by what it is called: a CSV file named .xlsx is a CSV file. What is no table, or one that
 * only its own program can open, is refused with the way out.
 */
import { Problems, Refused } from '../problem.ts';
import type { SourceFile } from '../source-file.ts';
import { openCsv } from './csv/read-csv.ts';
import type { OpenTable, TableOptions } from './table.ts';
import { isOle, refuseOle } from './xlsx/ole.ts';
import { openXlsx } from './xlsx/read-xlsx.ts';

const HEAD_BYTES = 4_096;

const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 &&
  head[1] === 0x4b &&
  ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));

const startsWith = (head: Uint8Array, text: string): boolean =>
  [...text].every((sign, i) => head[i] === sign.charCodeAt(0));

/** Files that are often taken for tables, by how they begin. */
const STRANGERS: readonly (readonly [start: string, zh: string, en: string])[] = [
  ['%PDF', 'PDF 文件', 'a PDF document'],
  ['\u0089PNG', '图片', 'a picture'],
  ['\u00ff\u00d8\u00ff', '图片', 'a picture'],
  ['Rar!', 'RAR 压缩包', 'a RAR archive'],
  ['7z\u00bc\u00af', '7z 压缩包', 'a 7z archive'],
  ['glTF', '三维模型', 'a 3D model'],
];

const refuseStrangers = (head: Uint8Array, name: string): void => {
  const stranger = STRANGERS.find(([start]) => startsWith(head, start));
  if (stranger)
    throw new Refused(
      'table.notATable',
      '',
      `“${name}”是${stranger[1]}，不是表格，请选择 .xlsx 或 CSV 文件。`,
      `“${name}” is ${stranger[2]}, no table; choose an .xlsx or CSV file.`,
    );
  const text = new TextDecoder('latin1').decode(head).trimStart().toLowerCase();
  if (/^(?:\u00ef\u00bb\u00bf)?\s*(?:<!doctype html|<html|<head|<meta|<table|<style)/.test(text))
    throw new Refused(
      'table.webPage',
      '',
      `“${name}”其实是网页（许多系统导出的 .xls 都是如此），请在 Excel 或 WPS 中打开并另存为 .xlsx 后再导入。`,
      `“${name}” is in truth a web page, as many systems export it; open it in a spreadsheet program, save it as .xlsx and import that.`,
    );
  if (/^(?:\u00ef\u00bb\u00bf)?\s*<\?xml/.test(text))
    throw new Refused(
      'table.xml',
      '',
      `“${name}”是 XML 文件，请在 Excel 或 WPS 中打开并另存为 .xlsx 后再导入。`,
      `“${name}” is an XML file; open it in a spreadsheet program, save it as .xlsx and import that.`,
    );
};

const tellOtherEnding = (name: string, format: 'csv' | 'xlsx', problems: Problems): void => {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const fits = format === 'xlsx' ? ['xlsx', 'xlsm', 'xltx', 'xltm'] : ['csv', 'txt', 'tsv', 'tab', ''];
  if (fits.includes(ending)) return;
  const [zh, en] =
    format === 'xlsx' ? ['Excel 工作簿', 'an XLSX workbook'] : ['文本表格（CSV）', 'a text table (CSV)'];
  problems.add('table.otherEnding', 'note', '', () => [
    `文件名以 .${ending} 结尾，内容其实是${zh}，已按内容读取。`,
    `The name ends in .${ending}, but the file is ${en}; it was read as that.`,
  ]);
};

export const readTable = async (file: SourceFile, options: TableOptions = {}): Promise<OpenTable> => {
  const problems = new Problems();
  const head = await file.read(0, HEAD_BYTES);
  if (head.byteLength === 0)
    throw new Refused(
      'table.empty',
      '',
      `“${file.name}”是空文件，请检查后重新选择。`,
      `“${file.name}” is empty; check it and choose again.`,
    );
  if (isOle(head)) throw await refuseOle(file, head);
  refuseStrangers(head, file.name);
  const format = isZip(head) ? 'xlsx' : 'csv';
  tellOtherEnding(file.name, format, problems);
  return format === 'xlsx' ? openXlsx(file, problems) : openCsv(file, options, problems);
};
