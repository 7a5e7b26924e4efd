/** Tables of places and services: what is there is corrected, what is not is made, and the second time nothing happens. */
import { describe, expect, it } from 'vitest';
import type { RecordState } from '../../../domain/edit-apply.ts';
import type { RecordOf } from '../../../domain/records/index.ts';
import { COMMUNITY_ID, NOON, sampleOf } from '../../../domain/testing/samples.ts';
import { faultsOf, listOf } from '../../../domain/testing/small-community.ts';
import { community, importRows } from '../testing/tables.ts';

type Rows = readonly (readonly string[])[];

const start = (): RecordState => {
  const branch = sampleOf('partyBodies', { name: '第一党支部', parentId: null });
  const grid: RecordOf<'grids'> = {
    id: '01J0000000000000000000000G',
    communityId: COMMUNITY_ID,
    createdAt: NOON,
    updatedAt: NOON,
    revision: 1,
    code: '621002001901001',
    sequence: 1,
    kind: 'basic',
    name: '第一网格',
    boundary: [
      [
        [
          [107, 35],
          [107.1, 35],
          [107.1, 35.1],
        ],
      ],
    ],
    branchId: null,
    validFrom: '2020-01-01',
    validTo: null,
    parents: [],
  };
  return { ...community(), partyBodies: new Map([[branch.id, branch]]), grids: new Map([[grid.id, grid]]) };
};

const twice = async (rows: Rows, state = start()) => {
  const first = await importRows(state, rows);
  const second = await importRows(first.state, rows);
  // A register of homes comes before that of their people: a let home may have nobody yet.
  expect(faultsOf(first.state).filter((fault) => !fault.endsWith('let with nobody'))).toEqual([]);
  expect(first.plan.outcomes).toHaveLength(first.rows.length - 1);
  return {
    ...first,
    codes: first.plan.outcomes.map(({ outcome, reasons }) =>
      outcome === 'rejected' ? reasons.map(({ code }) => code).join() : outcome,
    ),
    again: second.plan.outcomes.map(({ outcome }) => outcome),
  };
};

