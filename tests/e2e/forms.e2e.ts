/**
 * Registering and correcting as a desk does it: a form says why it refuses, keeps what was typed over Esc and reload, saves through the
 * one door, and every save can be undone. What was saved is read past the application's own code.
 */
import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Home, readHomes, readStore } from '../../scripts/browser/database.ts';
import { openLinli, whenIdle } from '../../scripts/browser/linli.ts';
import type { Resident } from '../../src/domain/records/index.ts';
import type { JournalRow } from '../../src/storage/schema/layout.ts';
import {
  drawerOf,
  fieldOf,
  openAction as openActionOn,
  panelOf,
  saveForm as saveFormOn,
} from './desk-actions.ts';
import { useSession } from './harness.ts';

// Without the picture, which `people.e2e.ts` clicks in: forms are the same, and fast so.
const session = useSession({ switches: ['--disable-3d-apis'] });
let homes: Home[] = [];
/** A head with at least three in the household, the only one of its home, and nothing else recorded of anybody in it. */
let family: Home | undefined;

const present = (row: Home | undefined): Resident[] =>
  (row?.residents ?? []).filter(({ status }) => status === 'present');
const homeOf = async (residentId: string): Promise<Home> => {
  const row = (await readHomes(session().page)).find(({ ids }) => ids.includes(residentId));
  if (row === undefined) throw new Error(`No home holds resident ${residentId}`);
  return row;
};
const personOf = async (residentId: string): Promise<Resident> => {
  const found = (await homeOf(residentId)).residents?.find(({ id }) => id === residentId);
  if (found === undefined) throw new Error(`No resident ${residentId}`);
  return found;
};
const journalLength = async (): Promise<number> =>
  (await readStore<JournalRow>(session().page, 'journal')).length;

const panel = (): Locator => panelOf(session().page);
const drawer = (): Locator => drawerOf(session().page);
const field = (path: string): Locator => fieldOf(session().page, path);
const openAction = (route: string, action: string): Promise<void> =>
  openActionOn(session().page, route, action);
const saveForm = async (): Promise<void> => {
  await saveFormOn(session().page);
  await whenIdle(session().page);
};
const undo = async (): Promise<void> => {
  await session().page.keyboard.press('Control+z');
  await whenIdle(session().page);
};
const choose = async (path: string, text: string): Promise<void> => {
  const { page } = session();
  await field(path).locator('.ant-select').click();
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: text })
    .first()
    .click();
};
const members = (): Resident[] => {
  if (family === undefined) throw new Error('The sample has no household of three to try');
  return present(family);
};
const head = (): Resident => {
  const found = members().find(({ relation }) => relation === '02');
  if (found === undefined) throw new Error('The household has no head');
  return found;
};

beforeAll(async () => {
  const { page, baseUrl } = session();
  await openLinli(page, baseUrl);
  homes = await readHomes(page);
  family = homes.find(
    (row) =>
      row.households?.length === 1 &&
      present(row).length >= 3 &&
      present(row).length === row.residents?.length &&
      !row.memberships &&
      !row.assistances &&
      !row.floatingRegistrations &&
      !row.careNeeds,
  );
});

describe('correcting a person', () => {
  it('says under the field why a citizen ID is refused, and saves nothing', async () => {
    const before = await journalLength();
    await openAction(`/staff/resident/${head().id}`, '更正');
    await field('personal.citizenId').locator('input').fill('11010519491231002Y');
    await expect.poll(() => field('personal.citizenId').getByRole('alert').textContent()).toMatch(/\S{6,}/);
    await drawer().getByRole('button', { name: '保存' }).click();
    await whenIdle(session().page);
    expect(await drawer().isVisible()).toBe(true);
    expect(await journalLength()).toBe(before);
  });

  it('keeps what was typed over Esc and over a reload', async () => {
    const { page } = session();
    await page.keyboard.press('Escape');
    await drawer().waitFor({ state: 'detached' });
    await openAction(`/staff/resident/${head().id}`, '更正');
    expect(await field('personal.citizenId').locator('input').inputValue()).toBe('11010519491231002Y');
    await field('personal.occupation').locator('input').fill('测试职业');
    await whenIdle(page);
    await page.reload();
    await page.evaluate(() => window.linli.ready);
    await whenIdle(page);
    await openAction(`/staff/resident/${head().id}`, '更正');
    expect(await field('personal.occupation').locator('input').inputValue()).toBe('测试职业');
  });

  it('saves what is right, and undo puts the record back exactly', async () => {
    const before = await personOf(head().id);
    await field('personal.citizenId')
      .locator('input')
      .fill(before.personal.citizenId ?? '');
    await saveForm();
    const after = await personOf(head().id);
    expect(after).toEqual({
      ...before,
      revision: before.revision + 1,
      updatedAt: after.updatedAt,
      personal: { ...before.personal, occupation: '测试职业' },
    });
    await undo();
    expect(await personOf(head().id)).toEqual(before);
  });

  it('a saved form leaves no draft', async () => {
    await openAction(`/staff/resident/${head().id}`, '更正');
    expect(await field('personal.occupation').locator('input').inputValue()).not.toBe('测试职业');
    await session().page.keyboard.press('Escape');
  });
});

