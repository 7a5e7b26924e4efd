/** Headers as offices draw them, and what the tables under them are. */
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOfBytes } from '../../source-file.ts';
import { mappingOf, recallMapping, rememberMapping } from '../mapping.ts';
import { readTable } from '../read-table.ts';
import { createRowFilter } from '../data-rows.ts';
import { type SheetSample, sampleOfSheet } from '../table.ts';
import { ID_A, ID_B, TABLES } from '../testing/forms.ts';
import { csvFile, idOf } from '../testing/tables.ts';
import { inline, sheetData, workbookOf } from '../testing/workbooks.ts';
import { guessTable } from './guess-table.ts';
import { headerSignature } from './header.ts';

type Rows = readonly (readonly string[])[];
const sampleOf = async (rows: Rows, name = '表.csv'): Promise<SheetSample> => {
  const table = await readTable(csvFile(rows, name));
  const [sheet] = table.sheets;
  if (!sheet) throw new Error('no sheet');
  return sampleOfSheet(table, sheet);
};
const guess = async (rows: Rows, name?: string) =>
  guessTable(await sampleOf(rows, name), undefined, '2026-03-05');
const fieldsOf = ({ columns }: ReturnType<typeof guessTable>) => columns.map(({ field }) => field);

const [A, B] = [ID_A, ID_B];
describe('guesses', () => {
  it.each(TABLES)('%s of %s', async (kind, name, rows, fields) => {
    const found = await guess(rows, name);
    expect(found.kind).toBe(kind);
    expect(fieldsOf(found)).toEqual(fields);
    expect(found.confidence).toBeGreaterThan(0.5);
  });

  it.each(TABLES)('%s of %s, whatever the file is called', async (kind, _name, rows) => {
    expect((await guess(rows, 'Book1.csv')).kind).toBe(kind);
  });

  it('a column of IDs is one, whatever it is called; unknown headers are known by what is below', async () => {
    const found = await guess([
      ['甲', '乙', '丙', '姓名', '住址'],
      [A, '13812345678', '男', '云建国', '云和家园3-2-502'],
      [B, '13812345679', '女', '何秀英', '云和家园3-2-502'],
      [idOf('19980101', '033'), '13812345670', '男', '云小海', '云和家园3-2-502'],
    ]);
    expect(fieldsOf(found)).toEqual(['citizenId', 'phone', 'sex', 'name', 'address']);
    expect(found.columns[0]?.by).toBe('content');
  });

  it('a sheet without any header is known by what it holds', async () => {
    const found = await guess([
      ['云建国', '男', A, '云和家园3-2-502'],
      ['何秀英', '女', B, '云和家园3-2-502'],
      ['云小海', '男', idOf('19980101', '033'), '云和家园3-2-502'],
    ]);
    expect(found.header.fromRow).toBe(0);
    expect(fieldsOf(found)).toEqual(['name', 'sex', 'citizenId', 'address']);
    expect(mappingOf(found).firstDataRow).toBe(1);
  });

  it('titles say what no column does', async () => {
    const rows = [
      ['姓名', '身份证号', '住址'],
      ['云建国', idOf('19400305', '011'), '云和家园3-2-502'],
    ];
    const aged = await guess([['云和社区高龄老人登记表'], ...rows]);
    expect([aged.kind, aged.constants]).toEqual(['careNeeds', { careKind: 'aged80' }]);
    const shared = await guess(
      [
        ['姓名', '身份证号', '入党时间'],
        ['云建国', A, '1995-07-01'],
      ],
      '在职党员报到.csv',
    );
    expect(shared.constants['mode']).toBe('shared');
  });
});

