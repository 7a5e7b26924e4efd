/** Click a building → its panel is there, by the page's own clock; and what two hundred selections leave behind. */
import type { Page } from 'playwright-core';
import { clickableBuildings, goTo, positionOf, whenIdle } from '../browser/linli.ts';
import { type Figure, median } from './table.ts';

const CLICKS = 12;
const SELECTIONS = 200;
/** The first selections fill caches; what grows after them is a leak. */
const WARM_UP = 20;

/** Writes down when the pointer went up and when a heading with the name was first drawn. */
const watchPanel = (page: Page, name: string): Promise<void> =>
  page.evaluate((wanted) => {
    const clock = window as unknown as { benchClick?: Promise<number> };
    clock.benchClick = new Promise((resolve) => {
      let upAt = 0;
      const look = (): boolean =>
        [...document.querySelectorAll('main h1, main h2, main h3')].some((heading) =>
          heading.textContent?.includes(wanted),
        );
      const observer = new MutationObserver(() => {
        if (upAt === 0 || !look()) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - upAt));
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      const onUp = (event: PointerEvent): void => {
        upAt = event.timeStamp;
      };
      window.addEventListener('pointerup', onUp, { capture: true, once: true });
    });
  }, name);

export async function measureClicks(page: Page): Promise<Figure[]> {
  const names = new Map(
    (await page.evaluate(() => window.linli.buildings())).map(({ id, name }) => [id, name]),
  );
  const times: number[] = [];
  await goTo(page, '/staff');
  for (const id of (await clickableBuildings(page)).slice(0, CLICKS)) {
    await goTo(page, '/staff');
    const at = await positionOf(page, 'building', id).catch(() => null);
    if (at === null) continue;
    await page.mouse.move(at.x, at.y);
    await whenIdle(page);
    await watchPanel(page, names.get(id) ?? '');
    await page.mouse.click(at.x, at.y);
    const waited = page.evaluate(() => (window as unknown as { benchClick: Promise<number> }).benchClick);
    times.push(
      await Promise.race([waited, new Promise<number>((resolve) => setTimeout(resolve, 10_000, 10_000))]),
    );
    await whenIdle(page);
  }
  return [{ name: 'Click → panel', unit: 'ms', measured: median(times), aim: 100 }];
}

interface Held {
  readonly geometries: number;
  readonly textures: number;
  readonly heapBytes: number;
}

async function held(page: Page): Promise<Held> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return { ...(await page.evaluate(() => window.linli.memory())), heapBytes: usedSize };
}

export async function measureMemory(page: Page): Promise<Figure[]> {
  const ids = await page.evaluate(() => window.linli.buildings().map(({ id }) => id));
  const select = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index++)
      await goTo(page, `/staff/building/${ids[index % Math.min(ids.length, 40)]}`);
    await goTo(page, '/staff');
  };
  await select(WARM_UP);
  const before = await held(page);
  await select(SELECTIONS);
  const after = await held(page);
  const growth = (key: keyof Held): number => after[key] - before[key];
  return [
    {
      name: `Geometries more after ${SELECTIONS} selections`,
      unit: '',
      measured: growth('geometries'),
      aim: 4,
    },
    { name: `Textures more after ${SELECTIONS} selections`, unit: '', measured: growth('textures'), aim: 4 },
    {
      name: `Heap more after ${SELECTIONS} selections`,
      unit: 'MB',
      measured: growth('heapBytes') / 1e6,
      aim: 5,
    },
    { name: 'Heap', unit: 'MB', measured: after.heapBytes / 1e6, aim: null },
  ];
}
