/** First start with an empty profile, and opening again with a full one: until `linli.ready`, and until the page is still. */
import type { Page } from 'playwright-core';
import { openProfile } from '../browser/browser.ts';
import { whenIdle } from '../browser/linli.ts';
import { type Figure, median } from './table.ts';

const ROUNDS = 3;

/** Milliseconds from the start of the navigation, by the page's own clock. */
async function open(page: Page, url: string): Promise<{ readyMs: number; stillMs: number }> {
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => 'linli' in window, undefined, { polling: 20 });
  const readyMs = await page.evaluate(() => window.linli.ready.then(() => performance.now()));
  await whenIdle(page);
  return { readyMs, stillMs: await page.evaluate(() => performance.now()) };
}

export async function measureOpening(baseUrl: string): Promise<Figure[]> {
  const url = `${baseUrl}?inspect#/staff`;
  const first = [];
  const again = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { page, close } = await openProfile(new URL(baseUrl).origin);
    first.push(await open(page, url));
    again.push(await open(page, url), await open(page, url));
    await close();
  }
  const seconds = (values: number[]): number => median(values) / 1000;
  return [
    { name: 'First start to ready', unit: 's', measured: seconds(first.map((o) => o.readyMs)), aim: 5 },
    {
      name: 'First start to a still picture',
      unit: 's',
      measured: seconds(first.map((o) => o.stillMs)),
      aim: null,
    },
    { name: 'Opening again to ready', unit: 's', measured: seconds(again.map((o) => o.readyMs)), aim: 2 },
    {
      name: 'Opening again to a still picture',
      unit: 's',
      measured: seconds(again.map((o) => o.stillMs)),
      aim: null,
    },
  ];
}
