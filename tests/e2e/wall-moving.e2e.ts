/** How a wall moves where it has no graphics card: plainly in flight, in full where it stands, softly from one to the other; or in cuts. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openWall } from '../../scripts/browser/linli.ts';
import { useSession } from './harness.ts';

const session = useSession({
  context: { viewport: { width: 1280, height: 720 }, reducedMotion: 'no-preference' },
});
const QUIET = '?now=2026-09-30T10:10&interval=600&tour=grid-3';
const SOON = { timeout: 60_000 };

/** What the scene's canvas went through: has it all pixels of the screen, and does the last picture of a flight lie over it. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: string[] = [];
    const look = (): void => {
      const canvas = document.querySelector('canvas:not([data-afterglow])');
      const ratio = canvas instanceof HTMLCanvasElement ? canvas.width / canvas.clientWidth : Number.NaN;
      const now = `${ratio > 0.95 ? 'full' : 'coarse'}${document.querySelector('canvas[data-afterglow]') ? ', fading' : ''}`;
      if (seen.at(-1) !== now) seen.push(now);
      requestAnimationFrame(look);
    };
    look();
    Object.assign(window, { seen });
  });
const seenOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as { seen: string[] }).seen);
const goOn = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const channel = new BroadcastChannel('linli-wall');
    channel.postMessage({ kind: 'next' });
    channel.close();
  });

describe('a flight in software', () => {
  it('is drawn with fewer pixels, and its last picture fades into the full one', async () => {
    const { page, baseUrl } = session();
    await openWall(page, baseUrl, `${QUIET}&level=4`);
    await expect.poll(() => page.locator('canvas').count(), SOON).toBe(1);
    await watch(page);
    await expect.poll(() => seenOf(page), SOON).toEqual(expect.arrayContaining(['full']));
    await goOn(page);
    await expect
      .poll(async () => (await seenOf(page)).slice(-4), SOON)
      .toEqual(['full', 'coarse', 'full, fading', 'full']);
    expect(await page.locator('canvas').count()).toBe(1);
  });

  it('that begins while it fades takes it away', async () => {
    const { page } = session();
    await goOn(page);
    await page.locator('canvas[data-afterglow]').waitFor({ state: 'attached', ...SOON });
    await goOn(page);
    await expect.poll(async () => (await seenOf(page)).at(-1), SOON).toBe('coarse');
    await expect.poll(async () => (await seenOf(page)).at(-1), SOON).toBe('full');
  });

  it('is left out where even that were too slow: the picture changes under a veil, with all its pixels', async () => {
    const { page, baseUrl } = session();
    await openWall(page, baseUrl, `${QUIET}&level=7`);
    await watch(page);
    const stop = (): Promise<string | null> => page.locator('[data-stop]').getAttribute('data-stop');
    const before = await stop();
    await goOn(page);
    await expect.poll(stop, SOON).not.toBe(before);
    await expect.poll(() => page.locator('[data-on="true"]').count(), SOON).toBe(0);
    expect(await seenOf(page)).toEqual(['full']);
  });
});