describe('headers', () => {
  const DATA = [
    ['H1', '云建国', A, '何秀英', B, '13812345678'],
    ['H2', '柏建国', A, '榆秀英', B, '13812345679'],
  ];

  it('stand below titles and over two rows, in workbooks with merged cells', async () => {
    const cells = (row: number, texts: readonly string[]) =>
      texts.map((text, i) => (text === '' ? '' : inline(`${'ABCDEF'[i]}${row}`, text))).join('');
    const bytes = workbookOf({
      sheet: `${sheetData([
        cells(1, ['云和社区住户登记表']),
        cells(2, ['填报单位：云和社区', '', '', '填表日期：2026年3月']),
        cells(3, ['户号', '户主信息', '', '家庭成员', '', '联系电话']),
        cells(4, ['', '姓名', '身份证号', '姓名', '身份证号', '']),
        ...DATA.map((row, i) => cells(i + 5, row)),
      ])}<mergeCells><mergeCell ref="A1:F1"/><mergeCell ref="A3:A4"/><mergeCell ref="B3:C3"/><mergeCell ref="D3:E3"/><mergeCell ref="F3:F4"/></mergeCells>`,
    });
    const table = await readTable(fileOfBytes('x.xlsx', bytes));
    const [sheet] = table.sheets;
    if (!sheet) throw new Error('no sheet');
    const found = guessTable(await sampleOfSheet(table, sheet));
    expect(found.header).toMatchObject({ fromRow: 3, toRow: 4, firstDataRow: 5 });
    expect(found.header.title).toContain('住户登记表');
    expect(found.columns.map(({ header }) => header)).toEqual([
      '户号',
      '户主信息 / 姓名',
      '户主信息 / 身份证号',
      '家庭成员 / 姓名',
      '家庭成员 / 身份证号',
      '联系电话',
    ]);
    expect(fieldsOf(found)).toMatchObject({
      0: 'householdNo',
      1: 'headName',
      3: 'name',
      4: 'citizenId',
      5: 'phone',
    });
  });

  it('the same in CSV, where merged cells have left gaps', async () => {
    const found = await guess([
      ['云和社区住户登记表'],
      ['户号', '户主信息', '', '家庭成员', '', '联系电话'],
      ['', '姓名', '身份证号', '姓名', '身份证号', ''],
      ...DATA,
    ]);
    expect(found.columns.map(({ header }) => header)).toEqual([
      '户号',
      '户主信息 / 姓名',
      '户主信息 / 身份证号',
      '家庭成员 / 姓名',
      '家庭成员 / 身份证号',
      '联系电话',
    ]);
    expect(found.header.firstDataRow).toBe(4);
  });

  it('have one signature in whatever order, under whatever title', async () => {
    const one = headerSignature(
      await sampleOf([
        ['姓名', '身份证号', '现住址'],
        ['云', A, 'x'],
      ]),
    );
    const other = headerSignature(
      await sampleOf([['某某花名册'], ['现住址 ', '姓 名', '*身份证号：', ''], ['x', '云', A]]),
    );
    expect(one).toBe(other);
    expect(
      headerSignature(
        await sampleOf([
          ['姓名', '身份证号', '电话'],
          ['云', A, '1'],
        ]),
      ),
    ).not.toBe(one);
  });

  it('a mapping is recalled on the next file though its columns have moved', async () => {
    const first = mappingOf(
      await guess([
        ['甲方', '姓名', '身份证号', '住址', '与户主关系'],
        ['x', '云建国', A, '3-2-502', '户主'],
      ]),
    );
    const chosen = { ...first, columns: [...first.columns, { column: 0, header: '甲方', field: 'notes' }] };
    const next = await guess([
      ['住址', '姓名', '身份证号', '与户主关系', '甲方'],
      ['3-2-502', '云建国', A, '户主', 'x'],
    ]);
    const recalled = recallMapping(rememberMapping(chosen), next);
    expect(recalled.columns.map(({ column, field }) => [column, field])).toEqual([
      [0, 'address'],
      [1, 'name'],
      [2, 'citizenId'],
      [3, 'relation'],
      [4, 'notes'],
    ]);
  });

  it('below them, totals, notes, repeated headers and prepared lines are no data', async () => {
    const rows: Rows = [
      ['序号', '姓名', '身份证号', '现住址', '备注'],
      ['1', '云建国', A, '3-2-502', ''],
      ['2', '', '', '', ''],
      ['序号', '姓名', '身份证号', '现住址', '备注'],
      ['2', '何秀英', B, '3-2-502', '合计两人'],
      ['3', '云小海', '', '', '说明：已搬走，请核对'],
      ['合计', '2人', '', '', ''],
      ['填表人：何秀英', '', '', '审核人：云建国', ''],
      ['说明：本表由社区填写，每月更新一次。'],
    ];
    const sample = await sampleOf(rows);
    const skips = createRowFilter(mappingOf(guessTable(sample)));
    expect(sample.rows.map((row) => skips(row))).toEqual([
      'header',
      null,
      'empty',
      'header',
      null,
      null,
      'total',
      'note',
      'note',
    ]);
  });
});

const DATA_FOLDER = join(import.meta.dirname, '../../../../../shared/data/tables');
describe.skipIf(!existsSync(DATA_FOLDER))('real files', () => {
  const open = (name: string) =>
    readTable(fileOfBytes(name, new Uint8Array(readFileSync(join(DATA_FOLDER, name)))));

  it('a list of divisions in GBK', async () => {
    const table = await open('xifeng_divisions_gbk.csv');
    expect([table.encoding, table.delimiter]).toEqual(['gb18030', ',']);
    let count = 0;
    for await (const chunk of table.sheets[0]?.rows() ?? []) count += chunk.length;
    expect(count).toBeGreaterThan(100);
    expect(table.problems.list).toEqual([]);
  });

  it('a demonstration as CSV and as a workbook is the same table', async () => {
    const texts = async (name: string): Promise<string[][]> => {
      const table = await open(name);
      const rows: string[][] = [];
      for await (const chunk of table.sheets[0]?.rows() ?? [])
        rows.push(...chunk.map(({ cells }) => cells.map(({ text }) => text)));
      return rows;
    };
    const csv = await texts('zh_utf8_bom.csv');
    expect(csv).toHaveLength(11);
    // The workbook's times have seconds, which the text was written without.
    const toMinutes = (rows: string[][]) => rows.map((row) => row.map((text) => text.slice(0, 16)));
    expect(toMinutes(await texts('zh_demo.xlsx'))).toEqual(toMinutes(csv));
  });
});
if (!existsSync(DATA_FOLDER)) console.log('skipped: the shared tables are not there');
