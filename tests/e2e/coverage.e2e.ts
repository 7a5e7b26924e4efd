/**
 * No blank spot: the sample is whole; a head who is dismissed at the desk leaves one, found at once; a click mends it, undo brings it
 * back; the certificate has the figures, is kept, and says later that the data have changed.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readStore } from '../../scripts/browser/database.ts';
import { goTo, openLinli, whenIdle } from '../../scripts/browser/linli.ts';
import type { BuildingHead, Disclosure, Resident } from '../../src/domain/records/index.ts';
import { drawerOf, openAction, saveForm } from './desk-actions.ts';
import { useSession } from './harness.ts';

const session = useSession();
const COVERAGE = '/planner/coverage';

const verdictOf = (page: Page): Promise<string | null> =>
  page.locator('[data-verdict]').getAttribute('data-verdict');
const findings = (page: Page, rule: string) => page.locator(`li[data-rule="${rule}"]`);
const figureOf = async (page: Page, theme: string): Promise<number[]> =>
  ((await page.locator(`[data-figure="${theme}"]`).innerText()).match(/[\d,]+/g) ?? []).map((text) =>
    Number(text.replaceAll(',', '')),
  );

describe('the check for blank spots', () => {
  it('finds none in the sample, and counts what it looked at', async () => {
    const { page, baseUrl } = session();
    await openLinli(page, baseUrl, COVERAGE);
    expect(await verdictOf(page)).toBe('whole');
    const counts = await page.evaluate(() => window.linli.counts());
    expect(await figureOf(page, 'buildings')).toEqual([counts.buildings, counts.buildings]);
    expect(await figureOf(page, 'members')).toEqual([counts.members, counts.members]);
    expect(await figureOf(page, 'homes')).toEqual(
      Array(2).fill((counts.dwellings ?? 0) + (counts.households ?? 0) + (counts.residents ?? 0)),
    );
    const [covered, ground] = await figureOf(page, 'ground');
    expect(covered).toBe(ground);
  });

  it('a head dismissed at the desk leaves a blank spot; a click appoints another, undo brings it back', async () => {
    const { page } = session();
    const [head] = (await readStore<BuildingHead>(page, 'buildingHeads')).filter(
      ({ until }) => until === null,
    );
    await openAction(page, `/staff/building/${head?.buildingId}`, '免去楼长');
    await saveForm(page);
    await goTo(page, COVERAGE);
    expect(await verdictOf(page)).toBe('gaps');
    const row = findings(page, 'heads.none');
    expect(await row.count()).toBe(1);
    await page.keyboard.press('n');
    expect(await row.getAttribute('data-chosen')).toBe('true');

    await row.locator('[data-fix="appointHead"]').click();
    const chooser = drawerOf(page);
    await chooser.getByRole('radio').first().waitFor();
    // Nobody is named before somebody asks.
    expect(await chooser.innerText()).toMatch(/\*\*/);
    await chooser.getByRole('button', { name: /确\s*定/ }).click();
    await chooser.waitFor({ state: 'detached' });
    await whenIdle(page);
    expect(await verdictOf(page)).toBe('whole');
    await page.keyboard.press('Control+z');
    await whenIdle(page);
    expect(await verdictOf(page)).toBe('gaps');
    expect(await row.count()).toBe(1);
  });

  it('the certificate says so in figures, names nobody, and is kept', async () => {
    const { page } = session();
    await page.evaluate(() => {
      const held = window as unknown as { printed: string };
      window.print = () => {
        held.printed = document.querySelector('.print-sheet')?.outerHTML ?? '';
        window.dispatchEvent(new Event('afterprint'));
      };
    });
    await page.getByRole('button', { name: '出具证明…' }).click();
    await page.getByRole('button', { name: '出具并打印' }).click();
    await page.waitForFunction(() => 'printed' in window);
    await whenIdle(page);
    const printed = await page.evaluate(() => (window as unknown as { printed: string }).printed);
    const counts = await page.evaluate(() => window.linli.counts());
    const [kept] = (await readStore<Disclosure>(page, 'disclosures')).filter(
      ({ certificate }) => certificate !== undefined,
    );
    const certificate = kept?.certificate;
    expect(certificate).toMatchObject({ isWhole: false, gaps: [{ rule: 'heads.none', count: 1 }] });
    expect(certificate?.themes.find(({ theme }) => theme === 'members')).toMatchObject({
      checked: counts.members,
      ok: counts.members,
      gaps: 0,
    });
    for (const text of [certificate?.number, certificate?.checksum, '楼栋没有楼长'])
      expect(printed).toContain(text);
    expect(printed.match(/data-row="/g)?.length).toBe(9);
    const floors = await readStore<{ residents?: Resident[] }>(page, 'floors');
    const names = floors.flatMap(({ residents = [] }) => residents.map(({ personal }) => personal.name));
    expect(names.length).toBeGreaterThan(1000);
    expect(names.filter((name) => name.length > 2 && printed.includes(name))).toEqual([]);

    await drawerOf(page).getByRole('button', { name: '关闭' }).last().click();
    await drawerOf(page).waitFor({ state: 'detached' });
    await findings(page, 'heads.none').locator('[data-fix="appointHead"]').click();
    await drawerOf(page)
      .getByRole('button', { name: /确\s*定/ })
      .click();
    await drawerOf(page).waitFor({ state: 'detached' });
    await whenIdle(page);
    await page.getByRole('button', { name: '查看' }).first().click();
    await drawerOf(page).getByText('出具之后数据已有变动').waitFor();
  });
});

describe('an open plan in 3D', () => {
  it('is shown over the map without being published; a click there chooses a grid, Esc leads back to it', async () => {
    const { page } = session();
    await goTo(page, '/planner');
    await page.getByRole('button', { name: '新建方案' }).click();
    await page.locator('canvas[data-view]').waitFor();
    await whenIdle(page);
    const view = await page.locator('canvas[data-view]').getAttribute('data-view');
    await page.getByRole('button', { name: '三维查看' }).click();
    const scene = page.locator('section[data-shown] canvas');
    await scene.waitFor();
    await whenIdle(page);
    expect(await page.evaluate(() => window.linli.frames().drawCalls)).toBeGreaterThan(5);
    const box = await scene.boundingBox();
    if (box === null) throw new Error('There is no scene');
    await scene.click({ position: { x: box.width / 2, y: box.height / 2 } });
    await whenIdle(page);
    const chosen = page.locator('section[data-shown] li[data-chosen="true"]');
    expect(await chosen.count()).toBe(1);
    const name = (await chosen.innerText()).split('\n')[0] ?? '';
    await page.getByRole('checkbox', { name: '立起边界墙' }).check();
    await page.getByText('原网格', { exact: true }).click();
    await whenIdle(page);
    await page.keyboard.press('Escape');
    await scene.waitFor({ state: 'detached' });
    await whenIdle(page);
    expect(await page.locator('tr[data-grid][data-chosen="true"]').innerText()).toContain(name);
    expect(await page.locator('canvas[data-view]').getAttribute('data-view')).toBe(view);
    expect((await readStore<{ state: string }>(page, 'gridPlans')).map(({ state }) => state)).toEqual([
      'draft',
    ]);
  });
});
