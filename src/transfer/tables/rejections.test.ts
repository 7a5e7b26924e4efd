/** What was rejected comes back as a file, is corrected, and comes in. */
import { describe, expect, it } from 'vitest';
import { faultsOf, listOf } from '../../domain/testing/small-community.ts';
import { fileOfBytes } from '../source-file.ts';
import { writeRejections } from './rejections.ts';
import { community, idOf, importRows } from './testing/tables.ts';

const HEADER = ['序号', '姓名', '与户主关系', '身份证号', '联系电话', '现住址', '备注'];
const ROWS = [
  ['云和社区居民花名册'],
  HEADER,
  ['1', '云建国', '户主', idOf('19700305', '011'), '13812345678', '云和家园3-2-502', '好,"记"'],
  ['2', '柏建国', '户主', idOf('19650305', '013'), '138', '云和家园3-2-501', '两行\n备注'],
  ['3', '榆建国', '户主', idOf('19600305', '015'), '13812345670', '云合家园3-1-101', '=1+1'],
];

const asFile = (text: string) => fileOfBytes('退回.csv', new TextEncoder().encode(text));

describe('rejections', () => {
  it('hold only the rejected rows, all of their columns, the row and why', async () => {
    const first = await importRows(community(), ROWS);
    expect(first.plan.counts).toEqual({ imported: 1, updated: 0, unchanged: 0, rejected: 2 });
    const text = await writeRejections(first.plan, { mapping: first.mapping, rows: [first.rows] });
    expect(text.startsWith('\ufeff序号,姓名,')).toBe(true);
    const back = await importRows(first.state, asFile(text));
    expect(back.mapping.headers).toEqual([...HEADER, '行号', '原因']);
    expect(back.mapping.columns.map(({ field }) => field)).toEqual(
      first.mapping.columns.map(({ field }) => field),
    );
    expect(back.rows.slice(1).map((row) => row.cells.slice(0, 7).map((cell) => cell.text))).toEqual(
      ROWS.slice(3),
    );
    expect(back.rows.slice(1).map((row) => row.cells[7]?.text)).toEqual(['4', '5']);
    expect(back.rows[1]?.cells[8]?.text).toContain('[联系电话] 手机号“138”');
    expect(back.plan.counts.rejected).toBe(2);

    const corrected = text.replace(',138,', ',13812345679,').replace('云合家园', '云和家园');
    const last = await importRows(first.state, asFile(corrected));
    expect(last.plan.counts).toMatchObject({ imported: 2, rejected: 0 });
    expect(faultsOf(last.state)).toEqual([]);
    expect(listOf(last.state, 'residents').map((r) => r.personal.notes)).toEqual([
      '好,"记"',
      '两行 备注',
      '=1+1',
    ]);
  });

  it('of a file of rejections have these columns once', async () => {
    const first = await importRows(community(), ROWS);
    const text = await writeRejections(first.plan, { mapping: first.mapping, rows: [first.rows] }, 'en');
    const back = await importRows(first.state, asFile(text));
    const again = await writeRejections(back.plan, { mapping: back.mapping, rows: [back.rows] }, 'en');
    expect(again.split('\r\n')[0]).toBe(text.split('\r\n')[0]);
  });

  it('never make a damaged ID look whole', async () => {
    // Its check sign happens to fit the zeros.
    const chance = Array.from({ length: 100 }, (_, i) => `62100219900307${String(i).padStart(2, '0')}`)
      .map((first) => `${first.slice(0, 15)}000`)
      .find((text) => idOf(text.slice(6, 14), text.slice(14, 17)) === text);
    expect(chance).toBeDefined();
    const rows = [
      HEADER,
      ...[1, 2, 3].map((i) => [
        String(i),
        `云建${'国民军'[i - 1]}`,
        '户主',
        chance ?? '',
        '',
        `云和家园3-2-${i}01`,
        '',
      ]),
    ];
    const first = await importRows(community(), rows);
    expect(first.plan.outcomes.map(({ reasons }) => reasons[0]?.code)).toEqual([
      'citizenId.rounded',
      'citizenId.rounded',
      'citizenId.rounded',
    ]);
    const text = await writeRejections(
      { outcomes: first.plan.outcomes.slice(0, 1) },
      { mapping: first.mapping, rows: [first.rows] },
    );
    expect(text).not.toContain('000,');
    const back = await importRows(first.state, asFile(text));
    expect(back.plan.outcomes.map(({ reasons }) => reasons[0]?.code)).toEqual(['citizenId.scientific']);
  });
});
