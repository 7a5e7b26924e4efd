/**
 * A wall that nobody looks after, in the real browser: contexts are lost, the machine sleeps, its clock is set, a day and a quarter end,
 * other windows upgrade or delete the database, the disk fills, the server goes, a new version comes. Time is the browser's own clock,
 * moved by hand.
 * Above 300 lines: one short story for each thing that can happen to a wall, all on the same set-up.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openContext } from '../../scripts/browser/browser.ts';
import { openWall } from '../../scripts/browser/linli.ts';
import { DIST } from '../../scripts/lib/paths.mjs';
import { serve } from '../../scripts/server.mjs';
import type { WallEvent } from '../../src/wall/watch/journal.ts';
import { diskLimiter, fillDisk } from './fill-disk.ts';
import { useSession } from './harness.ts';

const SMALL = { viewport: { width: 640, height: 360 } };
const session = useSession({ context: SMALL });

/** Two cores draw in software what a wall's machine draws at once. */
const SOON = { timeout: 60_000 };
const RESIDENTS = '[data-figure="residents"]';
/** One panel, so that no page of panels turns while hours pass. */
const FIGURES = `?interval=600&set=${encodeURIComponent('{"left":["figures"]}')}`;
const ROOM_BYTES = 80_000_000;
const eventsOf = (page: Page): Promise<readonly WallEvent[]> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('linli.wall.journal') ?? '{"events":[]}').events);
const kindsOf = async (page: Page): Promise<readonly string[]> =>
  (await eventsOf(page)).map(({ kind }) => kind);
const clockOf = (page: Page): Promise<string> => page.locator('[data-wall] header time').innerText();
const headOf = (page: Page): Promise<string> => page.locator('[data-wall] header').first().innerText();
const residentsOf = (page: Page): Promise<string | null> => page.locator(RESIDENTS).first().textContent();
const markPage = (page: Page): Promise<unknown> =>
  page.evaluate(() => Object.assign(window, { sameDocument: true }));
const isSamePage = (page: Page): Promise<boolean> =>
  page.evaluate(() => 'sameDocument' in window).catch(() => true);
/** The wall has loaded its page anew, and shows its figures again. */
const waitForReload = async (page: Page): Promise<void> => {
  await expect.poll(() => isSamePage(page), SOON).toBe(false);
  await page.locator(RESIDENTS).waitFor({ timeout: 60_000 });
};
/** The name of the community's own database. */
const databaseOf = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
    return names.find((name) => name.startsWith('linli-')) ?? '';
  });
