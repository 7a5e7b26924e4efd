/** Registers that name people who are not on record: registered with the record they are about, or listed with what is missing. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordState } from '../../../domain/edit-apply.ts';
import { faultsOf, listOf } from '../../../domain/testing/small-community.ts';
import { community, idOf, importRows } from '../testing/tables.ts';

const FLOATING = ['姓名', '性别', '身份证号码', '户籍地', '现住址', '来本地时间', '流动原因', '房东姓名'];
const NEW_A = idOf('19880402', '031');
const NEW_B = idOf('19900615', '024');
const NEW_C = idOf('19951101', '013');
const FATHER = idOf('19700305', '011');
let state: RecordState;

const codesOf = ({ plan }: Awaited<ReturnType<typeof importRows>>): string[] =>
  plan.outcomes.map(({ outcome, reasons }) =>
    outcome === 'rejected' ? reasons.map(({ code }) => code).join() : outcome,
  );
const warningsOf = ({ plan }: Awaited<ReturnType<typeof importRows>>): string[][] =>
  plan.outcomes.map(({ warnings }) => warnings.map(({ code }) => code));

beforeAll(async () => {
  const made = await importRows(community(), [
    ['姓名', '与户主关系', '身份证号', '现住址'],
    ['云建国', '户主', FATHER, '云和家园3-2-502'],
    ['何秀英', '妻', idOf('19720812', '022'), ''],
  ]);
  state = made.state;
});

describe('the floating population', () => {
  const rows = [
    FLOATING,
    ['柏远行', '男', NEW_A, '河南省南阳市', '云和家园1号楼1单元301', '2024-05-01', '务工', '何房东'],
    ['杏同行', '女', NEW_B, '河南省南阳市', '云和家园1-1-301', '2024-05-01', '务工', '何房东'],
  ];

  it('becomes residents of the home, in one household, and registrations; a second time nothing', async () => {
    const first = await importRows(state, rows, { kind: 'floating' });
    expect(codesOf(first)).toEqual(['imported', 'imported']);
    expect(warningsOf(first)).toEqual([
      ['person.registered'],
      ['person.registered', 'import.relationUnknown'],
    ]);
    expect(faultsOf(first.state)).toEqual([]);
    const people = listOf(first.state, 'residents').filter(({ personal }) => personal.name.endsWith('行'));
    expect(
      people.map(({ personal, relation, sex, registration, since }) => [
        personal.name,
        relation,
        sex,
        registration,
        since,
        personal.registeredAddress,
      ]),
    ).toEqual([
      ['柏远行', '02', '1', 'elsewhere', '2024-05-01', '河南省南阳市'],
      ['杏同行', '99', '2', 'elsewhere', '2024-05-01', '河南省南阳市'],
    ]);
    expect(new Set(people.map(({ householdId }) => householdId)).size).toBe(1);
    const home = listOf(first.state, 'dwellings').find(({ id }) => id === people[0]?.dwellingId);
    expect(home).toMatchObject({ room: '301', occupancy: 'let' });
    const registrations = listOf(first.state, 'floatingRegistrations');
    expect(
      registrations.map(({ residentId, reason, direction, personal }) => [
        people.some(({ id }) => id === residentId),
        reason,
        direction,
        personal.landlordName,
      ]),
    ).toEqual([
      [true, '01', 'in', '何房东'],
      [true, '01', 'in', '何房东'],
    ]);
    const second = await importRows(first.state, rows, { kind: 'floating' });
    expect(second.plan.counts).toMatchObject({ unchanged: 2, imported: 0, rejected: 0 });
    expect(second.plan.changes).toEqual([]);
  });

  it('has a household of its own beside a family, and joins it where it is related', async () => {
    const { state: after, ...told } = await importRows(
      state,
      [
        [...FLOATING, '与户主关系'],
        ['柏租客', '男', NEW_A, '河南', '云和家园3-2-502', '2025-05-01', '务工', '云建国', ''],
        ['杏媳妇', '女', NEW_B, '河南', '云和家园3-2-502', '2025-05-01', '婚嫁', '', '儿媳'],
      ],
      { kind: 'floating' },
    );
    expect(codesOf({ ...told, state: after })).toEqual(['imported', 'imported']);
    expect(faultsOf(after)).toEqual([]);
    const households = listOf(after, 'households').filter(({ state: s }) => s === 'active');
    expect(households.map(({ size }) => size).sort()).toEqual([2, 2]);
  });

  it('puts the head first wherever the row stands, and takes the same person once', async () => {
    const { state: after, ...told } = await importRows(
      state,
      [
        [...FLOATING, '与户主关系'],
        ['杏小妹', '女', NEW_B, '河南', '云和家园1-1-302', '2025-05-01', '投靠', '', '配偶'],
        ['柏大哥', '男', NEW_A, '河南', '云和家园1-1-302', '2025-05-01', '务工', '', '户主'],
        ['柏大哥', '男', NEW_A, '河南', '云和家园1-2-302', '2025-05-01', '务工', '', '户主'],
        ['柏别名', '男', NEW_A, '河南', '云和家园1-2-302', '2025-05-01', '务工', '', '户主'],
      ],
      { kind: 'floating' },
    );
    expect(codesOf({ ...told, state: after })).toEqual([
      'imported',
      'imported',
      'unchanged',
      'person.otherName',
    ]);
    expect(faultsOf(after)).toEqual([]);
    expect(
      listOf(after, 'residents')
        .filter(({ personal }) => /^[杏柏]/.test(personal.name))
        .map(({ personal, relation }) => [personal.name, relation])
        .sort(),
    ).toEqual([
      ['杏小妹', '10'],
      ['柏大哥', '02'],
    ]);
  });

  it('says what is missing, and writes nothing of a row that cannot be', async () => {
    const { state: after, ...told } = await importRows(
      state,
      [
        [...FLOATING, '出生日期', '居住证', '发证日期'],
        ['柏无号', '男', '', '河南', '云和家园1-1-401', '2025-05-01', '务工', '', '', '', ''],
        ['柏无房', '男', NEW_A, '河南', '云和家园1号楼', '2025-05-01', '务工', '', '', '', ''],
        ['柏无址', '男', NEW_B, '河南', '', '2025-05-01', '务工', '', '', '', ''],
        ['柏矛盾', '男', NEW_C, '河南', '云和家园1-1-401', '2025-05-01', '务工', '', '1995-11-02', '', ''],
        [
          '柏早证',
          '女',
          NEW_B,
          '河南',
          '云和家园1-1-402',
          '2026-02-01',
          '务工',
          '',
          '',
          '居住证',
          '2026-02-02',
        ],
        ['柏生日', '男', '', '河南', '云和家园1-1-401', '2025-05-01', '务工', '', '1990-02-03', '', ''],
      ],
      { kind: 'floating' },
    );
    expect(codesOf({ ...told, state: after })).toEqual([
      'person.notEnough',
      'person.notEnough',
      'person.notEnough',
      'resident.birthDateDiffers',
      'floating.halfYear',
      'imported',
    ]);
    expect(told.plan.outcomes[0]?.reasons[0]?.zh).toContain('身份证号');
    expect(told.plan.outcomes[1]?.reasons[0]?.zh).toContain('一套住房');
    // The row of the wrong permit has made no resident either.
    expect(listOf(after, 'residents').filter(({ personal }) => personal.name.startsWith('柏'))).toHaveLength(
      1,
    );
  });

  it('does not make a second resident of somebody who may be there under a like name', async () => {
    const told = await importRows(
      state,
      [FLOATING, ['云建囯', '男', '', '', '云和家园3-2-502', '2025-05-01', '务工', '']].map((row, i) => [
        ...row,
        i === 0 ? '出生日期' : '1970-03-05',
      ]),
      { kind: 'floating' },
    );
    expect(codesOf(told)).toEqual(['person.unknown']);
    expect(told.plan.outcomes[0]?.candidates).toHaveLength(1);
  });

  it('is left out where the office says so', async () => {
    const told = await importRows(state, rows, { kind: 'floating', unknownPeople: 'refuse' });
    expect(codesOf(told)).toEqual(['person.unknown', 'person.unknown']);
    expect(told.plan.changes).toEqual([]);
  });
});

describe('members, low-income households and people who need care', () => {
  const members = [
    ['姓名', '身份证号', '入党时间', '家庭住址', '学历'],
    ['柏党员', NEW_A, '2015-07-01', '云和家园1-1-501', '本科'],
    ['杏年轻', NEW_C, '2005-07-01', '云和家园1-1-502', '大专'],
  ];
  it('are listed as not on record unless the office wants them registered', async () => {
    expect(codesOf(await importRows(state, members, { kind: 'memberships' }))).toEqual([
      'person.unknown',
      'person.unknown',
    ]);
    const { state: after, ...told } = await importRows(state, members, {
      kind: 'memberships',
      unknownPeople: 'create',
    });
    expect(codesOf({ ...told, state: after })).toEqual(['imported', 'membership.age']);
    expect(faultsOf(after)).toEqual([]);
    const [made] = listOf(after, 'residents').filter(({ personal }) => personal.name === '柏党员');
    expect(made?.personal.education).toBe('20');
    expect(made?.relation).toBe('02');
    expect(listOf(after, 'memberships').map(({ residentId }) => residentId)).toEqual([made?.id]);
    expect(listOf(after, 'residents').some(({ personal }) => personal.name === '杏年轻')).toBe(false);
  });

  it('join the household of their home, or head a new one', async () => {
    const assistances = await importRows(
      state,
      [
        [
          '户主姓名',
          '身份证号',
          '家庭住址',
          '低保证号',
          '保障人口',
          '月保障金额（元）',
          '保障类别',
          '批准时间',
        ],
        ['柏困难', NEW_A, '云和家园1-2-101', 'D001', '1', '620', 'A类', '2025-05-01'],
      ],
      { kind: 'assistances', unknownPeople: 'create' },
    );
    expect(codesOf(assistances)).toEqual(['imported']);
    expect(faultsOf(assistances.state)).toEqual([]);
    const care = await importRows(
      assistances.state,
      [
        ['姓名', '身份证号', '残疾类别', '残疾等级', '住址', '与户主关系'],
        ['柏老娘', idOf('19480402', '024'), '肢体', '二级', '云和家园1-2-101', '母亲'],
        ['何冒名', NEW_B, '肢体', '二级', '云和家园1-2-101', '户主'],
      ],
      { kind: 'careNeeds', unknownPeople: 'create' },
    );
    expect(codesOf(care)).toEqual(['imported', 'person.otherHead']);
    expect(faultsOf(care.state)).toEqual([]);
    expect(listOf(care.state, 'households').filter(({ size }) => size === 2)).toHaveLength(2);
  });
});
