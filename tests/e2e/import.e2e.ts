/**
 * A community office brings what it has: a new community, a surveyor's CityJSON, homes by rule, a model, a roster in GBK and a list of
 * members as XLSX; and finds a person behind the mesh that is clicked. Then all of it out, and back on another machine.
 */
import { readFile } from 'node:fs/promises';
import { decode } from 'fast-png';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readHomes, readStore } from '../../scripts/browser/database.ts';
import { openContext } from '../../scripts/browser/browser.ts';
import { click3d, goTo, openLinli, whenIdle } from '../../scripts/browser/linli.ts';
import type { Building, Source, SourceLink } from '../../src/domain/records/index.ts';
import { useSession } from './harness.ts';
import { give, outcomes, written } from './import-actions.ts';
import { press } from './press.ts';
import {
  ANCHOR,
  cityjson,
  glb,
  GLB_CORNER,
  membersXlsx,
  PAVILION,
  PERSON,
  residentsCsv,
} from './import-files.ts';

const session = useSession();

const importPlaces = async (page: Page): Promise<void> => {
  await press(page, '导入');
  await written(page);
};
const checkTable = async (page: Page): Promise<string> => {
  await press(page, '检查');
  return outcomes(page);
};
const countsOf = (page: Page) => page.evaluate(() => window.linli.counts());
const buildingNamed = async (page: Page, name: string): Promise<Building> => {
  const found = (await readStore<Building>(page, 'buildings')).find((building) => building.name === name);
  if (!found) throw new Error(`no building ${name}`);
  return found;
};

/** A point of the preview where the model can be taken: the pointer says so. */
const pixelOfModel = async (page: Page): Promise<[number, number]> => {
  // The desk's own scene stays below.
  const canvas = page.locator('canvas').last();
  const box = await canvas.boundingBox();
  if (!box) throw new Error('there is no preview');
  for (let row = 1; row < 24; row++)
    for (let column = 1; column < 24; column++) {
      const [x, y] = [box.x + (box.width * column) / 24, box.y + (box.height * row) / 24];
      await page.mouse.move(x, y);
      if ((await canvas.evaluate((element) => element.style.cursor)) === 'grab') return [x, y];
    }
  throw new Error('the model is nowhere to be taken');
};
/** Thirty-six houses in rows; `metre` in units of the coordinates. */
const townOf = (x: number, y: number, metre: number): Buffer => {
  const features = Array.from({ length: 36 }, (_, i) => {
    const west = x + (i % 6) * 40 * metre;
    const south = y + Math.floor(i / 6) * 40 * metre;
    const [east, north] = [west + 24 * metre, south + 24 * metre];
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    return {
      type: 'Feature',
      properties: { building: 'yes', height: 9 + i },
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
  });
  return Buffer.from(JSON.stringify({ type: 'FeatureCollection', features }));
};

/** Which part of a picture differs from its upper left corner. */
const shareOfBodies = async (canvas: Locator): Promise<number> => {
  const { data, channels } = decode(await canvas.screenshot());
  let other = 0;
  for (let i = 0; i < data.length; i += channels)
    if ([0, 1, 2].some((k) => Math.abs((data[i + k] as number) - (data[k + 8 * channels] as number)) > 12))
      other++;
  return other / (data.length / channels);
};

const dragBy = async (page: Page, [x, y]: readonly [number, number], px: number): Promise<void> => {
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + px / 2, y);
  await page.mouse.move(x + px, y);
  await page.mouse.up();
};

