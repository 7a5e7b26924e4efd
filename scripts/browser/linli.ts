/** What tests, benches and pictures do with an open page: wait for it by its own word, click in 3D, look at its database. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { LinliInspect } from '../../src/state/inspect.ts';

declare global {
  interface Window {
    readonly linli: LinliInspect;
  }
}

/** A fresh profile loads the whole sample community first, on whatever machine this is. */
const READY_TIMEOUT_MS = 180_000;

/** Rejects with what was waited for, instead of hanging until the test runner gives up. */
async function within<T>(work: Promise<T>, what: string, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took longer than ${limitMs} ms`)), limitMs);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

/** Resolves when nothing is loading, querying or animating. */
export const whenIdle = (page: Page): Promise<void> =>
  within(
    page.evaluate(() => window.linli.idle()),
    'linli.idle()',
    READY_TIMEOUT_MS,
  );

/** Opens a route, `/staff/building/…`, and waits until the community is there and the page is still. */
export async function openLinli(page: Page, baseUrl: string, route = '/staff'): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${baseUrl}?inspect#${route}`);
  await page.waitForFunction(() => 'linli' in window, undefined, { timeout: READY_TIMEOUT_MS });
  await within(
    page.evaluate(() => window.linli.ready),
    'linli.ready',
    READY_TIMEOUT_MS,
  );
  await whenIdle(page);
}

/** Opens a wall that moves: it never comes to rest, so it is waited for until its first picture stands and its figures are there. */
export async function openWall(page: Page, baseUrl: string, query = ''): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${baseUrl}?inspect#/wall${query}`);
  await page.waitForFunction(() => 'linli' in window, undefined, { timeout: READY_TIMEOUT_MS });
  await within(
    page.evaluate(() => window.linli.ready),
    'linli.ready',
    READY_TIMEOUT_MS,
  );
  await page.locator('[data-figure="residents"]').waitFor({ timeout: READY_TIMEOUT_MS });
  await page.waitForFunction(() => window.linli.frames().drawCalls > 0, undefined, {
    timeout: READY_TIMEOUT_MS,
  });
}

/** Goes to another route of the open page, as a link does. */
export async function goTo(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, route);
  // The router draws the new page between frames, as it finds time.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 })));
  await whenIdle(page);
}

export const routeOf = (page: Page): string => new URL(page.url()).hash.slice(1).split('?')[0] ?? '';

/** Where a thing can be clicked, CSS pixels; fails where the scene shows no point of it. */
export async function positionOf(page: Page, kind: string, id: string): Promise<{ x: number; y: number }> {
  const position = await page.evaluate(([k, i]) => window.linli.screenPositionOf(k, i), [kind, id] as const);
  if (position === null) throw new Error(`No visible point of ${kind} ${id}`);
  return position;
}

export async function click3d(page: Page, kind: string, id: string): Promise<void> {
  const { x, y } = await positionOf(page, kind, id);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  await whenIdle(page);
}

/** The buildings that can be clicked now, as the picker itself says. */
export const clickableBuildings = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    window.linli
      .buildings()
      .map(({ id }) => ({ id, at: window.linli.screenPositionOf('building', id) }))
      .filter(({ id, at }) => at !== null && window.linli.pick(at.x, at.y)?.id === id)
      .map(({ id }) => id),
  );

/** A picture for a person to look at; `.tmp` is no part of the repository. */
export async function screenshot(page: Page, name: string): Promise<void> {
  mkdirSync('.tmp', { recursive: true });
  await page.screenshot({ path: `.tmp/${name}.png` });
}
