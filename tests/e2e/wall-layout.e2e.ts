/** Panels and head of the wall in both languages, lying and upright: what is written has room where it stands. */
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openContext } from '../../scripts/browser/browser.ts';
import { PANEL_KEYS, type PanelKey } from '../../src/wall/settings/settings.ts';
import { useSession } from './harness.ts';

const session = useSession({ switches: ['--disable-3d-apis'] });
const SLOTS = 3;
/** All panels, as many at a time as a wall of 16:9 shows. */
const PAGES = Array.from({ length: Math.ceil(PANEL_KEYS.length / (2 * SLOTS)) }, (_, page) => {
  const keys = PANEL_KEYS.slice(page * 2 * SLOTS, (page + 1) * 2 * SLOTS);
  return { left: keys.slice(0, SLOTS), right: keys.slice(SLOTS) };
});

/** Texts that reach out of their panel or are cut at their end, and whether the two ends of the head meet. */
const crowded = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const out: string[] = [];
    for (const panel of document.querySelectorAll('[data-panel]')) {
      const name = panel.getAttribute('data-panel');
      const { left, right, bottom } = panel.getBoundingClientRect();
      for (const element of panel.querySelectorAll('*')) {
        const text = [...element.childNodes].some(
          ({ nodeType, data }: Node & { data?: string }) => nodeType === 3 && data?.trim(),
        );
        if (!text) continue;
        const box = element.getBoundingClientRect();
        // Figures in a chart have nothing below their line, its box has.
        const below = element instanceof SVGElement ? box.height * 0.25 : 0;
        if (box.left < left - 1 || box.right > right + 1 || box.bottom - below > bottom + 2)
          out.push(`${name}: “${element.textContent}” reaches out`);
        if (
          element instanceof HTMLElement &&
          element.tagName !== 'P' &&
          element.scrollWidth > element.clientWidth + 1
        )
          if (getComputedStyle(element).overflowX !== 'visible')
            out.push(`${name}: “${element.textContent}” is cut`);
      }
    }
    const [name, now] = [...(document.querySelector('[data-wall] header')?.children ?? [])];
    const end = Math.max(...[...(name?.children ?? [])].map((part) => part.getBoundingClientRect().right));
    if (end > (now?.getBoundingClientRect().left ?? 0)) out.push('The name reaches into the date');
    return out;
  });

describe.each([
  ['lying', 1366, 768],
  ['upright', 1080, 1920],
  ['wide', 2560, 720],
  ['a band', 2560, 360],
] as const)('a wall that is %s', (_, width, height) => {
  let close: (() => Promise<void>) | null = null;
  afterEach(() => close?.());

  it.each(['zh', 'en'])('has room for what is written: %s', async (language) => {
    const { browser, baseUrl } = session();
    const { context, page } = await openContext(browser, new URL(baseUrl).origin, {
      viewport: { width, height },
      reducedMotion: 'reduce',
    });
    close = () => context.close();
    await context.addInitScript((kept) => localStorage.setItem('linli.preferences', JSON.stringify(kept)), {
      language,
      deskName: '',
      drawing: 'auto',
    });
    const seen = new Set<string | null>();
    for (const panels of PAGES) {
      const set = encodeURIComponent(
        JSON.stringify(panels satisfies { left: PanelKey[]; right: PanelKey[] }),
      );
      await page.goto('about:blank');
      await page.goto(`${baseUrl}?inspect#/wall?now=2026-09-30T10:10&interval=600&set=${set}`);
      await page.waitForFunction(() => 'linli' in window);
      await page.evaluate(() => window.linli.ready);
      await expect
        .poll(() => page.locator('[data-panel]').count(), { timeout: 60_000 })
        .toBe(panels.left.length + panels.right.length);
      for (const panel of await page.locator('[data-panel]').all())
        seen.add(await panel.getAttribute('data-panel'));
      expect(await crowded(page)).toEqual([]);
    }
    expect([...seen].sort()).toEqual([...PANEL_KEYS].sort());
  });
});
