/**
 * `npm run bench`: the figures that the design promises, measured on this machine in the real browser with the real build.
 * Figures, not tests: a slow or busy machine is no fault of the code.
 */
import { cpus } from 'node:os';
import type { Page } from 'playwright-core';
import { launchBrowser, openContext } from '../browser/browser.ts';
import { openLinli } from '../browser/linli.ts';
import { ensureBuilt } from '../lib/build.mjs';
import { DIST } from '../lib/paths.mjs';
import { serve } from '../server.mjs';
import { measureClicks, measureMemory } from './clicking.ts';
import { measureFrames } from './drawing.ts';
import { byteSum, type Chunk, javaScriptSize } from './javascript-size.ts';
import { measureOpening } from './opening.ts';
import { measureRecolour } from './recolour.ts';
import { measureSearch } from './searching.ts';
import { type Figure, formatTable } from './table.ts';

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

await ensureBuilt();
const { initial, lazy } = javaScriptSize(DIST);
const figures: Figure[] = [
  { name: 'Initial JavaScript, gzipped', unit: 'KB', measured: byteSum(initial) / 1000, aim: 900 },
];

const { url, close } = await serve(DIST, { port: 0 });
const browser = await launchBrowser();
try {
  figures.push(...(await measureOpening(browser, url)));
  const { page } = await openContext(browser, new URL(url).origin);
  await openLinli(page, url);
  figures.splice(1, 0, await deskJavaScript(page));
  for (const measure of [measureClicks, measureSearch, measureRecolour, measureFrames, measureMemory]) {
    figures.push(...(await measure(page)));
  }
} finally {
  await browser.close();
  await close();
}

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${browser.version()}, no GPU\n`,
);
console.log(formatTable(figures));
console.log(`\nInitial JavaScript, gzipped:\n${kilobytes(initial)}\nLater:\n${kilobytes(lazy)}`);
