/** Typing into the omnibox → the first results are drawn, by the page's own clock. */
import type { Page } from 'playwright-core';
import { whenIdle } from '../browser/linli.ts';
import { type Figure, median } from './table.ts';

const QUERIES = ['王', '李', 'zhang', 'ly', '3-2-502', '3号楼', '超市', '卫生', '138', 'wjg'];

export async function measureSearch(page: Page): Promise<Figure[]> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: /搜索/ });
  await field.waitFor();
  const times: number[] = [];
  for (const query of QUERIES) {
    await field.fill('');
    await whenIdle(page);
    await field.evaluate((element) => {
      const clock = window as unknown as { benchSearch?: Promise<number> };
      clock.benchSearch = new Promise<number>((resolve) => {
        let typedAt = 0;
        const observer = new MutationObserver(() => {
          if (typedAt === 0 || document.querySelector('[role="option"]') === null) return;
          observer.disconnect();
          resolve(performance.now() - typedAt);
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
        const typed = (): void => {
          typedAt = performance.now();
        };
        element.addEventListener('input', typed, { capture: true, once: true });
        setTimeout(resolve, 3000, Number.NaN);
      });
    });
    await field.fill(query);
    const measured = await page.evaluate(
      () => (window as unknown as { benchSearch: Promise<number> }).benchSearch,
    );
    if (!Number.isNaN(measured)) times.push(measured);
    await whenIdle(page);
  }
  await page.keyboard.press('Escape');
  return [
    { name: 'Omnibox, first results', unit: 'ms', measured: median(times), aim: 50 },
    {
      name: `Omnibox, queries of ${QUERIES.length} without a result`,
      unit: '',
      measured: QUERIES.length - times.length,
      aim: null,
    },
  ];
}
