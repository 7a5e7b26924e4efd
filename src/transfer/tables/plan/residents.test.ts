/** Rosters of residents: households are made, found again, corrected; what is wrong is rejected with its reason. */
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

describe('a roster of residents', () => {
  it('may have thousands in one home, as a hall of residence has', async () => {
    const people = Array.from({ length: 4_000 }, (_, n) => [
      `云知秋${n}`,
      idOf(`19${40 + (n % 60)}0305`, String(Math.floor(n / 60)).padStart(3, '0')),
      '云和家园3号楼2单元502室',
    ]);
    const { plan, state } = await importRows(community(), [['姓名', '公民身份号码', '现住址'], ...people]);
    expect(plan.counts).toEqual({ imported: 4_000, updated: 0, unchanged: 0, rejected: 0 });
    expect(listOf(state, 'households').map(({ size }) => size)).toEqual([4_000]);
  });

  it('makes a household, and leaves it unchanged the second time', async () => {
    const first = await importRows(community(), FAMILY);
    expect(first.mapping.kind).toBe('residents');
    expect(first.plan.outcomes.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, 'imported'],
      [3, 'imported'],
      [4, 'imported'],
    ]);
    expect(faultsOf(first.state)).toEqual([]);
    const [household] = listOf(first.state, 'households');
    expect(household).toMatchObject({ size: 3, personal: { bookletNo: 'H1' } });
    const residents = listOf(first.state, 'residents');
    expect(
      residents.map((r) => [r.personal.name, r.relation, r.sex, r.birthYear, r.personal.education]),
    ).toEqual([
      ['云建国', '02', '1', 1970, '60'],
      ['何秀英', '10', '2', 1972, '70'],
      ['云小海', '20', '1', 1998, '20'],
    ]);
    expect(residents[1]?.personal.phone).toBe('13812345679');
    const second = await importRows(first.state, FAMILY);
    expect(second.plan.counts).toEqual({ imported: 0, updated: 0, unchanged: 3, rejected: 0 });
    expect(second.plan.changes).toEqual([]);
  });

  it('corrects what has changed, and only that', async () => {
    const { state } = await importRows(community(), FAMILY);
    const changed = FAMILY.map((row) =>
      row[2] === '何秀英' ? row.with(8, '大专').with(6, '13900000001') : row,
    );
    const { plan, state: after } = await importRows(state, changed);
    expect(plan.outcomes.map(({ outcome }) => outcome)).toEqual(['unchanged', 'updated', 'unchanged']);
    const before = listOf(state, 'residents').find((r) => r.personal.name === '何秀英');
    expect(plan.changes).toHaveLength(1);
    expect(plan.changes[0]?.expect).toEqual({ revision: before?.revision, updatedAt: before?.updatedAt });
    expect(listOf(after, 'residents').find((r) => r.personal.name === '何秀英')?.personal).toMatchObject({
      education: '30',
      phone: '13900000001',
    });
    expect(faultsOf(after)).toEqual([]);
  });

  it('an empty cell takes nothing away', async () => {
    const { state } = await importRows(community(), FAMILY);
    const { plan } = await importRows(
      state,
      FAMILY.map((row, i) => (i === 0 ? row : row.with(6, '').with(8, '').with(4, ''))),
    );
    expect(plan.counts.unchanged).toBe(3);
  });

  it('adds a newborn to a household that is there', async () => {
    const { state } = await importRows(community(), FAMILY);
    const child = ['4', 'H1', '云小溪', '孙女', '女', idOf('20250101', '042'), '', '', ''];
    const { plan, state: after } = await importRows(state, [...FAMILY, child]);
    expect(plan.outcomes.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
      'unchanged',
      'imported',
    ]);
    expect(listOf(after, 'households')).toMatchObject([{ size: 4 }]);
    expect(faultsOf(after)).toEqual([]);
  });

  it('makes households from a head and the rows below, where nothing numbers them', async () => {
    const rows = [
      ['姓名', '与户主关系', '身份证号', '现住址'],
      ['云建国', '户主', FATHER, '云和家园3-2-502'],
      ['何秀英', '妻', MOTHER, ''],
      ['柏建国', '户主', idOf('19650305', '011'), '云和家园3-2-502'],
      ['柏小海', '长子', idOf('19950305', '013'), ''],
      ['榆建国', '本人', idOf('19550305', '011'), '云和家园3-1-101'],
    ];
    const { plan, state } = await importRows(community(), rows);
    expect(plan.counts.imported).toBe(5);
    expect(listOf(state, 'households').map(({ size }) => size)).toEqual([2, 2, 1]);
    expect(faultsOf(state)).toEqual([]);
    expect((await importRows(state, rows)).plan.counts.unchanged).toBe(5);
  });

  it('makes households by home where there are no relations, and names the first as head', async () => {
    const rows = [
      ['姓名', '出生日期', '楼号', '单元', '房号', '小区'],
      ['云建国', '1970年3月5日', '3', '2', '502', '云和家园'],
      ['何秀英', '1972.8.12', '3', '2', '502', '云和家园'],
    ];
    const { plan, state } = await importRows(community(), rows);
    expect(
      plan.outcomes.map(({ outcome, warnings }) => [outcome, ...warnings.map(({ code }) => code)]),
    ).toEqual([['imported'], ['imported', 'import.relationUnknown']]);
    expect(listOf(state, 'residents').map((r) => r.relation)).toEqual(['02', '97']);
    expect((await importRows(state, rows)).plan.counts.unchanged).toBe(2);
  });

  it('appoints a head where the file names none, and turns the relations', async () => {
    const rows = FAMILY.filter((row) => row[2] !== '云建国');
    const { plan, state } = await importRows(community(), rows);
    expect(plan.counts.imported).toBe(2);
    expect(listOf(state, 'residents').map((r) => [r.personal.name, r.relation])).toEqual([
      ['何秀英', '02'],
      ['云小海', '20'],
    ]);
    expect((await importRows(state, rows)).plan.counts.unchanged).toBe(2);
  });

  it('knows where people are registered from words, or from the registered address', async () => {
    const rows = [
      ['姓名', '与户主关系', '身份证号', '现住址', '户籍地址', '人户分离'],
      ['云建国', '户主', FATHER, '云和家园3-2-502', '云和家园3号楼2单元502室', ''],
      ['何秀英', '妻', MOTHER, '云和家园3-2-502', '云和家园1号楼1单元101室', ''],
      ['云小海', '长子', SON, '云和家园3-2-502', '甘肃省庆阳市西峰区南街9号', ''],
      ['云小溪', '孙女', idOf('20200101', '042'), '云和家园3-2-502', '河南省郑州市', ''],
      ['云老', '父亲', idOf('19400101', '051'), '云和家园3-2-502', '', '是'],
    ];
    const { state, plan } = await importRows(community(), rows, { district: '西峰区' });
    expect(plan.counts.imported).toBe(5);
    expect(faultsOf(state)).toEqual([]);
    expect(listOf(state, 'residents').map((r) => [r.registration, r.registeredDwellingId !== null])).toEqual([
      ['here', false],
      ['separated', true],
      ['separated', false],
      ['elsewhere', false],
      ['separated', false],
    ]);
    expect((await importRows(state, rows, { district: '西峰区' })).plan.counts.unchanged).toBe(5);
  });
});

