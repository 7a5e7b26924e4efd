/** Registers as workbooks draw them, and longer than anybody's: what becomes of newcomers in them. */
import { describe, expect, it } from 'vitest';
import { listOf } from '../../../domain/testing/small-community.ts';
import { fileOfBytes } from '../../source-file.ts';
import { collectPlan, guessTable, mappingOf, planImport, readTable, sampleOfSheet } from '../index.ts';
import { community, csvFile, directoryOf, existingIn, idOf, importRows, stamp } from '../testing/tables.ts';
import { inline, sheetData, workbookOf } from '../testing/workbooks.ts';

const NEW_A = idOf('19880402', '031');
const state = community();

describe('odd sheets', () => {
  it('a workbook with a title, two header rows, merged cells, days as numbers and damaged IDs', async () => {
    const text = (ref: string, value: string): string => inline(ref, value);
    const number = (ref: string, value: number): string => `<c r="${ref}"><v>${value}</v></c>`;
    const bytes = workbookOf({
      sheet: `${sheetData([
        text('A1', '云和社区流动人口登记表'),
        text('A2', '基本情况') + text('D2', '居住情况') + text('G2', '房东'),
        text('A3', '姓名') +
          text('B3', '身份证号') +
          text('C3', '户籍地') +
          text('D3', '楼栋') +
          text('E3', '房号') +
          text('F3', '来本地时间') +
          text('G3', '姓名') +
          text('H3', '联系电话'),
        text('A4', '柏远行') +
          text('B4', NEW_A) +
          text('C4', '河南') +
          text('D4', '云和家园3号楼') +
          text('E4', '1-201') +
          number('F4', 45_413) +
          text('G4', '何房东') +
          text('H4', '13912345678'),
        text('A5', '柏受损') +
          number('B5', 412_901_198_804_020_030) +
          text('E5', '1-202') +
          number('F5', 45_413),
        text('A6', '合计') + number('B6', 2),
      ])}<mergeCells count="5"><mergeCell ref="A1:H1"/><mergeCell ref="A2:C2"/><mergeCell ref="D2:F2"/><mergeCell ref="G2:H2"/><mergeCell ref="D4:D5"/></mergeCells>`,
    });
    const told = await importRows(state, fileOfBytes('流动人口登记表.xlsx', bytes));
    expect(told.mapping.kind).toBe('floating');
    expect(told.plan.skipped.map(({ row }) => row)).toEqual([6]);
    expect(told.plan.outcomes.map(({ row, outcome }) => [row, outcome])).toEqual([
      [4, 'imported'],
      [5, 'rejected'],
    ]);
    expect(told.plan.outcomes[1]?.reasons[0]?.code).toMatch(/^citizenId\./);
    expect(listOf(told.state, 'floatingRegistrations')[0]).toMatchObject({
      from: '2024-05-01',
      personal: { landlordName: '何房东', landlordPhone: '13912345678' },
    });
    const home = listOf(told.state, 'dwellings').find(({ occupancy }) => occupancy === 'let');
    expect(home).toMatchObject({ unit: 1, room: '201' });
  });
});

describe('a table that is too long', () => {
  it('is taken up to a row that is named, and no row is lost without a word', async () => {
    const address = (i: number): string => `云和家园1-${1 + (i % 2)}-${1 + (Math.floor(i / 2) % 6)}01`;
    const rows = Array.from({ length: 2_500 }, (_, i) => [`柏${i}`, NEW_A, address(i)]);
    const opened = await readTable(csvFile([['姓名', '身份证号', '现住址'], ...rows], '流动人口.csv'));
    const [sheet] = opened.sheets;
    if (!sheet) throw new Error('no sheet');
    const mapping = mappingOf(guessTable(await sampleOfSheet(opened, sheet), 'floating'));
    const plan = await collectPlan(
      planImport(sheet.rows(), mapping, 'floating', directoryOf(state), existingIn(state), {
        stamp: stamp(),
        problems: opened.problems,
        mostRows: 100,
      }),
    );
    const [told] = opened.problems.all();
    expect(told?.code).toBe('table.tooMany');
    expect(told?.where).toBe(`row ${2 + plan.outcomes.length}`);
    expect(plan.outcomes.length).toBeLessThan(2_500);
  });
});
