/** axe finds no serious fault on any route, in either language and by night. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useSession } from './harness.ts';
import { goTo, openLinli } from '../../scripts/browser/linli.ts';
import { everyRoute } from './routes.ts';

// axe comes into the page as text, which the content policy forbids; the security test keeps the policy.
const session = useSession({ context: { bypassCSP: true } });
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious and critical faults, each with its first places. */
async function seriousFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => {
    const { axe } = window as unknown as {
      axe: { run: (root: Document, options: object) => Promise<AxeResults> };
    };
    return axe.run(document, { resultTypes: ['violations'] });
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    );
}

describe('axe', () => {
  it('finds a planted fault: the checks below can fail', async () => {
    const { page, baseUrl } = session();
    await openLinli(page, baseUrl);
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.id = 'planted';
      document.body.append(button);
    });
    expect((await seriousFaults(page)).join()).toContain('button-name');
    await page.evaluate(() => document.getElementById('planted')?.remove());
  });

  it('finds no serious fault on any route', async () => {
    const { page } = session();
    const faults: string[] = [];
    for (const route of await everyRoute(page)) {
      await goTo(page, route);
      for (const fault of await seriousFaults(page)) faults.push(`${route} ${fault}`);
    }
    expect(faults).toEqual([]);
  });
});
