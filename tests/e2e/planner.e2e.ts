/**
 * Somebody redraws grids: a plan begins with the grids of the sample, a shared border is pulled with the mouse, a building is painted
 * across, grids are split and merged, the page is reloaded in between, the plan is published, and one undo takes it all back.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readStore } from '../../scripts/browser/database.ts';
import { goTo, openLinli, routeOf, whenIdle } from '../../scripts/browser/linli.ts';
import type { Building, Grid } from '../../src/domain/records/index.ts';
import { createFrame } from '../../src/geometry/frame.ts';
import { useSession } from './harness.ts';
import { press } from './press.ts';
import { boxOf, click, drag, households, inner, middleOf, planOf, type Point, total } from './planner-map.ts';

const session = useSession();

/** Buildings with their middle in millimetres of the frame. */
const placedBuildings = async (page: Page): Promise<(Building & { at: Point })[]> => {
  const [community] = await readStore<{ anchor: [number, number] }>(page, 'communities');
  const frame = createFrame(community?.anchor ?? [0, 0]);
  return (await readStore<Building>(page, 'buildings')).map((building) => {
    const ring = (building.footprint[0] ?? []).map((point) => frame.toLocal(point));
    const mean = (at: 0 | 1): number =>
      (1000 * ring.reduce((sum, point) => sum + point[at], 0)) / Math.max(1, ring.length);
    return { ...building, at: { x: mean(0), y: mean(1) } };
  });
};

