/** `npm run shots`: the pictures of the README, from the real application with the sample community. */
import { mkdirSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openContext } from './browser/browser.ts';
import { readHomes } from './browser/database.ts';
import { goTo, openLinli, whenIdle } from './browser/linli.ts';
import { ensureBuilt } from './lib/build.mjs';
import { DIST } from './lib/paths.mjs';
import { serve } from './server.mjs';

const FOLDER = 'docs/images';
const SIZES = {
  '1920': { width: 1920, height: 1080 },
  '1366': { width: 1366, height: 768 },
  '3840': { width: 3840, height: 2160 },
  '7680': { width: 7680, height: 2160 },
  '7680-flat': { width: 7680, height: 1080 },
  upright: { width: 1080, height: 1920 },
} as const;
/** The evening of the sample's last day: its matters are fresh, its windows lit. */
const WALL = '/wall?now=2026-09-30T20:10&interval=600';

interface Shot {
  readonly name: string;
  readonly size: keyof typeof SIZES;
  readonly language?: 'zh' | 'en';
  readonly mode?: 'day' | 'night';
  /** Where it opens; the desk where nothing is said. */
  readonly route?: string;
  /** From the opened desk to what the picture shows. */
  readonly arrange?: (page: Page) => Promise<void>;
}

/** A home with several people, in the tallest building that has such homes. */
async function livelyHome(page: Page): Promise<{ buildingId: string; dwellingId: string }> {
  const heights = new Map(
    (await page.evaluate(() => window.linli.buildings())).map((b) => [b.id, b.heightMetres]),
  );
  const homes = (await readHomes(page)).filter((row) => (row.residents?.length ?? 0) >= 4);
  const [home] = homes.sort((a, b) => (heights.get(b.buildingId) ?? 0) - (heights.get(a.buildingId) ?? 0));
  if (home === undefined) throw new Error('The sample has no home with four people');
  return home;
}

/** The floating population's share: the sixth theme of the legend's list. */
async function colourByFloating(page: Page): Promise<void> {
  await page.locator('section').getByRole('combobox').first().click();
  for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

/** A new plan with a corner of four grids in the hand: their counts beside it, the table below. The sample always lies the same. */
async function pullCorner(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新建方案' }).click();
  await whenIdle(page);
  await page.mouse.move(520, 310);
  await page.mouse.down();
  await page.mouse.move(540, 330, { steps: 6 });
}

const SHOTS: readonly Shot[] = [
  { name: 'day', size: '1920' },
  { name: 'night', size: '1920', mode: 'night' },
  {
    name: 'building',
    size: '1920',
    arrange: async (page) => goTo(page, `/staff/building/${(await livelyHome(page)).buildingId}`),
  },
  { name: 'theme', size: '1366', arrange: colourByFloating },
  { name: 'list-en', size: '1366', language: 'en', arrange: (page) => goTo(page, '/staff/lists/residents') },
  { name: 'planner', size: '1366', route: '/planner', arrange: pullCorner },
  { name: 'wall', size: '1920', route: `${WALL}&tour=grid-4` },
  { name: 'wall-day-en', size: '1920', language: 'en', route: '/wall?now=2026-09-30T15:30&interval=600' },
  { name: 'wall', size: '3840', route: `${WALL}&tour=theme-floating` },
  { name: 'wall', size: '7680', route: WALL },
  { name: 'wall', size: '7680-flat', route: `${WALL}&tour=facility-gym` },
  { name: 'wall', size: 'upright', route: WALL },
];

async function take(browser: Browser, baseUrl: string, shot: Shot): Promise<void> {
  const wall = shot.route?.startsWith('/wall') ?? false;
  const { context, page } = await openContext(browser, new URL(baseUrl).origin, {
    viewport: SIZES[shot.size],
    // A wall never rests by itself.
    ...(wall ? { reducedMotion: 'reduce' as const } : {}),
  });
  await context.addInitScript(
    ([language, mode, drawing]) => {
      localStorage.setItem('linli.preferences', JSON.stringify({ language, deskName: '', drawing }));
      localStorage.setItem('linli.view', JSON.stringify({ mode }));
    },
    [shot.language ?? 'zh', shot.mode ?? 'day', wall ? 'high' : 'auto'] as const,
  );
  await openLinli(page, baseUrl, shot.route);
  await shot.arrange?.(page);
  await whenIdle(page);
  const path = `${FOLDER}/${shot.name}-${shot.size}.jpg`;
  await page.screenshot({ path, type: 'jpeg', quality: 82, timeout: 300_000 });
  await context.close();
  console.log(path);
}

mkdirSync(FOLDER, { recursive: true });
const wanted = process.argv[2];
await ensureBuilt();
const { url, close } = await serve(DIST, { port: 0 });
const browser = await launchBrowser();
try {
  for (const shot of SHOTS) if (wanted === undefined || shot.name === wanted) await take(browser, url, shot);
} finally {
  await browser.close();
  await close();
}
