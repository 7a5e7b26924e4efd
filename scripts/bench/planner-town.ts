/**
 * A large town for the planner, put into the database of an opened sample past the application: grids with bent borders, houses in
 * them, their counts; and a new plan of it, opened. Homes and people are left out: the planner reads sums by building.
 */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newId } from '../../src/domain/ids.ts';
import type { Building, Community, Grid, GridPlan } from '../../src/domain/records/index.ts';
import { emptyStats } from '../../src/domain/stats.ts';
import { createFrame } from '../../src/geometry/frame.ts';
import { bentGrids, tilingOf } from '../../src/geometry/tiling/fixtures/town.ts';
import {
  assignBuildings,
  buildingSet,
  exportLngLat,
  lngLatFromMm,
  outlinePolygons,
  Tiling,
} from '../../src/geometry/tiling/index.ts';
import { openContext } from '../browser/browser.ts';
import { readStore } from '../browser/database.ts';
import { openLinli, whenIdle } from '../browser/linli.ts';
import { housesOver } from './houses.ts';

/** Writes whole object stores of the community that was opened last. */
export async function replaceStores(
  page: Page,
  stores: Readonly<Record<string, readonly object[]>>,
): Promise<void> {
  await page.evaluate(async (text) => {
    const rowsOf = JSON.parse(text) as Record<string, object[]>;
    const answer = <R>(request: IDBRequest<R>): Promise<R> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The request failed'));
      });
    const registry = await answer(indexedDB.open('linli'));
    const known = await answer<{ id: string; openedAt: number }[]>(
      registry.transaction('communities').objectStore('communities').getAll(),
    );
    registry.close();
    const [latest] = known.sort((a, b) => b.openedAt - a.openedAt);
    const database = await answer(indexedDB.open(`linli-${latest?.id}`));
    const names = Object.keys(rowsOf);
    const work = database.transaction(names, 'readwrite');
    const done = new Promise<void>((resolve, reject) => {
      work.oncomplete = () => resolve();
      work.onerror = () => reject(work.error ?? new Error('The transaction failed'));
    });
    for (const name of names) {
      const store = work.objectStore(name);
      store.clear();
      for (const row of rowsOf[name] ?? []) store.put(row);
    }
    await done;
    database.close();
  }, JSON.stringify(stores));
}

export async function layTown(page: Page, columns: number, rows: number, houses: number): Promise<void> {
  const [community] = await readStore<Community>(page, 'communities');
  const [building] = await readStore<Building>(page, 'buildings');
  const [grid] = await readStore<Grid>(page, 'grids');
  if (community === undefined || building === undefined || grid === undefined) throw new Error('no sample');
  const frame = createFrame(community.anchor);
  const polygons = bentGrids(columns, rows, { bends: 11 }).map(({ parts }) => ({ id: newId(), parts }));
  const tiling = tilingOf(polygons);
  const { slabs: footprints, chance } = housesOver(columns, rows, houses, 5);
  const ids = footprints.map(() => newId());
  const set = buildingSet(
    footprints.map((ring, i) => ({ id: ids[i] as string, footprint: [ring] })),
    [],
  );
  const { faceOf } = assignBuildings(tiling, set);
  const boundaries = exportLngLat(tiling, frame);
  await replaceStores(page, {
    communities: [
      {
        ...community,
        outline: outlinePolygons(tiling).map((rings) =>
          rings.map((ring) => ring.map((point) => lngLatFromMm(frame, point))),
        ),
      },
    ],
    grids: [...boundaries].map(([id, boundary], i) => ({
      ...grid,
      id,
      boundary,
      sequence: i + 1,
      code: `${community.code}${String(i + 1).padStart(3, '0')}`,
      name: `${i + 1}号网格`,
      parents: [],
    })),
    gridWorkers: [],
    buildings: footprints.map((ring, i) => ({
      ...building,
      id: ids[i],
      gridId: faceOf[i],
      footprint: [ring.map(([x, y]) => lngLatFromMm(frame, { x: x * 1000, y: y * 1000 }))],
      estate: '',
      number: String(i + 1),
      name: `${i + 1}号楼`,
      aliases: [],
    })),
    stats: ids.map((id) => ({
      ...emptyStats(id),
      households: 6 + Math.floor(chance.next() * 30),
      residents: 20 + Math.floor(chance.next() * 80),
      direct: Math.floor(chance.next() * 6),
    })),
    floors: [],
    organisations: [],
    facilities: [],
    buildingHeads: [],
    matters: [],
  });
}

export interface OpenTown {
  readonly page: Page;
  readonly context: BrowserContext;
  /** The grids of the plan that is open. */
  readonly tiling: Tiling;
}

export const openTown = async (
  browser: Browser,
  url: string,
  columns: number,
  rows: number,
  houses: number,
  viewport = { width: 1366, height: 768 },
  before: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<OpenTown> => {
  const options = { viewport, reducedMotion: 'reduce' } as const;
  const { page, context } = await openContext(browser, new URL(url).origin, options);
  await before(page);
  await openLinli(page, url, '/planner');
  await layTown(page, columns, rows, houses);
  await openLinli(page, url, '/planner');
  await page.getByRole('button', { name: '新建方案' }).click();
  await page.locator('canvas[data-view]').waitFor();
  await whenIdle(page);
  const [plan] = await readStore<GridPlan>(page, 'gridPlans');
  if (plan === undefined) throw new Error('there is no plan');
  return { page, context, tiling: Tiling.of(plan.base) };
};
