/** Presses a button by its name; the last one where dialogs lie over one another. */
import type { Page } from 'playwright-core';

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .last()
    .click();
