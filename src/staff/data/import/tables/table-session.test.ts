/** A table from its reading to the database and back, in a community that is empty until then. */
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { citizenIdCheckSign } from '../../../../domain/checks/citizen-id.ts';
import { closeStore, everything, openStore, places, undo } from '../../../../storage/index.ts';
import { fileOfBytes } from '../../../../transfer/source-file.ts';
import { checkedCommunity, installEmpty } from '../../communities/new-community.ts';
import { TableSession } from './table-session.ts';
import type { CheckedTable, TableChoice } from './views.ts';

const quiet = new AbortController().signal;
const nothing = (): void => undefined;
const idOf = (birth: string, sequence: string): string =>
  `412901${birth}${sequence}${citizenIdCheckSign(`412901${birth}${sequence}`)}`;
const csv = (name: string, rows: readonly (readonly string[])[]) =>
  fileOfBytes(name, new TextEncoder().encode(rows.map((row) => row.join(',')).join('\r\n')));

const openEmpty = async (): Promise<void> => {
  const made = checkedCommunity(
    { name: '云和社区', code: '621002001902', district: '西峰区', anchor: [107, 35], elevationMetres: 1420 },
    Date.UTC(2026, 2, 5),
  );
  if (!made.ok) throw new Error('no community');
  await installEmpty(made.value);
  await openStore(made.value.community.id, { desk: '一号窗口' });
};

const check = async (session: TableSession, more: Partial<TableChoice> = {}): Promise<CheckedTable> => {
  const { mapping } = await session.guess(0, async () => null);
  const choice: TableChoice = {
    sheet: 0,
    mapping,
    withoutDamagedId: false,
    wrongPhonesToNotes: false,
    moves: 'ask',
    unknownPeople: null,
    crs: '',
    makeHomes: true,
    decisions: new Map(),
    ...more,
  };
  return session.check(choice, '一号窗口', nothing, quiet);
};
const buildingsCsv = () =>
  csv('楼栋台账.csv', [
    ['小区', '楼号', '层数', '单元数', '梯户比', '经度', '纬度'],
    ['云和家园', '1号楼', '6', '3', '一梯两户', '107.6507', '35.7306'],
    ['云和家园', '2号楼', '6', '3', '一梯两户', '107.6507', '35.7312'],
    ['云和家园', '3号楼', '6', '3', '一梯两户', '', ''],
  ]);
const countOf = async (table: string): Promise<number> => {
  let count = 0;
  for await (const batch of everything()) if (batch.table === table) count += batch.records.length;
  return count;
};

afterEach(closeStore);

describe('a list of buildings', () => {
  it('makes an empty community, moves it there, and goes again in one step; a second time nothing', async () => {
    await openEmpty();
    const session = await TableSession.open(buildingsCsv());
    const checked = await check(session);
    expect(checked.counts).toEqual({ imported: 2, updated: 0, unchanged: 0, rejected: 1 });
    expect(checked.created.map(({ name }) => name)).toEqual(['1号楼', '2号楼']);
    expect(checked.movesTo?.[0]).toBeCloseTo(107.6507, 4);
    expect(checked.landing).toHaveLength(2);
    expect(await session.write('一号窗口', nothing, quiet)).toMatchObject({ ok: true });
    const after = await places();
    expect(after.buildings.map(({ approximate }) => approximate)).toEqual([true, true]);
    expect(after.community.anchor[1]).toBeCloseTo(35.7309, 4);
    expect(await countOf('dwellings')).toBe(72);

    const again = await check(await TableSession.open(buildingsCsv()));
    expect(again.counts).toEqual({ imported: 0, updated: 0, unchanged: 2, rejected: 1 });
    expect(again.movesTo).toBeNull();

    await undo();
    const undone = await places();
    expect(undone.buildings).toEqual([]);
    expect(undone.community.anchor).toEqual([107, 35]);
  });
});

describe('rows that are rejected', () => {
  it('come back as a file with their reasons, in the order of the table, whatever the plan did first', async () => {
    await openEmpty();
    const list = await TableSession.open(buildingsCsv());
    await check(list);
    await list.write('一号窗口', nothing, quiet);
    const session = await TableSession.open(
      csv('居民.csv', [
        ['户号', '姓名', '与户主关系', '身份证号', '现住址'],
        ['1', '云知秋', '户主', idOf('19700305', '013'), '云和家园1-1-101'],
        ['2', '何若水', '户主', '41290119700305013Z', '云和家园1-1-102'],
        ['3', '柏明远', '户主', idOf('19710305', '013'), '云和家园9-1-101'],
        ['4', '松清和', '户主', '', '云和家园2-1-101'],
      ]),
    );
    const checked = await check(session);
    expect(checked.counts).toEqual({ imported: 1, updated: 0, unchanged: 0, rejected: 3 });
    expect(checked.rejected.map(({ row }) => row)).toEqual([3, 4, 5]);
    expect(checked.landing.map(({ rows }) => rows)).toEqual([3]);
    const lines = (await (await session.rejections('zh')).text()).trim().split('\r\n');
    expect(lines.map((line) => line.split(',')[1])).toEqual(['姓名', '何若水', '柏明远', '松清和']);
    expect(lines[3]).toContain('没有身份证号');
    expect(await session.write('一号窗口', nothing, quiet)).toMatchObject({ ok: true, changes: 3 });
    expect([await countOf('residents'), await countOf('households')]).toEqual([1, 1]);
  });
});

describe('a register of people who are not on record', () => {
  it('is checked as its kind is used to, and as a person chooses', async () => {
    await openEmpty();
    const list = await TableSession.open(buildingsCsv());
    await check(list);
    await list.write('一号窗口', nothing, quiet);
    const members = () =>
      csv('党员花名册.csv', [
        ['姓名', '身份证号', '入党时间', '家庭住址'],
        ['松党员', idOf('19700305', '013'), '1995-07-01', '云和家园1-1-101'],
      ]);
    const refused = await check(await TableSession.open(members()));
    expect(refused.counts.rejected).toBe(1);
    expect(refused.unknownPeople).toBe(1);
    const session = await TableSession.open(members());
    const taken = await check(session, { unknownPeople: 'create' });
    expect(taken.counts.imported).toBe(1);
    expect(taken.unknownPeople).toBe(0);
    await session.write('一号窗口', nothing, quiet);
    expect([await countOf('residents'), await countOf('memberships'), await countOf('households')]).toEqual([
      1, 1, 1,
    ]);
  });
});