describe('households', () => {
  it('a new member is registered, counted and taken back', async () => {
    const { page } = session();
    const counted = (await page.evaluate(() => window.linli.counts())).residents ?? 0;
    await openAction(`/staff/household/${head().householdId}`, '添加成员');
    await choose('relation', '其他亲属');
    await field('personal.name').locator('input').fill('测试新人');
    await choose('sex', '女');
    await field('personal.birthDate').locator('input').fill('1990-05-06');
    await saveForm();
    expect((await page.evaluate(() => window.linli.counts())).residents).toBe(counted + 1);
    expect(present(await homeOf(head().id)).map(({ personal }) => personal.name)).toContain('测试新人');
    await undo();
    expect((await page.evaluate(() => window.linli.counts())).residents).toBe(counted);
  });

  it('a household parts and joins again', async () => {
    const leaver = members().find(({ relation, birthYear }) => relation !== '02' && birthYear < 2000);
    if (leaver === undefined) throw new Error('Nobody of the household can leave it');
    await openAction(`/staff/household/${head().householdId}`, '分户');
    await choose('residentIds', leaver.personal.name);
    await session().page.keyboard.press('Escape');
    if (!(await drawer().isVisible())) await openAction(`/staff/household/${head().householdId}`, '分户');
    await choose('headId', leaver.personal.name);
    await saveForm();
    const parted = await homeOf(head().id);
    expect(parted.households?.filter(({ state }) => state === 'active')).toHaveLength(2);
    expect((await personOf(leaver.id)).relation).toBe('02');
    await openAction(`/staff/household/${head().householdId}`, '并户');
    await choose('mergedId', leaver.personal.name);
    await saveForm();
    const joined = await homeOf(head().id);
    expect(joined.households?.filter(({ state }) => state === 'active')).toHaveLength(1);
    expect(joined.households?.find(({ state }) => state === 'active')?.size).toBe(members().length);
    await undo();
    await undo();
    expect(await homeOf(head().id)).toEqual(family);
  });

  it('a move within the community is one edit, counted once', async () => {
    const { page } = session();
    const counts = await page.evaluate(() => window.linli.counts());
    const vacant = homes.find(
      ({ dwellings, buildingId }) =>
        dwellings?.[0]?.occupancy === 'vacant' && buildingId !== family?.buildingId,
    );
    const home = vacant?.dwellings?.[0];
    const building = (await page.evaluate(() => window.linli.buildings())).find(
      ({ id }) => id === vacant?.buildingId,
    );
    if (home === undefined || building === undefined) throw new Error('The sample has no vacant home');
    const before = await journalLength();
    await openAction(`/staff/household/${head().householdId}`, '整户迁移');
    const input = field('to').locator('input');
    await input.click();
    await input.fill(`${building.name}${home.unit}单元${home.room}`);
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
    await whenIdle(page);
    await saveForm();
    expect(await journalLength()).toBe(before + 1);
    const moved = await homeOf(head().id);
    expect(moved.dwellingId).toBe(home.id);
    expect(present(moved)).toHaveLength(members().length);
    expect(moved.dwellings?.[0]?.occupancy).not.toBe('vacant');
    expect(await page.evaluate(() => window.linli.counts())).toEqual(counts);
    await undo();
    expect(await homeOf(head().id)).toEqual(family);
  });

  it('somebody who died is deregistered with the date, and the history says so', async () => {
    const { page } = session();
    const counted = (await page.evaluate(() => window.linli.counts())).residents ?? 0;
    const person = members().find(({ relation }) => relation !== '02');
    if (person === undefined) throw new Error('The household has only its head');
    await openAction(`/staff/resident/${person.id}`, '注销');
    await choose('status', '死亡');
    await saveForm();
    const after = await personOf(person.id);
    expect(after.status).toBe('died');
    expect(after.leftOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect((await page.evaluate(() => window.linli.counts())).residents).toBe(counted - 1);
    await expect.poll(() => panel().textContent()).toContain('注销居民');
    await undo();
    expect((await personOf(person.id)).status).toBe('present');
  });
});

describe('two windows', () => {
  it('stay in step: what one saves the other shows, and what it counts', async () => {
    const { page, context, baseUrl } = session();
    const person = members().find(({ relation }) => relation !== '02');
    if (person === undefined) throw new Error('The household has only its head');
    const other = await context.newPage();
    await openLinli(other, baseUrl, `/staff/resident/${person.id}`);
    const counted = await other.evaluate(() => window.linli.counts());
    await openAction(`/staff/resident/${person.id}`, '注销');
    await choose('status', '死亡');
    await saveForm();
    await expect.poll(() => panelOf(other).textContent()).toContain('注销居民');
    await expect
      .poll(() => other.evaluate(() => window.linli.counts().residents))
      .toBe((counted.residents ?? 0) - 1);
    await undo();
    await expect.poll(() => other.evaluate(() => window.linli.counts())).toEqual(counted);
    await other.close();
    await page.bringToFront();
  });
});
