/** The planner's map for end-to-end tests: places in millimetres on the screen, presses and pulls there, the plan as it is kept. */
import type { Page } from 'playwright-core';
import { readStore } from '../../scripts/browser/database.ts';
import { openLinli, routeOf, whenIdle } from '../../scripts/browser/linli.ts';
import type { GridPlan } from '../../src/domain/records/index.ts';
import { Tiling } from '../../src/geometry/tiling/index.ts';
import { press } from './press.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Millimetres → CSS pixels, as the map says of itself. */
export const onScreen = async (page: Page, { x, y }: Point): Promise<Point> => {
  const canvas = page.locator('canvas[data-view]');
  const box = await canvas.boundingBox();
  const [scale = 0, cx = 0, cy = 0] = ((await canvas.getAttribute('data-view')) ?? '').split(' ').map(Number);
  if (box === null) throw new Error('There is no map');
  return { x: box.x + box.width / 2 + (x - cx) * scale, y: box.y + box.height / 2 - (y - cy) * scale };
};

export const drag = async (page: Page, from: Point, to: Point, release = true): Promise<void> => {
  const [a, b] = [await onScreen(page, from), await onScreen(page, to)];
  await page.mouse.move(a.x, a.y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step++)
    await page.mouse.move(a.x + ((b.x - a.x) * step) / 8, a.y + ((b.y - a.y) * step) / 8);
  if (!release) return;
  await page.mouse.up();
  await whenIdle(page);
};
export const click = async (page: Page, at: Point): Promise<void> => {
  const { x, y } = await onScreen(page, at);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  await whenIdle(page);
};

export const households = async (page: Page): Promise<Map<string, number>> =>
  new Map(
    await page
      .locator('tr[data-grid]')
      .evaluateAll((rows) =>
        rows.map((row): [string, number] => [
          row.getAttribute('data-grid') ?? '',
          Number((row.querySelector('[data-metric]')?.textContent ?? '').replace(/\D/g, '')),
        ]),
      ),
  );
export const total = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

/** The plan as its record and the steps since have it. */
export const planOf = async (page: Page): Promise<{ plan: GridPlan; tiling: Tiling }> => {
  const id = routeOf(page).split('/')[2] ?? '';
  const plan = (await readStore<GridPlan>(page, 'gridPlans')).find((one) => one.id === id);
  if (plan === undefined) throw new Error(`no plan ${id}`);
  const draft = (await readStore<{ key: string; json: string }>(page, 'drafts')).find(
    ({ key }) => key === `gridPlan:${id}`,
  );
  const { steps, cursor } = draft ? (JSON.parse(draft.json) as GridPlan) : plan;
  const tiling = Tiling.of(plan.base);
  for (const { patch } of steps.slice(0, cursor)) tiling.apply(patch);
  return { plan: { ...plan, steps, cursor }, tiling };
};

export const inner = ({ arcs }: Tiling) =>
  [...arcs.values()].filter(({ left, right }) => left !== null && right !== null);
export const middleOf = (tiling: Tiling, vertexIds: readonly number[]): Point => {
  const [a, b] = [tiling.vertex(vertexIds[0] ?? 0), tiling.vertex(vertexIds[1] ?? 0)];
  return { x: ((a?.x ?? 0) + (b?.x ?? 0)) / 2, y: ((a?.y ?? 0) + (b?.y ?? 0)) / 2 };
};
export const boxOf = (tiling: Tiling, id: string) => {
  const [west, south, east, north] = tiling.shape(id).box;
  return { west, south, east, north, x: (west + east) / 2, y: (south + north) / 2 };
};

/** The plan's borders, to the byte. */
export const bytes = async (page: Page): Promise<string> =>
  JSON.stringify((await planOf(page)).tiling.toData());
export const beginPlan = async (page: Page, baseUrl: string): Promise<void> => {
  await openLinli(page, baseUrl, '/planner');
  await press(page, '新建方案');
  await page.locator('canvas[data-view]').waitFor();
  await whenIdle(page);
};

export const lengthOf = (tiling: Tiling, ids: readonly number[]): number =>
  ids.slice(1).reduce((sum, id, i) => {
    const [a, b] = [tiling.vertex(ids[i] ?? -1), tiling.vertex(id)];
    return sum + (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0);
  }, 0);

export const longestEdge = (tiling: Tiling, ids: readonly number[]): readonly number[] =>
  ids
    .slice(1)
    .map((id, i) => [ids[i] ?? -1, id])
    .sort((a, b) => lengthOf(tiling, b) - lengthOf(tiling, a))[0] ?? [];

/** Two places of an arc, a third from either end of its longest edge. */
export const alongArc = (tiling: Tiling, ids: readonly number[]): [Point, Point] => {
  const [from, to] = longestEdge(tiling, ids).map((id) => tiling.vertex(id) ?? { x: 0, y: 0 }) as [
    Point,
    Point,
  ];
  const at = (t: number): Point => ({ x: from.x + (to.x - from.x) * t, y: from.y + (to.y - from.y) * t });
  return [at(1 / 4), at(3 / 4)];
};

/** The grid with most households. */
export const biggest = async (page: Page): Promise<string> =>
  [...(await households(page))].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';

/** As one does in the table; the map has the keys then. */
export const choose = async (page: Page, faceId: string): Promise<void> => {
  await page.locator(`tr[data-grid="${faceId}"] button`).first().click();
  await page.getByRole('tab', { name: '网格', exact: true }).click();
  await page.locator('canvas[data-view]').focus();
};
