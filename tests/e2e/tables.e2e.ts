/**
 * A community out of spreadsheets alone: a list of buildings with coordinates makes them with their homes, a register of the floating
 * population its people, a list of members those who are not on record when the office says so.
 */
import iconv from 'iconv-lite';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readHomes, readStore } from '../../scripts/browser/database.ts';
import { goTo, openLinli, screenshot, whenIdle } from '../../scripts/browser/linli.ts';
import { citizenIdCheckSign } from '../../src/domain/checks/citizen-id.ts';
import type { Building, Community } from '../../src/domain/records/index.ts';
import { useSession } from './harness.ts';
import { give, outcomes, written } from './import-actions.ts';
import { press } from './press.ts';

const session = useSession();
const idOf = (birth: string, sequence: string): string =>
  `412901${birth}${sequence}${citizenIdCheckSign(`412901${birth}${sequence}`)}`;
const gbk = (rows: readonly (readonly string[])[]): Buffer =>
  iconv.encode(rows.map((row) => row.join(',')).join('\r\n'), 'gbk');

const write = async (page: Page): Promise<void> => {
  await press(page, '导入');
  await written(page);
};

describe('spreadsheets alone', () => {
  it('make buildings and homes where their coordinates say', async () => {
    const { page, baseUrl } = session();
    await openLinli(page, baseUrl, '/staff/data/communities');
    await page.fill('#community-name', '云和社区');
    await page.fill('#community-code', '621002001902');
    await page.fill('#community-lng', '107');
    await page.fill('#community-lat', '35');
    await Promise.all([page.waitForEvent('load'), press(page, '新建社区')]);
    await page.waitForFunction(() => 'linli' in window);
    await page.evaluate(() => window.linli.ready);
    await whenIdle(page);
    await give(
      page,
      '楼栋台账.csv',
      gbk([
        ['云和社区楼栋台账', '', '', '', '', '', ''],
        ['小区', '楼号', '层数', '单元数', '梯户比', '高德经度', '高德纬度'],
        ['云和家园', '1号楼', '6层', '3', '一梯两户', '107.6556', '35.7297'],
        ['云和家园', '2号楼', '6层', '3', '一梯两户', '107.6556', '35.7303'],
        ['云和家园', '3号楼', '18层', '1', '两梯四户', '107.6564', '35.7300'],
        ['云和家园', '4号楼', '6层', '3', '一梯两户', '', ''],
      ]),
    );
    await page.getByText('楼栋').first().waitFor();
    await screenshot(page, 'table-of-buildings');
    await press(page, '检查');
    expect(await outcomes(page)).toContain('3 新增');
    await screenshot(page, 'table-of-buildings-checked');
    await write(page);
    const buildings = await readStore<Building>(page, 'buildings');
    expect(buildings.map(({ name, approximate }) => [name, approximate])).toEqual([
      ['1号楼', true],
      ['2号楼', true],
      ['3号楼', true],
    ]);
    expect(await readHomes(page)).toHaveLength(36 + 36 + 72);
    // The empty community has come to where its first buildings are: GCJ-02 is some five hundred metres off.
    const [community] = await readStore<Community>(page, 'communities');
    expect(community?.anchor[0]).toBeCloseTo(107.651, 2);
    await goTo(page, `/staff/building/${buildings[2]?.id ?? ''}`);
    await screenshot(page, 'building-of-a-table');
    expect(await page.getByText('按表格中的坐标生成').count()).toBe(1);
  });

  it('make residents of the floating population, and of members only when told to', async () => {
    const { page } = session();
    await give(
      page,
      '流动人口登记表.csv',
      gbk([
        ['姓名', '性别', '身份证号', '户籍地址', '现住址', '来本地时间', '流动原因', '房东姓名'],
        [
          '柏远行',
          '男',
          idOf('19880402', '031'),
          '河南省',
          '云和家园1-1-301',
          '2024-05-01',
          '务工',
          '何房东',
        ],
        [
          '杏同行',
          '女',
          idOf('19900615', '024'),
          '河南省',
          '云和家园1-1-301',
          '2024-05-01',
          '务工',
          '何房东',
        ],
      ]),
    );
    expect(await page.getByRole('radio', { name: '登记为居民' }).isChecked()).toBe(true);
    await screenshot(page, 'table-of-floating');
    await press(page, '检查');
    expect(await outcomes(page)).toContain('2 新增');
    await write(page);
    expect(await page.evaluate(() => window.linli.counts())).toMatchObject({
      residents: 2,
      households: 1,
      floating: 2,
    });
    await give(
      page,
      '党员花名册.csv',
      gbk([
        ['姓名', '身份证号', '入党时间', '家庭住址'],
        ['松党员', idOf('19700305', '013'), '1995-07-01', '云和家园2-1-101'],
      ]),
    );
    await press(page, '检查');
    expect(await outcomes(page)).toContain('1 未通过');
    await screenshot(page, 'table-of-members-unknown');
    await page.getByRole('button', { name: /登记为居民，重新检查/ }).click();
    expect(await outcomes(page)).toContain('1 新增');
    await write(page);
    expect(await page.evaluate(() => window.linli.counts())).toMatchObject({ residents: 3, members: 1 });
  });
});
