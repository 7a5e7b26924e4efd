/** After one visit the application starts without any server. */
import { expect, it } from 'vitest';
import { openContext } from '../../scripts/browser/browser.ts';
import { openLinli } from '../../scripts/browser/linli.ts';
import { DIST } from '../../scripts/lib/paths.mjs';
import { serve } from '../../scripts/server.mjs';
import { useSession } from './harness.ts';

const session = useSession();

it('opens again, whole, when the server is gone', async () => {
  const server = await serve(DIST, { port: 0 });
  const { context, page, misdeeds } = await openContext(session().browser, new URL(server.url).origin);
  await openLinli(page, server.url);
  const counts = await page.evaluate(() => window.linli.counts());
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await server.close();

  await openLinli(page, server.url);
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  expect(await page.evaluate(() => window.linli.counts())).toEqual(counts);
  expect(await page.evaluate(() => window.linli.frames().drawCalls)).toBeGreaterThan(0);
  const data = await page.evaluate(() => fetch('data/sample/manifest.json').then((answer) => answer.ok));
  expect(data).toBe(true);
  expect(misdeeds.outsideRequests).toEqual([]);
  await context.close();
});
