/** How a plan begins where the grids in force do not fit together: what is wrong, and how near borders count as one. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readStore } from '../../scripts/browser/database.ts';
import { openLinli, whenIdle } from '../../scripts/browser/linli.ts';
import type { Grid } from '../../src/domain/records/index.ts';
import { drawnApart } from '../../src/planner/fixtures/drawn-apart.ts';
import { useSession } from './harness.ts';
import { households } from './planner-map.ts';
import { press } from './press.ts';

const session = useSession();

/** Past the application's own code: no screen of it would draw borders apart. */
const putGrid = (page: Page, grid: Grid): Promise<void> =>
  page.evaluate(async (row) => {
    const done = <R>(request: IDBRequest<R>): Promise<R> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('The request failed'));
      });
    const database = await done(indexedDB.open(`linli-${row.communityId}`));
    await done(database.transaction('grids', 'readwrite').objectStore('grids').put(row));
    database.close();
  }, grid);

describe('grids that were drawn apart', () => {
  it('have gaps or overlaps, which a wider tolerance closes; the plan then begins', async () => {
    const { page, baseUrl } = session();
    await openLinli(page, baseUrl, '/planner');
    const grids = await readStore<Grid>(page, 'grids');
    await putGrid(page, drawnApart(grids, 0.4));
    await page.reload();
    await openLinli(page, baseUrl, '/planner');
    await press(page, '新建方案');
    const dialog = page.getByRole('dialog');
    const wide = dialog.getByText(/^缝隙：|”重叠 /);
    await dialog.getByText('相距多近的边界视为同一条').waitFor();
    expect(await wide.count()).toBeGreaterThan(0);
    const tolerance = dialog.getByRole('combobox', { name: '相距多近的边界视为同一条' });
    expect(await dialog.getByText('0.02 米', { exact: true }).count()).toBe(1);
    await tolerance.click();
    await page.locator('.ant-select-item-option').filter({ hasText: '0.5 米' }).click();
    await dialog.getByText('两个顶点相距').first().waitFor();
    expect(await wide.count()).toBe(0);
    await dialog.getByRole('button', { name: '按此修复并开始' }).click();
    await page.locator('canvas[data-view]').waitFor();
    await whenIdle(page);
    expect([...(await households(page)).keys()].sort()).toEqual(grids.map(({ id }) => id).sort());
  });
});

it('asked for nothing outside, broke no policy and met no error', () => {
  expect(session().misdeeds).toEqual({ outsideRequests: [], policyViolations: [], errors: [] });
});
