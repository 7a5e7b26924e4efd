/**
 * The planner's further tools in the real browser: everything by keyboard, new courses of borders, rings, dissolved, swapped and restored
 * grids, files.
 */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { whenIdle } from '../../scripts/browser/linli.ts';
import { placeIn, type Tiling } from '../../src/geometry/tiling/index.ts';
import { useSession } from './harness.ts';
import { press } from './press.ts';
import {
  alongArc,
  beginPlan,
  biggest,
  boxOf,
  bytes,
  choose,
  click,
  households,
  inner,
  lengthOf,
  onScreen,
  planOf,
  type Point,
  total,
} from './planner-map.ts';

const session = useSession();

const pick = async (page: Page, field: string, option: string): Promise<void> => {
  await page.getByRole('combobox', { name: field }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: option.trim() }).last().click();
  await whenIdle(page);
};
const nameOf = ({ faces }: Tiling, id: string): string => faces.get(id)?.name ?? '';

describe('by keyboard alone', () => {
  /** Moves the crosshair in its own steps, and knows where it then is. */
  const walk = async (page: Page, from: Point, to: Point): Promise<Point> => {
    const [scale = 1] = ((await page.locator('canvas[data-view]').getAttribute('data-view')) ?? '')
      .split(' ')
      .map(Number);
    const step = 10 / scale;
    const [right, up] = [Math.round((to.x - from.x) / step), Math.round((to.y - from.y) / step)];
    for (let i = 0; i < Math.abs(right); i++)
      await page.keyboard.press(right > 0 ? 'ArrowRight' : 'ArrowLeft');
    for (let i = 0; i < Math.abs(up); i++) await page.keyboard.press(up > 0 ? 'ArrowUp' : 'ArrowDown');
    return { x: from.x + right * step, y: from.y + up * step };
  };

  it('a grid is chosen, a point moved, a grid split and swapped and merged, and all of it undone', async () => {
    const { page, baseUrl } = session();
    await beginPlan(page, baseUrl);
    const start = await bytes(page);
    const { tiling } = await planOf(page);
    const [, x = 0, y = 0] = ((await page.locator('canvas[data-view]').getAttribute('data-view')) ?? '')
      .split(' ')
      .map(Number);
    const faceId = await biggest(page);
    await page.locator('canvas[data-view]').focus();
    await page.keyboard.press('v');
    let at = await walk(page, { x, y }, placeIn(tiling.shape(faceId)));
    await page.keyboard.press('Enter');
    await page.locator(`tr[data-grid="${faceId}"][data-chosen="true"]`).waitFor();

    // Round the border to a point that may move, and a metre to the east with it.
    await page.keyboard.press('e');
    const steps = async (): Promise<number> => (await planOf(page)).plan.cursor;
    for (let tries = 0; tries < 60 && (await steps()) === 0; tries++) {
      await page.keyboard.press(']');
      await page.keyboard.press('ArrowRight');
      await whenIdle(page);
    }
    const moved = (await planOf(page)).plan.steps[0];
    expect(moved?.label).toBe('move');
    const [vertex] = moved?.patch.put.vertices ?? [];
    const was = tiling.vertex(vertex?.id ?? -1);
    if (was !== undefined) expect([(vertex?.x ?? 0) - was.x, (vertex?.y ?? 0) - was.y]).toEqual([1000, 0]);

    // A line from border to border, the other part keeps the id, Enter takes it.
    const before = await households(page);
    await page.keyboard.press('v');
    await page.keyboard.press('s');
    const { west, east, north, south } = boxOf((await planOf(page)).tiling, faceId);
    const half = (west + east) / 2;
    at = await walk(page, at, { x: half, y: north });
    await page.keyboard.press('Enter');
    at = await walk(page, at, { x: half, y: south });
    await page.keyboard.press('Enter');
    const hand = page.getByText('保留编号、支部和网格员');
    if ((await hand.count()) === 0) await page.keyboard.press('Shift+Enter');
    await hand.waitFor();
    const shown = await hand.innerText();
    await page.keyboard.press('x');
    await whenIdle(page);
    expect(await hand.innerText()).not.toBe(shown);
    await page.keyboard.press('Enter');
    await whenIdle(page);
    const split = await households(page);
    expect(split.size).toBe(before.size + 1);
    expect(total(split)).toBe(total(before));
    const made = [...split.keys()].find((id) => !before.has(id)) ?? '';
    // Swapped: the part that keeps the id is the one with fewer households.
    expect(split.get(faceId) ?? 0).toBeLessThanOrEqual(split.get(made) ?? 0);
    await page.keyboard.press('x');
    await whenIdle(page);
    expect((await households(page)).get(made)).toBe(split.get(faceId));

    // The new grid is chosen: merged with the one it came from.
    await page.keyboard.press('m');
    at = await walk(page, at, placeIn((await planOf(page)).tiling.shape(faceId)));
    await page.keyboard.press('Enter');
    await whenIdle(page);
    expect((await households(page)).size).toBe(before.size);
    const { cursor } = (await planOf(page)).plan;
    for (let i = 0; i < cursor; i++) await page.keyboard.press('Control+z');
    await whenIdle(page);
    expect(await bytes(page)).toBe(start);
  });
});