/** A page of the same origin that is not the application. */
const bystander = async (context: BrowserContext, baseUrl: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${baseUrl}favicon.svg`);
  return page;
};

describe('lost contexts', () => {
  // `npm run check:wall` loses fifty, among changes and rounds of the tour.
  it('come back six times over, and nothing is left of them', async () => {
    const { page, baseUrl } = session();
    await openWall(page, baseUrl, '?interval=600');
    const before = await page.evaluate(() => window.linli.memory());
    for (let loss = 0; loss < 6; loss++)
      await page.evaluate(async () => {
        const extension = document
          .querySelector('canvas')
          ?.getContext('webgl2')
          ?.getExtension('WEBGL_lose_context');
        extension?.loseContext();
        await new Promise((resolve) => setTimeout(resolve, 40));
        extension?.restoreContext();
        await new Promise((resolve) => setTimeout(resolve, 120));
      });
    await page.evaluate(() => window.linli.idle());
    await expect.poll(() => page.evaluate(() => window.linli.frames().drawCalls), SOON).toBeGreaterThan(0);
    const after = await page.evaluate(() => window.linli.memory());
    expect(after.geometries).toBeLessThanOrEqual(before.geometries + 3);
    expect(after.textures).toBeLessThanOrEqual(before.textures + 3);
    expect(await page.locator('canvas').count()).toBeGreaterThan(0);
  });
});

describe('time', () => {
  let page: Page;
  let context: BrowserContext;
  beforeAll(async () => {
    const { browser, baseUrl } = session();
    ({ page, context } = await openContext(browser, new URL(baseUrl).origin, {
      ...SMALL,
      reducedMotion: 'reduce',
    }));
    await page.clock.install({ time: new Date('2026-09-30T15:59:10Z') });
    // The machine's own clock, without `now=`: ten to midnight of the community, the last evening of a quarter.
    await openWall(
      page,
      baseUrl,
      `?interval=600&set=${encodeURIComponent('{"left":["figures","members"]}')}`,
    );
  });
  afterAll(() => context?.close());

  it('goes over midnight and the end of a quarter', async () => {
    expect(await headOf(page)).toContain('2026年9月30日');
    const duties = (): Promise<string> => page.locator('[data-panel="members"]').innerText();
    await page.clock.fastForward('00:31');
    await expect.poll(duties, SOON).toMatch(/报到 [1-9]/);
    await page.clock.fastForward('01:00');
    await expect.poll(() => headOf(page), SOON).toContain('2026年10月1日');
    // A new quarter: nobody has reported in yet.
    await expect.poll(duties, SOON).toMatch(/报到 (?:<5|—)/);
  });

  it('is right at once after the machine slept, and the sleep is written down', async () => {
    const residents = await residentsOf(page);
    const devtools = await context.newCDPSession(page);
    await devtools.send('Page.setWebLifecycleState', { state: 'frozen' });
    await devtools.send('Page.setWebLifecycleState', { state: 'active' });
    await devtools.detach();
    await page.clock.fastForward('10:00:00');
    await expect.poll(() => clockOf(page), SOON).toMatch(/^10:0/);
    await expect.poll(() => kindsOf(page), SOON).toContain('slept');
    await expect.poll(() => page.locator('[data-wall]').getAttribute('data-mode'), SOON).toBe('day');
    expect(await residentsOf(page)).toBe(residents);
  });

  it('is right after the clock was set back, and forwards', async () => {
    await page.clock.setSystemTime(new Date('2026-09-30T12:30:00Z'));
    await page.clock.runFor(3000);
    await expect.poll(() => headOf(page), SOON).toContain('2026年9月30日');
    expect(await clockOf(page)).toBe('20:30');
    await expect.poll(() => kindsOf(page), SOON).toContain('clock');
    await expect.poll(() => page.locator('[data-wall]').getAttribute('data-mode'), SOON).toBe('night');
    await page.clock.setSystemTime(new Date('2026-10-03T04:00:00Z'));
    await page.clock.runFor(3000);
    await expect.poll(() => headOf(page), SOON).toContain('2026年10月3日');
    await expect.poll(() => page.locator('[data-wall]').getAttribute('data-mode'), SOON).toBe('day');
  });
});

describe('the database', () => {
  it('is given up to another window that upgrades it, and opened again', async () => {
    const { page, baseUrl, context } = session();
    await openWall(page, baseUrl, '?interval=600');
    const residents = await residentsOf(page);
    await markPage(page);
    const other = await bystander(context, baseUrl);
    const upgraded = await other.evaluate(
      (name) =>
        new Promise<string>((resolve) => {
          void indexedDB.databases().then((all) => {
            const version = all.find((each) => each.name === name)?.version ?? 1;
            const opening = indexedDB.open(name, version);
            opening.onsuccess = () => {
              opening.result.close();
              // The upgrade itself: held for a while, as a migration holds it.
              const upgrade = indexedDB.open(name, version + 1);
              upgrade.onupgradeneeded = () => undefined;
              upgrade.onblocked = () => resolve('blocked');
              upgrade.onerror = () => resolve('error');
              upgrade.onsuccess = () => {
                upgrade.result.close();
                resolve('upgraded');
              };
            };
          });
        }),
      await databaseOf(page),
    );
    // The wall let go by itself.
    expect(upgraded).toBe('upgraded');
    await expect.poll(() => kindsOf(page), SOON).toContain('database');
    await waitForReload(page);
    expect(await residentsOf(page)).toBe(residents);
    await other.close();
  });

  it('that cannot be read is said in a sentence and tried again until it can', async () => {
    const { browser, baseUrl } = session();
    const { page, context } = await openContext(browser, new URL(baseUrl).origin, SMALL);
    await context.addInitScript(() => {
      if (localStorage.getItem('readable') !== null) return;
      IDBFactory.prototype.open = () => {
        throw new DOMException('Internal error opening backing store', 'UnknownError');
      };
    });
    await page.clock.install();
    await page.goto(`${baseUrl}?inspect#/wall?interval=600`);
    await page.getByRole('alert').waitFor({ timeout: 60_000 });
    await page.evaluate(() => {
      localStorage.setItem('readable', 'yes');
      // What the browser could not do a moment ago it can do now.
      const frame = document.body.appendChild(document.createElement('iframe'));
      IDBFactory.prototype.open = function (this: IDBFactory, ...args: Parameters<IDBFactory['open']>) {
        return (frame.contentWindow as Window & typeof globalThis).IDBFactory.prototype.open.apply(
          indexedDB,
          args,
        );
      };
    });
    await page.clock.fastForward('00:31');
    await page.locator(RESIDENTS).waitFor({ timeout: 120_000 });
    await context.close();
  });

  it('that was deleted shows no empty community, and says so', async () => {
    const { page, baseUrl, context } = session();
    await openWall(page, baseUrl, '?interval=600');
    await markPage(page);
    const other = await bystander(context, baseUrl);
    await other.evaluate(
      (name) =>
        new Promise<void>((resolve, reject) => {
          const deleting = indexedDB.deleteDatabase(name);
          deleting.onsuccess = () => resolve();
          deleting.onerror = () => reject(new Error('not deleted'));
        }),
      await databaseOf(page),
    );
    await expect.poll(() => isSamePage(page), SOON).toBe(false);
    await page.getByRole('alert').waitFor({ timeout: 60_000 });
    expect(await page.locator(RESIDENTS).count()).toBe(0);
    await other.close();
  });
});