describe('records', () => {
  it('homes: corrected, added where the building has them, rejected elsewhere', async () => {
    const { codes, again, state } = await twice([
      ['小区', '楼号', '单元', '房号', '建筑面积', '业主姓名', '居住情况'],
      ['云和家园', '3', '2', '502', '86.5㎡', '云建国', '出租'],
      ['云和家园', '3', '2', '503', '70', '何秀英', '空置'],
      ['云和家园', '3', '2', '503', '70', '何秀英', '空置'],
      ['云和家园', '3', '2', '903', '70', '何秀英', '空置'],
      ['云和家园', '8', '2', '101', '70', '', ''],
    ]);
    expect(codes).toEqual(['updated', 'imported', 'unchanged', 'dwelling.floor', 'address.unknown']);
    expect(again).toEqual(['unchanged', 'unchanged', 'unchanged', 'rejected', 'rejected']);
    expect(listOf(state, 'dwellings').find((d) => d.personal.ownerName === '云建国')).toMatchObject({
      occupancy: 'let',
      areaSquareMetres: 86.5,
    });
    expect(listOf(state, 'dwellings').find((d) => d.room === '503')).toMatchObject({
      unit: 2,
      floor: 5,
      door: 3,
    });
  });

  it('buildings: corrected only', async () => {
    const { codes, again, state } = await twice([
      ['小区', '楼栋号', '总层数', '建成年份', '所属网格', '别名'],
      ['云和家园', '3', '6', '2001年', '1号网格', '东楼、银行楼'],
      ['云和家园', '8', '6', '2001', '', ''],
    ]);
    expect(codes).toEqual(['updated', 'building.noFootprint']);
    expect(again).toEqual(['unchanged', 'rejected']);
    expect(listOf(state, 'buildings')[0]).toMatchObject({
      yearBuilt: 2001,
      gridId: '01J0000000000000000000000G',
      aliases: ['银行楼', '东楼'],
    });
  });

  it('organisations: by credit code, else by name', async () => {
    const { codes, again, state } = await twice([
      ['单位名称', '统一社会信用代码', '单位类型', '行业', '从业人数', '经营地址', '联系电话'],
      ['云和物业', '91621002MA0000000G', '企业', '物业', '12人', '云和家园1号楼1单元101', '0934-8212345'],
      ['和顺面馆', '', '个体', '餐饮', '3', '云和家园1号楼1单元102', ''],
      ['坏代码', '91310115MA1G4L1WXK', '企业', '', '', '', ''],
      ['无处', '', '企业', '', '', '云和家园77号楼', ''],
      ['', '', '企业', '', '', '', '0934-8212345'],
    ]);
    expect(codes).toEqual([
      'imported',
      'imported',
      'creditCode.checksum',
      'address.unknown',
      'field.missing',
    ]);
    expect(again.slice(0, 2)).toEqual(['unchanged', 'unchanged']);
    expect(listOf(state, 'organisations')[0]).toMatchObject({
      kind: 'company',
      staffCount: 12,
      dwellingIds: [expect.any(String)],
    });
    expect(listOf(state, 'dwellings').filter((d) => d.occupancy === 'business')).toHaveLength(2);
    const renamed = await importRows(state, [
      ['单位名称', '统一社会信用代码', '行业'],
      ['云和物业公司', '91621002MA0000000G', '物业'],
    ]);
    expect(renamed.plan.counts.updated).toBe(1);
  });

  it('facilities and their services', async () => {
    const facilities = await twice([
      ['设施名称', '设施类别', '地址', '服务半径', '联系电话'],
      ['云和卫生站', '卫生服务站', '云和家园1号楼', '300', '12345'],
      ['云和大厅', '便民服务大厅', '社区服务中心', '', ''],
      ['无处', '阅览室', '月球', '', ''],
    ]);
    expect(facilities.codes).toEqual(['imported', 'imported', 'address.unknown']);
    expect(facilities.again).toEqual(['unchanged', 'unchanged', 'rejected']);
    const services = await twice(
      [
        ['事项名称', '办理地点', '所需材料', '咨询电话'],
        ['居住证办理', '云和大厅', '身份证、照片', '12345'],
        ['献血', '没有的站', '身份证', ''],
      ],
      facilities.state,
    );
    expect(services.codes).toEqual(['imported', 'name.unknown']);
    expect(services.again).toEqual(['unchanged', 'rejected']);
    expect(listOf(services.state, 'services')[0]).toMatchObject({
      material: ['身份证', '照片'],
      matterKind: 'timed',
    });
  });

  it('matters: with their numbers, or given the next', async () => {
    const { codes, again, state } = await twice([
      ['反映人', '反映内容', '来源', '受理时间', '办结时间', '办理结果', '满意度', '事发地点'],
      [
        '云建国',
        '3号楼前路灯不亮',
        '热线',
        '2026-03-01 10:00',
        '2026-03-02',
        '已修复',
        '满意',
        '云和家园3号楼',
      ],
      ['何秀英', '想装健身器材', '信箱', '2026-03-03', '', '', '', ''],
    ]);
    expect(codes).toEqual(['imported', 'imported']);
    expect(again).toEqual(['unchanged', 'unchanged']);
    expect(listOf(state, 'matters')).toMatchObject([
      {
        number: '2026-0001',
        stage: 'archived',
        open: false,
        channel: 'hotline',
        satisfaction: 'satisfied',
        openedAt: Date.UTC(2026, 2, 1, 2),
      },
      { number: '2026-0002', stage: 'accept', open: true, channel: 'mailbox' },
    ]);
  });

  it('Party bodies, grids and who works in them', async () => {
    const bodies = await twice([
      ['党组织名称', '级别', '上级党组织', '书记姓名', '成立时间'],
      ['云和社区党总支', '社区党总支', '', '云建国', '2019-07-01'],
      ['第二党支部', '支部', '云和社区党总支', '何秀英', '2020-07-01'],
      ['第三党支部', '支部', '没有的总支', '', ''],
    ]);
    expect(bodies.codes).toEqual(['imported', 'imported', 'name.unknown']);
    expect(bodies.again).toEqual(['unchanged', 'unchanged', 'rejected']);
    const grids = await twice([
      ['网格编码', '网格名称', '网格党支部'],
      ['621002001901001', '云和第一网格', '第一党支部'],
      ['621002001901002', '第二网格', ''],
    ]);
    expect(grids.codes).toEqual(['updated', 'grid.noBoundary']);
    expect(grids.again).toEqual(['unchanged', 'rejected']);
    const workers = await twice([
      ['所属网格', '姓名', '职务', '联系电话'],
      ['第一网格', '云建国', '网格长', '13812345678'],
      ['第一网格', '何秀英', '网格员', '13812345679'],
      ['第九网格', '何秀英', '网格员', ''],
    ]);
    expect(workers.codes).toEqual(['imported', 'imported', 'name.unknown']);
    expect(workers.again).toEqual(['unchanged', 'unchanged', 'rejected']);
  });
});
