/** `npm run convert` as a terminal sees it: how it ends, what it says, and what it has written by then. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'linli-convert-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const BUILDINGS =
  '小区,楼号,层数,单元数,梯户比,经度,纬度\r\n云和家园,1号楼,6,3,一梯两户,107.6507,35.7306\r\n';
const NAMELESS =
  '户号,姓名,与户主关系,公民身份号码,现住址\r\n1,云知秋,户主,110105194912310021,云和家园9号楼1单元101\r\n';

const convert = (files: Readonly<Record<string, string>>, ...options: readonly string[]) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  rmSync(join(folder, 'out.linli'), { force: true });
  const run = spawnSync(
    process.execPath,
    [
      'scripts/run-ts.mjs',
      'scripts/convert/main.ts',
      ...Object.keys(files),
      '--out',
      'out.linli',
      '--report',
      'report.json',
      ...options,
    ],
    { encoding: 'utf8', env: { ...process.env, INIT_CWD: folder, LINLI_PASSPHRASE: '' } },
  );
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as {
    file: string;
    counts: Record<string, number>;
    problems: { code: string }[];
  }[];
  return { ...run, report, written: existsSync(join(folder, 'out.linli')) };
};

describe('how a conversion ends', () => {
  it('0 where something of every file is usable, and the community is there', () => {
    const { status, written, report } = convert({ 'buildings.csv': `${BUILDINGS}云和家园,2号楼,6,3,,,\r\n` });
    expect(report[0]?.counts).toMatchObject({ imported: 1, rejected: 1 });
    expect([status, written]).toEqual([0, true]);
  });

  it('2 where every row of the only table is rejected', () => {
    const { status, written, report, stderr } = convert({ 'roster.csv': NAMELESS });
    expect(report[0]?.counts).toMatchObject({ rejected: 1 });
    expect(report[0]?.problems.map(({ code }) => code)).toContain('convert.allRejected');
    expect([status, written]).toEqual([2, false]);
    expect(stderr).toContain('roster.csv');
    expect(stderr).toContain('社区文件没有写出');
  });

  it('2 where a table holds headers and no row', () => {
    const { status, written, report } = convert({ 'roster.csv': '姓名,公民身份号码,现住址\r\n' });
    expect(report[0]?.problems.map(({ code }) => code)).toEqual(['convert.noRows']);
    expect([status, written]).toEqual([2, false]);
  });

  it('2 where one of two files is refused: nothing is written, unless what is usable was asked for', () => {
    const files = { 'buildings.csv': BUILDINGS, 'roster.csv': NAMELESS };
    const strict = convert(files);
    expect([strict.status, strict.written]).toEqual([2, false]);
    const keeping = convert(files, '--keep-usable');
    expect([keeping.status, keeping.written]).toEqual([2, true]);
    expect(keeping.stdout).toContain('"buildings":1');
  });

  it('2 and nothing written where no file is usable, whatever was asked for', () => {
    const { status, written } = convert({ 'roster.csv': NAMELESS }, '--keep-usable');
    expect([status, written]).toEqual([2, false]);
  });

  it('2 for a text that is no register, however many commas it has', () => {
    const { status, report } = convert({ 'readme.txt': '你好，这是一个说明文件。\n请把它打开，看看。\n' });
    expect(report[0]?.problems.map(({ code }) => code)).toContain('convert.notRecognised');
    expect(report[0]?.counts).not.toHaveProperty('imported');
    expect(status).toBe(2);
  });

  it('0 for a table that is only called .xls, 2 for a web page that is', () => {
    expect(convert({ 'buildings.xls': BUILDINGS }).status).toBe(0);
    const page = convert({ 'buildings.xls': '<html><table><tr><td>楼号</td></tr></table></html>' });
    expect(page.report[0]?.problems.map(({ code }) => code)).toEqual(['table.webPage']);
    expect(page.status).toBe(2);
  });

  it('2 and a sentence for what is no file', () => {
    mkdirSync(join(folder, 'tiles'), { recursive: true });
    const { status, report } = convert({}, 'tiles', 'none.csv');
    expect(report.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['convert.folder'],
      ['convert.missing'],
    ]);
    expect(status).toBe(2);
  });

  it('tells its status in both languages', () => {
    const { stdout, status } = spawnSync(
      process.execPath,
      ['scripts/run-ts.mjs', 'scripts/convert/main.ts', '--help'],
      { encoding: 'utf8' },
    );
    expect(status).toBe(0);
    expect(stdout).toContain('nothing of it could be used');
    expect(stdout).toContain('没有可用的内容');
  });
});
