/** Registers about recorded people: each row finds its person, or is rejected with those who come near. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordState } from '../../../domain/edit-apply.ts';
import { sampleOf } from '../../../domain/testing/samples.ts';
import { faultsOf, listOf } from '../../../domain/testing/small-community.ts';
import { community, idOf, importRows } from '../testing/tables.ts';

const OLD = idOf('19400305', '011');
const FATHER = idOf('19700305', '011');
const MOTHER = idOf('19720812', '022');
const ADDRESS = '云和家园3-2-502';
let state: RecordState;

type Rows = readonly (readonly string[])[];
const outcomes = async (rows: Rows, name?: Parameters<typeof importRows>[2]) => {
  const first = await importRows(state, rows, name);
  const second = await importRows(first.state, rows, name);
  return {
    ...first,
    codes: first.plan.outcomes.map(({ outcome, reasons }) =>
      outcome === 'rejected' ? reasons.map(({ code }) => code).join() : outcome,
    ),
    again: second.plan.counts,
  };
};

beforeAll(async () => {
  const branch = sampleOf('partyBodies', { name: '云和社区第一党支部', parentId: null });
  const base = community();
  const made = await importRows({ ...base, partyBodies: new Map([[branch.id, branch]]) }, [
    ['姓名', '与户主关系', '身份证号', '现住址', '联系电话'],
    ['云建国', '户主', FATHER, ADDRESS, '13812345678'],
    ['何秀英', '妻', MOTHER, '', ''],
    ['云老', '父亲', OLD, '', ''],
    ['榆建国', '户主', idOf('19650305', '013'), '云和家园1-1-101', ''],
    ['榆小海', '长子', idOf('19950305', '015'), '', ''],
    ['云建国', '户主', idOf('19660305', '017'), '和顺新村3-1-101', ''],
  ]);
  expect(made.plan.counts.imported).toBe(6);
  state = made.state;
});

describe('members', () => {
  it('are registered, corrected, and left alone', async () => {
    const rows = [
      ['姓名', '身份证号', '入党时间', '转正时间', '所在党支部', '党费缴至', '责任区', '认领岗位'],
      [
        '云建国',
        FATHER,
        '1995.07',
        '1996-07-01',
        '第一党支部',
        '2026年1月',
        '云和家园3号楼、云和家园1号楼',
        '环境卫生、民情信息',
      ],
    ];
    const { codes, again, state: after, plan } = await outcomes(rows);
    expect(codes).toEqual(['imported']);
    expect(plan.outcomes[0]?.warnings.map(({ code }) => code)).toEqual(['date.month']);
    expect(again.unchanged).toBe(1);
    expect(faultsOf(after)).toEqual([]);
    const [membership] = listOf(after, 'memberships');
    expect(membership).toMatchObject({
      mode: 'direct',
      kind: 'full',
      joinedOn: '1995-07-01',
      fullOn: '1996-07-01',
      duesPaidTo: '2026-01',
      posts: ['sanitation', 'publicVoice'],
    });
    expect(membership?.zoneBuildingIds).toHaveLength(2);
    expect(membership?.branchId).toBe(listOf(after, 'partyBodies')[0]?.id);
    const changed = await importRows(after, [
      rows[0] ?? [],
      ['云建国', FATHER, '1995.07', '1996-07-01', '', '2026年2月', '', ''],
    ]);
    expect(changed.plan.counts.updated).toBe(1);
  });

  it('are rejected without a date, with an unknown branch, or too young', async () => {
    const { codes, plan } = await outcomes([
      ['姓名', '身份证号', '入党时间', '所在党支部'],
      ['云建国', FATHER, '', '第一党支部'],
      ['何秀英', MOTHER, '1995-07-01', '第二党支部'],
      ['榆小海', idOf('19950305', '015'), '2005-07-01', ''],
    ]);
    expect(codes).toEqual(['membership.noJoinedOn', 'name.unknown', 'membership.age']);
    expect(plan.outcomes[1]?.reasons[0]).toMatchObject({ column: '所在党支部' });
    expect(plan.outcomes[1]?.reasons[0]?.zh).toContain('云和社区第一党支部');
  });
});

describe('what members did', () => {
  it('is kept a record each, once, and only of members', async () => {
    const joined = await importRows(
      state,
      [
        ['姓名', '身份证号', '入党时间'],
        ['云建国', FATHER, '1995-07-01'],
      ],
      { kind: 'memberships' },
    );
    const rows = [
      ['姓名', '身份证号', '活动日期', '活动类别', '服务时长', '活动内容'],
      ['云建国', FATHER, '2026-02-01', '志愿服务', '2', '清扫楼道'],
      ['云建国', FATHER, '2026-02-01', '志愿服务', '1.5小时', '防火宣传'],
      ['云建国', FATHER, '2026-02-01', '志愿服务', '2', '清扫楼道'],
      ['何秀英', MOTHER, '2026-02-01', '志愿服务', '2', '清扫楼道'],
    ];
    const first = await importRows(joined.state, rows);
    expect(first.mapping.kind).toBe('duties');
    expect(first.plan.outcomes.map(({ outcome }) => outcome)).toEqual([
      'imported',
      'imported',
      'unchanged',
      'rejected',
    ]);
    expect(first.plan.outcomes[3]?.reasons[0]?.code).toBe('duty.noMember');
    expect(listOf(first.state, 'duties').map(({ hours, personal }) => [hours, personal.what])).toEqual([
      [2, '清扫楼道'],
      [1.5, '防火宣传'],
    ]);
    const second = await importRows(first.state, rows);
    expect(second.plan.changes).toEqual([]);
  });
});

describe('people are found', () => {
  const visit = (cells: readonly string[]): Rows => [
    ['走访日期', '走访对象', '身份证号', '出生日期', '住址', '联系电话', '走访人'],
    ['2026-03-01', ...cells, '何网格'],
  ];
  it.each([
    ['by ID', ['云建国', FATHER, '', '', ''], 'imported'],
    ['by name and birth', ['云建国', '', '1970-03-05', '', ''], 'imported'],
    ['by name and home', ['云建国', '', '', ADDRESS, ''], 'imported'],
    ['by name and phone', ['云建国', '', '', '', '13812345678'], 'imported'],
    ['not by a name alone', ['云建国', '', '', '', ''], 'person.unknown'],
    ['not with a birth that differs', ['云建国', '', '1971-03-05', ADDRESS, ''], 'person.unknown'],
    ['not under another name', ['云建军', FATHER, '', '', ''], 'person.otherName'],
    ['not if nobody is called so', ['柏无', '', '', ADDRESS, ''], 'person.unknown'],
  ])('%s', async (_name, cells, code) => {
    const { codes, again } = await outcomes(visit(cells));
    expect(codes).toEqual([code]);
    expect(again.unchanged + again.rejected).toBe(1);
  });

  it('or those who come near are named', async () => {
    const { plan } = await outcomes(visit(['云建军', '', '', ADDRESS, '']));
    expect(plan.outcomes[0]?.candidates.map(({ label }) => label)).toEqual([
      '云建国，云和家园3号楼2单元502室',
    ]);
    const namesakes = await outcomes(visit(['云建国', '', '', '', '']));
    expect(namesakes.plan.outcomes[0]?.candidates).toHaveLength(2);
  });

  it('a visit to a home needs nobody', async () => {
    const {
      codes,
      again,
      state: after,
    } = await outcomes([
      ['走访日期', '住址', '走访人', '走访情况'],
      ['2026-03-01', ADDRESS, '何网格', '无人'],
      ['', ADDRESS, '何网格', '无人'],
    ]);
    expect(codes).toEqual(['imported', 'visit.noDate']);
    expect(again).toMatchObject({ unchanged: 1, rejected: 1 });
    expect(faultsOf(after)).toEqual([]);
  });
});

describe('registers', () => {
  it('of the floating population', async () => {
    const {
      codes,
      again,
      state: after,
      plan,
    } = await outcomes([
      ['姓名', '身份证号', '来源地', '来本地时间', '流动原因', '居住证', '发证日期', '房东姓名', '房东电话'],
      [
        '榆小海',
        idOf('19950305', '015'),
        '河南省',
        '2024-05-01',
        '打工',
        '有',
        '2024-12-01',
        '何房东',
        '13912345678',
      ],
      ['何秀英', MOTHER, '河南省', '', '陪读', '', '', '', ''],
      ['云建国', FATHER, '河南省', '2024-05-01', '务工', '有', '2024-06-01', '', ''],
    ]);
    expect(codes).toEqual(['imported', 'imported', 'floating.halfYear']);
    expect(plan.outcomes[1]?.warnings.map(({ code }) => code)).toEqual(['import.fromToday']);
    expect(again).toMatchObject({ unchanged: 2, rejected: 1 });
    expect(faultsOf(after)).toEqual([]);
    expect(listOf(after, 'floatingRegistrations')[0]).toMatchObject({
      direction: 'in',
      reason: '01',
      permit: 'residencePermit',
    });
  });

  it('of low-income households', async () => {
    const {
      codes,
      again,
      state: after,
      mapping,
    } = await outcomes([
      ['低保花名册'],
      ['户主姓名', '身份证号', '低保证号', '保障人口', '月保障金额', '保障类别', '批准时间'],
      ['云建国', FATHER, 'D001', '2', '1,240元', 'B类', '2024-05-20'],
      ['榆建国', idOf('19650305', '013'), 'D002', '5', '620', 'A类', '2024-05-20'],
      ['合计', '', '', '7', '1860', '', ''],
    ]);
    expect(mapping.kind).toBe('assistances');
    expect(codes).toEqual(['imported', 'assistance.persons']);
    expect(again).toMatchObject({ unchanged: 1, rejected: 1 });
    expect(faultsOf(after)).toEqual([]);
    expect(listOf(after, 'assistances')[0]).toMatchObject({
      kind: 'lowIncome',
      category: 'B',
      personsCovered: 2,
      residentId: null,
      personal: { monthlyYuan: 1240 },
    });
  });

  it('of people who need care', async () => {
    const {
      codes,
      again,
      state: after,
    } = await outcomes([
      ['高龄老人登记表'],
      ['姓名', '身份证号', '住址', '监护人', '监护人电话'],
      ['云老', OLD, ADDRESS, '云建国', '13812345678'],
      ['云建国', FATHER, ADDRESS, '', ''],
    ]);
    expect(codes).toEqual(['imported', 'careNeed.tooYoung']);
    expect(again).toMatchObject({ unchanged: 1, rejected: 1 });
    expect(faultsOf(after)).toEqual([]);
    const disabled = await outcomes([
      ['姓名', '身份证号', '残疾类别', '残疾等级'],
      ['何秀英', MOTHER, '肢体残疾', '二级'],
    ]);
    expect(listOf(disabled.state, 'careNeeds')[0]).toMatchObject({
      kind: 'disabled',
      disability: 'physical',
      disabilityLevel: 2,
    });
  });

  it('of building heads, who must be members', async () => {
    const member = await importRows(state, [
      ['姓名', '身份证号', '入党时间'],
      ['云建国', FATHER, '1995-07-01'],
      ['榆建国', idOf('19650305', '013'), '1990-07-01'],
    ]);
    const rows = [
      ['负责楼栋', '楼长姓名', '身份证号', '任职时间'],
      ['云和家园3号楼', '云建国', FATHER, '2025-01-01'],
      ['云和家园1号楼', '何秀英', MOTHER, '2025-01-01'],
      ['云和家园9号楼', '榆建国', idOf('19650305', '013'), '2025-01-01'],
    ];
    const { plan, state: after } = await importRows(member.state, rows);
    expect(plan.outcomes.map(({ outcome, reasons }) => reasons[0]?.code ?? outcome)).toEqual([
      'imported',
      'buildingHead.noMember',
      'address.unknown',
    ]);
    expect(faultsOf(after)).toEqual([]);
    const next = await importRows(after, [
      rows[0] ?? [],
      ['云和家园3号楼', '榆建国', idOf('19650305', '013'), '2026-01-01'],
    ]);
    expect(next.plan.counts.imported).toBe(1);
    expect(listOf(next.state, 'buildingHeads').map(({ until }) => until)).toEqual(['2026-01-01', null]);
    expect(
      (
        await importRows(next.state, [
          rows[0] ?? [],
          ['云和家园3号楼', '榆建国', idOf('19650305', '013'), '2026-01-01'],
        ])
      ).plan.counts.unchanged,
    ).toBe(1);
  });
});
