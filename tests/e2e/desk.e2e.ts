/**
 * The desk's parts agree: whatever is selected in the tree, the house table or the address is selected everywhere. Run without the
 * picture, which `people.e2e.ts` clicks in: what is tested here must work on a machine that has none, and is fast so.
 */
import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Home, readHomes } from '../../scripts/browser/database.ts';
import { goTo, openLinli, routeOf, whenIdle } from '../../scripts/browser/linli.ts';
import { useSession } from './harness.ts';

const session = useSession({ switches: ['--disable-3d-apis'] });
let homes: Home[] = [];
/** A house of several staircases where people live, and one of its homes. */
let buildingId = '';
let home: Home;

const panel = (): Locator => session().page.getByRole('complementary').last();
const selectedRow = (): Locator => session().page.locator('[role="treeitem"][aria-selected="true"]');
const cells = (): Locator => panel().locator('[data-home]');
const dwellingOf = ({ dwellings }: Home) => dwellings?.[0];

beforeAll(async () => {
  const { page, baseUrl } = session();
  await openLinli(page, baseUrl);
  homes = await readHomes(page);
  const inhabited = homes.find(
    (each) => (each.residents?.length ?? 0) > 2 && (dwellingOf(each)?.unit ?? 0) > 1,
  );
  if (inhabited === undefined) throw new Error('The sample has no home on a second staircase');
  home = inhabited;
  buildingId = inhabited.buildingId;
});

describe('the tree', () => {
  it('opens at what the address names, down to the home', async () => {
    const { page } = session();
    await goTo(page, `/staff/dwelling/${home.dwellingId}`);
    await expect.poll(() => selectedRow().getAttribute('aria-level')).toBe('6');
    await expect.poll(() => selectedRow().textContent()).toContain(dwellingOf(home)?.room);
  });

  it('goes from home to home by the keyboard, and the card and the address follow', async () => {
    const { page } = session();
    await page.getByRole('tree').focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await whenIdle(page);
    const id = routeOf(page).split('/').at(-1);
    const chosen = homes.find((each) => each.dwellingId === id);
    expect(routeOf(page)).toBe(`/staff/dwelling/${id}`);
    expect(chosen && dwellingOf(chosen)?.floor).toBe(dwellingOf(home)?.floor);
    await expect
      .poll(() => panel().getByRole('heading', { level: 2 }).textContent())
      .toContain(chosen && dwellingOf(chosen)?.room);
  });

  it('narrows to what is written above it', async () => {
    const { page } = session();
    const name = await page.evaluate(
      (id) => window.linli.buildings().find((b) => b.id === id)?.name,
      buildingId,
    );
    const box = page.getByRole('complementary').first().getByRole('textbox');
    await box.fill(name ?? '');
    await whenIdle(page);
    const found = page.locator('[role="treeitem"][aria-level="3"]');
    await expect
      .poll(async () => {
        const shown = await found.allTextContents();
        return shown.length > 0 && shown.every((text) => text.includes(name ?? '—'));
      })
      .toBe(true);
    await box.press('Escape');
    await expect.poll(() => box.inputValue()).toBe('');
  });
});

describe('the house table', () => {
  it('holds every home of the building, and arrows walk through it', async () => {
    const { page } = session();
    await goTo(page, `/staff/building/${buildingId}`);
    const here = homes.filter((each) => each.buildingId === buildingId);
    await expect.poll(() => cells().count()).toBe(here.length);
    await cells().first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const id = await page.evaluate(() => (document.activeElement as HTMLElement).dataset['home']);
    const first = await cells().first().getAttribute('data-home');
    expect(here.map((each) => each.dwellingId)).toContain(id);
    expect(id).not.toBe(first);
    await page.keyboard.press('Enter');
    await whenIdle(page);
    expect(routeOf(page)).toBe(`/staff/dwelling/${id}`);
    await expect.poll(() => selectedRow().getAttribute('id')).toBe(`tree-dwelling:${id}`);
  });

  it('says of each home how many live there', async () => {
    const { page } = session();
    await goTo(page, `/staff/building/${buildingId}`);
    const present = (home.residents ?? []).filter(({ status }) => status === 'present').length;
    const cell = panel().locator(`[data-home="${home.dwellingId}"]`);
    await expect.poll(() => cell.textContent()).toContain(`${present}人`);
  });

  it('shows a floor alone when the floor is selected', async () => {
    const { page } = session();
    const floor = dwellingOf(home)?.floor;
    await goTo(page, `/staff/building/${buildingId}/floor/${floor}`);
    const here = homes.filter((each) => each.buildingId === buildingId && dwellingOf(each)?.floor === floor);
    await expect.poll(() => cells().count()).toBe(here.length);
  });
});

describe('what is personal', () => {
  it('is masked again once its card was left', async () => {
    const { page } = session();
    const person = home.residents?.[0];
    await goTo(page, `/staff/resident/${person?.id}`);
    const heading = panel().getByRole('heading', { level: 2 });
    await heading.getByRole('button').click();
    await expect.poll(() => heading.textContent()).toContain(person?.personal.name);
    await goTo(page, `/staff/dwelling/${home.dwellingId}`);
    await goTo(page, `/staff/resident/${person?.id}`);
    await expect.poll(() => heading.textContent()).toContain('**');
    expect(await panel().textContent()).not.toContain(person?.personal.name);
  });
});

describe('the legend', () => {
  it('hides and shows a class of buildings', async () => {
    const { page } = session();
    await goTo(page, '/staff');
    const legend = page.getByRole('region', { name: '专题与图例' });
    await legend.getByRole('combobox').press('ArrowDown');
    await page.locator('.ant-select-item-option', { hasText: /^居民$/ }).click();
    const first = legend.getByRole('listitem').getByRole('button').first();
    expect(await first.getAttribute('aria-pressed')).toBe('true');
    await first.click();
    await expect.poll(() => first.getAttribute('aria-pressed')).toBe('false');
    await legend.getByRole('button', { name: '全部显示' }).click();
    await expect.poll(() => first.getAttribute('aria-pressed')).toBe('true');
  });
});

describe('a narrow window', () => {
  it('keeps the panels as drawers, and brings the card out for a selection', async () => {
    const { page } = session();
    await page.setViewportSize({ width: 800, height: 720 });
    await expect.poll(() => page.getByRole('complementary').count()).toBe(0);
    await goTo(page, `/staff/building/${buildingId}`);
    await expect.poll(() => page.getByRole('complementary').count()).toBe(1);
    await expect.poll(() => cells().count()).toBeGreaterThan(0);
  });
});

describe('a part whose code comes late', () => {
  it.each(['/staff/data/export', '/staff/lists/households', '/planner'])(
    'stands on the page when the page says it is idle: %s',
    async (route) => {
      const { page, baseUrl } = session();
      await openLinli(page, baseUrl);
      await goTo(page, route);
      expect(await page.locator('h1').count()).toBeGreaterThan(0);
    },
  );
});
