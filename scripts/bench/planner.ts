/**
 * The planner in the real browser: what a frame of a drag costs the page's thread, drawing and counts included. Processor time of the
 * page's main thread between two frames as the browser itself adds it up (script, with what the browser's own drawing calls take in
 * it), so that other programs of a shared machine do not count.
 */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { readStore } from '../browser/database.ts';
import { openContext } from '../browser/browser.ts';
import { goTo, openLinli, whenIdle } from '../browser/linli.ts';
import type { GridPlan } from '../../src/domain/records/index.ts';
import { chanceOf } from '../../src/geometry/tiling/fixtures/random-operations.ts';
import { Tiling } from '../../src/geometry/tiling/index.ts';
import { layTown } from './planner-town.ts';
import { type Figure, median } from './table.ts';

const DRAGS = 10;
const FRAMES = 16;
/** The first drags fill caches and are compiled. */
const WARM_UP = 2;

const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

const scriptSeconds = async (cdp: CDPSession): Promise<number> => {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
};

/** Two frames: in the first the picture is drawn, in the second nothing of it is left to do. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );

/** What looking costs by itself. */
const idleCost = async (page: Page, cdp: CDPSession): Promise<number> => {
  const costs: number[] = [];
  for (let i = 0; i < 30; i++) {
    const before = await scriptSeconds(cdp);
    await settled(page);
    costs.push((await scriptSeconds(cdp)) - before);
  }
  return 1000 * median(costs);
};

const dragFrames = async (page: Page, cdp: CDPSession, tiling: Tiling): Promise<number[]> => {
  const canvas = page.locator('canvas[data-view]');
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('there is no map');
  const chance = chanceOf(11);
  const [scale = 1, cx = 0, cy = 0] = ((await canvas.getAttribute('data-view')) ?? '').split(' ').map(Number);
  const inner = [...tiling.vertices.values()].filter(({ id }) =>
    tiling.arcsAt(id).every((arcId) => tiling.arc(arcId)?.left !== null && tiling.arc(arcId)?.right !== null),
  );
  const idle = await idleCost(page, cdp);
  const frames: number[] = [];
  for (let drag = 0; drag < DRAGS; drag++) {
    const vertex = chance.pick(inner);
    let x = box.x + box.width / 2 + (vertex.x - cx) * scale;
    let y = box.y + box.height / 2 - (vertex.y - cy) * scale;
    await page.mouse.move(x, y);
    await page.mouse.down();
    const [dx, dy] = [chance.around() * 1.4, chance.around() * 1.4];
    for (let frame = 0; frame < FRAMES; frame++) {
      [x, y] = [x + dx + chance.around(), y + dy + chance.around()];
      const before = await scriptSeconds(cdp);
      await page.mouse.move(x, y);
      await settled(page);
      const cost = 1000 * ((await scriptSeconds(cdp)) - before) - idle;
      if (drag >= WARM_UP) frames.push(Math.max(0, cost));
    }
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await whenIdle(page);
  }
  return frames;
};

export const measureTown = async (
  browser: Browser,
  url: string,
  columns: number,
  rows: number,
  houses: number,
): Promise<Figure[]> => {
  const { page, context } = await openContext(browser, new URL(url).origin, {
    viewport: { width: 1366, height: 768 },
    reducedMotion: 'reduce',
  });
  await openLinli(page, url, '/planner');
  await layTown(page, columns, rows, houses);
  await openLinli(page, url, '/planner');
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.locator('canvas[data-view]').waitFor();
  await whenIdle(page);
  const [plan] = await readStore<GridPlan>(page, 'gridPlans');
  if (plan === undefined) throw new Error('there is no plan');
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' }).catch(() => undefined);
  await cdp.send('Performance.enable');
  const frames = await dragFrames(page, cdp, Tiling.of(plan.base));
  await goTo(page, '/planner');
  const name = `Drag frame with drawing and counts, ${columns * rows} grids, ${houses} buildings`;
  return [
    { name: `${name}: p95`, unit: 'ms', measured: quantile(frames, 0.95), aim: 8 },
    { name: '  the same: median', unit: 'ms', measured: median(frames), aim: null },
  ];
};

export async function measurePlanner(browser: Browser, url: string): Promise<Figure[]> {
  return [
    ...(await measureTown(browser, url, 5, 4, 500)),
    ...(await measureTown(browser, url, 20, 10, 2400)),
  ];
}
