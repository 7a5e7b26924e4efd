/** Whatever a roster holds: one outcome a row, a community without faults, and nothing to do the second time. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../../../domain/testing/small-community.ts';
import { community, idOf, importRows } from '../testing/tables.ts';

const HEADER = [
  '户号',
  '姓名',
  '与户主关系',
  '性别',
  '身份证号',
  '出生日期',
  '联系电话',
  '现住址',
  '户籍地址',
  '文化程度',
  '备注',
];
const pick = fc.constantFrom;
const birth = pick('19400101', '19700305', '19720812', '19980101', '20200615');
const id = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(birth, fc.integer({ min: 1, max: 40 }))
      .map(([date, n]) => idOf(date, String(n).padStart(3, '0'))),
  },
  { weight: 1, arbitrary: pick('', '6.21E+17', '621002199003071', "'621002", '621002199003074000') },
);
/** Mostly the first. */
const mostly = (usual: string, ...others: string[]) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: pick(...others) });
const row = fc.tuple(
  pick('', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'),
  fc.oneof(
    { weight: 9, arbitrary: pick('云建国', '何秀英', '云 小 海', '柏知秋', '榆若水', '松明远') },
    { weight: 1, arbitrary: fc.constant('') },
  ),
  pick('户主', '户主', '妻', '长子', '女儿', '父亲', '本人', '非亲属', '非亲属', '儿媳', ''),
  mostly('', '男', '女', '1'),
  id,
  mostly('', '1970-03-05', '1998.1.1', '二〇二〇年', '1940'),
  mostly('', '13812345678', '138 1234 5679 / 0934-8212345', '坏'),
  pick(
    '云和家园3-2-502',
    '云和家园3号楼2单元502室',
    '云和家园1-1-101',
    '云和家园3-1-201',
    '云和家园1-2-601',
    '',
    '3-2-502',
  ),
  mostly('', '云和家园1-1-102', '河南省'),
  mostly('', '本科', '天书'),
  mostly('', '常住', '合计'),
);
const roster = fc.array(row, { minLength: 1, maxLength: 14 });
const decision = pick('merge' as const, 'keep' as const);

describe('planning', () => {
  it('gives one outcome a row and nothing to do the second time', async () => {
    let imported = 0;
    await fc.assert(
      fc.asyncProperty(
        roster,
        fc.boolean(),
        pick('ask' as const, 'move' as const, 'stay' as const),
        async (rows, spares, moves) => {
          const table = [HEADER, ...rows];
          const options = {
            withoutDamagedId: spares,
            wrongPhonesToNotes: spares,
            moves,
            kind: 'residents' as const,
          };
          const first = await importRows(community(), table, options);
          const { outcomes, skipped, counts, changes } = first.plan;
          const data = first.rows.length - 1;
          expect(outcomes.length + skipped.length).toBe(data);
          expect(new Set(outcomes.map((outcome) => outcome.row)).size).toBe(outcomes.length);
          for (const { outcome, reasons, records } of outcomes) {
            expect(outcome === 'rejected').toBe(reasons.length > 0);
            if (outcome === 'imported') expect(records.length).toBeGreaterThan(0);
          }
          expect(faultsOf(first.state)).toEqual([]);
          const keys = changes.map((change) => `${change.table}/${'put' in change ? change.put.id : ''}`);
          expect(new Set(keys).size).toBe(keys.length);
          imported += counts.imported;

          const second = await importRows(first.state, table, options);
          const rejected = outcomes
            .filter(({ outcome }) => outcome === 'rejected')
            .map((outcome) => outcome.row);
          const took = second.plan.outcomes
            .filter((one) => !rejected.includes(one.row))
            .map(({ row: n, outcome }) => [n, outcome]);
          if (moves !== 'move') expect(took).toEqual(took.map(([n]) => [n, 'unchanged']));
          expect(faultsOf(second.state)).toEqual([]);
        },
      ),
      { numRuns: 250 },
    );
    expect(imported).toBeGreaterThan(500);
  });

  it('keeps to what a person decided', async () => {
    await fc.assert(
      fc.asyncProperty(roster, decision, async (rows, answer) => {
        const table = [HEADER, ...rows];
        const asked = await importRows(community(), table, { kind: 'residents' });
        const decisions = new Map(asked.plan.pairs.map(({ key }) => [key, answer]));
        const decided = await importRows(community(), table, { kind: 'residents', decisions });
        expect(faultsOf(decided.state)).toEqual([]);
        expect(decided.plan.outcomes.length).toBe(asked.plan.outcomes.length);
        const still = decided.plan.outcomes.filter(({ pair }) => pair !== null && decisions.has(pair));
        expect(still).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
