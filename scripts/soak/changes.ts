/**
 * Changes for a wall to follow, made as a desk makes them: one person is signed off by the form, and from then on undone and done again by
 * the keyboard. Each of these is a commit like any other, and each moves the number of residents by one.
 */
import type { Page } from 'playwright-core';
import { readHomes } from '../browser/database.ts';
import { goTo, whenIdle } from '../browser/linli.ts';

interface Told {
  readonly toldAt: number;
}

/** Signs somebody off through the form of the desk; the desk's page knows from then on when a commit was told. */
export async function prepareChanges(desk: Page): Promise<void> {
  const person = (await readHomes(desk))
    .flatMap(({ residents }) => residents ?? [])
    .find(({ status, relation }) => status === 'present' && relation === '20');
  if (person === undefined) throw new Error('The sample has no son who lives here');
  await desk.evaluate(() => {
    const { postMessage } = BroadcastChannel.prototype;
    BroadcastChannel.prototype.postMessage = function (this: BroadcastChannel, message: unknown) {
      Object.assign(window, { toldAt: performance.timeOrigin + performance.now() });
      postMessage.call(this, message);
    };
  });
  await goTo(desk, `/staff/resident/${person.id}`);
  await desk
    .getByRole('complementary')
    .last()
    .getByRole('button', { name: '注销', exact: true })
    .first()
    .click();
  const form = desk.getByRole('dialog');
  await form.locator('[data-path="status"] .ant-select').click();
  await desk.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: '死亡' }).click();
  await form.getByRole('button', { name: '保存' }).click();
  await form.waitFor({ state: 'detached' });
  await whenIdle(desk);
}

/** One more change; the moment in which storage told the other windows of it, epoch milliseconds. */
export async function change(desk: Page, ordinal: number): Promise<number> {
  await desk.evaluate(() => Object.assign(window, { toldAt: 0 }));
  await desk.keyboard.press(ordinal % 2 === 0 ? 'Control+z' : 'Control+Shift+z');
  await desk.waitForFunction(() => (window as unknown as Told).toldAt > 0, undefined, { polling: 10 });
  return desk.evaluate(() => (window as unknown as Told).toldAt);
}
