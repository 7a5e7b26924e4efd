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
const SIZES = { '1920': { width: 1920, height: 1080 }, '1366': { width: 1366, height: 768 } } as const;

interface Shot {
  readonly name: string;
  readonly size: keyof typeof SIZES;
  readonly language?: 'zh' | 'en';
  readonly mode?: 'day' | 'night';
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
];

async function take(browser: Browser, baseUrl: string, shot: Shot): Promise<void> {
  const { context, page } = await openContext(browser, new URL(baseUrl).origin, {
    viewport: SIZES[shot.size],
  });
  await context.addInitScript(
    ([language, mode]) => {
      localStorage.setItem('linli.preferences', JSON.stringify({ language, deskName: '' }));
      localStorage.setItem('linli.view', JSON.stringify({ mode }));
    },
    [shot.language ?? 'zh', shot.mode ?? 'day'] as const,
  );
  await openLinli(page, baseUrl);
  await shot.arrange?.(page);
  await whenIdle(page);
  const path = `${FOLDER}/${shot.name}-${shot.size}.jpg`;
  await page.screenshot({ path, type: 'jpeg', quality: 82 });
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
