/**
 * The main job: click a building in the scene, then a home, then a person, and read who lives there exactly as the database holds
 * it. The database is read past the application's own code.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { type Home, readHomes } from '../../scripts/browser/database.ts';
import {
  click3d,
  clickableBuildings,
  goTo,
  openLinli,
  routeOf,
  whenIdle,
} from '../../scripts/browser/linli.ts';
import { useSession } from './harness.ts';

const session = useSession();
let homes: Home[] = [];
let buildingId = '';

const homesOf = (id: string): Home[] => homes.filter((row) => row.buildingId === id);
const peopleOf = (rows: Home[]) =>
  rows.flatMap((row) => row.residents ?? []).filter(({ status }) => status === 'present');

/** The card of what is selected, at the right. */
const panel = () => session().page.getByRole('complementary').last();

beforeAll(async () => {
  const { page, baseUrl } = session();
  await openLinli(page, baseUrl);
  homes = await readHomes(page);
  const lived = (await clickableBuildings(page)).filter((id) => peopleOf(homesOf(id)).length > 20);
  expect(lived.length).toBeGreaterThan(5);
  buildingId = lived[0] ?? '';
});

describe('window.linli', () => {
  it('counts what the database holds', async () => {
    const counts = await session().page.evaluate(() => window.linli.counts());
    expect(counts.dwellings).toBe(homes.length);
    expect(counts.residents).toBe(peopleOf(homes).length);
  });

  it('can be read and not changed', async () => {
    const { page } = session();
    expect(await page.evaluate(() => Object.isFrozen(window.linli))).toBe(true);
    expect(await page.evaluate(() => Object.getOwnPropertyDescriptor(window, 'linli')?.writable)).toBe(false);
  });
});

describe('from the scene to a person', () => {
  it('a click on a building selects it: address, card and house table are of that building', async () => {
    const { page } = session();
    const building = await page.evaluate(
      (id) => window.linli.buildings().find((b) => b.id === id),
      buildingId,
    );
    await click3d(page, 'building', buildingId);
    expect(routeOf(page)).toBe(`/staff/building/${buildingId}`);
    expect(await panel().getByRole('heading', { level: 2 }).textContent()).toContain(building?.name);
    const cells = await panel()
      .locator('[data-home]')
      .evaluateAll((all) => all.map((cell) => cell.getAttribute('data-home')));
    expect(cells.sort()).toEqual(
      homesOf(buildingId)
        .map(({ dwellingId }) => dwellingId)
        .sort(),
    );
    expect((await panel().textContent())?.replace(/[\s,]/g, '')).toContain(
      `${peopleOf(homesOf(buildingId)).length}`,
    );
  });

  it('a click on a home of the opened building shows exactly its people', async () => {
    const { page } = session();
    const seen = await page.evaluate(
      (ids) => ids.filter((id) => window.linli.screenPositionOf('dwelling', id) !== null),
      homesOf(buildingId).map(({ dwellingId }) => dwellingId),
    );
    const home = homesOf(buildingId).find(
      (row) => seen.includes(row.dwellingId) && peopleOf([row]).length > 1 && row.households?.length === 1,
    );
    if (home === undefined) throw new Error('No lived-in home of the opened building can be seen');
    await click3d(page, 'dwelling', home.dwellingId);
    expect(routeOf(page)).toBe(`/staff/dwelling/${home.dwellingId}`);
    const rows = panel().locator('a[href*="/resident/"]');
    await expect.poll(() => rows.count()).toBe(peopleOf([home]).length);
    const text = (await rows.allTextContents()).join(' ');
    for (const { personal } of peopleOf([home])) {
      expect(text).toContain(`${[...personal.name][0]}*`);
      expect(text).not.toContain(personal.name);
    }
  });

  it('a person’s card has the name under its mask, and shows it when asked', async () => {
    const { page } = session();
    await panel().locator('a[href*="/resident/"]').first().click();
    await whenIdle(page);
    const id = routeOf(page).split('/').at(-1);
    const person = peopleOf(homes).find((resident) => resident.id === id);
    if (person === undefined) throw new Error(`The database has no resident ${id}`);
    const heading = panel().getByRole('heading', { level: 2 });
    expect(await heading.textContent()).not.toContain(person.personal.name);
    await heading.getByRole('button').click();
    await expect.poll(() => heading.textContent()).toContain(person.personal.name);
  });
});

describe('ways back', () => {
  it('Esc goes from the person to the home, the building and out', async () => {
    const { page } = session();
    const routes: string[] = [];
    for (let step = 0; step < 3; step++) {
      await page.keyboard.press('Escape');
      await whenIdle(page);
      routes.push(routeOf(page).split('/')[2] ?? '');
    }
    expect(routes).toEqual(['dwelling', 'building', '']);
  });

  it('the browser’s back button undoes the last step, and a reload stays', async () => {
    const { page } = session();
    await page.goBack();
    await whenIdle(page);
    expect(routeOf(page)).toBe(`/staff/building/${buildingId}`);
    await page.reload();
    await page.evaluate(() => window.linli.ready);
    await whenIdle(page);
    expect(routeOf(page)).toBe(`/staff/building/${buildingId}`);
    await expect.poll(() => panel().locator('[data-home]').count()).toBe(homesOf(buildingId).length);
  });

  it('a drag turns the scene and selects nothing', async () => {
    const { page, baseUrl } = session();
    await openLinli(page, baseUrl);
    const at = await page.evaluate((id) => window.linli.screenPositionOf('building', id), buildingId);
    if (at === null) throw new Error('The building is not to be seen');
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 60, at.y + 20, { steps: 6 });
    await page.mouse.up();
    await whenIdle(page);
    expect(routeOf(page)).toBe('/staff');
    const after = await page.evaluate((id) => window.linli.screenPositionOf('building', id), buildingId);
    expect(after === null || Math.hypot(after.x - at.x, after.y - at.y) > 5).toBe(true);
  });
});

describe('the tooltip', () => {
  it('says what lies under the pointer, also after the picture has moved beneath it', async () => {
    const { page, baseUrl } = session();
    await openLinli(page, baseUrl);
    const at = await page.evaluate((id) => window.linli.screenPositionOf('building', id), buildingId);
    if (at === null) throw new Error('The building is not to be seen');
    await page.mouse.move(at.x, at.y);
    const said = (): Promise<string> =>
      page.evaluate(() => document.querySelector('[class*="tooltip"][class*="shown"]')?.textContent ?? '');
    await expect.poll(said).not.toBe('');
    const before = await said();
    const [other] = homes.filter((row) => row.buildingId !== buildingId && peopleOf([row]).length > 0);
    await goTo(page, `/staff/building/${other?.buildingId}`);
    await expect.poll(said).not.toBe(before);
  });
});
