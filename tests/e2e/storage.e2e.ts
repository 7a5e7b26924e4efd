/**
 * What was answered for is on the disk: a browser that is killed without warning loses no saved form and leaves nothing half done; a
 * full disk says so, changes nothing, keeps what was typed, and lets it be saved when there is room again.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Home, readHomes, readStore } from '../../scripts/browser/database.ts';
import { openContext } from '../../scripts/browser/browser.ts';
import { openLinli, whenIdle } from '../../scripts/browser/linli.ts';
import { type OwnBrowser, startOwnBrowser } from '../../scripts/browser/own-process.ts';
import type { Resident } from '../../src/domain/records/index.ts';
import type { BuildingStats } from '../../src/domain/stats.ts';
import type { JournalRow } from '../../src/storage/schema/layout.ts';
import { drawerOf, fieldOf, openAction, saveForm } from './desk-actions.ts';
import { diskLimiter, fillDisk } from './fill-disk.ts';
import { useSession } from './harness.ts';

const presentIn = (homes: readonly Home[]): Resident[] =>
  homes.flatMap((home) => home.residents ?? []).filter(({ status }) => status === 'present');
const personOf = async (page: Page, id: string): Promise<Resident> => {
  const found = presentIn(await readHomes(page)).find((resident) => resident.id === id);
  if (found === undefined) throw new Error(`No resident ${id}`);
  return found;
};
/** The counts that are kept, and the same counted anew: never apart, whatever happened. */
const expectCountsTrue = async (page: Page): Promise<void> => {
  const kept = await readStore<BuildingStats>(page, 'stats');
  const counted = new Map<string, number>();
  for (const { buildingId } of presentIn(await readHomes(page)))
    counted.set(buildingId, (counted.get(buildingId) ?? 0) + 1);
  for (const { buildingId, residents } of kept) expect(residents).toBe(counted.get(buildingId) ?? 0);
};

describe('a browser that is killed', () => {
  let profile = '';
  let browser: OwnBrowser | undefined;
  const start = async (route?: string): Promise<Page> => {
    browser = await startOwnBrowser(profile);
    await openLinli(browser.page, inject('linliUrl'), route);
    return browser.page;
  };
  beforeAll(async () => {
    profile = await mkdtemp(join(tmpdir(), 'linli-profile-'));
  });
  afterAll(async () => {
    await browser?.kill();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  it('has what was saved a moment before', async () => {
    const page = await start();
    const [person] = presentIn(await readHomes(page));
    if (person === undefined) throw new Error('The sample has nobody');
    await openAction(page, `/staff/resident/${person.id}`, '更正');
    await fieldOf(page, 'personal.occupation').locator('input').fill('断电前登记');
    await saveForm(page);
    await browser?.kill();

    const again = await start(`/staff/resident/${person.id}`);
    expect((await personOf(again, person.id)).personal.occupation).toBe('断电前登记');
    await expectCountsTrue(again);
    // The history goes on where it stood: the save can still be undone.
    await again.keyboard.press('Control+z');
    await whenIdle(again);
    expect(await personOf(again, person.id)).toEqual(person);
  });

  it('killed in the middle of changes it has all of some and nothing of the others', async () => {
    if (browser === undefined) throw new Error('The first test starts the browser');
    const { page } = browser;
    const before = (await readStore<JournalRow>(page, 'journal')).length;
    const [home] = (await readHomes(page)).filter((each) => presentIn([each]).length >= 3);
    const leaver = presentIn(home ? [home] : []).find(({ relation }) => relation !== '02');
    if (leaver === undefined) throw new Error('The sample has no household of three');
    await openAction(page, `/staff/resident/${leaver.id}`, '注销');
    await fieldOf(page, 'status').locator('.ant-select').click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '死亡' }).click();
    await saveForm(page);
    // Undo and redo as fast as the keyboard can, and the plug is pulled while they run.
    for (let step = 0; step < 12; step++) {
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+Shift+z');
    }
    await browser.kill();

    const again = await start();
    const journal = await readStore<JournalRow>(again, 'journal');
    expect(journal.length).toBeGreaterThan(before);
    await expectCountsTrue(again);
    // Whoever is registered is so because the last entry of the history says so.
    const last = journal.at(-1)?.changes.find(({ id }) => id === leaver.id);
    const kept = (await readHomes(again)).flatMap(({ residents }) => residents ?? []);
    expect(kept.find(({ id }) => id === leaver.id)).toEqual(last?.after);
  });
});

const ROOM_BYTES = 80_000_000;

describe('a full disk', () => {
  const session = useSession({ switches: ['--disable-3d-apis'] });
  it('keeps the sample from being loaded with a sentence, and loads it when there is room', async () => {
    const { browser, baseUrl } = session();
    const { context, page } = await openContext(browser, new URL(baseUrl).origin);
    await page.goto(`${baseUrl}favicon.svg`);
    const limit = await diskLimiter(page, new URL(baseUrl).origin);
    await limit(300_000);
    await page.goto(`${baseUrl}?inspect#/staff`);
    await expect.poll(() => page.getByRole('alert').textContent(), { timeout: 60_000 }).toContain('空间不足');
    await limit();
    await page.getByRole('button', { name: '重试' }).click();
    await page.evaluate(() => window.linli.ready);
    await whenIdle(page);
    expect((await page.evaluate(() => window.linli.counts())).residents).toBeGreaterThan(10_000);
    await context.close();
  });

  it('refuses a change with a sentence, keeps what was typed, and saves it when there is room', async () => {
    const { page, baseUrl } = session();
    await page.goto(`${baseUrl}favicon.svg`);
    const limit = await diskLimiter(page, new URL(baseUrl).origin);
    await limit(ROOM_BYTES);
    await openLinli(page, baseUrl);
    const [person] = presentIn(await readHomes(page));
    if (person === undefined) throw new Error('The sample has nobody');
    await openAction(page, `/staff/resident/${person.id}`, '更正');
    const occupation = fieldOf(page, 'personal.occupation').locator('input');
    await occupation.fill('磁盘已满时登记');
    await whenIdle(page);
    await fillDisk(page, limit);
    // A full disk must not keep anybody from reading what is on it.
    await page.reload();
    await page.evaluate(() => window.linli.ready);
    await whenIdle(page);
    await openAction(page, `/staff/resident/${person.id}`, '更正');
    expect(await occupation.inputValue()).toBe('磁盘已满时登记');
    await drawerOf(page).getByRole('button', { name: '保存' }).click();
    await expect
      .poll(() => page.getByRole('alert').allTextContents(), { timeout: 30_000 })
      .toEqual(expect.arrayContaining([expect.stringContaining('磁盘空间不足')]));
    expect(await occupation.inputValue()).toBe('磁盘已满时登记');
    expect(await personOf(page, person.id)).toEqual(person);
    await expectCountsTrue(page);
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          indexedDB.deleteDatabase('noise').onsuccess = resolve;
        }),
    );
    await limit();
    await saveForm(page);
    await whenIdle(page);
    expect((await personOf(page, person.id)).personal.occupation).toBe('磁盘已满时登记');
  });
});
