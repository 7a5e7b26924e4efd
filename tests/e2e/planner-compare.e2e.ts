/**
 * Somebody compares and remembers: two plans, one with a building painted across, beside each other with linked cameras, the flow that
 * is said of it, a divider moved by keys; the plan is published, and the timeline answers for yesterday and for today.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readStore } from '../../scripts/browser/database.ts';
import { goTo, openLinli, routeOf, whenIdle } from '../../scripts/browser/linli.ts';
import { addDays, formatDate, today } from '../../src/domain/dates.ts';
import type { Building, Grid, GridPlan } from '../../src/domain/records/index.ts';
import { createFrame, ringsToLocal } from '../../src/geometry/frame.ts';
import { shapeContains, Tiling } from '../../src/geometry/tiling/index.ts';
import { visualCentre } from '../../src/geometry/visual-centre.ts';
import { useSession } from './harness.ts';

const session = useSession();

interface Point {
  readonly x: number;
  readonly y: number;
}

const mapOf = (page: Page, name: string) => page.locator(`canvas[data-map="${name}"]`);

/** Millimetres → CSS pixels of a map, as it says of itself. */
const onMap = async (page: Page, selector: string, { x, y }: Point): Promise<Point> => {
  const canvas = page.locator(selector);
  const box = await canvas.boundingBox();
  const [scale = 0, cx = 0, cy = 0] = ((await canvas.getAttribute('data-view')) ?? '').split(' ').map(Number);
  if (box === null) throw new Error('There is no map');
  return { x: box.x + box.width / 2 + (x - cx) * scale, y: box.y + box.height / 2 - (y - cy) * scale };
};

/** Buildings with the point of each that lies deepest inside: the middle of an angular one lies on open ground, where a click chooses a grid. */
const middles = async (page: Page): Promise<(Building & { at: Point })[]> => {
  const [community] = await readStore<{ anchor: [number, number] }>(page, 'communities');
  const frame = createFrame(community?.anchor ?? [0, 0]);
  return (await readStore<Building>(page, 'buildings')).map((building) => {
    const [x, y] = visualCentre(ringsToLocal(frame, building.footprint)).point;
    return { ...building, at: { x: x * 1000, y: y * 1000 } };
  });
};

const addressOf = (building: Building | undefined): string => {
  const { estate = '', name = '' } = building ?? {};
  return name.startsWith(estate) ? name : `${estate}${name}`;
};

const begin = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.locator('canvas[data-view]').waitFor();
  await whenIdle(page);
  return routeOf(page).split('/')[2] ?? '';
};

/** The buildings that were painted (the first of them is asked for), and the grids between which it went; kept from test to test. */
let painted: {
  readonly ids: readonly string[];
  readonly id: string;
  readonly from: string;
  readonly to: string;
} | null = null;
let plans: readonly [changed: string, same: string] = ['', ''];
const known = () => {
  if (painted === null) throw new Error('nothing was painted');
  return painted;
};