describe('by mouse', () => {
  it('a border gets a new path between two of its points', async () => {
    const { page } = session();
    const { tiling } = await planOf(page);
    const before = await households(page);
    const arc = inner(tiling).sort(
      (a, b) => lengthOf(tiling, b.vertexIds) - lengthOf(tiling, a.vertexIds),
    )[0];
    const [a, b] = alongArc(tiling, arc?.vertexIds ?? []);
    const across = { x: (a.x + b.x) / 2 + (b.y - a.y) * 0.2, y: (a.y + b.y) / 2 - (b.x - a.x) * 0.2 };
    await choose(page, arc?.left ?? '');
    await page.keyboard.press('r');
    await click(page, a);
    // Alt: the point stays where it is put.
    const middle = await onScreen(page, across);
    await page.keyboard.down('Alt');
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.click(middle.x, middle.y);
    await page.keyboard.up('Alt');
    await click(page, b);
    const { plan, tiling: now } = await planOf(page);
    expect(plan.steps.at(-1)?.label).toBe('reshape');
    const on = [...now.vertices.values()].some(
      (vertex) => Math.hypot(vertex.x - across.x, vertex.y - across.y) < 1500,
    );
    expect(on).toBe(true);
    expect(total(await households(page))).toBe(total(before));
  });

  it('a ring becomes a dedicated grid, which has no band, and goes back into the one around it', async () => {
    const { page } = session();
    const start = await bytes(page);
    const { tiling, plan } = await planOf(page);
    const faceId = await biggest(page);
    const { x, y } = placeIn(tiling.shape(faceId));
    await choose(page, faceId);
    await page.keyboard.press('d');
    const corners = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
    ].map(([dx = 0, dy = 0]) => ({ x: x + dx * 16_000, y: y + dy * 16_000 }));
    await page.keyboard.down('Alt');
    for (const corner of corners) await click(page, corner);
    await page.keyboard.up('Alt');
    await click(page, corners[0] ?? { x, y });
    await page.getByText('圈出的地面').waitFor();
    expect((await planOf(page)).plan.cursor).toBe(plan.cursor);
    await press(page, /确定/);
    await whenIdle(page);
    const now = await planOf(page);
    const made = [...now.tiling.faces.values()].find(({ id }) => !tiling.faces.has(id));
    expect(made).toMatchObject({ kind: 'dedicated', parents: [faceId] });
    expect(now.tiling.shape(faceId).parts[0]?.length).toBe(2);
    await page.locator(`tr[data-grid="${made?.id}"] [title="专属网格，不设户数范围"]`).waitFor();
    await page.locator('canvas[data-view]').focus();
    await page.keyboard.press('Shift+Delete');
    await whenIdle(page);
    expect((await planOf(page)).tiling.shape(faceId).areaMm2).toBe(tiling.shape(faceId).areaMm2);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await whenIdle(page);
    expect(await bytes(page)).toBe(start);
  });

  it('two grids change places, one is dissolved, and restoring gives it back', async () => {
    const { page } = session();
    const { tiling } = await planOf(page);
    const arc = inner(tiling)[0];
    const [a, b] = [arc?.left ?? '', arc?.right ?? ''];
    const areas = [tiling.shape(a).areaMm2, tiling.shape(b).areaMm2];
    await choose(page, a);
    await pick(page, '与邻居对调', nameOf(tiling, b));
    const swapped = (await planOf(page)).tiling;
    expect([swapped.shape(b).areaMm2, swapped.shape(a).areaMm2]).toEqual(areas);
    await page.locator('canvas[data-view]').focus();
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Shift+Delete');
    await whenIdle(page);
    expect((await planOf(page)).tiling.faces.has(a)).toBe(false);
    await page.keyboard.press('Control+z');
    await choose(page, b);
    await page.keyboard.press('r');
    await whenIdle(page);
    const changed = (await planOf(page)).tiling;
    const base = (await planOf(page)).plan.base;
    const was = base.faces.find(({ id }) => id === b);
    await page.getByRole('textbox', { name: '网格名称' }).fill('改过的名称');
    await page.keyboard.press('Enter');
    await whenIdle(page);
    expect((await planOf(page)).tiling.faces.get(b)?.name).toBe('改过的名称');
    await press(page, '恢复为方案开始时的样子');
    await whenIdle(page);
    expect((await planOf(page)).tiling.faces.get(b)?.name).toBe(was?.name);
    expect(changed.faces.size).toBe((await planOf(page)).tiling.faces.size);
  });

  it('a plan goes out as GeoJSON and TopoJSON, from the editor and from its card', async () => {
    const { page } = session();
    const { tiling } = await planOf(page);
    const save = async (open: () => Promise<void>, item: RegExp): Promise<string> => {
      await open();
      const coming = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: item }).last().click();
      return readFileSync(await (await coming).path(), 'utf8');
    };
    const inEditor = (): Promise<void> => press(page, '导出');
    const geojson = await save(inEditor, /GeoJSON/);
    expect((JSON.parse(geojson) as { features: unknown[] }).features.length).toBe(tiling.faces.size);
    expect(geojson).toContain('households');
    const topojson = JSON.parse(await save(inEditor, /TopoJSON/)) as { arcs: unknown[] };
    expect(topojson.arcs.length).toBe(tiling.arcs.size);
    await page.getByRole('link', { name: '全部方案' }).click();
    await page.getByRole('button', { name: '更多' }).first().waitFor();
    await whenIdle(page);
    const fromCard = await save(() => page.getByRole('button', { name: '更多' }).first().click(), /GeoJSON/);
    expect((JSON.parse(fromCard) as { features: unknown[] }).features.length).toBe(tiling.faces.size);
    await page.getByRole('button', { name: '继续' }).first().click();
    await page.locator('canvas[data-view]').waitFor();
    await whenIdle(page);
  });
});

it('asked for nothing outside, broke no policy and met no error', () => {
  const { misdeeds } = session();
  expect(misdeeds.outsideRequests).toEqual([]);
  expect(misdeeds.policyViolations).toEqual([]);
  expect(misdeeds.errors).toEqual([]);
});