describe('the planner', () => {
  it('begins a plan with the grids of the community', async () => {
    const { page, baseUrl } = session();
    await openLinli(page, baseUrl, '/planner');
    await press(page, '新建方案');
    await page.locator('canvas[data-view]').waitFor();
    await whenIdle(page);
    const counts = await households(page);
    expect(counts.size).toBe((await readStore(page, 'grids')).length);
    expect(total(counts)).toBe(await page.evaluate(() => window.linli.counts().households));
  });

  it('a shared border follows the mouse: both grids change, the sum does not', async () => {
    const { page } = session();
    const before = await households(page);
    const { tiling } = await planOf(page);
    // The border that moves most households when it is pulled by a third of the grid beside it.
    const arc = inner(tiling).find(({ left, right }) =>
      [left, right].every((id) => (before.get(id ?? '') ?? 0) > 200),
    );
    if (arc === undefined) throw new Error('no border between two big grids');
    const from = middleOf(tiling, arc.vertexIds);
    const target = boxOf(tiling, arc.right ?? '');
    const to = { x: from.x + (target.x - from.x) * 0.7, y: from.y + (target.y - from.y) * 0.7 };
    await drag(page, from, to, false);
    // While the button is down the counts ride at the cursor, and nothing is kept yet.
    const note = page.getByRole('status').filter({ hasText: '→' });
    await note.waitFor();
    expect(await note.innerText()).toMatch(/▲[\s\S]*▼|▼[\s\S]*▲/);
    expect((await planOf(page)).plan.cursor).toBe(0);
    await page.mouse.up();
    await whenIdle(page);
    const after = await households(page);
    expect(after.get(arc.left ?? '')).toBeGreaterThan(before.get(arc.left ?? '') ?? 0);
    expect(after.get(arc.right ?? '')).toBeLessThan(before.get(arc.right ?? '') ?? 0);
    expect(total(after)).toBe(total(before));
    const now = (await planOf(page)).tiling;
    expect(now.arcs.get(arc.id)).toMatchObject({ left: arc.left, right: arc.right });
    expect(now.shape(arc.left ?? '').areaMm2 + now.shape(arc.right ?? '').areaMm2).toBeCloseTo(
      tiling.shape(arc.left ?? '').areaMm2 + tiling.shape(arc.right ?? '').areaMm2,
      -3,
    );
  });

  it('a move that cannot be bounces back with the reason', async () => {
    const { page } = session();
    const { tiling, plan } = await planOf(page);
    const junction = [...tiling.vertices.values()].find(
      ({ id }) =>
        tiling.arcsAt(id).length > 2 &&
        tiling.arcsAt(id).every((arcId) => inner(tiling).some((arc) => arc.id === arcId)),
    );
    if (junction === undefined) throw new Error('no inner junction');
    await drag(page, junction, { x: junction.x + 900_000, y: junction.y + 40_000 });
    const refused = page.locator('[data-kind="refused"]');
    await refused.waitFor();
    expect((await refused.innerText()).length).toBeGreaterThan(6);
    await page.keyboard.press('Escape');
    const now = (await planOf(page)).plan;
    expect(now.cursor - plan.cursor).toBeLessThanOrEqual(1);
  });

  it('Esc gives a drag back', async () => {
    const { page } = session();
    const before = await planOf(page);
    const [arc] = inner(before.tiling);
    const from = middleOf(before.tiling, arc?.vertexIds ?? []);
    await drag(page, from, { x: from.x + 20_000, y: from.y + 20_000 }, false);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await whenIdle(page);
    expect(JSON.stringify((await planOf(page)).tiling.toData())).toBe(JSON.stringify(before.tiling.toData()));
  });

  it('a building is painted across, and the border follows', async () => {
    const { page } = session();
    const { tiling } = await planOf(page);
    const buildings = await placedBuildings(page);
    const before = await households(page);
    // The lived-in building of one grid that is nearest to the middle of another one beside it.
    const [to, from] = (() => {
      const arc = inner(tiling).find(({ left, right }) =>
        [left, right].every((id) => (before.get(id ?? '') ?? 0) > 100),
      );
      return [arc?.left ?? '', arc?.right ?? ''];
    })();
    const { x, y } = boxOf(tiling, to);
    const near = buildings
      .filter(({ use }) => use === 'residential')
      .filter(({ at }) => {
        const shape = boxOf(tiling, from);
        return at.x > shape.west && at.x < shape.east && at.y > shape.south && at.y < shape.north;
      })
      .sort((a, b) => Math.hypot(a.at.x - x, a.at.y - y) - Math.hypot(b.at.x - x, b.at.y - y));
    await page.locator(`tr[data-grid="${to}"] button`).first().click();
    await page.keyboard.press('b');
    for (const { at } of near) {
      await click(page, at);
      if (await page.getByRole('button', { name: '一并划入' }).isVisible())
        await page.keyboard.press('Enter');
      await whenIdle(page);
      if ((await households(page)).get(to) !== before.get(to)) break;
    }
    const after = await households(page);
    expect(after.get(to)).toBeGreaterThan(before.get(to) ?? 0);
    expect(total(after)).toBe(total(before));
    const step = (await planOf(page)).plan.steps.at(-1);
    expect(step?.label).toBe('paint');
  });

  it('a grid is split by a line, two are merged, all of it survives a reload, undone and done again', async () => {
    const { page, baseUrl } = session();
    const before = await households(page);
    const { tiling } = await planOf(page);
    const [biggest = ''] = [...before].sort((a, b) => b[1] - a[1])[0] ?? [];
    const { x, north, south } = boxOf(tiling, biggest);
    await page.locator(`tr[data-grid="${biggest}"] button`).first().click();
    await page.keyboard.press('s');
    await click(page, { x, y: north + 3000 });
    await click(page, { x: x + 2000, y: south - 3000 });
    // Enter ends the line where its last point is on no border, and takes what it makes.
    for (let tries = 0; tries < 2 && (await households(page)).size === before.size; tries++) {
      await page.keyboard.press('Enter');
      await whenIdle(page);
    }
    const split = await households(page);
    expect(split.size).toBe(before.size + 1);
    expect(total(split)).toBe(total(before));

    await page.keyboard.press('m');
    const now = (await planOf(page)).tiling;
    const pair = inner(now).find(({ left, right }) => left !== biggest && right !== biggest);
    if (pair === undefined) throw new Error('no two neighbours beside the split one');
    await page.locator(`tr[data-grid="${pair.left}"] button`).first().click();
    const label = await page.locator(`tr[data-grid="${pair.right}"] button`).first().innerText();
    await page.getByRole('tab', { name: '网格' }).click();
    await page.getByRole('combobox', { name: '合并' }).click();
    await page.locator('.ant-select-item-option').filter({ hasText: label.trim() }).last().click();
    await whenIdle(page);
    const merged = await households(page);
    expect(merged.size).toBe(before.size);

    const data = JSON.stringify((await planOf(page)).tiling.toData());
    await openLinli(page, baseUrl, routeOf(page));
    expect(await households(page)).toEqual(merged);
    const { plan } = await planOf(page);
    await page.locator('canvas[data-view]').focus();
    for (let step = 0; step < plan.cursor; step++) await page.keyboard.press('Control+z');
    await whenIdle(page);
    expect((await planOf(page)).tiling.toData()).toEqual(plan.base);
    for (let step = 0; step < plan.cursor; step++) await page.keyboard.press('Control+Shift+z');
    await whenIdle(page);
    expect(JSON.stringify((await planOf(page)).tiling.toData())).toBe(data);
  });

  it('lists problems and flies to them', async () => {
    const { page } = session();
    await page.getByRole('tab', { name: /问题/ }).click();
    const view = await page.locator('canvas[data-view]').getAttribute('data-view');
    await page.locator('canvas[data-view]').focus();
    await page.keyboard.press('n');
    await whenIdle(page);
    expect(await page.locator('canvas[data-view]').getAttribute('data-view')).not.toBe(view);
    expect(await page.locator('li[data-chosen="true"]').count()).toBe(1);
  });

  it('makes proposals in figures, and a draft of the one that is accepted', async () => {
    const { page } = session();
    const before = routeOf(page);
    await page.getByRole('tab', { name: '建议方案' }).click();
    await press(page, '给出建议');
    await page.getByRole('button', { name: '采用为新草案' }).nth(2).waitFor({ timeout: 120_000 });
    await whenIdle(page);
    // Looked at, it counts in the table, and nothing of it stays.
    const shown = await households(page);
    await page.getByRole('button', { name: '在地图上看' }).first().click();
    await whenIdle(page);
    const proposed = await households(page);
    expect(total(proposed)).toBe(total(shown));
    expect([...proposed].filter(([id, count]) => shown.get(id) !== count).length).toBeGreaterThan(1);
    await page.keyboard.press('Escape');
    await whenIdle(page);
    expect(await households(page)).toEqual(shown);
    await page.getByRole('button', { name: '采用为新草案' }).first().click();
    await page.waitForFunction((route) => !window.location.hash.includes(route), before, { timeout: 60_000 });
    await whenIdle(page);
    const { plan } = await planOf(page);
    expect(plan.steps.at(-1)?.label).toBe('proposal');
    const counts = [...(await households(page)).values()];
    expect(counts.filter((count) => count >= 300 && count <= 500).length).toBeGreaterThan(counts.length / 2);
    await goTo(page, before);
    await whenIdle(page);
  });

  it('is published with everything following, and taken back by one undo', async () => {
    const { page } = session();
    await page.locator('canvas[data-view]').waitFor();
    const [oldGrids, oldBuildings] = [
      await readStore<Grid>(page, 'grids'),
      await readStore<Building>(page, 'buildings'),
    ];
    const counts = await households(page);
    await press(page, '发布…');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('从哪里到哪里').waitFor();
    const aware = dialog.getByRole('checkbox');
    if ((await aware.count()) > 0) await aware.check();
    await dialog.getByRole('button', { name: '发布', exact: true }).click();
    await page.waitForFunction(() => /#\/planner(\?|$)/.test(window.location.hash));
    await whenIdle(page);
    const grids = await readStore<Grid>(page, 'grids');
    const inForce = grids.filter(({ validTo }) => validTo === null);
    expect(inForce.map(({ id }) => id).sort()).toEqual([...counts.keys()].sort());
    expect(grids.length).toBeGreaterThan(inForce.length);
    expect(inForce.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual(
      inForce.map((_, at) => at + 1),
    );
    expect(await page.evaluate(() => window.linli.counts().grids)).toBe(inForce.length);
    await goTo(page, '/staff');
    await page.keyboard.press('Control+z');
    await whenIdle(page);
    expect(await readStore<Grid>(page, 'grids')).toEqual(oldGrids);
    expect(await readStore<Building>(page, 'buildings')).toEqual(oldBuildings);
  });

  it('a plan whose making is undone while it is open says that it is gone', async () => {
    const { page } = session();
    await goTo(page, '/planner');
    await press(page, '新建方案');
    await page.locator('canvas[data-view]').waitFor();
    await whenIdle(page);
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await page.getByText('没有这个方案').waitFor();
    await page.getByRole('link', { name: '全部方案' }).click();
    await page.getByRole('button', { name: '新建方案' }).waitFor();
    await whenIdle(page);
  });

  it('a plan that is left while its worker is at work leaves nothing running', async () => {
    const { page } = session();
    await page.getByRole('button', { name: '继续' }).first().click();
    await page.locator('canvas[data-view]').waitFor();
    await page.getByRole('tab', { name: '建议方案' }).click();
    await press(page, '给出建议');
    await page.getByRole('link', { name: '全部方案' }).click();
    await page.getByRole('button', { name: '新建方案' }).waitFor();
    await whenIdle(page);
  });

  it('asked for nothing outside, broke no policy and met no error', () => {
    const { misdeeds } = session();
    expect(misdeeds.outsideRequests).toEqual([]);
    expect(misdeeds.policyViolations).toEqual([]);
    expect(misdeeds.errors).toEqual([]);
  });
});