describe('comparing plans', () => {
  it('begins two plans and paints a building across in one of them', async () => {
    const { page, baseUrl } = session();
    await openLinli(page, baseUrl, '/planner');
    const changed = await begin(page);
    const [plan] = await readStore<GridPlan>(page, 'gridPlans');
    if (plan === undefined) throw new Error('no plan');
    const tiling = Tiling.of(plan.base);
    const buildings = await middles(page);
    const of = (id: string | null) => buildings.filter(({ gridId }) => gridId === id);
    /** From a building to the nearest one of a grid. */
    const gap = ({ at }: { at: Point }, id: string | null): number =>
      Math.min(...of(id).map((other) => Math.hypot(at.x - other.at.x, at.y - other.at.y)));
    // Of two grids with a main road between them none takes a building of the other: the pair that stands closest.
    const pairs = [...tiling.arcs.values()]
      .filter(({ left, right }) => [left, right].every((id) => id !== null && of(id).length > 3))
      .map(({ left, right }) => ({
        to: left ?? '',
        from: right ?? '',
        near: of(right).sort((one, other) => gap(one, left) - gap(other, left)),
      }))
      .sort((one, other) => {
        const [first, second] = [one.near[0], other.near[0]];
        return first && second ? gap(first, one.to) - gap(second, other.to) : 0;
      });
    const { to, from, near } = pairs[0] ?? { to: '', from: '', near: [] };
    await page.locator(`tr[data-grid="${to}"] button`).first().click();
    await page.keyboard.press('b');
    for (const { at } of near) {
      const { x, y } = await onMap(page, 'canvas[data-view]', at);
      await page.mouse.move(x, y);
      await page.mouse.click(x, y);
      await whenIdle(page);
      // Buildings that would be cut off come along.
      if (await page.getByRole('button', { name: '一并划入' }).isVisible())
        await page.keyboard.press('Enter');
      await whenIdle(page);
      if ((await page.getByRole('button', { name: /^撤销：划入楼栋/ }).count()) > 0) break;
    }
    await page.getByRole('link', { name: '全部方案' }).click();
    await page.getByRole('button', { name: '新建方案' }).waitFor();
    await whenIdle(page);
    const [kept] = await readStore<GridPlan>(page, 'gridPlans');
    for (const { patch } of kept?.steps ?? []) tiling.apply(patch);
    const shape = tiling.shape(to);
    const moved = near.filter(({ at }) => shapeContains(shape, at.x, at.y)).map(({ id }) => id);
    painted = { ids: moved, id: moved[0] ?? '', from, to };
    expect(moved.length).toBeGreaterThan(0);
    const same = await begin(page);
    plans = [changed, same];
    await page.getByRole('link', { name: '全部方案' }).click();
    await whenIdle(page);
  });

  it('two ticked cards are compared, and the flow says who goes where', async () => {
    const { page } = session();
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await page.getByRole('button', { name: '开始对比' }).click();
    await mapOf(page, 'right').waitFor();
    await whenIdle(page);
    expect(routeOf(page)).toContain('/planner/compare/');
    await goTo(page, `/planner/compare/${plans[1]}/${plans[0]}`);
    const { ids, from, to } = known();
    const grids = await readStore<Grid>(page, 'grids');
    const rows = page.locator('tr[data-flow]');
    expect(await rows.count()).toBe(1);
    expect(await rows.first().getAttribute('data-flow')).toBe(`${from} ${to}`);
    const text = await rows.first().innerText();
    for (const grid of [from, to]) expect(text).toContain(grids.find((one) => one.id === grid)?.name);
    expect(await rows.first().locator('[data-metric="buildings"]').innerText()).toBe(String(ids.length));
    const stats = await readStore<{ buildingId: string; households: number }>(page, 'stats');
    expect(await rows.first().locator('[data-metric="households"]').innerText()).toBe(
      String(
        stats
          .filter(({ buildingId }) => ids.includes(buildingId))
          .reduce((sum, { households }) => sum + households, 0),
      ),
    );
    // What one gives the other gets.
    const change = (grid: string) => page.locator(`tr[data-grid="${grid}"] [data-sign]`).innerText();
    expect((await change(from)).slice(1)).toBe((await change(to)).slice(1));
  });

  it('the cameras are linked, and a building is named on both maps', async () => {
    const { page } = session();
    const view = (name: string) => mapOf(page, name).getAttribute('data-view');
    const before = await view('left');
    await page.locator('tr[data-flow] button').click();
    await whenIdle(page);
    expect(await view('left')).not.toBe(before);
    expect(await view('right')).toBe(await view('left'));
    const building = (await middles(page)).find(({ id }) => id === known().id);
    const { x, y } = await onMap(page, 'canvas[data-map="left"]', building?.at ?? { x: 0, y: 0 });
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, -240);
    await page.mouse.move(x + 1, y);
    await whenIdle(page);
    expect(await view('right')).toBe(await view('left'));
    const note = page.getByRole('status').filter({ hasText: '→' });
    expect(await note.innerText()).toContain(building?.name);
    await mapOf(page, 'right').focus();
    await page.keyboard.press('Home');
    await whenIdle(page);
    expect(await view('right')).toBe(await view('left'));
  });

  it('the divider is a slider that keys move, and what changes can be lit alone', async () => {
    const { page } = session();
    await page.getByText('划动', { exact: true }).click();
    const slider = page.getByRole('slider', { name: '分界线' });
    await slider.focus();
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuenow')).toBe('60');
    await page.keyboard.press('Home');
    expect(await slider.getAttribute('aria-valuenow')).toBe('0');
    await page.keyboard.press('PageUp');
    expect(await slider.getAttribute('aria-valuenow')).toBe('10');
    await page.getByText('只看变化', { exact: true }).click();
    await mapOf(page, 'changes').waitFor();
    await whenIdle(page);
    await page.getByText('底色为新网格，条纹为原网格').waitFor();
  });

  it('once published, the timeline answers for yesterday and for today', async () => {
    const { page } = session();
    await goTo(page, `/planner/${plans[0]}`);
    await page.locator('canvas[data-view]').waitFor();
    await whenIdle(page);
    await page.getByRole('button', { name: '发布…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('从哪里到哪里').waitFor();
    const aware = dialog.getByRole('checkbox');
    if ((await aware.count()) > 0) await aware.check();
    await dialog.getByRole('radio', { name: /保留原编码/ }).check();
    await dialog.getByRole('button', { name: '发布', exact: true }).click();
    await page.waitForFunction(() => /#\/planner(\?|$)/.test(window.location.hash));
    await whenIdle(page);
    await page.getByRole('button', { name: '历次版本' }).click();
    await mapOf(page, 'version').waitFor();
    await whenIdle(page);
    const { id, from, to } = known();
    const grids = await readStore<Grid>(page, 'grids');
    const [before, after] = [from, to].map((grid) => grids.find((one) => one.id === grid));
    const building = (await middles(page)).find((one) => one.id === id);
    // Asked by a click on the map, then by its address.
    const { x, y } = await onMap(page, 'canvas[data-map="version"]', building?.at ?? { x: 0, y: 0 });
    await page.mouse.click(x, y);
    await whenIdle(page);
    const answer = page.getByRole('status').filter({ hasText: '属于' });
    expect(await answer.innerText()).toContain(`“${after?.name}”，编码 ${after?.code}`);
    expect(await answer.innerText()).toContain(`自 ${formatDate(today(), 'zh')} 起`);
    await page.locator('input[type=date]').fill(addDays(today(), -1));
    await whenIdle(page);
    const yesterday = await answer.innerText();
    expect(yesterday).toContain(`“${before?.name}”，编码 ${before?.code}`);
    expect(yesterday).toContain(`到 ${formatDate(today(), 'zh')} 划入“${after?.name}”`);
    await page.getByRole('button', { name: '换一栋' }).click();
    await page.getByRole('combobox', { name: '地址或名称' }).fill(addressOf(building));
    await page.locator('.ant-select-item-option').first().click();
    await whenIdle(page);
    expect(await answer.innerText()).toBe(yesterday);
    // By keys along the axis, to the days of which nothing is known.
    const marker = page.getByRole('slider', { name: '日期' });
    await marker.focus();
    await page.keyboard.press('ArrowRight');
    expect(await answer.innerText()).toContain(`“${after?.name}”`);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    await page.getByText('2025年1月1日 之前没有任何记录。').first().waitFor();
    await page.getByRole('button', { name: '到第一天' }).click();
    await mapOf(page, 'version').waitFor();
    await whenIdle(page);
  });

  it('asked for nothing outside, broke no policy and met no error', () => {
    const { misdeeds } = session();
    expect(misdeeds.outsideRequests).toEqual([]);
    expect(misdeeds.policyViolations).toEqual([]);
    expect(misdeeds.errors).toEqual([]);
  });
});
