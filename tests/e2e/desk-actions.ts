/** What a desk does in its forms, for every test that fills one. */
import type { Locator, Page } from 'playwright-core';
import { goTo, whenIdle } from '../../scripts/browser/linli.ts';

/** The card of what is selected, at the right. */
export const panelOf = (page: Page): Locator => page.getByRole('complementary').last();
export const drawerOf = (page: Page): Locator => page.getByRole('dialog');
export const fieldOf = (page: Page, path: string): Locator => drawerOf(page).locator(`[data-path="${path}"]`);

export const openAction = async (page: Page, route: string, action: string): Promise<void> => {
  await goTo(page, route);
  await panelOf(page).getByRole('button', { name: action, exact: true }).first().click();
  await drawerOf(page).locator('form').waitFor();
  await whenIdle(page);
};

export const saveForm = async (page: Page): Promise<void> => {
  await drawerOf(page).getByRole('button', { name: '保存' }).click();
  await drawerOf(page).waitFor({ state: 'detached' });
};
