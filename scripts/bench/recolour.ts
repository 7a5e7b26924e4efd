/**
 * Choosing another theme: sorting every building into a class and writing its texel, as many buildings as the sample has and
 * 100,000, in this process; and in the page, what the upload of the texture costs and when the new colours are drawn.
 */
import type { Page } from 'playwright-core';
import type { Building } from '../../src/domain/records/index.ts';
import { METRICS } from '../../src/domain/stats.ts';
import type { StatsColumns } from '../../src/state/places.ts';
import { classify } from '../../src/state/themes/classify.ts';
import { paintBuildings } from '../../src/state/themes/paint.ts';
import { THEME_KEYS } from '../../src/state/themes/theme-keys.ts';
import { whenIdle } from '../browser/linli.ts';
import { type Figure, median } from './table.ts';

const MANY = 100_000;
const ROUNDS = 7;

/** Counts that look random and are the same on every machine. */
function syntheticPlaces(count: number): { buildings: Building[]; stats: StatsColumns } {
  const stats = Object.fromEntries(
    METRICS.map((metric, column) => [
      metric,
      Int32Array.from({ length: count }, (_, at) => (at * 2_654_435_761 + column * 40_503) % 97),
    ]),
  ) as StatsColumns;
  const buildings = Array.from(
    { length: count },
    (_, at) => ({ storeys: 1 + (at % 33), yearBuilt: 1970 + (at % 55) }) as Building,
  );
  return { buildings, stats };
}

/** The median of each theme, milliseconds. */
function paintTimes(count: number): number[] {
  const places = syntheticPlaces(count);
  const bytes = new Uint8Array(count * 4);
  return THEME_KEYS.map((theme) =>
    median(
      Array.from({ length: ROUNDS }, () => {
        const start = performance.now();
        paintBuildings(classify(theme, places), new Set(), bytes);
        return performance.now() - start;
      }),
    ),
  );
}

interface Upload {
  readonly uploadMs: number;
  readonly clickToFrameMs: number;
}

/** Steps to the next theme with the keyboard; the page's own clock tells when the texture went up and what that cost. */
async function stepTheme(page: Page): Promise<Upload | null> {
  await page.evaluate(() => {
    const bench = window as unknown as { benchUpload?: Promise<Upload | null> };
    const prototype = WebGL2RenderingContext.prototype;
    const { texSubImage2D, texImage2D } = prototype;
    bench.benchUpload = new Promise((resolve) => {
      let keyAt = 0;
      let uploadMs = 0;
      const finish = (result: Upload | null): void => {
        Object.assign(prototype, { texSubImage2D, texImage2D });
        resolve(result);
      };
      const timed = (original: (...args: never[]) => void) =>
        function (this: WebGL2RenderingContext, ...args: never[]): void {
          const start = performance.now();
          original.apply(this, args);
          if (keyAt === 0) return;
          if (uploadMs === 0)
            requestAnimationFrame((now) => finish({ uploadMs, clickToFrameMs: now - keyAt }));
          uploadMs += performance.now() - start;
        };
      Object.assign(prototype, { texSubImage2D: timed(texSubImage2D), texImage2D: timed(texImage2D) });
      window.addEventListener('keydown', ({ key, timeStamp }) => key === 'Enter' && (keyAt = timeStamp), {
        capture: true,
      });
      setTimeout(finish, 3000, null);
    });
  });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const result = await page.evaluate(
    () => (window as unknown as { benchUpload: Promise<Upload | null> }).benchUpload,
  );
  await whenIdle(page);
  return result;
}

async function uploadsInPage(page: Page): Promise<Upload[]> {
  const select = page.locator('section').getByRole('combobox').first();
  const uploads: Upload[] = [];
  for (let step = 1; step < THEME_KEYS.length; step++) {
    await select.click();
    const upload = await stepTheme(page);
    if (upload !== null) uploads.push(upload);
  }
  return uploads;
}

export async function measureRecolour(page: Page): Promise<Figure[]> {
  const sample = await page.evaluate(() => window.linli.buildings().length);
  const uploads = await uploadsInPage(page);
  const upload = median(uploads.map(({ uploadMs }) => uploadMs));
  return [
    {
      name: `Recolour: ${sample} buildings painted and uploaded`,
      unit: 'ms',
      measured: median(paintTimes(sample)) + upload,
      aim: 5,
    },
    { name: 'Recolour: of that, the upload', unit: 'ms', measured: upload, aim: null },
    {
      name: 'Recolour: from the key to the frame',
      unit: 'ms',
      measured: median(uploads.map(({ clickToFrameMs }) => clickToFrameMs)),
      aim: null,
    },
    {
      name: 'Recolour: 100,000 buildings painted',
      unit: 'ms',
      measured: median(paintTimes(MANY)),
      aim: null,
    },
  ];
}
