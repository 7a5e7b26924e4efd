/** Nothing from outside: every route works with all other origins refused, asks for none of them, and keeps the content policy. */
import { describe, expect, it } from 'vitest';
import { CSP_META } from '../../scripts/lib/csp.mjs';
import { useSession } from './harness.ts';
import { goTo, openLinli } from '../../scripts/browser/linli.ts';
import { everyRoute } from './routes.ts';

const session = useSession();

describe('every route', () => {
  it('asks for nothing outside and breaks no policy', async () => {
    const { page, baseUrl, misdeeds } = session();
    await openLinli(page, baseUrl);
    const routes = await everyRoute(page);
    expect(routes.length).toBeGreaterThan(10);
    for (const route of routes) {
      await goTo(page, route);
      expect(misdeeds, route).toEqual({ outsideRequests: [], policyViolations: [], errors: [] });
    }
  });

  it('works when it is the first address opened', async () => {
    const { page, baseUrl, misdeeds } = session();
    const [route] = (await everyRoute(page)).filter((path) => path.includes('/resident/'));
    await openLinli(page, baseUrl, route);
    expect(misdeeds).toEqual({ outsideRequests: [], policyViolations: [], errors: [] });
  });
});

describe('the page', () => {
  it('carries the policy itself, and has no script inside', async () => {
    const { page } = session();
    const content = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(content).toBe(CSP_META);
    expect(await page.locator('script:not([src])').count()).toBe(0);
  });

  it('is refused what the policy forbids: the check above can fail', async () => {
    const { page, misdeeds } = session();
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.planted = true';
      document.head.append(script);
      const picture = document.createElement('img');
      picture.src = 'https://outside.example/pixel.png';
      document.body.append(picture);
    });
    // Header and meta tag each report it.
    await expect.poll(() => misdeeds.policyViolations.join()).toMatch(/script-src.*img-src/s);
    expect(await page.evaluate(() => 'planted' in window)).toBe(false);
  });

  it('runs in isolation from other windows', async () => {
    expect(await session().page.evaluate(() => window.crossOriginIsolated)).toBe(true);
  });
});
