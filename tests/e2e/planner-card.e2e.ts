/** What is said of a grid beside the map, in the real browser: how many households it should have, and who is missing in it. */
import { describe, expect, it } from 'vitest';
import { readStore } from '../../scripts/browser/database.ts';
import { goTo, routeOf, whenIdle } from '../../scripts/browser/linli.ts';
import type { BuildingHead, Community } from '../../src/domain/records/index.ts';
import { openAction, saveForm } from './desk-actions.ts';
import { useSession } from './harness.ts';
import { press } from './press.ts';
import { beginPlan, biggest, bytes, choose, households, planOf } from './planner-map.ts';

const session = useSession();

describe('beside the map', () => {
  it('a grid gets a target of households of its own, is measured by it, and gives it back', async () => {
    const { page, baseUrl } = session();
    await beginPlan(page, baseUrl);
    const faceId = await biggest(page);
    await choose(page, faceId);
    const standing = page.locator(`tr[data-grid="${faceId}"] [data-standing]`);
    const before = await standing.getAttribute('data-standing');
    const start = await bytes(page);
    await page.getByLabel('目标户数上限').fill('5');
    await page.getByLabel('目标户数下限').fill('1');
    await page.getByLabel('目标户数下限').press('Enter');
    await whenIdle(page);
    expect(await standing.getAttribute('data-standing')).toBe('far');
    expect((await planOf(page)).tiling.face(faceId)?.target).toEqual({ min: 1, max: 5 });
    await page.getByRole('button', { name: '按社区标准' }).click();
    await whenIdle(page);
    expect(await standing.getAttribute('data-standing')).toBe(before);
    expect(await bytes(page)).toBe(start);
  });

  it('the band of the community is changed: the marks follow, and undo brings it back', async () => {
    const { page } = session();
    const marks = (): Promise<(string | null)[]> =>
      page
        .locator('tr[data-grid] [data-standing]')
        .evaluateAll((all) => all.map((mark) => mark.getAttribute('data-standing')));
    const band = async () => (await readStore<Community>(page, 'communities'))[0]?.settings.gridBand;
    const [before, start, borders] = [await marks(), await band(), await bytes(page)];
    expect(before).not.toContain('far');
    const open = page.getByRole('button', { name: '户数标准' });
    await open.click();
    const dialog = page.getByRole('dialog');
    const keep = dialog.getByRole('button', { name: '保存' });
    await dialog.getByLabel('标准下限（户）').fill('9');
    await dialog.getByLabel('标准上限（户）').fill('8');
    await dialog.getByText('标准户数的下限 9 不能大于上限 8').waitFor();
    expect(await keep.isDisabled()).toBe(true);
    await dialog.getByLabel('标准下限（户）').fill('2');
    await dialog.getByLabel('少于多少户时提醒').fill('1');
    await dialog.getByLabel('多于多少户时提醒').fill('9');
    await keep.click();
    await dialog.waitFor({ state: 'hidden' });
    await whenIdle(page);
    expect(await band()).toEqual({ min: 2, max: 8, warnBelow: 1, warnAbove: 9 });
    expect(await marks()).toContain('far');
    await page.getByText('社区标准 2–8 户').waitFor();
    expect(await page.getByLabel('目标户数上限').inputValue()).toBe('8');
    expect(await bytes(page)).toBe(borders);
    await page.getByRole('button', { name: '撤销', exact: true }).last().click();
    await whenIdle(page);
    expect(await band()).toEqual(start);
    expect(await marks()).toEqual(before);
  });

  it('proposals draw a grid towards its own target, and say so', async () => {
    const { page } = session();
    const faceId = await biggest(page);
    await choose(page, faceId);
    await page.getByLabel('目标户数上限').fill('260');
    await page.getByLabel('目标户数下限').fill('180');
    await page.getByLabel('目标户数下限').press('Enter');
    await whenIdle(page);
    await page.getByRole('tab', { name: '建议方案' }).click();
    await page.getByText(/按自己的目标户数划分：.*（180–260 户）/).waitFor();
    await press(page, '给出建议');
    await page.getByRole('button', { name: '采用为新草案' }).nth(2).waitFor({ timeout: 120_000 });
    await whenIdle(page);
    await page.getByRole('button', { name: '在地图上看' }).first().click();
    await whenIdle(page);
    const count = (await households(page)).get(faceId) ?? 0;
    expect(count).toBeGreaterThanOrEqual(180);
    expect(count).toBeLessThanOrEqual(260);
    await page.getByRole('button', { name: '不看了' }).first().click();
    await page.locator('canvas[data-view]').focus();
    await page.keyboard.press('Control+z');
    await whenIdle(page);
    expect((await planOf(page)).tiling.face(faceId)?.target).toBeUndefined();
  });

  it('the day of publication says why it cannot lie ahead', async () => {
    const { page } = session();
    await page.getByRole('button', { name: '发布…' }).click();
    const dialog = page.getByRole('dialog');
    const day = dialog.getByLabel('启用日期', { exact: true });
    const why = (await day.getAttribute('aria-describedby')) ?? '';
    expect(await page.locator(`#${why}`).innerText()).toContain('只能选今天或更早的日期');
    expect(await day.getAttribute('max')).toBe(await day.inputValue());
    await dialog.getByRole('button', { name: /取\s*消/ }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('a building without a head gets one from the list of problems', async () => {
    const { page } = session();
    const route = routeOf(page);
    await page.getByRole('tab', { name: /问题/ }).click();
    // Nobody is missing where nobody lives.
    expect(await page.getByRole('button', { name: '任命楼长' }).count()).toBe(0);
    const [head] = (await readStore<BuildingHead>(page, 'buildingHeads')).filter(
      ({ until }) => until === null,
    );
    await openAction(page, `/staff/building/${head?.buildingId}`, '免去楼长');
    await saveForm(page);
    await goTo(page, route);
    await page.getByRole('tab', { name: /问题/ }).click();
    const before = await readStore<BuildingHead>(page, 'buildingHeads');
    await page.getByRole('button', { name: '任命楼长' }).first().click();
    const dialog = page.getByRole('dialog');
    const row = dialog.locator('li[data-building]').first();
    await row.waitFor();
    await whenIdle(page);
    const buildingId = await row.getAttribute('data-building');
    await row.getByRole('combobox').click();
    await page.locator('.ant-select-item-option').first().click();
    await row.getByRole('button', { name: '任命' }).click();
    await row.getByRole('button', { name: '已任命' }).waitFor();
    await whenIdle(page);
    const after = await readStore<BuildingHead>(page, 'buildingHeads');
    expect(after.length).toBe(before.length + 1);
    expect(after.find(({ id }) => !before.some((old) => old.id === id))).toMatchObject({
      buildingId,
      until: null,
    });
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await whenIdle(page);
  });
});

it('asked for nothing outside, broke no policy and met no error', () => {
  expect(session().misdeeds).toEqual({ outsideRequests: [], policyViolations: [], errors: [] });
});
