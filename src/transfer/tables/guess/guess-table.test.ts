/** Headers as offices draw them, and what the tables under them are. */
import { readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOfBytes } from '../../source-file.ts';
import type { ImportKind } from '../fields/field.ts';
import { mappingOf, recallMapping, rememberMapping } from '../mapping.ts';
import { readTable } from '../read-table.ts';
import { createRowFilter } from '../data-rows.ts';
import { type SheetSample, sampleOfSheet } from '../table.ts';
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

const A = idOf('19700305', '011');
const B = idOf('19720812', '022');
const TABLES: readonly (readonly [ImportKind, string, Rows, readonly (string | null)[]])[] = [
  [
    'residents',
    '居民.csv',
    [
      [
        '序号',
        '户号',
        '姓名',
        '与户主关系',
        '性别',
        '公民身份号码',
        '民族',
        '文化程度',
        '婚姻状况',
        '联系方式',
        '现居住地址',
        '户籍地址',
        '人户分离',
        '工作单位',
        '备注',
      ],
      [
        '1',
        'H1',
        '云建国',
        '户主',
        '男',
        A,
        '汉',
        '高中',
        '已婚',
        '13812345678',
        '云和家园3-2-502',
        '云和家园3-2-502',
        '否',
        '云和物业',
        '',
      ],
      [
        '2',
        'H1',
        '何秀英',
        '妻',
        '女',
        B,
        '汉',
        '初中',
        '已婚',
        '13812345679',
        '云和家园3-2-502',
        '北街12号',
        '是',
        '',
        '常住',
      ],
    ],
    [
      null,
      'householdNo',
      'name',
      'relation',
      'sex',
      'citizenId',
      null,
      'education',
      'marital',
      'phone',
      'address',
      'registeredAddress',
      'separated',
      'workplace',
      'notes',
    ],
  ],
  [
    'residents',
    'people.csv',
    [
      [
        'Name',
        'Gender',
        'ID number',
        'Date of birth',
        'Relationship to head',
        'Building',
        'Unit',
        'Room',
        'Mobile',
      ],
      ['云建国', 'Male', A, '1970-03-05', 'Head', '3', '2', '502', '13812345678'],
      ['何秀英', 'Female', B, '1972-08-12', 'Wife', '3', '2', '502', ''],
    ],
    ['name', 'sex', 'citizenId', 'birthDate', 'relation', 'building', 'unit', 'room', 'phone'],
  ],
  [
    'memberships',
    '云和社区党员花名册.csv',
    [
      [
        '序号',
        '姓名',
        '性别',
        '身份证号',
        '出生年月',
        '入党时间',
        '转正时间',
        '所在党支部',
        '党内职务',
        '联系电话',
        '家庭住址',
        '党费缴至',
      ],
      [
        '1',
        '云建国',
        '男',
        A,
        '1970.03',
        '1995.07',
        '1996.07',
        '第一党支部',
        '书记',
        '13812345678',
        '云和家园3-2-502',
        '2026-01',
      ],
    ],
    [
      null,
      'name',
      'sex',
      'citizenId',
      'birthDate',
      'joinedOn',
      'fullOn',
      'branch',
      'partyPost',
      'phone',
      'address',
      'duesPaidTo',
    ],
  ],
  [
    'floating',
    '流动人口登记表.csv',
    [
      [
        '姓名',
        '性别',
        '身份证号码',
        '户籍地',
        '现住址',
        '来本地时间',
        '流动原因',
        '居住证号',
        '房东姓名',
        '房东电话',
        '联系电话',
      ],
      [
        '云建国',
        '男',
        A,
        '河南省',
        '云和家园3-2-502',
        '2024-05-01',
        '务工',
        '',
        '何房东',
        '13912345678',
        '13812345678',
      ],
    ],
    [
      'name',
      'sex',
      'citizenId',
      'place',
      'address',
      'from',
      'reason',
      'permitNo',
      'landlordName',
      'landlordPhone',
      'phone',
    ],
  ],
  [
    'assistances',
    '低保花名册.csv',
    [
      [
        '序号',
        '户主姓名',
        '身份证号',
        '家庭住址',
        '低保证号',
        '保障人口',
        '月保障金额（元）',
        '保障类别',
        '批准时间',
        '致困原因',
        '开户账号',
      ],
      [
        '1',
        '云建国',
        A,
        '云和家园3-2-502',
        'D001',
        '2',
        '1240',
        'A类',
        '2024-05',
        '疾病',
        '6217001234567890123',
      ],
    ],
    [
      null,
      'name',
      'citizenId',
      'address',
      'certificateNo',
      'personsCovered',
      'monthlyYuan',
      'category',
      'approvedOn',
      'assistanceReason',
      'bankAccount',
    ],
  ],
  [
    'careNeeds',
    '残疾人基本信息.csv',
    [
      ['姓名', '身份证号', '残疾类别', '残疾等级', '残疾证号', '监护人', '监护人电话', '住址'],
      ['云建国', A, '肢体', '二级', `${A}42`, '何秀英', '13812345679', '云和家园3-2-502'],
    ],
    [
      'name',
      'citizenId',
      'disability',
      'disabilityLevel',
      'certificateNo',
      'contactName',
      'contactPhone',
      'address',
    ],
  ],
  [
    'organisations',
    '辖区单位名录.csv',
    [
      ['单位名称', '统一社会信用代码', '单位类型', '法定代表人', '行业', '从业人数', '经营地址', '联系电话'],
      [
        '云和物业',
        '91621002MA0000000G',
        '企业',
        '云建国',
        '物业管理',
        '12',
        '云和家园1号楼1单元101',
        '0934-8212345',
      ],
    ],
    ['name', 'creditCode', 'orgKind', 'representative', 'industry', 'staffCount', 'address', 'contactPhone'],
  ],
  [
    'dwellings',
    '房屋台账.csv',
    [
      ['小区', '楼号', '单元', '房号', '建筑面积', '业主姓名', '业主电话', '居住情况'],
      ['云和家园', '3', '2', '502', '86.5', '云建国', '13812345678', '出租'],
    ],
    ['estate', 'building', 'unit', 'room', 'areaSquareMetres', 'ownerName', 'ownerPhone', 'occupancy'],
  ],
  [
    'buildings',
    '楼栋台账.csv',
    [
      ['小区名称', '楼栋号', '总层数', '单元数', '建成年份', '所属网格'],
      ['云和家园', '3', '6', '2', '1998', '第一网格'],
    ],
    ['estate', 'building', 'storeys', 'units', 'yearBuilt', 'grid'],
  ],
  [
    'matters',
    '民情台账.csv',
    [
      [
        '编号',
        '反映人',
        '联系电话',
        '反映内容',
        '来源',
        '受理时间',
        '承办人',
        '办理结果',
        '办结时间',
        '满意度',
      ],
      [
        '1',
        '云建国',
        '13812345678',
        '路灯不亮',
        '热线',
        '2026-03-01 10:00',
        '何秀英',
        '已修复',
        '2026-03-02',
        '满意',
      ],
    ],
    [
      'number',
      'reporterName',
      'reporterPhone',
      'description',
      'channel',
      'openedAt',
      'handlerName',
      'outcome',
      'finishedAt',
      'satisfaction',
    ],
  ],
  [
    'visits',
    '走访记录.csv',
    [
      ['走访日期', '走访对象', '住址', '走访人', '走访情况', '下次走访日期'],
      ['2026-03-01', '云建国', '云和家园3-2-502', '何秀英', '一切都好', '2026-04-01'],
    ],
    ['on', 'name', 'address', 'visitor', 'notes', 'nextOn'],
  ],
  [
    'partyBodies',
    '党组织一览表.csv',
    [
      ['党组织名称', '上级党组织', '书记姓名', '联系电话', '成立时间'],
      ['第一党支部', '云和社区党总支', '云建国', '13812345678', '2019-07-01'],
    ],
    ['name', 'parent', 'secretaryName', 'secretaryPhone', 'foundedOn'],
  ],
  [
    'grids',
    '网格划分表.csv',
    [
      ['网格编码', '网格名称', '网格类型', '网格党支部'],
      ['621002001901001', '第一网格', '基础网格', '第一党支部'],
    ],
    ['code', 'name', 'gridKind', 'branch'],
  ],
  [
    'gridWorkers',
    '网格员名单.csv',
    [
      ['所属网格', '姓名', '职务', '联系电话'],
      ['第一网格', '云建国', '网格员', '13812345678'],
    ],
    ['grid', 'name', 'workerRole', 'phone'],
  ],
  [
    'buildingHeads',
    '党员楼长名单.csv',
    [
      ['负责楼栋', '楼长姓名', '联系电话', '任职时间'],
      ['云和家园3号楼', '云建国', '13812345678', '2025-01-01'],
    ],
    ['building', 'name', 'phone', 'from'],
  ],
  [
    'facilities',
    '服务设施.csv',
    [
      ['设施名称', '设施类别', '地址', '服务半径', '开放时间', '联系电话'],
      ['云和卫生站', '卫生服务站', '云和家园1号楼', '300', '8:30-18:00', '12345'],
    ],
    ['name', 'facilityKind', 'address', 'reachMetres', 'openHours', 'phone'],
  ],
  [
    'services',
    '服务事项清单.csv',
    [
      ['事项名称', '办理地点', '所需材料', '办理时间', '咨询电话'],
      ['居住证办理', '便民服务大厅', '身份证、照片', '工作日', '12345'],
    ],
    ['name', 'facility', 'material', 'hours', 'phone'],
  ],
];

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
