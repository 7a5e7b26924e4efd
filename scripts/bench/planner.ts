/**
 * The planner in the real browser: what a frame of a drag costs the page's thread, drawing and counts included, how evenly frames come
 * meanwhile, and how long its worker takes over the whole list of rules.
 */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { goTo, whenIdle } from '../browser/linli.ts';
import { chanceOf } from '../../src/geometry/tiling/fixtures/random-operations.ts';
import type { Tiling } from '../../src/geometry/tiling/index.ts';
import { checkTimes, watchChecks } from './planner-checks.ts';
import { type OpenTown, openTown } from './planner-town.ts';
import { type Figure, median, quantile } from './table.ts';

const DRAGS = 10;
const FRAMES = 16;
/** The first drags fill caches and are compiled. */
const WARM_UP = 2;
/** Five seconds at sixty a second. */
const SMOOTH_FRAMES = 300;

/**
 * Processor time of the page's main thread as the browser itself adds it up (script, with what the browser's own drawing calls take in
 * it), so that other programs of a shared machine do not count.
 */
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

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Vertices that can be pulled any way, and where they are on the screen. */
const pullable = async (page: Page, tiling: Tiling): Promise<Spot[]> => {
  const canvas = page.locator('canvas[data-view]');
  const box = await canvas.boundingBox();
  if (box === null) throw new Error('there is no map');
  const [scale = 1, cx = 0, cy = 0] = ((await canvas.getAttribute('data-view')) ?? '').split(' ').map(Number);
  return [...tiling.vertices.values()]
    .filter(({ id }) =>
      tiling
        .arcsAt(id)
        .every((arcId) => tiling.arc(arcId)?.left !== null && tiling.arc(arcId)?.right !== null),
    )
    .map((vertex) => ({
      x: box.x + box.width / 2 + (vertex.x - cx) * scale,
      y: box.y + box.height / 2 - (vertex.y - cy) * scale,
    }));
};

const dragFrames = async ({ page, context, tiling }: OpenTown): Promise<number[]> => {
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' }).catch(() => undefined);
  await cdp.send('Performance.enable');
  const chance = chanceOf(11);
  const spots = await pullable(page, tiling);
  const idle = await idleCost(page, cdp);
  const frames: number[] = [];
  for (let drag = 0; drag < DRAGS; drag++) {
    let { x, y } = chance.pick(spots);
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

const measureTown = async (
  browser: Browser,
  url: string,
  columns: number,
  rows: number,
  houses: number,
): Promise<Figure[]> => {
  const town = await openTown(browser, url, columns, rows, houses);
  const frames = await dragFrames(town);
  await goTo(town.page, '/planner');
  await town.context.close();
  const name = `Drag frame with drawing and counts, ${columns * rows} grids, ${houses} buildings`;
  return [
    { name: `${name}: p95`, unit: 'ms', measured: quantile(frames, 0.95), aim: 8 },
    { name: '  the same: median', unit: 'ms', measured: median(frames), aim: null },
  ];
};

/**
 * Time from frame to frame while a vertex goes round: the pointer moves once a frame, from within the page, because a test that moves it
 * from outside would be what is measured.
 */
const smoothness = async ({ page, tiling }: OpenTown): Promise<number[]> => {
  const [spot] = await pullable(page, tiling);
  if (spot === undefined) throw new Error('there is no vertex to pull');
  await page.mouse.move(spot.x, spot.y);
  await page.mouse.down();
  await page.mouse.move(spot.x + 6, spot.y, { steps: 3 });
  const intervals = await page.evaluate(
    ([x, y, count]) =>
      new Promise<number[]>((resolve) => {
        const canvas = document.querySelector('canvas[data-view]');
        const at: number[] = [];
        const frame = (now: number): void => {
          at.push(now);
          if (at.length > count) return resolve(at.slice(1).map((time, i) => time - (at[i] as number)));
          const turn = at.length / 20;
          const [clientX, clientY] = [x + 10 * Math.cos(turn), y + 10 * Math.sin(turn)];
          canvas?.dispatchEvent(
            new PointerEvent('pointermove', {
              clientX,
              clientY,
              pointerId: 1,
              pointerType: 'mouse',
              buttons: 1,
            }),
          );
          requestAnimationFrame(frame);
        };
        requestAnimationFrame(frame);
      }),
    [spot.x, spot.y, SMOOTH_FRAMES] as const,
  );
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await whenIdle(page);
  return intervals.slice(30);
};

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;
/** A sixtieth of a second, and what a browser's clock is off by. Only a graphics card is asked for it. */
const SMOOTH_MS = process.env['LINLI_DRAW'] === 'gpu' ? 17 : null;

export const measureSmoothness = async (browser: Browser, url: string): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const viewport of SIZES) {
    const town = await openTown(browser, url, 5, 4, 500, viewport);
    const intervals = await smoothness(town);
    await town.context.close();
    const name = `Frame to frame while dragging, 20 grids, 500 buildings, ${viewport.width} × ${viewport.height}`;
    figures.push(
      { name: `${name}: p99`, unit: 'ms', measured: quantile(intervals, 0.99), aim: SMOOTH_MS },
      { name: '  the same: median', unit: 'ms', measured: median(intervals), aim: null },
    );
  }
  return figures;
};

/** Grids in columns and rows, and what the whole list of rules may take, in milliseconds. */
const CHECKED = [
  [5, 4, 5],
  [20, 10, 30],
  [40, 25, 150],
] as const;
const BUILDINGS_PER_GRID = 12;

export const measureChecks = async (browser: Browser, url: string): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const [columns, rows, aim] of CHECKED) {
    const grids = columns * rows;
    const town = await openTown(
      browser,
      url,
      columns,
      rows,
      grids * BUILDINGS_PER_GRID,
      SIZES[0],
      watchChecks,
    );
    const times = await checkTimes(town.page);
    await town.context.close();
    const name = `All rules in the planner’s worker, there and back, ${grids} grids`;
    figures.push({ name, unit: 'ms', measured: median(times), aim });
  }
  return figures;
};

export const measureDragging = async (browser: Browser, url: string): Promise<Figure[]> => [
  ...(await measureTown(browser, url, 5, 4, 500)),
  ...(await measureTown(browser, url, 20, 10, 2400)),
];
