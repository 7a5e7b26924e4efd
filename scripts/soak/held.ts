/** What a page holds at a moment, and whether it grows. */
import type { Page } from 'playwright-core';

export interface Held {
  readonly atMs: number;
  readonly heapMegabytes: number;
  readonly geometries: number;
  readonly textures: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** After two collections of garbage: what is left is held by somebody. */
export async function heldBy(page: Page, atMs: number): Promise<Held> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  await devtools.detach();
  const { geometries, textures } = await page.evaluate(() => window.linli.memory());
  return { atMs, heapMegabytes: usedSize / 1e6, geometries, textures, nodes, listeners: jsEventListeners };
}

/** The slope of the straight line through the samples that fits best, a unit an hour. */
export function slopeOf(samples: readonly Held[], of: (held: Held) => number): number {
  const n = samples.length;
  const x = samples.map(({ atMs }) => atMs / 3_600_000);
  const y = samples.map(of);
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / n;
  const [mx, my] = [mean(x), mean(y)];
  const across = x.reduce((sum, value) => sum + (value - mx) ** 2, 0);
  return across === 0 ? 0 : x.reduce((sum, value, i) => sum + (value - mx) * ((y[i] ?? 0) - my), 0) / across;
}

/**
 * How much more the later half may hold than the earlier one at their lowest: shots differ in what they show, so lowest is compared with
 * lowest. The heap breathes by some megabytes.
 */
const ROOM: Readonly<Record<Exclude<keyof Held, 'atMs'>, number>> = {
  heapMegabytes: 4,
  geometries: 3,
  textures: 3,
  nodes: 400,
  listeners: 12,
};

export interface Verdict {
  readonly name: string;
  readonly first: string;
  readonly last: string;
  readonly perHour: string;
  /** What the later half may hold at most. */
  readonly aim: string;
  readonly ok: boolean;
}

export function verdictOf(samples: readonly Held[]): Verdict[] {
  const half = samples.length >> 1;
  return (Object.keys(ROOM) as (keyof typeof ROOM)[]).map((key) => {
    const lowest = (part: readonly Held[]): number => Math.min(...part.map((held) => held[key]));
    const [first, last] = [lowest(samples.slice(0, half)), lowest(samples.slice(half))];
    return {
      name: key,
      first: first.toFixed(1),
      last: last.toFixed(1),
      perHour: slopeOf(samples, (held) => held[key]).toFixed(2),
      aim: (first + ROOM[key]).toFixed(1),
      ok: last - first <= ROOM[key],
    };
  });
}