describe('rows that are rejected', () => {
  const codes = async (rows: readonly (readonly string[])[], options = {}) => {
    const { plan } = await importRows(community(), rows, options);
    return plan.outcomes.map(({ outcome, reasons }) =>
      outcome === 'rejected' ? reasons.map(({ code }) => code).join() : outcome,
    );
  };
  const withCell = (row: number, column: number, text: string) =>
    FAMILY.map((cells, i) => (i === row ? cells.with(column, text) : cells));

  it.each([
    ['an ID that a spreadsheet rounded', 3, 5, '6.21002E+17', 'citizenId.scientific'],
    ['an ID with an apostrophe', 3, 5, `'${SON}`, 'citizenId.apostrophe'],
    ['a wrong check sign', 3, 5, SON.slice(0, 17) + (SON.endsWith('1') ? '2' : '1'), 'citizenId.checksum'],
    ['a wrong phone', 3, 6, '1381234', 'phone.mobile'],
    ['an unknown relation', 3, 3, '云游', 'code.unknown'],
    ['a relation that contradicts the sex', 3, 3, '长女', 'household.sex'],
    ['a sex that contradicts the ID', 3, 4, '女', 'resident.sexDiffers,household.sex'],
    ['no name', 3, 2, '', 'resident.noName'],
    ['a second spouse', 3, 3, '夫', 'import.surplusRelation'],
    ['a second head', 3, 3, '户主', 'import.twoHeads'],
    ['neither ID nor birth', 3, 5, '', 'resident.birthUnknown'],
  ])('%s, and the others are taken', async (_name, row, column, text, code) => {
    expect(await codes(withCell(row, column, text))).toEqual(['imported', 'imported', code]);
  });

  it('a home that is not there, with the nearest', async () => {
    const rows = FAMILY.map((row, i) => (i === 0 ? row : row.with(7, '云和家园3号楼2单元509室')));
    const { plan } = await importRows(community(), rows);
    const [first] = plan.outcomes;
    expect(first?.reasons).toMatchObject([
      { code: 'address.noHome', row: 2, column: '现住址', field: 'address', where: 'row 2, 现住址' },
    ]);
    expect(first?.candidates[0]?.label).toMatch(/^云和家园3号楼2单元50[12]室$/);
  });

  it('members whose head is rejected, all together', async () => {
    expect(await codes(withCell(1, 5, '6.21002E+17'))).toEqual([
      'citizenId.scientific',
      'import.headRejected',
      'import.headRejected',
    ]);
  });

  it('a rounded ID as text, told by its column', async () => {
    const rounded = (id: string) => `${id.slice(0, 15)}000`;
    const rows = FAMILY.map((row, i) => (i === 0 ? row : row.with(5, rounded(row[5] ?? ''))));
    expect(new Set(await codes(rows))).toEqual(new Set(['citizenId.rounded']));
  });

  it('are taken without the damaged ID when that is chosen, and once only', async () => {
    const rows = withCell(3, 5, '199801015555').map((row, i) =>
      i === 3 ? row.with(5, `${SON.slice(0, 15)}000`) : row,
    );
    const withBirth = rows.map((row, i) => [
      ...row,
      ['出生日期', '1970-03-05', '1972-08-12', '1998-01-01'][i] ?? '',
    ]);
    const first = await importRows(community(), withBirth, { withoutDamagedId: true });
    expect(first.plan.counts.imported).toBe(3);
    const son = listOf(first.state, 'residents').find((r) => r.personal.name === '云小海');
    expect(son?.personal).not.toHaveProperty('citizenId');
    expect(son?.personal.birthDate).toBe('1998-01-01');
    expect(JSON.stringify([...first.state.residents.values()])).not.toContain('000"');
    const second = await importRows(first.state, withBirth, { withoutDamagedId: true });
    expect(second.plan.counts.unchanged).toBe(3);
    const third = await importRows(second.state, FAMILY);
    expect(third.plan.outcomes.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'updated']);
  });

  it('a wrong phone goes to the notes when that is chosen', async () => {
    const { plan, state } = await importRows(community(), withCell(2, 6, '8212345'), {
      wrongPhonesToNotes: true,
    });
    expect(plan.counts.imported).toBe(3);
    expect(listOf(state, 'residents')[1]?.personal.notes).toBe('待核实电话：8212345');
    expect(plan.outcomes[1]?.warnings.map(({ code }) => code)).toEqual(['phone.landLine']);
  });

  it('a head for a household that has one', async () => {
    const { state } = await importRows(community(), FAMILY);
    const other = [
      HEADER,
      ['9', 'H1', '柏建国', '户主', '男', idOf('19650305', '011'), '', '云和家园3-2-502', ''],
    ];
    const { plan } = await importRows(state, other);
    expect(plan.outcomes[0]?.reasons[0]).toMatchObject({ code: 'import.otherHead' });
    expect(plan.outcomes[0]?.reasons[0]?.zh).toContain('云建国');
  });
});
