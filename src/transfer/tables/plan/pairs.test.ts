/** Rows that may be one person: asked, decided, and kept to. */
import { describe, expect, it } from 'vitest';
import { faultsOf, listOf } from '../../../domain/testing/small-community.ts';
import { community, idOf, importRows } from '../testing/tables.ts';

const HEADER = [
  '序号',
  '户号',
  '姓名',
  '与户主关系',
  '性别',
  '公民身份号码',
  '联系电话',
  '现住址',
  '文化程度',
];
const FATHER = idOf('19700305', '011');
const MOTHER = idOf('19720812', '022');
const SON = idOf('19980101', '033');
const FAMILY = [
  HEADER,
  ['1', 'H1', '云建国', '户主', '男', FATHER, '13812345678', '云和家园3号楼2单元502室', '高中'],
  ['2', 'H1', '何秀英', '妻', '女', MOTHER, '138 1234 5679', '云和家园3-2-502', '初中'],
  ['3', 'H1', '云小海', '长子', '男', SON, '', '云和家园3号楼2单元502', '大学本科'],
];

describe('pairs', () => {
  it('the same ID twice in the file waits for a person; merged it is one, kept it is two', async () => {
    const rows = [
      ...FAMILY,
      ['4', 'H2', '云建国', '户主', '男', FATHER, '13700000000', '云和家园1-1-101', '小学'],
    ];
    const first = await importRows(community(), rows);
    expect(first.plan.counts).toMatchObject({ imported: 3, rejected: 1 });
    const [pair] = first.plan.pairs;
    expect(pair).toMatchObject({ kind: 'sameId', row: 5, other: { row: 2 } });
    expect(first.plan.outcomes[3]).toMatchObject({ pair: pair?.key });
    const key = pair?.key ?? '';
    const merged = await importRows(community(), rows, { decisions: new Map([[key, 'merge']]) });
    expect(merged.plan.counts.rejected).toBe(0);
    expect(listOf(merged.state, 'residents').filter((r) => r.personal.citizenId === FATHER)).toMatchObject([
      { personal: { phone: '13700000000' } },
    ]);
    const kept = await importRows(community(), rows, { decisions: new Map([[key, 'keep']]) });
    expect(listOf(kept.state, 'residents').filter((r) => r.personal.citizenId === FATHER)).toHaveLength(2);
    expect(faultsOf(kept.state)).toEqual([]);
    const again = await importRows(kept.state, rows, { decisions: new Map([[key, 'keep']]) });
    expect(again.plan.counts).toMatchObject({ unchanged: 4, rejected: 0 });
  });

  it('a row that repeats another exactly is no question', async () => {
    const { plan } = await importRows(community(), [...FAMILY, ...FAMILY.slice(1)]);
    expect(plan.counts).toMatchObject({ imported: 3, unchanged: 3 });
    expect(plan.pairs).toEqual([]);
  });

  it('the same ID under another name, and the same person with another ID', async () => {
    const { state } = await importRows(community(), FAMILY);
    const renamed = await importRows(
      state,
      FAMILY.map((row) => (row[2] === '云小海' ? row.with(2, '云大海') : row)),
    );
    expect(renamed.plan.pairs).toMatchObject([{ kind: 'sameIdOtherName', row: 4 }]);
    const key = renamed.plan.pairs[0]?.key ?? '';
    const merged = await importRows(
      state,
      FAMILY.map((row) => (row[2] === '云小海' ? row.with(2, '云大海') : row)),
      { decisions: new Map([[key, 'merge']]) },
    );
    expect(listOf(merged.state, 'residents').map((r) => r.personal.name)).toContain('云大海');
    const otherId = FAMILY.map((row) => (row[2] === '云小海' ? row.with(5, idOf('19980101', '055')) : row));
    expect((await importRows(state, otherId)).plan.pairs).toMatchObject([{ kind: 'sameNameBirthHome' }]);
  });

  it('who lives elsewhere by the file moves when that is decided, the household as a whole', async () => {
    const { state } = await importRows(community(), FAMILY);
    const moved = FAMILY.map((row, i) => (i === 0 ? row : row.with(7, '云和家园1号楼1单元101室')));
    const asked = await importRows(state, moved);
    expect(asked.plan.pairs.map(({ kind }) => kind)).toEqual(['moved', 'moved', 'moved']);
    expect(asked.plan.counts.rejected).toBe(3);
    const { plan, state: after } = await importRows(state, moved, { moves: 'move' });
    expect(plan.counts.updated).toBe(3);
    expect(faultsOf(after)).toEqual([]);
    expect(listOf(after, 'households')).toHaveLength(1);
    expect(
      listOf(after, 'dwellings')
        .filter((d) => d.occupancy !== 'vacant')
        .map((d) => d.room),
    ).toEqual(['101']);
    expect((await importRows(after, moved, { moves: 'move' })).plan.counts.unchanged).toBe(3);
    const stay = await importRows(state, moved, { moves: 'stay' });
    expect(stay.plan.counts).toMatchObject({ unchanged: 3 });
  });

  it('one member moves out, and the others keep a head', async () => {
    const { state } = await importRows(community(), FAMILY);
    const alone = [HEADER, ['1', 'H9', '云建国', '户主', '男', FATHER, '', '云和家园1-1-101', '']];
    const { plan, state: after } = await importRows(state, alone, { moves: 'move' });
    expect(plan.counts.updated).toBe(1);
    expect(faultsOf(after)).toEqual([]);
    expect(
      listOf(after, 'households')
        .map(({ size }) => size)
        .sort(),
    ).toEqual([1, 2]);
    expect((await importRows(after, alone, { moves: 'move' })).plan.counts.unchanged).toBe(1);
  });
});
