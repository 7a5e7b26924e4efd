/** A browser without WebGL says so, and everything but the picture works. */
import { describe, expect, it } from 'vitest';
import { openLinli, routeOf } from '../../scripts/browser/linli.ts';
import { useSession } from './harness.ts';
import { everyRoute } from './routes.ts';

const session = useSession({ switches: ['--disable-3d-apis'] });

describe('without WebGL', () => {
  it('opens with a message in the place of the scene', async () => {
    const { page, baseUrl } = session();
    await openLinli(page, baseUrl);
    expect(await page.locator('canvas').count()).toBe(0);
    await expect.poll(() => page.locator('main').textContent()).toMatch(/WebGL/);
  });

  it('selects through the tree, and the panel follows', async () => {
    const { page } = session();
    const tree = page.getByRole('tree');
    await tree.getByRole('treeitem').nth(1).click();
    await expect.poll(() => routeOf(page)).toMatch(/^\/staff\/\w+\/.+/);
  });

  it('shows a resident by the address', async () => {
    const { page, baseUrl, misdeeds } = session();
    const route = (await everyRoute(page)).find((path) => path.includes('/resident/'));
    await openLinli(page, baseUrl, route);
    expect(routeOf(page)).toBe(route);
    expect(misdeeds.policyViolations).toEqual([]);
    expect(misdeeds.outsideRequests).toEqual([]);
  });
});
