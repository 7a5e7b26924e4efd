/** Workbooks: as hucre writes them, as other programs do, and as they are when they are broken or made to hurt. */
import fc from 'fast-check';
import { type CellValue, dateToSerial, readXlsx, serialToDate, writeXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { fileOfBytes } from '../../source-file.ts';
import type { TableRow } from '../cell.ts';
import { readTable } from '../read-table.ts';
import { inline, sheetData, workbookOf } from '../testing/workbooks.ts';
import { dateOfSerial } from './serial-date.ts';

const read = async (bytes: Uint8Array, name = '表.xlsx', sheet = 0) => {
  const table = await readTable(fileOfBytes(name, bytes));
  const rows: TableRow[] = [];
  for await (const chunk of table.sheets[sheet]?.rows() ?? []) rows.push(...chunk);
  return { table, rows, codes: table.problems.list.map(({ code }) => code) };
};
const textsOf = (rows: readonly TableRow[]): string[][] =>
  rows.map(({ cells }) => cells.map(({ text }) => text));
const value = fc.oneof(
  fc.constantFrom<CellValue>(
    '云建国',
    '<&>"',
    '  两端  ',
    '_x000D_',
    '3号楼\n2单元',
    '621002199003074512',
    true,
    false,
  ),
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  fc
    .date({ min: new Date('1901-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => new Date(`${date.toISOString().slice(0, 10)}T00:00:00Z`)),
  fc.constant(null),
);

describe('workbooks written by hucre', () => {
  it('hold the values that were written, as a second reader finds them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(value, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 }),
        async (rows) => {
          const bytes = new Uint8Array(
            await writeXlsx({
              sheets: [{ name: 'A', rows: rows.map((row) => [...row, '·']) }],
              stringMode: 'shared',
            }),
          );
          const oracle = (await readXlsx(bytes)).sheets[0]?.rows ?? [];
          const { rows: found } = await read(bytes);
          expect(found).toHaveLength(rows.length);
          for (const { number, cells } of found)
            for (const [i, other] of (oracle[number - 1] ?? []).entries()) {
              const cell = cells[i];
              if (other === null || other === '') expect(cell?.kind ?? 'empty').toBe('empty');
              else if (other instanceof Date) expect(cell?.date).toBe(other.toISOString().slice(0, 10));
              else if (typeof other === 'number') expect(cell?.number).toBe(other);
              else if (typeof other === 'boolean') expect(cell?.text).toBe(String(other).toUpperCase());
              else expect(cell?.text).toBe(other);
            }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('count days as hucre does, in both systems', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80_000 }), fc.boolean(), (serial, from1904) => {
        if (!from1904 && serial === 60) return dateOfSerial(serial) === null;
        return (
          dateOfSerial(serial, from1904)?.date === serialToDate(serial, from1904).toISOString().slice(0, 10)
        );
      }),
    );
    expect(dateOfSerial(59)?.date).toBe('1900-02-28');
    expect(dateOfSerial(61)?.date).toBe('1900-03-01');
    expect(dateOfSerial(dateToSerial(new Date('2026-03-05T10:30:00Z')))).toEqual({
      date: '2026-03-05',
      time: '10:30:00',
    });
    expect(dateOfSerial(0.5)).toBeNull();
    expect(dateOfSerial(-3)).toBeNull();
  });
});

describe('what other programs write', () => {
  it('merged cells give their value to each of their cells', async () => {
    const { rows, table } = await read(
      workbookOf({
        sheet: `${sheetData([
          inline('A1', '户号') + inline('B1', '户主信息'),
          inline('B2', '姓名') + inline('C2', '电话'),
          inline('A3', 'H1') + inline('B3', '云建国'),
          inline('B4', '何秀英'),
        ])}<mergeCells count="3"><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="A3:A4"/></mergeCells>`,
      }),
    );
    expect(textsOf(rows)).toEqual([
      ['户号', '户主信息', '户主信息'],
      ['户号', '姓名', '电话'],
      ['H1', '云建国'],
      ['H1', '何秀英'],
    ]);
    expect(rows[3]?.cells[0]?.merged).toBe(true);
    expect(table.sheets[0]?.merges).toHaveLength(3);
  });

  it('shared strings lose their phonetic runs and keep all of their rich text', async () => {
    const { rows } = await read(
      workbookOf({
        strings:
          '<si><r><t>云</t></r><r><rPr/><t xml:space="preserve"> 建国</t></r><rPh sb="0" eb="1"><t>ユン</t></rPh></si><si><t>a_x000A_b</t></si>',
        sheet: sheetData([
          '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>99</v></c>',
        ]),
      }),
    );
    expect(textsOf(rows)).toEqual([['云 建国', 'a\nb']]);
  });

  it('formulas give their saved result, errors are told, truth values read', async () => {
    const { rows, codes } = await read(
      workbookOf({
        sheet: sheetData([
          '<c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c><c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="b"><v>1</v></c>',
        ]),
      }),
    );
    expect(rows[0]?.cells.map(({ kind, text }) => [kind, text])).toEqual([
      ['number', '2'],
      ['text', '2x'],
      ['error', '#N/A'],
      ['boolean', 'TRUE'],
    ]);
    expect(rows[0]?.cells[0]?.formula).toBe(true);
    expect(codes).toEqual(['xlsx.formula', 'xlsx.formula', 'xlsx.errorCell']);
  });

  it('knows dates by their format, built in or told, in both systems', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="[红色]0.00&quot;度&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="31"/><xf numFmtId="177"/></cellXfs>';
    const cells = [0, 1, 2, 3, 4].map((s, i) => `<c r="${'ABCDE'[i]}1" s="${s}"><v>32939</v></c>`).join('');
    const { rows } = await read(workbookOf({ styles, sheet: sheetData([cells]) }));
    expect(rows[0]?.cells.map(({ text }) => text)).toEqual([
      '32939',
      '1990-03-07',
      '1990-03-07',
      '1990-03-07',
      '32939',
    ]);
    const old = await read(
      workbookOf({ styles, workbook: '<workbookPr date1904="1"/>', sheet: sheetData([cells]) }),
    );
    expect(old.rows[0]?.cells[1]?.date).toBe('1994-03-08');
  });

  it('strict workbooks with prefixes and ISO dates are workbooks too', async () => {
    const { rows } = await read(
      workbookOf({
        sheet: '',
        more: {
          'xl/worksheets/sheet1.xml':
            '<x:worksheet xmlns:x="urn:strict"><x:dimension ref="A1:XFD1048576"/><x:sheetData><x:row><x:c t="d"><x:v>2026-03-05T00:00:00</x:v></x:c><x:c t="inlineStr"><x:is><x:t>云</x:t></x:is></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="B1:C1"/></x:mergeCells></x:worksheet>',
        },
      }),
    );
    expect(textsOf(rows)).toEqual([['2026-03-05', '云', '云']]);
  });

  it('hidden sheets and rows are marked, far columns left out and told', async () => {
    const { rows, table, codes } = await read(
      workbookOf({
        sheets: '<sheet name="居民" sheetId="1" state="hidden" r:id="s1"/>',
        sheet: `<sheetData><row r="3" hidden="1">${inline('A3', '云')}${inline('XFD3', '远')}</row></sheetData>`,
      }),
    );
    expect(table.sheets[0]?.hidden).toBe(true);
    expect(rows).toMatchObject([{ number: 3, hidden: true }]);
    expect(rows[0]?.cells).toHaveLength(1);
    expect(codes).toEqual(['xlsx.hiddenSheet', 'table.tooManyColumns', 'xlsx.hiddenRow']);
  });

  it('long numbers keep the digits that are known, and no exponent', async () => {
    const { rows } = await read(
      workbookOf({
        sheet: sheetData([
          '<c r="A1"><v>6.21002199003074E+17</v></c><c r="B1"><v>13812345678</v></c><c r="C1"><v>0.1</v></c><c r="D1"><v>1e-7</v></c>',
        ]),
      }),
    );
    expect(rows[0]?.cells.map(({ text }) => text)).toEqual([
      '621002199003074000',
      '13812345678',
      '0.1',
      '0.0000001',
    ]);
  });
});