describe('a community of one’s own', () => {
  it('begins empty, where it is said to lie', async () => {
    const { page, baseUrl } = session();
    await openLinli(page, baseUrl, '/staff/data/communities');
    await page.fill('#community-name', '北街社区');
    await page.fill('#community-code', '62100200190');
    await page.fill('#community-lng', String(ANCHOR[0]));
    await page.fill('#community-lat', String(ANCHOR[1]));
    await press(page, '新建社区');
    // A code of eleven digits is none: said at the field, and nothing is lost.
    await page.locator('.ant-form-item-explain-error').first().waitFor();
    await page.fill('#community-code', '621002001902');
    await page.fill('#community-elevation', '1420');
    await Promise.all([page.waitForEvent('load'), press(page, '新建社区')]);
    await page.waitForFunction(() => 'linli' in window);
    await page.evaluate(() => window.linli.ready);
    await whenIdle(page);
    expect(await page.getByText('北街社区').count()).toBeGreaterThan(0);
    expect(await countsOf(page)).toMatchObject({ buildings: 0, residents: 0 });
    expect(await page.getByRole('link', { name: '去导入' }).count()).toBe(1);
  });

  it('shows what it reads of a map before anybody knows where it lies, and the map itself afterwards', async () => {
    const { page } = session();
    // Metres of no system that there is.
    await give(page, 'somewhere.geojson', townOf(91_000_000, 77_000_000, 1));
    const canvas = page.locator('canvas').last();
    expect(await shareOfBodies(canvas)).toBeGreaterThan(0.02);
    await page.getByText('模型自己的坐标，由我摆放').waitFor();
    await press(page, '返回');
    const marks = async () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('mark')
          .map(({ name }) => name)
          .filter((name) => name.startsWith('linli:')),
      );
    await page.evaluate(() => performance.clearMarks());
    await give(page, 'town.geojson', townOf(...ANCHOR, 1e-5));
    await page.getByText('新建 36').waitFor();
    await whenIdle(page);
    expect(await marks()).toEqual(['linli:sketch', 'linli:picture']);
    // The preview alone is left.
    expect(await page.locator('canvas').count()).toBe(2);
    await press(page, '返回');
  });

  it('takes buildings out of a CityJSON file, in its own coordinate system, in one undoable step', async () => {
    const { page } = session();
    await give(page, 'survey.city.json', cityjson());
    await page.getByText('新建 3').waitFor();
    await importPlaces(page);
    const buildings = await readStore<Building>(page, 'buildings');
    expect(buildings.map(({ name, storeys }) => `${name} ${storeys}`).sort()).toEqual([
      '1号楼 6',
      '2号楼 6',
      '3号楼 11',
    ]);
    await page.keyboard.press('Control+z');
    await whenIdle(page);
    expect(await readStore(page, 'buildings')).toEqual([]);
    await page.keyboard.press('Control+Shift+z');
    await whenIdle(page);
    expect(await readStore(page, 'buildings')).toHaveLength(3);
    // The same file again changes nothing, and says so.
    await give(page, 'survey.city.json', cityjson());
    await page.getByText('不变 3').waitFor();
    await press(page, '返回');
  });

  it('makes homes by rule, seen before they are written', async () => {
    const { page } = session();
    const building = await buildingNamed(page, '1号楼');
    await goTo(page, `/staff/building/${building.id}`);
    await page.getByRole('complementary').last().getByRole('button', { name: '生成房屋' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('602').first().waitFor();
    await dialog.getByRole('checkbox', { name: /同小区/ }).check();
    await dialog.getByRole('button', { name: /^生成/ }).click();
    await dialog.waitFor({ state: 'detached' });
    await whenIdle(page);
    const homes = await readHomes(page);
    expect(homes.filter(({ buildingId }) => buildingId === building.id)).toHaveLength(36);
    expect(await countsOf(page)).toMatchObject({ dwellings: 36 + 36 + 66 });
  });

  it('links a model by its name', async () => {
    const { page } = session();
    await give(page, 'model.glb', await glb());
    const place = page.getByRole('region', { name: '在哪里' });
    await place.getByLabel('经度', { exact: true }).fill(String(GLB_CORNER[0]));
    await place.getByLabel('纬度', { exact: true }).fill(String(GLB_CORNER[1]));
    await place.getByLabel('纬度', { exact: true }).press('Enter');
    await whenIdle(page);
    // By hand: taken at one of its houses it moves and, with Shift, turns; the numbers follow.
    const longitude = place.getByLabel('经度', { exact: true });
    const turn = place.getByRole('spinbutton', { name: '旋转（度，顺时针）' });
    const [x, y] = await pixelOfModel(page);
    await dragBy(page, [x, y], 80);
    await whenIdle(page);
    const moved = Number(await longitude.inputValue());
    expect(Math.abs(moved - GLB_CORNER[0])).toBeGreaterThan(1e-5);
    await page.keyboard.down('Shift');
    await dragBy(page, await pixelOfModel(page), 60);
    await page.keyboard.up('Shift');
    await whenIdle(page);
    expect(Number(await turn.inputValue())).not.toBe(0);
    expect(Number(await longitude.inputValue())).toBe(moved);
    await turn.fill('0');
    await longitude.fill(String(GLB_CORNER[0]));
    await place.getByLabel('纬度', { exact: true }).fill(String(GLB_CORNER[1]));
    await place.getByLabel('纬度', { exact: true }).press('Enter');
    await whenIdle(page);
    await page.getByRole('checkbox', { name: /新建楼栋/ }).uncheck();
    await whenIdle(page);
    await page.getByText('未关联 1').waitFor();
    await importPlaces(page);
    const building = await buildingNamed(page, '1号楼');
    const sources = await readStore<Source>(page, 'sources');
    const model = sources.find(({ fileName }) => fileName === 'model.glb');
    const links = await readStore<SourceLink>(page, 'sourceLinks');
    expect(links.filter(({ sourceId }) => sourceId === model?.id)).toMatchObject([
      { key: '1号楼', buildingId: building.id, by: 'name' },
    ]);
    expect(model?.placement?.anchor[0]).toBeCloseTo(GLB_CORNER[0], 6);
  });

  it('lists the meshes without a building and the buildings without a model, and paints them', async () => {
    const { page } = session();
    await goTo(page, '/staff/data/sources');
    const card = page.getByRole('listitem').filter({ hasText: 'model.glb' });
    await card.getByText('未关联楼栋的模型：1 个').click();
    await card.getByRole('combobox', { name: `模型 ${PAVILION} 对应的楼栋` }).click();
    await page.getByRole('option', { name: /2号楼/ }).or(page.getByTitle('2号楼')).last().click();
    await whenIdle(page);
    const links = await readStore<SourceLink>(page, 'sourceLinks');
    expect(links.filter(({ by }) => by === 'hand')).toMatchObject([
      { key: PAVILION, buildingId: (await buildingNamed(page, '2号楼')).id },
    ]);
    expect(await card.getByText('未关联楼栋的模型').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await whenIdle(page);
    // Without the survey's own solids, two of the three are outlines.
    const survey = page.getByRole('listitem').filter({ hasText: 'survey.city.json' });
    await survey.getByRole('switch').click();
    await whenIdle(page);
    await page.getByText('没有模型的楼栋：2 栋').click();
    expect(await page.getByRole('link', { name: '3号楼' }).count()).toBe(1);
    await page.getByRole('link', { name: '在三维中查看' }).click();
    await whenIdle(page);
    const legend = page.getByRole('region', { name: '图例' });
    expect((await legend.innerText()).replace(/\s+/g, ' ')).toMatch(/仅有轮廓 2 .*有模型 1/);
    await page.keyboard.press('Control+z');
    await whenIdle(page);
  });

  it('takes a roster in GBK row by row, and gives back what it could not take', async () => {
    const { page } = session();
    await give(page, '居民.csv', residentsCsv());
    expect(await checkTable(page)).toBe('3 新增 0 更新 0 不变 2 未通过');
    await page.getByText('科学计数法').first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      press(page, '下载未通过的行（改正后可再次导入）'),
    ]);
    const rejected = await readFile(await download.path(), 'utf8');
    expect(rejected).toContain('枫景行');
    expect(rejected).not.toContain(PERSON.name);
    await press(page, '导入');
    await written(page);
    expect(await countsOf(page)).toMatchObject({ residents: 3, households: 2 });
    // The same file twice: nothing new.
    await give(page, '居民.csv', residentsCsv());
    expect(await checkTable(page)).toBe('0 新增 0 更新 3 不变 2 未通过');
    await press(page, '返回');
  });

  it('takes Party members out of an XLSX, and finds them behind the mesh that is clicked', async () => {
    const { page } = session();
    await give(page, '党员.xlsx', await membersXlsx());
    expect(await checkTable(page)).toBe('1 新增 0 更新 0 不变 0 未通过');
    await press(page, '导入');
    await written(page);
    expect(await countsOf(page)).toMatchObject({ members: 1 });

    const building = await buildingNamed(page, '1号楼');
    await goTo(page, '/staff');
    await click3d(page, 'building', building.id);
    expect(page.url()).toContain(building.id);
    const [home] = (await readHomes(page)).filter(
      ({ buildingId, residents }) =>
        buildingId === building.id && residents?.some(({ personal }) => personal.name === PERSON.name),
    );
    if (!home) throw new Error('the person is not in the building');
    await click3d(page, 'dwelling', home.dwellingId);
    const panel = page.getByRole('complementary').last();
    await panel.getByText('云**').first().click();
    await whenIdle(page);
    expect(await panel.innerText()).toContain('党员');
  });

  it('leaves with everything: a sealed backup gives the same community on another machine', async () => {
    const { page, browser, baseUrl } = session();
    await goTo(page, '/staff/data/backup');
    const make = page.getByRole('region', { name: '备份', exact: true });
    for (const field of ['口令', '再输入一次'])
      await make.getByLabel(field, { exact: true }).fill('渡口 苹果 灯塔 三月');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      make.getByRole('button', { name: '备份', exact: true }).click(),
    ]);
    const file = await download.path();
    await whenIdle(page);
    const before = await countsOf(page);
    const people = await readHomes(page);

    const other = await openContext(browser, new URL(baseUrl).origin, { reducedMotion: 'reduce' });
    await openLinli(other.page, baseUrl, '/staff/data/backup');
    const restore = other.page.getByRole('region', { name: '恢复', exact: true });
    await restore.locator('input[type=file]').setInputFiles(file);
    await restore.getByLabel('备份的口令').fill('不是这个口令啊');
    await restore.getByRole('button', { name: '恢复', exact: true }).click();
    await restore.getByRole('alert').waitFor();
    await restore.getByLabel('备份的口令').fill('渡口 苹果 灯塔 三月');
    await Promise.all([
      other.page.waitForEvent('load'),
      restore.getByRole('button', { name: '恢复', exact: true }).click(),
    ]);
    await other.page.waitForFunction(() => 'linli' in window);
    await other.page.evaluate(() => window.linli.ready);
    await whenIdle(other.page);
    expect(await countsOf(other.page)).toEqual(before);
    expect(await readHomes(other.page)).toEqual(people);
    expect(other.misdeeds.outsideRequests).toEqual([]);
    await other.context.close();
  });

  it('asked for nothing outside and broke no policy', () => {
    const { misdeeds } = session();
    expect(misdeeds.outsideRequests).toEqual([]);
    expect(misdeeds.policyViolations).toEqual([]);
  });
});
