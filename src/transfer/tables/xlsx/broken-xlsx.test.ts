/** Workbooks that are broken, locked, made to hurt, or no workbooks: each is refused with the way out. */
import { zipSync } from 'fflate';
import { writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { Refused } from '../../problem.ts';
import { fileOfBytes } from '../../source-file.ts';
import type { TableRow } from '../cell.ts';
import { readTable } from '../read-table.ts';
import { inline, sheetData, workbookOf } from '../testing/workbooks.ts';

const read = async (bytes: Uint8Array, name = '表.xlsx', sheet = 0) => {
  const table = await readTable(fileOfBytes(name, bytes));
  const rows: TableRow[] = [];
  for await (const chunk of table.sheets[sheet]?.rows() ?? []) rows.push(...chunk);
  return { table, rows, codes: table.problems.list.map(({ code }) => code) };
};
const textsOf = (rows: readonly TableRow[]): string[][] =>
  rows.map(({ cells }) => cells.map(({ text }) => text));
const refusal = async (bytes: Uint8Array, name?: string): Promise<string> => {
  try {
    await read(bytes, name);
  } catch (error) {
    if (error instanceof Refused) return error.problem.code;
    throw error;
  }
  return 'read';
};

describe('broken workbooks and bombs', () => {
  const good = workbookOf({ sheet: sheetData([inline('A1', '姓名'), inline('A2', '云')]) });
  const directoryAt = (bytes: Uint8Array): number => {
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    return view.getUint32(bytes.length - 6, true);
  };
  /** Changes a field of the directory's entry for the sheet. */
  const withEntry = (bytes: Uint8Array, offset: number, value: number): Uint8Array => {
    const copy = bytes.slice();
    const view = new DataView(copy.buffer);
    for (let at = directoryAt(copy); at < copy.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) {
        const name = new TextDecoder().decode(
          copy.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)),
        );
        if (name.endsWith('sheet1.xml')) view.setUint32(at + offset, value, true);
      }
    return copy;
  };

  it('a bomb that says what it is, and one that lies, are refused before they fill the memory', async () => {
    expect(await refusal(withEntry(good, 24, 3_000_000_000))).toBe('xlsx.bomb');
    expect(await refusal(withEntry(good, 24, 4_100_000_000))).toBe('xlsx.bomb');
    const large = workbookOf({ sheet: `<sheetData>${' '.repeat(5_000_000)}</sheetData>` });
    expect(large.length).toBeLessThan(20_000);
    expect(await refusal(large)).toBe('read');
    expect(await refusal(withEntry(large, 24, 1_000))).toBe('xlsx.damaged');
  });

  it.each([
    ['a size that lies', withEntry(good, 24, 5)],
    ['another checksum', withEntry(good, 16, 12_345)],
    ['a place that lies', withEntry(good, 42, 3)],
    ['a cut-off end', good.slice(0, -40)],
    ['a cut-off beginning', good.slice(0, 60)],
    ['XML that is none', workbookOf({ sheet: '<sheetData><row></sheetData>' })],
    ['an entity', workbookOf({ sheet: '<sheetData>&lol;</sheetData>' })],
    ['elements without end', workbookOf({ sheet: '<a>'.repeat(5_000) })],
  ])('%s is refused', async (_name, bytes) => {
    expect(await refusal(bytes)).toBe('xlsx.damaged');
  });

  it.each([
    ['EncryptedPackage', 'xlsx.encrypted'],
    ['Workbook', 'xlsx.oldFormat'],
  ])('a container with %s tells the way out', async (stream, code) => {
    const bytes = new Uint8Array(4_096);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const view = new DataView(bytes.buffer);
    view.setUint16(30, 9, true);
    view.setUint32(48, 2, true);
    for (const [i, sign] of [...stream].entries())
      view.setUint16(1_536 + 128 + i * 2, sign.charCodeAt(0), true);
    expect(await refusal(bytes, 'x.csv')).toBe(code);
  });

  it('a workbook that hucre has encrypted is known for one', async () => {
    const bytes = new Uint8Array(
      await writeXlsx({
        sheets: [{ name: 'A', rows: [['x']] }],
        encryption: { password: 'p', spinCount: 10 },
      }),
    );
    expect(await refusal(bytes)).toBe('xlsx.encrypted');
  });

  it.each([
    ['an .ods', { 'content.xml': '<x/>' }, 'xlsx.openDocument'],
    ['an .xlsb', { 'xl/workbook.bin': 'x' }, 'xlsx.binary'],
    ['a .docx', { 'word/document.xml': '<x/>' }, 'xlsx.otherDocument'],
    ['another archive', { 'a.txt': 'x' }, 'xlsx.noWorkbook'],
  ])('%s tells the way out', async (_name, parts, code) => {
    const bytes = zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, new TextEncoder().encode(text)])),
    );
    expect(await refusal(bytes)).toBe(code);
  });

  it('a workbook named .csv is read, and said', async () => {
    const { rows, codes } = await read(good, '表.csv');
    expect(textsOf(rows)).toEqual([['姓名'], ['云']]);
    expect(codes).toEqual(['table.otherEnding']);
  });

  it('merged blocks over everything cost no memory', async () => {
    const merges = Array.from({ length: 5_000 }, () => '<mergeCell ref="A1:XFD1048576"/>').join('');
    const { rows } = await read(
      workbookOf({
        sheet: `<sheetData><row r="1">${inline('A1', '云')}</row><row r="1048576">${inline('B1048576', '何')}</row></sheetData><mergeCells>${merges}</mergeCells>`,
      }),
    );
    expect(rows).toHaveLength(2);
    expect(rows[1]?.cells[0]).toMatchObject({ text: '云', merged: true });
  });
});
