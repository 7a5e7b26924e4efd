/** What a desk does on its import page, for every test that brings something in. */
import type { Page } from 'playwright-core';
import { goTo, whenIdle } from '../../scripts/browser/linli.ts';
import { press } from './press.ts';

interface GivenFile {
  readonly name: string;
  readonly buffer: Buffer;
}

export const giveAll = async (page: Page, files: readonly GivenFile[]): Promise<void> => {
  await goTo(page, '/staff/data/import');
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles(files.map((file) => ({ ...file, mimeType: '' })));
  await whenIdle(page);
};
export const give = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  giveAll(page, [{ name, buffer }]);

/** What every row of a table would become, when that is known. */
export const outcomes = async (page: Page): Promise<string> => {
  await page.getByRole('button', { name: '返回修改对应' }).waitFor();
  await whenIdle(page);
  return (await page.locator('[data-outcome]').allInnerTexts()).join(' ').replace(/\s+/g, ' ');
};

/** It is written; on to the next file. */
export const written = async (page: Page): Promise<void> => {
  await page.getByText('已导入。').waitFor();
  await press(page, '继续导入');
  await whenIdle(page);
};

/** Reads a tileset that this server has. */
export const readTileset = async (page: Page, address: string): Promise<void> => {
  await goTo(page, '/staff/data/import');
  await page.getByLabel('本服务器上的三维瓦片').fill(address);
  await press(page, '读取');
  await whenIdle(page);
};

/** Writes what was read, and goes back to where it shows. */
export const writeImport = async (page: Page): Promise<void> => {
  await press(page, '导入');
  await page.getByText('已导入。').waitFor();
  await press(page, '回到社区');
  await whenIdle(page);
};