describe('a full disk', () => {
  it('leaves the wall running, its journal short, and is told on the status page', async () => {
    const { browser, baseUrl } = session();
    const { origin } = new URL(baseUrl);
    const { page, context } = await openContext(browser, origin, { ...SMALL, reducedMotion: 'reduce' });
    await page.clock.install();
    const other = await bystander(context, baseUrl);
    const limit = await diskLimiter(other, origin);
    await limit(ROOM_BYTES);
    await openWall(page, baseUrl, FIGURES);
    const residents = await residentsOf(page);
    await fillDisk(other, limit);
    // Even a page that is loaded anew comes up: reading needs no room.
    await page.reload();
    await page.locator(RESIDENTS).waitFor({ timeout: 60_000 });
    expect(await residentsOf(page)).toBe(residents);
    for (let look = 0; look < 3; look++) await page.clock.fastForward('00:31');
    await expect.poll(() => kindsOf(page), SOON).toContain('full');
    // A day of it is one line.
    for (let hour = 0; hour < 24; hour++) await page.clock.fastForward('01:00:00');
    expect((await kindsOf(page)).filter((kind) => kind === 'full')).toHaveLength(1);
    expect(await residentsOf(page)).toBe(residents);
    const status = await context.newPage();
    await status.goto(`${baseUrl}#/wall/status`);
    await expect.poll(() => status.getByRole('alert').textContent(), SOON).toContain('磁盘空间不足');
    await context.close();
  });
});

describe('the server', () => {
  let folder = '';
  let context: BrowserContext | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'linli-wall-version-'));
    await cp(DIST, folder, { recursive: true });
  });
  afterAll(async () => {
    await context?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('brings a new version, which is taken at night; goes, and is not missed', async () => {
    const server = await serve(folder, { port: 0 });
    const opened = await openContext(session().browser, new URL(server.url).origin, {
      ...SMALL,
      reducedMotion: 'reduce',
    });
    context = opened.context;
    const { page } = opened;
    await page.clock.install({ time: new Date('2026-09-30T12:10:00Z') });
    await openWall(page, server.url, FIGURES);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    // The next version: another page, and a worker that knows it by another revision.
    const index = await readFile(join(folder, 'index.html'), 'utf8');
    await writeFile(
      join(folder, 'index.html'),
      index.replace('<head>', '<head><meta name="build" content="next">'),
    );
    const worker = await readFile(join(folder, 'sw.js'), 'utf8');
    const next = worker
      .replace(/(url:"index\.html",revision:")[^"]+/, '$1next')
      .replace(/(revision:")[^"]+(",url:"index\.html")/, '$1next$2');
    expect(next).not.toBe(worker);
    await writeFile(join(folder, 'sw.js'), next);
    const isNext = (): Promise<boolean> =>
      page.evaluate(() => document.querySelector('meta[name="build"]') !== null).catch(() => false);
    // In the evening nothing happens to a room full of people.
    await page.clock.fastForward('30:00');
    expect(await isNext()).toBe(false);
    await page.clock.setSystemTime(new Date('2026-09-30T19:05:00Z'));
    await page.clock.fastForward('00:31');
    await expect.poll(isNext, SOON).toBe(true);
    await page.locator(RESIDENTS).waitFor({ timeout: 60_000 });
    expect(await kindsOf(page)).toContain('version');

    await server.close();
    await page.clock.fastForward('30:00');
    const residents = await residentsOf(page);
    await markPage(page);
    await page.reload();
    await waitForReload(page);
    expect(await residentsOf(page)).toBe(residents);
    expect(await isNext()).toBe(true);
  });
});
