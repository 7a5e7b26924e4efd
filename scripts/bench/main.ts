/**
 * `npm run bench`: the figures that the design promises, measured on this machine in the real browser with the real build.
 * `LINLI_DRAW=gpu npm run bench` draws with this machine's graphics card instead of in software.
 * Figures, not tests: a slow or busy machine is no fault of the code.
 *
 *   npm run bench -- opening frames     some parts only: size, opening, clicks, search, recolour, frames, memory, imports, tables, planner, smoothness, checks, comparing, wall
 */
import { cpus } from 'node:os';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser, openContext } from '../browser/browser.ts';
import { openLinli, openWall } from '../browser/linli.ts';
import { ensureBuilt } from '../lib/build.mjs';
import { DIST } from '../lib/paths.mjs';
import { serve } from '../server.mjs';
import { measureClicks, measureMemory } from './clicking.ts';
import { measureComparing } from './comparing.ts';
import { measureFrames } from './drawing.ts';
import { byteSum, type Chunk, javaScriptSize } from './javascript-size.ts';
import { measureOpening } from './opening.ts';
import { measureImports } from './importing.ts';
import { measureRecolour } from './recolour.ts';
import { measureSearch } from './searching.ts';
import { type Figure, formatTable } from './table.ts';
import { measureChecks, measureDragging, measureSmoothness } from './planner.ts';
import { measureTables } from './tables.ts';
import { measureTiling } from './tiling.ts';
import { measureWall } from './wall.ts';

const kilobytes = (chunks: readonly Chunk[]): string =>
  chunks
    .map(({ path, gzipBytes }) => `  ${(gzipBytes / 1000).toFixed(1).padStart(7)} KB  ${path}`)
    .join('\n');

/** What the page has fetched once the desk stands: the initial part and the lazy parts that the desk itself is made of. */
async function deskJavaScript(page: Page): Promise<Figure> {
  const fetched = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  );
  const chunks = [...initial, ...lazy].filter(({ path }) => fetched.includes(`/${path}`));
  return {
    name: 'JavaScript of the open desk with its scene, gzipped',
    unit: 'KB',
    measured: byteSum(chunks) / 1000,
    aim: null,
  };
}

type Open = (options?: BrowserContextOptions) => Promise<Page>;

/** A wall at 1080p, and a desk of the same browser whose changes it follows. */
async function benchWall(browser: Browser, url: string): Promise<Figure[]> {
  const { page, context } = await openContext(browser, new URL(url).origin, {
    viewport: { width: 1920, height: 1080 },
  });
  await openWall(page, url);
  return measureWall(page, async () => {
    const desk = await context.newPage();
    // What it draws itself is not what is measured.
    await desk.setViewportSize({ width: 1000, height: 420 });
    await desk.emulateMedia({ reducedMotion: 'reduce' });
    await openLinli(desk, url);
    // The window in front is the wall: the browser gives one behind another a frame a second.
    await page.bringToFront();
    return desk;
  });
}

/** Parts of the bench by name, in the order of the table. */
const PARTS: Record<string, (open: Open, browser: Browser, url: string) => Promise<Figure[]>> = {
  size: async (open) => {
    const page = await open();
    const loaded = await deskJavaScript(page);
    return [
      { name: 'Initial JavaScript, gzipped', unit: 'KB', measured: byteSum(initial) / 1000, aim: 900 },
      loaded,
    ];
  },
  opening: (_, __, url) => measureOpening(url),
  clicks: async (open) => measureClicks(await open()),
  search: async (open) => measureSearch(await open()),
  recolour: async (open) => measureRecolour(await open()),
  frames: async (open) => measureFrames(await open()),
  // What selections leave behind depends neither on how slowly houses open nor on how many pixels they have.
  wall: (_, browser, url) => benchWall(browser, url),
  memory: async (open) =>
    measureMemory(await open({ reducedMotion: 'reduce', viewport: { width: 1000, height: 420 } })),
  imports: () => measureImports(),
  tables: () => measureTables(),
  // What the planner is to reach: the kernel in this process, then the drag, its frames and its worker in the browser.
  planner: async (_, browser, url) => [...measureTiling(), ...(await measureDragging(browser, url))],
  smoothness: (_, browser, url) => measureSmoothness(browser, url),
  checks: (_, browser, url) => measureChecks(browser, url),
  comparing: async () => measureComparing(),
};

await ensureBuilt();
const { initial, lazy } = javaScriptSize(DIST);
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !(name in PARTS));
if (unknown !== undefined) {
  console.error(`There is no part “${unknown}”; the parts are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(2);
}
const figures: Figure[] = [];
const { url, close } = await serve(DIST, { port: 0 });
const browser = await launchBrowser();
try {
  for (const name of asked.length > 0 ? asked : Object.keys(PARTS)) {
    const started = performance.now();
    const open: Open = async (options) => {
      const { page } = await openContext(browser, new URL(url).origin, options);
      await openLinli(page, url);
      return page;
    };
    figures.push(...((await PARTS[name]?.(open, browser, url)) ?? []));
    for (const context of browser.contexts()) await context.close();
    console.error(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
} finally {
  await browser.close();
  await close();
}

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${browser.version()}, ${process.env['LINLI_DRAW'] === 'gpu' ? 'drawn by its GPU' : 'drawn in software'}\n`,
);
console.log(formatTable(figures));
console.log(`\nInitial JavaScript, gzipped:\n${kilobytes(initial)}\nLater:\n${kilobytes(lazy)}`);
